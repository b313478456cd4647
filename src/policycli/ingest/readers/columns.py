"""Pages set in two columns: which of their pieces are read one after the other.

Gazettes are set so. Two columns are known by the gutter between them, which hardly a line crosses,
and by their lines, most of which reach the edge. What lies across the gutter, a title or a table,
is read where it stands, between what is above and what is below.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from statistics import median
from typing import Any, NamedTuple

__all__ = ["Gutter", "Piece", "Region", "gutter_of", "middle", "regions"]

_MIDDLE = (0.3, 0.7)  # of the width of the text: where the gutter can be
_WIDEST = 5_000  # points: A0 has 3,400
_CROSSING = 0.15  # of the lines at most may cross it
_WIDTH = 0.8  # times the size of a character, how wide it is at least
_ACROSS = 2  # beside 0 and 1, which are the columns
_ROWS = 6  # that both columns have next to each other, at least
_FILLED = 0.5  # of the lines of prose reach the edge of their column
OVERHANG_FREE = 0.2  # share of the gutter, on its right, that no line of the left column hangs into
_NEAR = 1.5  # times the size of a character, how near to it that is

Piece = dict[str, Any]
"""A character as pdfplumber has it, with its box in points, or the box of a table."""

Gutter = tuple[float, float]
"""The empty space between two columns: where it begins and ends, in points from the left."""


class Region(NamedTuple):
    """Pieces that are read before those of the next region.

    Attributes:
        shift: In points, how much further right it stands than the first column.
        narrow: Whether it is a column, and not as wide as the page.
    """

    pieces: list[Piece]
    shift: float = 0.0
    narrow: bool = False


def middle(piece: Piece) -> float:
    """Halfway between the top and the bottom of a piece, in points from the top of the page."""
    return float(piece["top"] + piece["bottom"]) / 2


def gutter_of(chars: Iterable[Piece], before: Gutter | None) -> Gutter | None:
    """The gutter between the columns of a page; ``None`` where it has one column only.

    Args:
        chars: Of its text.
        before: The gutter of the pages before; a page with little text may go on with it.
    """
    words = _words(chars)
    if not words:
        return None
    return _gutter(words) or (before if before and _goes_on(words, before) else None)


def _words(chars: Iterable[Piece]) -> list[Piece]:
    return [char for char in chars if char["size"] > 0 and not char["text"].isspace()]


def _goes_on(words: Sequence[Piece], gutter: Gutter) -> bool:
    """Whether at most one line lies over the gutter, a page number, and both columns have some."""
    size = median(word["size"] for word in words)
    crossing = _levels((middle(word) for word in words if _crosses(word, gutter)), size)
    sides = {_side(word, gutter) for word in words if not _crosses(word, gutter)}
    return len(sides) > 1 and len(list(crossing)) < 2


def regions(chars: Sequence[Piece], tables: Sequence[Piece], gutter: Gutter | None) -> list[Region]:
    """The regions of a page in reading order; one where it is not set in two columns."""
    if gutter is None:
        return [Region([*chars, *tables])]
    words = _words(chars)
    size = median(char["size"] for char in words)
    pieces = [*chars, *tables]
    crossing = (middle(piece) for piece in [*words, *tables] if _crosses(piece, gutter))
    levels = list(_levels(crossing, size))
    placed = sorted(
        ((_place(piece, gutter, levels, size), at) for at, piece in enumerate(pieces)),
    )
    shift = _left(words, gutter, 1) - _left(words, gutter, 0)
    found: list[Region] = []
    for (_level, side), group in groupby(placed, key=lambda pair: pair[0]):
        inside = [pieces[at] for _place, at in group]
        if side == _ACROSS and found and not found[-1].narrow:
            found[-1].pieces.extend(inside)  # a title of several lines is one
        else:
            found.append(Region(inside, shift * (side == 1), side != _ACROSS))
    return found


def _place(piece: Piece, gutter: Gutter, levels: Sequence[float], size: float) -> tuple[int, int]:
    """Above which of the lines that cross it stands, and in which column, or across both."""
    at = bisect_left(levels, middle(piece) - size / 2)
    if at < len(levels) and abs(levels[at] - middle(piece)) <= size / 2:
        return at, _ACROSS
    return at, _side(piece, gutter)


def _side(piece: Piece, gutter: Gutter) -> int:
    return int(piece["x0"] + piece["x1"] > gutter[0] + gutter[1])


def _crosses(piece: Piece, gutter: Gutter) -> bool:
    """Whether a piece goes over the gutter; the end of a line may hang far into it."""
    near = gutter[1] - OVERHANG_FREE * (gutter[1] - gutter[0])
    return bool(piece["x0"] < near + 1 and piece["x1"] > near - 1)


def _levels(heights: Iterable[float], size: float) -> Iterator[float]:
    """Heights, those that are of one line once."""
    last = float("-inf")
    for height in sorted(heights):
        if height - last > size / 2:
            yield height
            last = height


def _left(words: Iterable[Piece], gutter: Gutter, side: int) -> float:
    inside = (word for word in words if not _crosses(word, gutter) and _side(word, gutter) == side)
    return min(float(word["x0"]) for word in inside)


def _gutter(words: Sequence[Piece]) -> Gutter | None:
    """The gutter that the words of a page leave free, if they are enough to go by."""
    size = median(word["size"] for word in words)
    rows = [round(middle(word) / size) for word in words]
    free = _free(words, rows)
    if free is None or free[1] - free[0] < _WIDTH * size:
        return None
    levels = list(_levels((middle(word) for word in words if _crosses(word, free)), size))
    sides: tuple[list[Piece], list[Piece]] = ([], [])
    for word in words:
        _level, side = _place(word, free, levels, size)
        if side != _ACROSS:
            sides[side].append(word)
    left, right = (_ends(side, size) for side in sides)
    beside = [top for top, _end in left if right and right[0][0] <= top <= right[-1][0]]
    prose = _is_prose(left, size) and _is_prose(right, size)
    return free if prose and len(beside) >= _ROWS else None


def _ends(words: Iterable[Piece], size: float) -> list[tuple[float, float]]:
    """The lines of a column: the height of each, and where it ends."""
    lines: list[tuple[float, float]] = []
    for word in sorted(words, key=middle):
        height, end = middle(word), float(word["x1"])
        if lines and height - lines[-1][0] <= size / 2:
            lines[-1] = (lines[-1][0], max(lines[-1][1], end))
        else:
            lines.append((height, end))
    return lines


def _free(words: Sequence[Piece], rows: Sequence[int]) -> Gutter | None:
    """The widest stretch in the middle of a page that few of its rows cover."""
    left, right = min(word["x0"] for word in words), max(word["x1"] for word in words)
    if right - left > _WIDEST:
        return None
    low, high = (int(left + share * (right - left)) for share in _MIDDLE)
    covered: dict[int, set[int]] = {x: set() for x in range(low, high)}
    for word, row in zip(words, rows, strict=True):
        for x in range(max(int(word["x0"]), low), min(int(word["x1"]) + 1, high)):
            covered[x].add(row)
    most = _CROSSING * len(set(rows))
    runs = (list(run) for few, run in groupby(covered, lambda x: len(covered[x]) <= most) if few)
    widest = max(runs, key=len, default=[])
    return (float(widest[0]), float(widest[-1] + 1)) if widest else None


def _is_prose(lines: Sequence[tuple[float, float]], size: float) -> bool:
    """Whether most lines go on up to the edge, as those of lists and forms do not."""
    ends = sorted(end for _top, end in lines)
    edge = ends[-1 - len(ends) // 10] if ends else 0.0  # a page number may stand further out
    return sum(end > edge - _NEAR * size for end in ends) >= _FILLED * len(ends)
