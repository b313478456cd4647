"""Ruled lines on a page → tables: which cells they make, and what stands in each."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from policycli.ingest.readers.blocks import table
from policycli.ingest.readers.columns import Piece, middle
from policycli.ingest.readers.layout import boxed, is_frame, lines_of

__all__ = ["Rule", "tables"]

_NEAR = 3.0  # points; as near, two lines are one (both edges of a thick one, say)
_MOST = 2_000  # lines of a page, and cells of a table; what has more is a drawing


class Rule(NamedTuple):
    """A line along or down a page, in points.

    Attributes:
        at: Its distance from the top if it lies along the page, else from the left.
        start: Where it begins in the other direction.
        end: Where it ends.
    """

    at: float
    start: float
    end: float


def tables(along: Sequence[Rule], down: Sequence[Rule], chars: Iterable[Piece]) -> list[Piece]:
    """The tables that lines make, as boxes with a block; a frame around text is none.

    Args:
        along: The lines from left to right.
        down: The lines from top to bottom.
        chars: All of the page; those inside a table are read by it.
    """
    if len(along) + len(down) > _MOST:
        return []
    found = (_Grid(rows, columns) for rows, columns in _connected(along, down))
    grids = [grid for grid in found if len(grid.xs) > 2 < len(grid.ys) and grid.cells <= _MOST]
    for char in chars:
        grid = next((grid for grid in grids if grid.holds(char)), None)
        if grid is not None:
            grid.chars.append(char)
    made = ((table(grid.rows()), grid.box) for grid in grids if grid.chars)
    return [boxed(block, box) for block, box in made if not is_frame(block)]


def _connected(
    along: Sequence[Rule], down: Sequence[Rule]
) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """The lines that touch each other, also through others."""
    left, right = set(range(len(along))), set(range(len(down)))
    while left:
        rows, columns, reached = [left.pop()], [], 0
        while reached < len(rows):
            touched = [n for n in right if _touch(along[rows[reached]], down[n])]
            right.difference_update(touched)
            columns += touched
            more = [n for n in left if any(_touch(along[n], down[m]) for m in touched)]
            left.difference_update(more)
            rows += more
            reached += 1
        yield [along[n] for n in rows], [down[n] for n in columns]


def _touch(row: Rule, column: Rule) -> bool:
    return (
        row.start - _NEAR <= column.at <= row.end + _NEAR
        and column.start - _NEAR <= row.at <= column.end + _NEAR
    )


class _Grid:
    """The cells between lines that touch each other."""

    def __init__(self, along: Sequence[Rule], down: Sequence[Rule]) -> None:
        self._along, self._down = along, down
        self.xs, self.ys = _places(down), _places(along)
        self.chars: list[Piece] = []

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    @property
    def cells(self) -> int:
        """How many places there are between its lines."""
        return (len(self.xs) - 1) * (len(self.ys) - 1)

    def holds(self, char: Piece) -> bool:
        """Whether a character is inside."""
        x, y = (char["x0"] + char["x1"]) / 2, middle(char)
        return bool(self.xs[0] < x < self.xs[-1] and self.ys[0] < y < self.ys[-1])

    def rows(self) -> Iterator[list[str]]:
        """The texts of all cells; one over several rows or columns stands in its first."""
        inside: dict[tuple[int, int], list[Piece]] = {}
        owners = self._owners()
        for char in self.chars:
            x, y = (char["x0"] + char["x1"]) / 2, middle(char)
            place = bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1
            inside.setdefault(owners[place], []).append(char)
        for row in range(len(self.ys) - 1):
            yield [_text(inside.get((row, column), ())) for column in range(len(self.xs) - 1)]

    def _owners(self) -> dict[tuple[int, int], tuple[int, int]]:
        """For every place between two lines, the first place of its cell."""
        owners: dict[tuple[int, int], tuple[int, int]] = {}
        for row in range(len(self.ys) - 1):
            for column in range(len(self.xs) - 1):
                place = row, column
                if column and not self._parted(self._down, self.xs[column], self.ys, row):
                    place = owners[row, column - 1]
                elif row and not self._parted(self._along, self.ys[row], self.xs, column):
                    place = owners[row - 1, column]
                owners[row, column] = place
        return owners

    def _parted(self, lines: Sequence[Rule], at: float, across: Sequence[float], n: int) -> bool:
        """Whether a line stands between a place and the one before it."""
        half = (across[n] + across[n + 1]) / 2
        return any(
            abs(line.at - at) <= _NEAR and line.start - _NEAR <= half <= line.end + _NEAR
            for line in lines
        )


def _places(lines: Iterable[Rule]) -> list[float]:
    """Where lines are, those that are near each other once."""
    places: list[float] = []
    for at in sorted(line.at for line in lines):
        if not places or at - places[-1] > _NEAR:
            places.append(at)
    return places


def _text(chars: Iterable[Piece]) -> str:
    return "\n".join("".join(char["text"] for char in line) for line in lines_of(chars))
