"""Bytes → text: UTF-8, UTF-16 and GB18030 (which takes in GBK and GB2312), by BOM or by trying.

UTF-8 comes first since hardly any other text is valid UTF-8. UTF-16 without a BOM is known by the
zero bytes of its ASCII, or by its full stops and commas. Of what is left, Chinese papers are GBK.
"""

from policycli.errors import DocumentError
from policycli.language import _

__all__ = ["decode"]

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_SAMPLE = 100_000  # bytes
_MARKS = "，。、：；的一\n "  # what any Chinese text holds; read with swapped bytes it does not


def decode(raw: bytes, declared: str = "") -> str:
    """The text of ``raw``.

    Args:
        raw: A file's content.
        declared: The encoding that the document itself names; only Big5 is taken at its
            word, since nearly anything can be read in it.

    Raises:
        DocumentError: It is in no encoding known here.
    """
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return _strictly(raw, encoding).removeprefix("\ufeff")
    wide = _wide(raw)
    if wide:
        return _strictly(raw, wide)
    traditional = ("big5hkscs",) if declared.lower().startswith("big5") else ()
    for encoding in ("utf-8", *traditional, "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _unknown()


def _strictly(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise _unknown() from error


def _unknown() -> DocumentError:
    return DocumentError(_("is not text in UTF-8, GBK or UTF-16; save it as UTF-8"))


def _wide(raw: bytes) -> str:
    """``utf-16-le`` or ``utf-16-be`` where ``raw`` is that without a BOM; else nothing."""
    sample = raw[: min(_SAMPLE, len(raw) // 2 * 2)]
    if not sample or len(raw) % 2 or not _doubtful(sample):
        return ""
    best = max(("utf-16-le", "utf-16-be"), key=lambda name: _likely(sample, name))
    return best if _likely(sample, best) > 0.05 else ""


def _doubtful(sample: bytes) -> bool:
    """Whether it can be UTF-16 at all: it has zero bytes, or is not UTF-8."""
    if b"\0" in sample:
        return True
    try:
        sample[: len(sample) - 4].decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start < len(sample) - 8
    return False


def _likely(sample: bytes, encoding: str) -> float:
    """The share of the commonest characters of Chinese text, read in this encoding."""
    text = sample.decode(encoding, "replace")
    return sum(text.count(mark) for mark in _MARKS) / len(text)
