"""A review: as the one JSON object that scripts read, and as rows for people."""

from functools import partial
from typing import Any

from policycli.analysis.wording import changed_spans
from policycli.finding import Finding
from policycli.language import N_, _
from policycli.norms.articles import Counterpart
from policycli.review.explain import why
from policycli.review.model import SEVERITIES, Review
from policycli.views import review_changes as changes
from policycli.views import review_why as whys
from policycli.views.model import Column, Section, Text, View
from policycli.views.review_labels import SEVERITIES as NAMED
from policycli.views.review_labels import basis, source, suggestion, where

__all__ = ["extra", "shown", "view", "wordings"]

_ALIKE = 0.5  # share of both wordings that has to be the same; with less, all would be marked


def wordings(finding: Finding) -> tuple[Text, Text]:
    """What the draft says and what the basis says, with what differs marked."""
    mine, theirs = finding.words, basis(finding).words
    spans = changed_spans(theirs, mine) if mine and theirs else ()
    changed = sum(b - a + d - c for a, b, c, d in spans)
    if changed > (1 - _ALIKE) * (len(mine) + len(theirs)):
        return Text(mine), Text(theirs)
    return (
        Text(mine, tuple((c, d) for _a, _b, c, d in spans if c < d)),
        Text(theirs, tuple((a, b) for a, b, _c, _d in spans if a < b)),
    )


def _basis(finding: Finding) -> str:
    """The paper and article with level and date."""
    on = basis(finding)
    return " · ".join(filter(None, (source(finding), on.level, on.date)))


def _severity(finding: Finding) -> str:
    return _(NAMED[finding.severity])


_ID = Column[Finding]("id", N_("id"), lambda finding: finding.id, "id")

_COLUMNS: tuple[Column[Finding], ...] = (
    _ID,
    Column("severity", N_("severity"), _severity, "group"),
    Column("clause", N_("clause"), lambda finding: finding.clause_title or "-", "detail"),
    Column("kind", N_("kind"), lambda finding: finding.kind, "detail"),
    Column("about", N_("about"), where, "group"),
    Column("message", N_("finding"), lambda finding: finding.message),
    Column("source", N_("basis"), _basis, "note"),
    Column("draft_words", N_("draft"), lambda finding: wordings(finding)[0], "side"),
    Column("basis_words", N_("basis"), lambda finding: wordings(finding)[1], "side"),
    Column("basis", N_("basis"), source, "detail"),
    Column("basis_id", N_("id"), lambda finding: basis(finding).id, "detail"),
    Column("rule", N_("rule"), lambda finding: finding.rule, "detail"),
    Column("suggestion", N_("suggestion"), suggestion, "side"),
)
"""As people read them: on a terminal each finding under its severity, with both wordings."""

_LINE: tuple[Column[Finding], ...] = (
    _ID,
    Column("severity", N_("severity"), _severity, "short"),
    Column("clause", N_("clause"), lambda finding: finding.clause_title or "-", "short"),
    Column("kind", N_("kind"), lambda finding: finding.kind, "short"),
    Column("message", N_("finding"), lambda finding: finding.message),
    Column("draft_words", N_("draft"), lambda finding: finding.words),
    Column("basis_words", N_("basis"), lambda finding: basis(finding).words),
)
"""As scripts cut them: a column keeps its place."""


def shown(review: Review, severity: str) -> list[Finding]:
    """The findings down to a severity, the worst first."""
    among = SEVERITIES[: SEVERITIES.index(severity) + 1]
    return [finding for finding in review.findings if finding.severity in among]


def view(
    review: Review, severity: str, limit: int | None, *, explain: bool = False
) -> View[Finding]:
    """The findings of a review down to a severity, the worst first.

    Args:
        review: What was found.
        severity: The least that is listed.
        limit: How many at most.
        explain: Whether each says why.
    """
    items = shown(review, severity)
    found = items[:limit]
    return View(
        "check",
        review.draft.path or review.draft.id,
        found,
        len(items),
        (*_COLUMNS, _why(review)) if explain else _COLUMNS,
        partial(_explained, review=review) if explain else _finding,
        sections=changes.section(review),
        extra=tuple(extra(review).items()),
        flat=Section("", _LINE, found),
    )


def _why(review: Review) -> Column[Finding]:
    return Column(
        "explain", N_("why"), lambda each: "\n".join(whys.lines(each, why(each, review))), "side"
    )


def _explained(finding: Finding, review: Review) -> dict[str, Any]:
    return _finding(finding) | {"explain": whys.data(why(finding, review))}


def extra(review: Review) -> dict[str, Any]:
    """What programs get beside the findings."""
    draft = review.draft
    return {
        "draft": {
            "title": draft.title,
            "path": draft.path,
            "id": draft.id,
            "region": draft.region.name if draft.region else "",
            "level": draft.level,
            "rank": draft.place.rank,
            "date": draft.date,
            "clauses": len(draft.clauses),
        },
        "conclusion": review.conclusion,
        "bases": [paper._asdict() for paper in review.bases],
        "clauses": [
            {
                "clause": clause.number,
                "title": clause.title,
                "counterparts": list(map(_counterpart, review.counterparts.get(clause.number, ()))),
            }
            for clause in draft.clauses
        ],
        "coverage": review.coverage,
        "counts": review.counts,
        "replaces": review.replaces.id if review.replaces else "",
        "changes": list(map(changes.data, review.changes)),
    }


def _counterpart(each: Counterpart) -> dict[str, Any]:
    return {
        "id": each.article.id,
        "level": each.article.head.level,
        "relation": each.relation,
        "score": round(each.likeness, 3),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    on = basis(finding)
    return {
        "id": finding.id,
        "rule": finding.rule,
        "kind": finding.kind,
        "severity": finding.severity,
        "clause": finding.clause,
        "clause_title": finding.clause_title,
        "basis": on.id,
        "basis_title": on.title,
        "basis_clause": on.clause,
        "basis_level": on.level,
        "basis_date": on.date,
        "relation": on.relation,
        "draft_words": finding.words,
        "draft_span": list(finding.span),
        "basis_words": on.words,
        "basis_span": list(on.span),
        "draft_value": finding.value,
        "basis_value": finding.basis_value,
        "unit": finding.unit,
        "measure": finding.measure,
        "direction": finding.direction,
        "confidence": finding.confidence,
        "message": finding.message,
        "suggestion": suggestion(finding),
    }
