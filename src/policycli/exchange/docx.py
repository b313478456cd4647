"""Word: an excerpt laid out as an official paper (GB/T 9704: margins, founts, numbering).

Founts are named, not embedded: where one is missing, Word takes the nearest it has.
"""

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part as PackagePart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from policycli import labels
from policycli.exchange.exported import kept
from policycli.ingest.readers.docx import RECORDS, read
from policycli.language import _, chinese
from policycli.records.model import Figure, Measure, Policy
from policycli.render.cells import string
from policycli.text.numerals import numeral
from policycli.text.sanitize import clean
from policycli.views.facts import facts, prose, table
from policycli.views.model import Part

__all__ = ["content", "written"]

_BODY, _HEADING, _SECOND, _TITLE = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体"
_LATIN = "Times New Roman"
_SIZE = 16  # points: 三号
_LINE = 28  # points: 22 lines a page
_SMALL = 10.5  # points: 五号, in tables
_TABLE, _NARROW = 156, 22  # millimetres: the table of figures, a column without sentences


def content(policies: Sequence[Policy], title: str) -> bytes:
    """Title, a section a policy with its measures numbered, and a table of all figures."""
    paper = docx.Document()
    _lay_out(paper)
    _paragraph(paper, title, fount=_TITLE, size=22, centred=True)
    _paragraph(paper, "")
    for number, policy in enumerate(policies, 1):
        _policy(paper, number, policy)
    _figures(paper, policies)
    paper.core_properties.title = clean(title)[:255]
    paper.core_properties.author = ""
    _keep(paper, kept(policies, read(_saved(paper))))
    return _saved(paper)


def written(title: str, parts: Sequence[Part]) -> bytes:
    """A paper of headings, paragraphs and tables, laid out alike."""
    paper = docx.Document()
    _lay_out(paper)
    _paragraph(paper, title, fount=_TITLE, size=22, centred=True)
    for part in parts:
        if part.kind == "heading":
            _heading(paper, 1, part.text)
        elif part.kind == "text":
            _paragraph(paper, part.text)
        else:
            _table(paper, part.rows)
    paper.core_properties.title = clean(title)[:255]
    paper.core_properties.author = ""
    return _saved(paper)


def _saved(paper: Any) -> bytes:
    file = BytesIO()
    paper.save(file)
    return file.getvalue()


def _keep(paper: Any, records: str) -> None:
    """Put the records in, so that an import has them whole; no reader of the paper sees them."""
    package = paper.part.package
    name = package.next_partname("/customXml/item%d.xml")
    xml = f'<records xmlns="{RECORDS}">{escape(records)}</records>'
    part = PackagePart(name, CT.XML, xml.encode(), package)
    paper.part.relate_to(part, RT.CUSTOM_XML)


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
        heading = paper.styles[f"Heading {level}"]
        heading.paragraph_format.space_before = Pt(0)
        heading.font.bold = False
        heading.font.color.rgb = RGBColor(0, 0, 0)
        _set_fount(heading, _HEADING if level == 1 else _SECOND, _SIZE)
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


def _paragraph(
    paper: Any, text: str, *, fount: str = "", size: float = _SIZE, centred: bool = False
) -> None:
    paragraph = paper.add_paragraph()
    run = paragraph.add_run(clean(text))
    if fount:
        _set_fount(run, fount, size)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.line_spacing = Pt(_LINE * 1.4)
    else:
        paragraph.paragraph_format.first_line_indent = Pt(2 * size)


def _heading(paper: Any, level: int, text: str) -> None:
    paragraph = paper.add_heading(clean(text), level)
    paragraph.paragraph_format.first_line_indent = Pt(2 * _SIZE)
    paragraph.paragraph_format.line_spacing = Pt(_LINE)


def _policy(paper: Any, number: int, policy: Policy) -> None:
    title = labels.called(policy, policy)
    _heading(paper, 1, f"{numeral(number)}、{title}" if chinese() else f"{number}. {title}")
    for line in (*_facts(policy, "measures"), *prose(policy)):
        _paragraph(paper, line)
    for at, measure in enumerate(policy.measures, 1):
        name = labels.called(measure, policy)
        _heading(paper, 2, f"（{numeral(at)}）{name}" if chinese() else f"({at}) {name}")
        for line in (*prose(measure), *_facts(measure, "figures")):
            _paragraph(paper, line)


def _facts(record: Policy | Measure, apart: str) -> Iterator[str]:
    """What the record says key by key: a value a line, several below their label."""
    for label, value in facts(record, (apart,)):
        first, *more = value.splitlines()
        yield _("{label}: {value}").format(label=label, value="" if more else first).rstrip()
        yield from ([first, *more] if more else ())


def _figures(paper: Any, policies: Iterable[Policy]) -> None:
    """All figures in one table, whose header is repeated on every page."""
    columns = table(Figure)
    rows = [
        [labels.called(m, policy), *(string(column.cell(figure)) for column in columns)]
        for policy in policies
        for m in policy.measures
        for figure in m.figures
    ]
    if not rows:
        return
    _heading(paper, 1, _("Table of figures"))
    heads = [_("measure"), *(column.title for column in columns)]
    _table(paper, [heads, *rows], ["text", *(column.kind for column in columns)])


def _table(paper: Any, rows: Sequence[Sequence[str]], kinds: Sequence[str] = ()) -> None:
    """A table with its header first; columns of no named kind are texts."""
    widths = _widths(kinds or ["text"] * len(rows[0]))
    made = paper.add_table(rows=1, cols=len(widths), style="Table Grid")
    for column, millimetres in zip(made.columns, widths, strict=True):
        column.width = Mm(millimetres)
    _row(made.rows[0], rows[0], widths, fount=_HEADING)
    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for texts in rows[1:]:
        _row(made.add_row(), texts, widths)


def _widths(kinds: Sequence[str]) -> list[float]:
    """Millimetres of columns: numbers, dates and codes need few, texts share the rest."""
    texts = kinds.count("text")
    rest = (_TABLE - _NARROW * (len(kinds) - texts)) / texts
    return [rest if kind == "text" else _NARROW for kind in kinds]


def _row(row: Any, texts: Sequence[str], widths: Sequence[float], *, fount: str = _BODY) -> None:
    for cell, text, width in zip(row.cells, texts, widths, strict=True):
        cell.width = Mm(width)
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.line_spacing = 1.2
        _set_fount(paragraph.add_run(clean(text)), fount, _SMALL)
