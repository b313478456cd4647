"""The reader of OFD, and the tables that ruled lines make."""

from io import BytesIO
from typing import Any

import pytest

from policycli.errors import DocumentError
from policycli.ingest.readers import grid, limits, ofd
from policycli.ingest.readers.blocks import Block
from policycli.ingest.readers.columns import Piece
from policycli.ingest.readers.grid import Rule
from tests.ingest.making_ofd import archive, rule, text
from tests.ingest.making_ofd import ofd as made

LONG = "各地要把成果转化放在突出位置，完善政策，加大投入，强化服务，" * 6 + "确保落实。"


def seen(raw: bytes) -> list[object]:
    """Text and tables."""
    return [block.rows or block.text for block in ofd.read(raw)]


def test_lines_are_joined_to_paragraphs_across_pages() -> None:
    """Page numbers are left out; headings are larger."""
    pieces: list[tuple[int, str] | list[list[str]]] = [
        (1, "某市科技成果转化办法"),
        *[(0, LONG)] * 7,
    ]
    found = list(ofd.read(made(pieces)))
    assert found[0] == Block("heading", "某市科技成果转化办法", 1)
    assert [block.text for block in found[1:]] == [LONG] * 7


def test_tables_are_kept() -> None:
    """Cells of several lines, and a table that goes on on the next page."""
    rows = [
        ["指标", "2025年目标"],
        *([f"第{n}项技术合同成交额", "达到三十亿元以上"] for n in range(40)),
    ]
    assert seen(made([(0, "目标如下。"), rows, (0, "完。")])) == [
        "目标如下。",
        tuple(map(tuple, rows)),
        "完。",
    ]


def test_cells_over_several_rows_or_columns_stand_in_their_first() -> None:
    """The places under and beside them are empty, so that columns stay under their heads."""
    along = [Rule(0, 0, 300), Rule(20, 100, 300), Rule(40, 0, 300), Rule(60, 0, 300)]
    down = [Rule(0, 0, 60), Rule(100, 0, 60), Rule(200, 0, 40), Rule(300, 0, 60)]
    chars = [char("甲", 50, 20), char("乙", 150, 10), char("丙", 250, 30), char("丁", 250, 50)]
    (found,) = grid.tables(along, down, [*chars, char("外", 50, 90)])
    assert found["block"].rows == (("甲", "乙", ""), ("", "", "丙"), ("", "丁", ""))


def char(sign: str, x: float, y: float) -> Piece:
    """A character around a point."""
    box = {"x0": x - 5, "x1": x + 5, "top": y - 5, "bottom": y + 5}
    return {"text": sign, "size": 10.0, "upright": True, **box}


def test_a_frame_or_a_drawing_is_no_table() -> None:
    """One cell around text; two thousand lines."""
    frame = [Rule(0, 0, 300), Rule(100, 0, 300)], [Rule(0, 0, 100), Rule(300, 0, 100)]
    assert grid.tables(*frame, [char("甲", 50, 50)]) == []
    assert grid.tables([Rule(n, 0, 9) for n in range(2001)], [Rule(0, 0, 9)], []) == []
    wide = [Rule(9 * n, 0, 999) for n in range(99)], [Rule(9 * n, 0, 999) for n in range(99)]
    assert grid.tables(*wide, [char("甲", 50, 50)]) == []


def test_steps_repeat_and_text_may_have_none() -> None:
    """``g 3 5`` is three steps of 5; without steps characters follow each other."""
    repeated = (
        '<ofd:TextObject Boundary="28 40 90 6" Size="5">'
        '<ofd:TextCode X="0" Y="4" DeltaX="g 2 5 30">甲乙丙丁</ofd:TextCode>'
        '<ofd:TextCode X="0" Y="14">戊己</ofd:TextCode></ofd:TextObject>'
    )
    assert seen(archive([repeated])) == ["甲乙丙 丁戊己"]


def test_what_is_turned_or_not_visible_is_left_out() -> None:
    """Watermarks; a template under the page is read with it, also in groups."""
    turned = text(50, 100, "内部资料", more='CTM="0.7 0.7 -0.7 0.7 0 0"')
    hidden = text(50, 120, "隐藏", more='Visible="false"')
    group = f"<ofd:PageBlock>{text(28, 60, '正文内容')}</ofd:PageBlock>"
    found = seen(archive([group + turned + hidden], text(28, 40, "某市文件")))
    assert found == ["某市文件正文内容"]


def test_scaled_text_is_as_large_as_it_looks() -> None:
    """A matrix may carry the size."""
    doubled = text(28, 40, "大标题", 4, 'CTM="2 0 0 2 0 0"')
    found = list(
        ofd.read(
            archive([doubled + "".join(text(28, 70 + 8 * n, "正文" * 9, 4) for n in range(4))])
        )
    )
    assert found[0] == Block("heading", "大标题", 1)


def test_pages_without_text_are_named() -> None:
    """They are pictures, whose text may be recognised; a page with nothing on it is none."""
    picture = '<ofd:ImageObject Boundary="0 0 210 297" ResourceID="1"/>'
    found = list(ofd.read(archive([text(28, 40, "正文"), picture])))
    assert found[-1] == Block("pictures", "2")
    assert list(ofd.read(archive([picture]))) == [Block("pictures", "1")]
    with pytest.raises(DocumentError, match="holds no text"):
        list(ofd.read(archive([rule(0, 0, 5, 5)])))


def scan(*names: str) -> bytes:
    """A page in two stripes, the upper one black, the lower one red, under these names."""
    from PIL import Image

    stripes = (
        f'<ofd:ImageObject Boundary="0 {top} 210 148.5" ResourceID="{name}"/>'
        for name, top in zip(names, (0, 148.5), strict=True)
    )
    pictures: dict[str, bytes] = {}
    for name, color in (("a.png", "black"), ("b.png", "red")):
        file = BytesIO()
        Image.new("RGB", (40, 30), color).save(file, "PNG")
        pictures[name] = file.getvalue()
    return archive(["".join(stripes)], pictures=pictures)


def test_a_scanned_page_is_put_together_of_its_stripes() -> None:
    """As large as the page at 200 dots an inch, each where it stands."""
    pytest.importorskip("PIL.Image")
    from policycli.ingest.readers.ofd_scans import drawn

    seen: list[Any] = []
    blocks = list(
        ofd.read(
            scan("a.png", "b.png"), lambda _layout, parts, page: seen.append(drawn(parts, page))
        )
    )
    assert blocks == [Block("pictures", "1")]
    (sheet,) = seen
    assert sheet.size == (1654, 2339)
    assert [sheet.getpixel((800, y)) for y in (300, 2000)] == [(0, 0, 0), (255, 0, 0)]


def test_pictures_that_cannot_be_read_are_refused() -> None:
    """One that is missing here; so is one of a kind that nothing reads."""
    pytest.importorskip("PIL.Image")
    from policycli.ingest.readers.ofd_scans import drawn

    with pytest.raises(DocumentError, match="a picture of a kind that cannot be read"):
        list(ofd.read(scan("a.png", "c.jb2"), lambda _layout, parts, page: drawn(parts, page)))


def test_a_long_ofd_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """By its pages, and by what is on one page."""
    raw = archive([text(28, 40, "甲乙丙"), text(28, 40, "丁")])
    monkeypatch.setattr(limits, "PAGES", 1)
    with pytest.raises(DocumentError, match="has more than 1 pages; split it"):
        list(ofd.read(raw))
    monkeypatch.setattr(limits, "PAGE_SIGNS", 2)
    with pytest.raises(DocumentError, match="a page holds more than 2 characters"):
        list(ofd.read(raw))


def test_curves_are_no_lines_of_tables() -> None:
    """Only straight strokes along or down the page are."""
    curve = (
        '<ofd:PathObject Boundary="0 0 90 90"><ofd:AbbreviatedData>S 0 0 M 0 0 B 1 1 2 2 30 0 '
        "Q 1 1 30 30 A 1 1 0 0 0 9 9 L 50 50 X C</ofd:AbbreviatedData></ofd:PathObject>"
    )
    assert seen(archive([curve + text(28, 40, "正文")])) == ["正文"]
