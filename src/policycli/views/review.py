"""A review: as the one JSON object that scripts read, and as rows for people."""

from typing import Any

from policycli.finding import Basis, Finding
from policycli.language import N_, _
from policycli.review.known import Counterpart
from policycli.review.model import SEVERITIES, Review
from policycli.views.model import Column, View

__all__ = ["CONCLUSIONS", "extra", "view"]

CONCLUSIONS = {
    "consistent": N_("consistent: nothing was found that has to be changed"),
    "amend": N_("to be amended: it differs from what holds"),
    "conflict": N_("in conflict with what holds"),
}
"""What a conclusion says; a machine's aid, people decide."""

_SEVERITIES = {"error": N_("error"), "warning": N_("warning"), "note": N_("note")}


def _basis(finding: Finding) -> Basis:
    return finding.basis or Basis("")


def _source(finding: Finding) -> str:
    basis = _basis(finding)
    title = f"《{basis.title}》" if basis.title else ""
    return title + basis.clause


_COLUMNS: tuple[Column[Finding], ...] = (
    Column("id", N_("id"), lambda finding: finding.id, "id"),
    Column("severity", N_("severity"), lambda finding: _(_SEVERITIES[finding.severity]), "short"),
    Column("clause", N_("clause"), lambda finding: finding.clause_title or "-", "short"),
    Column("kind", N_("kind"), lambda finding: finding.kind, "short"),
    Column("message", N_("finding"), lambda finding: finding.message),
    Column("draft_words", N_("draft"), lambda finding: finding.words, "side"),
    Column("basis_words", N_("basis"), lambda finding: _basis(finding).words, "side"),
    Column("basis", N_("basis"), _source, "detail"),
    Column("basis_id", N_("id"), lambda finding: _basis(finding).id, "detail"),
    Column("rule", N_("rule"), lambda finding: finding.rule, "detail"),
    Column("suggestion", N_("suggestion"), lambda finding: finding.suggestion, "detail"),
)


def view(review: Review, severity: str, limit: int | None) -> View[Finding]:
    """The findings of a review down to a severity, the worst first."""
    shown = SEVERITIES[: SEVERITIES.index(severity) + 1]
    items = [finding for finding in review.findings if finding.severity in shown]
    query = review.draft.path or review.draft.id
    more = tuple(extra(review).items())
    return View("check", query, items[:limit], len(items), _COLUMNS, _finding, extra=more)


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
    }


def _counterpart(each: Counterpart) -> dict[str, Any]:
    return {
        "id": each.article.id,
        "level": each.article.head.level,
        "relation": each.relation,
        "score": round(each.likeness, 3),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    basis = finding.basis or Basis("")
    return {
        "id": finding.id,
        "rule": finding.rule,
        "kind": finding.kind,
        "severity": finding.severity,
        "clause": finding.clause,
        "clause_title": finding.clause_title,
        "basis": basis.id,
        "basis_title": basis.title,
        "basis_clause": basis.clause,
        "basis_level": basis.level,
        "basis_date": basis.date,
        "relation": basis.relation,
        "draft_words": finding.words,
        "draft_span": list(finding.span),
        "basis_words": basis.words,
        "basis_span": list(basis.span),
        "draft_value": finding.value,
        "basis_value": finding.basis_value,
        "unit": finding.unit,
        "measure": finding.measure,
        "direction": finding.direction,
        "confidence": finding.confidence,
        "message": finding.message,
        "suggestion": finding.suggestion,
    }
