"""One record a line, tab-separated, id first: for ``cut``, ``grep`` and ``while read``."""

from collections.abc import Iterator
from typing import Any

from policycli.render.cells import line, row, visible
from policycli.views.model import View

__all__ = ["lines"]


def lines(view: View[Any]) -> Iterator[str]:
    """The lines of ``view``, without a header."""
    columns = visible(view.columns)
    for item in view.items:
        yield "\t".join(map(line, row(columns, item))) + "\n"
