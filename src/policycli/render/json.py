"""JSON: one object. Text is UTF-8 and as it stands in the records.

JSON escapes most control characters by itself; those that are left a terminal gets escaped too.
"""

from collections.abc import Iterable, Iterator
from json import JSONEncoder
from typing import Any, TextIO

from policycli.views.model import View

__all__ = ["SCHEMA", "encode", "lines", "shown"]

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


def shown(lines: Iterable[str], stream: TextIO) -> Iterable[str]:
    """Lines of JSON as a stream may get them: a terminal would obey some characters in them."""
    if not stream.isatty():
        return lines
    from policycli.text.sanitize import escaped

    return map(escaped, lines)
