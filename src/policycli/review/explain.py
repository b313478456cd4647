"""Why a finding was made: its rule, the norms that were paired, and what else was considered."""

from typing import NamedTuple

from policycli.finding import Finding
from policycli.norms.articles import Counterpart
from policycli.norms.frames import Frame, frames
from policycli.review.model import Review

__all__ = ["Why", "why"]


class Why(NamedTuple):
    """What a finding stands on.

    Attributes:
        draft: The norm of the draft that the words belong to; ``None`` where there is none.
        basis: The norm that it was compared with.
        counterpart: The article of that norm.
        place: Of the article among all counterparts of the clause, from 1; 0 where it is none.
        considered: The other counterparts, best first.
    """

    draft: Frame | None = None
    basis: Frame | None = None
    counterpart: Counterpart | None = None
    place: int = 0
    considered: tuple[Counterpart, ...] = ()


def why(finding: Finding, review: Review) -> Why:
    """What a finding of a review stands on; red lines and citations stand on their rule alone."""
    mine = _clause(review, finding.clause)
    basis = finding.basis
    if basis is None or not basis.words:
        return Why()
    if basis.relation == "self":
        other = _clause(review, int(basis.id.lstrip("#") or 0))
        return Why(_norm(mine, finding.span), _norm(other, basis.span))
    every = review.counterparts.get(finding.clause, ())
    at = next((at for at, c in enumerate(every) if c.article.id == basis.id), -1)
    if at < 0:
        return Why(_norm(mine, finding.span), considered=every)
    found = every[at]
    norm = _norm(found.article.text, basis.span)
    return Why(_norm(mine, finding.span), norm, found, at + 1, every[:at] + every[at + 1 :])


def _clause(review: Review, number: int) -> str:
    return next((c.text for c in review.draft.clauses if c.number == number), "")


def _norm(text: str, span: tuple[int, int]) -> Frame | None:
    """The norm of a text that words at a place belong to; ``None`` where there are no words."""
    if span[0] == span[1]:
        return None
    apart = ((max(f.span[0] - span[0], span[0] - f.span[1], 0), f.span[0], f) for f in frames(text))
    return min(apart, key=lambda each: each[:2], default=(0, 0, None))[2]
