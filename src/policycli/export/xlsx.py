"""Excel: the ledger as a workbook, every text a text and every number a number."""

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from policycli.errors import UsageError
from policycli.export.ledger import Sheet, sheets
from policycli.language import _
from policycli.model import Policy
from policycli.render.cells import clean, string
from policycli.render.wrap import width
from policycli.views.model import Cell, Column

__all__ = ["content"]

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_WIDEST = {"id": 34, "short": 18, "number": 12}  # characters of Latin; Chinese ones take two
_TEXT = 48
_LONGEST = 32767  # characters that Excel takes in a cell
_MOST = 1_048_575  # rows under the header


def content(policies: Sequence[Policy], title: str) -> bytes:
    """A workbook of four sheets: measures, policies, figures, documents.

    Raises:
        UsageError: There are more records than Excel has rows.
    """
    ledger = sheets(policies)
    if max(len(sheet.rows) for sheet in ledger) > _MOST:
        raise UsageError(_("Excel has no more than {n} rows: export an excerpt").format(n=_MOST))
    file = BytesIO()
    with xlsxwriter.Workbook(file, _OPTIONS) as book:
        book.set_properties({"title": clean(title)[:255]})
        head = book.add_format(
            {"bold": True, "bg_color": "#DDE6EE", "border": 1, "text_wrap": True, "valign": "top"}
        )
        text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        number = book.add_format({"valign": "top"})
        for sheet in ledger:
            _write(book.add_worksheet(sheet.name), sheet, (head, text, number))
    return file.getvalue()


def _write(into: Worksheet, sheet: Sheet, formats: tuple[Format, Format, Format]) -> None:
    head, text, number = formats
    for at, column in enumerate(sheet.columns):
        into.set_column(at, at, _width(column, [row[at] for row in sheet.rows]))
        into.write_string(0, at, _(column.title), head)
    for line, row in enumerate(sheet.rows, 1):
        for at, cell in enumerate(row):
            if isinstance(cell, int | float):
                into.write_number(line, at, cell, number)
            elif cell:
                into.write_string(line, at, clean(string(cell))[:_LONGEST], text)
    into.freeze_panes(1, 1)
    into.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
    into.set_landscape()
    into.set_paper(9)  # A4
    into.fit_to_pages(1, 0)
    into.repeat_rows(0)


def _width(column: Column, cells: Sequence[Cell]) -> float:
    """Wide enough for its longest line, up to what its kind allows."""
    lines = [_(column.title), *(line for cell in cells for line in string(cell).split("\n"))]
    return min(max(map(width, lines)), _WIDEST.get(column.kind, _TEXT)) + 2.5
