"""PDF → blocks, by way of pdfplumber, which keeps the clauses and tables of Chinese PDFs whole."""

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import Any

from policycli.errors import DocumentError
from policycli.ingest.readers import limits
from policycli.ingest.readers.blocks import Block, table
from policycli.ingest.readers.columns import Piece
from policycli.ingest.readers.layout import Layout, boxed, is_frame
from policycli.language import _

__all__ = ["read"]

_DOTS = 200  # an inch, of the picture that is made of a page: enough for small print


def read(raw: bytes, recognise: Callable[[Layout, Any], None] | None = None) -> Iterator[Block]:
    """The blocks of a PDF; the last names the pages that are pictures, if there are any.

    Args:
        raw: The file.
        recognise: Adds the picture of a page to the layout; else such pages have no text.

    Raises:
        DocumentError: The file is locked, or too long.
    """
    pdf = _opened(raw)
    if len(pdf.pages) > limits.PAGES:
        raise DocumentError(_("has more than {n} pages; split it").format(n=limits.PAGES))
    layout = Layout()
    pictures: list[int] = []
    for at, page in enumerate(pdf.pages, 1):
        if page.images and not page.chars:
            pictures.append(at)
        if recognise and page.images and not page.chars:
            _limit(pictures)
            recognise(layout, page.to_image(resolution=_DOTS).original)
        else:
            layout.add(page.chars, _tables(page, at), float(page.height))
        page.close()  # forgets what was parsed: a long file would fill the memory
    yield from layout.blocks()
    if pictures:
        yield Block("pictures", ", ".join(map(str, pictures)))


def _limit(pictures: Sequence[int]) -> None:
    if len(pictures) > limits.PICTURES:
        what = _("has more than {n} pages that are pictures; split it")
        raise DocumentError(what.format(n=limits.PICTURES))


def _opened(raw: bytes) -> Any:
    import pdfplumber

    try:
        return pdfplumber.open(BytesIO(raw))
    except Exception as error:
        locked = "Password" in repr(error) or "Encrypt" in repr(error)
        what = _("is locked with a password; unlock it first") if locked else _("is a damaged PDF")
        raise DocumentError(what) from error


def _tables(page: Any, at: int) -> list[Piece]:
    """The tables of a page as boxes with a block; a frame around text is none."""
    signs = sum(len(page.objects.get(kind, ())) for kind in ("char", "line", "rect", "curve"))
    if signs > limits.PAGE_SIGNS:
        what = _("page {page} holds more than {n} characters and lines")
        raise DocumentError(what.format(page=at, n=limits.PAGE_SIGNS))
    if not page.edges:
        return []
    found: list[Piece] = []
    for each in page.find_tables():
        block = table([cell or "" for cell in row] for row in each.extract())
        if len(block.rows) > 1 and len(block.rows[0]) > 1 and not is_frame(block):
            found.append(boxed(block, each.bbox))
    return found
