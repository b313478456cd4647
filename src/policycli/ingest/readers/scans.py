"""PDFs with pages that are pictures → blocks, the text of those pages recognised."""

from collections.abc import Iterator

from policycli.ingest.readers import pdf
from policycli.ingest.readers.blocks import Block
from policycli.ingest.readers.ocr import add_picture

__all__ = ["read"]


def read(raw: bytes) -> Iterator[Block]:
    """The blocks of a PDF, also of its pages without text.

    Raises:
        DocumentError: As the reader of other PDFs does.
    """
    return pdf.read(raw, add_picture)
