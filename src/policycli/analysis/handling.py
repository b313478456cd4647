"""How a problem is handled: received → assigned → answered → rated → closed, and again.

Guizhou's mechanism: problems are collected, departments settle them, those served rate the
handling, and solutions are put on file with supervisory bodies (``guizhou.problem-handling``).
"""

from collections.abc import Mapping
from typing import Any, Literal

from policycli.errors import UsageError
from policycli.labels import coded, join
from policycli.language import _
from policycli.records.model import Copy, Event, Problem, Rating, State
from policycli.tuples import NamedTuple

__all__ = ["OPEN", "STEPS", "Action", "Said", "answered", "copied", "rated", "reopened", "taken"]

Action = Literal["assign", "answer", "rate", "copy", "close", "reopen"]


class _Step(NamedTuple):
    """The states in which something can be done, and the one after it; ``None`` for the same."""

    before: tuple[State, ...]
    after: State | None


STEPS: Mapping[Action, _Step] = {
    "assign": _Step(("received", "assigned", "reopened"), "assigned"),
    "answer": _Step(("assigned", "reopened"), "answered"),
    "rate": _Step(("answered",), "rated"),
    "copy": _Step(("answered", "rated", "closed"), None),
    "close": _Step(("rated",), "closed"),
    "reopen": _Step(("answered", "rated", "closed"), "reopened"),
}
"""What can be done with a problem, and when."""

OPEN: tuple[State, ...] = ("received", "assigned", "reopened")
"""The states of problems that wait for an answer."""


class Said(NamedTuple):
    """Of an event: the day (``2026-07-01``), who took the step, and what is to be known of it."""

    date: str
    by: str = ""
    note: str = ""


def taken(problem: Problem, action: Action, said: Said, **values: Any) -> Problem:
    """The problem after a step.

    Args:
        problem: As it is.
        action: What is done.
        said: What its event says.
        **values: Keys that the step sets.

    Raises:
        UsageError: It is not the time for this step, or the step before came later.
    """
    step = STEPS[action]
    if problem.state not in step.before:
        raise UsageError(_out_of_order(problem, action))
    last = problem.events[-1].date if problem.events else problem.received
    if said.date < last:
        sentence = _("{date} is before the last step of {id}, which was on {last}")
        raise UsageError(sentence.format(date=said.date, id=problem.id, last=last))
    state = step.after or problem.state
    event = Event(said.date, state, said.by, said.note)
    return problem._replace(state=state, events=(*problem.events, event), **values)


def answered(problem: Problem, said: Said, answer: str, **values: Any) -> Problem:
    """The problem with an answer; one that it had before stays in the event of that answer.

    Raises:
        UsageError: See ``taken``.
    """
    whole = taken(problem, "answer", said, answer=answer, **values)
    places = [at for at, event in enumerate(problem.events) if event.state == "answered"]
    if not problem.answer or not places:
        return whole
    events, at = list(whole.events), places[-1]
    note = "\n".join(filter(None, (events[at].note, problem.answer)))
    events[at] = events[at]._replace(note=note)
    return whole._replace(events=tuple(events))


def rated(problem: Problem, said: Said, score: int) -> Problem:
    """The problem with a rating, which its history keeps too.

    Raises:
        UsageError: See ``taken``.
    """
    note = " ".join(filter(None, (f"{score}/5", said.note)))
    rating = Rating(score, said.note, said.date)
    return taken(problem, "rate", said._replace(note=note), rating=rating)


def copied(problem: Problem, said: Said, body: str) -> Problem:
    """The problem whose solution was put on file with a supervisory body.

    Raises:
        UsageError: See ``taken``; or the body has it already.
    """
    if any(copy.body == body for copy in problem.copied_to):
        raise UsageError(
            _("{body} has the solution of {id} already").format(body=body, id=problem.id)
        )
    note = " ".join(filter(None, (_("copied to {body}").format(body=body), said.note)))
    copies = (*problem.copied_to, Copy(body, said.date))
    return taken(problem, "copy", said._replace(note=note), copied_to=copies)


def reopened(problem: Problem, said: Said, **values: Any) -> Problem:
    """The problem to be settled again; its rating stays in its history alone.

    Raises:
        UsageError: See ``taken``.
    """
    return taken(problem, "reopen", said, rating=None, **values)


def _out_of_order(problem: Problem, action: Action) -> str:
    """What cannot be done now, and what can."""
    sentence = _("{id} is {state}; “{action}” is for what is {states}. What can be done now: {now}")
    now = [name for name, step in STEPS.items() if problem.state in step.before]
    return sentence.format(
        id=problem.id,
        state=coded("state", problem.state),
        action=action,
        states=join(coded("state", state) for state in STEPS[action].before),
        now=join(now),
    )
