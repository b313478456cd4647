"""Where lines of mixed Chinese and Latin text may end, counted in terminal cells.

A small part of Unicode's line breaking (UAX 14) and of 行首行尾禁则: a line may end between Chinese
characters, but no line begins with a closing mark or ends with an opening one, Latin words and
numbers stay whole, and so does a number with the character after it (3694万, 2023年).
"""

from functools import cache
from unicodedata import combining, east_asian_width

__all__ = ["breaks", "fill", "width"]

_CLOSING = frozenset("，。、；：？！）》〉」』】〕”’…—·％%,.;:?!)]}")
_OPENING = frozenset("（《〈「『【〔“‘([{")
_PARTING = frozenset("、，：；")  # behind these a point begins a word: .docx、.pdf


def width(text: str) -> int:
    """How many terminal cells ``text`` takes: two for Chinese, none for what sits on a letter."""
    return len(text) if text.isascii() else sum(map(_cells, text))


@cache
def _cells(char: str) -> int:
    if combining(char):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def breaks(text: str, columns: int) -> list[int]:
    """The offsets at which a new line begins, so that no line is wider than ``columns``.

    A piece that is too wide for a line of its own is broken after a hyphen, or where the line is
    full; elsewhere hyphens hold, so that ids can be copied whole.
    """
    offsets: list[int] = []
    if width(text) <= columns:
        return offsets
    start = allowed = hyphen = used = 0
    for at, char in enumerate(text):
        if at > start and _may_break(text[at - 1], char):
            allowed = at
        if text[at - 1 : at] == "-" and char.isalpha():
            hyphen = at
        used += _cells(char)
        while used > columns and at > start and char != " ":
            start = next(place for place in (allowed, hyphen, at) if place > start)
            offsets.append(start)
            used = width(text[start : at + 1])
    return offsets


def _may_break(before: str, after: str) -> bool:
    if before == " ":
        return after != " "
    if after == "." and before in _PARTING:
        return True
    if after in _CLOSING or before in _OPENING or after == " ":
        return False
    if before.isdigit() and before.isascii():
        return False
    return _cells(before) == 2 or _cells(after) == 2


def fill(text: str, columns: int) -> list[str]:
    """``text`` as lines of at most ``columns`` cells."""
    ends = breaks(text, columns)
    pieces = zip([0, *ends], [*ends, len(text)], strict=True)
    return [text[start:end].rstrip() for start, end in pieces]
