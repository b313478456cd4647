"""Bytes → text, with a word on what they might be where they are not UTF-8."""

from policycli.files.faults import NOT_UTF8, Faults
from policycli.language import _

__all__ = ["decode"]


def decode(raw: bytes, line: int, faults: Faults) -> str:
    """The text of ``raw``, whose first line is number ``line`` of the file; a BOM is dropped.

    Raises:
        CatalogueError: It is not UTF-8. The rest of the file is then not worth reading.
    """
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = line + raw.count(b"\n", 0, error.start)
        what = _("not UTF-8 (byte 0x{byte:02X})").format(byte=raw[error.start])
        faults.add((), what + _guess(raw), NOT_UTF8, at)
        raise faults.error() from error


def _guess(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _(": it looks like UTF-16, save it as UTF-8")
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return _(": it looks like GBK, save it as UTF-8")
