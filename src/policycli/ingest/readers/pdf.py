"""PDF → blocks, by way of pdfplumber, which keeps the clauses and tables of Chinese PDFs whole."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from policycli.errors import DocumentError
from policycli.ingest.readers import limits
from policycli.ingest.readers.blocks import Block, table
from policycli.ingest.readers.columns import Piece
from policycli.ingest.readers.layout import Layout, boxed
from policycli.language import _

__all__ = ["read"]


def read(raw: bytes) -> Iterator[Block]:
    """The blocks of a PDF.

    Raises:
        DocumentError: The file is locked, too long, or only pictures of text.
    """
    pdf = _opened(raw)
    if len(pdf.pages) > limits.PAGES:
        raise DocumentError(_("has more than {n} pages; split it").format(n=limits.PAGES))
    layout = Layout()
    blank: list[int] = []
    for at, page in enumerate(pdf.pages, 1):
        if page.images and not page.chars:
            blank.append(at)
        layout.add(page.chars, _tables(page, at), float(page.height))
        page.close()  # forgets what was parsed: a long file would fill the memory
    if not layout:
        what = _("is a scan, pictures without text; run text recognition (OCR) on it first")
        raise DocumentError(what if blank else _("holds no text"))
    yield from layout.blocks()
    if blank:
        what = _("pages without text, perhaps scanned: {pages}")
        yield Block("missing", what.format(pages=", ".join(map(str, blank))))


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
        if len(block.rows) > 1 and len(block.rows[0]) > 1:
            found.append(boxed(block, each.bbox))
    return found
