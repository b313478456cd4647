"""JSON Lines: one result a line."""

from collections.abc import Iterator, Mapping
from typing import Any

from policycli.render.json import encode
from policycli.views.model import View

__all__ = ["line", "lines"]


def lines(view: View[Any]) -> Iterator[str]:
    """One result a line."""
    return (line(view.data(item)) for item in view.items)


def line(data: Mapping[str, Any]) -> str:
    """Plain data on a line of its own."""
    return encode(data) + "\n"
