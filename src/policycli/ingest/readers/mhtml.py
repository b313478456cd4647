"""Web pages with their pictures in one file (.mht), which Word and browsers save → blocks."""

from collections.abc import Iterator

from policycli.errors import DocumentError
from policycli.ingest.readers import html
from policycli.ingest.readers.blocks import Block
from policycli.ingest.readers.mail import body, opened
from policycli.language import _

__all__ = ["read"]


def read(raw: bytes) -> Iterator[Block]:
    """The blocks of the page; nothing else of the file is opened.

    Raises:
        DocumentError: There is no page inside, or it cannot be read.
    """
    page = body(opened(raw))
    if page is None:
        raise DocumentError(_("holds no text"))
    return html.read(page.raw)
