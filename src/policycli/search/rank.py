"""In what order? How well each candidate fits what was typed, from 0 to 100.

A term is aligned with every candidate's lines; its score is what the field is worth, less what
the mistakes cost. ``docs/search.md`` explains the scale.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import log2
from typing import NamedTuple

from policycli.index.fields import FIELDS
from policycli.search.align import Pattern
from policycli.search.query import Query, Script, Term

__all__ = ["Candidate", "Fit", "Ranked", "rank"]

_DEEP = 32  # candidates that are aligned exactly, best guesses first
_LEAST = 0.6  # of a term must be right, or it does not fit at all
_PLAIN = 0.9  # of a field's worth for a term that is a small part of it; the whole of it gets all
_USUAL = 0.03  # mistakes forgiven for each doubling of the records that share a guessed wording
_AGAIN = 0.02  # taken off for each better record with the same guessed wording: others show too
_SCATTERED = 0.85  # worth of a term that stands in pieces
_PIECE = 0.08  # taken off for each piece after the first


class Candidate(NamedTuple):
    """A record that might be meant, by its lines (see ``fields.pack``)."""

    codes: str
    text: str


class Fit(NamedTuple):
    """How a term fits a candidate.

    Attributes:
        score: 0-1, with the worth of the field.
        cost: What the mistakes cost, in characters.
        alike: Whether all that is wrong sounds right.
        spans: Where it stands in the candidate's text.
        wording: What stands there.
    """

    score: float
    cost: float
    script: Script
    alike: bool
    spans: tuple[tuple[int, int], ...]
    wording: str


class Ranked(NamedTuple):
    """A candidate, by its number, with its score (0-100) and the fits of the terms in order."""

    number: int
    score: float
    fits: tuple[Fit | None, ...]


def rank(query: Query, candidates: Sequence[Candidate]) -> list[Ranked]:
    """The candidates that fit, best first; those that fit equally stay in their order."""
    columns = [_fits(term, candidates) for term in query.terms]
    sizes = [term.size for term in query.terms]
    found: list[Ranked] = []
    for number in range(len(candidates)):
        fits = tuple(column.get(number) for column in columns)
        score = sum(fit.score * size for fit, size in zip(fits, sizes, strict=True) if fit)
        found.append(Ranked(number, 100 * score / sum(sizes), fits))
    found.sort(key=_falling)
    return _varied([hit for hit in found if hit.score >= 100 * _LEAST])


def _falling(hit: Ranked) -> float:
    return -hit.score


def _fits(term: Term, candidates: Sequence[Candidate]) -> dict[int, Fit]:
    """The best fit of a term with each candidate that it fits at all."""
    best: dict[int, Fit] = {}
    for reading in term.readings:
        pattern = Pattern(reading.units)
        for number, fit in _read_as(pattern, reading.script, candidates):
            if number not in best or fit.score > best[number].score:
                best[number] = fit
    return best


def _read_as(
    pattern: Pattern, script: Script, candidates: Sequence[Candidate]
) -> Iterator[tuple[int, Fit]]:
    guesses = [pattern.guess(candidate.text) for candidate in candidates]
    order = sorted(range(len(candidates)), key=lambda number: -guesses[number][0])
    aligned = [
        (number, pattern.align(candidates[number].text, *guesses[number][1:]))
        for number in order[:_DEEP]
    ]
    texts = (candidates[number].text[fit.start : fit.end] for number, fit in aligned)
    usual = Counter(texts)
    for number, fit in aligned:
        candidate = candidates[number]
        wording = candidate.text[fit.start : fit.end]
        literal = script == "written" and fit.cost == 0
        cost = fit.cost if literal else max(0.0, fit.cost - _USUAL * log2(usual[wording]))
        likeness = 1 - cost / pattern.size
        if likeness >= _LEAST:
            worth = _worth(candidate, fit.start, fit.end)
            alike = pattern.sounds_like(wording)
            spans = ((fit.start, fit.end),)
            yield number, Fit(likeness * worth, fit.cost, script, alike, spans, wording)
        elif script != "initials":
            yield from _in_pieces(pattern, script, candidate, number)


def _worth(candidate: Candidate, start: int, end: int) -> float:
    """What a place in a candidate is worth: its field's weight, all of it if it fills its line."""
    line = candidate.text.count("\n", 0, start)
    left = candidate.text.rfind("\n", 0, start) + 1
    right = candidate.text.find("\n", end)
    length = (len(candidate.text) if right < 0 else right) - left
    share = min(1.0, (end - start) / length) if length else 0.0
    return FIELDS[candidate.codes[line]].weight * (_PLAIN + (1 - _PLAIN) * share)


def _in_pieces(
    pattern: Pattern, script: Script, candidate: Candidate, number: int
) -> Iterator[tuple[int, Fit]]:
    """A term whose parts stand apart, such as 贵州台账."""
    runs = pattern.cover(candidate.text)
    share = sum(size for _, size, _ in runs) / pattern.size
    likeness = share - _PIECE * (len(runs) - 1)
    if runs and likeness >= _LEAST:
        spans = tuple(sorted((place, place + size) for _, size, place in runs))
        wording = "…".join(candidate.text[start:end] for start, end in spans)
        missing = (1 - share) * pattern.size
        yield number, Fit(likeness * _SCATTERED, missing, script, False, spans, wording)


def _varied(hits: list[Ranked]) -> list[Ranked]:
    """Hits that share a guessed wording step back behind the best with another."""
    seen: Counter[tuple[str, ...]] = Counter()
    varied = []
    for hit in hits:
        guessed = tuple(fit.wording for fit in hit.fits if fit and not _literal(fit))
        varied.append(hit._replace(score=hit.score - 100 * _AGAIN * min(5, seen[guessed])))
        if guessed:
            seen[guessed] += 1
    return sorted(varied, key=_falling)


def _literal(fit: Fit) -> bool:
    return fit.script == "written" and fit.cost == 0
