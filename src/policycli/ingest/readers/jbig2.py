"""Pictures in JBIG2 (ISO/IEC 14492), as scanners put them into OFD; in PDF they are read anyway.

PDFium reads them where they stand in a PDF, without the header of a file and with its segments one
after the other (ISO 32000-1, 7.4.7). So one is put into a PDF of a single page, and that is drawn.
"""

import struct
from collections.abc import Iterator
from typing import Any, NamedTuple

from policycli.ingest.readers.limits import PIXELS

__all__ = ["as_pdf", "drawn", "is_jbig2"]

_SIGN = b"\x97JB2\r\n\x1a\n"
_PAGE, _END = 48, 51  # kinds of segments: what a page is like, and the end of the file (7.3)
_SEQUENTIAL, _UNCOUNTED, _LONG_PAGE = 1, 2, 0x40  # flags of the file and of a segment
_OBJECTS = (
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    (
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 {w} {h}]/Contents 4 0 R"
        "/Resources<</XObject<</I 5 0 R>>>>>>"
    ),
    "<</Length {length}>>stream\n{draw}\nendstream",
    (
        "<</Type/XObject/Subtype/Image/Width {w}/Height {h}/BitsPerComponent 1"
        "/ColorSpace/DeviceGray/Filter/JBIG2Decode/Length {size}>>stream\n"
    ),
)


class _Segment(NamedTuple):
    """A piece of a picture: its kind, its header, where that ends, and how long its data is."""

    kind: int
    header: bytes
    end: int
    size: int


def is_jbig2(raw: bytes) -> bool:
    """Whether a picture says that it is one."""
    return raw.startswith(_SIGN)


def drawn(raw: bytes) -> Any:
    """The picture, a dot a dot.

    Raises:
        OSError: It is damaged, too large, or does not say how high it is.
    """
    import pypdfium2

    try:
        stream = _embedded(raw)
        width, height = next(_sizes(stream))
        if not 0 < width * height <= PIXELS:
            raise OSError(f"{width} × {height} dots")
        with pypdfium2.PdfDocument(as_pdf(stream, width, height)) as paper:
            return paper[0].render(scale=1).to_pil()
    except (struct.error, IndexError, StopIteration, pypdfium2.PdfiumError) as error:
        raise OSError("damaged JBIG2") from error


def _embedded(raw: bytes) -> bytes:
    """The segments without the header of the file, each with its data behind it (annex D)."""
    flags = raw[len(_SIGN)]
    body = raw[len(_SIGN) + (1 if flags & _UNCOUNTED else 5) :]
    if flags & _SEQUENTIAL:
        return body
    headers = list(_headers(body))
    at, pieces = headers[-1].end, []
    for each in headers:
        pieces.append(each.header + body[at : at + each.size])
        at += each.size
    return b"".join(pieces)


def _headers(body: bytes) -> Iterator[_Segment]:
    """The headers of a file that has all of them before all data."""
    at = 0
    while True:
        found = _segment(body, at)
        yield found
        if found.kind == _END:
            return
        at = found.end


def _sizes(stream: bytes) -> Iterator[tuple[int, int]]:
    """Width and height of every page."""
    at = 0
    while at < len(stream):
        found = _segment(stream, at)
        if found.kind == _PAGE:
            yield struct.unpack_from(">II", stream, found.end)
        at = found.end + found.size


def _segment(data: bytes, at: int) -> _Segment:
    """The segment whose header begins at a place (7.2)."""
    number, flags, counts = struct.unpack_from(">IBB", data, at)
    end, referred = at + 6, counts >> 5
    if referred == 7:  # many: their number stands in four bytes, with a bit for each behind it
        referred = struct.unpack_from(">I", data, at + 5)[0] & 0x1FFFFFFF
        end = at + 9 + (referred + 8) // 8
    end += referred * (1 if number <= 256 else 2 if number <= 65536 else 4)
    end += 4 if flags & _LONG_PAGE else 1
    size = struct.unpack_from(">I", data, end)[0]
    return _Segment(flags & 0x3F, data[at : end + 4], end + 4, size)


def as_pdf(stream: bytes, width: int, height: int) -> bytes:
    """A PDF of one page that is nothing but the picture, a point a dot.

    Args:
        stream: Its segments, without the header of a file.
        width: In dots.
        height: In dots.
    """
    draw = f"{width} 0 0 {height} 0 0 cm /I Do"
    said = {"w": width, "h": height, "draw": draw, "length": len(draw), "size": len(stream)}
    made, places = b"%PDF-1.4\n", []
    for number, pattern in enumerate(_OBJECTS, 1):
        text = pattern
        for name, value in said.items():
            text = text.replace(f"{{{name}}}", str(value))
        places.append(len(made))
        inside = stream + b"\nendstream" if number == len(_OBJECTS) else b""
        made += f"{number} 0 obj{text}".encode() + inside + b"\nendobj\n"
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    table = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{rows}"
    end = f"trailer<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{len(made)}\n%%EOF"
    return made + table.encode() + end.encode()
