"""Builds or updates an index; safe with concurrent processes."""

import os
import re
import shutil
import time
from collections.abc import Sequence
from glob import escape, glob

import tantivy

from policycli.errors import PolicyError
from policycli.files.locking import Lock, notice
from policycli.index import seal
from policycli.index.build import Counts, update
from policycli.index.checksums import checksum
from policycli.index.progress import Progress, Report
from policycli.index.schema import open_index
from policycli.index.seal import Source
from policycli.index.store import ALPHABET, Store, open_sealed, read_alphabet
from policycli.index.trust import is_damage
from policycli.language import _, reason
from policycli.text.alphabet import Alphabet
from policycli.text.characters import compile_alphabet

__all__ = ["renew"]

_SAID = 3  # seconds after which a reader says that another process is building
_PATIENCE = 10  # seconds for which that process may stand still
_UNUSED = 30 * 24 * 3600  # seconds after which the index of another version is not kept
_SHOWN = 100  # characters of what compiled code says
_SYSTEM = re.compile(r"\(os error ([0-9]+)\)")  # how compiled code names what the system says


def renew(folder: str | None, current: Sequence[Source], report: Report) -> Store:
    """An index of the files ``current``, in ``folder`` or, where that cannot be, in memory.

    Only the files that have changed are read again. Two processes that come at the same moment
    take turns; the second finds the work done. A copy is as good as what it was copied from.

    Raises:
        CatalogueError: Files have faults; an index that was there stays as it was.
    """
    if folder:
        try:
            return _in_folder(folder, current, report)
        except PolicyError:
            raise
        except BaseException as error:  # read-only, full, or held by a process that hangs
            if not is_damage(error):
                raise
            store = open_sealed(folder, current, copied=True)
            if store:
                return store
            notice(_sentence(folder, error))
    return _in_memory(current, report)


def _sentence(folder: str, error: BaseException) -> str:
    if isinstance(error, TimeoutError):
        return _("The process that builds the index does not move; one is made in memory instead.")
    number = _SYSTEM.search(str(error))
    why = OSError(int(number[1]), os.strerror(int(number[1]))) if number else error
    what = reason(why) if isinstance(why, OSError) else str(why)[:_SHOWN]
    said = _("The index cannot be kept in {folder} ({what}); it is made in memory, for this time.")
    return said.format(folder=folder, what=what)


def _in_memory(current: Sequence[Source], report: Report) -> Store:
    alphabet = Alphabet(compile_alphabet())
    index = open_index(None)
    sources = _update(index, current, (), alphabet, report)
    return Store(index, alphabet, sources, None, built=True)


def _in_folder(folder: str, current: Sequence[Source], report: Report) -> Store:
    os.makedirs(folder, exist_ok=True)
    lock = Lock(f"{folder}.lock")

    def heard(progress: Progress) -> None:
        lock.beat()
        report(progress)

    waits = _("Another process is building the index; waiting for it …")
    with lock.held(_SAID, _PATIENCE, waits):
        return open_sealed(folder, current) or _renewed(folder, current, heard)


def _renewed(folder: str, current: Sequence[Source], report: Report) -> Store:
    store = open_sealed(folder, current, copied=True)
    if store:
        pairs = zip(store.sources, current, strict=True)
        seal.write(folder, [old._replace(stamp=now.stamp) for old, now in pairs])
        return store
    try:
        old = seal.read(folder, copied=True).sources
        return _sealed(folder, open_index(folder), read_alphabet(folder), old, current, report)
    except PolicyError:
        raise
    except BaseException as error:
        if not is_damage(error):
            raise
    _forget_unused(folder)
    index, alphabet = _empty(folder)
    return _sealed(folder, index, alphabet, (), current, report)


def _sealed(
    folder: str,
    index: tantivy.Index,
    alphabet: Alphabet,
    old: Sequence[Source],
    current: Sequence[Source],
    report: Report,
) -> Store:
    sources = _update(index, current, old, alphabet, report)
    seal.write(folder, sources)
    return Store(index, alphabet, sources, folder, built=True)


def _empty(folder: str) -> tuple[tantivy.Index, Alphabet]:
    shutil.rmtree(folder)
    os.makedirs(folder)
    compiled = compile_alphabet()
    with open(os.path.join(folder, ALPHABET), "wb") as file:
        file.write(compiled.encode())
    return open_index(folder), Alphabet(compiled)


def _forget_unused(folder: str) -> None:
    """Remove what other versions made of the same files, once nobody reads it any more."""
    for other in glob(f"{escape(folder.rpartition('-')[0])}-*"):
        try:
            state = os.stat(os.path.join(other, seal.SEAL))
        except OSError:  # of another make, or not an index
            continue
        if other != folder and time.time() - max(state.st_atime, state.st_mtime) > _UNUSED:
            shutil.rmtree(other, ignore_errors=True)


def _update(
    index: tantivy.Index,
    current: Sequence[Source],
    old: Sequence[Source],
    alphabet: Alphabet,
    report: Report,
) -> tuple[Source, ...]:
    """Index what has changed since ``old``; gives ``current`` with the counts filled in."""
    known = {source.path: source for source in old}
    same = {
        now.path: known[now.path]._replace(stamp=now.stamp)
        for now in current
        if now.path in known and known[now.path].is_now(now, copied=True)
    }
    changed = {now.path: checksum(now.path) for now in current if now.path not in same}
    dropped = known.keys() - {now.path for now in current}
    counts = dict[str, Counts]()
    if changed or dropped or not old:
        counts = update(index, list(changed), dropped, alphabet, report)
    return tuple(
        same.get(now.path) or Source(now.path, now.stamp, changed[now.path], *counts[now.path])
        for now in current
    )
