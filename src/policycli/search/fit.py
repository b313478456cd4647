"""How well a term fits the records that might be meant: where it stands, and what is wrong there.

A term is aligned with every candidate's lines; its score is what the field is worth, less what
the mistakes cost. ``docs/search.md`` explains the scale.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from math import log2
from typing import TYPE_CHECKING

from policycli.index.fields import FIELDS, Field
from policycli.search.align import Alignment, Pattern
from policycli.search.answer import How
from policycli.search.query import Reading, Script, Term
from policycli.text.alphabet import FIRST, LAST
from policycli.tuples import NamedTuple

if TYPE_CHECKING:
    from policycli.text.amounts import Amount

__all__ = ["Candidate", "Column", "Fit", "columns", "is_guess", "worth"]

ALIGN_FROM = 75  # per unit of likeness that a term needs: the quick guess (0-100) to be aligned
# What share of a term must be right, or it does not fit at all: letters mean less than characters.
MIN_LIKENESS: dict[Script, float] = {
    "written": 0.6,
    "synonym": 0.9,
    "pinyin": 0.7,
    "initials": 0.9,
}
MIN_LIKENESS_LATIN = 0.8  # the same for what was typed in letters and is read as it is written
EQUALS = 50  # equal numbers in one text that are weighed
PAIR = 2  # characters: a term of so many, as written, is hardly guessed at beside other terms
PAIR_MIN = 0.7  # likeness that it needs there: one character little like the right one is too much
SHORT_TERM = 3  # units: a term of at most so many that stands somewhere as typed is hardly guessed
SHORT_TERM_MIN = 0.88  # likeness that it needs elsewhere: of three units one may be left out
CUT_WORD_PENALTY = 0.15  # likeness lost for each end that cuts through a Latin word
PARTIAL_LINE = 0.9  # share of a field's worth for a small part of its line; a whole line gets all
RARITY_COST = 0.03  # mistakes counted for each halving of the records that share a guessed wording
WHOLE_ENOUGH = 0.75  # score from which a term that stands in one place is not sought in pieces
MIN_PIECES = 2  # fewer pieces are a term with a mistake
PIECE_PENALTY = 0.12  # likeness lost for each piece after the first
MIN_SPLIT_INITIALS = 5  # letters from which initials may stand for two words that are apart
MAX_SPLIT_GAP = 8  # characters between the two
_DIGITS = r"[0-9]+(?:\.[0-9]+)?"


class Candidate(NamedTuple):
    """A record that might be meant.

    Attributes:
        codes: Of the fields of its lines (see ``fields.pack``).
        text: Its lines, folded.
        sounds: The same as ``Alphabet.sounds`` has them.
        weight: BM25 of the n-grams that it shares with the query; of a sentence with more in it.
    """

    codes: str
    text: str
    sounds: str
    weight: float


class Fit(NamedTuple):
    """How a term fits a candidate.

    Attributes:
        score: 0-1, with the worth of the field.
        cost: What the mistakes cost, in characters.
        how: In which way it fits.
        spans: Where it stands in the candidate's text.
        wording: What stands there.
        size: Units of the term.
    """

    score: float
    cost: float
    how: How
    spans: tuple[tuple[int, int], ...]
    wording: str
    size: int


Column = Mapping[int, Fit]
"""The fits of one term, by the number of the candidate."""


class _Look(NamedTuple):
    """One reading of a term beside all candidates.

    Attributes:
        least: Share of the term that must be right.
        marked: The text of each as the pattern compares it.
        guesses: A quick guess how well each fits, 0-100.
    """

    term: Term
    script: Script
    pattern: Pattern
    least: float
    marked: list[str]
    guesses: list[float]


def is_guess(fit: Fit) -> bool:
    """Whether what stands there is not what was typed."""
    return fit.how != "exact"


def columns(
    terms: Sequence[Term],
    candidates: Sequence[Candidate],
    deep: int,
    likely: float,
    known: Collection[str],
) -> list[Column]:
    """The best fit of each term with each candidate that it fits at all.

    Args:
        terms: Of the query.
        candidates: The likeliest first.
        deep: How many are aligned for a reading: those that look best, by it and then by all terms.
        likely: The quick guess (0-100) that such a one must have.
        known: Short terms that stand in some record as they were typed.
    """
    company = len(terms) > 1
    looks = [
        [_look(term, reading, candidates, likely, company=company) for reading in term.readings]
        for term in terms
    ]
    total = [0.0] * len(candidates)
    for of_term in looks if company else ():
        best = (max(guesses) for guesses in zip(*(look.guesses for look in of_term), strict=True))
        total = [so_far + more for so_far, more in zip(total, best, strict=True)]
    return [
        dict(_equal(term.amount, term, candidates))
        if term.amount
        else _column(
            [_likeliest(look, total, deep, likely) for look in of_term],
            candidates,
            sure=term.text in known,
        )
        for term, of_term in zip(terms, looks, strict=True)
    ]


def _look(
    term: Term,
    reading: Reading,
    candidates: Sequence[Candidate],
    likely: float,
    *,
    company: bool,
) -> _Look:
    least = _least(reading, company=company)
    pattern = Pattern(reading.units, (1 - least) * len(reading.units))
    marked = [pattern.mark(candidate.sounds) for candidate in candidates]
    return _Look(term, reading.script, pattern, least, marked, pattern.guesses(marked, likely))


def _least(reading: Reading, *, company: bool) -> float:
    """The share of a term that must be right, read so, beside other terms or alone."""
    if reading.script != "written":
        return MIN_LIKENESS[reading.script]
    if all(unit.typed.isascii() for unit in reading.units):
        return MIN_LIKENESS_LATIN
    return PAIR_MIN if company and len(reading.units) <= PAIR else MIN_LIKENESS["written"]


def _equal(
    amount: "Amount", term: Term, candidates: Sequence[Candidate]
) -> Iterator[tuple[int, Fit]]:
    """The fits of a number: where an equal one stands, in whatever unit."""
    for number, candidate in enumerate(candidates):
        equals = islice(amount.stands(candidate.text), EQUALS)
        spans = [(equal.start, equal.end) for equal in equals]
        if spans:
            score, span = max((worth(candidate, *span), span) for span in spans)
            wording = candidate.text[slice(*span)]
            yield number, Fit(score, 0.0, "exact", (span,), wording, term.size)


def _likeliest(
    look: _Look, total: Sequence[float], deep: int, likely: float
) -> tuple[_Look, list[int]]:
    """A reading with the candidates that look best by it, and then by all terms."""
    order = sorted(range(len(total)), key=lambda at: (-look.guesses[at], -total[at]))
    return look, [at for at in order[:deep] if look.guesses[at] >= likely]


def _column(
    looks: Sequence[tuple[_Look, list[int]]],
    candidates: Sequence[Candidate],
    *,
    sure: bool,
) -> Column:
    best: dict[int, Fit] = {}
    for look, order in looks:
        for number, fit in _read_as(look, candidates, order, sure=sure):
            if number not in best or fit.score > best[number].score:
                best[number] = fit
    return best


def _read_as(
    look: _Look, candidates: Sequence[Candidate], order: Sequence[int], *, sure: bool
) -> Iterator[tuple[int, Fit]]:
    """The fits of one reading with the candidates in ``order``."""
    least = look.least
    likely = (number for number in order if look.guesses[number] >= ALIGN_FROM * least)
    found = ((at, _best(look.pattern, candidates[at], look.marked[at])) for at in likely)
    aligned = {number: fit for number, fit in found if fit}
    sure = sure or any(fit.cost == 0 for fit in aligned.values())
    if look.pattern.size <= SHORT_TERM and sure:
        least = SHORT_TERM_MIN
    weighed = _with_rarity(aligned, look.script, candidates)
    numbers = Counter(re.findall(_DIGITS, look.term.text))
    for number in order:
        fits = []
        if number in weighed:
            fits.append(_whole(look, candidates[number], weighed[number], least))
        if not (fits and fits[0] and fits[0].score >= WHOLE_ENOUGH):
            fits.append(_apart(look, candidates[number], look.marked[number]))
        best = max(filter(None, fits), key=lambda fit: fit.score, default=None)
        if best and (not numbers or _has(numbers, candidates[number].text, best)):
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
        if script == "written" and fit.cost == 0
        else Alignment(
            fit.cost + RARITY_COST * log2(most / usual[wordings[number]]), fit.start, fit.end
        )
        for number, fit in aligned.items()
    }


def _whole(look: _Look, candidate: Candidate, alignment: Alignment, least: float) -> Fit | None:
    """The fit of a term that stands in one place, if ``least`` of it is right."""
    cost, start, end = alignment
    likeness = 1 - cost / look.pattern.size
    likeness -= CUT_WORD_PENALTY * _broken(candidate.text, alignment)
    if likeness < least:
        return None
    score = likeness * worth(candidate, start, end)
    wording = candidate.text[start:end]
    how = _how(look, cost, wording)
    return Fit(score, cost, how, ((start, end),), wording, look.pattern.size)


def _how(look: _Look, cost: float, wording: str) -> How:
    """What a reading has to do with what stands there."""
    if look.script == "initials":
        return "initials"
    if look.script == "synonym":
        return "translation" if look.term.text.isascii() > look.pattern.latin else "synonym"
    if cost == 0:
        return "phonetic" if look.script == "pinyin" else "exact"
    if look.pattern.sounds_like(wording):
        return "phonetic"
    return "lookalike" if look.pattern.looks_like(wording) else "fuzzy"


def _best(pattern: Pattern, candidate: Candidate, marked: str) -> Alignment | None:
    """The alignment that is worth most, mistakes and field taken together."""
    best, most = None, 0.0
    for fit in pattern.align(candidate.text, marked):
        likeness = 1 - fit.cost / pattern.size
        if likeness > most:  # no field is worth more than the whole
            value = likeness * worth(candidate, fit.start, fit.end)
            if value > most:
                best, most = fit, value
    return best


def _broken(text: str, fit: Alignment) -> int:
    """At how many ends a fit cuts through a Latin word."""
    edges = (text[max(0, fit.start - 1) : fit.start + 1], text[fit.end - 1 : fit.end + 1])
    return sum(len(edge) == 2 and edge.isascii() and edge.isalpha() for edge in edges)


def worth(candidate: Candidate, start: int, end: int) -> float:
    """What a place in a candidate is worth: its field's weight, all of it if it fills its line."""
    field = _field(candidate, start)
    left = candidate.text.rfind("\n", 0, start) + 1
    right = candidate.text.find("\n", end)
    length = (len(candidate.text) if right < 0 else right) - left
    share = min(1.0, (end - start) / length) if length and field.kind != "text" else 0.0
    return field.weight * (PARTIAL_LINE + (1 - PARTIAL_LINE) * share)


def _field(candidate: Candidate, place: int) -> Field:
    return FIELDS[candidate.codes[candidate.text.count("\n", 0, place)]]


def _apart(look: _Look, candidate: Candidate, marked: str) -> Fit | None:
    """The fit of a term whose parts stand apart, such as 贵州台账, if it is good enough."""
    if look.script == "initials":
        return _split_initials(look, candidate, marked)
    return None if look.pattern.latin else _in_pieces(look, candidate, marked)


def _in_pieces(look: _Look, candidate: Candidate, marked: str) -> Fit | None:
    pattern = look.pattern
    runs = pattern.cover(marked)
    share = sum(size for _, size, _ in runs) / pattern.size
    wrong = sum(pattern.cost(first, candidate.text[at : at + size]) for first, size, at in runs)
    likeness = share - wrong / pattern.size - PIECE_PENALTY * (len(runs) - 1)
    if len(runs) < MIN_PIECES or likeness < MIN_LIKENESS[look.script]:
        return None
    spans = tuple(sorted((place, place + size) for _, size, place in runs))
    missing = (1 - share) * pattern.size + wrong
    return _pieces(look, candidate, spans, likeness, missing)


def _split_initials(look: _Look, candidate: Candidate, marked: str) -> Fit | None:
    """Initials of two words of a name that are apart: ``cgzhtz`` for 成果转化政策台账."""
    letters = look.term.text
    for at in range(len(letters) - 2, 1, -1) if len(letters) >= MIN_SPLIT_INITIALS else ():
        first, second = letters[:at], letters[at:]
        for found in re.finditer(f"({first})[^\n]{{1,{MAX_SPLIT_GAP}}}({second})", marked):
            spans = (found.span(1), found.span(2))
            chars = "".join(candidate.text[start:end] for start, end in spans)
            named = _field(candidate, found.start()).kind != "text"
            if named and all(FIRST <= ord(char) <= LAST for char in chars):
                return _pieces(look, candidate, spans, 1 - PIECE_PENALTY, 0.0)
    return None


def _pieces(
    look: _Look,
    candidate: Candidate,
    spans: tuple[tuple[int, int], ...],
    likeness: float,
    missing: float,
) -> Fit:
    value = sum(worth(candidate, *span) for span in spans) / len(spans)
    wording = "…".join(candidate.text[start:end] for start, end in spans)
    how = _how(look, missing, wording)
    return Fit(likeness * value, missing, how, spans, wording, look.pattern.size)


def _has(numbers: Counter[str], text: str, fit: Fit) -> bool:
    """Whether every number of a term stands where it fits: 2024年 is not 2023年."""
    standing = (
        found[0]
        for found in re.finditer(_DIGITS, text)
        if any(found.start() < end and start < found.end() for start, end in fit.spans)
    )
    return numbers <= Counter(standing)
