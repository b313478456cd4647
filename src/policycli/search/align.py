"""Approximate matching: the best alignment of a query with a text.

An edit distance whose steps cost what the mistake is worth: another character of the same sound
is nearly right, one of another sound and shape is wrong. The text may go on at both sides.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from operator import getitem

from rapidfuzz.fuzz import partial_ratio, partial_ratio_alignment

from policycli.search.units import NEAR, WRONG, Character, Initial, Unit
from policycli.text.alphabet import Table
from policycli.tuples import NamedTuple

__all__ = ["CHARACTERS", "LETTERS", "Alignment", "Columns", "Pattern", "Steps", "fitted"]
__all__ += ["sellers"]

SWAPPED = 0.35  # cost of two neighbours the wrong way round: every character is there
_BOTH = 0.4  # what two swapped neighbours may cost besides
_EDGES = ("", "\n")  # no character: a line ends here
_GAP = 3  # characters between two with a mark that are still of one part
_LONG = 1.5  # times the pattern: longer parts are narrowed down
_PLACES = 50  # where every unit has its like, of one text that says the same over and over
_LOOK = 300  # units of a pattern that a quick look goes by; its time grows with their square
_STEPS = 100_000  # units times characters that are compared in one text


class Alignment(NamedTuple):
    """The place in a text that fits best: ``text[start:end]``, at ``cost`` mistakes."""

    cost: float
    start: int
    end: int


class Steps(NamedTuple):
    """What it costs that a unit was typed but is not in the text, or is and was not typed."""

    extra: float
    left_out: float


CHARACTERS = Steps(0.9, 0.3)
LETTERS = Steps(1.1, 0.35)
"""Of syllables, initials, letters and signs, which say less than a character."""


class Pattern:
    """Typed units, ready to be looked for in many texts.

    A quick look compares marks, which are sounds or, for initials, their first letters.

    Args:
        units: What was typed.
        most: What mistakes may cost, in characters; what has more need not be found.
    """

    def __init__(self, units: Sequence[Unit], most: float) -> None:
        self._costs = [unit.costs for unit in units]
        self.size = len(units)
        self.latin = all(unit.typed.isascii() for unit in units)
        self._alphabet = units[0].alphabet
        self._starting = isinstance(units[0], Initial) and isinstance(units[-1], Initial)
        marks = [unit.marks() for unit in units]
        self._same = [(other, usual) for usual, *others in marks for other in others]
        self._marks = self._made_same("".join(usual for usual, *_ in marks))
        self._columns = Table(self._column)
        steps = CHARACTERS if all(isinstance(unit, Character) for unit in units) else LETTERS
        self._fits: Table[str, Alignment | None] = Table(
            lambda window: fitted([self._columns[char] for char in window], most, steps)
        )

    def _made_same(self, marks: str) -> str:
        for other, usual in self._same:
            marks = marks.replace(other, usual)
        return marks

    def mark(self, sounds: str) -> str:
        """A text in sounds as this pattern compares it."""
        if self._starting:
            return self._alphabet.starts(sounds)
        return self._made_same(sounds)

    def guesses(self, marked: Iterable[str], least: float = 0) -> list[float]:
        """A quick look at marked texts: how well the pattern, or its beginning, fits each, 0-100.

        What fits less well than ``least`` is 0, which is found out sooner.
        """
        marks = self._marks[:_LOOK]
        return [partial_ratio(marks, text, score_cutoff=least) for text in marked]

    def sounds_like(self, wording: str) -> bool:
        """Whether every unit has a character that sounds like it, in order."""
        return len(wording) == self.size and max(self._each(0, wording)) <= NEAR

    def looks_like(self, wording: str) -> bool:
        """Whether every unit has a character that sounds or looks like it, in order."""
        return len(wording) == self.size and max(self._each(0, wording)) < WRONG

    def cost(self, first: int, wording: str) -> float:
        """What ``wording`` costs in the place of the units from number ``first`` on."""
        return sum(self._each(first, wording))

    def _each(self, first: int, wording: str) -> Iterator[float]:
        """What each character of ``wording`` costs there."""
        return map(getitem, self._costs[first:], wording)

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
        for part in self._parts(marked):
            start, end = self._narrowed(marked, *part)
            if end - start >= self.size // 2:
                fit = self._align(text, marked, start, end)
                if fit:
                    yield fit
                steps += self.size * (end - start)
            if steps > _STEPS:
                return

    def _parts(self, marked: str) -> Iterator[tuple[int, int]]:
        """Where characters with a mark stand, not far apart and on one line."""
        marks = frozenset(self._marks)
        places = [at for at, char in enumerate(marked) if char in marks]
        start = last = places[0] if places else 0
        for at in places[1:]:
            if at - last > _GAP + 1 or "\n" in marked[last:at]:
                yield start, last + 1
                start = at
            last = at
        if places:
            yield start, last + 1

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
        return [costs[char] for costs in self._costs]

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

    def _align(self, text: str, marked: str, start: int, end: int) -> Alignment | None:
        """The best fit in a part, with the character beside an end that is not as typed."""
        left = start - (marked[start] != self._marks[0] and text[start - 1 : start] not in _EDGES)
        right = end + (marked[end - 1] != self._marks[-1] and text[end : end + 1] not in _EDGES)
        fit = self._fits[text[left:right]]
        return fit and Alignment(fit.cost, fit.start + left, fit.end + left)


Columns = Sequence[Sequence[float]]
"""For each character of a text what it costs in the place of each unit."""


def fitted(columns: Columns, most: float, steps: Steps) -> Alignment | None:
    """Align all units with some part of a text; ``None`` where that costs more than ``most``.

    Most need no table: no alignment costs less than the like of every unit, wherever it stands, or
    than a unit too many, and one that is not side by side costs a mistake of its own besides.
    """
    likest = list(map(min, repeat(steps.extra), *columns))
    least = sum(likest)
    if least > most:
        return None
    other = least + min(steps.left_out, SWAPPED, steps.extra - max(likest))
    beside = _side_by_side(columns)
    if beside and beside.cost <= other:
        return beside
    return sellers(columns, steps) if other <= most else None


def _side_by_side(columns: Columns) -> Alignment | None:
    """The best fit with a character for each unit; ``None`` where there are too few."""
    size = len(columns[0])
    places = range(len(columns) - size + 1)
    costs = [sum(map(getitem, columns[at : at + size], range(size))) for at in places]
    if not costs:
        return None
    cost = min(costs)
    at = costs.index(cost)
    return Alignment(cost, at, at + size)


def sellers(columns: Columns, steps: Steps) -> Alignment:
    """Align all units with some part of a text (Sellers 1980, with swaps)."""
    size = len(columns[0])
    extra_cost, left_out_cost = steps
    # costs[n], starts[n]: of the best fit of the first n units that ends at the character before.
    costs, starts = [number * extra_cost for number in range(size + 1)], [0] * (size + 1)
    earlier, earlier_starts = costs, starts
    best = Alignment(costs[size], 0, 0)
    last: Sequence[float] = [extra_cost] * size
    for end, column in enumerate(columns, 1):
        cost, start = 0.0, end
        new, new_starts = [cost], [start]
        for at in range(size):
            extra = cost + extra_cost
            cost, extra_start = costs[at] + column[at], start
            start = starts[at]
            if extra < cost:
                cost, start = extra, extra_start
            if costs[at + 1] + left_out_cost < cost:
                cost, start = costs[at + 1] + left_out_cost, starts[at + 1]
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
