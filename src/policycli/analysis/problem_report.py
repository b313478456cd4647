"""How problems of a time were handled, body by body: what a report (通报) of it says."""

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import mean, median

from policycli.analysis.handling import OPEN
from policycli.analysis.problems import answered_on, days_taken, is_overdue
from policycli.records.model import Problem, State
from policycli.text.dates import days
from policycli.tuples import NamedTuple

__all__ = ["Handled", "by_body", "handled"]


class Handled(NamedTuple):
    """How some problems were handled.

    Attributes:
        body: Who settles them; empty for those that nobody was given.
        states: How many are in each state.
        settled: How many have an answer.
        overdue: How many wait for one after their day.
        late: How many were answered after it.
        median: Days from the receipt to the answer; ``None`` where none has one.
        longest: The most of them.
        rated: How many were rated, and by ``rating`` points of 5 on average.
    """

    body: str
    received: int
    states: Counter[State]
    settled: int
    overdue: int
    late: int
    median: float | None
    longest: int | None
    rated: int
    rating: float | None

    @property
    def unanswered(self) -> int:
        """How many wait for an answer."""
        return self.received - self.settled


def handled(problems: Sequence[Problem], today: str, body: str = "") -> Handled:
    """How problems were handled; ``today`` decides which are late."""
    settled = [problem for problem in problems if problem.state not in OPEN]
    taken = [days for each in settled if (days := days_taken(each, today)) is not None]
    scores = [problem.rating.score for problem in problems if problem.rating]
    return Handled(
        body,
        len(problems),
        Counter(problem.state for problem in problems),
        len(settled),
        sum(is_overdue(problem, today) for problem in problems),
        sum(map(_is_late, settled)),
        median(taken) if taken else None,
        max(taken, default=None),
        len(scores),
        mean(scores) if scores else None,
    )


def _is_late(problem: Problem) -> bool:
    """Whether it was answered after its day."""
    return bool(problem.due) and answered_on(problem) > days(problem.due).last


def by_body(problems: Iterable[Problem], today: str) -> list[Handled]:
    """The same for every body, those with most problems first; each of several counts a problem."""
    of: dict[str, list[Problem]] = {}
    for problem in problems:
        named = dict.fromkeys(filter(None, (problem.lead, *problem.bodies)))
        for body in named or ("",):
            of.setdefault(body, []).append(problem)
    lines = [handled(own, today, body) for body, own in of.items()]
    return sorted(lines, key=lambda line: (not line.body, -line.received))
