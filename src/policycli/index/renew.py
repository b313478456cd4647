"""Builds or updates an index; safe with concurrent processes."""

import json
import os
import shutil
from collections.abc import Sequence

import filelock
import tantivy

from policycli.index.build import Counts, update
from policycli.index.progress import Report
from policycli.index.schema import open_index
from policycli.index.store import (
    ALPHABET,
    INDEX_VERSION,
    SEAL,
    Source,
    Store,
    open_sealed,
    read_alphabet,
    read_seal,
    stamp,
)
from policycli.text.alphabet import Alphabet
from policycli.text.characters import compile_alphabet

__all__ = ["renew"]

_LOOSE = (SEAL, ".managed.json", ".tantivy-meta.lock", ".tantivy-writer.lock")
_PATIENCE = 600  # seconds to wait for another process that builds the same index


def renew(folder: str | None, current: Sequence[Source], report: Report) -> Store:
    """An index of the files ``current``, in ``folder`` or, where that cannot be, in memory.

    Only the files that have changed are read again. Two processes that come at the same moment
    take turns; the second finds the work done.

    Raises:
        CatalogueError: Files have faults; an index that was there stays as it was.
    """
    if folder:
        try:
            os.makedirs(folder, exist_ok=True)
            with filelock.FileLock(f"{folder}.lock", timeout=_PATIENCE):
                return open_sealed(folder, current) or _renew(folder, current, report)
        except (OSError, filelock.Timeout):  # read-only, full, or held by a process that hangs
            pass
    alphabet = Alphabet(compile_alphabet())
    index = open_index(None)
    sources = _update(index, current, (), alphabet, report)
    return Store(index, alphabet, sources, None, built=True)


def _renew(folder: str, current: Sequence[Source], report: Report) -> Store:
    try:
        old = read_seal(folder).sources
        index = open_index(folder)
        alphabet = read_alphabet(folder)
    except (OSError, ValueError):
        old = ()
        index, alphabet = _empty(folder)
    sources = _update(index, current, old, alphabet, report)
    _seal(folder, sources)
    return Store(index, alphabet, sources, folder, built=True)


def _empty(folder: str) -> tuple[tantivy.Index, Alphabet]:
    shutil.rmtree(folder)
    os.makedirs(folder)
    compiled = compile_alphabet()
    with open(os.path.join(folder, ALPHABET), "wb") as file:
        file.write(compiled.encode())
    return open_index(folder), Alphabet(compiled)


def _update(
    index: tantivy.Index,
    current: Sequence[Source],
    old: Sequence[Source],
    alphabet: Alphabet,
    report: Report,
) -> tuple[Source, ...]:
    """Index what has changed since ``old``; gives ``current`` with the counts filled in."""
    known = {source.path: source for source in old}
    same = {now.path for now in current if now.path in known and now[:3] == known[now.path][:3]}
    changed = [source.path for source in current if source.path not in same]
    counts = {path: Counts(known[path].policies, known[path].measures) for path in same}
    counts |= update(index, changed, known.keys() - {now.path for now in current}, alphabet, report)
    return tuple(Source(*now[:3], *counts[now.path]) for now in current)


def _seal(folder: str, sources: Sequence[Source]) -> None:
    names = sorted(name for name in os.listdir(folder) if name not in _LOOSE)
    files = [[name, *stamp(os.path.join(folder, name))] for name in names]
    seal = {"version": INDEX_VERSION, "sources": sources, "files": files}
    whole = os.path.join(folder, SEAL)
    with open(f"{whole}.new", "w", encoding="utf-8") as file:
        json.dump(seal, file, ensure_ascii=False)
    os.replace(f"{whole}.new", whole)
