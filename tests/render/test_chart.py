"""Pictures."""

import json
import re
import sys
from pathlib import Path

import pytest

from policycli.errors import UsageError
from policycli.render import chart, fonts
from policycli.render.chart import picture
from policycli.render.vega import PHONE, spec
from policycli.views.model import Bar, Chart, Square, Stretch

BARS = Chart(
    "指标",
    (
        Bar("基金", 20, "亿元", "20亿元", "铜陵"),
        Bar("基金", 26, "亿元", "26亿元", "潜江"),
        Bar("企业", 8, "家", "8家", "铜陵"),
    ),
    color="地区",
)
GRID = Chart("要点", (Square("贵州", "供给端", 0), Square("贵州", "环境端", 6)), across="四端")
TIMES = Chart(
    "时间线",
    (
        Stretch("浙江 意见", "2022-12-31", "2022-12-31", "已发生"),
        Stretch("浙江 目标", "2027-01-01", "2027-12-31", "计划中"),
    ),
)
CHARTS = (BARS, GRID, TIMES)


@pytest.mark.parametrize("drawn", CHARTS)
def test_text_of_an_svg_stays_text(drawn: Chart) -> None:
    """Labels can be searched, copied and set in another font."""
    svg = picture(drawn, ".svg").decode()
    texts = re.findall(r"<text[^>]*>([^<]+)</text>", svg)
    labels = {mark[0] for mark in drawn.marks}
    assert drawn.title in texts
    assert labels <= {*texts} | {text.partition(" ")[2] for text in texts}


@pytest.mark.parametrize("drawn", CHARTS)
def test_a_page_fits_paper_and_phones(drawn: Chart) -> None:
    """It holds two drawings, one no wider than 360 points but for grids of many columns."""
    page = picture(drawn, ".html").decode()
    paper, phone = (float(width) for width in re.findall(r'<svg [^>]*? width="([\d.]+)"', page))
    assert f"<title>{drawn.title}</title>" in page
    assert phone <= 360 < paper or drawn is GRID
    assert "width=device-width" in page
    assert "max-width:640px" in page


def test_a_page_runs_and_fetches_nothing() -> None:
    """A tag in a title or label is text, and there is no script."""
    evil = "</script><script>alert(1)</script>"
    page = picture(Chart(evil, (Square(evil, "<!--", 1),)), ".html").decode()
    assert "<script" not in page
    assert "&lt;script>" in page.replace("&gt;", ">")
    assert not re.findall(r"<(?:link|img|iframe)", page)


def test_a_png_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a font, whichever it is, the bytes are those of a PNG."""
    monkeypatch.setattr(fonts, "chinese", lambda _places: "Noto Sans CJK SC")
    assert picture(GRID, ".png").startswith(b"\x89PNG\r\n")


def test_a_png_without_a_font_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Boxes help nobody: the user is told what to install."""
    monkeypatch.setattr(fonts, "folders", tuple)
    with pytest.raises(UsageError, match="install one, such as fonts-noto-cjk"):
        picture(GRID, ".png")
    assert picture(GRID, ".svg")


def test_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra the sentence says how to install it."""
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(UsageError, match=r"pip install .*\[charts\]'$"):
        picture(GRID, ".svg")


def test_bars_of_each_unit_have_a_scale_of_their_own() -> None:
    """Money and firms are two panels, and bars of one label stay two bars."""
    money, firms = spec(BARS)["vconcat"]
    assert [row["value"] for row in money["data"]["values"]] == [20, 26]
    assert len({row["place"] for row in money["data"]["values"]}) == 2
    assert firms["encoding"]["x"]["title"] == "家"


def test_a_group_is_named_once() -> None:
    """Where the bar above has it, or the label says it, it is not said again."""
    names = ["基金", "贷款", "潜江基金", "基金"]
    groups = ["铜陵", "铜陵", "潜江", "十堰"]
    bars = tuple(Bar(n, 1, "亿元", "1亿元", g) for n, g in zip(names, groups, strict=True))
    rows = spec(Chart("t", bars))["vconcat"][0]["data"]["values"]
    assert [row["label"] for row in rows] == ["铜陵 基金", "贷款", "潜江基金", "十堰 基金"]


@pytest.mark.parametrize(
    ("values", "logarithmic"),
    [
        ((1000, 26, 4, 1, 0.1), True),
        ((648, 265, 194, 90, 3), False),
        ((5000, 0, 3), False),
        ((5000, -2, 3), False),
        ((7,), False),
    ],
)
def test_one_bar_does_not_hide_the_rest(values: tuple[float, ...], logarithmic: bool) -> None:
    """Then the scale is logarithmic, as its title says, and every bar is seen; else it is not."""
    bars = tuple(Bar("基金", value, "亿元", f"{value}亿元", "铜陵") for value in values)
    (panel,) = spec(Chart("t", bars))["vconcat"]
    across = panel["encoding"]["x"]
    assert (across.get("scale", {}).get("type") == "log") is logarithmic
    assert ("logarithmic" in across["title"]) is logarithmic
    if logarithmic:
        assert across["scale"]["domain"] == [0.01, 1000]
        assert across["axis"]["values"] == [0.01, 0.1, 1, 10, 100, 1000]


def test_long_labels_are_not_cut() -> None:
    """They go on in a further line, on a phone over their bar with the value behind them."""
    bar = Bar(
        "铜产业链绿色发展安徽省产业创新研究院获得的首批支持资金 2023", 1, "亿元", "1亿元", "铜陵"
    )
    texts = re.findall(r">([^<>]+)<", picture(Chart("t", (bar,)), ".html").decode())
    (panel,) = spec(Chart("t", (bar,)), page=PHONE)["vconcat"]
    first, second = panel["data"]["values"][0]["label"].split("\n")
    assert (first[:2], second[-3:]) == ("铜陵", "1亿元")
    assert {first, second} <= {*texts}


def test_a_label_may_have_several_lines() -> None:
    """Each is drawn by itself, and rows are as much higher."""
    one = Stretch("Fund", "2023-01-01", "2023-12-31", "past")
    two = one._replace(label="Fund\n东河基金")
    heights = [spec(Chart("t", (mark,)))["height"]["step"] for mark in (one, two)]
    assert heights[0] < heights[1]
    texts = re.findall(r">([^<>]+)<", picture(Chart("t", (two,)), ".svg").decode())
    assert {"Fund", "东河基金"} <= {*texts}


def test_rows_keep_their_order() -> None:
    """Days and stretches of days stand in the order in which they were given."""
    order = spec(TIMES)["encoding"]["y"]["sort"]
    assert order == [row["place"] for row in spec(TIMES)["data"]["values"]]


def test_data_is_data() -> None:
    """What would steer or turn text is made visible, and everything is plain JSON."""
    evil = Chart("a\u202eb", (Square("x\x1b[31m", "y", 1),))
    assert not {"\x1b", "\u202e"} & {*json.dumps(spec(evil), ensure_ascii=False)}


@pytest.mark.parametrize(
    ("files", "family"),
    [
        (["wqy-zenhei.ttc", "NotoSansCJK-Regular.ttc"], "Noto Sans CJK SC"),
        (["deep/msyh.ttc", "arial.ttf"], "Microsoft YaHei"),
        (["arial.ttf"], None),
    ],
)
def test_the_best_chinese_font_is_found(
    tmp_path: Path, files: list[str], family: str | None
) -> None:
    """By the names of font files, in any folder of the system's."""
    for name in files:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    assert fonts.chinese([str(tmp_path), str(tmp_path / "none")]) == family


def test_endings_are_what_can_be_drawn() -> None:
    """The three formats of pictures."""
    assert chart.ENDINGS == (".svg", ".png", ".html")
