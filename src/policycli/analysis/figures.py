"""Figures of many policies: which are wanted, in one unit, in order of size, added up."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from policycli.errors import UsageError
from policycli.language import _
from policycli.records.model import Entry, Figure, HasRecord, Measure, Op
from policycli.text.numbers import Unit, convert, plain, quantity, unit
from policycli.tuples import NamedTuple

__all__ = ["Total", "Wanted", "base", "by_value", "narrow", "of", "shares", "totals"]

Figures = Sequence[Entry[Figure]]


class Wanted(NamedTuple):
    """What figures are wanted; empty values want all.

    Attributes:
        unit: A unit that the figure's own converts to.
        minimum: ``1亿``, ``3,694万元``, ``50%``; without a unit it is one of ``unit``, or of the
            base unit where it has a scale such as 亿 or ``unit`` is empty.
    """

    unit: str = ""
    kind: str = ""
    minimum: str = ""
    maximum: str = ""


class Total(NamedTuple):
    """A sum of figures that may be added.

    Attributes:
        value: In ``unit``, the base unit.
        op: As of a figure: ``~`` where one of them is, ``>=`` where one is a lower bound.
        figures: How many were added.
        indicator: What was added; empty for money set aside for several things.
        ids: Of the measures whose figures they are.
    """

    kind: str
    indicator: str
    period: str
    op: Op
    value: int | float
    unit: str
    figures: int
    ids: tuple[str, ...]


class _Limits(NamedTuple):
    """The range wanted, in base units; ``dimension`` is empty where any will do."""

    dimension: str
    low: Decimal | None
    high: Decimal | None


def of(entries: Iterable[HasRecord], query: str = "") -> list[Entry[Figure]]:
    """The figures of measures; where ``query`` stands in indicators of one, those alone."""
    found: list[Entry[Figure]] = []
    for entry in entries:
        if isinstance(entry.record, Measure):
            every = entry.record.figures
            named = [figure for figure in every if query and query in figure.indicator]
            found += [Entry(entry.id, entry.head, figure) for figure in named or every]
    return found


def base(figure: Figure) -> tuple[int | float, str]:
    """The value of a figure in the base unit of its dimension, and that unit."""
    return convert(figure.value, figure.unit), unit(figure.unit).base


def narrow(entries: Figures, wanted: Wanted) -> list[Entry[Figure]]:
    """The figures that are wanted.

    Raises:
        UsageError: A limit is no number, or unit and limits do not measure the same, or no
            figure has such a unit.
    """
    limits = _limits(wanted, entries)
    return [
        entry
        for entry in entries
        if wanted.kind in ("", entry.record.kind) and _within(entry.record, limits)
    ]


def _limits(wanted: Wanted, entries: Figures) -> _Limits:
    known = {entry.record.unit: unit(entry.record.unit) for entry in entries}
    low, low_unit = _limit(wanted.minimum, wanted.unit)
    high, high_unit = _limit(wanted.maximum, wanted.unit)
    names = [name for name in (wanted.unit, low_unit, high_unit) if name]
    for name in names:
        _must_be_known(name, known)
        if unit(name).dimension != unit(names[0]).dimension:
            sentence = _("{unit} does not convert to {other}")
            raise UsageError(sentence.format(unit=name, other=names[0]))
    if low is not None and high is not None and low > high:
        sentence = _("no figure lies between {low} and {high}: the first is the larger one")
        raise UsageError(sentence.format(low=wanted.minimum, high=wanted.maximum))
    return _Limits(unit(names[0]).dimension if names else "", low, high)


def _must_be_known(name: str, known: dict[str, Unit]) -> None:
    if known and unit(name).dimension not in {own.dimension for own in known.values()}:
        sentence = _("no figure is in {unit}; units here are {known}")
        raise UsageError(sentence.format(unit=name, known=", ".join(known)))


def _limit(written: str, default: str) -> tuple[Decimal | None, str]:
    """A limit in base units, and the unit it was written with."""
    if not written:
        return None, ""
    read = quantity(written)
    name = read.unit or ("" if read.scaled else default)
    return read.number * (unit(name).factor if name else 1), read.unit


def _within(figure: Figure, limits: _Limits) -> bool:
    if limits.dimension and unit(figure.unit).dimension != limits.dimension:
        return False
    value = Decimal(str(base(figure)[0]))
    return (limits.low is None or limits.low <= value) and (
        limits.high is None or value <= limits.high
    )


def by_value(entries: Figures) -> list[Entry[Figure]]:
    """The largest first, dimension by dimension in the order in which they come up."""
    dimensions = list(dict.fromkeys(unit(entry.record.unit).dimension for entry in entries))

    def key(entry: Entry[Figure]) -> tuple[int, float]:
        return dimensions.index(unit(entry.record.unit).dimension), -base(entry.record)[0]

    return sorted(entries, key=key)


def shares(entries: Figures) -> list[float]:
    """Every value as a share (0-1) of the largest of its dimension; 0 for what is negative."""
    largest: dict[str, float] = {}
    for entry in entries:
        value, name = base(entry.record)
        largest[name] = max(value, largest.get(name, 0))
    values = (base(entry.record) for entry in entries)
    return [max(value, 0) / largest[name] if largest[name] else 0.0 for value, name in values]


def totals(entries: Iterable[Entry[Figure]]) -> list[Total]:
    """The sums that make sense, each of at least two figures.

    Figures are added where unit, kind and period are the same, and they are either money set
    aside (``budget``), or the same indicator in different policies. Shares, growth and figures
    without a kind are never added, nor are lower bounds with upper ones.
    """
    groups: dict[tuple[str, ...], dict[tuple[str, Figure], Entry[Figure]]] = {}
    for entry in entries:
        key = _addable(entry.record)
        if key:
            groups.setdefault(key, {}).setdefault((entry.policy, entry.record), entry)
    sums = (_total(list(group.values())) for group in groups.values())
    return [total for total in sums if total]


def _addable(figure: Figure) -> tuple[str, ...]:
    """What a figure must share with another to be added to it; empty where it never is."""
    own = unit(figure.unit)
    if figure.kind in ("", "growth") or own.dimension in ("share", "points"):
        return ()
    money = figure.kind == "budget" and own.dimension == "money"
    return own.dimension, figure.kind, figure.period, "" if money else figure.indicator


def _total(group: Figures) -> Total | None:
    policies = [entry.policy for entry in group]
    first = group[0].record
    op = _op({entry.record.op for entry in group})
    indicator = _addable(first)[-1]
    repeated = indicator and len({*policies}) < len(policies)
    if len(group) < 2 or repeated or op is None:
        return None
    value = plain(sum((Decimal(str(base(entry.record)[0])) for entry in group), Decimal()))
    ids = tuple(dict.fromkeys(entry.id for entry in group))
    return Total(first.kind, indicator, first.period, op, value, base(first)[1], len(group), ids)


def _op(ops: set[Op]) -> Op | None:
    """How exact a sum is; ``None`` where its parts are bounds on both sides."""
    lower, upper = bool(ops & {">", ">="}), bool(ops & {"<", "<="})
    if (lower and upper) or ("~" in ops and (lower or upper)):
        return None
    if "~" in ops:
        return "~"
    return ">=" if lower else "<=" if upper else "="
