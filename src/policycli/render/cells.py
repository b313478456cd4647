"""Which columns readers see, and the words that stand in their cells."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, TypeVar

from policycli.language import _
from policycli.text.sanitize import folded
from policycli.views.model import Cell, Column, Text, View

__all__ = ["Row", "line", "pieces", "remainder", "row", "string", "visible"]

T = TypeVar("T")
Row = tuple[Cell, ...]


def string(cell: Cell) -> str:
    """The words of a cell, as they stand in the record."""
    return cell.text if isinstance(cell, Text) else str(cell)


def pieces(cell: Cell) -> Iterator[tuple[str, bool]]:
    """The words of a cell, and whether they are marked."""
    text = string(cell)
    marks = cell.marks if isinstance(cell, Text) else ()
    for start, end in pairwise([0, *(at for mark in marks for at in mark), len(text)]):
        if start < end:
            yield text[start:end], (start, end) in marks


def visible(columns: Iterable[Column[T]]) -> list[Column[T]]:
    """The columns that are words for readers: no details, and nothing that has to be drawn."""
    return [column for column in columns if column.kind not in ("detail", "key", "bar")]


def row(columns: Iterable[Column[T]], item: T) -> Row:
    """What columns say of an item."""
    return tuple(column.cell(item) for column in columns)


def line(cell: Cell) -> str:
    """The words of a cell, clean and on one line."""
    return folded(string(cell))


def remainder(view: View[Any]) -> str:
    """How many of how many a limit left, and the option that shows them all."""
    shown, total = len(view.items), view.total
    sentence = _("{shown} of {total}; {option} for all")
    return sentence.format(shown=shown, total=total, option=view.whole or f"-n {total}")
