"""TSV, with a header of column keys; it has no quotes, so every cell stays on one line."""

from collections.abc import Iterator
from typing import Any

from policycli.render.cells import line
from policycli.render.spreadsheet import rows
from policycli.views.model import View

__all__ = ["lines"]


def lines(view: View[Any]) -> Iterator[str]:
    """The lines of ``view``, header first."""
    for row in rows(view):
        yield "\t".join(map(line, row)) + "\n"
