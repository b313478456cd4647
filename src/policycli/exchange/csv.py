"""CSV: the ledger of measures, one a line, as Excel opens it."""

from collections.abc import Sequence
from operator import itemgetter

from policycli.exchange.sheets import MEASURES, cells, rows
from policycli.records.model import Policy
from policycli.render import csv
from policycli.views.model import Column, View

__all__ = ["content"]


def content(policies: Sequence[Policy], title: str) -> bytes:
    """With the mark by which Excel knows UTF-8; what would run as a formula begins with ``'``."""
    shown = [column for column in MEASURES.columns if column.kind != "hidden"]
    columns = tuple(Column(c.key, c.title, itemgetter(at)) for at, c in enumerate(shown))
    lines = [cells(shown, row) for row in rows(MEASURES, policies)]
    view = View("export", title, lines, len(lines), columns, lambda _row: {})
    return "".join(csv.lines(view)).encode("utf-8-sig")
