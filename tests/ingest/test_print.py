"""Lines that were recognised in pictures, made as even as they were printed."""

import math
from collections.abc import Sequence

import pytest

from policycli.ingest.readers.layout import Layout
from policycli.ingest.readers.print import Point, Printed, Turned, chars, typeset

WIDTH, HEIGHT = 1654, 2339  # dots of A4 at 200 an inch
SIZE = 40.0


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("本办法(以下简称办法)规定:", "本办法（以下简称办法）规定："),
        ("国发[2018]41号", "国发〔2018〕41号"),
        ("国发 (2018)第 41号", "国发 〔2018〕第 41号"),
        ("印发《办法(2018年)》;", "印发《办法（2018年）》；"),
        ("about 3,000 (see [2018])", "about 3,000 (see [2018])"),
        ("1,000万元,以及10:30", "1,000万元，以及10:30"),
        ("中心(R&D)", "中心（R&D)"),
    ],
)
def test_marks_are_those_of_chinese_print(seen: str, meant: str) -> None:
    """Next to Chinese; numbers and Latin words keep theirs."""
    assert typeset(seen) == meant


def line(x: float, y: float, text: str, size: float = SIZE, *, askew: float = 0.0) -> Printed:
    """A line at a place of a page that lies askew by so many degrees, a little uneven."""
    width = sum(size if ord(c) > 255 else size / 2 for c in text)
    uneven = (len(text) % 3 - 1) * 2.0
    box = [(x + uneven, y), (x + width, y), (x + width, y + size), (x + uneven, y + size)]
    return Printed(text, _turned(box, math.radians(askew)))


def _turned(box: Sequence[Point], angle: float) -> tuple[Point, Point, Point, Point]:
    cos, sin = math.cos(angle), math.sin(angle)
    a, b, c, d = ((x * cos - y * sin, x * sin + y * cos) for x, y in box)
    return a, b, c, d


def read(lines: Sequence[Printed]) -> list[tuple[str, int, str]]:
    """The blocks of a page with these lines, in whatever order they were seen."""
    layout = Layout()
    turned = Turned(lines, WIDTH, HEIGHT)
    layout.add(chars(lines, turned), [], turned.height)
    return [(block.kind, block.level, block.text) for block in layout.blocks()]


FULL = "各地要把成果转化放在突出位置完善政策加大投入强化服务确保落实到位"


@pytest.mark.parametrize("askew", [0.0, 1.5, -2.0])
def test_lines_become_paragraphs_also_askew(askew: float) -> None:
    """In their order on the page, not in that in which they were seen; larger ones are headings."""
    lines = [
        line(500, 100, "某市成果转化办法", 60, askew=askew),
        line(280, 240, FULL[:30], askew=askew),
        line(200, 300, FULL, askew=askew),
        line(200, 360, "抓好落实。", askew=askew),
        line(280, 420, "一、加大投入。", askew=askew),
    ]
    assert read(lines[::-1]) == [
        ("heading", 1, "某市成果转化办法"),
        ("paragraph", 0, FULL[:30] + FULL + "抓好落实。"),
        ("paragraph", 0, "一、加大投入。"),
    ]


def test_an_article_begins_a_paragraph_even_where_lines_are_full() -> None:
    """Without indents only the full stop before it says so."""
    lines = [
        line(200, 240, FULL[:31] + "。"),
        line(200, 300, "第二条" + FULL[:29]),
        line(200, 360, "完"),
    ]
    assert [text for _kind, _level, text in read(lines)] == [
        FULL[:31] + "。",
        f"第二条{FULL[:29]}完",
    ]


def test_columns_are_read_one_after_the_other() -> None:
    """As those of a printed page."""
    half = FULL[:15]
    lines = [line(x, 200 + 60 * n, half) for n in range(8) for x in (180, 900)]
    (whole,) = read(lines)
    assert whole[2] == half * 16
    marked = [
        line(x, 200 + 60 * n, f"{'左' if x < 900 else '右'}{half}")
        for n in range(8)
        for x in (180, 900)
    ]
    assert read(marked)[0][2] == f"左{half}" * 8 + f"右{half}" * 8


def test_short_lines_are_no_headings_for_a_little_height() -> None:
    """A machine sees 国务院 as high as its box; only what is much larger is a heading."""
    lines = [line(200, 200 + 60 * n, FULL) for n in range(4)]
    assert {kind for kind, _level, _text in read([*lines, line(900, 500, "国务院", 48)])} == {
        "paragraph"
    }
    assert read([line(700, 60, "通知", 90), *lines])[0] == ("heading", 1, "通知")


def test_a_page_without_text_gives_nothing() -> None:
    """An empty line neither."""
    assert read([]) == []
    assert read([line(200, 200, "   ")]) == []
