"""Scans in JBIG2: in PDF, and in OFD, where each is a file of its own."""

import struct
from io import BytesIO
from typing import Any

import pytest

from policycli.errors import DocumentError
from policycli.ingest.readers import pdf
from tests.ingest.making_ofd import archive

pytest.importorskip("pypdfium2")
pytest.importorskip("PIL")

from policycli.ingest.readers import jbig2

SIDES = (300, 200)
INK, PAPER = (80, 70), (200, 150)


def picture() -> Any:
    """White paper with a black box on it."""
    from PIL import Image, ImageDraw

    image = Image.new("1", SIDES, 1)
    ImageDraw.Draw(image).rectangle((40, 50, 120, 90), fill=0)
    return image


def file(*, ordered: bool = True, counted: bool = True, height: int = SIDES[1]) -> bytes:
    """The picture as a file of JBIG2.

    Its only region is coded as in a fax, which is what TIFF calls group 4, where a black dot is 1.

    Args:
        ordered: Whether the data of every segment stands behind its header.
        counted: Whether the file says how many pages it has.
        height: What the page says of it.
    """
    from PIL import Image

    tiff = BytesIO()
    inverted = picture().convert("L").point(lambda dot: 255 - dot).convert("1")
    inverted.save(tiff, "TIFF", compression="group4")
    tags = Image.open(tiff).tag_v2  # type: ignore[attr-defined]
    (start,), (size,) = tags[273], tags[279]
    width = SIDES[0]
    segments = [
        (48, struct.pack(">IIIIBH", width, height, 0, 0, 0, 0)),
        (38, struct.pack(">IIIIBB", *SIDES, 0, 0, 0, 1) + tiff.getvalue()[start : start + size]),
        (51, b""),
    ]
    headers = [
        struct.pack(">IBBBI", n, kind, 0, 1, len(data)) for n, (kind, data) in enumerate(segments)
    ]
    flags = (1 if ordered else 0) | (0 if counted else 2)
    head = b"\x97JB2\r\n\x1a\n" + bytes([flags]) + (struct.pack(">I", 1) if counted else b"")
    pairs = list(zip(headers, (data for _kind, data in segments), strict=True))
    if ordered:
        return head + b"".join(header + data for header, data in pairs)
    return head + b"".join(headers) + b"".join(data for _header, data in pairs)


def dots(image: Any) -> tuple[int, int]:
    """How bright it is where the box and where nothing is."""
    grey = image.convert("L")
    return grey.getpixel(INK), grey.getpixel(PAPER)


@pytest.mark.parametrize("ordered", [True, False])
@pytest.mark.parametrize("counted", [True, False])
def test_a_picture_is_drawn_dot_by_dot(ordered: bool, counted: bool) -> None:
    """However its segments are ordered."""
    image = jbig2.drawn(file(ordered=ordered, counted=counted))
    assert image.size == SIDES
    assert dots(image) == (0, 255)


@pytest.mark.parametrize(
    "raw",
    [file()[:10], file()[:30], file(ordered=False)[:40], file(height=0xFFFFFFFF), file(height=0)],
)
def test_what_is_damaged_or_says_no_height_is_refused(raw: bytes) -> None:
    """As other pictures are that cannot be opened."""
    with pytest.raises(OSError, match=r"JBIG2|dots"):
        jbig2.drawn(raw)


def test_segments_may_name_many_others() -> None:
    """Their headers are longer then, and name them in more bytes."""
    referred = (
        struct.pack(">IBI", 300, 0x3E, 0xE0000000 | 9) + b"\0\0" + struct.pack(">9H", *range(9))
    )
    odd = referred + b"\1" + struct.pack(">I", 0)
    raw = file()
    assert dots(jbig2.drawn(raw[:13] + odd + raw[13:])) == (0, 255)


def test_a_pdf_shows_such_a_page() -> None:
    """It is a picture, and given to those who recognise its text."""
    paper = jbig2.as_pdf(file()[13:], *SIDES)
    seen: list[Any] = []
    assert [block.kind for block in pdf.read(paper)] == ["pictures"]
    list(pdf.read(paper, lambda _layout, image: seen.append(image)))
    (image,) = seen
    assert dots(image.resize(SIDES)) == (0, 255)


def test_an_ofd_shows_such_a_page() -> None:
    """The picture stands where the page has it; a damaged one is told in a sentence."""
    from policycli.ingest.readers import ofd, ofd_scans
    from policycli.ingest.readers.zip import Archive

    page = '<ofd:ImageObject Boundary="0 0 210 297" ResourceID="1.jb2"/>'

    def shown(raw: bytes) -> Any:
        whole, seen = archive([page], pictures={"1.jb2": raw}), []
        list(ofd.read(whole, lambda _layout, _archive, each: seen.append(each)))
        return ofd_scans.drawn(Archive(whole), seen[0])

    assert dots(shown(file()).resize(SIDES)) == (0, 255)
    with pytest.raises(DocumentError, match="a picture of a kind that cannot be read"):
        shown(file()[:30])
