"""The one way in for documents: a file, or what came on standard input, to blocks."""

import os
import sys
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, NamedTuple

from policycli.errors import DocumentError
from policycli.ingest.readers import limits
from policycli.ingest.readers.blocks import Block
from policycli.ingest.readers.kinds import (
    TEXT,
    Reader,
    Refused,
    by_content,
    by_ending,
    endings,
    of_scans,
)
from policycli.ingest.readers.parts import Part
from policycli.ingest.readers.sandbox import Task, apart, apart_made, made, unpacked
from policycli.language import _
from policycli.text.sanitize import is_page

__all__ = ["STDIN", "Document", "documents", "read"]

STDIN = "-"


class Document(NamedTuple):
    """A document that was read, or what kept it from being read.

    Attributes:
        path: Of the file; of what is inside an archive ``archive.zip/folder/paper.docx``.
        error: A sentence that begins with ``path``, or nothing.
        skipped: Whether it is no paper by its name and was passed over.
        made: What a task made of the blocks, which then stay where they were read.
    """

    path: str
    blocks: list[Block]
    error: str = ""
    skipped: bool = False
    made: Any = None


Making = Callable[[str], Task]
"""What is to be made of the document at a path."""


def read(path: str) -> list[Block]:
    """The blocks of one document, read as what its content is where its name says something else.

    Args:
        path: A file, or ``-`` for standard input.

    Raises:
        DocumentError: It cannot be read, or is an archive; the sentence begins with ``path``.
        OSError: The system does not let it be read.
    """
    try:
        raw = _content(path)
        reader = _reader(path, raw)
        if reader.holds:
            raise DocumentError(_("holds several documents; unpack it"))
        return _whole(reader, raw, apart(reader, raw))
    except DocumentError as error:
        raise DocumentError(f"{path}: {error}") from error


def documents(path: str, making: Making | None = None) -> Iterator[Document]:
    """The document at ``path``, or all those inside it, where it is an archive or a letter.

    Args:
        path: A file, or ``-`` for standard input.
        making: What is made of each, if not its blocks are wanted.

    Raises:
        DocumentError: The file itself cannot be read; the sentence begins with ``path``.
        OSError: The system does not let it be read.
    """
    try:
        raw = _content(path)
        yield from _Documents(making).of(path, raw)
    except DocumentError as error:
        raise DocumentError(f"{path}: {error}") from error


class _Documents:
    """All documents of a file, however deep inside it."""

    def __init__(self, making: Making | None) -> None:
        self._making = making
        self._left = limits.UNPACKED  # bytes that may still be unpacked

    def of(self, path: str, raw: bytes, depth: int = 0) -> Iterator[Document]:
        reader = _reader(path, raw)
        if not reader.holds:
            yield self._document(path, reader, raw)
            return
        if depth == limits.ARCHIVES:
            what = _("archives nest deeper than {n}; unpack them")
            raise DocumentError(what.format(n=limits.ARCHIVES))
        parts = unpacked(reader, raw)
        self._left -= sum(len(part.raw) for part in parts)
        if self._left < 0:
            what = _("would unpack to more than {n} MB")
            raise DocumentError(what.format(n=limits.megabytes(limits.UNPACKED)))
        if all(part.skipped for part in parts):
            raise DocumentError(_("holds no document"))
        for part in parts:
            yield from self._inside(f"{path}/{part.name}", part, depth + 1)

    def _inside(self, path: str, part: Part, depth: int) -> Iterator[Document]:
        if part.error:
            yield Document(path, [], f"{path}: {part.error}", part.skipped)
            return
        try:
            yield from self.of(path, part.raw, depth)
        except DocumentError as error:
            yield Document(path, [], f"{path}: {error}")

    def _document(self, path: str, reader: Reader, raw: bytes) -> Document:
        if self._making is None:
            return Document(path, _whole(reader, raw, apart(reader, raw)))
        task = self._making(path)
        blocks, done = apart_made(reader, raw, task)
        if done is None:
            done = made(task, _whole(reader, raw, blocks))
        return Document(path, [], made=done)


def _whole(reader: Reader, raw: bytes, blocks: list[Block]) -> list[Block]:
    """The blocks of a document with the text of its pictures.

    Raises:
        DocumentError: It has no text.
    """
    pictures = next((block.text for block in blocks if block.kind == "pictures"), "")
    if pictures:
        blocks = _recognised(reader, blocks[:-1], raw, pictures)
    if not any(block.kind != "missing" for block in blocks):
        raise DocumentError(_("holds no text"))
    return blocks


def _recognised(reader: Reader, blocks: list[Block], raw: bytes, pages: str) -> list[Block]:
    """A document with the text of pages that are pictures, or a word on what is missing."""
    try:
        blocks = apart(of_scans(reader), raw)[:-1]
    except DocumentError as error:
        if not blocks:
            raise DocumentError(_("is a scan: {why}").format(why=error)) from error
        what = _("pages without text, perhaps scanned: {pages}; {why}")
        return [*blocks, Block("missing", what.format(pages=pages, why=error))]
    what = _("the text of these pages was recognised in pictures (OCR): {pages}; compare it")
    return [*blocks, Block("missing", what.format(pages=pages))]


def _content(path: str) -> bytes:
    if path == STDIN:
        return _limited(sys.stdin.buffer)
    if is_page(path):
        raise DocumentError(_("nothing is fetched: save the page first, then import the file"))
    if os.path.exists(path) and not os.path.isfile(path):
        raise DocumentError(_("is not a file"))  # a pipe or a device could be read for ever
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
        raise DocumentError(_("is not a document: expected one of {endings}").format(endings=known))
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
