"""Word: the layout of an official paper (GB/T 9704: margins, founts, numbering).

Founts are named, not embedded: where one is missing, Word takes the nearest it has.
"""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from policycli.render.cells import pieces, string
from policycli.text.sanitize import clean
from policycli.views.model import Cell, Part

__all__ = ["WIDTH", "begun", "grid", "heading", "paragraph", "saved", "written"]

_BODY, _HEADING, _SECOND, _TITLE = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体"
_LATIN = "Times New Roman"
_SIZE = 16  # points: 三号
_LINE = 28  # points: 22 lines a page
_SMALL = 10.5  # points: 五号, in tables
WIDTH = 156  # millimetres between the margins
_ROOM = 40  # twentieths of a point between text and border of a cell, twice that at the sides
_WHOLE = 500  # characters of a row that stands on one page


def written(title: str, parts: Sequence[Part]) -> bytes:
    """A paper of headings, paragraphs and tables."""
    paper = begun(title)
    for part in parts:
        if part.kind == "heading":
            heading(paper, 1, part.text)
        elif part.kind == "text":
            paragraph(paper, part.text)
        else:
            shares = part.widths or [1] * len(part.rows[0])
            grid(paper, part.rows, [share * WIDTH / sum(shares) for share in shares])
    return saved(paper)


def begun(title: str) -> Any:
    """A paper that has its layout and its title."""
    paper = docx.Document()
    _lay_out(paper)
    made = paper.add_paragraph()
    made.alignment = WD_ALIGN_PARAGRAPH.CENTER
    made.paragraph_format.line_spacing = Pt(_LINE * 1.4)
    _set_fount(made.add_run(clean(title)), _TITLE, 22)
    paper.core_properties.title = clean(title)[:255]
    paper.core_properties.author = ""
    return paper


def saved(paper: Any) -> bytes:
    """The file of a paper."""
    file = BytesIO()
    paper.save(file)
    return file.getvalue()


def paragraph(paper: Any, text: str) -> None:
    """A paragraph, its first line set in by two characters."""
    made = paper.add_paragraph(clean(text))
    made.paragraph_format.first_line_indent = Pt(2 * _SIZE)


def heading(paper: Any, level: int, text: str) -> None:
    """A heading of a chapter (1) or section (2)."""
    made = paper.add_heading(clean(text), level)
    made.paragraph_format.first_line_indent = Pt(2 * _SIZE)
    made.paragraph_format.line_spacing = Pt(_LINE)


def grid(paper: Any, rows: Sequence[Sequence[Cell]], widths: Sequence[float]) -> None:
    """A table with its header first, which every page repeats; ``widths`` are in millimetres."""
    made = paper.add_table(rows=1, cols=len(widths), style="Table Grid")
    made._tbl.tblPr.append(_margins())
    for column, millimetres in zip(made.columns, widths, strict=True):
        column.width = Mm(millimetres)
    _row(made.rows[0], rows[0], widths, fount=_HEADING)
    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cells in rows[1:]:
        row = made.add_row()
        _row(row, cells, widths)
        if sum(len(string(cell)) for cell in cells) <= _WHOLE:
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _margins() -> Any:
    """Room between the text of a cell and its borders."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        made = OxmlElement(f"w:{side}")
        made.set(qn("w:w"), str(_ROOM if side in ("top", "bottom") else 2 * _ROOM))
        made.set(qn("w:type"), "dxa")
        margins.append(made)
    return margins


def _row(row: Any, cells: Sequence[Cell], widths: Sequence[float], *, fount: str = _BODY) -> None:
    for place, cell, width in zip(row.cells, cells, widths, strict=True):
        place.width = Mm(width)
        made = place.paragraphs[0]
        made.paragraph_format.line_spacing = 1.2
        for words, marked in pieces(cell):
            run = made.add_run(clean(words))
            _set_fount(run, fount, _SMALL)
            run.bold, run.underline = (True, True) if marked else (None, None)


def _lay_out(paper: Any) -> None:
    page = paper.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.bottom_margin = Mm(37), Mm(35)
    page.left_margin, page.right_margin = Mm(28), Mm(26)
    style = paper.styles["Normal"]
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    style.paragraph_format.line_spacing = Pt(_LINE)
    _set_fount(style, _BODY, _SIZE)
    for level in (1, 2):
        made = paper.styles[f"Heading {level}"]
        made.paragraph_format.space_before = Pt(0)
        made.font.bold = False
        made.font.color.rgb = RGBColor(0, 0, 0)
        _set_fount(made, _HEADING if level == 1 else _SECOND, _SIZE)
    _number_pages(page.footer.paragraphs[0])


def _set_fount(styled: Any, fount: str, size: float) -> None:
    """Chinese in ``fount``, Latin letters and digits in Times."""
    styled.font.size = Pt(size)
    styled.font.name = _LATIN
    styled.element.get_or_add_rPr().rFonts.set(qn("w:eastAsia"), fount)


def _number_pages(paragraph: Any) -> None:
    """``— 1 —`` in the middle below."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph.add_run("— ")
    paragraph._p.append(field)
    paragraph.add_run(" —")
