"""Workbooks → blocks: every sheet with its cells as text, for the ledger to make sense of."""

import datetime
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from policycli.errors import DocumentError
from policycli.ingest.readers.blocks import Block
from policycli.ingest.readers.cell_marks import Corner, Link, fill, hyperlinks, percentages, share
from policycli.ingest.readers.zip import Archive, check_kind
from policycli.language import _

__all__ = ["read"]


def read(raw: bytes) -> Iterator[Block]:
    """The sheets of a .xlsx, .xls or .et, in their order.

    Formulas come as what they last gave; nothing is computed or run, and no link is followed.

    Raises:
        DocumentError: The file is damaged, locked, has macros, or would unpack to too much.
    """
    import python_calamine

    links: dict[str, tuple[Link, ...]] = {}
    shares: dict[str, set[Corner]] = {}
    if raw.startswith(b"PK"):
        archive = Archive(raw)
        check_kind(archive)
        links, shares = hyperlinks(archive), percentages(archive)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(raw))
    except python_calamine.PasswordError as error:
        raise DocumentError(_("is locked with a password; unlock it first")) from error
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        rows = [list(map(_text, row)) for row in sheet.to_python(skip_empty_area=False)]
        _show_shares(rows, shares.get(name, ()))
        fill(rows, sheet.merged_cell_ranges or ())
        yield Block("sheet", name, rows=tuple(map(tuple, rows)), links=links.get(name, ()))


def _text(cell: Any) -> str:
    """What a cell shows: dates as in records, numbers that are whole without a point."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        cell = cell.date()
    return str(cell)


def _show_shares(rows: list[list[str]], cells: Iterable[Corner]) -> None:
    """Let 0.15 stand as 15% where the workbook shows it so."""
    for row, column in cells:
        if row < len(rows) and column < len(rows[row]) and rows[row][column]:
            rows[row][column] = share(rows[row][column])
