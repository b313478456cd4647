"""The rows of a view as a spreadsheet can take them: nothing in data runs as a formula."""

from collections.abc import Iterator
from typing import Any

from policycli.render.cells import Row, row
from policycli.views.model import Cell, View

__all__ = ["rows"]

# What a spreadsheet takes for the beginning of a formula: OWASP, "CSV Injection".
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def rows(view: View[Any]) -> Iterator[Row]:
    """The keys of the columns, then a row for every item."""
    columns = [column for column in view.columns if column.kind != "bar"]
    yield tuple(column.key for column in columns)
    for item in view.items:
        yield tuple(map(_safe, row(columns, item)))


def _safe(cell: Cell) -> Cell:
    """A number as it is; text so that it stays text."""
    if isinstance(cell, (int, float)):
        return cell
    text = cell if isinstance(cell, str) else cell.text
    return f"'{text}" if text.startswith(_FORMULA) else text
