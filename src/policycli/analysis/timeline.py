"""What happened and what is planned, by date.

Dates are as exact as the records are: an event of ``2023`` may have been on any day of that year,
and stands at its beginning; a deadline of ``2023`` runs to its end, and stands there.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

from policycli.analysis.documents import Paper, papers
from policycli.errors import UsageError
from policycli.language import _
from policycli.records.model import Document, Entry, Measure, Policy
from policycli.text.dates import OPEN, Mention, Span, iso, mentions, span
from policycli.text.quotes import quoted
from policycli.tuples import NamedTuple

__all__ = ["Event", "State", "What", "timeline"]

What = Literal[
    "policy", "document", "founding", "effective", "expiry", "target", "deadline", "problem"
]
State = Literal["past", "due", "planned", "done"]

_EXPECTED = ("target", "deadline", "expiry")
_FOUNDED = "成立|设立|组建|获批|获准|批准|建成|启用|投用|开工|挂牌|揭牌|升为"
_INTENDED = "计划|拟|将|预计|力争|争取|目标"
_NEAR = 30  # characters between a date and what happened then


class Event(NamedTuple):
    """Something that has a date.

    Attributes:
        date: As the record has it; a deadline may be in words.
        what: ``policy`` (成文), ``document``, ``founding``, ``effective``, ``expiry``, ``target``
            or ``deadline``; ``problem`` where it waits for an answer (see ``analysis.due``).
        state: ``past``, ``planned``, ``done`` for a deadline that was met, or ``due``: planned for
            a time that is over, and whether it came about the record does not say.
        title: Of the policy, document or measure, or the indicator and value of a target.
        title_en: Empty for documents.
        quote: The sentence that a founding was read from.
        ids: Of the records that say so.
        bodies: Who has to see to it: who leads a measure and takes part in it, who issued a policy.
        done: The day on which a deadline was met, as the record has it.
    """

    date: str
    what: What
    state: State
    head: Policy
    title: str
    title_en: str
    ids: tuple[str, ...]
    quote: str = ""
    role: str = ""
    bodies: tuple[str, ...] = ()
    done: str = ""


def timeline(
    policies: Iterable[Entry[Policy]],
    measures: Iterable[Entry[Measure]],
    documents: Iterable[Entry[Document]],
    *,
    today: str,
    since: str = "",
    until: str = "",
) -> list[Event]:
    """All events that may lie between ``since`` and ``until``, in order.

    Args:
        policies: Whose own dates are told; their measures do not matter.
        measures: Whose deadlines, targets and foundings are told.
        documents: Those that have a date are told.
        today: ``2023-09-30``, which parts the past from the planned.
        since: ``2023``, ``2023-05`` or ``2023-05-31``; empty for no limit.
        until: The same.

    Raises:
        UsageError: ``since`` or ``until`` is no date, or the first is after the second.
    """
    own = [event for paper in papers(documents) for event in _document(paper)]
    dated = {(event.head.id, event.date) for event in own if event.role == "issued"}
    events = [
        *(event for entry in policies for event in _policy(entry.record, dated)),
        *own,
        *(event._replace(bodies=_bodies(e.record)) for e in measures for event in _measure(e)),
    ]
    earliest, latest = _limit(since).first, _limit(until).last
    if earliest > latest:
        raise UsageError(_("{since} is after {until}").format(since=since, until=until))
    told = [event._replace(state=_state(event, today)) for event in events]
    inside = [event for event in told if _overlaps(event, earliest, latest, today)]
    return sorted(inside, key=_place)


def _limit(date: str) -> Span:
    found = span(iso(date) or date) if date else Span(*OPEN)
    if found is None:
        sentence = _("{date} is not a date: write 2023, 2023-05, 2023-05-31 or 2023年5月")
        raise UsageError(sentence.format(date=date))
    return found


def _policy(policy: Policy, dated: set[tuple[str, str]]) -> Iterator[Event]:
    """A policy's own dates; 成文 is left out where a document of it tells the same."""
    dates: tuple[tuple[What, str], ...] = (
        ("policy", "" if (policy.id, policy.date) in dated else policy.date),
        ("effective", policy.in_force_from),
        ("expiry", policy.in_force_until),
    )
    head = policy._replace(measures=())
    titles, bodies = (policy.title, policy.title_en), policy.issuers
    for what, date in dates:
        if date:
            yield Event(date, what, "past", head, *titles, (policy.id,), bodies=bodies)


def _document(paper: Paper) -> Iterator[Event]:
    document = paper.document
    if document.date:
        title = quoted(document.title)
        yield Event(
            document.date, "document", "past", paper.head, title, "", paper.ids, "", document.role
        )


def _measure(entry: Entry[Measure]) -> Iterator[Event]:
    measure, ids = entry.record, (entry.id,)
    titles = (measure.title, measure.title_en)
    told = [(mention, what) for mention in mentions(measure.summary) if (what := _told(mention))]
    if measure.date:
        quote = next(
            (m.text for m, what in told if (m.date, what) == (measure.date, "founding")), ""
        )
        yield Event(measure.date, "founding", "past", entry.head, *titles, ids, quote)
    if measure.deadline:
        yield Event(
            *(measure.deadline, "deadline", "planned", entry.head, *titles, ids), done=measure.done
        )
    for figure in measure.figures:
        if figure.kind == "target" and figure.period:
            value = f"{figure.value}{figure.unit}"
            chinese = f"{figure.indicator} {value}"
            english = figure.indicator_en and f"{figure.indicator_en} {value}"
            yield Event(figure.period, "target", "planned", entry.head, chinese, english, ids)
    for mention, what in told:
        if mention.date != measure.date if what == "founding" else not measure.deadline:
            done = measure.done if what == "deadline" else ""
            yield Event(
                *(mention.date, what, "past", entry.head, *titles, ids, mention.text), done=done
            )


def _bodies(measure: Measure) -> tuple[str, ...]:
    return tuple(filter(None, (measure.lead, *measure.partners)))


def _told(mention: Mention) -> What | None:
    """What a sentence says of a date: that something came to be, or is to."""
    import re

    if not re.search(_FOUNDED, mention.after[:_NEAR]):
        return None
    return "deadline" if re.search(_INTENDED, mention.before + mention.after[:2]) else "founding"


def _state(event: Event, today: str) -> State:
    days = span(event.date)
    if event.done and _limit(event.done).first <= today:
        return "done"
    if event.what not in _EXPECTED:
        return "planned" if days and days.first > today else "past"
    if days is None or days.last >= today:
        return "planned"
    return "past" if event.what == "expiry" else "due"


def _overlaps(event: Event, earliest: str, latest: str, today: str) -> bool:
    """Whether an event may lie between two days; what happened did so by today."""
    days = span(event.date)
    if days is None:
        return (earliest, latest) == OPEN
    past = event.what not in _EXPECTED and days.last == OPEN[1]
    last = max(days.first, today) if past else days.last
    return days.first <= latest and last >= earliest


def _place(event: Event) -> tuple[str, bool, str]:
    """Where an event stands: rough dates of what happened first, of what is expected last."""
    days = span(event.date)
    expected = event.what in _EXPECTED
    if days is None:
        return "9999-12-31", True, event.date
    return (days.last, True, "") if expected else (days.first, days.first == days.last, "")
