"""Pictures: Vega-Lite drawn by vl-convert, without a browser and without a network."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from policycli.errors import UsageError
from policycli.extras import install
from policycli.language import _
from policycli.render import fonts
from policycli.render.wrap import width
from policycli.text.sanitize import clean
from policycli.views.model import Bar, Chart, Square, Stretch

__all__ = ["ENDINGS", "picture", "spec"]

_SCALE = 2  # pixels of a PNG for every point: sharp on today's screens and in print
_STEP = 22  # points of height for a row
_LINE = 14  # points more for every further line of a label
_WIDTH = 460
_LABEL = 380  # points; longer labels are cut, their beginning tells most
_SEPARATOR = "|"  # between the number of a row, which makes it unique, and its label
_SHIELD = "\ue000"  # stands for < until the page is made: nothing in data ends its script
_CELL = 6.4  # points of a terminal cell at the size of labels

Spec = dict[str, Any]


def picture(chart: Chart, ending: str) -> bytes:
    """A chart as the bytes of an SVG, PNG or HTML file.

    The text of SVG and HTML stays text; HTML has all of its script inside.

    Raises:
        UsageError: The library is not installed, or a PNG needs a Chinese font.
    """
    try:
        import vl_convert
    except ImportError as error:
        sentence = _("charts need a library that is not installed: {command}")
        raise UsageError(sentence.format(command=install("charts"))) from error
    family = fonts.chinese(fonts.folders())
    if ending == ".png" and family is None:
        sentence = _(
            "no Chinese font was found, and a PNG would show boxes: install one, such as "
            "fonts-noto-cjk, or write .svg or .html"
        )
        raise UsageError(sentence)
    return _DRAW[ending](vl_convert, spec(chart, family))


def _svg(library: Any, drawn: Spec) -> bytes:
    return str(library.vegalite_to_svg(drawn)).encode()


def _png(library: Any, drawn: Spec) -> bytes:
    return bytes(library.vegalite_to_png(drawn, scale=_SCALE))


def _html(library: Any, drawn: Spec) -> bytes:
    shielded = json.dumps(drawn, ensure_ascii=False).replace("<", _SHIELD)
    page = str(library.vegalite_to_html(shielded, bundle=True))
    return page.replace(_SHIELD, "\\u003c").encode()


_DRAW: dict[str, Callable[[Any, Spec], bytes]] = {".svg": _svg, ".png": _png, ".html": _html}
ENDINGS = tuple(_DRAW)
"""Of the files that pictures can be."""


def spec(chart: Chart, family: str | None = None) -> Spec:
    """The Vega-Lite specification of a chart."""
    marks = chart.marks
    if isinstance(marks[0], Square):
        drawn = _grid(chart, marks)
    elif isinstance(marks[0], Stretch):
        drawn = _stretches(chart, marks)
    else:
        drawn = _bars(chart, marks)
    families = dict.fromkeys([family or "", *fonts.FAMILIES.values(), "sans-serif"])
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": {"text": clean(chart.title), "anchor": "start", "fontSize": 15},
        "background": "white",
        "padding": 16,
        "config": {
            "font": ", ".join(name for name in families if name),
            "axis": {"labelFontSize": 12, "titleFontSize": 12, "labelLimit": _LABEL},
            "legend": {"labelFontSize": 12, "titleFontSize": 12},
            "view": {"stroke": None},
        },
        **drawn,
    }


def _rows(marks: Sequence[Any]) -> list[Spec]:
    """Marks as data, each with a row of its own."""
    rows = []
    for number, mark in enumerate(marks):
        cells = {k: clean(v) if isinstance(v, str) else v for k, v in mark._asdict().items()}
        rows.append({**cells, "place": f"{number}{_SEPARATOR}{cells.get('label', '')}"})
    return rows


def _place(marks: Sequence[Bar | Stretch]) -> Spec:
    """A row for every mark, in their order, called by its label, which may have several lines."""
    lines = [line for mark in marks for line in mark.label.split("\n")]
    axis = {
        "labelExpr": f"split(slice(datum.label, indexof(datum.label, '{_SEPARATOR}') + 1), '\\n')",
        "title": None,
        "ticks": False,
        "domain": False,
        # Charts under each other begin at the same place.
        "minExtent": min(_LABEL, max(width(line) for line in lines) * _CELL),
    }
    order = [row["place"] for row in _rows(marks)]
    return {"field": "place", "type": "nominal", "sort": order, "axis": axis}


def _step(marks: Sequence[Bar | Stretch]) -> int:
    """The height of a row, by the label with the most lines."""
    return _STEP + _LINE * max(mark.label.count("\n") for mark in marks)


def _color(chart: Chart) -> Spec:
    scale = {"scheme": "tableau10"}
    legend = {"title": chart.color or None, "orient": "bottom"}
    return {"field": "group", "type": "nominal", "sort": None, "scale": scale, "legend": legend}


def _bars(chart: Chart, marks: Sequence[Any]) -> Spec:
    """Bars, those of every unit under each other on a scale of their own."""
    units = dict.fromkeys(mark.unit for mark in marks)
    panels = [_panel(chart, unit, marks) for unit in units]
    return {"vconcat": panels, "resolve": {"scale": {"color": "shared"}}}


def _panel(chart: Chart, unit: str, marks: Sequence[Bar]) -> Spec:
    across = {
        "field": "value",
        "type": "quantitative",
        "title": clean(unit),
        "axis": {"tickCount": 5},
    }
    color = _color(chart)
    return {
        "data": {"values": [row for row in _rows(marks) if row["unit"] == clean(unit)]},
        "width": _WIDTH,
        "height": {"step": _step(marks)},
        "encoding": {"y": _place(marks), "x": across},
        "layer": [
            {"mark": {"type": "bar", "tooltip": True}, "encoding": {"color": color}},
            {
                "mark": {"type": "text", "align": "left", "dx": 4, "fontSize": 12},
                "encoding": {"text": {"field": "written"}},
            },
        ],
    }


def _grid(chart: Chart, marks: Sequence[Any]) -> Spec:
    """Squares, darker the larger their count."""
    most = max(mark.number for mark in marks)
    axis = {"ticks": False, "domain": False}
    down = {"field": "row", "type": "nominal", "sort": None, "title": None, "axis": axis}
    across = {
        "field": "column",
        "type": "nominal",
        "sort": None,
        "title": chart.across or None,
        "axis": {**axis, "orient": "top", "labelAngle": 0},
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
    return {
        "data": {"values": _rows(marks)},
        "width": {"step": 76},
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


def _stretches(chart: Chart, marks: Sequence[Any]) -> Spec:
    """Days as points, and rough dates as the stretch of days that they may mean."""
    years = {mark.first[:4] for mark in marks} | {mark.last[:4] for mark in marks}
    axis: Spec = {"format": "%Y", "tickCount": "year"} if len(years) > 2 else {"format": "%Y-%m"}
    x: Spec = {"field": "first", "type": "temporal", "title": None, "axis": axis}
    x["scale"] = {"type": "utc", "padding": 12}  # days are days, wherever the picture is looked at
    color = _color(chart)
    return {
        "data": {"values": _rows(marks)},
        "width": _WIDTH,
        "height": {"step": _step(marks)},
        "encoding": {"y": _place(marks), "x": x, "color": color},
        "layer": [
            {
                "mark": {"type": "bar", "height": 8, "cornerRadius": 4, "tooltip": True},
                "encoding": {"x2": {"field": "last"}},
                "transform": [{"filter": "datum.first != datum.last"}],
            },
            {
                "mark": {
                    "type": "point",
                    "filled": True,
                    "size": 90,
                    "opacity": 1,
                    "tooltip": True,
                },
                "transform": [{"filter": "datum.first == datum.last"}],
            },
        ],
    }
