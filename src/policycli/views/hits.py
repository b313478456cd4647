"""What a search found."""

from typing import Any

from policycli import labels
from policycli.language import N_, _, pick
from policycli.records.model import Measure
from policycli.search.answer import Answer, Hit, Match
from policycli.views.model import Cell, Column, Text, View

__all__ = ["answer_data", "view"]

COLUMNS = (
    Column("id", N_("id"), "id"),
    Column("region", N_("region"), "short"),
    Column("title", N_("measure")),
    Column("matched", N_("found in"), "note"),
    Column("end", N_("end"), "short"),
    Column("how", N_("match"), "short"),
    Column("score", N_("score"), "detail"),
    Column("policy", N_("policy"), "detail"),
    Column("summary", N_("summary"), "detail"),
)


_NOTES = 4  # columns up to the notes under the title
_WHY = Column("explain", N_("why"), "note")


def view(answer: Answer, query: str, *, explain: bool = False) -> View[Hit]:
    """The hits of an answer, best first; with ``explain`` how their scores came about."""
    if not explain:
        return View("search", query, answer.hits, answer.total, COLUMNS, _cells, _data)
    columns = (*COLUMNS[:_NOTES], _WHY, *COLUMNS[_NOTES:])
    return View("search", query, answer.hits, answer.total, columns, _explained_cells, _explained)


def answer_data(answer: Answer, query: str, *, explain: bool = False) -> dict[str, Any]:
    """One of many answers, as a line of JSON has it."""
    results = [_explained(hit) if explain else _data(hit) for hit in answer.hits]
    return {"query": query, "total": answer.total, "results": results}


def _explained_cells(hit: Hit) -> tuple[Cell, ...]:
    cells = _cells(hit)
    return (*cells[:_NOTES], "; ".join(map(_reason, hit.matched)), *cells[_NOTES:])


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


def _explained(hit: Hit) -> dict[str, Any]:
    keys = ("field", "wording", "score", "worth", "mistakes", "size")
    return _data(hit) | {
        "explain": [{key: getattr(match, key) for key in keys} for match in hit.matched]
    }


def _data(hit: Hit) -> dict[str, Any]:
    """Every key on every hit, so that scripts need not ask which are there."""
    record, region = hit.record, hit.head.region
    return {
        "id": hit.id,
        "policy": hit.policy,
        "title": record.title,
        "title_en": record.title_en,
        "summary": record.summary,
        "text": record.text if isinstance(record, Measure) else "",
        "region": region._asdict() if region else None,
        "end": record.end if isinstance(record, Measure) else "",
        "score": round(hit.score, 1),
        "matched": [{"field": m.field, "how": m.how, "text": m.text} for m in hit.matched],
    }


def _cells(hit: Hit) -> tuple[Cell, ...]:
    record, head, best = hit.record, hit.head, hit.matched[0]
    title = pick(record.title, record.title_en)
    return (
        hit.id,
        labels.region(head.region),
        _marked(title, hit.matched),
        "" if best.text == title else _found_in(best),
        labels.end(record.end) if isinstance(record, Measure) else "",
        labels.how(best.how),
        round(hit.score, 1),
        pick(head.title, head.title_en),
        pick(record.summary, record.summary_en),
    )


def _marked(title: str, matched: tuple[Match, ...]) -> Cell:
    """The title as shown, with what fits it highlighted."""
    return Text(title, next((m.spans for m in matched if m.text == title), ()))


def _found_in(match: Match) -> Text:
    """Which field matched, and its words."""
    label = _("{label}: {value}").format(label=labels.field(match.field), value="")
    marks = tuple((start + len(label), end + len(label)) for start, end in match.spans)
    return Text(label + match.text, marks)
