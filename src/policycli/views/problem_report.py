"""A report (通报) of how problems were handled: as a table, as a paper, as a picture."""

from collections.abc import Iterator, Sequence
from typing import Any

from policycli import labels
from policycli.analysis.problem_report import Handled
from policycli.codes import STATES
from policycli.language import N_, _, pick
from policycli.records.model import Entry, Problem
from policycli.text.dates import iso
from policycli.views.model import Bar, Chart, Column, Part, Section, View
from policycli.views.problems import COLUMNS

__all__ = ["BODIES", "chart", "parts", "title", "view"]


def _body(line: Handled) -> str:
    return line.body or _("not assigned")


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}".removesuffix(".0")


BODIES: tuple[Column[Handled], ...] = (
    Column("body", N_("body"), _body),
    Column("received", N_("received"), lambda line: line.received, "number"),
    Column("settled", N_("settled"), lambda line: line.settled, "number"),
    Column("unanswered", N_("unanswered"), lambda line: line.unanswered, "number"),
    Column("overdue", N_("overdue"), lambda line: line.overdue, "number"),
    Column("late", N_("late"), lambda line: line.late, "number"),
    Column("median", N_("median days"), lambda line: _number(line.median), "number"),
    Column("longest", N_("longest"), lambda line: _number(line.longest), "number"),
    Column("rating", N_("rating"), lambda line: _number(line.rating), "number"),
)


def view(
    whole: Handled, lines: Sequence[Handled], waiting: Sequence[Entry[Problem]]
) -> View[Handled]:
    """A line for every body; readers get what is not answered under it, programs all of it.

    Args:
        whole: All problems.
        lines: Those of each body.
        waiting: Problems that wait for an answer.
    """
    unanswered = Section(_("Unanswered"), COLUMNS, waiting)
    extra = (
        ("whole", {key: said for key, said in _data(whole).items() if key != "body"}),
        ("unanswered", [entry.id for entry in waiting]),
    )
    sections = (unanswered,) if waiting else ()
    return View("problem report", None, lines, len(lines), BODIES, _data, None, sections, extra)


def _data(line: Handled) -> dict[str, Any]:
    return line._asdict() | {"states": dict(line.states), "unanswered": line.unanswered}


def title(since: str, until: str) -> str:
    """What the paper is called, with the time it is about, as it was typed."""
    if not since and not until:
        return _("Report on the handling of problems")
    sentence = _("{since} to {until}")
    if since == until:
        sentence = "{since}"
    elif not (since and until):
        sentence = _("since {since}") if since else _("until {until}")
    time = sentence.format(since=_date(since), until=_date(until))
    return _("Report on the handling of problems, {time}").format(time=time)


def _date(date: str) -> str:
    """A date as the paper has it: 2026年7月 in Chinese."""
    units = zip(iso(date).split("-"), "年月日", strict=False)
    return pick("".join(f"{int(part)}{unit}" for part, unit in units if part), date)


def parts(
    whole: Handled, lines: Sequence[Handled], waiting: Sequence[Entry[Problem]]
) -> Iterator[Part]:
    """The paper: the figures in a paragraph, then by body, by state, and what is not answered."""
    yield Part("text", _summary(whole))
    yield Part("heading", _("Handling by body"))
    yield Part("table", rows=_table(BODIES, lines), widths=_BODY_WIDTHS)
    yield Part("heading", _("State of handling"))
    counts = {str(state): n for state, n in whole.states.items()}
    states = [(labels.coded("state", state), str(counts.get(state, 0))) for state in STATES]
    yield Part("table", rows=[(_("state"), _("problems")), *states])
    if waiting:
        yield Part("heading", _("Unanswered"))
        yield Part("table", rows=_table(COLUMNS, waiting), widths=_WIDTHS)


_BODY_WIDTHS = (29, 17, 14, 21, 16, 12, 15, 15, 14)
"""Shares of the columns of bodies, whose names are longer than their figures."""

_WIDTHS = (21, 17, 26, 21, 21, 37, 12)
"""Shares of the columns of what is not answered: an id, a day, and a day that is overdue stand on
one line each."""


def _summary(whole: Handled) -> str:
    said = [
        _("Problems received: {n}; settled: {settled}; closed: {closed}; unanswered: {left}, of "
          "which {overdue} are overdue.").format(
            n=whole.received, settled=whole.settled, closed=whole.states["closed"],
            left=whole.unanswered, overdue=whole.overdue,
        )
    ]  # fmt: skip
    if whole.median is not None:
        sentence = _("Answers took {median} days in the median, {longest} at most; late: {late}.")
        longest = _number(whole.longest)
        said.append(sentence.format(median=_number(whole.median), longest=longest, late=whole.late))
    if whole.rated:
        sentence = _("Those served rated {n} of them, {rating} of 5 on average.")
        said.append(sentence.format(n=whole.rated, rating=_number(whole.rating)))
    return pick("", " ").join(said)


def _table(columns: Sequence[Column[Any]], items: Sequence[Any]) -> list[list[str]]:
    """Cells as text, under the titles of their columns; what is a detail is left out."""
    shown = [column for column in columns if column.kind != "detail"]
    head = [_(column.title) for column in shown]
    return [head, *([str(column.cell(item)) for column in shown] for item in items)]


def chart(lines: Sequence[Handled]) -> Chart:
    """Bars of what each body has settled, and of what it has not."""
    bars = [
        Bar(_body(line), float(number), _("problems"), str(number), group)
        for line in lines
        for number, group in ((line.settled, _("settled")), (line.unanswered, _("unanswered")))
        if number
    ]
    return Chart(_("Handling by body"), tuple(bars), color=_("state"))
