"""What falls due, and when."""

from collections.abc import Sequence
from typing import Any

from policycli import labels
from policycli.analysis.due import Due
from policycli.language import N_, _, ngettext
from policycli.views import timeline
from policycli.views.cells import POLICY, REGION, official, official_column
from policycli.views.model import Chart, Column, Stretch, View

__all__ = ["chart", "view"]


def _when(due: Due) -> str:
    if not due.left:
        return _("today")
    sentence = (
        ngettext("{n} day overdue", "{n} days overdue", -due.left)
        if due.left < 0
        else ngettext("in {n} day", "in {n} days", due.left)
    )
    return sentence.format(n=abs(due.left))


_COLUMNS: tuple[Column[Due], ...] = (
    Column("day", N_("day"), lambda due: due.day, "short"),
    Column("when", N_("when"), _when, "short"),
    REGION,
    Column("what", N_("what"), lambda due: _(timeline.KINDS[due.event.what]), "short"),
    Column("id", N_("id"), lambda due: due.event.ids[-1], "id"),
    Column("title", N_("title"), lambda due: timeline.title(due.event)),
    Column("bodies", N_("who"), lambda due: labels.join(due.event.bodies), "note"),
    Column("quote", N_("in the words of the summary"), lambda due: due.event.quote, "note"),
    Column("date", N_("date"), lambda due: due.event.date, "detail"),
    POLICY,
)


def _official(due: Due) -> str:
    return official(due.event.title, due.event.title_en)


def view(found: Sequence[Due], limit: int | None = None) -> View[Due]:
    """What has a day, overdue first."""
    columns = _COLUMNS + official_column(_official)
    return View("timeline", None, found[:limit], len(found), columns, _data)


def _data(due: Due) -> dict[str, Any]:
    own = {"bodies": list(due.event.bodies), "day": due.day, "left": due.left}
    return timeline.data(due.event) | own


def chart(found: Sequence[Due], today: str) -> Chart | None:
    """A Gantt chart: from today to the day of what is coming, and since that of what is overdue."""
    marks = tuple(_stretch(due, today) for due in found)
    return Chart(_("Due"), marks, color=_("state")) if marks else None


def _stretch(due: Due, today: str) -> Stretch:
    group = _("overdue") if due.left < 0 else _("coming")
    first, last = sorted((due.day, today))
    what = _(timeline.KINDS[due.event.what])
    label = _("{label}: {value}").format(label=what, value=timeline.name(due.event))
    return Stretch(label, first, last, group)
