"""Styled lines: words broken to fit, set in, and set side by side."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise, zip_longest

from policycli.render.cells import string
from policycli.render.wrap import breaks, width
from policycli.text.sanitize import clean
from policycli.views.model import Cell, Text

__all__ = ["GAP", "Line", "across", "beside", "indented", "needed", "shared", "word", "wrapped"]

Piece = tuple[str, str]  # words, and how they look: styles as rich writes them
Line = list[Piece]
Range = tuple[int, int, str]

_WORDS = re.compile("[!-~]+")
_ADDRESS = re.compile(r"https?://[!-~]*[\w/=&#~%+-]", re.ASCII)  # without the end of a sentence

GAP = 2  # cells between columns


def needed(cell: Cell) -> int:
    """How many cells the longest line takes where nothing is broken."""
    return max(map(width, string(cell).split("\n")))


def word(cell: Cell, room: int) -> int:
    """How many cells the longest Latin word takes that fits ``room``; an id is such a word."""
    sizes = map(len, _WORDS.findall(string(cell)))
    return max((size for size in sizes if size <= room), default=0)


def wrapped(cell: Cell, columns: int, style: str = "") -> list[Line]:
    """A cell, clean, in lines of at most ``columns`` cells; none where nothing is written."""
    text = clean(string(cell))
    ranges = _ranges(cell) if isinstance(cell, Text) else []
    if "://" in text:
        ranges += _links(text)
    spans = _spans(text, columns) if text else ()
    return [list(_pieces(text, span, style, ranges)) for span in spans]


def _ranges(cell: Text) -> list[Range]:
    faint = [(start, end, "dim") for start, end in cell.faint]
    return faint + [(start, end, "bold red") for start, end in cell.marks]


def _links(text: str) -> Iterator[Range]:
    """Web addresses, which terminals open (OSC 8) wherever their line is broken."""
    for found in _ADDRESS.finditer(text):
        yield found.start(), found.end(), f"link {found.group()}"


def _spans(text: str, columns: int) -> Iterator[tuple[int, int]]:
    """Where each line starts and ends, without the spaces at its end."""
    start = 0
    for line in text.split("\n"):
        for first, last in pairwise([0, *breaks(line, columns), len(line)]):
            yield start + first, start + first + len(line[first:last].rstrip())
        start += len(line) + 1


def _pieces(text: str, span: tuple[int, int], style: str, ranges: list[Range]) -> Iterator[Piece]:
    """The words of a line, cut where their look changes."""
    start, end = span
    inside = (at for low, high, _style in ranges for at in (low, high) if start < at < end)
    for low, high in pairwise(sorted({start, end, *inside})):
        over = [style, *(look for first, last, look in ranges if first <= low < last)]
        yield text[low:high], " ".join(filter(None, over))


def indented(lines: Iterable[Line], cells: int) -> Iterator[Line]:
    """Lines further to the right."""
    return ([(" " * cells, ""), *line] if line else line for line in lines)


def beside(
    blocks: Sequence[list[Line]], widths: Sequence[int], right: Sequence[bool] = ()
) -> Iterator[Line]:
    """Blocks next to each other, in columns of ``widths`` cells, some of them to the right."""
    starts = accumulate((room + GAP for room in widths[:-1]), initial=0)
    places = list(zip_longest(starts, widths, right))
    for lines in zip_longest(*blocks, fillvalue=()):
        whole: Line = []
        at = 0
        for line, (start, room, to_right) in zip(lines, places, strict=True):
            if line:
                used = sum(width(words) for words, _style in line)
                begin = start + (room - used if to_right else 0)
                whole += [(" " * (begin - at), ""), *line]
                at = begin + used
        yield whole


def across(widths: Sequence[int]) -> int:
    """How many cells columns take, with the gaps between them."""
    return sum(widths) + GAP * (len(widths) - 1)


def shared(needs: Sequence[int], leasts: Sequence[int], room: int) -> list[int]:
    """The widths of columns that fit ``room`` cells with the gaps between them.

    None gets more than it needs, or less than its least where there is room for the leasts of all;
    the rest is shared max-min fairly.
    """
    left = room - GAP * (len(needs) - 1)
    floors = leasts if sum(leasts) <= left else [2] * len(needs)
    levels = (_level(cells, needs, floors) for cells in range(left, 0, -1))
    widths = next((widths for widths in levels if sum(widths) <= left), [2] * len(needs))
    for at in sorted(range(len(needs)), key=lambda at: (needs[at], at), reverse=True):
        if sum(widths) < left and widths[at] < needs[at]:
            widths[at] += 1
    return widths


def _level(cells: int, needs: Sequence[int], floors: Sequence[int]) -> list[int]:
    """The same width for all columns but those that need less or must have more."""
    return [max(min(cells, need), floor) for need, floor in zip(needs, floors, strict=True)]
