"""Where in a text the words stand that somebody meant, in spite of what they typed.

An edit distance whose steps cost what the mistake is worth: another character of the same sound
is nearly right, one of another sound and shape is wrong. The text may go on at both sides.
"""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.fuzz import partial_ratio, partial_ratio_alignment

from policycli.search.units import NEAR, Unit
from policycli.text.alphabet import Table

__all__ = ["Alignment", "Pattern"]

_EXTRA = 1.1  # typed, but not in the text
_LEFT_OUT = 0.4  # in the text, but not typed
_SWAPPED = 0.6  # two neighbours the wrong way round
_BOTH = 0.4  # what two swapped neighbours may cost besides
_ROOM = 2  # characters looked at on either side of the first guess, and half the pattern
_MARK = 0xF0000  # private use: units as characters, for rapidfuzz to align


class Alignment(NamedTuple):
    """The place in a text that fits best: ``text[start:end]``, at ``cost`` mistakes."""

    cost: float
    start: int
    end: int


class Pattern:
    """Typed units, ready to be looked for in many texts."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._units = units
        self.size = len(units)
        self.latin = all(unit.typed.isascii() for unit in units)
        self._marking = Table(self._mark)
        self._marks = "".join(
            next(chr(_MARK + at) for at, other in enumerate(units) if other.typed == unit.typed)
            for unit in units
        )

    def _mark(self, char: str) -> str:
        """The mark of the unit that ``char`` is most like; itself where it is like none."""
        at, unit = min(enumerate(self._units), key=lambda pair: pair[1][char])
        return self._marks[at] if unit[char] <= NEAR else char

    def mark(self, text: str) -> str:
        """``text`` with the mark of a unit for every character that sounds like it."""
        return text.translate(self._marking)

    def guess(self, marked: str) -> float:
        """A quick look at a marked text: how well the pattern fits it, 0-100."""
        return partial_ratio(self._marks, marked)

    def place(self, marked: str) -> tuple[float, int, int]:
        """A quick look at a marked line: how well the pattern fits (0-100), and about where."""
        found = partial_ratio_alignment(self._marks, marked)
        return (found.score, found.dest_start, found.dest_end) if found else (0.0, 0, 0)

    def sounds_like(self, wording: str) -> bool:
        """Whether every unit has a character that sounds like it, in order."""
        return len(wording) == self.size and all(
            unit[char] <= NEAR for unit, char in zip(self._units, wording, strict=True)
        )

    def cover(self, marked: str) -> list[tuple[int, int, int]]:
        """The longest runs of two and more units that stand in a marked text, from left to right.

        Returns:
            First unit, number of units, and place in the text of each run.
        """
        runs: list[tuple[int, int, int]] = []
        at, size = 0, len(self._marks)
        while at < size - 1:
            place, end = marked.find(self._marks[at : at + 2]), at + 2
            if place < 0:
                at += 1
                continue
            while end < size and (longer := marked.find(self._marks[at : end + 1])) >= 0:
                place, end = longer, end + 1
            runs.append((at, end - at, place))
            at = end
        return runs

    def align(self, text: str, start: int, end: int) -> Alignment:
        """The exact fit near ``text[start:end]``: lowest cost, then furthest left."""
        room = _ROOM + self.size // 2
        low = max(0, start - room)
        fit = _fit(self._units, text[low : end + room])
        return Alignment(fit.cost, fit.start + low, fit.end + low)


def _fit(units: Sequence[Unit], text: str) -> Alignment:
    """Align all of ``units`` with some part of ``text`` (Sellers 1980, with swaps).

    ``costs[i]`` and ``starts[i]`` are those of the best fit of the first ``i`` units that ends at
    the present character of the text.
    """
    size = len(units)
    afresh = [number * _EXTRA for number in range(size + 1)]
    costs, starts = afresh, [0] * (size + 1)
    earlier, earlier_starts, last = costs, starts, ""
    best = Alignment(costs[size], 0, 0)
    for end, char in enumerate(text, 1):
        if char == "\n":  # nothing reaches over the end of a line
            costs, starts, last = afresh, [end] * (size + 1), ""
            continue
        new, new_starts = [0.0], [end]
        for at in range(1, size + 1):
            unit = units[at - 1]
            cost, start = costs[at - 1] + unit[char], starts[at - 1]
            if costs[at] + _LEFT_OUT < cost:
                cost, start = costs[at] + _LEFT_OUT, starts[at]
            if new[at - 1] + _EXTRA < cost:
                cost, start = new[at - 1] + _EXTRA, new_starts[at - 1]
            if at > 1 and last and unit[last] + units[at - 2][char] < _BOTH:
                swapped = earlier[at - 2] + _SWAPPED
                if swapped < cost:
                    cost, start = swapped, earlier_starts[at - 2]
            new.append(cost)
            new_starts.append(start)
        earlier, earlier_starts, costs, starts, last = costs, starts, new, new_starts, char
        if new[size] < best.cost:
            best = Alignment(new[size], new_starts[size], end)
    return best
