"""Word: the paper that a reviewer signs (评价意见)."""

from collections.abc import Sequence

from policycli.exchange.official import written
from policycli.review.model import Review
from policycli.views.review_paper import parts, title

__all__ = ["content"]


def content(review: Review, severity: str, catalogues: Sequence[str]) -> bytes:
    """The paper, its chapters as ``views.review_paper`` has them."""
    return written(title(), list(parts(review, severity, catalogues)))
