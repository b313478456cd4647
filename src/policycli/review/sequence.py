"""A draft follows the order of the paper it carries out: neighbours lead to neighbours."""

from collections.abc import Iterable, Mapping, Sequence

from policycli.norms.articles import Article, Counterpart

__all__ = ["in_sequence"]

_CLAUSES = 2  # clauses on either side that are neighbours of one
_ARTICLES = 3  # articles on either side of what a neighbour follows
_BESIDE = 0.1  # what an article there gains


def in_sequence(
    ranked: Mapping[int, Sequence[Counterpart]], papers: Iterable[Sequence[Article]]
) -> dict[int, list[Counterpart]]:
    """Counterparts, best first, where an article gains by what the neighbours follow.

    Args:
        ranked: The counterparts of every clause by its number, best first.
        papers: The articles of each paper that the draft carries out, in its order.
    """
    places = {article.id: at for paper in papers for at, article in enumerate(paper)}
    firsts = {
        number: each[0].article for number, each in ranked.items() if each and _in(each[0], places)
    }
    return {
        number: sorted(
            (_placed(each, _beside(number, firsts), places) for each in found),
            key=lambda c: (-c.score, c.article.id),
        )
        for number, found in ranked.items()
    }


def _in(one: Counterpart, places: Mapping[str, int]) -> bool:
    return one.article.id in places


def _beside(number: int, firsts: Mapping[int, Article]) -> list[Article]:
    """What the neighbours of a clause follow."""
    near = range(number - _CLAUSES, number + _CLAUSES + 1)
    return [firsts[at] for at in near if at != number and at in firsts]


def _placed(
    one: Counterpart, followed: Iterable[Article], places: Mapping[str, int]
) -> Counterpart:
    """A counterpart with what its place gains it."""
    article = one.article
    beside = any(
        article.head.id == other.head.id and abs(places[article.id] - places[other.id]) <= _ARTICLES
        for other in followed
    )
    return one._replace(score=one.score * (1 + _BESIDE)) if beside else one
