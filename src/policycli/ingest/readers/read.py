"""The one way in for documents: a file, or what came on standard input, to blocks."""

import os
import sys
from typing import BinaryIO

from policycli.errors import DocumentError
from policycli.ingest.readers import limits
from policycli.ingest.readers.blocks import Block
from policycli.ingest.readers.kinds import TEXT, Reader, Refused, by_content, by_ending, endings
from policycli.ingest.readers.sandbox import apart
from policycli.language import _

__all__ = ["STDIN", "read"]

STDIN = "-"


def read(path: str) -> list[Block]:
    """The blocks of a document, read as what its content is where its name says something else.

    Args:
        path: A file, or ``-`` for standard input.

    Raises:
        DocumentError: It cannot be read; the sentence begins with ``path``.
        OSError: The system does not let it be read.
    """
    try:
        return _read(path)
    except DocumentError as error:
        raise DocumentError(f"{path}: {error}") from error


def _read(path: str) -> list[Block]:
    raw = _content(path)
    blocks = apart(_reader(path, raw), raw)
    if not blocks:
        raise DocumentError(_("holds no text"))
    return blocks


def _content(path: str) -> bytes:
    if path == STDIN:
        return _limited(sys.stdin.buffer)
    if path.lower().startswith(("http://", "https://")):
        raise DocumentError(_("nothing is fetched: save the page first, then import the file"))
    if os.path.exists(path) and not os.path.isfile(path):
        raise DocumentError(_("is no file"))  # a pipe or a device could be read for ever
    with open(path, "rb") as file:
        return _limited(file)


def _limited(file: BinaryIO) -> bytes:
    raw = file.read(limits.FILE + 1)
    if len(raw) > limits.FILE:
        what = _("is larger than {n} MB; split it")
        raise DocumentError(what.format(n=limits.megabytes(limits.FILE)))
    return raw


def _reader(path: str, raw: bytes) -> Reader:
    """What reads a document.

    Raises:
        DocumentError: Nothing does.
    """
    named = TEXT if path == STDIN else by_ending(path)
    kind = _kind(named, raw)
    if isinstance(kind, Reader):
        return kind
    if kind is None:
        known = ", ".join(endings())
        raise DocumentError(_("is no document: expected one of {endings}").format(endings=known))
    raise DocumentError(_(kind.why))


def _kind(named: Reader | Refused | None, raw: bytes) -> Reader | Refused | None:
    """What the content says, as far as that is sure; else what the name says.

    Any file of words is text: that says nothing where the name is that of a page, or of no
    document at all. A name that is refused says more than a content that is.
    """
    seen = by_content(raw)
    if isinstance(named, Reader) and not raw.strip():
        raise DocumentError(_("is empty"))
    if seen is TEXT and (named is None or (isinstance(named, Reader) and named.textual)):
        return named
    if isinstance(seen, Refused):
        return named if isinstance(named, Refused) else seen
    return seen or named
