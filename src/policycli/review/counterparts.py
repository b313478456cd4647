"""Which known articles govern the same matter as a clause: three lists, best first.

An article is measured by its likeness to the clause, by its paper (what the draft names, and what
most clauses point to), by its place beside what the neighbours of the clause follow, and by its
claim: where another clause of the draft is more like it, that clause is what it governs.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, groupby, zip_longest
from typing import NamedTuple

from policycli.norms.articles import Article, Counterpart, Relation
from policycli.norms.pairing import likest
from policycli.norms.tables import tables
from policycli.norms.wording import Topical, covered, grams
from policycli.review.clauses import Clause, Draft
from policycli.review.known import Known
from policycli.review.ranks import place_of, relation
from policycli.review.sequence import in_sequence

__all__ = ["Counterpart", "Wanted", "counterparts"]

_LOOKED_AT = 80  # candidates of a clause in each list
_KEPT = 5  # counterparts of a clause in each list
_SURE = 0.117  # likeness, times the square of the claim, from which the best one governs the matter
_PART = 0.95  # worth of a likeness with a paragraph, beside one with the whole
_LONG_ENOUGH = 8  # characters of a paragraph
_VOTE = 0.5  # what a paper gains that most clauses point to
_PARENT = 0.1  # share of the most votes from which all articles of a paper are looked at
_PARENTS = 3  # papers at most of which all articles are looked at
_NAMED = 0.6  # what a paper gains that the draft names as its basis
_NATIONAL = 0.25  # what a national one among these gains: it binds the others too
_TRUSTED = 5  # times all that, where the article surely governs the matter
_FAR = 0.4  # likeness, as a share of another's, below which that one comes first after all
_NEARLY = 0.6  # likeness, as a share of the best one, from which the highest paper comes first


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
    votes = _votes(found.values())
    parents = [paper for paper in sorted(votes, key=lambda p: -votes[p]) if votes[paper] >= _PARENT]
    for clause in draft.clauses:
        found[clause.number] += finder.of(parents[:_PARENTS], clause, found[clause.number])
    claims = _claims(found.values())
    plain, trusted = (
        {
            number: _ordered(each, votes, claims, wanted.named, trust)
            for number, each in found.items()
        }
        for trust in (1, _TRUSTED)
    )
    trusted = in_sequence(trusted, [known.law(p) for p in {*parents[:_PARENTS], *wanted.named}])
    return {
        clause.number: finder.kept(clause, plain[clause.number], trusted[clause.number], claims)
        for clause in draft.clauses
    }


def _votes(found: Iterable[Iterable[Counterpart]]) -> dict[str, float]:
    """How much clauses point to each paper, as a share of that which they point to most."""
    votes: dict[str, float] = defaultdict(float)
    for each in found:
        best = max(each, key=lambda c: c.likeness, default=None)
        if best:
            votes[best.article.head.id] += best.likeness
    most = max(votes.values(), default=0.0) or 1.0
    return {paper: given / most for paper, given in votes.items()}


def _claims(found: Iterable[Iterable[Counterpart]]) -> dict[str, float]:
    """The likeness of each article to the clause that is most like it."""
    claims: dict[str, float] = defaultdict(float)
    for one in chain.from_iterable(found):
        claims[one.article.id] = max(claims[one.article.id], one.likeness)
    return claims


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
        return list(self._measured(clause, articles.values()))

    def of(
        self, parents: Iterable[str], clause: Clause, found: Iterable[Counterpart]
    ) -> list[Counterpart]:
        """The articles of papers that are not among the ``found`` ones, in no order."""
        seen = {counterpart.article.id for counterpart in found}
        papers = () if self._wanted.only else parents
        others = (a for paper in papers for a in self._known.law(paper) if a.id not in seen)
        return list(self._measured(clause, others))

    def _measured(self, clause: Clause, articles: Iterable[Article]) -> Iterator[Counterpart]:
        for article in articles:
            how = self._relation(article)
            if how is not None:
                likeness = self._likeness(clause.text, article.text)
                yield Counterpart(article, how, likeness, likeness)

    def kept(
        self,
        clause: Clause,
        plain: Sequence[Counterpart],
        trusted: Sequence[Counterpart],
        claims: Mapping[str, float],
    ) -> tuple[Counterpart, ...]:
        """The best ones of each list; none where even the best hardly governs the matter.

        Args:
            clause: Whose counterparts they are.
            plain: Them, best first.
            trusted: The same, those of the papers that the draft follows far before others.
            claims: The likeness of each article to the clause most like it.
        """
        kept: list[Counterpart] = []
        for how in ("higher", "same-region", "sister"):
            first, mine = (
                _by_authority([c for c in ranked if c.relation == how])
                for ranked in (plain, trusted)
            )
            heads = _nearly_as_like(mine[:1], first[:1])
            sure = [c for c in heads if self._governs(clause, c, claims) >= _SURE]
            if sure:
                listed = {c.article.id: c for c in (*sure, *mine)}
                kept += [*listed.values()][:_KEPT]
        return tuple(kept)

    def _governs(self, clause: Clause, best: Counterpart, claims: Mapping[str, float]) -> float:
        """How much text and likest norm of an article are like a clause that has its claim."""
        norms = likest(clause.text, best.article.text, self._weights)
        return (best.likeness + norms) / 2 * _claim(best, claims) ** 2

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


def _nearly_as_like(
    trusted: Sequence[Counterpart], plain: Sequence[Counterpart]
) -> tuple[Counterpart, ...]:
    """Which to try as the first one: the trusted one, unless the other is far more like."""
    least = _FAR * max((c.likeness for c in plain), default=0.0)
    return (*(c for c in trusted if c.likeness >= least), *plain)


def _claim(one: Counterpart, claims: Mapping[str, float]) -> float:
    """The likeness of an article to a clause, as a share of that to the clause most like it."""
    return one.likeness / claims[one.article.id] if one.likeness else 0.0


def _ordered(
    found: Iterable[Counterpart],
    votes: Mapping[str, float],
    claims: Mapping[str, float],
    named: frozenset[str],
    trust: float,
) -> list[Counterpart]:
    """Counterparts with their claim and what speaks for their papers, best first.

    Args:
        found: In no order.
        votes: How much clauses point to each paper.
        claims: The likeness of each article to the clause most like it.
        named: Ids of the papers that the draft names as its basis.
        trust: How many times what speaks for a paper counts.
    """
    scored = []
    for each in found:
        head = each.article.head
        gain = _VOTE * votes.get(head.id, 0.0)
        if head.id in named:
            gain += _NAMED + _NATIONAL * (place_of(head).region == "")
        scored.append(
            each._replace(score=each.likeness * (1 + trust * gain) * _claim(each, claims))
        )
    return sorted(scored, key=lambda c: (-c.score, c.article.id))


def _by_authority(ranked: list[Counterpart]) -> list[Counterpart]:
    """The best of the nation, of the province, of the city, then the second best ones, and so on.

    Where the best one of all is far more like the clause than the nation's, its place comes first.
    """
    ranked = sorted(ranked, key=_reach)  # keeps the order within a place
    places = [list(each) for _place, each in groupby(ranked, key=_reach)]
    best = max((each[0].likeness for each in places), default=0.0)
    places.sort(key=lambda each: each[0].likeness < _NEARLY * best)
    return [one for row in zip_longest(*places) for one in row if one is not None]


def _reach(one: Counterpart) -> int:
    """How small the region of a paper is: 0 for the nation."""
    return len(place_of(one.article.head).region)
