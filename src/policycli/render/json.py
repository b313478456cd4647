"""JSON, one object; JSON Lines, one result a line. Text is UTF-8 and as it stands in the records.

JSON escapes control characters by itself, so results need no cleaning.
"""

from collections.abc import Iterator
from json import JSONEncoder
from typing import Any

from policycli.views.model import View

__all__ = ["SCHEMA", "document", "line", "lines"]

SCHEMA = 1

_encode = JSONEncoder(ensure_ascii=False).encode


def document(view: View[Any]) -> Iterator[str]:
    """One object whose results stand on a line each, so that it can be written as it is made."""
    head = {"schema": SCHEMA, "command": view.command, "query": view.query, "total": view.total}
    yield _encode(head | dict(view.extra))[:-1] + ', "results": ['
    before = "\n"
    for item in view.items:
        yield before + _encode(view.data(item))
        before = ",\n"
    yield "]}\n" if before == "\n" else "\n]}\n"


def line(data: dict[str, Any]) -> str:
    """Plain data on a line of its own."""
    return _encode(data) + "\n"


def lines(view: View[Any]) -> Iterator[str]:
    """One result a line."""
    for item in view.items:
        yield line(view.data(item))
