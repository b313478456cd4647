"""The one way in for documents: a file, or what came on standard input, to blocks."""

import os
import sys
from typing import BinaryIO

from policycli.errors import DocumentError
from policycli.ingest.readers import limits
from policycli.ingest.readers.blocks import Block, bounded
from policycli.language import _

__all__ = ["ENDINGS", "STDIN", "read"]

STDIN = "-"
ENDINGS = {
    ".docx": "docx",
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    ".txt": "text",
    ".md": "text",
    ".markdown": "text",
}
"""The papers that can be read, and by which module."""

_KINDS = {**ENDINGS, ".xlsx": "xlsx"}  # a ledger is no paper: folders are not searched for one

_CONTAINERS = {"docx": "zip", "xlsx": "zip", "pdf": "pdf"}
_REFUSED = (".docm", ".dotm", ".xlsm", ".pptm")
_OLD = (".doc", ".wps", ".rtf", ".odt", ".ofd", ".xls", ".ppt", ".pptx", ".et", ".dps")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(path: str) -> list[Block]:
    """The blocks of a document.

    Args:
        path: A file, or ``-`` for standard input, whose kind then follows from its first bytes.

    Raises:
        DocumentError: It cannot be read; the sentence begins with ``path``.
        OSError: The system does not let it be read.
    """
    try:
        return _read(path)
    except DocumentError as error:
        raise DocumentError(f"{path}: {error}") from error


def _read(path: str) -> list[Block]:
    kind = "" if path == STDIN else _named_kind(path)
    raw = _content(path)
    blocks = _blocks(_true_kind(kind, raw), raw)
    if not blocks:
        raise DocumentError(_("holds no text"))
    return blocks


def _blocks(kind: str, raw: bytes) -> list[Block]:
    """Plain text cannot do harm, and is read here; everything else apart."""
    if kind == "text":
        from policycli.ingest.readers import text
        from policycli.ingest.readers.decode import decode

        return list(bounded(text.read(decode(raw))))
    from policycli.ingest.readers.sandbox import apart

    return apart(kind, raw)


def _named_kind(path: str) -> str:
    ending = os.path.splitext(path)[1].lower()
    if ending in _REFUSED:
        raise DocumentError(_("can have macros, which are not let in; save it without them"))
    if ending in _OLD:
        raise DocumentError(_("is of a kind that cannot be read; save it as .docx or .pdf"))
    if ending not in _KINDS:
        known = ", ".join(_KINDS)
        raise DocumentError(_("is no document: expected one of {endings}").format(endings=known))
    return _KINDS[ending]


def _content(path: str) -> bytes:
    if path == STDIN:
        return _limited(sys.stdin.buffer)
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


def _true_kind(named: str, raw: bytes) -> str:
    """The kind that the name says, or where there is none, or a wrong one, the content."""
    seen = _seen(raw)
    if named in _CONTAINERS:
        if seen != _CONTAINERS[named]:
            raise DocumentError(_wrong_content(raw, named))
        return named
    if seen == "zip":  # a paper can hold a workbook
        return "xlsx" if b"xl/workbook" in raw and b"word/document" not in raw else "docx"
    return "pdf" if seen == "pdf" else named or seen


def _seen(raw: bytes) -> str:
    """What the first bytes say."""
    if raw.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if b"%PDF-" in raw[:1024]:
        return "pdf"
    start = raw[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "html" if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) else "text"


def _wrong_content(raw: bytes, kind: str) -> str:
    if raw.startswith(_OLE):
        return _("is old or locked; unlock it and save it as .{kind}").format(kind=kind)
    if not raw.strip():
        return _("is empty")
    return _("is no .{kind} inside").format(kind=kind)
