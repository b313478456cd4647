"""Which known articles govern the same matter as a clause: three lists, best first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from policycli.review.clauses import Clause, Draft
from policycli.review.known import Article, Counterpart, Known
from policycli.review.pairing import likest
from policycli.review.ranks import Relation, place_of, relation
from policycli.review.tables import tables
from policycli.review.wording import Topical, covered, grams

__all__ = ["Counterpart", "Wanted", "counterparts"]

_LOOKED_AT = 80  # candidates of a clause in each list
_KEPT = 5  # counterparts of a clause in each list
_SURE = 0.207  # likeness, of text and of norms, from which the best one governs the matter
_PART = 0.95  # worth of a likeness with a paragraph, beside one with the whole
_LONG_ENOUGH = 8  # characters of a paragraph
_VOTE = 0.5  # what a paper gains that most clauses point to
_NAMED = 0.6  # what a paper gains that the draft names as its basis
_NATIONAL = 0.25  # what a national one among these gains: it binds the others too


class Wanted(NamedTuple):
    """Which papers may be counterparts.

    Attributes:
        relations: Of them to the draft.
        without: Ids of papers that are no basis: the draft itself, the version it replaces.
        only: Ids of the only papers wanted; none for all.
        named: Ids of the papers that the draft names as its basis.
        replaced: Id of the version that the draft takes the place of; empty for none.
    """

    relations: frozenset[Relation]
    without: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    replaced: str = ""


def counterparts(draft: Draft, known: Known, wanted: Wanted) -> dict[int, tuple[Counterpart, ...]]:
    """The counterparts of every clause, by its number, best first."""
    finder = _Finder(draft, known, wanted)
    found = {clause.number: finder.found(clause) for clause in draft.clauses}
    best = {number: max(each, key=lambda c: c.likeness) for number, each in found.items() if each}
    votes: dict[str, float] = defaultdict(float)
    for one in best.values():
        votes[one.article.head.id] += one.likeness
    most = max(votes.values(), default=0.0) or 1.0
    shares = {paper: votes[paper] / most for paper in votes}
    return {
        clause.number: finder.kept(clause, _voted(found[clause.number], shares, wanted.named))
        for clause in draft.clauses
    }


class _Finder:
    """Finds the articles that are like a clause."""

    def __init__(self, draft: Draft, known: Known, wanted: Wanted) -> None:
        self._draft = draft
        self._known = known
        self._wanted = wanted
        self._relations: dict[str, Relation | None] = {}
        self._weights = Topical(known.weights, (grams(c.text) for c in draft.clauses))

    def found(self, clause: Clause) -> list[Counterpart]:
        """The articles that may govern the same matter, in no order."""
        articles = {article.id: article for article in self._articles(clause)}
        scored = []
        for article in articles.values():
            how = self._relation(article)
            if how is not None:
                likeness = self._likeness(clause.text, article.text)
                scored.append(Counterpart(article, how, likeness, likeness))
        return scored

    def kept(self, clause: Clause, ranked: list[Counterpart]) -> tuple[Counterpart, ...]:
        """The best ones of each list; none where even the best is hardly like the clause."""
        kept: list[Counterpart] = []
        for how in ("higher", "same-region", "sister"):
            mine = [c for c in ranked if c.relation == how][:_KEPT]
            if mine and self._sure(clause, mine[0]):
                kept += mine
        return tuple(kept)

    def _sure(self, clause: Clause, best: Counterpart) -> bool:
        """Whether text and likest norm of an article are so much like a clause that it governs."""
        norms = likest(clause.text, best.article.text, self._weights)
        return best.likeness + norms >= 2 * _SURE

    def _articles(self, clause: Clause) -> Iterable[Article]:
        for paper in self._wanted.only or self._wanted.named:
            yield from self._known.law(paper)
        if self._wanted.only:
            return
        found = grams(clause.text)
        place = self._draft.place
        relations = self._wanted.relations
        if "higher" in relations:
            levels = _national(self._known, place.rank)
            yield from self._known.candidates(found, levels, "", _LOOKED_AT)
        if place.region not in ("", "?"):
            yield from self._known.candidates(found, (), place.region[:2], _LOOKED_AT)
        if "sister" in relations or place.region == "?":
            yield from self._known.candidates(found, (), "", _LOOKED_AT)

    def _relation(self, article: Article) -> Relation | None:
        """How its paper stands to the draft, where it may be a counterpart."""
        paper = article.head.id
        if paper not in self._relations:
            how = relation(self._draft.place, place_of(article.head))
            if paper in self._wanted.only or paper in self._wanted.named:
                how = how or "higher"
            elif how not in self._wanted.relations or not self._known.newest(article.head):
                how = None
            self._relations[paper] = None if paper in self._wanted.without else how
        return self._relations[paper]

    def _likeness(self, clause: str, article: str) -> float:
        """Of the whole texts, or of one with a paragraph of the other."""
        whole, other = grams(clause), grams(article)
        best = covered(whole, other, self._weights)
        parts = [(grams(part), other) for part in _paragraphs(clause)]
        parts += [(whole, grams(part)) for part in _paragraphs(article)]
        likest = max((covered(*pair, self._weights) for pair in parts), default=0.0)
        return max(best, _PART * likest)


def _national(known: Known, rank: int) -> list[str]:
    """The levels of national papers that bind a draft of this rank."""
    ranks = tables().ranks
    return [level for level in known.levels if ranks.get(level, 0) >= max(rank, 4)] + [
        level for level in known.levels if ranks.get(level) == 4 and rank > 4
    ]


@lru_cache(16384)
def _paragraphs(text: str) -> tuple[str, ...]:
    parts = tuple(part for part in text.split("\n") if len(part) > _LONG_ENOUGH)
    return parts if len(parts) > 1 else ()


def _voted(
    found: Iterable[Counterpart], votes: Mapping[str, float], named: frozenset[str]
) -> list[Counterpart]:
    """Counterparts with what speaks for their papers, best first."""
    scored = []
    for each in found:
        head = each.article.head
        gain = _VOTE * votes.get(head.id, 0.0)
        if head.id in named:
            gain += _NAMED + _NATIONAL * (place_of(head).region == "")
        scored.append(each._replace(score=each.likeness * (1 + gain)))
    return sorted(scored, key=lambda c: (-c.score, c.article.id))
