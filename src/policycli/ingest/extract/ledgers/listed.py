"""Ledgers in documents that are no workbooks: a page or a text that is a table of policies."""

from collections.abc import Sequence

from policycli.ingest.extract.ledgers.book import Book
from policycli.ingest.extract.ledgers.cards import cards
from policycli.ingest.extract.ledgers.columns import columns
from policycli.ingest.extract.ledgers.context import is_note
from policycli.ingest.extract.ledgers.grid import Sheet, Table, tables
from policycli.ingest.readers.blocks import Block

__all__ = ["listed"]

_LONGEST = 60  # characters of a title or the name of a group
_SAYS = (
    *("policy.doc_number", "policy.date", "policy.issuers", "policy.status"),
    *("measure.text", "measure.title", "measure.lead"),
)


def listed(blocks: Sequence[Block]) -> Sheet | None:
    """The sheet that a document stands for; ``None`` where it is a paper, with or without tables.

    A system that exports a ledger writes a page, and a list of what is in force is a text: there
    is nothing in them but a table that names policies, or their registration cards, with titles
    and notes around them.
    """
    if not any(block.rows for block in blocks):
        return None
    around = [block.text for block in blocks if not block.rows and block.kind != "missing"]
    if not all(is_note(text) or _is_title(text) for text in around):
        return None
    rows = [row for block in blocks for row in (block.rows or [(block.text,)])]
    sheet = Sheet("", rows)
    return sheet if any(map(_is_of_policies, tables(sheet))) else None


def _is_of_policies(table: Table) -> bool:
    if not table.titles:
        return cards(table, Book(), {}) is not None
    found = columns(table, {})[0]
    names = any(c.key == "policy.title" and not c.known.guessed for c in found)
    return names and any(c.key in _SAYS for c in found)


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST and not text.endswith(("。", "：", ":", "；"))
