"""Readers of what other word processors write: .rtf, .odt, .doc and .wps, .xls and .et."""

import struct
from io import BytesIO

import pytest
import xlwt

from policycli.errors import DocumentError
from policycli.ingest.readers import doc, odt, rtf, xlsx
from policycli.ingest.readers.blocks import Block
from tests.ingest import making
from tests.ingest.making_office import (
    IN_TABLE,
    LEVELS,
    ROW_END,
    Paragraph,
    Piece,
    doc_of,
    odt_of,
    ole,
)

PIECES: list[Piece] = [
    (1, "某市科技成果转化办法"),
    (0, "第一条　为了促进R&D成果转化，制定本办法𠮷。"),
    (2, "附表"),
    [["指标", "2025年"], ["企业", "3家"]],
    (0, "ABC 2026"),
]


def seen(blocks: list[Block]) -> list[str | tuple[tuple[str, ...], ...]]:
    """Text and tables, headings with as many # as they are deep."""
    return [
        block.rows or "#" * block.level + block.text for block in blocks if block.text or block.rows
    ]


def of_rtf(body: str | bytes, head: str = r"\ansi\ansicpg936") -> list[object]:
    """What is read of an .rtf with this body."""
    raw = body.encode("latin-1") if isinstance(body, str) else body
    return [*seen(list(rtf.read(b"{\\rtf1" + head.encode() + raw + b"}")))]


def of_odt(body: str, styles: str = "") -> list[object]:
    """What is read of an .odt with this body."""
    return [*seen(list(odt.read(odt_of(body, styles))))]


def of_doc(*paragraphs: Paragraph, **options: object) -> list[object]:
    """What is read of a .doc with these paragraphs."""
    return [*seen(list(doc.read(doc_of(paragraphs, **options))))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("ending", "read"), [(".rtf", rtf.read), (".odt", odt.read), (".doc", doc.read)]
)
def test_headings_text_and_tables_come_in_order(ending: str, read: object) -> None:
    """As they do from the same paper in a .docx, rare characters too."""
    made = making.MAKERS[ending](PIECES)
    assert seen(list(read(made))) == [  # type: ignore[operator]
        "#某市科技成果转化办法",
        "第一条\u3000为了促进R&D成果转化，制定本办法𠮷。",
        "##附表",
        (("指标", "2025年"), ("企业", "3家")),
        "ABC 2026",
    ]


def test_rtf_bytes_are_of_the_code_page() -> None:
    """Also where the second byte of a character is a letter, a backslash or a brace."""
    words = "乗亄亇车"
    assert [byte for char in words[:3] for byte in char.encode("gbk")[1:]] == list(b"\\{}")
    assert of_rtf(rb"\'81a\pard" + words.encode("gbk") + rb"\par") == ["乤" + words]


def test_rtf_takes_the_font_at_its_word() -> None:
    """A font for Chinese in a document of another code page; Big5 beside GBK."""
    fonts = r"{\fonttbl{\f1\fcharset134 SimSun;}{\f2\fcharset136 MingLiU;}{\f3 Arial;}}"
    gbk, big5 = ("".join(rf"\'{b:02x}" for b in "政策".encode(e)) for e in ("gbk", "big5"))
    body = rf"{fonts}\f1 {gbk}\f2 {big5}\f3 caf\'e9\par"
    assert of_rtf(body, r"\ansi\ansicpg1252") == ["政策政策café"]


def test_rtf_unicode_comes_once() -> None:
    """What stands behind it for old readers is passed over, be it bytes or letters."""
    assert of_rtf(r"\uc2\u25919\'d5\'fe{\uc1\u31574?}\u-10174\'3f\'3f\u-8303\'3f\'3f.\par") == [
        "政策𠮑."
    ]


def test_rtf_leaves_out_what_is_no_text() -> None:
    """Hidden and deleted words, heads, notes, pictures, codes of fields, unknown groups."""
    kept = r"{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}"
    kept += r"{\shp{\*\shpinst\shpleft1{\sp{\sn a}{\sv b}}{\shptxt box\par}}}"
    gone = r"{\v hidden}{\deleted gone}{\header head\par}{\footnote note}{\pict 89504e}{\*\new x}"
    assert of_rtf(rf"a{gone}\v b\v0 c\v d\plain e{kept}\bin3 }}}}}}\par") == ["acelinkbox"]


def test_rtf_shows_automatic_numbers() -> None:
    """Word writes them beside the text, for those that know no lists."""
    assert of_rtf(r"\pard{\listtext\pard\plain 1.\tab}a\par{\pntext (2)\tab}b\par") == [
        "1. a",
        "(2) b",
    ]


def test_rtf_headings_are_known_by_style_and_level() -> None:
    """The name of a style counts where it gives no level; 标题 alone is the title."""
    styles = r"{\stylesheet{\s1 heading 2;}{\s2\outlinelevel0 own;}{\s3 Title;}{\s4 Normal;}}"
    body = rf"{styles}\s1 a\par\pard\s2 b\par\pard\s3 c\par\pard\s4 d\par\pard\outlinelevel2 e\par"
    assert of_rtf(body) == ["##a", "#b", "c", "d", "###e"]
    (title, *_end) = rtf.read(rb"{\rtf1{\stylesheet{\s3 Title;}}\s3 c\par}")
    assert title == Block("heading", "c", 0)


def test_rtf_tables_inside_tables_are_text_of_the_cell() -> None:
    """And a table of one cell is a box around paragraphs."""
    nested = r"\itap2 x\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\itap1\cell"
    assert of_rtf(rf"\trowd\intbl a\cell {nested}\row\pard z\par") == [(("a", "x"),), "z"]
    assert of_rtf(r"\trowd\intbl a\par b\cell\row\pard z") == ["a", "b", "z"]


def test_rtf_that_nests_deep_is_refused() -> None:
    """It would fill the memory."""
    with pytest.raises(DocumentError, match="groups nest deeper than 200"):
        list(rtf.read(b"{\\rtf1" + b"{" * 300))


def numbered(*items: str, attributes: str = "", style: str = "L") -> str:
    """A list of OpenDocument; an item that begins with < is XML."""
    inside = "".join(
        f"<text:list-item>{i if i.startswith('<') else f'<text:p>{i}</text:p>'}</text:list-item>"
        for i in items
    )
    return f'<text:list text:style-name="{style}" {attributes}>{inside}</text:list>'


LIST = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." '
    'style:num-prefix="第" style:num-suffix="条" text:start-value="3"/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>'
    '<text:list-level-style-number text:level="3" style:num-format="A" '
    'style:num-list-format="%3%)"/>'
    '<text:list-level-style-bullet text:level="4"/></text:list-style>'
)


def test_odt_shows_automatic_numbers() -> None:
    """At every level, with what is around them; a bullet is none."""
    deep = numbered("丁", f"<text:p>戊</text:p>{numbered('己', style='')}", style="")
    body = numbered("甲", "乙", f"<text:p>丙</text:p>{deep}")
    assert of_odt(body, LIST) == [
        "第三条 甲",
        "第四条 乙",
        "第五条 丙",
        "五.1 丁",
        "五.2 戊",
        "A) 己",
    ]


def test_odt_lists_go_on_where_they_say_so() -> None:
    """Others begin anew; a paragraph inside an item has no number of its own."""
    body = numbered("甲") + "<text:p>间</text:p>"
    body += numbered(
        "<text:p>乙</text:p><text:p>续</text:p>", attributes='text:continue-numbering="true"'
    )
    body += numbered("丙") + numbered("丁", attributes='text:continue-list="x"')
    assert of_odt(body, LIST) == ["第三条 甲", "间", "第四条 乙", "续", "第三条 丙", "第四条 丁"]


def test_odt_list_may_be_named_by_the_style_of_a_paragraph() -> None:
    """As WPS does it."""
    style = '<style:style style:name="P" style:list-style-name="L"/>'
    item = '<text:list-item><text:p text:style-name="P">甲</text:p></text:list-item>'
    body = f"<text:list>{item}</text:list>"
    assert of_odt(body, LIST + style) == ["第三条 甲"]
    assert of_odt(body) == ["甲"]


def test_odt_headings_have_their_outline_numbers() -> None:
    """From the style of the outline; the title has a style of its own."""
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" '
        'style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format=""/>'
        "</text:outline-style>"
        '<style:style style:name="T1" style:parent-style-name="Title"/>'
        '<style:style style:name="Title"/>'
    )
    heads = "".join(f'<text:h text:outline-level="{n}">章</text:h>' for n in (1, 2, 1))
    body = f'<text:p text:style-name="T1">名</text:p>{heads}'
    assert of_odt(body, outline) == ["名", "#I. 章", "##章", "#II. 章"]
    (title, *_end) = odt.read(odt_of(body, outline))
    assert title.kind == "heading"


def test_odt_leaves_out_what_is_no_text() -> None:
    """Deleted words, notes, comments and hidden ones; text in boxes comes after its paragraph."""
    hidden = (
        '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    )
    body = (
        "<text:tracked-changes><text:p>删</text:p></text:tracked-changes>"
        "<text:p>甲<text:note><text:p>注</text:p></text:note>"
        '<text:span text:style-name="H">隐</text:span>'
        "<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame>"
        "乙<text:s/>丙<text:line-break/>丁<text:tab/><text:span>戊</text:span></text:p>"
        "<text:section><text:p>己</text:p></text:section>"
    )
    assert of_odt(body, hidden) == ["甲乙 丙\n丁 戊", "框", "己"]


def test_odt_cells_that_repeat_are_as_many() -> None:
    """Columns stay under their heads; a table of one cell is a box."""
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"
    twice = cell.format(' table:number-columns-repeated="2"', "x")
    head = f"<table:table-row>{twice}</table:table-row>"
    rows = f"<table:table-header-rows>{head}</table:table-header-rows>"
    rows += f"<table:table-row><table:covered-table-cell/>{cell.format('', 'y')}</table:table-row>"
    assert of_odt(f"<table:table>{rows}</table:table>") == [(("x", "x"), ("", "y"))]
    box = f"<table:table><table:table-row>{cell.format('', 'y')}</table:table-row></table:table>"
    assert of_odt(box) == ["y"]


def test_an_archive_without_text_is_no_odt() -> None:
    """One sentence says so."""
    with pytest.raises(DocumentError, match="is no OpenDocument text inside"):
        list(odt.read(making.docx([(0, "甲")])))


def test_doc_leaves_out_what_is_no_text() -> None:
    """Hidden words and the codes of fields, one inside the other; their results stay."""
    field = "见\x13 HYPERLINK \x13 REF \x14内\x15 \x14链接\x15。"
    assert of_doc(
        Paragraph("甲" + field), Paragraph("隐", hidden=True), Paragraph("乙\x1e丙\x1f丁")
    ) == [
        "甲见链接。",
        "乙-丙丁",
    ]


def a_list(text: str, form: int, start: int = 1, *, use: bytes = b"") -> dict[int, bytes]:
    """The tables of one list of one level, and of one use of it."""
    level = struct.pack("<iB", start, form).ljust(28, b"\0")
    level += struct.pack("<H", len(text)) + text.encode("utf-16-le")
    kind = struct.pack("<i", 77).ljust(26, b"\0") + b"\x01\0"
    uses = struct.pack("<i", 77).ljust(12, b"\0") + bytes([bool(use)]) + b"\0\0\0"
    return {
        73: struct.pack("<H", 1) + kind + LEVELS + level,
        74: struct.pack("<I", 1) + uses + b"\xff" * 4 + use,
    }


IN_LIST = b"\x0b\x46\x01\x00"


def test_doc_shows_automatic_numbers() -> None:
    """Counted as Word does; without a mark in the list there is none."""
    items = [Paragraph("甲", IN_LIST), Paragraph("", IN_LIST), Paragraph("乙", IN_LIST)]
    assert of_doc(*items, tables=a_list("第\0条", 39)) == ["第一条 甲", "第二条 乙"]
    begins = struct.pack("<iI", 5, 0x10)
    assert of_doc(*items, tables=a_list("(\0)", 0, use=begins)) == ["(5) 甲", "(6) 乙"]
    other = struct.pack("<iI", 0, 0x20) + struct.pack("<iB", 1, 0).ljust(28, b"\0") + b"\0\0"
    assert of_doc(*items, tables=a_list("\0、", 18, use=other)) == ["①、 甲", "②、 乙"]


def test_doc_with_damaged_lists_says_so() -> None:
    """The text is there, and a mark that numbers are missing."""
    tables = a_list("\0", 0)
    found = list(doc.read(doc_of([Paragraph("甲", IN_LIST)], {73: b"\xff\x0f", 74: tables[74]})))
    assert [block.text for block in found if block.text] == [
        "甲",
        "the automatic numbers are damaged and were left out",
    ]


def test_doc_of_a_wide_table_has_its_codes_elsewhere() -> None:
    """In a stream of their own, where a page is too small for them."""
    raw = doc_of([Paragraph("甲", IN_TABLE, mark="\x07"), Paragraph("乙", IN_TABLE, mark="\x07"),
                  Paragraph("", b"\x46\x66\x04\0\0\0", mark="\x07"), Paragraph("丙")])  # fmt: skip
    import olefile

    file = olefile.OleFileIO(BytesIO(raw))
    streams = {name: file.openstream(name).read() for name in ("WordDocument", "1Table")}
    codes = b"\x08\xd6\x05\0abcd" + IN_TABLE + ROW_END
    again = ole({**streams, "Data": b"----" + struct.pack("<H", len(codes)) + codes})
    assert seen(list(doc.read(again))) == [(("甲", "乙"),), "丙"]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (doc_of([Paragraph("甲")], flags=0x0300), "is locked with a password; unlock it first"),
        (
            ole({"WordDocument": b"\xdc\xa5" + b"\0" * 600, "1Table": b""}),
            "older than that of 1997",
        ),
    ],
)
def test_doc_that_cannot_be_read_says_why(raw: bytes, said: str) -> None:
    """One sentence."""
    with pytest.raises(DocumentError, match=said):
        list(doc.read(raw))


def test_old_workbooks_are_read_as_new_ones() -> None:
    """Sheet by sheet; .et of WPS is the same inside."""
    book, file = xlwt.Workbook(), BytesIO()
    sheet = book.add_sheet("政策")
    sheet.write(0, 0, "编号")
    sheet.write(1, 1, 3)
    book.save(file)
    assert list(xlsx.read(file.getvalue())) == [
        Block("sheet", "政策", rows=(("编号", ""), ("", "3")))
    ]
