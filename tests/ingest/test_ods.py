"""OpenDocument workbooks, as LibreOffice writes them."""

from pathlib import Path

import pytest

from policycli.errors import DocumentError
from policycli.exchange.intake import drafts
from policycli.ingest.readers import kinds, ods
from policycli.ingest.readers.blocks import Block
from policycli.ingest.readers.read import read
from tests.ingest import making
from tests.ingest.making_office import ODF, open_document


def workbook(rows: str, name: str = "台账") -> bytes:
    """A workbook of one sheet with these rows, as XML."""
    content = (
        f"<office:document-content{ODF}{LINK}><office:body><office:spreadsheet>"
        f'<table:calculation-settings/><table:table table:name="{name}">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return open_document("spreadsheet", content)


def cell(text: str, more: str = "") -> str:
    """A cell with a paragraph in it."""
    return f"<table:table-cell{more}><text:p>{text}</text:p></table:table-cell>"


def row(*cells: str, more: str = "") -> str:
    """A row of cells."""
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def sheet(rows: str) -> Block:
    """What is read of such a workbook."""
    (block,) = ods.read(workbook(rows))
    return block


LINK = ' xmlns:xlink="http://www.w3.org/1999/xlink"'
COVERED = "<table:covered-table-cell/>"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ('office:value-type="float" office:value="3"', "3"),
        ('office:value-type="float" office:value="0.25"', "0.25"),
        ('office:value-type="currency" office:value="20.0"', "20"),
        ('office:value-type="percentage" office:value="0.15"', "15%"),
        ('office:value-type="date" office:date-value="2025-03-01T00:00:00"', "2025-03-01"),
        ('office:value-type="date" office:date-value="2025-03-01T08:30:00"', "2025-03-01 08:30:00"),
        ('office:value-type="string"', "shown"),
    ],
)
def test_a_cell_says_what_it_holds(value: str, text: str) -> None:
    """Not how much of it the width of the column shows."""
    assert sheet(row(cell("shown", f" {value}"))).rows == ((text,),)


def test_paragraphs_are_lines_and_comments_are_left_out() -> None:
    """Of a cell, whatever stands in its text."""
    inside = (
        "<table:table-cell><office:annotation><text:p>批注</text:p></office:annotation>"
        "<text:p>甲<text:s/>乙<text:span>丙</text:span></text:p><text:p>丁<text:line-break/>戊</text:p>"
        "</table:table-cell>"
    )
    assert sheet(row(inside)).rows == (("甲 乙丙\n丁\n戊",),)


def test_merged_cells_stand_in_each_of_theirs() -> None:
    """Also at the end of rows; over columns and over rows."""
    down = ' table:number-rows-spanned="2" table:number-columns-spanned="1"'
    along = ' table:number-columns-spanned="2"'
    rows = (
        row(cell("题", along), COVERED) + row(cell("a"), cell("b", down)) + row(cell("c"), COVERED)
    )
    assert sheet(rows).rows == (("题", "题"), ("a", "b"), ("c", "b"))


def test_what_repeats_is_as_often_there_and_empty_paper_is_not() -> None:
    """A sheet goes on for a million rows, which its last row says in a number."""
    twice = ' table:number-columns-repeated="2"'
    blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    rows = (
        row(cell("a", twice), blank)
        + row(blank, more=' table:number-rows-repeated="2"')
        + f"<table:table-row-group>{row(cell('b'))}</table:table-row-group>"
        + row(blank, more=' table:number-rows-repeated="1048570"')
    )
    assert sheet(rows).rows == (("a", "a"), ("", ""), ("", ""), ("b", ""))


def test_links_to_pages_are_kept() -> None:
    """Those to files are not."""
    rows = row(
        cell("无"),
        cell('<text:a xlink:href="https://a.example/b">甲</text:a>'),
        cell('<text:a xlink:href="file:///x">乙</text:a>'),
    )
    block = sheet(rows)
    assert (block.rows, block.links) == ((("无", "甲", "乙"),), ((0, 1, "https://a.example/b"),))


def test_it_is_a_ledger_like_any_other(tmp_path: Path) -> None:
    """It is known by its content, and folders are not searched for it."""
    rows = row(*map(cell, ("政策名称", "文号", "主要内容", "责任单位")))
    rows += row(*map(cell, ("某市数据办法", "某数〔2025〕1号", "建一个平台。", "市数据局")))
    path = tmp_path / "台账.xls"
    path.write_bytes(workbook(rows))
    (draft,) = drafts(list(read(str(path))), str(path))
    assert (draft.policy.title, draft.policy.measures[0].lead) == ("某市数据办法", "市数据局")
    assert ".ods" in kinds.endings()
    assert ".ods" not in kinds.endings(papers=True)


def test_a_text_is_no_workbook() -> None:
    """A sentence says so, and what to do."""
    with pytest.raises(DocumentError, match=r"no OpenDocument workbook.*\.xlsx"):
        list(ods.read(making.MAKERS[".odt"]([(0, "甲")])))


def test_an_absurd_number_of_cells_is_read_soon() -> None:
    """Numbers in the file say how often something is there; nobody has to believe them."""
    many = ' table:number-columns-repeated="99999999999"'
    rows = row(cell("a", many), more=' table:number-rows-repeated="99999999999"')
    assert len(sheet(rows).rows) == 1_000
