"""Problems, and how far their handling is."""

from collections.abc import Iterable, Sequence
from time import strftime
from typing import TYPE_CHECKING, Any

from policycli import labels
from policycli.analysis.problems import days_taken, is_overdue
from policycli.language import N_, _
from policycli.records.model import Entry, Problem, to_dict
from policycli.search.answer import Hit
from policycli.views.cards import problem_card
from policycli.views.cells import ID, title, type_data
from policycli.views.model import Column, View

if TYPE_CHECKING:
    from policycli.views import file_rows as rows

__all__ = ["COLUMNS", "changed", "listed", "near_lines"]


def _asker(entry: Entry[Problem]) -> str:
    return labels.whole(entry.record.asker) if entry.record.asker else ""


def _days(entry: Entry[Problem]) -> int | str:
    days = days_taken(entry.record, strftime("%Y-%m-%d"))
    return "" if days is None else days


def _due(entry: Entry[Problem]) -> str:
    due = entry.record.due
    late = is_overdue(entry.record, strftime("%Y-%m-%d"))
    return _("{date} (overdue)").format(date=due) if late else due


COLUMNS: tuple[Column[Entry[Problem]], ...] = (
    ID,
    Column("state", N_("state"), lambda entry: labels.coded("state", entry.record.state), "short"),
    Column("title", N_("problem"), lambda entry: entry.record.title),
    Column("lead", N_("lead"), lambda entry: entry.record.lead),
    Column("received", N_("received"), lambda entry: entry.record.received, "short"),
    Column("due", N_("due"), _due, "short"),
    Column("days", N_("days"), _days, "number"),
    Column("asker", N_("asked by"), _asker, "detail"),
    Column("bodies", N_("bodies"), lambda entry: labels.join(entry.record.bodies), "detail"),
    Column("about", N_("about"), lambda entry: labels.join(entry.record.about), "detail"),
    Column("answer", N_("answer"), lambda entry: entry.record.answer, "detail"),
)


def listed(
    entries: Sequence[Entry[Problem]], limit: int | None, command: str = "problem list"
) -> View[Entry[Problem]]:
    """Problems, a line each, as the answer of a command."""
    return View(command, None, entries[:limit], len(entries), COLUMNS, _data)


def changed(
    query: Sequence[str], entries: Sequence[Entry[Problem]], near: Sequence[Hit] = ()
) -> View[Entry[Problem]]:
    """Problems after a step, in full.

    Args:
        query: What was done, and with which problems.
        entries: The problems.
        near: What may be about the same, for scripts.
    """
    extra = (("near", _near_data(near)),) if near else ()
    name, *rest = query
    command, card = f"problem {name}", lambda shown: problem_card(shown.record)
    return View(command, rest, entries, len(entries), COLUMNS, _data, card, extra=extra)


def _near_data(hits: Iterable[Hit]) -> "list[rows.Near]":
    """Records that may be about the same, each with what it says."""
    return [
        {
            "id": hit.id,
            "type": type_data(hit.record),
            "title": hit.record.title,
            "answer": hit.record.answer if isinstance(hit.record, Problem) else "",
            "score": round(hit.score, 1),
        }
        for hit in hits
    ]


def near_lines(hits: Iterable[Hit]) -> str:
    """The same for people, an id and a title a line."""
    return "\n".join(f"  {hit.id}  {title(hit)}" for hit in hits)


def _data(entry: Entry[Problem]) -> dict[str, Any]:
    """A problem as its catalogue has it, with how long it took, and whether it is late."""
    today = strftime("%Y-%m-%d")
    days = days_taken(entry.record, today)
    return to_dict(entry.record) | {"days": days, "overdue": is_overdue(entry.record, today)}
