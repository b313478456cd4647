"""Charts as Vega-Lite specifications, for paper and for phones."""

from collections.abc import Sequence
from itertools import pairwise
from math import floor, log10
from statistics import median
from typing import Any, NamedTuple

from policycli.language import _
from policycli.render import fonts
from policycli.render.wrap import fill, width
from policycli.text.sanitize import clean
from policycli.views.model import Bar, Chart, Square, Stretch

__all__ = ["PAPER", "PHONE", "Page", "spec"]

_STEP = 22  # points of height for a row
_LINE = 14  # points more for every further line of a label
_CELL = 6.4  # points of a terminal cell at the size of labels
_SEPARATOR = "|"  # between the number of a row, which makes it unique, and its label
_HIDDEN = 40  # bars this many times shorter than the longest are not seen beside it

Spec = dict[str, Any]


class Page(NamedTuple):
    """What is drawn on: on a narrow one labels stand above their bars, not beside them.

    Attributes:
        across: Points for bars and stretches.
        cells: Terminal cells of a line of a label.
        square: Points of a square of a grid, at least.
        colors: How many colours the legend has in a row.
    """

    across: int
    cells: int
    square: int
    colors: int
    narrow: bool


PAPER = Page(across=460, cells=68, square=76, colors=8, narrow=False)
PHONE = Page(across=304, cells=48, square=34, colors=3, narrow=True)


def spec(chart: Chart, family: str | None = None, page: Page = PAPER) -> Spec:
    """The Vega-Lite specification of a chart."""
    marks = chart.marks
    if isinstance(marks[0], Square):
        drawn = _grid(chart, marks, page)
    elif isinstance(marks[0], Stretch):
        drawn = _stretches(chart, marks, page)
    else:
        drawn = _bars(chart, marks, page)
    families = dict.fromkeys([family or "", *fonts.FAMILIES.values(), "sans-serif"])
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": {"text": clean(chart.title), "anchor": "start", "fontSize": 15},
        "background": "white",
        "padding": 16,
        "config": {
            "font": ", ".join(name for name in families if name),
            "axis": {"labelFontSize": 12, "titleFontSize": 12, "labelLimit": 0},
            "legend": {"labelFontSize": 12, "titleFontSize": 12},
            "view": {"stroke": None},
        },
        **drawn,
    }


def _lines(label: str, cells: int) -> str:
    """A label as lines of at most so many cells."""
    return "\n".join(line for part in clean(label).split("\n") for line in fill(part, cells))


def _rows(marks: Sequence[Any], page: Page) -> list[Spec]:
    """Marks as data, each with a row of its own, called by its label."""
    rows = []
    for number, mark in enumerate(marks):
        cells = {k: clean(v) if isinstance(v, str) else v for k, v in mark._asdict().items()}
        cells["label"] = _lines(mark.label, page.cells)
        rows.append({**cells, "place": f"{number}{_SEPARATOR}{cells['label']}"})
    return rows


def _place(rows: Sequence[Spec], page: Page) -> Spec:
    """A row for every mark, in their order, called by its label, which may have several lines."""
    order = [row["place"] for row in rows]
    if page.narrow:
        return {"field": "place", "type": "nominal", "sort": order, "axis": None}
    axis = {
        "labelExpr": f"split(slice(datum.label, indexof(datum.label, '{_SEPARATOR}') + 1), '\\n')",
        "title": None,
        "ticks": False,
        "domain": False,
        # Charts under each other begin at the same place.
        "minExtent": max(width(line) for row in rows for line in row["label"].split("\n")) * _CELL,
    }
    return {"field": "place", "type": "nominal", "sort": order, "axis": axis}


def _step(rows: Sequence[Spec], page: Page) -> int:
    """The height of a row, by the label with the most lines."""
    lines: int = 1 + max(row["label"].count("\n") for row in rows)
    return _STEP + _LINE * (lines if page.narrow else lines - 1)


def _above(rows: Sequence[Spec], page: Page) -> tuple[list[Spec], Spec]:
    """On a narrow page the labels, over their marks; and by how much these stand lower."""
    if not page.narrow:
        return [], {}
    room = _step(rows, page)
    named: list[Spec] = []
    for lines in sorted({row["label"].count("\n") for row in rows}):
        text = {
            "type": "text",
            "align": "left",
            "baseline": "bottom",
            "dy": room / 2 - 15 - _LINE * lines,
            "fontSize": 12,
            "lineBreak": "\n",
            "lineHeight": _LINE,
        }
        named.append(
            {
                "mark": text,
                "encoding": {"text": {"field": "label"}, "x": {"value": 0}},
                "transform": [{"filter": f"length(split(datum.label, '\\n')) == {lines + 1}"}],
            }
        )
    return named, {"yOffset": room / 2 - 9}


def _color(chart: Chart, page: Page) -> Spec:
    scale = {"scheme": "tableau10"}
    legend = {"title": chart.color or None, "orient": "bottom", "columns": page.colors}
    return {"field": "group", "type": "nominal", "sort": None, "scale": scale, "legend": legend}


def _bars(chart: Chart, marks: Sequence[Any], page: Page) -> Spec:
    """Bars, those of every unit under each other on a scale of their own."""
    units = dict.fromkeys(mark.unit for mark in marks)
    panels = [[mark for mark in marks if mark.unit == unit] for unit in units]
    drawn = [_panel(chart, _named(panel, page), page) for panel in panels]
    if not page.narrow:
        extent = max(panel["encoding"]["y"]["axis"]["minExtent"] for panel in drawn)
        for panel in drawn:
            panel["encoding"]["y"]["axis"]["minExtent"] = extent
    return {"vconcat": drawn, "resolve": {"scale": {"color": "shared"}}}


def _named(marks: Sequence[Bar], page: Page) -> list[Bar]:
    """Bars called by their group too, where the one above or their label does not say it."""
    groups = ["", *(mark.group for mark in marks)]
    named = []
    for mark, (above, group) in zip(marks, pairwise(groups), strict=True):
        said = group == above or group in mark.label
        label = mark.label if said else f"{group} {mark.label}"
        named.append(mark._replace(label=f"{label}  {mark.written}" if page.narrow else label))
    return named


def _panel(chart: Chart, marks: Sequence[Bar], page: Page) -> Spec:
    rows = _rows(marks, page)
    named, lower = _above(rows, page)
    written = {
        "mark": {"type": "text", "align": "left", "dx": 4, "fontSize": 12},
        "encoding": {"text": {"field": "written"}},
    }
    bar = {"type": "bar", "tooltip": True, **lower, **({"size": 11} if page.narrow else {})}
    across, base = _across(marks)
    return {
        "data": {"values": rows},
        "width": page.across,
        "height": {"step": _step(rows, page)},
        "encoding": {"y": _place(rows, page), "x": across},
        "layer": [
            {"mark": bar, "encoding": {"color": _color(chart, page), **base}},
            *(named or [written]),
        ],
    }


def _across(marks: Sequence[Bar]) -> tuple[Spec, Spec]:
    """The scale of values, and where bars begin on it: logarithmic where few hide the others."""
    values, unit = [mark.value for mark in marks], clean(marks[0].unit)
    across: Spec = {"field": "value", "type": "quantitative", "title": unit}
    if min(values) <= 0 or median(values) * _HIDDEN > max(values):
        return across | {"axis": {"tickCount": 5}}, {}
    first = floor(log10(min(values) * 0.99))  # the smallest value has a bar too
    tens = [10.0**power for power in range(first, floor(log10(max(values))) + 1)]
    across["title"] = _("{unit} (logarithmic scale)").format(unit=unit)
    across["axis"] = {"values": tens, "format": ",~r"}
    across["scale"] = {"type": "log", "domain": [tens[0], max(values)]}
    return across, {"x2": {"datum": tens[0]}}


def _grid(chart: Chart, marks: Sequence[Any], page: Page) -> Spec:
    """Squares, darker the larger their count."""
    most = max(mark.number for mark in marks)
    columns = dict.fromkeys(clean(mark.column) for mark in marks)
    side = max(page.square, 0 if page.narrow else _CELL * max(map(width, columns)) + 8)
    turned = side < _CELL * max(map(width, columns))
    axis = {"ticks": False, "domain": False, "labelExpr": "split(datum.label, '\\n')"}
    down = {"field": "row", "type": "nominal", "sort": None, "title": None, "axis": axis}
    across = {
        "field": "column",
        "type": "nominal",
        "sort": None,
        "title": chart.across or None,
        "axis": {**axis, "orient": "top", "labelAngle": -60 if turned else 0},
    }
    shade = {
        "field": "number",
        "type": "quantitative",
        "legend": None,
        "scale": {"scheme": "blues"},
    }
    light = {"test": f"datum.number > {most} * 0.6", "value": "white"}
    number = {"condition": light, "value": "#333"}
    none = {"test": "datum.number == 0", "value": "#f6f6f6"}
    cells = page.cells // 3 if page.narrow else page.cells
    rows = [{**mark._asdict(), "row": _lines(mark.row, cells)} for mark in marks]
    return {
        "data": {"values": [row | {"column": clean(row["column"])} for row in rows]},
        "width": {"step": side},
        "height": {"step": 34},
        "encoding": {"x": across, "y": down},
        "layer": [
            {
                "mark": {"type": "rect", "stroke": "white", "strokeWidth": 2, "tooltip": True},
                "encoding": {"color": {**shade, "condition": none}},
            },
            {
                "mark": {"type": "text", "fontSize": 13},
                "encoding": {"text": {"field": "number"}, "color": number},
            },
        ],
    }


def _stretches(chart: Chart, marks: Sequence[Any], page: Page) -> Spec:
    """Days as points, and rough dates as the stretch of days that they may mean."""
    years = {mark.first[:4] for mark in marks} | {mark.last[:4] for mark in marks}
    axis: Spec = {"format": "%Y", "tickCount": "year"} if len(years) > 2 else {"format": "%Y-%m"}
    x: Spec = {"field": "first", "type": "temporal", "title": None, "axis": axis}
    x["scale"] = {"type": "utc", "padding": 12}  # days are days, wherever the picture is looked at
    rows = _rows(marks, page)
    named, lower = _above(rows, page)
    bar = {"type": "bar", "height": 8, "cornerRadius": 4, "tooltip": True, **lower}
    point = {"type": "point", "filled": True, "size": 90, "opacity": 1, "tooltip": True, **lower}
    color = {"color": _color(chart, page)}
    return {
        "data": {"values": rows},
        "width": page.across,
        "height": {"step": _step(rows, page)},
        "encoding": {"y": _place(rows, page), "x": x},
        "layer": [
            {
                "mark": bar,
                "encoding": {"x2": {"field": "last"}, **color},
                "transform": [{"filter": "datum.first != datum.last"}],
            },
            {
                "mark": point,
                "encoding": color,
                "transform": [{"filter": "datum.first == datum.last"}],
            },
            *named,
        ],
    }
