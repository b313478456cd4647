"""Which documents a call names: files, and those inside folders."""

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from policycli.errors import DocumentError
from policycli.ingest.readers import limits
from policycli.ingest.readers.parts import is_hidden, is_ledger, unwanted
from policycli.ingest.readers.read import STDIN
from policycli.language import _

__all__ = ["Documents", "Skipped", "document_files"]


class Skipped(NamedTuple):
    """A file of a folder that is no paper by its name, and the clause that says why."""

    file: str
    why: str


class Documents(NamedTuple):
    """The files to read, each once, and those of the folders that were left out."""

    files: list[str]
    skipped: list[Skipped]


def document_files(paths: Iterable[str]) -> Documents:
    """The documents that ``paths`` name, folders replaced by the documents in them.

    Folders are searched to the bottom, sorted by name, without hidden files, without following
    links to folders, and without the locks that Word leaves (``~$…``). A file that is named is
    kept whatever it is: whoever reads it says what is wrong with it.

    Raises:
        DocumentError: There are more than ``limits.FILES``.
        OSError: A folder cannot be read.
    """
    files: dict[str, str] = {}
    skipped: list[Skipped] = []
    for path in paths:
        for file in _inside(path) if path != STDIN and os.path.isdir(path) else (path,):
            if isinstance(file, Skipped):
                skipped.append(file)
                continue
            files.setdefault(file if file == STDIN else os.path.realpath(file), file)
            if len(files) > limits.FILES:
                what = _("{path}: more than {n} documents; import one folder after the other")
                raise DocumentError(what.format(path=path, n=limits.FILES))
    return Documents(list(files.values()), skipped)


def _inside(folder: str) -> Iterator[str | Skipped]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if is_hidden(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _inside(entry.path)
        else:
            why = _why_not(entry)
            yield Skipped(entry.path, why) if why else entry.path


def _why_not(entry: "os.DirEntry[str]") -> str:
    """Why a file is not read."""
    if why := unwanted(entry.name):
        return why
    if is_ledger(entry.name):
        return _("is a ledger, which has to be named itself")
    return "" if entry.is_file() else _("is not a file")
