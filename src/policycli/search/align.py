"""Approximate matching: the best alignment of a query with a text.

An edit distance whose steps cost what the mistake is worth: another character of the same sound
is nearly right, one of another sound and shape is wrong. The text may go on at both sides.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from rapidfuzz.fuzz import partial_ratio, partial_ratio_alignment

from policycli.search.units import NEAR, WRONG, Initial, Unit
from policycli.text.alphabet import Table
from policycli.tuples import NamedTuple

__all__ = ["Alignment", "Pattern"]

EXTRA = 1.1  # cost of a unit that was typed but is not in the text
LEFT_OUT = 0.4  # cost of a character of the text that was not typed
SWAPPED = 0.6  # cost of two neighbours the wrong way round
_BOTH = 0.4  # what two swapped neighbours may cost besides
_EDGES = ("", "\n")  # no character: a line ends here
_PARTS = "x(?:.{0,3}x)*"  # what is marked and not far apart, on one line
_LONG = 1.5  # times the pattern: longer parts are narrowed down
_PLACES = 50  # where every unit has its like, of one text that says the same over and over
_LOOK = 300  # units of a pattern that a quick look goes by; its time grows with their square
_STEPS = 100_000  # units times characters that are compared in one text


class Alignment(NamedTuple):
    """The place in a text that fits best: ``text[start:end]``, at ``cost`` mistakes."""

    cost: float
    start: int
    end: int


class Pattern:
    """Typed units, ready to be looked for in many texts.

    A quick look compares marks, which are sounds or, for initials, their first letters.
    """

    def __init__(self, units: Sequence[Unit]) -> None:
        self._units = units
        self.size = len(units)
        self.latin = all(unit.typed.isascii() for unit in units)
        self._alphabet = units[0].alphabet
        self._starting = isinstance(units[0], Initial) and isinstance(units[-1], Initial)
        marks = [unit.marks() for unit in units]
        self._same = [(other, usual) for usual, *others in marks for other in others]
        self._marks = self._made_same("".join(usual for usual, *_ in marks))
        self._columns = Table(self._column)
        self._fits: Table[str, Alignment] = Table(
            lambda window: _fit([self._columns[char] for char in window])
        )

    @cached_property
    def _seen(self) -> Table[int, str]:
        """What parts characters with a mark from others, and from the ends of lines."""
        seen: Table[int, str] = Table(lambda _code: "-")
        seen.update(dict.fromkeys(map(ord, self._marks), "x") | {ord("\n"): "\n"})
        return seen

    def _made_same(self, marks: str) -> str:
        for other, usual in self._same:
            marks = marks.replace(other, usual)
        return marks

    def mark(self, sounds: str) -> str:
        """A text in sounds as this pattern compares it."""
        if self._starting:
            return self._alphabet.starts(sounds)
        return self._made_same(sounds)

    def guess(self, marked: str) -> float:
        """A quick look at a marked text: how well the pattern, or its beginning, fits it, 0-100."""
        return partial_ratio(self._marks[:_LOOK], marked)

    def sounds_like(self, wording: str) -> bool:
        """Whether every unit has a character that sounds like it, in order."""
        return len(wording) == self.size and all(
            unit.cost(char) <= NEAR for unit, char in zip(self._units, wording, strict=True)
        )

    def looks_like(self, wording: str) -> bool:
        """Whether every unit has a character that sounds or looks like it, in order."""
        return len(wording) == self.size and all(
            unit.cost(char) < WRONG for unit, char in zip(self._units, wording, strict=True)
        )

    def cost(self, first: int, wording: str) -> float:
        """What ``wording`` costs in the place of the units from number ``first`` on."""
        return sum(
            unit.cost(char) for unit, char in zip(self._units[first:], wording, strict=False)
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

    def align(self, text: str, marked: str) -> Iterator[Alignment]:
        """The best fit in every part of ``text`` that has enough of what was typed.

        Args:
            text: Folded; nothing reaches over the end of a line.
            marked: The same, marked.
        """
        at = marked.find(self._marks)
        if at >= 0:
            yield from self._as_typed(text, marked, at)
            return
        steps = 0
        for part in re.finditer(_PARTS, marked.translate(self._seen)):
            start, end = self._narrowed(marked, *part.span())
            if end - start >= self.size // 2:
                yield self._align(text, marked, start, end)
                steps += self.size * (end - start)
            if steps > _STEPS:
                return

    def _narrowed(self, marked: str, start: int, end: int) -> tuple[int, int]:
        """Of a long part (Latin letters are everywhere) what looks best, and one beside it."""
        if end - start <= _LONG * self.size:
            return start, end
        found = partial_ratio_alignment(self._marks[:_LOOK], marked[start:end])
        if found is None:
            return start, start
        beyond = max(0, self.size - _LOOK) + 1
        return max(start, start + found.dest_start - 1), min(end, start + found.dest_end + beyond)

    def _column(self, char: str) -> list[float]:
        """What ``char`` costs in the place of each unit."""
        return [unit.cost(char) for unit in self._units]

    def _as_typed(self, text: str, marked: str, at: int) -> Iterator[Alignment]:
        """Places where every unit has its like, in order; one that is as typed serves its line."""
        places = 0
        while at >= 0 and places < _PLACES:
            end = at + self.size
            cost = self.cost(0, text[at:end])
            yield Alignment(cost, at, end)
            beyond = text.find("\n", end) if cost == 0 else at + 1
            at = marked.find(self._marks, beyond) if beyond >= 0 else beyond
            places += 1

    def _align(self, text: str, marked: str, start: int, end: int) -> Alignment:
        """The best fit in a part, with the character beside an end that is not as typed."""
        left = start - (marked[start] != self._marks[0] and text[start - 1 : start] not in _EDGES)
        right = end + (marked[end - 1] != self._marks[-1] and text[end : end + 1] not in _EDGES)
        fit = self._fits[text[left:right]]
        return Alignment(fit.cost, fit.start + left, fit.end + left)


def _fit(columns: Sequence[Sequence[float]]) -> Alignment:
    """Align all units with some part of a text (Sellers 1980, with swaps).

    Args:
        columns: For each character of the text what it costs in the place of each unit.
    """
    size = len(columns[0])
    # costs[n], starts[n]: of the best fit of the first n units that ends at the character before.
    costs, starts = [number * EXTRA for number in range(size + 1)], [0] * (size + 1)
    earlier, earlier_starts = costs, starts
    best = Alignment(costs[size], 0, 0)
    last: Sequence[float] = [EXTRA] * size
    for end, column in enumerate(columns, 1):
        cost, start = 0.0, end
        new, new_starts = [cost], [start]
        for at in range(size):
            extra = cost + EXTRA
            cost, extra_start = costs[at] + column[at], start
            start = starts[at]
            if extra < cost:
                cost, start = extra, extra_start
            if costs[at + 1] + LEFT_OUT < cost:
                cost, start = costs[at + 1] + LEFT_OUT, starts[at + 1]
            if at and last[at] + column[at - 1] < _BOTH:
                swapped = earlier[at - 1] + last[at] + column[at - 1] + SWAPPED
                if swapped < cost:
                    cost, start = swapped, earlier_starts[at - 1]
            new.append(cost)
            new_starts.append(start)
        earlier, earlier_starts, costs, starts, last = costs, starts, new, new_starts, column
        if cost < best.cost:
            best = Alignment(cost, start, end)
    return best
