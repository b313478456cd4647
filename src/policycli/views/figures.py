"""Figures of many policies, with what they add up to."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from policycli import labels
from policycli.analysis import figures
from policycli.analysis.figures import Total
from policycli.language import N_, _, pick
from policycli.records.model import Entry, Figure
from policycli.text.numbers import convert, friendly, scale
from policycli.views.model import Bar, Cell, Chart, Column, Section, View

__all__ = ["Item", "chart", "view"]

_TOTALS = (
    Column("total", N_("total"), "number"),
    Column("kind", N_("kind"), "short"),
    Column("indicator", N_("indicator")),
    Column("period", N_("period"), "short"),
    Column("figures", N_("how many"), "number"),
)


class Item(NamedTuple):
    """A figure, its share (0-1) of the largest one, and its value in the unit asked for."""

    entry: Entry[Figure]
    share: float
    converted: int | float | None


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
        lambda item: _cells(item, plot=plot),
        _data,
        sections=(Section(_("Totals"), _TOTALS, tuple(map(_total, totals))),) if totals else (),
        extra=(("totals", [_total_data(total) for total in totals]),),
    )


def chart(entries: Sequence[Entry[Figure]], unit: str = "") -> Chart:
    """Figures as bars, those of each dimension in ``unit`` or on a scale of 万 or 亿."""
    largest: dict[str, float] = {}
    for entry in entries:
        value, name = figures.base(entry.record)
        largest[name] = max(largest.get(name, 0), abs(value))
    scales = {name: unit or scale(value, name) for name, value in largest.items()}
    bars = tuple(_bar(entry, scales) for entry in entries)
    return Chart(_("Figures"), bars, color=_("region"))


def _bar(entry: Entry[Figure], scales: Mapping[str, str]) -> Bar:
    figure, region = entry.record, labels.region(entry.head.region)
    unit = scales[figures.base(figure)[1]]
    label = " ".join(part for part in (region, figure.indicator, figure.period) if part)
    value = convert(figure.value, figure.unit, unit)
    return Bar(label, value, unit, labels.figure(figure), region or entry.policy)


def _columns(unit: str, *, plot: bool) -> tuple[Column, ...]:
    return (
        Column("id", N_("id"), "id"),
        Column("region", N_("region"), "short"),
        Column("indicator", N_("indicator")),
        Column("figure", N_("value"), "detail" if unit else "number"),
        *((Column("converted", unit, "number"),) if unit else ()),
        Column("period", N_("period"), "short"),
        Column("kind", N_("kind"), "short"),
        *((Column("bar", "", "bar"),) if plot else ()),
        Column("op", "", "detail"),
        Column("value", N_("value"), "detail"),
        Column("unit", N_("unit"), "detail"),
        Column("base_value", "", "detail"),
        Column("base_unit", "", "detail"),
        Column("policy", N_("policy"), "detail"),
    )


def _cells(item: Item, *, plot: bool) -> tuple[Cell, ...]:
    figure, head = item.entry.record, item.entry.head
    return (
        item.entry.id,
        labels.region(head.region),
        figure.indicator,
        labels.figure(figure),
        *(() if item.converted is None else (_converted(figure, item.converted),)),
        figure.period,
        labels.kind(figure.kind),
        *((item.share,) if plot else ()),
        "" if figure.op == "=" else figure.op,
        figure.value,
        figure.unit,
        *figures.base(figure),
        pick(head.title, head.title_en),
    )


def _converted(figure: Figure, value: float) -> Cell:
    """A number, with what makes it inexact."""
    sign = labels.op(figure.op)
    return f"{sign}{value}" if sign else value


def _data(item: Item) -> dict[str, Any]:
    figure, head = item.entry.record, item.entry.head
    value, unit = figures.base(figure)
    return {
        "id": item.entry.id,
        "policy": head.id,
        "region": head.region._asdict() if head.region else None,
        **figure._asdict(),
        "base_value": value,
        "base_unit": unit,
    }


def _total(total: Total) -> tuple[Cell, ...]:
    written = labels.op(total.op) + friendly(total.value, total.unit)
    kind = labels.kind(total.kind)
    return written, kind, total.indicator, total.period, total.figures


def _total_data(total: Total) -> dict[str, Any]:
    return {**total._asdict(), "ids": list(total.ids)}
