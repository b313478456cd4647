"""CSV: the ledger of measures, one a line, as Excel opens it."""

from collections.abc import Sequence

from policycli.export.ledger import measures
from policycli.model import Policy
from policycli.render import delimited
from policycli.views.model import View

__all__ = ["content"]


def content(policies: Sequence[Policy], title: str) -> bytes:
    """With the mark by which Excel knows UTF-8; what would run as a formula begins with ``'``."""
    sheet = measures(policies)
    rows = sheet.rows
    view = View("export", title, rows, len(rows), sheet.columns, tuple, lambda _row: {})
    return "".join(delimited.lines(view, ",")).encode("utf-8-sig")
