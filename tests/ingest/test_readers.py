"""Readers: what each makes of a document, however it is put together inside."""

import zipfile
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from docx import Document
from docx.oxml import parse_xml

from policycli.errors import DocumentError
from policycli.ingest.readers import docx, html, pdf, text, xlsx
from policycli.ingest.readers.blocks import Block, table
from policycli.ingest.readers.layout import is_frame
from policycli.ingest.readers.lines import Line, Setting, blocks
from tests.ingest import making

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def texts(blocks: list[Block]) -> list[str]:
    """The text of every block, rows of tables as lists."""
    return [block.text or str([list(row) for row in block.rows]) for block in blocks]


def word(*paragraphs: str) -> bytes:
    """A Word document whose body is this XML."""
    document = Document()
    for xml in paragraphs:
        document.element.body.insert(-1, parse_xml(xml.replace("<w:p>", f"<w:p {W}>", 1)))
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def test_docx_keeps_text_and_tables_in_order() -> None:
    """Python-docx's own paragraphs leave tables out."""
    made = making.docx([(1, "标题"), (0, "前"), [["指标", "数"], ["企业", "3家"]], (0, "后")])
    found = list(docx.read(made))
    assert [(b.kind, b.level) for b in found[:1]] == [("heading", 1)]
    assert texts(found) == ["标题", "前", "[['指标', '数'], ['企业', '3家']]", "后"]


def test_docx_shows_automatic_numbers() -> None:
    """Word's own numbering is what a reader sees: 第一条, 第二条."""
    document = Document()
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {W} w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1条"/></w:lvl></w:abstractNum>'
        ),
    )
    numbering.append(parse_xml(f'<w:num {W} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for words in ("立法目的。", "适用范围。"):
        own = document.add_paragraph(words)._p.get_or_add_pPr()
        own.append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="0"/><w:numId w:val="90"/></w:numPr>'))
    file = BytesIO()
    document.save(file)
    assert texts(list(docx.read(file.getvalue()))) == ["第一条 立法目的。", "第二条 适用范围。"]


def test_docx_reads_what_a_reader_sees() -> None:
    """Insertions and boxes are read; deleted and hidden text and copies for old Words are not."""
    made = word(
        "<w:p><w:r><w:t>投入</w:t></w:r><w:ins><w:r><w:t>4亿元</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>3亿元</w:delText></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r></w:p>",
        "<w:p><w:r><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></w:r></w:p>",
    )
    assert [t for t in texts(list(docx.read(made))) if t != "[]"] == ["投入4亿元", "框内"]


def test_a_box_made_of_a_table_is_text() -> None:
    """A table of one cell is a frame around paragraphs."""
    assert [b.kind for b in docx.read(making.docx([[["一、总体要求"]]]))] == ["paragraph"]


def test_a_spreadsheet_is_told() -> None:
    """It is a zip file of the same make, but no text."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(DocumentError, match="no Word document inside"):
        list(docx.read(file.getvalue()))


@pytest.mark.parametrize("indent", [True, False])
def test_pdf_joins_lines_and_pages(indent: bool) -> None:
    """Paragraphs come out whole across lines and pages, without page numbers."""
    long = "围绕产业链部署创新链，建设高能级平台，支持企业牵头组建创新联合体。" * 9
    made = making.pdf(
        [(1, "某市通报"), *[(0, f"{n}号：{long}") for n in range(1, 9)]], indent=indent
    )
    found = texts(list(pdf.read(made)))
    assert found == ["某市通报", *[f"{n}号：{long}" for n in range(1, 9)]]


def test_pdf_reads_columns_one_after_the_other() -> None:
    """A title stands over both; paragraphs come out whole across columns and pages."""
    sentence = "推动科技成果转化政策落地，完善协调机制，加强部门协同，服务科研单位和科技人员。"
    paragraphs = [f"第{n}段：{sentence * 4}" for n in range(1, 21)]
    raw = making.pdf([(1, "某省人民政府公报"), *((0, text) for text in paragraphs)], columns=2)
    assert [block.text for block in pdf.read(raw)] == ["某省人民政府公报", *paragraphs]


def test_two_lists_beside_each_other_are_no_columns() -> None:
    """Names and numbers in two rows stay together, as a reader reads them."""
    rows = [[f"单位{'甲' * n}", f"{n}号"] for n in range(1, 12)]
    raw = making.pdf([(0, "名单如下。"), rows], grid=False)
    text = "".join(block.text for block in pdf.read(raw))
    assert "单位甲 1号单位甲甲 2号" in text


def test_a_title_goes_on_below() -> None:
    """A mark that may not begin a line takes a character with it; 《 has to be closed first."""
    how = Setting(90, 522, 12, 15, (), 26)
    first = Line("修订完善《铜陵市科技孵化资金管理办", 0, 90, 490, 100, 12, 800)
    second = first._replace(text="法》；探索技术经纪人培育。", top=115)
    assert [block.text for block in blocks([first, second], how)] == [first.text + second.text]
    short = first._replace(text="修订完善资金管理办法。")
    assert len(list(blocks([short, second], how))) == 2


def test_pdf_keeps_tables_apart() -> None:
    """A table stands between the paragraphs around it; one over two pages is one."""
    rows = [["指标", "单位"], *[[f"指标{n}", f"{n}家"] for n in range(60)]]
    found = list(pdf.read(making.pdf([(0, "前文如下所述。"), rows, (0, "后文到此为止。")])))
    assert [block.kind for block in found] == ["paragraph", "table", "paragraph"]
    assert found[1].rows == tuple(tuple(row) for row in rows)


def test_a_scan_is_told() -> None:
    """A PDF that only holds pictures of text has only their numbers to give."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    file = BytesIO()
    canvas = Canvas(file)
    pixels = BytesIO(b"P6 2 2 255 " + b"\x80" * 12)
    canvas.drawImage(ImageReader(pixels), 0, 0, 500, 700)
    canvas.save()
    assert list(pdf.read(file.getvalue())) == [Block("pictures", "1")]


def test_a_locked_pdf_is_told() -> None:
    """With a password nobody gave it cannot be read."""
    from reportlab.pdfgen.canvas import Canvas

    file = BytesIO()
    canvas = Canvas(file, encrypt="secret")
    canvas.drawString(100, 100, "text")
    canvas.save()
    with pytest.raises(DocumentError, match="is locked with a password; unlock it first"):
        list(pdf.read(file.getvalue()))


def test_a_workbook_comes_cell_by_cell() -> None:
    """Dates as records write them, whole numbers without a point, empty cells as such."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "表"
    sheet.append([" 甲\n乙 ", 3694, 92.6, date(2023, 5, 31), None, True])
    file = BytesIO()
    book.save(file)
    (block,) = xlsx.read(file.getvalue())
    assert (block.kind, block.text) == ("sheet", "表")
    assert block.rows == ((" 甲\n乙 ", "3694", "92.6", "2023-05-31", "", "True"),)


def test_a_share_comes_as_it_is_shown() -> None:
    """15% is kept as 0.15; a number without that format stays, and so does a text."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append([0.15, 0.15, 1.255, "15%"])
    for cell, code in (("A1", "0%"), ("C1", '0.0"约"%'), ("D1", "0%")):
        sheet[cell].number_format = code
    file = BytesIO()
    book.save(file)
    (block,) = xlsx.read(file.getvalue())
    assert block.rows == (("15%", "0.15", "125.5%", "15%"),)


def test_html_reads_the_article_alone() -> None:
    """Menus, scripts, styles and footers are no part of a paper."""
    long = "为加快科技成果转化，制定本办法。" * 20
    found = texts(
        list(
            html.read(making.html_page([(1, "某办法"), (0, long), [["甲", "1家"], ["乙", "2家"]]]))
        )
    )
    assert found == ["某办法", long, "[['甲', '1家'], ['乙', '2家']]"]


def test_html_without_headings_has_its_title() -> None:
    """The name of the site behind it is left out; unclosed tags do no harm."""
    page = (
        "<title>关于印发某办法的通知_某市政府</title><div><p>一、甲<p>二、乙<br>丙<table><tr><td>框"
    )
    assert texts(list(html.read(page.encode()))) == [
        "关于印发某办法的通知",
        "一、甲",
        "二、乙\n丙",
        "框",
    ]


def test_html_in_gbk() -> None:
    """As older sites are."""
    page = '<meta charset="gb2312"><p>政策一致性评价</p>'
    assert texts(list(html.read(page.encode("gbk")))) == ["政策一致性评价"]


def test_markdown_is_plain_text_with_marks() -> None:
    """Headings, tables, lists and links lose their marks; comments are left out."""
    found = list(
        text.parse("# 甲\n<!-- 注 -->\n- **乙**[丙](http://x)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    )
    assert texts(found) == ["甲", "乙丙", "[['a', 'b'], ['1', '2']]"]


def test_broken_lines_are_joined() -> None:
    """A text whose lines an editor broke at one width is put together again."""
    words = "为加快建设区域科技创新中心，提升科技成果转化能力，结合实际，制定以下意见并请遵照执行。"
    whole = [f"{words}{n}{words}{words}" for n in range(6)]
    broken = "\n".join(
        "\n".join(("　　" + line)[at : at + 30] for at in range(0, len(line) + 2, 30))
        for line in whole
    )
    assert texts(list(text.parse(broken))) == whole


def test_lines_of_a_law_stay_apart() -> None:
    """Where every line is a paragraph, nothing is joined."""
    law = "\n".join(f"第{n}条　内容" for n in "一二三四五六七八九")
    assert len(list(text.parse(law))) == 9


def test_radicals_are_read_as_the_characters_they_stand_for() -> None:
    """PDFs that browsers print have ⼈⺠ for 人民."""
    found = list(text.parse("⼈⺠政府⻔户，⾏业⻛险"))
    assert texts(found) == ["人民政府门户，行业风险"]


def test_a_frame_around_text_is_no_table() -> None:
    """A page that was printed from a site has boxes: nearly all stands in one cell."""
    menu = ("首页", "")
    assert is_frame(table([menu, ("为加快转化，制定本办法。" * 40, "")]))
    assert is_frame(table([("", "首页", ""), ("", "为加快转化，制定本办法。", "")]))
    assert not is_frame(
        table([("任务", "牵头单位"), ("建设平台。" * 100, "科技局"), ("引进人才。" * 90, "人社局")])
    )


def test_a_page_that_stands_for_the_text_of_a_word_document_is_read() -> None:
    """As programs make .docx of pages (altChunk)."""
    page = (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: "
        b"text/html; charset=utf-8\n\n" + "<h1>某办法</h1><p>一、甲。".encode() + b"\n--b--"
    )
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    relation = '<Relationship Id="a" Type="http://x/relationships/aFChunk" Target="/word/a.mht"/>'
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/_rels/document.xml.rels", f"<Relationships>{relation}</Relationships>"
        )
        archive.writestr("word/a.mht", page)
        archive.writestr(
            "word/document.xml",
            f'<w:document {word} xmlns:r="r"><w:body><w:altChunk r:id="a"/></w:body></w:document>',
        )
    assert texts(list(docx.read(file.getvalue()))) == ["某办法", "一、甲。"]
