"""Excel: the ledger as a workbook, every text a text and every number a number."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any, NamedTuple

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from policycli.errors import UsageError
from policycli.exchange.printing import height, prepare
from policycli.exchange.sheets import SHEETS, Cell, LedgerColumn, Sheet, cells, rows
from policycli.language import N_, _, chinese
from policycli.records.model import Policy
from policycli.render.wrap import width
from policycli.text.sanitize import clean
from policycli.views.model import Column

__all__ = ["content", "plain_table", "workbook"]

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_WIDEST = {"id": 34, "short": 18, "number": 12}  # characters of Latin; Chinese ones take two
_TEXT = 48
_SHEET = 250  # characters; more on one sheet of paper could not be read
_LONGEST = 32767  # characters that Excel takes in a cell
_MOST = 1_048_575  # rows under the header

Rows = Sequence[tuple[Cell, ...]]


class _Formats(NamedTuple):
    """How cells look; those that are derived are grey, since they are not read back."""

    head: Format
    derived_head: Format
    text: Format
    derived: Format
    number: Format
    hidden: Format


def content(policies: Sequence[Policy], title: str) -> bytes:
    """A workbook of four sheets: measures, policies, figures, documents.

    Raises:
        UsageError: Excel has no room for it: too many records, or a text that is too long.
    """
    ledger = [
        (sheet, [cells(sheet.columns, row) for row in rows(sheet, policies)]) for sheet in SHEETS
    ]
    return workbook(title, ledger)


def workbook(
    title: str, ledger: Sequence[tuple[Sheet, Rows]], *, to_fill_in: bool = False
) -> bytes:
    """A workbook of sheets with their rows.

    Args:
        title: Of the file.
        ledger: Each sheet with the cells of its rows.
        to_fill_in: Whether columns in which nothing stands are shown too.

    Raises:
        UsageError: See ``content``.
    """
    for _sheet, filled in ledger:
        _check_room(filled)
    file = BytesIO()
    with xlsxwriter.Workbook(file, _OPTIONS) as book:
        book.set_properties({"title": clean(title)[:255]})
        head = {"bold": True, "border": 1, "text_wrap": True, "valign": "top"}
        text = {"text_wrap": True, "valign": "top", "num_format": "@"}
        formats = _Formats(
            book.add_format(head | {"bg_color": "#DDE6EE"}),
            book.add_format(head | {"bg_color": "#EEEEEE", "font_color": "#777777"}),
            book.add_format(text),
            book.add_format(text | {"font_color": "#777777"}),
            book.add_format({"valign": "top"}),
            book.add_format({"num_format": "@"}),  # on one line, or a row made to fit is too high
        )
        for sheet, filled in ledger:
            into = book.add_worksheet(_(sheet.title))
            _write(into, sheet.columns, filled, formats, to_fill_in=to_fill_in)
    return file.getvalue()


def plain_table(title: str, columns: Sequence[Column[Any]], items: Sequence[Any]) -> bytes:
    """A workbook of one sheet that nobody is to fill in: the columns of a view."""
    heads = [LedgerColumn(c.key, (_(c.title), _(c.title)), "short") for c in columns]
    rows = [tuple(_number(column.cell(item)) for column in columns) for item in items]
    sheet = Sheet("problems", N_("Problems"), tuple(heads), ())
    return workbook(title, [(sheet, rows)])


def _number(cell: Any) -> Cell:
    """A cell as Excel adds it up, where it is a number."""
    text = str(cell)
    try:
        return float(text) if "." in text else int(text)
    except ValueError:
        return text


def _check_room(filled: Rows) -> None:
    if len(filled) > _MOST:
        raise UsageError(_("Excel has no more than {n} rows: export an excerpt").format(n=_MOST))
    for row in filled:
        if any(isinstance(cell, str) and len(cell) > _LONGEST for cell in row):
            what = _("{id} has a text of more than {n} characters, which Excel cannot hold")
            raise UsageError(what.format(id=row[0], n=_LONGEST))


def _write(
    into: Worksheet,
    columns: Sequence[LedgerColumn],
    rows: Rows,
    formats: _Formats,
    *,
    to_fill_in: bool,
) -> None:
    shown: dict[int, float] = {}
    for at, column in enumerate(columns):
        inside = [row[at] for row in rows]
        used = any(inside) or (to_fill_in and column.kind != "derived")
        hides, wide = _hides(column, used=used), _width(column, inside)
        if not hides:
            shown[at] = wide
        into.set_column(at, at, wide, None, {"hidden": hides})
        _fill(into, at, column, inside, formats)
    into.set_row(0, height([(columns[at].title, wide) for at, wide in shown.items()]))
    for line, row in enumerate(rows, 1):
        into.set_row(line, height([(row[at], wide) for at, wide in shown.items()]))
    into.freeze_panes(1, 1)
    into.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    prepare(into, 2 if sum(shown.values()) > _SHEET else 1)
    into.repeat_columns(0)


def _fill(
    into: Worksheet, at: int, column: LedgerColumn, inside: Sequence[Cell], formats: _Formats
) -> None:
    derived = column.kind == "derived"
    looks = {"derived": formats.derived, "hidden": formats.hidden}.get(column.kind, formats.text)
    into.write_string(0, at, column.title, formats.derived_head if derived else formats.head)
    for line, cell in enumerate(inside, 1):
        if isinstance(cell, int | float):
            into.write_number(line, at, cell, formats.number)
        elif cell:
            into.write_string(line, at, clean(cell), looks)


def _hides(column: LedgerColumn, *, used: bool) -> bool:
    """Whether a column is there for a later import only, or in a language that is not asked for.

    Nothing is lost: who wants to fill it in shows it.
    """
    english = column.key.endswith("_en") and chinese()
    return column.kind == "hidden" or english or not used


def _width(column: LedgerColumn, inside: Sequence[Cell]) -> float:
    """Wide enough for its longest line, up to what its kind allows."""
    lines = [column.title, *(line for cell in inside for line in str(cell).split("\n"))]
    return min(max(map(width, lines)), _WIDEST.get(column.kind, _TEXT)) + 2.5
