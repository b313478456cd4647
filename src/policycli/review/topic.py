"""What a draft is about, and which known articles are about it too."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from policycli.norms.articles import Counterpart
from policycli.norms.wording import Weights, grams
from policycli.review.clauses import Draft

__all__ = ["carried_out", "on_topic", "parents"]

_OFTEN = 0.2  # share of the clauses from which a pair of characters is of their topic
_RARE = 0.25  # weight of such a pair, as a share of the greatest
_PARENT = 0.5  # share of the most votes from which a draft carries out a paper
_NAMED = 0.1  # the same of a paper that it names
_FOLLOWED = 0.08  # likeness of the mean clause to a paper below which a draft carries out none

_NATION = "中华人民共和国"
_OF_TITLE = 0.5  # share of a law's title in that of the draft from which the draft is of its matter

Found = Mapping[int, tuple[Counterpart, ...]]


def parents(found: Found, named: frozenset[str]) -> frozenset[str]:
    """The papers that the draft carries out: those it names, and those most clauses point to.

    What does not stand above it, it does not carry out.

    Args:
        found: The counterparts of every clause, best first.
        named: Ids of the papers that the draft names as its basis.
    """
    votes: dict[str, float] = defaultdict(float)
    for each in found.values():
        first = next((c for c in each if c.relation == "higher"), None)
        if first:
            votes[first.article.head.id] += first.likeness
    least = max(_PARENT * max(votes.values(), default=0.0), _FOLLOWED * len(found))
    named_least = _NAMED * max(votes.values(), default=0.0)
    followed = {paper for paper, given in votes.items() if given >= least}
    return frozenset(paper for paper in named if votes[paper] >= named_least) | followed


def carried_out(title: str, found: Found, papers: frozenset[str]) -> frozenset[str]:
    """Of the papers that a draft rests on those of the very matter that its title names.

    All of them, where the title takes up the name of none. 农产品质量安全规定 rests on 食品安全法
    too, whose duties for food are not all its own.
    """
    own = grams(title)
    heads = {c.article.head.id: c.article.head.title for each in found.values() for c in each}
    shares = {}
    for paper in papers & heads.keys():
        name = grams(heads[paper].replace(_NATION, ""))
        shares[paper] = len(name & own) / max(1, len(name))
    least = max(shares.values(), default=0.0) / 2
    if 2 * least < _OF_TITLE:
        return papers
    return frozenset(paper for paper, share in shares.items() if share >= least)


def on_topic(
    draft: Draft, found: Found, weights: Weights, papers: frozenset[str]
) -> dict[int, list[Counterpart]]:
    """The counterparts of each clause whose wording can be held against it.

    Norms look alike across laws (a fund may not be used otherwise, a fee may not be taken), so an
    article of a paper that is no parent of the draft has to be of its topic.
    """
    topic = _topic(draft, weights)
    return {
        number: [c for c in each if c.article.head.id in papers or topic & grams(c.article.text)]
        for number, each in found.items()
    }


def _topic(draft: Draft, weights: Weights) -> frozenset[str]:
    """The pairs of characters that many clauses have and few articles."""
    counts = Counter(gram for clause in draft.clauses for gram in grams(clause.text))
    often = max(2.0, _OFTEN * len(draft.clauses))
    rare = _RARE * weights.greatest
    return frozenset(g for g, n in counts.items() if n >= often and weights.of(g) >= rare)
