"""A report counts what was received, settled, late and rated, body by body."""

from policycli.analysis.problem_report import Handled, by_body, handled
from policycli.records.model import Event, Problem, Rating, State

TODAY = "2026-09-01"


def problem(
    id: str, bodies: str, state: State, *, answered: str = "", due: str = "", score: int = 0
) -> Problem:
    """A problem of 1 July."""
    events = (Event(answered, "answered"),) if answered else ()
    rating = Rating(score) if score else None
    named = tuple(bodies.split())
    return Problem(
        id, "题", "2026-07-01", bodies=named, lead=next(iter(named), ""), due=due, state=state,
        events=events, rating=rating,
    )  # fmt: skip


PROBLEMS = [
    problem("a", "甲 乙", "closed", answered="2026-07-11", due="2026-07-31", score=5),
    problem("b", "甲", "rated", answered="2026-07-31", due="2026-07-30", score=2),
    problem("c", "甲", "answered", answered="2026-07-04"),
    problem("d", "乙", "assigned", due="2026-08-31"),
    problem("e", "乙", "reopened", answered="2026-07-05", due="2026-09-01"),
    problem("f", "", "received", due="2026-08"),
]


def test_the_whole() -> None:
    """A problem counts once; days count for what is settled alone, and a reopened one is not."""
    whole = handled(PROBLEMS, TODAY)
    assert whole.received == 6
    assert (whole.settled, whole.unanswered) == (3, 3)
    assert (whole.overdue, whole.late) == (2, 1)
    assert (whole.median, whole.longest) == (10, 30)
    assert (whole.rated, whole.rating) == (2, 3.5)
    assert whole.states["closed"] == 1


def test_by_body() -> None:
    """Each of several bodies counts a problem; what nobody was given comes last."""
    lines = {line.body: line for line in by_body(PROBLEMS, TODAY)}
    assert list(lines) == ["甲", "乙", ""]
    assert [line.received for line in lines.values()] == [3, 3, 1]
    assert (lines["乙"].settled, lines["乙"].median, lines["乙"].rating) == (1, 10, 5)
    assert lines[""].overdue == 1


def test_of_nothing_nothing_is_said() -> None:
    """Neither days nor ratings."""
    nothing = handled([], TODAY)
    assert isinstance(nothing, Handled)
    assert (nothing.median, nothing.longest, nothing.rating) == (None, None, None)
