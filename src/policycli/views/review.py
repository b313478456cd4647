"""A review: as the one JSON object that scripts read, and as rows for people."""

from typing import Any

from policycli.finding import Basis, Finding
from policycli.review.model import Review

__all__ = ["data"]


def data(review: Review) -> dict[str, Any]:
    """A review as plain data, by the contract of the command."""
    draft = review.draft
    return {
        "schema": 1,
        "command": "check",
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
        "bases": [basis._asdict() for basis in review.bases],
        "clauses": [
            {
                "clause": clause.number,
                "title": clause.title,
                "counterparts": [
                    {
                        "id": each.article.id,
                        "level": each.article.head.level,
                        "relation": each.relation,
                        "score": round(each.likeness, 3),
                    }
                    for each in review.counterparts.get(clause.number, ())
                ],
            }
            for clause in draft.clauses
        ],
        "results": [_finding(finding) for finding in review.findings],
        "coverage": review.coverage,
        "counts": review.counts,
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
