"""The one way in for documents: what an export wrote comes back by its ids, all else is drafted."""

import os
from collections.abc import Iterator, Sequence

from policycli.errors import DocumentError
from policycli.exchange import exported
from policycli.ingest.extract import drafting
from policycli.ingest.extract.draft import Draft
from policycli.ingest.readers.blocks import Block
from policycli.ingest.readers.read import Document, documents
from policycli.records.model import Policy

__all__ = ["drafts", "read_document", "taken"]


def read_document(path: str | os.PathLike[str]) -> list[Policy]:
    """The policies of a document, as drafts: what is uncertain in them, people have to check.

    Args:
        path: A paper (.docx, .doc, .pdf, .html and what else ``policy import --help`` lists), or
            a ledger, whose records come under the ids they have; of an archive all papers in it.
            ``policy import`` marks what is uncertain.

    Raises:
        DocumentError: It, or a paper in it, cannot be read; the sentence says why and what to do.
        OSError: The system does not let it be read.
    """
    name = os.fspath(path)
    policies: list[Policy] = []
    for document, found in taken(name):
        if document.error and not document.skipped:
            raise DocumentError(document.error)
        policies += [draft.policy for draft in found]
    return policies


def taken(path: str, written: str = "") -> Iterator[tuple[Document, list[Draft]]]:
    """The document at a path, or those inside it, each with its drafts or with an error.

    Args:
        path: A file; an archive and a letter hold several.
        written: The date of documents that do not tell one themselves.

    Raises:
        DocumentError: The file itself cannot be read; the sentence begins with ``path``.
        OSError: The system does not let it be read.
    """
    for each in documents(path):
        try:
            yield each, [] if each.error else drafts(each.blocks, each.path, written)
        except DocumentError as error:
            yield each._replace(error=str(error)), []


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
