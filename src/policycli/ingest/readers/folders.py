"""Which documents a call names: files, and those inside folders."""

import os
from collections.abc import Iterable, Iterator

from policycli.errors import DocumentError
from policycli.ingest.readers import limits
from policycli.ingest.readers.read import ENDINGS, STDIN
from policycli.language import _

__all__ = ["document_files"]


def document_files(paths: Iterable[str]) -> list[str]:
    """The documents that ``paths`` name, each once, folders replaced by the documents in them.

    Folders are searched to the bottom, sorted by name, without hidden files, without following
    links to folders, and without the locks that Word leaves (``~$…``). A file that is named is
    kept whatever it is: whoever reads it says what is wrong with it.

    Raises:
        DocumentError: There are more than ``limits.FILES``.
        OSError: A folder cannot be read.
    """
    files: dict[str, str] = {}
    for path in paths:
        for file in _inside(path) if path != STDIN and os.path.isdir(path) else (path,):
            files.setdefault(file if file == STDIN else os.path.realpath(file), file)
            if len(files) > limits.FILES:
                what = _("{path}: more than {n} documents; import one folder after the other")
                raise DocumentError(what.format(path=path, n=limits.FILES))
    return list(files.values())


def _inside(folder: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.startswith((".", "~$")):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _inside(entry.path)
        elif os.path.splitext(entry.name)[1].lower() in ENDINGS and entry.is_file():
            yield entry.path
