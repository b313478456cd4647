"""Pictures of pages (scans, photographs) → blocks, by recognising their text."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from policycli.errors import DocumentError
from policycli.ingest.readers import limits
from policycli.ingest.readers.blocks import Block
from policycli.ingest.readers.layout import Layout
from policycli.ingest.readers.ocr import FROM_PICTURES, add_picture
from policycli.language import _

__all__ = ["read"]

_SIDE = 3_000  # dots of a page at most; the engine makes less of it


def read(raw: bytes) -> Iterator[Block]:
    """The blocks of a picture, which may have several pages (.tif).

    Raises:
        DocumentError: It is damaged, too large, or shows no text.
    """
    layout = Layout()
    for at, image in enumerate(_images(raw), 1):
        if at > limits.PICTURES:
            what = _("has more than {n} pages that are pictures; split it")
            raise DocumentError(what.format(n=limits.PICTURES))
        add_picture(layout, image)
    if not layout:
        raise DocumentError(_("shows no text"))
    yield from layout.blocks()
    yield Block("missing", _(FROM_PICTURES))


def _images(raw: bytes) -> Iterator[Any]:
    """The pages, turned as the camera says."""
    from PIL import Image, ImageOps, ImageSequence

    Image.MAX_IMAGE_PIXELS = None  # the limit is ours, and its sentence
    with Image.open(BytesIO(raw)) as image:
        for frame in ImageSequence.Iterator(image):
            if frame.width * frame.height > limits.PIXELS:
                what = _("is a picture of more than {n} million dots; make it smaller")
                raise DocumentError(what.format(n=limits.PIXELS // 10**6))
            upright = ImageOps.exif_transpose(frame).convert("RGBA")
            upright.thumbnail((_SIDE, _SIDE))
            yield Image.alpha_composite(Image.new("RGBA", upright.size, "white"), upright)
