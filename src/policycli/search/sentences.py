"""Ranking records for a sentence: which of them speak most of what it asks.

BM25 over characters and pairs of characters, times the authority of the policy; a measure gains
from good neighbours, since laws treat a matter in articles that follow each other.
"""

from collections.abc import Sequence

from policycli.search.candidates import prose_grams
from policycli.search.fit import Candidate, Fit
from policycli.search.highlight import joined
from policycli.search.query import Query
from policycli.search.rank import Ranked

__all__ = ["ranked_by_overlap", "weigh"]

NEIGHBOURS = 10  # measures before it, and after it, that count as the neighbours of one
NEIGHBOUR_SHARE = 0.2  # of the best neighbour's BM25 score, which is added
MAX_SCORE = 59.0  # of a record found by a sentence's words alone: below ``rank.MIN_SCORE``
MIN_PAIRS = 2  # pairs of characters that a record must share with the sentence


def weigh(
    scores: Sequence[float], spots: Sequence[int], authorities: Sequence[float]
) -> list[float]:
    """The weight of each candidate, from its BM25 score, its spot and its authority."""
    least = min(scores)
    known = dict(zip(spots, scores, strict=True))
    steps = [step for step in range(-NEIGHBOURS, NEIGHBOURS + 1) if step]
    near = [max(known.get(spot + step, least) for step in steps) for spot in spots]
    return [
        (score + NEIGHBOUR_SHARE * (best - least)) * authority
        for score, best, authority in zip(scores, near, authorities, strict=True)
    ]


def ranked_by_overlap(
    query: Query, candidates: Sequence[Candidate], weights: Sequence[float]
) -> list[Ranked]:
    """Candidates that share enough of the sentence, heaviest first, scored in proportion."""
    pairs = {gram for gram in prose_grams(query.text) if len(gram) > 1}
    pairs.update(gram for word in query.added for gram in prose_grams(word) if len(gram) > 1)
    top = max(weights)
    order = sorted(range(len(candidates)), key=lambda number: -weights[number])
    found = []
    for number in order:
        text = candidates[number].text
        shared = {pair: text.find(pair) for pair in pairs if pair in text}
        if len(shared) >= MIN_PAIRS:
            spans = joined((at, at + 2) for at in shared.values())
            wording = "…".join(text[start:end] for start, end in spans)
            score = MAX_SCORE * weights[number] / top
            missing = float(len(pairs) - len(shared))
            fit = Fit(score / 100, missing, "fuzzy", spans, wording, len(pairs))
            found.append(Ranked(number, score, (fit,)))
    return found
