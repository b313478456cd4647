"""Which columns readers see, and the words that stand in their cells."""

from collections.abc import Iterable
from typing import TypeVar

from policycli.text.sanitize import folded
from policycli.views.model import Cell, Column, Text

__all__ = ["Row", "line", "row", "string", "visible"]

T = TypeVar("T")
Row = tuple[Cell, ...]


def string(cell: Cell) -> str:
    """The words of a cell, as they stand in the record."""
    return cell.text if isinstance(cell, Text) else str(cell)


def visible(columns: Iterable[Column[T]]) -> list[Column[T]]:
    """The columns that are words for readers: no details, and nothing that has to be drawn."""
    return [column for column in columns if column.kind not in ("detail", "bar")]


def row(columns: Iterable[Column[T]], item: T) -> Row:
    """What columns say of an item."""
    return tuple(column.cell(item) for column in columns)


def line(cell: Cell) -> str:
    """The words of a cell, clean and on one line."""
    return folded(string(cell))
