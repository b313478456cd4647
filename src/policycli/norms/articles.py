"""What norms are compared with: articles of known papers, and how those stand to a text."""

from typing import Literal

from policycli.records.model import Policy
from policycli.tuples import NamedTuple

__all__ = ["Article", "Counterpart", "Relation"]

Relation = Literal["higher", "same-region", "sister"]


class Article(NamedTuple):
    """One article (or measure) of a known paper; ``id`` is its full id."""

    id: str
    head: Policy
    title: str
    text: str


class Counterpart(NamedTuple):
    """A known article on the same matter.

    Attributes:
        likeness: 0 to 1, how much of either the other says.
        score: The same, with what speaks for its paper; only good for an order.
    """

    article: Article
    relation: Relation
    likeness: float
    score: float
