"""Neighbouring clauses follow neighbouring articles."""

from policycli.norms.articles import Article, Counterpart
from policycli.records.model import Policy
from policycli.review.sequence import in_sequence

LAW = [Article(f"law.{at}", Policy("law", "水法"), f"第{at}条", "") for at in range(1, 21)]
OTHER = Article("other.2", Policy("other", "法"), "第二条", "")


def _ranked(*scored: tuple[Article, float]) -> list[Counterpart]:
    return [Counterpart(article, "higher", score, score) for article, score in scored]


def _firsts(
    before: Article, clause: list[Counterpart], after: Article, number: int = 2
) -> list[str]:
    """The articles of a clause, best first, between what two other clauses follow."""
    ranked = {1: _ranked((before, 0.5)), number: clause, number + 1: _ranked((after, 0.5))}
    return [c.article.id for c in in_sequence(ranked, [LAW])[number]]


def test_an_article_beside_what_the_neighbours_follow_gains() -> None:
    """Of two nearly as good the one in their place comes first; a far better one stays so."""
    near, far = LAW[1], LAW[15]

    assert _firsts(LAW[0], _ranked((far, 0.50), (near, 0.47)), LAW[2]) == ["law.2", "law.16"]
    assert _firsts(LAW[0], _ranked((far, 0.50), (near, 0.40)), LAW[2]) == ["law.16", "law.2"]


def test_only_the_paper_that_the_neighbours_follow_has_such_places() -> None:
    """The second article of another law is no neighbour of the first and third of this one."""
    clause = _ranked((LAW[15], 0.50), (OTHER, 0.47))

    assert _firsts(LAW[0], clause, LAW[2]) == ["law.16", "other.2"]
    assert _firsts(OTHER, clause, OTHER) == ["law.16", "other.2"]


def test_clauses_far_away_say_nothing() -> None:
    """What stands three clauses off is another chapter already."""
    clause = _ranked((LAW[15], 0.50), (LAW[1], 0.47))

    assert _firsts(LAW[0], clause, LAW[15], number=4)[0] == "law.16"
