"""Markdown: the paper that a reviewer signs, with what differs in bold."""

from collections.abc import Sequence

from policycli.exchange.report import paper
from policycli.review.model import Review
from policycli.views.review_paper import parts, title

__all__ = ["content"]


def content(review: Review, severity: str, catalogues: Sequence[str]) -> bytes:
    """The chapters of the paper, its tables as those of Markdown."""
    return paper(title(), list(parts(review, severity, catalogues)), ".md")
