"""One record a line, tab-separated, id first: for ``cut``, ``grep`` and ``while read``."""

from collections.abc import Iterable, Iterator
from typing import Any

from policycli.render.cells import line, row
from policycli.views.model import Column, View

__all__ = ["lines"]

_ORDER = {"id": 0, "key": 0, "under": 2}


def lines(view: View[Any]) -> Iterator[str]:
    """The lines of ``view``, without a header."""
    shown = view.flat or view
    columns = _arranged(shown.columns)
    for item in shown.items:
        yield "\t".join(map(line, row(columns, item))) + "\n"


def _arranged(columns: Iterable[Column[Any]]) -> list[Column[Any]]:
    """Ids first, and last what one language alone has, so that the others keep their places."""
    shown = [column for column in columns if column.kind not in ("detail", "bar")]
    return sorted(shown, key=lambda column: _ORDER.get(column.kind, 1))
