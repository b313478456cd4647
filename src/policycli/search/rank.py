"""In what order? How well each candidate fits what was typed, from 0 to 100.

All words have to fit. Where no candidate has all of them, those with the most come, and say which
are missing.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from policycli.search.fit import Candidate, Fit, columns, is_guess, worth
from policycli.search.query import Query
from policycli.tuples import NamedTuple

__all__ = ["ALIGNED", "Ranked", "rank"]

ALIGNED = 24  # candidates that are aligned exactly, best guesses first
SENTENCE_GUESS = 84.0  # of 100: the quick guess from which a sentence, seldom a name, is aligned
MIN_SCORE = 60  # of 100, for a word by itself, and for all words of a sentence together
MIN_WORDS = 0.5  # share of the words that a record must have to be shown where none has all
REPEAT_PENALTY = 0.02  # score lost for each better record with the same guessed wording
MAX_REPEATS = 5  # records for which ``REPEAT_PENALTY`` is counted at most

Span = tuple[int, int]
Fits = tuple[Fit | None, ...]


class Ranked(NamedTuple):
    """A candidate, by its number.

    Attributes:
        score: 0-100.
        fits: Of the terms, in order.
        missing: The terms that do not fit, as they were looked for.
    """

    number: int
    score: float
    fits: Fits
    missing: tuple[str, ...] = ()


def rank(
    query: Query,
    candidates: Sequence[Candidate],
    standing: Sequence[tuple[float, ...]],
    known: Collection[str] = (),
    deep: int = ALIGNED,
) -> list[Ranked]:
    """The candidates that fit, best first.

    Args:
        query: What was typed.
        candidates: The likeliest first.
        standing: For each candidate what decides between those that fit equally, more is better.
        known: Short terms that stand in some record as they were typed.
        deep: How many of the candidates are aligned exactly, best guesses first.
    """
    likely = SENTENCE_GUESS if query.prose else 0.0
    of_terms = columns(query.terms, candidates, deep, likely, known)
    sizes = [term.size for term in query.terms]
    found = [
        _ranked(query, sizes, number, candidate, tuple(col.get(number) for col in of_terms))
        for number, candidate in enumerate(candidates)
        if any(number in column for column in of_terms) or query.text in candidate.text
    ]
    found = _likely(found) if query.prose else _with_most_words(found, len(query.terms))
    found.sort(key=lambda hit: (hit.score, standing[hit.number]), reverse=True)
    varied = _varied(found)
    return [hit._replace(fits=_close(hit.fits)) for hit in varied] if query.prose else varied


def _ranked(
    query: Query, sizes: Sequence[int], number: int, candidate: Candidate, fits: Fits
) -> Ranked:
    if not query.prose:
        fits = _by_themselves(fits)
    score = sum(fit.score * size for fit, size in zip(fits, sizes, strict=True) if fit)
    score = 100 * score / sum(sizes)
    name = _as_it_stands(query.text, candidate)
    if name and 100 * name.score > score:
        return Ranked(number, round(100 * name.score, 6), (name,))
    missing = tuple(term.text for term, fit in zip(query.terms, fits, strict=True) if not fit)
    return Ranked(number, round(score, 6), fits, missing)


def _by_themselves(fits: Fits) -> Fits:
    """Without what finds nothing by itself, and without guesses at the place of another word."""
    good = [fit if fit and 100 * fit.score >= MIN_SCORE else None for fit in fits]
    taken = [span for fit in good if fit and not is_guess(fit) for span in fit.spans]
    if not taken:
        return tuple(good)
    return tuple(
        None if fit and is_guess(fit) and _overlap(fit.spans, taken) else fit for fit in good
    )


def _overlap(spans: Iterable[Span], others: Iterable[Span]) -> bool:
    return any(start < end and begin < stop for start, stop in spans for begin, end in others)


def _likely(hits: list[Ranked]) -> list[Ranked]:
    """What fits a sentence: so much of it as makes a good score, whichever words those are."""
    found = (hit for hit in hits if hit.score >= MIN_SCORE)
    return [hit._replace(missing=()) for hit in found]


def _close(fits: Fits) -> Fits:
    """A sentence of which something is missing is no more than near."""
    if all(fits):
        return fits
    return tuple(fit and fit._replace(how="fuzzy") for fit in fits)


def _with_most_words(hits: list[Ranked], count: int) -> list[Ranked]:
    """The hits that have all words or, where there are none, the most, if those are enough.

    Of hits without all words those with a guess count only where none does without.
    """
    least = min((len(hit.missing) for hit in hits), default=count)
    if count - least < MIN_WORDS * count:
        return []
    found = [hit for hit in hits if len(hit.missing) == least]
    certain = [hit for hit in found if not any(fit and is_guess(fit) for fit in hit.fits)]
    return certain if least and certain else found


def _as_it_stands(typed: str, candidate: Candidate) -> Fit | None:
    """The fit of a query that is a whole line of a candidate, signs and all."""
    if typed not in candidate.text:
        return None
    at = f"\n{candidate.text}\n".find(f"\n{typed}\n")
    if at < 0:
        return None
    end, size = at + len(typed), len(typed)
    return Fit(worth(candidate, at, end), 0.0, "exact", ((at, end),), typed, size)


def _varied(hits: list[Ranked]) -> list[Ranked]:
    """Hits that share a guessed wording step back behind the best with another."""
    seen: Counter[tuple[str, ...]] = Counter()
    varied = []
    for hit in hits:
        guessed = tuple(fit.wording for fit in hit.fits if fit and is_guess(fit))
        repeats = min(MAX_REPEATS, seen[guessed])
        less = 100 * REPEAT_PENALTY * repeats
        varied.append(Ranked(hit.number, hit.score - less, *hit[2:]) if repeats else hit)
        if guessed:
            seen[guessed] += 1
    return sorted(varied, key=lambda hit: -hit.score)
