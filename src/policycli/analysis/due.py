"""What falls due: deadlines, ends of validity, what comes into force, and problems to be answered.

A deadline or an end of validity falls on the last day that its date may mean, what comes into force
on the first. A deadline of the past is overdue until its record says when it was done; a validity
of the past is over, and due no more.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from time import strftime

from policycli.analysis.handling import OPEN as WAITING
from policycli.analysis.problems import is_overdue
from policycli.analysis.timeline import Event, State, timeline
from policycli.errors import UsageError
from policycli.index.selection import Selection
from policycli.language import _
from policycli.records.model import Entry, HasRecord, Policy, Problem
from policycli.text.dates import OPEN, days
from policycli.text.periods import after
from policycli.tuples import NamedTuple

__all__ = ["Due", "due", "due_in"]

_LAST = ("deadline", "expiry", "problem")  # on the last day that their dates may mean
_DUE = (*_LAST, "effective")


class Due(NamedTuple):
    """An event that somebody has to see to.

    Attributes:
        day: ``2024-12-31``; empty where the record has words that name no day (验收前).
        left: Days from today until then, negative where it is overdue; 0 without a day.
    """

    event: Event
    day: str
    left: int

    @property
    def head(self) -> Policy:
        """The policy that it belongs to."""
        return self.event.head


def due(events: Iterable[Event], *, today: str, within: str = "") -> list[Due]:
    """What is overdue, the longest first, then what is coming, then what names no day.

    Args:
        events: Of the timeline, with ``today`` as here.
        today: ``2024-06-30``.
        within: How far to look ahead, such as ``30d`` or ``3m``; empty for no limit.

    Raises:
        UsageError: ``within`` is no length of time.
    """
    last = after(today, within) if within else OPEN[1]
    found = [_due(event, today) for event in events if event.what in _DUE]
    left = [each for each in found if each.event.state != "done"]
    open_ = [each for each in left if each.day >= today or each.event.state != "past"]
    return sorted((each for each in open_ if each.day <= last), key=lambda each: each.day or "~")


def _due(event: Event, today: str) -> Due:
    span = days(event.date)
    day = span.last if event.what in _LAST else span.first
    if day in OPEN:
        return Due(event, "", 0)
    return Due(event, day, (date.fromisoformat(day) - date.fromisoformat(today)).days)


def due_in(
    records: Selection,
    problems: Sequence[Entry[Problem]] = (),
    *,
    within: str = "",
    body: str = "",
    fold: Callable[[str], str] = str,
) -> list[Due]:
    """The same of the records that fit and are not repealed, today.

    Args:
        records: Whose dates count.
        problems: Those that wait for an answer are due on the day by which they are to have it.
        within: See ``due``.
        body: Only what a body called so leads, takes part in or issued.
        fold: What makes two ways to write a body one.

    Raises:
        UsageError: ``within`` is no length of time, or no record names the body.
    """
    today = strftime("%Y-%m-%d")
    alive = [entry for entry in records.measures_having("dates") if not _repealed(entry)]
    heads = [entry for entry in records.heads if not _repealed(entry)]
    events = timeline(heads, alive, (), today=today)
    events += [_waiting(entry, today) for entry in problems if _waits(entry.record)]
    found = due(events, today=today, within=within)
    if not body:
        return found
    is_meant = _names(fold(body), fold)
    if not any(map(is_meant, _bodies(records, problems))):
        sentence = _("no record names a body {body}; “policy list --bodies” lists them")
        raise UsageError(sentence.format(body=body))
    return [each for each in found if any(map(is_meant, each.event.bodies))]


def _waits(problem: Problem) -> bool:
    return problem.state in WAITING and bool(problem.due)


def _waiting(entry: Entry[Problem], today: str) -> Event:
    problem = entry.record
    state: State = "due" if is_overdue(problem, today) else "planned"
    return Event(
        *(problem.due, "problem", state, entry.head, problem.title, "", (entry.id,)),
        bodies=_settling(problem),
    )


def _settling(problem: Problem) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (problem.lead, *problem.bodies))))


def _repealed(entry: HasRecord) -> bool:
    return (entry.record.status or entry.head.status) == "repealed"


def _names(wanted: str, fold: Callable[[str], str]) -> Callable[[str], bool]:
    """Whether a body is called so, in full, in part or in short: 市科技局 is 东河市科学技术局."""

    def fits(name: str) -> bool:
        signs = iter(fold(name))
        return all(sign in signs for sign in wanted)

    return fits


def _bodies(records: Selection, problems: Iterable[Entry[Problem]]) -> Iterator[str]:
    """Every body that records name; they are read no further than somebody asks."""
    for head in records.heads:
        yield from head.record.issuers
    for entry in records.measures:
        yield from (entry.record.lead, *entry.record.partners)
    for each in problems:
        yield from _settling(each.record)
