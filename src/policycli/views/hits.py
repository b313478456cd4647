"""What a search found."""

from typing import TYPE_CHECKING, Any

from policycli import labels
from policycli.language import N_, _, pick
from policycli.records.model import Measure, Policy, Problem
from policycli.search.answer import Answer, Hit, Match
from policycli.views.cells import (
    ID,
    POLICY,
    REGION,
    cite,
    official_column,
    official_title,
    region_data,
    summary,
    type_data,
)
from policycli.views.model import Cell, Column, Text, View

if TYPE_CHECKING:
    from policycli.views import rows

__all__ = ["answer_data", "view"]


def view(answer: Answer, query: str, *, explain: bool = False) -> View[Hit]:
    """The hits of an answer, best first; with ``explain`` how their scores came about."""
    data = _explained if explain else _data
    columns, hits = _columns(explain=explain), answer.hits
    return View("search", query, hits, answer.total, columns, data, whole="--all", cite=cite)


def _columns(*, explain: bool) -> tuple[Column[Hit], ...]:
    why = Column[Hit]("explain", N_("why"), _reasons, "note")
    return (
        ID,
        REGION,
        Column("title", N_("measure"), _title),
        Column("matched", N_("found in"), _found_in, "note"),
        *((why,) if explain else ()),
        Column("end", N_("end"), lambda hit: labels.end(getattr(hit.record, "end", "")), "short"),
        Column("how", N_("match"), lambda hit: labels.how(hit.how), "short"),
        Column("score", N_("score"), lambda hit: round(hit.score, 1), "detail"),
        POLICY,
        Column("summary", N_("summary"), summary, "detail"),
        *official_column(_official),
    )


def answer_data(view: View[Hit]) -> dict[str, Any]:
    """One of many answers, as a line of JSON has it."""
    head = {"query": view.query, "total": view.total, "truncated": view.truncated}
    return head | dict(view.extra) | {"results": list(map(view.data, view.items))}


def _reasons(hit: Hit) -> str:
    return "; ".join(map(_reason, hit.matched))


def _reason(match: Match) -> str:
    sentence = _("{score} for “{wording}” in {field} (worth {worth}), {mistakes} wrong of {size}")
    return sentence.format(
        score=round(match.score, 1),
        wording=match.wording,
        field=labels.field(match.field),
        worth=match.worth,
        mistakes=round(match.mistakes, 2),
        size=match.size,
    )


def _explained(hit: Hit) -> "rows.Hit":
    return {**_data(hit), "explain": list(map(_why, hit.matched))}


def _why(match: Match) -> "rows.Explained":
    return {
        "field": match.field,
        "wording": match.wording,
        "score": match.score,
        "worth": match.worth,
        "mistakes": match.mistakes,
        "size": match.size,
    }


def _data(hit: Hit) -> "rows.Hit":
    """Every key on every hit, so that scripts need not ask which are there."""
    record = hit.record
    return {
        "id": hit.id,
        "policy": "" if isinstance(record, Problem) else hit.policy,
        "title": record.title,
        "title_en": record.title_en,
        "summary": record.answer if isinstance(record, Problem) else record.summary,
        "text": "" if isinstance(record, Policy) else record.text,
        "region": region_data(hit.head.region),
        "end": record.end if isinstance(record, Measure) else "",
        "score": round(hit.score, 1),
        "matched": [{"field": m.field, "how": m.how, "text": m.text} for m in hit.matched],
        "how": hit.how,
        "missing": list(hit.missing),
        "type": type_data(record),
        "state": record.state if isinstance(record, Problem) else "",
    }


def _shown(hit: Hit) -> str:
    return pick(hit.record.title, hit.record.title_en)


def _title(hit: Hit) -> Text:
    """The title as shown, with what fits it highlighted."""
    text, marks, faint = _marked(_shown(hit), hit)
    return Text(labels.marked(text, hit.record, hit.head), marks, faint)


def _official(hit: Hit) -> Text:
    return _marked(official_title(hit), hit)


def _marked(title: str, hit: Hit) -> Text:
    return Text(title, next((m.spans for m in hit.matched if m.text == title), ()))


def _found_in(hit: Hit) -> Cell:
    """Which field matched, and its words; nothing where a title shows them."""
    best = hit.matched[0]
    if best.text in (_shown(hit), official_title(hit)):
        return ""
    label = _("{label}: {value}").format(label=labels.field(best.field), value="")
    marks = tuple((start + len(label), end + len(label)) for start, end in best.spans)
    return Text(label + best.text, marks)
