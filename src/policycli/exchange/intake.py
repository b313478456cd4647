"""The one way in for documents: what an export wrote comes back by its ids, all else is drafted."""

import os
from collections.abc import Sequence

from policycli.errors import DocumentError
from policycli.exchange import exported
from policycli.ingest.extract import drafting
from policycli.ingest.extract.draft import Draft
from policycli.ingest.readers.blocks import Block
from policycli.ingest.readers.read import read
from policycli.records.model import Policy

__all__ = ["drafts", "read_document"]


def read_document(path: str | os.PathLike[str]) -> list[Policy]:
    """The policies of a document, as drafts: what is uncertain in them, people have to check.

    Args:
        path: A paper (.docx, .doc, .pdf, .html and what else ``policy import --help`` lists), or
            a ledger, whose records come under the ids they have. ``policy import`` marks what is
            uncertain.

    Raises:
        DocumentError: It cannot be read; the sentence says why and what to do.
        OSError: The system does not let it be read.
    """
    name = os.fspath(path)
    return [draft.policy for draft in drafts(read(name), name)]


def drafts(blocks: Sequence[Block], path: str, written: str = "") -> list[Draft]:
    """The policies of a document.

    Args:
        blocks: All of it.
        path: Of the file, whose name goes into ``source``.
        written: The date of the document, where it does not tell one itself.

    Raises:
        DocumentError: It is what an export wrote, or a ledger, and has faults.
    """
    if not any(block.kind in ("sheet", "records") for block in blocks):
        return drafting.drafts(blocks, path, written)
    try:
        return exported.drafts(blocks)
    except DocumentError as error:
        raise DocumentError(f"{path}: {error}") from error
