"""Ranking records for a sentence: which of them speak most of what it asks.

BM25 over characters and pairs of characters, times the authority of the policy; a measure gains
from good neighbours, since laws treat a matter in articles that follow each other, and a law a
little from every other that cites it.
"""

from collections.abc import Sequence
from itertools import islice
from math import log1p

import tantivy

from policycli.index.fields import FIELDS
from policycli.search.candidates import prose_grams
from policycli.search.fit import Candidate, Fit
from policycli.search.highlight import joined
from policycli.search.query import Query
from policycli.search.rank import Ranked
from policycli.text.alphabet import Table

__all__ = ["CONSIDERED", "heaviest", "ranked_by_overlap"]

CONSIDERED = 200  # records with the best BM25 scores, whose weight is worked out unread
NAMED = 12  # of them that stay in front: a long name shares most with what it names
NEIGHBOURS = 10  # measures before it, and after it, that count as the neighbours of one
NEIGHBOUR_SHARE = 0.2  # of the best neighbour's BM25 score, which is added
CITED = 0.02  # share of its weight that a law gains each time those that cite it grow e-fold
MAX_SCORE = 59.0  # of a record found by a sentence's words alone: below ``rank.MIN_SCORE``
MIN_PAIRS = 2  # pairs of characters that a record must share with the sentence

_POLICY_TITLE = next(code for code, field in FIELDS.items() if field.key == "policy.title")

_Hit = tuple[float, tantivy.DocAddress]


def heaviest(hits: Sequence[_Hit], searcher: tantivy.Searcher) -> list[_Hit]:
    """Hits by their weight, in the place of the BM25 score; those with most of that stay in front.

    No record is read for it.
    """
    if not hits:
        return []
    addresses = [address for _score, address in hits]
    spots = [int(value or 0) for value in searcher.fast_field_values("spot", addresses)]
    authority = [float(value or 0) for value in searcher.fast_field_values("authority", addresses)]
    scores = [score for score, _address in hits]
    near, least = _best_neighbours(spots, scores), min(scores)
    weights = [
        (score + NEIGHBOUR_SHARE * (best - least)) * counts
        for score, best, counts in zip(scores, near, authority, strict=True)
    ]
    weighed = list(zip(weights, addresses, strict=True))
    return weighed[:NAMED] + sorted(weighed[NAMED:], key=lambda hit: -hit[0])


def _best_neighbours(spots: Sequence[int], scores: Sequence[float]) -> list[float]:
    """The best score beside each spot; the least of all where nothing is near."""
    best = [min(scores)] * len(scores)
    order = sorted(range(len(spots)), key=spots.__getitem__)
    for place, one in enumerate(order, 1):
        far = spots[one] + NEIGHBOURS
        for other in islice(order, place, None):
            if spots[other] > far:
                break
            best[one] = max(best[one], scores[other])
            best[other] = max(best[other], scores[one])
    return best


def ranked_by_overlap(
    query: Query, candidates: Sequence[Candidate], searcher: tantivy.Searcher
) -> list[Ranked]:
    """Candidates that share enough of the sentence, heaviest first, scored in proportion."""
    pairs = {gram for gram in prose_grams(query.text) if len(gram) > 1}
    pairs.update(gram for word in query.added for gram in prose_grams(word) if len(gram) > 1)
    citing = Table[str, int](lambda title: _citing(title, searcher))
    weights = [one.weight * (1 + CITED * log1p(citing[_policy_title(one)])) for one in candidates]
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


def _policy_title(candidate: Candidate) -> str:
    """The title of the policy that a candidate is, or is of."""
    at = max(0, candidate.codes.find(_POLICY_TITLE))  # a policy's own title is its first line
    return candidate.text.split("\n", at + 1)[at]


def _citing(title: str, searcher: tantivy.Searcher) -> int:
    """How many policies cite the one of this title."""
    from policycli.text.titles import short

    return searcher.doc_freq("facet", f"cites:{short(title)}")
