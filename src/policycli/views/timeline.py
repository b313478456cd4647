"""What happened and what is planned, by date."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from policycli import labels
from policycli.analysis.timeline import Event
from policycli.language import N_, _, pick
from policycli.text.dates import OPEN, Span, span
from policycli.views.cells import POLICY, REGION, official, official_column, region_data
from policycli.views.model import Chart, Column, Stretch, View

if TYPE_CHECKING:
    from policycli.views import rows

__all__ = ["KINDS", "STATES", "chart", "data", "name", "title", "view"]

KINDS = {
    "policy": N_("policy"),
    "document": N_("document"),
    "founding": N_("founding"),
    "effective": N_("takes effect"),
    "expiry": N_("expires"),
    "target": N_("target"),
    "deadline": N_("deadline"),
    "problem": N_("problem"),
}
STATES = {
    "past": N_("past"),
    "due": N_("was due"),
    "planned": N_("planned"),
    "done": N_("done"),
}


def title(event: Event) -> str:
    """What it is about; a document is not repealed together with the policy that names it."""
    shown = pick(event.title, event.title_en)
    return shown if event.what == "document" else labels.marked(shown, event.head, event.head)


_COLUMNS: tuple[Column[Event], ...] = (
    Column("date", N_("date"), lambda event: event.date, "short"),
    Column("state", N_("state"), lambda event: _(STATES[event.state]), "short"),
    REGION,
    Column("what", N_("what"), lambda event: _(KINDS[event.what]), "short"),
    Column("id", N_("id"), lambda event: event.ids[-1], "id"),
    Column("title", N_("title"), title),
    Column("quote", N_("in the words of the summary"), lambda event: event.quote, "note"),
    Column("ids", N_("id"), lambda event: "\n".join(event.ids), "detail"),
    Column("role", N_("role"), lambda event: labels.role(event.role), "detail"),
    POLICY,
    Column("done", N_("done on"), lambda event: event.done, "detail"),
)


def _official(event: Event) -> str:
    return official(event.title, event.title_en)


def view(events: Sequence[Event], limit: int | None = None) -> View[Event]:
    """Events in order."""
    columns = _COLUMNS + official_column(_official)
    return View("timeline", None, events[:limit], len(events), columns, data)


def chart(events: Sequence[Event]) -> Chart | None:
    """Events on a line of time, rough dates as long as they may be; ``None`` where none has one.

    What has no end in sight runs as far as the last known date of its state: what is past does
    not reach into what is planned.
    """
    known = [(event, days) for event in events if (days := span(event.date))]
    stretches = tuple(_stretch(event, days, known) for event, days in known)
    return Chart(_("Timeline"), stretches, color=_("state")) if stretches else None


def name(event: Event) -> str:
    """What it is about, and where; on an English screen with the official title under it."""
    title, region = pick(event.title, event.title_en), labels.region(event.head.region)
    shown = title if region in title else f"{region} {title}"
    return f"{shown}\n{_official(event)}".strip()


def _stretch(event: Event, days: Span, known: Sequence[tuple[Event, Span]]) -> Stretch:
    own = [other for each, other in known if each.state == event.state]
    firsts = [other.first for other in own if other.first != OPEN[0]]
    lasts = [other.last for other in own if other.last != OPEN[1]]
    first = min(firsts, default=days.last) if days.first == OPEN[0] else days.first
    last = max([first, *lasts]) if days.last == OPEN[1] else days.last
    return Stretch(name(event), first, last, _(STATES[event.state]))


def data(event: Event) -> "rows.Event":
    """An event for programs."""
    return {
        "date": event.date,
        "what": event.what,
        "state": event.state,
        "policy": event.head.id,
        "region": region_data(event.head.region),
        "title": event.title,
        "title_en": event.title_en,
        "role": event.role,
        "quote": event.quote,
        "ids": list(event.ids),
        "done": event.done,
    }
