"""Words that differ between norms of one matter: bodies, conditions, scope, terms."""

from collections.abc import Iterator, Sequence

from policycli.review.counterparts import Counterpart
from policycli.review.model import Finding
from policycli.review.pairing import Side
from policycli.review.wording import Topical

__all__ = ["differing_words"]


def differing_words(
    draft: Sequence[Side], basis: Sequence[Side], weights: Topical
) -> Iterator[tuple[Finding, Counterpart]]:
    yield from ()
