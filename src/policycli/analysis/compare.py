"""Policies side by side: which measures are of one kind, and what they have in common.

Two measures are likened by their instruments, their themes and their wording (title and keywords,
as Dice's coefficient of character bigrams). The shares and the limit below were set by hand, by
reading the pairs that the bundled bulletins yield.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Literal, NamedTuple

from policycli.analysis.likeness import bigrams, common, likeness, without_place
from policycli.errors import UsageError
from policycli.language import _
from policycli.model import ENDS, Entry, Figure, Measure, Policy
from policycli.text.numbers import unit

__all__ = ["BY", "By", "Comparison", "Numbers", "Reason", "Row", "Shared", "compare"]

By = Literal["end", "instrument", "theme"]
BY: tuple[By, ...] = ("end", "instrument", "theme")
MOST = 6  # policies

_INSTRUMENT, _THEMES, _WORDING = 0.35, 0.30, 0.35
_ENOUGH = 0.55  # the same instrument and themes, or one of them and much of the wording
_PLENTY = 0.175  # a likeness that measures of one kind seldom exceed
_SAME_INDICATOR = 0.6

Side = tuple[Entry[Measure], ...]


class Reason(NamedTuple):
    """Why two measures stand in one row; empty values are not shared.

    Attributes:
        ids: Of the two.
        score: 0-1; see ``compare``.
        instrument: The one that both have.
        words: Of titles and keywords, at most four.
    """

    ids: tuple[str, str]
    score: float
    instrument: str
    themes: tuple[str, ...]
    words: tuple[str, ...]


class Row(NamedTuple):
    """Measures of one kind, or those of one policy and theme that are like no other's.

    Attributes:
        group: The end, instrument or theme that the row stands under; may be empty.
        theme: What most of the measures have first.
        sides: The measures of each policy, in the order of ``Comparison.policies``.
        reasons: One for every measure that joined another.
    """

    group: str
    theme: str
    instrument: str
    sides: tuple[Side, ...]
    reasons: tuple[Reason, ...] = ()

    @property
    def only(self) -> str:
        """The id of the policy that alone has something here; empty where several do."""
        having = [side[0].policy for side in self.sides if side]
        return having[0] if len(having) == 1 else ""


class Shared(NamedTuple):
    """An instrument that several policies use, with the measures of each."""

    instrument: str
    sides: tuple[Side, ...]


class Numbers(NamedTuple):
    """Figures of several policies with one indicator, the figures of each."""

    indicator: str
    kind: str
    sides: tuple[tuple[Entry[Figure], ...], ...]


class Comparison(NamedTuple):
    """Two to six policies side by side."""

    policies: tuple[Policy, ...]
    by: By
    rows: tuple[Row, ...]
    instruments: tuple[Shared, ...]
    figures: tuple[Numbers, ...]


class _Text(NamedTuple):
    """A measure with what its wording is compared by."""

    entry: Entry[Measure]
    words: tuple[str, ...]
    grams: frozenset[str]


class _Kind(NamedTuple):
    """Measures that are becoming a row, and why."""

    members: list[_Text]
    reasons: list[Reason]


def compare(policies: Sequence[Entry[Policy]], by: By = "end") -> Comparison:
    """Put policies side by side.

    Raises:
        UsageError: They are fewer than two or more than six, or one of them is named twice.
    """
    ids = [entry.id for entry in policies]
    if not 2 <= len(ids) <= MOST:
        raise UsageError(_("name two to six policies, not {n}").format(n=len(ids)))
    twice = next((name for name, times in Counter(ids).items() if times > 1), "")
    if twice:
        raise UsageError(_("{id} is named twice").format(id=twice))
    measures = [_text(entry.record, measure) for entry in policies for measure in _own(entry)]
    kinds = [kind for part in _parts(measures, by) for kind in _kinds(part)]
    rows = [_row(kind, ids, by) for kind in kinds]
    heads = tuple(entry.head for entry in policies)
    entries = [text.entry for text in measures]
    return Comparison(
        heads, by, _sorted(rows, by), _instruments(entries, ids), _figures(entries, ids)
    )


def _own(policy: Entry[Policy]) -> list[Entry[Measure]]:
    return [Entry(f"{policy.id}.{m.id}", policy.head, m) for m in policy.record.measures]


def _text(policy: Policy, entry: Entry[Measure]) -> _Text:
    every = (entry.record.title, *entry.record.keywords)
    words = tuple(without_place(word, policy.region) for word in every)
    return _Text(entry, words, bigrams(words))


def _group(measure: Measure, by: By) -> str:
    if by == "theme":
        return measure.themes[0] if measure.themes else ""
    return measure.end if by == "end" else measure.instrument


def _parts(measures: Iterable[_Text], by: By) -> list[list[_Text]]:
    """The measures that may share a row: those of one end, or of one instrument."""
    parts: dict[str, list[_Text]] = {}
    for text in measures:
        key = "" if by == "theme" else _group(text.entry.record, by)
        parts.setdefault(key, []).append(text)
    return list(parts.values())


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


def _kinds(measures: Sequence[_Text]) -> list[_Kind]:
    """Measures of one kind together, the likest first.

    First kinds grow with at most one measure of each policy, all of them alike; then what is left
    joins the kind in which it has the likest measure of another policy.
    """
    pairs = (
        (_score(one, other), one, other)
        for one, other in combinations(measures, 2)
        if one.entry.policy != other.entry.policy
    )
    alike = sorted((pair for pair in pairs if pair[0] >= _ENOUGH), key=lambda pair: -pair[0])
    scores = {(one.entry.id, other.entry.id): score for score, one, other in alike}
    scores |= {(b, a): score for (a, b), score in scores.items()}
    of = {text.entry.id: _Kind([text], []) for text in measures}
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


def _fit(first: _Kind, second: _Kind, scores: dict[tuple[str, str], float]) -> bool:
    """Whether two kinds are one: no policy is in both, and all of their measures are alike."""
    every = ((a.entry.id, b.entry.id) for a in first.members for b in second.members)
    return all(pair in scores for pair in every)


def _join(first: _Kind, second: _Kind, reason: Reason, of: dict[str, _Kind]) -> None:
    first.members.extend(second.members)
    first.reasons.extend([*second.reasons, reason])
    for text in second.members:
        of[text.entry.id] = first


def _reason(one: _Text, other: _Text, scores: dict[tuple[str, str], float]) -> Reason:
    a, b = one.entry, other.entry
    instrument = a.record.instrument if a.record.instrument == b.record.instrument else ""
    themes = tuple(theme for theme in a.record.themes if theme in b.record.themes)
    return Reason(
        (a.id, b.id), scores[a.id, b.id], instrument, themes, common(one.words, other.words)
    )


def _row(kind: _Kind, ids: Sequence[str], by: By) -> Row:
    measures = [text.entry.record for text in kind.members]
    theme = _most(theme for measure in measures for theme in measure.themes)
    group = theme if by == "theme" else _group(measures[0], by)
    instrument = _most(measure.instrument for measure in measures if measure.instrument)
    return Row(
        group,
        theme,
        instrument,
        _by_policy([t.entry for t in kind.members], ids),
        tuple(kind.reasons),
    )


def _most(values: Iterable[str]) -> str:
    """The most frequent value; of several the first."""
    counted = Counter(values).most_common(1)
    return counted[0][0] if counted else ""


def _by_policy(entries: Sequence[Entry[Measure]], ids: Sequence[str]) -> tuple[Side, ...]:
    return tuple(tuple(e for e in entries if e.policy == policy) for policy in ids)


def _sorted(rows: Iterable[Row], by: By) -> tuple[Row, ...]:
    """Rows by group, then by theme, the ones that most policies share first."""
    merged = _merged(rows)
    groups = list(dict.fromkeys(row.group for row in merged))
    order: list[str] = [*ENDS, *groups] if by == "end" else sorted(groups)
    widest: Counter[tuple[str, str]] = Counter()
    for row in merged:
        key = (row.group, row.theme)
        widest[key] = max(widest[key], _width(row))

    def place(row: Row) -> tuple[bool, int, int, str, int]:
        shared = -widest[row.group, row.theme]
        return not row.group, order.index(row.group), shared, row.theme, -_width(row)

    return tuple(sorted(merged, key=place))


def _width(row: Row) -> int:
    """How many policies have something in a row."""
    return sum(map(bool, row.sides))


def _merged(rows: Iterable[Row]) -> list[Row]:
    """Rows, with what one policy alone has under one theme in a single one."""
    kept: list[Row] = []
    lone: dict[tuple[str, str, str], Row] = {}
    for row in rows:
        key = (row.group, row.theme, row.only)
        before = lone.get(key) if row.only else None
        if before is None:
            kept.append(row)
            lone[key] = row
        else:
            sides = tuple(a + b for a, b in zip(before.sides, row.sides, strict=True))
            instrument = before.instrument if before.instrument == row.instrument else ""
            lone[key] = before._replace(sides=sides, instrument=instrument)
            kept[kept.index(before)] = lone[key]
    return kept


def _instruments(entries: Sequence[Entry[Measure]], ids: Sequence[str]) -> tuple[Shared, ...]:
    """The instruments of two policies or more, the most shared first."""
    used: dict[str, list[Entry[Measure]]] = {}
    for entry in entries:
        if entry.record.instrument:
            used.setdefault(entry.record.instrument, []).append(entry)
    found = [Shared(code, _by_policy(having, ids)) for code, having in used.items()]
    shared = [each for each in found if sum(map(bool, each.sides)) > 1]
    return tuple(sorted(shared, key=lambda each: (-sum(map(bool, each.sides)), each.instrument)))


def _figures(entries: Sequence[Entry[Measure]], ids: Sequence[str]) -> tuple[Numbers, ...]:
    """Figures of one dimension and kind whose indicators say the same."""
    every = [Entry(e.id, e.head, figure) for e in entries for figure in e.record.figures]
    groups: list[list[Entry[Figure]]] = []
    for entry in every:
        own = next((group for group in groups if _same_indicator(group[0], entry)), None)
        if own is None:
            groups.append([entry])
        else:
            own.append(entry)
    return tuple(
        Numbers(
            min((entry.record.indicator for entry in group), key=len),
            group[0].record.kind,
            tuple(tuple(e for e in group if e.policy == policy) for policy in ids),
        )
        for group in groups
        if len({entry.policy for entry in group}) > 1
    )


def _same_indicator(one: Entry[Figure], other: Entry[Figure]) -> bool:
    a, b = one.record, other.record
    if unit(a.unit).dimension != unit(b.unit).dimension or a.kind != b.kind:
        return False
    texts = [without_place(e.record.indicator, e.head.region) for e in (one, other)]
    return likeness(bigrams(texts[:1]), bigrams(texts[1:])) >= _SAME_INDICATOR
