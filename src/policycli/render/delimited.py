"""CSV and TSV, with a header of column keys, safe to open in a spreadsheet."""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any

from policycli.render.cells import line
from policycli.text.sanitize import clean
from policycli.views.model import Cell, View

__all__ = ["lines"]

# What a spreadsheet takes for the beginning of a formula: OWASP, "CSV Injection".
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def lines(view: View[Any], delimiter: str) -> Iterator[str]:
    """The lines of ``view``, header first; a TSV has no quotes, so its cells stay on one line."""
    row = _csv if delimiter == "," else _tsv
    shown = [at for at, column in enumerate(view.columns) if column.kind != "bar"]
    yield row([view.columns[at].key for at in shown])
    for item in view.items:
        cells = view.cells(item)
        yield row([_safe(cells[at]) for at in shown])


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
