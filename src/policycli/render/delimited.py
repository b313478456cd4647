"""CSV and TSV, with a header of column keys, safe to open in a spreadsheet."""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any

from policycli.render.cells import line, row
from policycli.text.sanitize import clean
from policycli.views.model import Cell, View

__all__ = ["lines"]

# What a spreadsheet takes for the beginning of a formula: OWASP, "CSV Injection".
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def lines(view: View[Any], delimiter: str) -> Iterator[str]:
    """The lines of ``view``, header first; a TSV has no quotes, so its cells stay on one line."""
    written = _csv if delimiter == "," else _tsv
    columns = [column for column in view.columns if column.kind != "bar"]
    yield written([column.key for column in columns])
    for item in view.items:
        yield written([_safe(cell) for cell in row(columns, item)])


def _safe(cell: Cell) -> Cell:
    """A number as it is; text so that it stays text."""
    if isinstance(cell, (int, float)):
        return cell
    text = cell if isinstance(cell, str) else cell.text
    return f"'{text}" if text.startswith(_FORMULA) else text


def _csv(cells: list[Cell] | list[str]) -> str:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([clean(cell) if isinstance(cell, str) else cell for cell in cells])
    return out.getvalue()


def _tsv(cells: list[Cell] | list[str]) -> str:
    return "\t".join(map(line, cells)) + "\n"
