"""Workbooks as they come out of a printer: every sheet of every kind."""

from io import BytesIO
from typing import Any

import openpyxl
import pytest

from policycli import exchange
from policycli.exchange import problems, xlsx
from policycli.exchange.printing import height
from policycli.records.model import Measure, Policy, Problem

LONG = "建立政策台账，逐条登记责任单位、完成时限和办理结果，并按季度通报。" * 6
BOOKS = {
    "ledger": xlsx.content([Policy("a", "甲", measures=(Measure("b", "乙", summary=LONG),))], "题"),
    "empty": exchange.empty_ledger(),
    "problems": problems.content([Problem("p2026-001", LONG, "2026-07-01")], "题"),
}


def sheets(kind: str) -> list[Any]:
    """The sheets of a workbook."""
    return openpyxl.load_workbook(BytesIO(BOOKS[kind])).worksheets


@pytest.mark.parametrize("kind", BOOKS)
def test_every_sheet_is_laid_out_for_a_printer(kind: str) -> None:
    """Landscape, as wide as the paper, with its header on every page, lines, and page numbers."""
    for sheet in sheets(kind):
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.print_options.gridLines
        assert sheet.oddFooter.right.text == "&P / &N"


@pytest.mark.parametrize("kind", ["ledger", "problems"])
def test_rows_are_as_high_as_their_text(kind: str) -> None:
    """Also in programs that do not look: 198 Chinese characters in 24 to a line take 9 lines."""
    sheet = sheets(kind)[0]
    assert 9 * 16 <= sheet.row_dimensions[2].height <= 12 * 16
    assert sheet.row_dimensions[1].height >= 16


def test_a_heading_that_breaks_is_seen_whole() -> None:
    """A line more, and never more than the highest row that Excel has."""
    assert height([("one", 20)]) < height([("a heading of several words", 12)])
    assert height([("字" * 30_000, 10)]) == 409


def test_digests_do_not_make_rows_high() -> None:
    """A program that fits rows looks at hidden columns too, so these stand on one line."""
    sheet = sheets("ledger")[0]
    hidden = sheet.cell(2, sheet.max_column)
    assert sheet.column_dimensions[hidden.column_letter].hidden
    assert hidden.value.startswith("import: ")
    assert not hidden.alignment.wrap_text
