"""CSV, with a header of column keys."""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any

from policycli.render.spreadsheet import rows
from policycli.text.sanitize import clean
from policycli.views.model import View

__all__ = ["lines"]


def lines(view: View[Any]) -> Iterator[str]:
    """The lines of ``view``, header first."""
    for row in rows(view):
        out = StringIO()
        cells = (clean(cell) if isinstance(cell, str) else cell for cell in row)
        csv.writer(out, lineterminator="\n").writerow(cells)
        yield out.getvalue()
