"""Word: the layout of an official paper (GB/T 9704: margins, 22 lines a page, founts, numbering).

Founts are named, not embedded: where one is missing, Word takes the nearest it has.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from policycli.language import chinese
from policycli.render.cells import pieces, string
from policycli.text.sanitize import clean
from policycli.views.model import Cell, Part

__all__ = ["WIDTH", "begun", "grid", "heading", "paragraph", "saved", "written"]

_BODY, _HEADING, _SECOND, _TITLE = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体"
_SONG = "宋体"
_LATIN = "Times New Roman"
_SIZE = 16  # points: 三号
_LINE = 28  # points: 22 lines a page
_LOOKS = ("Normal Table", "Table Grid")  # of tables
_SMALL = 10.5  # points: 五号, in tables
_NUMBER = 14  # points: 四号, of pages
_WORD = "15"  # the layout of Word 2013 and later; below, Word opens in its compatibility mode
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
    named = made.add_run(clean(title))
    _set_fount(named, _TITLE, 22)
    _set_wide(named)
    _describe(paper.core_properties, title)
    return paper


def _describe(properties: Any, title: str) -> None:
    """What a file says of itself, in place of what the empty paper of python-docx says."""
    properties.title = clean(title)[:255]
    properties.author = properties.comments = ""
    properties.created = properties.modified = datetime.now(UTC)


def saved(paper: Any) -> bytes:
    """The file of a paper."""
    file = BytesIO()
    paper.save(file)
    return file.getvalue()


def paragraph(paper: Any, text: str) -> None:
    """A paragraph, its first line set in by two characters."""
    made = paper.add_paragraph()
    _set_wide(made.add_run(clean(text)))
    made.paragraph_format.first_line_indent = Pt(2 * _SIZE)


def heading(paper: Any, level: int, text: str) -> None:
    """A heading of a chapter (1) or section (2)."""
    made = paper.add_heading("", level)
    _set_wide(made.add_run(clean(text)))
    made.paragraph_format.first_line_indent = Pt(2 * _SIZE)
    made.paragraph_format.line_spacing = Pt(_LINE)


def grid(paper: Any, rows: Sequence[Sequence[Cell]], widths: Sequence[float]) -> None:
    """A table with its header first, which every page repeats; ``widths`` are in millimetres."""
    made = paper.add_table(rows=1, cols=len(widths), style="Table Grid")
    made.autofit = False
    made._tbl.tblPr.find(qn("w:tblLook")).addprevious(_margins())
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
            _set_wide(run)
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
    _forget_tables(paper)
    _number_pages(paper)
    _speak_chinese(paper)


def _forget_tables(paper: Any) -> None:
    """Leaves out the hundred looks of tables that an empty paper comes with: half of its file."""
    looks = paper.styles.element
    for style in list(looks.style_lst):
        if style.get(qn("w:type")) == "table" and style.name_val not in _LOOKS:
            looks.remove(style)


def _speak_chinese(paper: Any) -> None:
    """Lets Word break lines and check words as in Chinese, in its layout of today."""
    for language in paper.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    settings = paper.settings.element
    settings.find(qn("w:themeFontLang")).set(qn("w:eastAsia"), "zh-CN")
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _WORD)


def _set_fount(styled: Any, fount: str, size: float) -> None:
    """Chinese in ``fount``, Latin letters and digits in Times."""
    styled.font.size = Pt(size)
    styled.font.name = _LATIN
    founts = styled.element.get_or_add_rPr().rFonts
    founts.set(qn("w:eastAsia"), fount)
    for role in ("ascii", "hAnsi", "eastAsia"):  # a fount of the theme would go before it
        founts.attrib.pop(qn(f"w:{role}Theme"), None)


def _set_wide(run: Any) -> None:
    """Quotation marks and dashes beside Chinese as wide as its signs, not as Latin ones."""
    if chinese():
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")


def _number_pages(paper: Any) -> None:
    """``— 1 —`` below, at the outer edge, a sign from it."""
    paper.settings.odd_and_even_pages_header_footer = True
    page = paper.sections[0]
    for footer, side in (
        (page.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (page.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        line = footer.paragraphs[0]
        line.alignment = side
        line.paragraph_format.left_indent = line.paragraph_format.right_indent = Pt(_NUMBER)
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        line.add_run("— ")
        line._p.append(field)
        line.add_run(" —")
        for run in line.runs:
            _set_fount(run, _SONG, _NUMBER)
