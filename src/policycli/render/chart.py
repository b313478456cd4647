"""Pictures: Vega-Lite drawn by vl-convert, without a browser and without a network."""

from collections.abc import Callable
from html import escape
from typing import Any

from policycli import language
from policycli.errors import UsageError
from policycli.extras import missing
from policycli.language import _
from policycli.render import fonts
from policycli.render.vega import PAPER, PHONE, spec
from policycli.text.sanitize import clean
from policycli.views.model import Chart

__all__ = ["ENDINGS", "picture"]

_SCALE = 2  # pixels of a PNG for every point: sharp on today's screens and in print
_STYLE = (
    "body{margin:0}h1{font:600 15px sans-serif;margin:16px 16px 0}"
    "svg{display:block;max-width:100%;height:auto}.phone{display:none}"
    "@media screen and (max-width:640px){.paper{display:none}.phone{display:block}}"
)


def picture(chart: Chart, ending: str) -> bytes:
    """A chart as the bytes of an SVG, PNG or HTML file.

    The text of SVG and HTML stays text; HTML has no script, and a drawing for narrow screens too.

    Raises:
        UsageError: The library is not installed, or a PNG needs a Chinese font.
    """
    try:
        import vl_convert
    except ImportError as error:
        sentence = _("charts need a library that is not installed: {command}")
        raise missing(sentence, "charts") from error
    family = fonts.chinese(fonts.folders())
    if ending == ".png" and family is None:
        sentence = _(
            "no Chinese font was found, and a PNG would show boxes: install one, such as "
            "fonts-noto-cjk, or write .svg or .html"
        )
        raise UsageError(sentence)
    return _DRAW[ending](vl_convert, chart, family)


def _svg(library: Any, chart: Chart, family: str | None) -> bytes:
    return str(library.vegalite_to_svg(spec(chart, family))).encode()


def _png(library: Any, chart: Chart, family: str | None) -> bytes:
    return bytes(library.vegalite_to_png(spec(chart, family), scale=_SCALE))


def _html(library: Any, chart: Chart, family: str | None) -> bytes:
    drawn = chart._replace(title="")  # a page has its own heading
    paper, phone = (library.vegalite_to_svg(spec(drawn, family, page)) for page in (PAPER, PHONE))
    title = escape(clean(chart.title))
    lang = "zh-CN" if language.chinese() else "en"
    return (
        f'<!doctype html><html lang={lang}><meta charset=utf-8><meta name=viewport content="'
        f'width=device-width,initial-scale=1"><title>{title}</title>'
        f"<style>{_STYLE}</style><main><h1>{title}</h1><div class=paper>{paper}</div>"
        f"<div class=phone>{phone}</div></main>\n"
    ).encode()


_DRAW: dict[str, Callable[[Any, Chart, str | None], bytes]] = {
    ".svg": _svg,
    ".png": _png,
    ".html": _html,
}
ENDINGS = tuple(_DRAW)
"""Of the files that pictures can be."""
