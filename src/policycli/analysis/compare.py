"""Policies side by side: the measures of each by kind, and what they have in common."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Literal

from policycli.analysis.grouping import Kind, Reason, kinds
from policycli.analysis.likeness import bigrams, likeness, without_place
from policycli.errors import UsageError
from policycli.language import _
from policycli.records.ids import in_place
from policycli.records.model import ENDS, Entry, Figure, Measure, Policy
from policycli.text.numbers import unit
from policycli.tuples import NamedTuple

if TYPE_CHECKING:
    from policycli.norms.differences import Difference, Wordings

__all__ = ["BY", "By", "Comparison", "Differing", "Numbers", "Row", "Shared", "compare"]

By = Literal["end", "instrument", "theme"]
BY: tuple[By, ...] = ("end", "instrument", "theme")
MOST = 6  # policies

_SAME_INDICATOR = 0.6
_SURE = 0.5  # confidence from which a difference is told: papers of two places differ in many words

Side = tuple[Entry[Measure], ...]


class Differing(NamedTuple):
    """What two measures of one kind say otherwise, with their ids."""

    ids: tuple[str, str]
    difference: "Difference"


class Row(NamedTuple):
    """Measures of one kind, or those of one policy and theme that are like no other's.

    Attributes:
        group: The end, instrument or theme that the row stands under; may be empty.
        theme: What most of the measures have first.
        sides: The measures of each policy, in the order of ``Comparison.policies``.
        reasons: One for every measure that joined another.
        differences: What the measures of each reason say otherwise.
    """

    group: str
    theme: str
    instrument: str
    sides: tuple[Side, ...]
    reasons: tuple[Reason, ...] = ()
    differences: tuple[Differing, ...] = ()

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
        raise UsageError(_("{id} is given twice").format(id=twice))
    measures = [measure for entry in policies for measure in _own(entry)]

    @cache
    def wordings() -> "Wordings":
        from policycli.norms.differences import Wordings  # its patterns take 20 ms to compile

        return Wordings(_said(entry.record) for entry in measures)

    rows = [_row(kind, ids, by, wordings) for part in _parts(measures, by) for kind in kinds(part)]
    heads = tuple(entry.head for entry in policies)
    return Comparison(
        heads, by, _sorted(rows, by), _instruments(measures, ids), _figures(measures, ids)
    )


def _own(policy: Entry[Policy]) -> list[Entry[Measure]]:
    return list(in_place(policy.record))


def _group(measure: Measure, by: By) -> str:
    if by == "theme":
        return measure.themes[0] if measure.themes else ""
    return measure.end if by == "end" else measure.instrument


def _parts(measures: Iterable[Entry[Measure]], by: By) -> list[list[Entry[Measure]]]:
    """The measures that may share a row: those of one end, or of one instrument."""
    parts: dict[str, list[Entry[Measure]]] = {}
    for entry in measures:
        key = "" if by == "theme" else _group(entry.record, by)
        parts.setdefault(key, []).append(entry)
    return list(parts.values())


def _row(kind: Kind, ids: Sequence[str], by: By, wordings: "Callable[[], Wordings]") -> Row:
    measures = [entry.record for entry in kind.members]
    theme = _most(theme for measure in measures for theme in measure.themes)
    group = theme if by == "theme" else _group(measures[0], by)
    instrument = _most(measure.instrument for measure in measures if measure.instrument)
    return Row(
        group,
        theme,
        instrument,
        _by_policy(kind.members, ids),
        tuple(kind.reasons),
        tuple(_differences(kind, ids, wordings)),
    )


def _differences(
    kind: Kind, ids: Sequence[str], wordings: "Callable[[], Wordings]"
) -> Iterator[Differing]:
    """What measures that joined each other say otherwise, the first policy's first."""
    members = {entry.id: entry for entry in kind.members}
    for reason in kind.reasons:
        pair = sorted((members[name] for name in reason.ids), key=lambda e: ids.index(e.policy))
        for difference in wordings().differences(*(_said(entry.record) for entry in pair)):
            if difference.confidence >= _SURE:
                yield Differing((pair[0].id, pair[1].id), difference)


def _said(measure: Measure) -> str:
    return measure.text or measure.summary


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
