"""A review: as the one JSON object that scripts read, and as rows for people."""

from typing import Any

from policycli.review.model import Finding, Review

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
    fields = finding._asdict()
    return {"id": fields.pop("id"), **fields}
