"""OFD with pages that are pictures → blocks, the text of those pages recognised."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from policycli.errors import DocumentError
from policycli.ingest.readers import jbig2, limits, ofd
from policycli.ingest.readers.blocks import Block
from policycli.ingest.readers.layout import Layout
from policycli.ingest.readers.ocr import add_picture
from policycli.ingest.readers.zip import Archive
from policycli.language import _

__all__ = ["drawn", "read"]

_DOTS = 200 / 72  # of a point: 200 an inch, enough for small print


def read(raw: bytes) -> Iterator[Block]:
    """The blocks of an .ofd, also of its pages without text.

    Raises:
        DocumentError: As the reader of other OFD does; or a picture is too large or of a kind
            that cannot be read.
    """
    count = 0

    def recognise(layout: Layout, archive: Archive, page: ofd.Page) -> None:
        nonlocal count
        count += 1
        if count > limits.PICTURES:
            what = _("has more than {n} pages that are pictures; split it")
            raise DocumentError(what.format(n=limits.PICTURES))
        add_picture(layout, drawn(archive, page))

    return ofd.read(raw, recognise)


def drawn(archive: Archive, page: ofd.Page) -> Any:
    """A page as one picture: scans come whole, or in stripes.

    Raises:
        DocumentError: A picture is too large, missing, damaged, or of a kind that cannot be read.
    """
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # the limit is ours, and its sentence
    sheet = Image.new("RGB", _dots(page.width, page.height), "white")
    for each in page.pictures:
        info = next((info for info in archive.infos if info.filename == each.part), None)
        try:
            with _opened(archive.content(info) if info else b"") as image:
                _limited(image.width, image.height)
                sides = _dots(each.width, each.height)
                place = (round(each.left * _DOTS), round(each.top * _DOTS))
                sheet.paste(image.convert("RGB").resize(sides), place)
        except (OSError, SyntaxError) as error:
            what = _("holds a picture of a kind that cannot be read; save it as .pdf")
            raise DocumentError(what) from error
    return sheet


def _opened(raw: bytes) -> Any:
    from PIL import Image

    return jbig2.drawn(raw) if jbig2.is_jbig2(raw) else Image.open(BytesIO(raw))


def _dots(width: float, height: float) -> tuple[int, int]:
    sides = max(round(width * _DOTS), 1), max(round(height * _DOTS), 1)
    _limited(*sides)
    return sides


def _limited(width: int, height: int) -> None:
    if width * height > limits.PIXELS:
        what = _("is a picture of more than {n} million dots; make it smaller")
        raise DocumentError(what.format(n=limits.PIXELS // 10**6))
