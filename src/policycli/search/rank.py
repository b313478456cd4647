"""In what order? How well each candidate fits what was typed, from 0 to 100.

A term is aligned with every candidate's lines; its score is what the field is worth, less what
the mistakes cost. ``docs/search.md`` explains the scale.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log2
from typing import NamedTuple

from policycli.index.fields import FIELDS
from policycli.search.align import Alignment, Pattern
from policycli.search.query import Query, Script, Term

__all__ = ["ALIGNED", "Candidate", "Fit", "Ranked", "rank"]

ALIGNED = 24  # candidates that are aligned exactly, best guesses first
ALIGN_FROM = 75  # per unit of likeness that a term needs: the quick guess (0-100) to be aligned
# What share of a term must be right, or it does not fit at all: letters mean less than characters.
MIN_LIKENESS: dict[Script, float] = {"written": 0.6, "synonym": 0.9, "pinyin": 0.7, "initials": 0.9}
MIN_LIKENESS_LATIN = 0.8  # the same for what was typed in letters and is read as it is written
SHORT_TERM = 3  # units: a term of at most so many that stands somewhere as typed is hardly guessed
SHORT_TERM_MIN = 0.9  # likeness that such a term needs elsewhere
MIN_SCORE = 60  # of 100, for all terms together; a record below it is not shown
CUT_WORD_PENALTY = 0.15  # likeness lost for each end that cuts through a Latin word
PARTIAL_LINE = 0.9  # share of a field's worth for a small part of its line; a whole line gets all
RARITY_COST = 0.03  # mistakes counted for each halving of the records that share a guessed wording
REPEAT_PENALTY = 0.02  # score lost for each better record with the same guessed wording
MAX_REPEATS = 5  # records for which ``REPEAT_PENALTY`` is counted at most
WHOLE_ENOUGH = 0.75  # score from which a term that stands in one place is not sought in pieces
MIN_PIECES = 2  # fewer pieces are a term with a mistake
PIECE_PENALTY = 0.12  # likeness lost for each piece after the first


class Candidate(NamedTuple):
    """A record that might be meant.

    Attributes:
        codes: Of the fields of its lines (see ``fields.pack``).
        text: Its lines, folded.
        sounds: The same as ``Alphabet.sounds`` has them.
        grams: BM25 of the n-grams that it shares with the query.
    """

    codes: str
    text: str
    sounds: str
    grams: float


class Fit(NamedTuple):
    """How a term fits a candidate.

    Attributes:
        score: 0-1, with the worth of the field.
        cost: What the mistakes cost, in characters.
        alike: Whether all that is wrong sounds right.
        spans: Where it stands in the candidate's text.
        wording: What stands there.
        size: Units of the term.
    """

    score: float
    cost: float
    script: Script
    alike: bool
    spans: tuple[tuple[int, int], ...]
    wording: str
    size: int


Fits = tuple[Fit | None, ...]


class Ranked(NamedTuple):
    """A candidate, by its number, with its score (0-100) and the fits of the terms in order."""

    number: int
    score: float
    fits: Fits


def rank(
    query: Query,
    candidates: Sequence[Candidate],
    standing: Sequence[tuple[float, ...]],
    deep: int = ALIGNED,
) -> list[Ranked]:
    """The candidates that fit, best first.

    Args:
        query: What was typed.
        candidates: The likeliest first.
        standing: For each candidate what decides between those that fit equally, more is better.
        deep: How many of the candidates are aligned exactly, best guesses first.
    """
    columns = [_fits(term, candidates, deep) for term in query.terms]
    sizes = [term.size for term in query.terms]
    found: list[Ranked] = []
    for number, candidate in enumerate(candidates):
        fits: Fits = tuple(column.get(number) for column in columns)
        score = sum(fit.score * size for fit, size in zip(fits, sizes, strict=True) if fit)
        score = 100 * score / sum(sizes)
        name = _as_it_stands(query.text, candidate)
        if name and 100 * name.score > score:
            fits, score = (name,), 100 * name.score
        found.append(Ranked(number, round(score, 6), fits))
    found = [hit for hit in found if hit.score >= MIN_SCORE]
    found.sort(key=lambda hit: (hit.score, standing[hit.number]), reverse=True)
    return _varied(found)


def _as_it_stands(typed: str, candidate: Candidate) -> Fit | None:
    """The fit of a query that is a whole line of a candidate, signs and all."""
    if typed not in candidate.text:
        return None
    at = f"\n{candidate.text}\n".find(f"\n{typed}\n")
    if at < 0:
        return None
    end, size = at + len(typed), len(typed)
    return Fit(_worth(candidate, at, end), 0.0, "written", True, ((at, end),), typed, size)


def _fits(term: Term, candidates: Sequence[Candidate], deep: int) -> dict[int, Fit]:
    """The best fit of a term with each candidate that it fits at all."""
    best: dict[int, Fit] = {}
    for reading in term.readings:
        pattern = Pattern(reading.units)
        for number, fit in _read_as(pattern, reading.script, candidates, deep):
            if number not in best or fit.score > best[number].score:
                best[number] = fit
    return best


def _read_as(
    pattern: Pattern, script: Script, candidates: Sequence[Candidate], deep: int
) -> Iterator[tuple[int, Fit]]:
    """The fits of one reading with the ``deep`` candidates that look best."""
    least = MIN_LIKENESS_LATIN if script == "written" and pattern.latin else MIN_LIKENESS[script]
    marked = [pattern.mark(candidate.sounds) for candidate in candidates]
    looks = [pattern.guess(text) for text in marked]
    order = sorted(range(len(candidates)), key=lambda number: -looks[number])[:deep]
    aligned = {
        number: _best(pattern, candidates[number], marked[number])
        for number in order
        if looks[number] >= ALIGN_FROM * least
    }
    if pattern.size <= SHORT_TERM and any(fit.cost == 0 for fit in aligned.values()):
        least = SHORT_TERM_MIN
    weighed = _with_rarity(aligned, script, candidates)
    for number in order:
        candidate = candidates[number]
        fits = []
        if number in weighed:
            fits.append(_whole(pattern, script, candidate, weighed[number], least))
        doubtful = not (fits and fits[0] and fits[0].score >= WHOLE_ENOUGH)
        if doubtful and not pattern.latin and script != "initials":
            fits.append(_in_pieces(pattern, script, candidate, marked[number]))
        best = max(filter(None, fits), key=lambda fit: fit.score, default=None)
        if best:
            yield number, best


def _with_rarity(
    aligned: Mapping[int, Alignment], script: Script, candidates: Sequence[Candidate]
) -> dict[int, Alignment]:
    """Alignments in which a guess costs the more, the fewer candidates have its wording."""
    wordings = {at: candidates[at].text[fit.start : fit.end] for at, fit in aligned.items()}
    usual = Counter(wordings.values())
    most = max(usual.values(), default=1)
    return {
        number: fit
        if _literal(script, fit.cost)
        else fit._replace(cost=fit.cost + RARITY_COST * log2(most / usual[wordings[number]]))
        for number, fit in aligned.items()
    }


def _whole(
    pattern: Pattern, script: Script, candidate: Candidate, alignment: Alignment, least: float
) -> Fit | None:
    """The fit of a term that stands in one place, if ``least`` of it is right."""
    cost, start, end = alignment
    likeness = 1 - cost / pattern.size
    likeness -= CUT_WORD_PENALTY * _broken(candidate.text, alignment)
    if likeness < least:
        return None
    score = likeness * _worth(candidate, start, end)
    wording = candidate.text[start:end]
    alike = pattern.sounds_like(wording)
    return Fit(score, cost, script, alike, ((start, end),), wording, pattern.size)


def _best(pattern: Pattern, candidate: Candidate, marked: str) -> Alignment:
    """The alignment that is worth most, mistakes and field taken together."""
    best, most = Alignment(float(pattern.size), 0, 0), 0.0
    for fit in pattern.align(candidate.text, marked):
        likeness = 1 - fit.cost / pattern.size
        if likeness > most:  # no field is worth more than the whole
            worth = likeness * _worth(candidate, fit.start, fit.end)
            if worth > most:
                best, most = fit, worth
    return best


def _broken(text: str, fit: Alignment) -> int:
    """At how many ends a fit cuts through a Latin word."""
    edges = (text[max(0, fit.start - 1) : fit.start + 1], text[fit.end - 1 : fit.end + 1])
    return sum(len(edge) == 2 and edge.isascii() and edge.isalpha() for edge in edges)


def _worth(candidate: Candidate, start: int, end: int) -> float:
    """What a place in a candidate is worth: its field's weight, all of it if it fills its line."""
    line = candidate.text.count("\n", 0, start)
    left = candidate.text.rfind("\n", 0, start) + 1
    right = candidate.text.find("\n", end)
    length = (len(candidate.text) if right < 0 else right) - left
    field = FIELDS[candidate.codes[line]]
    share = min(1.0, (end - start) / length) if length and field.kind != "text" else 0.0
    return field.weight * (PARTIAL_LINE + (1 - PARTIAL_LINE) * share)


def _in_pieces(pattern: Pattern, script: Script, candidate: Candidate, marked: str) -> Fit | None:
    """The fit of a term whose parts stand apart, such as 贵州台账, if it is good enough."""
    runs = pattern.cover(marked)
    share = sum(size for _, size, _ in runs) / pattern.size
    wrong = sum(pattern.cost(first, candidate.text[at : at + size]) for first, size, at in runs)
    likeness = share - wrong / pattern.size - PIECE_PENALTY * (len(runs) - 1)
    if len(runs) < MIN_PIECES or likeness < MIN_LIKENESS[script]:
        return None
    spans = tuple(sorted((place, place + size) for _, size, place in runs))
    worth = sum(_worth(candidate, *span) for span in spans) / len(spans)
    wording = "…".join(candidate.text[start:end] for start, end in spans)
    missing = (1 - share) * pattern.size + wrong
    return Fit(likeness * worth, missing, script, False, spans, wording, pattern.size)


def _varied(hits: list[Ranked]) -> list[Ranked]:
    """Hits that share a guessed wording step back behind the best with another."""
    seen: Counter[tuple[str, ...]] = Counter()
    varied = []
    for hit in hits:
        guessed = tuple(
            fit.wording for fit in hit.fits if fit and not _literal(fit.script, fit.cost)
        )
        varied.append(
            hit._replace(score=hit.score - 100 * REPEAT_PENALTY * min(MAX_REPEATS, seen[guessed]))
        )
        if guessed:
            seen[guessed] += 1
    return sorted(varied, key=lambda hit: -hit.score)


def _literal(script: Script, cost: float) -> bool:
    """Whether what stands there is what was typed, and no guess."""
    return script == "written" and cost == 0
