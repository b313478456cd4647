"""CSV: the ledger of measures, one a line, as Excel opens it."""

from collections.abc import Sequence

from policycli.ledger.sheets import SHEETS, cells, places
from policycli.model import Policy
from policycli.render import delimited
from policycli.views.model import Column, View

__all__ = ["content"]


def content(policies: Sequence[Policy], title: str) -> bytes:
    """With the mark by which Excel knows UTF-8; what would run as a formula begins with ``'``."""
    sheet = SHEETS[0]
    shown = [at for at, column in enumerate(sheet.columns) if column.kind != "hidden"]
    columns = tuple(Column(sheet.columns[at].key, sheet.columns[at].title) for at in shown)
    every = (cells(sheet, place) for place in places(sheet, policies))
    rows = [tuple(row[at] for at in shown) for row in every]
    view = View("export", title, rows, len(rows), columns, tuple, lambda _row: {})
    return "".join(delimited.lines(view, ",")).encode("utf-8-sig")
