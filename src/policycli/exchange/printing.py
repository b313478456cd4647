"""How the sheets of a workbook come out on paper, and how high their rows are."""

from collections.abc import Sequence
from math import ceil

from xlsxwriter.worksheet import Worksheet

from policycli.render.wrap import width

__all__ = ["height", "prepare"]

_LINE, _PADDING, _TALLEST = 16, 2, 409  # points: of a line, of a row, and the row Excel allows
_A3 = 8


def prepare(sheet: Worksheet, across: int = 1) -> None:
    """Lays a sheet out for a printer: landscape, its header and lines between cells on every page.

    Args:
        sheet: What is printed.
        across: How many pages stand beside each other.
    """
    sheet.set_landscape()
    sheet.set_paper(_A3)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(across, 0)
    sheet.repeat_rows(0)
    sheet.hide_gridlines(0)
    sheet.set_footer("&L&A&R&P / &N")


def height(cells: Sequence[tuple[str | int | float, float]]) -> float:
    """Points for the longest of the cells, each with the width of its column.

    LibreOffice and WPS do not find it out by themselves. A line is seldom full where it is broken,
    so nine tenths of its width count; Chinese glyphs of 11 points are up to 16 points high.
    """
    lines = (
        sum(max(ceil(width(line) / (wide * 0.9)), 1) for line in str(cell).split("\n"))
        for cell, wide in cells
    )
    return min(max(lines, default=1) * _LINE + _PADDING, _TALLEST)
