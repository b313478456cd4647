"""JSON: one object. Text is UTF-8 and as it stands in the records.

JSON escapes control characters by itself, so results need no cleaning.
"""

from collections.abc import Iterator
from json import JSONEncoder
from typing import Any

from policycli.views.model import View

__all__ = ["SCHEMA", "encode", "lines"]

SCHEMA = 1

encode = JSONEncoder(ensure_ascii=False).encode


def lines(view: View[Any]) -> Iterator[str]:
    """One object whose results stand on a line each, so that it can be written as it is made."""
    head = {
        "schema": SCHEMA,
        "command": view.command,
        "query": view.query,
        "total": view.total,
        "truncated": view.truncated,
    }
    yield encode(head | dict(view.extra))[:-1] + ', "results": ['
    before = "\n"
    for item in view.items:
        yield before + encode(view.data(item))
        before = ",\n"
    yield "]}\n" if before == "\n" else "\n]}\n"
