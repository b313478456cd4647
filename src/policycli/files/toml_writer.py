"""Writes values as TOML the way people lay a catalogue out.

A list of tables has one on a line, a list of texts stands on one line where there is room, and a
text of several lines stands between three quotes, as it is.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

__all__ = ["inline", "record", "written"]

_WIDTH = 100  # characters; a longer list stands on several lines
_encoded = json.JSONEncoder(ensure_ascii=False).encode  # a text of TOML is one of JSON
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def record(header: str, data: Mapping[str, Any], comments: Iterable[str] = ()) -> str:
    """A table with its header, as ``[[policies]]``, and comments under it, without their ``#``."""
    lines = (f"{key} = {written(value, len(key))}" for key, value in data.items())
    return "\n".join([header, *(f"# {comment}" for comment in comments), *lines]) + "\n"


def written(value: Any, taken: int = 0, notes: Mapping[int, str] | None = None) -> str:
    """What stands behind ``=``.

    Args:
        value: A text, number, list or table.
        taken: Characters of the line that its key takes.
        notes: Comments on items of a list, by their places, without ``#``.
    """
    if isinstance(value, str):
        return _text(value, lines=True)
    return _list(value, taken, notes or {}) if isinstance(value, list) else inline(value)


def _list(items: list[Any], taken: int, notes: Mapping[int, str]) -> str:
    """On one line if it is short and has no tables, else one item a line."""
    line = inline(items)
    tables = any(isinstance(item, dict) for item in items)
    if len(line) + taken <= _WIDTH and not tables and not notes:
        return line
    return "[\n" + "".join(_lines(items, notes)) + "]"


def _lines(items: list[Any], notes: Mapping[int, str]) -> Iterator[str]:
    for at, item in enumerate(items):
        note = f" # {notes[at]}" if at in notes else ""
        yield f"  {inline(item)},{note}\n"


def inline(value: Any) -> str:
    """The same on one line, as inside a table that stands on one."""
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {inline(inner)}' for key, inner in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(inline, value))}]"
    return _text(value) if isinstance(value, str) else repr(value)


def _text(value: str, *, lines: bool = False) -> str:
    if lines and "\n" in value and not _CONTROL.search(value) and "\r" not in value:
        inner = value.replace("\\", "\\\\").replace('"""', '""\\"')
        return f'"""\n{inner}"""' if not inner.endswith('"') else f'"""\n{inner[:-1]}\\""""'
    return _encoded(value).replace("\x7f", "\\u007f")
