"""Line numbers of a TOML file: its parser gives none for values, so a fault looks for its own."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from policycli.files.faults import Key

__all__ = ["LONG_TEXT", "Locate", "nearest", "places", "walked"]

Locate = Callable[[int, Key], tuple[int, str]]
"""From the number of a policy in its file, and a key in it, to the line and the key in words."""


LONG_TEXT = r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\''
"""What a text of several lines looks like, where ``.`` is any sign."""

_LONG_TEXT = re.compile(LONG_TEXT, re.DOTALL)
_HEADER = re.compile(r"\s*\[(\[?)\s*([\w.-]+)\s*\]")
_KEY = re.compile(r"\s*([\w-]+)\s*=")
_ITEM = re.compile(r"\s*\{")


def places(text: str) -> dict[Key, int]:
    """The line of every table, key and inline table that begins a line of its own."""
    lines: dict[Key, int] = {}
    for number, key, _line in walked(text):
        lines.setdefault(key, number)
    lines.pop((), None)
    return lines


def walked(text: str) -> Iterator[tuple[int, Key, str]]:
    """Every line with its number and the key that it belongs to; long texts are left out."""
    tables: Counter[Key] = Counter()
    table: Key = ()
    key: Key = ()
    at: Key = ()
    for number, line in enumerate(_LONG_TEXT.sub(_blank, text).split("\n"), 1):
        if header := _HEADER.match(line):
            at = table = _enter(header[2].split("."), bool(header[1]), tables)
        elif start := _KEY.match(line):
            at = key = (*table, start[1])
        elif _ITEM.match(line):
            at = (*key, tables[key])
            tables[key] += 1
        yield number, at, line


def nearest(lines: dict[Key, int], key: Key) -> int:
    """The line of ``key``, or of the innermost table around it that has one; 0 for none."""
    return next((lines[key[:n]] for n in range(len(key), 0, -1) if key[:n] in lines), 0)


def _enter(names: list[str], another: bool, tables: Counter[Key]) -> Key:
    """The key of the table that a header opens: ``another`` of a list, or inside the latest."""
    key: Key = ()
    for depth, name in enumerate(names, 1):
        key = (*key, name)
        if another and depth == len(names):
            tables[key] += 1
        if tables[key]:
            key = (*key, tables[key] - 1)
    return key


def _blank(long_text: re.Match[str]) -> str:
    return '""' + "\n" * long_text[0].count("\n")
