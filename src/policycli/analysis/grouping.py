"""Which measures of several policies are of one kind.

Two measures are likened by their instruments, their themes and their wording (title and keywords,
as Dice's coefficient of character bigrams; articles, whose titles are mere numbers, by their
text). The shares and the limit below were set by hand, by reading the pairs that the bundled
bulletins yield.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import ceil
from typing import NamedTuple

from policycli.analysis.likeness import bigrams, common, likeness, without_place
from policycli.records.model import Entry, Measure
from policycli.text.part_marks import is_number

__all__ = ["Kind", "Reason", "kinds"]

_INSTRUMENT, _THEMES, _WORDING = 0.35, 0.30, 0.35
_ENOUGH = 0.55  # the same instrument and themes, or one of them and much of the wording
_PLENTY = 0.175  # a likeness that measures of one kind seldom exceed


class Reason(NamedTuple):
    """Why two measures stand in one row; empty values are not shared.

    Attributes:
        ids: Of the two.
        score: 0-1; see ``kinds``.
        instrument: The one that both have.
        words: Of titles and keywords, or of articles, at most four.
    """

    ids: tuple[str, str]
    score: float
    instrument: str
    themes: tuple[str, ...]
    words: tuple[str, ...]


class _Text(NamedTuple):
    """A measure with what its wording is compared by."""

    entry: Entry[Measure]
    words: tuple[str, ...]
    grams: frozenset[str]


class Kind(NamedTuple):
    """Measures of one kind, and why they are."""

    members: list[Entry[Measure]]
    reasons: list[Reason]


def kinds(measures: Sequence[Entry[Measure]]) -> list[Kind]:
    """Measures of one kind together, the likest first.

    First kinds grow with at most one measure of each policy, all of them alike; then what is left
    joins the kind in which it has the likest measure of another policy.
    """
    texts = list(map(_text, measures))
    scored = ((_score(one, other), one, other) for one, other in _pairs(texts))
    alike = sorted((pair for pair in scored if pair[0] >= _ENOUGH), key=lambda pair: -pair[0])
    scores = {(one.entry.id, other.entry.id): score for score, one, other in alike}
    scores |= {(b, a): score for (a, b), score in scores.items()}
    of = {entry.id: Kind([entry], []) for entry in measures}
    for _likeness, one, other in alike:
        first, second = of[one.entry.id], of[other.entry.id]
        if first is not second and _fit(first, second, scores):
            _join(first, second, _reason(one, other, scores), of)
    for _likeness, one, other in alike:
        for lone, into in ((one, other), (other, one)):
            kind = of[lone.entry.id]
            if len(kind.members) == 1 and len(of[into.entry.id].members) > 1:
                _join(of[into.entry.id], kind, _reason(lone, into, scores), of)
    return list({id(kind): kind for kind in of.values()}.values())


def _text(entry: Entry[Measure]) -> _Text:
    measure = entry.record
    every = (measure.text,) if is_number(measure.title) else (measure.title, *measure.keywords)
    words = tuple(without_place(word, entry.head.region) for word in every)
    return _Text(entry, words, bigrams(words))


def _pairs(texts: Sequence[_Text]) -> Iterator[tuple[_Text, _Text]]:
    """Measures of two policies that may be alike: no other pair can have the score.

    They share an instrument, a theme, or one of the rarer bigrams: sets with a Dice coefficient of
    t have t / (2 - t) of each in common, so one bigram at least is among the other, rarest ones
    (prefix filtering; Bayardo et al., Scaling up all pairs similarity search, 2007).
    """
    known = Counter(gram for text in texts for gram in text.grams)
    buckets: dict[str, list[int]] = {}
    for at, text in enumerate(texts):
        for key in _keys(text, known):
            buckets.setdefault(key, []).append(at)
    pairs = {pair for bucket in buckets.values() for pair in combinations(bucket, 2)}
    for first, second in sorted(pairs):
        one, other = texts[first], texts[second]
        if one.entry.policy != other.entry.policy:
            yield one, other


def _keys(text: _Text, known: Mapping[str, int]) -> Iterator[str]:
    """What another measure has to share one of; the marks keep the three sorts apart."""
    measure = text.entry.record
    if measure.instrument:
        yield f"instrument {measure.instrument}"
    yield from (f"theme {theme}" for theme in {*measure.themes})
    shared = ceil(_ENOUGH / (2 - _ENOUGH) * len(text.grams))
    rarest = sorted(text.grams, key=lambda gram: (known[gram], gram))
    yield from rarest[: len(rarest) - shared + 1]


def _score(one: _Text, other: _Text) -> float:
    """0-1, how much two measures are of one kind; by wording alone where nothing else is given."""
    a, b = one.entry.record, other.entry.record
    if not ((a.instrument and b.instrument) or (a.themes and b.themes)):
        return round(likeness(one.grams, other.grams), 6)
    instrument = bool(a.instrument) and a.instrument == b.instrument
    shared = {*a.themes} & {*b.themes}
    themes = len(shared) / min(len(a.themes), len(b.themes)) if shared else 0
    if _INSTRUMENT * instrument + _THEMES * themes < _ENOUGH - _WORDING:
        return 0.0  # whatever the wording
    wording = min(likeness(one.grams, other.grams) / _PLENTY, 1)
    return round(_INSTRUMENT * instrument + _THEMES * themes + _WORDING * wording, 6)


def _fit(first: Kind, second: Kind, scores: Mapping[tuple[str, str], float]) -> bool:
    """Whether two kinds are one: no policy is in both, and all of their measures are alike."""
    return all((a.id, b.id) in scores for a in first.members for b in second.members)


def _join(first: Kind, second: Kind, reason: Reason, of: dict[str, Kind]) -> None:
    first.members.extend(second.members)
    first.reasons.extend([*second.reasons, reason])
    for entry in second.members:
        of[entry.id] = first


def _reason(one: _Text, other: _Text, scores: Mapping[tuple[str, str], float]) -> Reason:
    a, b = one.entry, other.entry
    instrument = a.record.instrument if a.record.instrument == b.record.instrument else ""
    themes = tuple(theme for theme in a.record.themes if theme in b.record.themes)
    return Reason(
        (a.id, b.id), scores[a.id, b.id], instrument, themes, common(one.words, other.words)
    )
