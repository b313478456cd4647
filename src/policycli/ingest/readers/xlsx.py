"""Workbooks → blocks: every sheet with its cells as text, for the ledger to make sense of."""

import datetime
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from policycli.errors import DocumentError
from policycli.ingest.readers.blocks import Block
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

    if raw.startswith(b"PK"):
        check_kind(Archive(raw))
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(raw))
    except python_calamine.PasswordError as error:
        raise DocumentError(_("is locked with a password; unlock it first")) from error
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        yield Block("sheet", name, rows=tuple(tuple(map(_text, row)) for row in rows))


def _text(cell: Any) -> str:
    """What a cell shows: dates as in records, numbers that are whole without a point."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        cell = cell.date()
    return str(cell)
