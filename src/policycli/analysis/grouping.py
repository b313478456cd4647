"""Which measures of several policies are of one kind.

Two measures are likened by their instruments, their themes and their wording (title and keywords,
as Dice's coefficient of character bigrams). Where those are not given, as in laws, all that two
measures say is likened as a review of drafts does it: rare pairs of characters count most. The
shares and limits below were set by hand, by reading the pairs that the bundled bulletins yield
and those of provincial rules with the laws that they carry out.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations

from policycli.analysis.likeness import bigrams, common, likeness, without_place
from policycli.norms.wording import Weights, covered, grams
from policycli.records.model import Entry, Measure
from policycli.text.part_marks import is_number
from policycli.tuples import NamedTuple

__all__ = ["Kind", "Reason", "kinds"]

_INSTRUMENT, _THEMES, _WORDING = 0.35, 0.30, 0.35
_ENOUGH = 0.55  # the same instrument and themes, or one of them and much of the wording
_PLENTY = 0.175  # a likeness that measures of one kind seldom exceed
_ALIGNED = 0.2  # likeness of all that is said, from which it is of one matter
_LONG = 24  # pairs of characters; of shorter wordings two have some in common by chance
_RAREST = 32  # pairs of characters of which two measures share one; others would only cost time


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
    """A measure with what its wording is compared by.

    Attributes:
        words: Title and keywords; the text, where the title is a mere number.
        grams: Pairs of characters of these.
        said: Those of everything it says, where measures are likened by that.
    """

    entry: Entry[Measure]
    words: tuple[str, ...]
    grams: frozenset[str]
    said: frozenset[str]


class Kind(NamedTuple):
    """Measures of one kind, and why they are."""

    members: list[Entry[Measure]]
    reasons: list[Reason]


def kinds(measures: Sequence[Entry[Measure]]) -> list[Kind]:
    """Measures of one kind together, the likest first.

    First kinds grow with at most one measure of each policy, all of them alike; then what is left
    joins the kind in which it has the likest measure of another policy.
    """
    tagged = _are_tagged(measures)
    texts = [_text(entry, with_said=not tagged) for entry in measures]
    known = Counter(chain.from_iterable(text.said for text in texts))
    weights = Weights(known.__getitem__, len(texts))
    scored = ((_score(one, other, weights), one, other) for one, other in _pairs(texts, known))
    alike = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])
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


def _are_tagged(measures: Sequence[Entry[Measure]]) -> bool:
    """Whether any two have tags to be likened by, so that all they say is not asked for."""
    instruments = all(entry.record.instrument for entry in measures)
    return instruments or all(entry.record.themes for entry in measures)


def _text(entry: Entry[Measure], *, with_said: bool) -> _Text:
    measure = entry.record
    every = (measure.text,) if is_number(measure.title) else (measure.title, *measure.keywords)
    words = tuple(without_place(word, entry.head.region) for word in every)
    said = (*words, measure.text or measure.summary) if with_said else ()
    return _Text(entry, words, bigrams(words), frozenset(chain.from_iterable(map(grams, said))))


def _pairs(texts: Sequence[_Text], known: Mapping[str, int]) -> Iterator[tuple[_Text, _Text]]:
    """Measures of two policies that may be alike: with a tag or some rare wording in common."""
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
    common = (gram for gram in text.said if known[gram] > 1)
    yield from sorted(common, key=lambda gram: (known[gram], gram))[:_RAREST]


def _score(one: _Text, other: _Text, weights: Weights) -> float:
    """0-1, how much two measures are of one kind; 0 where they are not."""
    a, b = one.entry.record, other.entry.record
    if not ((a.instrument and b.instrument) or (a.themes and b.themes)):
        aligned = covered(one.said, other.said, weights)
        short = min(len(one.said), len(other.said)) < _LONG
        return round(aligned, 6) if aligned >= (_ENOUGH if short else _ALIGNED) else 0.0
    instrument = bool(a.instrument) and a.instrument == b.instrument
    shared = {*a.themes} & {*b.themes}
    themes = len(shared) / min(len(a.themes), len(b.themes)) if shared else 0
    if _INSTRUMENT * instrument + _THEMES * themes < _ENOUGH - _WORDING:
        return 0.0  # whatever the wording
    wording = min(likeness(one.grams, other.grams) / _PLENTY, 1)
    score = _INSTRUMENT * instrument + _THEMES * themes + _WORDING * wording
    return round(score, 6) if score >= _ENOUGH else 0.0


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
