"""The sheets of a workbook → drafts, and what was not taken of them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from policycli.ingest.extract.draft import Draft
from policycli.ingest.extract.ledgers.book import Book, Of
from policycli.ingest.extract.ledgers.cards import cards, turned
from policycli.ingest.extract.ledgers.column import Asked
from policycli.ingest.extract.ledgers.columns import NO_KEY, Left, columns
from policycli.ingest.extract.ledgers.context import context
from policycli.ingest.extract.ledgers.drafts import draft
from policycli.ingest.extract.ledgers.grid import Sheet, Table, tables
from policycli.ingest.extract.ledgers.headings import plain
from policycli.ingest.extract.ledgers.rows import Reader
from policycli.language import N_

__all__ = ["Guess", "Kept", "read"]

NO_TABLE = N_("holds no table of policies, tasks or indicators")


class Guess(NamedTuple):
    """A column that was taken as a key: ``policy.date``."""

    sheet: str
    column: str
    key: str


class Kept(NamedTuple):
    """What a ledger that an office keeps holds.

    Attributes:
        left: What is not in the drafts, in the order of the sheets.
        guessed: Columns that were taken by how their headings end or begin.
        mapped: Plain titles of the columns whose keys somebody named.
    """

    drafts: list[Draft]
    left: list[Left]
    guessed: list[Guess]
    mapped: set[str]


def read(sheets: Sequence[Sheet], file: str, asked: Asked) -> Kept:
    """The policies of a ledger.

    Args:
        sheets: All of the workbook.
        file: The name of its file, for the source.
        asked: Keys by the plain titles of columns, as somebody named them.
    """
    reading = _Reading(asked)
    for sheet in sheets:
        reading.sheet(sheet)
    policies = reading.book.filled()
    several = len({each.sheet for each in policies}) > 1
    return Kept(
        [draft(each, file, several) for each in policies],
        reading.left,
        reading.guessed,
        reading.mapped,
    )


class _Reading:
    """A ledger while its sheets are read."""

    def __init__(self, asked: Asked) -> None:
        self.book = Book()
        self.left: list[Left] = []
        self.guessed: list[Guess] = []
        self.mapped: set[str] = set()
        self._asked = asked

    def sheet(self, sheet: Sheet) -> None:
        """Take in the tables or the cards of a sheet."""
        policy: Of | None = None
        before: Sequence[str] = ()
        for table in tables(sheet):
            if not table.titles:
                self._untitled(table)
                continue
            goes_on = table.titles == before and not table.above
            policy, before = self._table(table, policy if goes_on else None), table.titles

    def _untitled(self, table: Table) -> None:
        """A table that is turned, or cards."""
        if around := turned(table):
            self.sheet(around)
            return
        left = cards(table, self.book, self._asked)
        self._note_mapped(cell for line in table.above for cell in line.cells)
        self.left += [Left(table.sheet.name, "", 0, NO_TABLE)] if left is None else left

    def _table(self, table: Table, policy: Of | None) -> Of | None:
        """Take in the rows of a table; the policy of the last one."""
        name = table.sheet.name
        found, passed = columns(table, self._asked)
        around = context(table.above)
        self._note_mapped(table.titles)
        self.left += [Left(name, label, 0, NO_KEY) for label in around.unknown]
        self.left += passed
        self.guessed += [Guess(name, c.title, c.key) for c in found if c.known.guessed]
        reader = Reader(self.book, table, found, around, policy)
        reader.read()
        self.left += reader.left
        return reader.policy

    def _note_mapped(self, titles: Iterable[str]) -> None:
        self.mapped |= self._asked.keys() & set(map(plain, titles))
