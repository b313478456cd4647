"""Styled lines: words broken to fit, set in, and set side by side."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise, zip_longest

from policycli.render.cells import string
from policycli.render.wrap import breaks, width
from policycli.text.sanitize import clean
from policycli.views.model import Cell, Text

__all__ = ["GAP", "Line", "across", "beside", "indented", "needed", "shared", "wrapped"]

Piece = tuple[str, str]  # words, and how they look: styles as rich writes them
Line = list[Piece]
Range = tuple[int, int, str]

GAP = 2  # cells between columns


def needed(cell: Cell) -> int:
    """How many cells the longest line takes where nothing is broken."""
    return max(map(width, string(cell).split("\n")))


def wrapped(cell: Cell, columns: int, style: str = "") -> list[Line]:
    """A cell, clean, in lines of at most ``columns`` cells; none where nothing is written."""
    text = clean(string(cell))
    ranges = _ranges(cell) if isinstance(cell, Text) else []
    spans = _spans(text, columns) if text else ()
    return [list(_pieces(text, span, style, ranges)) for span in spans]


def _ranges(cell: Text) -> list[Range]:
    faint = [(start, end, "dim") for start, end in cell.faint]
    return faint + [(start, end, "bold red") for start, end in cell.marks]


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


def shared(needs: Sequence[int], folds: Sequence[bool], room: int) -> list[int]:
    """The widths of columns that fit ``room`` cells with the gaps between them.

    Columns that do not fold get what they need as long as every other gets two cells; the rest is
    shared max-min fairly.
    """
    left = room - GAP * (len(needs) - 1)
    stiff = sum(need for need, fold in zip(needs, folds, strict=True) if not fold)
    if left - stiff < 2 * sum(folds):
        return _fair(needs, left)
    rest = iter(_fair([n for n, fold in zip(needs, folds, strict=True) if fold], left - stiff))
    return [next(rest) if fold else need for need, fold in zip(needs, folds, strict=True)]


def _fair(needs: Sequence[int], room: int) -> list[int]:
    given = [0] * len(needs)
    by_need = sorted(range(len(needs)), key=needs.__getitem__)
    for waiting, at in zip(range(len(needs), 0, -1), by_need, strict=True):
        given[at] = max(min(needs[at], room // waiting), 2)
        room -= given[at]
    return given
