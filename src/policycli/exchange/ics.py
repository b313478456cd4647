"""Calendars (RFC 5545): a day-long event for whatever falls due."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from policycli import labels
from policycli.analysis.due import Due
from policycli.extras import missing
from policycli.language import _
from policycli.text.sanitize import clean
from policycli.views.timeline import KINDS, title

if TYPE_CHECKING:
    from icalendar import Event, Timezone

__all__ = ["content"]


def content(found: Iterable[Due]) -> bytes:
    """A calendar of what has a day.

    An event keeps its UID when its day is moved, so a calendar that takes in a later file moves it
    too. It leaves the day free. Where nothing is due the file holds a time zone alone: a calendar
    has one component at least (RFC 5545, 3.6), and one that takes the file in every night has to
    be able to forget what was in it.

    Raises:
        UsageError: The library is not installed.
    """
    try:
        from icalendar import Calendar
    except ImportError as error:
        sentence = _("to write {ending}, install {library}: {command}")
        raise missing(sentence, "office", ending=".ics", library="icalendar") from error
    calendar = Calendar()
    calendar.add("prodid", "-//policycli//policycli//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    now = datetime.now(UTC)
    for due in found:
        calendar.add_component(_event(due, now))
    if not calendar.subcomponents:
        calendar.add_component(_zone())
    written: bytes = calendar.to_ical()
    return written


def _zone() -> "Timezone":
    """The time of China, which has been the same since 1992."""
    import icalendar

    offset = timedelta(hours=8)
    standard = icalendar.TimezoneStandard()
    standard.add("dtstart", datetime(1992, 1, 1))  # noqa: DTZ001 - local time, as the RFC has it
    standard.add("tzoffsetfrom", offset)
    standard.add("tzoffsetto", offset)
    zone = icalendar.Timezone()
    zone.add("tzid", "Asia/Shanghai")
    zone.add_component(standard)
    return zone


def _event(due: Due, now: datetime) -> "Event":
    import icalendar

    day = date.fromisoformat(due.day)
    made = icalendar.Event()
    made.add("uid", _uid(due))
    made.add("dtstamp", now)
    made.add("dtstart", day)
    made.add("dtend", day + timedelta(days=1))
    made.add("transp", "TRANSPARENT")
    what = _(KINDS[due.event.what])
    made.add("summary", clean(_("{label}: {value}").format(label=what, value=title(due.event))))
    made.add("description", clean("\n".join(_lines(due))))
    made.add("categories", [what])
    return made


def _uid(due: Due) -> str:
    """Of the record and what falls due; a summary may say so of several days."""
    event = due.event
    parts = (event.ids[-1], event.what, event.quote and event.date)
    return "-".join(filter(None, parts)) + "@policycli"


def _lines(due: Due) -> Iterator[str]:
    event = due.event
    yield labels.called(event.head, event.head)
    facts = (
        (_("who"), labels.join(event.bodies)),
        (_("date"), event.date),
        (_("in the words of the summary"), event.quote),
        (_("id"), event.ids[-1]),
    )
    for label, value in facts:
        if value:
            yield _("{label}: {value}").format(label=label, value=value)
