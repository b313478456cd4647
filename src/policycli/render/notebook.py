"""A table for notebooks: HTML without script or style, which they give their own."""

from collections.abc import Iterator
from html import escape
from typing import Any

from policycli.language import _
from policycli.render.cells import line, visible
from policycli.views.model import View

__all__ = ["table"]


def table(view: View[Any]) -> str:
    """The columns that readers see, a row an item."""
    return "".join(_lines(view))


def _lines(view: View[Any]) -> Iterator[str]:
    shown = visible(view.columns)
    yield "<table><thead><tr>"
    yield from (f"<th>{escape(_(column.title))}</th>" for column in shown)
    yield "</tr></thead><tbody>"
    for item in view.items:
        yield "<tr>"
        yield from (f"<td>{escape(line(column.cell(item)))}</td>" for column in shown)
        yield "</tr>"
    yield "</tbody></table>"
