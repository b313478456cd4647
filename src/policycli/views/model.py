"""The view model: what there is to show, not yet how.

Every view makes one of these, every renderer takes any of them. ``data`` is the plain record
for JSON; columns, facts and cells are what a reader sees. Nothing here knows of policies.
"""

from typing import Any, Literal, NamedTuple

__all__ = ["Card", "Cards", "Cell", "Column", "Fact", "Row", "Table", "Text", "View"]


class Text(NamedTuple):
    """Words with highlighted ranges ``(start, end)``, in characters of ``text``."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


Cell = str | int | float | None | Text


class Column(NamedTuple):
    """A column: ``key`` names it to scripts (CSV header), ``title`` to readers (translated)."""

    key: str
    title: str
    kind: Literal["id", "text", "number", "note"] = "text"


class Row(NamedTuple):
    """One record: ``cells`` in the order of the columns, ``data`` for JSON."""

    cells: tuple[Cell, ...]
    data: dict[str, Any]


class Table(NamedTuple):
    """Records under each other.

    Attributes:
        command: The command that asked, as JSON names it.
        meta: More keys of the JSON object, such as ``query``.
        total: How many there are in all; more than ``rows`` where a limit cut.
        notes: Sentences for readers, shown under the table on a terminal.
    """

    command: str
    meta: dict[str, Any]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: int
    notes: tuple[str, ...] = ()


class Fact(NamedTuple):
    """One labelled value on a card; several values stand under each other."""

    label: str
    values: tuple[Cell, ...]


class Card(NamedTuple):
    """One record in full: facts on top, then paragraphs, then tables under a heading."""

    id: str
    title: str
    facts: tuple[Fact, ...]
    paragraphs: tuple[str, ...]
    sections: tuple[tuple[str, Table], ...]
    data: dict[str, Any]


class Cards(NamedTuple):
    """Several cards, as ``show`` with several ids."""

    command: str
    meta: dict[str, Any]
    cards: tuple[Card, ...]


View = Table | Cards
