"""The one way in for documents: what an export wrote comes back by its ids, all else is drafted."""

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from policycli.errors import DocumentError
from policycli.exchange import exported, ledger
from policycli.exchange.sheets import EXPLAINED
from policycli.ingest.extract import drafting
from policycli.ingest.extract.draft import Draft, from_plain, to_plain
from policycli.ingest.extract.ledgers import grid
from policycli.ingest.extract.ledgers import read as ledgers
from policycli.ingest.extract.ledgers.column import Asked
from policycli.ingest.extract.ledgers.columns import Left
from policycli.ingest.extract.ledgers.listed import listed
from policycli.ingest.extract.ledgers.read import NO_TABLE, Guess
from policycli.ingest.readers.blocks import Block
from policycli.ingest.readers.read import Document, documents
from policycli.ingest.readers.sandbox import Task
from policycli.language import _, both
from policycli.records.model import Policy

__all__ = ["Taken", "drafts", "read_document", "take", "taken"]

NOTHING_ASKED: Mapping[str, str] = {}


class Taken(NamedTuple):
    """What became of a document.

    Attributes:
        left: What of a ledger is not in the drafts.
        guessed: Columns of a ledger that were taken by how their headings end or begin.
        mapped: Plain titles of the columns whose keys somebody named.
    """

    drafts: list[Draft]
    left: Sequence[Left] = ()
    guessed: Sequence[Guess] = ()
    mapped: Collection[str] = ()


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
        policies += [draft.policy for draft in found.drafts]
    return policies


def taken(
    path: str, written: str = "", asked: Asked = NOTHING_ASKED
) -> Iterator[tuple[Document, Taken]]:
    """The document at a path, or those inside it, each with what became of it or with an error.

    Args:
        path: A file; an archive and a letter hold several.
        written: The date of documents that do not tell one themselves.
        asked: The keys of columns of ledgers that are not known by their headings.

    Raises:
        DocumentError: The file itself cannot be read; the sentence begins with ``path``.
        OSError: The system does not let it be read.
    """
    arguments = {"written": written, "asked": dict(asked)}
    for each in documents(path, lambda path: Task(__name__, {"path": path, **arguments})):
        yield each, Taken([]) if each.error else _taken(*each.made)


def _taken(found: Any, left: Any, guessed: Any, mapped: Any) -> Taken:
    drafts = [from_plain(data) for data in found]
    return Taken(drafts, [Left(*e) for e in left], [Guess(*e) for e in guessed], set(mapped))


def make(blocks: Sequence[Block], path: str, written: str, asked: Asked) -> Any:
    """What becomes of a document where it is read, as plain data; the sandbox runs this."""
    found = _take(blocks, path, written, asked)
    return [list(map(to_plain, found.drafts)), found.left, found.guessed, sorted(found.mapped)]


def drafts(blocks: Sequence[Block], path: str, written: str = "") -> list[Draft]:
    """The policies of a document; see ``take``."""
    return take(blocks, path, written).drafts


def take(
    blocks: Sequence[Block], path: str, written: str = "", asked: Asked = NOTHING_ASKED
) -> Taken:
    """The policies of a document, and what of it was not taken.

    Args:
        blocks: All of it.
        path: Of the file, whose name goes into ``source``.
        written: The date of the document, where it does not tell one itself.
        asked: The keys of columns of a ledger that are not known by their headings.

    Raises:
        DocumentError: It is what an export wrote, or a ledger, and has faults.
    """
    try:
        return _take(blocks, path, written, asked)
    except DocumentError as error:
        raise DocumentError(f"{path}: {error}") from error


def _take(blocks: Sequence[Block], path: str, written: str, asked: Asked) -> Taken:
    kinds = {block.kind for block in blocks}
    if "sheet" in kinds:
        return _of_workbook([block for block in blocks if block.kind == "sheet"], path, asked)
    if "records" in kinds:
        return Taken(exported.drafts(blocks))
    if sheet := listed(blocks):
        return Taken(*ledgers.read([sheet], drafting.name_of(path), asked))
    return Taken(drafting.drafts(blocks, path, written))


def _of_workbook(sheets: Sequence[Block], path: str, asked: Asked) -> Taken:
    """A ledger that was exported, or that somebody filled in so; else one that an office keeps."""
    sheets = [block for block in sheets if block.text not in both(EXPLAINED)]
    tables = [ledger.Table(block.text, block.rows) for block in sheets]
    if any(map(ledger.is_own, tables)):
        left = [Left(name, "", 0, NO_TABLE) for name in ledger.strangers(tables)]
        return Taken(exported.drafts(sheets), left)
    pages = [_sheet(block) for block in sheets]
    kept = ledgers.read(pages, drafting.name_of(path), asked)
    if not kept.drafts and _is_empty(pages):
        raise DocumentError(_("has no rows yet: fill it in below its headings"))
    if not kept.drafts:
        what = _(
            "is not a ledger: no sheet has a table of policies, tasks or indicators; "
            "say with --map what its columns are"
        )
        raise DocumentError(what)
    return Taken(*kept)


def _is_empty(sheets: Sequence[grid.Sheet]) -> bool:
    """Whether there is nothing but headings in them."""
    found = [table for sheet in sheets for table in grid.tables(sheet)]
    return bool(found) and all(table.titles and not table.body for table in found)


def _sheet(block: Block) -> grid.Sheet:
    return grid.Sheet(
        block.text, block.rows, {(row, column): link for row, column, link in block.links}
    )
