"""By which bytes a kind of document is known; nothing is unpacked or parsed for it."""

import re
import struct
from collections.abc import Callable

from policycli.errors import DocumentError
from policycli.ingest.readers.decode import decode

__all__ = [
    "any_of",
    "is_html",
    "is_mail",
    "is_pdf",
    "is_rtf",
    "is_text",
    "is_web_archive",
    "is_word_xml",
    "is_zip",
    "ole_with",
    "open_document",
    "starts_with",
    "zip_with",
]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = ("WordDocument", "Workbook", "Book", "PowerPoint Document", "EncryptedPackage")
_OPEN_DOCUMENT = "mimetypeapplication/vnd.oasis.opendocument."
_DOCUMENT_PARTS = (b"[Content_Types].xml", b"OFD.xml", b"mimetype")
_HTML = (b"<!doctype html", b"<html", b"<head", b"<body")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ZIP_END = struct.Struct("<4s4H2LH")  # APPNOTE.TXT of PKWARE, 4.3.16


def is_pdf(raw: bytes) -> bool:
    """A PDF, which may have up to 1,024 bytes of something else in front."""
    return raw.startswith(b"%PDF-") or (b"%PDF-" in raw[:1024] and b"endobj" in raw)


def is_html(raw: bytes) -> bool:
    """A web page that begins as one."""
    return raw[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_HTML)


def is_rtf(raw: bytes) -> bool:
    """A text in Rich Text Format."""
    return raw[:64].lstrip().startswith(b"{\\rtf")


def is_word_xml(raw: bytes) -> bool:
    """A Word document that is one file of XML, which says so at its beginning."""
    start = raw[:8192]
    return start[:8].lstrip(b"\xef\xbb\xbf").startswith(b"<?xml") and any(
        word in start for word in (b"wordDocument", b"2006/xmlPackage")
    )


def open_document(kind: str) -> Callable[[bytes], bool]:
    """An OpenDocument of a kind, such as ``text``; its first part says what it is."""
    sign = f"{_OPEN_DOCUMENT}{kind}".encode()
    return lambda raw: raw.startswith(b"PK") and sign in raw[:256]


def ole_with(stream: str) -> Callable[[bytes], bool]:
    """An Office document of before 2007 whose main stream is this one.

    Documents embedded in it have names of their own further back.
    """

    def is_kind(raw: bytes) -> bool:
        places = {name: raw.find(name.encode("utf-16-le")) for name in _STREAMS}
        found = min((at, name) for name, at in (places | {"": len(raw)}).items() if at >= 0)
        return raw.startswith(_OLE) and found[1] == stream

    return is_kind


def any_of(*tests: Callable[[bytes], bool]) -> Callable[[bytes], bool]:
    """Whether one of several signs is there."""
    return lambda raw: any(test(raw) for test in tests)


def is_text(raw: bytes) -> bool:
    """Words of one byte order that is sure: UTF-16 may be anything, so there the name decides."""
    if not raw or _CONTROL.search(raw):
        return False
    try:
        decode(raw)
    except DocumentError:
        return False
    return True


def is_mail(raw: bytes) -> bool:
    """A letter, by the names of the lines it begins with (RFC 5322)."""
    return len(_headers(raw) & {b"from", b"to", b"date", b"subject", b"received"}) > 2


def is_web_archive(raw: bytes) -> bool:
    """A page with its pictures (RFC 2557): put together as a letter is, and sent to nobody."""
    names = _headers(raw)
    related = re.search(rb"(?i)^content-type:\s*multipart/related", raw[:8192], re.MULTILINE)
    return b"mime-version" in names and bool(related) and not names & {b"to", b"received"}


def _headers(raw: bytes) -> set[bytes]:
    head = re.split(rb"\r?\n\r?\n", raw[:8192].lstrip(), maxsplit=1)[0]
    return {name.lower() for name in re.findall(rb"(?m)^([A-Za-z-]{2,40}):", head)}


def is_zip(raw: bytes) -> bool:
    """A zip file that is not itself a document."""
    directory = _zip_directory(raw)
    return bool(directory) and not any(name in directory for name in _DOCUMENT_PARTS)


def starts_with(*begins: bytes) -> Callable[[bytes], bool]:
    """A file that begins with one of these."""
    return lambda raw: raw.startswith(begins)


def zip_with(*parts: bytes) -> Callable[[bytes], bool]:
    """A zip file with parts whose names begin so; what is inside its parts does not count."""
    return lambda raw: all(part in _zip_directory(raw) for part in parts)


def _zip_directory(raw: bytes) -> bytes:
    """The table at the end of a zip file that has the names of its parts."""
    at = raw.rfind(b"PK\x05\x06")
    if not raw.startswith(b"PK") or at < 0 or len(raw) < at + _ZIP_END.size:
        return b""
    size = _ZIP_END.unpack_from(raw, at)[5]
    return raw[max(at - size, 0) : at]
