"""Figures of many policies, with what they add up to."""

from collections.abc import Mapping, Sequence
from typing import Any

from policycli import labels
from policycli.analysis import figures
from policycli.analysis.figures import Total
from policycli.language import N_, _
from policycli.records.model import Entry, Figure, Policy
from policycli.text.numbers import convert, friendly, scale
from policycli.tuples import NamedTuple
from policycli.views.cells import ID, POLICY, REGION, region_data
from policycli.views.model import Bar, Cell, Chart, Column, Section, View

__all__ = ["Item", "chart", "view"]


def _total(total: Total) -> str:
    return labels.op(total.op) + labels.amount(*friendly(total.value, total.unit))


_TOTALS: tuple[Column[Total], ...] = (
    Column("total", N_("total"), _total, "number"),
    Column("kind", N_("kind"), lambda total: labels.kind(total.kind), "short"),
    Column("indicator", N_("indicator"), lambda total: total.indicator),
    Column("period", N_("period"), lambda total: total.period, "short"),
    Column("figures", N_("how many"), lambda total: total.figures, "number"),
)


class Item(NamedTuple):
    """A figure, its share (0-1) of the largest one, and its value in the unit asked for."""

    entry: Entry[Figure]
    share: float
    converted: int | float | None

    @property
    def id(self) -> str:
        """Of the measure that has the figure."""
        return self.entry.id

    @property
    def head(self) -> Policy:
        """The policy that the figure belongs to."""
        return self.entry.head

    @property
    def figure(self) -> Figure:
        """The figure itself."""
        return self.entry.record


def view(
    entries: Sequence[Entry[Figure]],
    query: str | None = None,
    *,
    unit: str = "",
    plot: bool = False,
    limit: int | None = None,
) -> View[Item]:
    """Figures, the totals that make sense, and with ``plot`` bars by dimension."""
    shares = figures.shares(entries)
    values = [convert(e.record.value, e.record.unit, unit) if unit else None for e in entries]
    items = [Item(*item) for item in zip(entries, shares, values, strict=True)]
    totals = figures.totals(entries)
    return View(
        "figures",
        query,
        items[:limit],
        len(items),
        _columns(unit, plot=plot),
        _data,
        sections=(Section(_("Totals"), _TOTALS, totals),) if totals else (),
        extra=(("totals", [_total_data(total) for total in totals]),),
    )


def chart(entries: Sequence[Entry[Figure]], unit: str = "") -> Chart | None:
    """Figures as bars, those of each dimension in ``unit`` or on a scale of 万 or 亿.

    ``None`` where there are none.
    """
    largest: dict[str, float] = {}
    for entry in entries:
        value, name = figures.base(entry.record)
        largest[name] = max(largest.get(name, 0), abs(value))
    scales = {name: unit or scale(value, name) for name, value in largest.items()}
    bars = tuple(_bar(entry, scales) for entry in entries)
    return Chart(_("Figures"), bars, color=_("region")) if bars else None


def _bar(entry: Entry[Figure], scales: Mapping[str, str]) -> Bar:
    figure, region = entry.record, labels.region(entry.head.region)
    unit = scales[figures.base(figure)[1]]
    label = f"{labels.indicator(figure)} {figure.period}".strip()
    value = convert(figure.value, figure.unit, unit)
    written = f"{labels.op(figure.op)}{figure.value}{figure.unit}"  # in the units of the scale
    return Bar(label, value, unit, written, region or entry.policy)


def _columns(unit: str, *, plot: bool) -> tuple[Column[Item], ...]:
    converted = Column[Item]("converted", unit, _converted, "number")
    bar = Column[Item]("bar", "", lambda item: item.share, "bar")
    return (
        ID,
        REGION,
        Column("indicator", N_("indicator"), lambda item: labels.indicator(item.figure)),
        Column("figure", N_("value"), _written, "detail" if unit else "number"),
        *((converted,) if unit else ()),
        Column("period", N_("period"), lambda item: item.figure.period, "short"),
        Column("kind", N_("kind"), lambda item: labels.kind(item.figure.kind), "short"),
        *((bar,) if plot else ()),
        Column("op", "", _op, "detail"),
        Column("value", N_("value"), lambda item: item.figure.value, "detail"),
        Column("unit", N_("unit"), lambda item: item.figure.unit, "detail"),
        Column("base_value", "", lambda item: figures.base(item.figure)[0], "detail"),
        Column("base_unit", "", lambda item: figures.base(item.figure)[1], "detail"),
        POLICY,
    )


def _written(item: Item) -> str:
    return labels.figure(item.figure)


def _op(item: Item) -> str:
    return "" if item.figure.op == "=" else item.figure.op


def _converted(item: Item) -> Cell:
    """A number in the unit asked for, with what makes it inexact."""
    assert item.converted is not None  # noqa: S101 - the column is there where a unit is
    sign = labels.op(item.figure.op)
    return f"{sign}{item.converted}" if sign else item.converted


def _data(item: Item) -> dict[str, Any]:
    figure, head = item.figure, item.head
    value, unit = figures.base(figure)
    return {
        "id": item.id,
        "policy": head.id,
        "region": region_data(head.region),
        **figure._asdict(),
        "base_value": value,
        "base_unit": unit,
    }


def _total_data(total: Total) -> dict[str, Any]:
    return {**total._asdict(), "ids": list(total.ids)}
