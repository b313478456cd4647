"""Word documents that are one file of XML: of 2003, and as later versions write them."""

import pytest

from policycli.errors import DocumentError
from policycli.exchange.intake import drafts
from policycli.ingest.readers import kinds
from policycli.ingest.readers.blocks import Block
from policycli.ingest.readers.wordxml import read
from tests.ingest.making import MAKERS

W2003 = "http://schemas.microsoft.com/office/word/2003/wordml"
WX = "http://schemas.microsoft.com/office/word/2003/auxHint"
AML = "http://schemas.microsoft.com/aml/2001/core"


def word_2003(body: str, more: str = "") -> bytes:
    """A document as Word 2003 saves it."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<?mso-application progid="Word.Document"?>'
        f'<w:wordDocument xmlns:w="{W2003}" xmlns:wx="{WX}" xmlns:aml="{AML}" {more}>'
        '<w:styles><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>'
        f"</w:style></w:styles><w:body><wx:sect>{body}</wx:sect></w:body></w:wordDocument>"
    ).encode()


def p(text: str, properties: str = "") -> str:
    """A paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def blocks(raw: bytes) -> list[Block]:
    """What is read, by the reader that the content asks for."""
    assert kinds.by_content(raw) is kinds.by_ending("x.xml")
    return list(read(raw))


def test_word_2003_is_read_as_docx_is() -> None:
    """Headings by their style, numbers as they are shown, parts of chapters, tables."""
    number = '<w:listPr><wx:t wx:val="第一条"/></w:listPr>'
    table = (
        "<w:tbl><w:tr><w:tc>" + p("任务") + "</w:tc><w:tc>" + p("单位") + "</w:tc></w:tr>"
        '<w:tr><w:tc><w:tcPr><w:vmerge w:val="restart"/></w:tcPr>' + p("建平台") + "</w:tc>"
        "<w:tc>" + p("市科技局") + "</w:tc></w:tr>"
        "<w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr>" + p("") + "</w:tc>"
        "<w:tc>" + p("市财政局") + "</w:tc></w:tr></w:tbl>"
    )
    body = p("青河市办法", '<w:pStyle w:val="1"/>') + "<wx:sub-section>" + p("设立基金。", number)
    heading, article, rows = blocks(word_2003(f"{body}</wx:sub-section>{table}"))
    assert (heading.kind, heading.level, heading.text) == ("heading", 1, "青河市办法")
    assert article.text == "第一条 设立基金。"
    assert rows.rows == (("任务", "单位"), ("建平台", "市科技局"), ("建平台", "市财政局"))


def test_what_was_deleted_and_noted_is_not_read() -> None:
    """What was inserted is."""
    deleted = (
        '<aml:annotation aml:id="1" w:type="Word.Deletion"><aml:content><w:r>'
        "<w:delText>旧</w:delText></w:r></aml:content></aml:annotation>"
    )
    added = (
        '<aml:annotation aml:id="2" w:type="Word.Insertion"><aml:content><w:r><w:t>新</w:t></w:r>'
        "</aml:content></aml:annotation>"
    )
    noted = (
        '<aml:annotation aml:id="3" w:type="Word.Comment"><aml:content>'
        f"{p('不妥')}</aml:content></aml:annotation>"
    )
    (block,) = blocks(word_2003(f"<w:p><w:r><w:t>办法</w:t></w:r>{deleted}{added}{noted}</w:p>"))
    assert block.text == "办法新"


def test_a_docx_in_one_file_is_the_same() -> None:
    """All its parts, each with the XML that it has (Flat OPC)."""
    import re
    import zipfile
    from io import BytesIO

    raw = MAKERS[".docx"](
        [(1, "青河市办法"), (0, "第一条 设立基金3亿元。"), [["甲", "乙"], ["丙", "丁"]]]
    )
    package = "http://schemas.microsoft.com/office/2006/xmlPackage"
    parts = []
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                inside = re.sub(r"<\?xml.*?\?>", "", archive.read(name).decode())
                parts.append(
                    f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{inside}</pkg:xmlData></pkg:part>'
                )
    flat = f'<?xml version="1.0"?><pkg:package xmlns:pkg="{package}">{"".join(parts)}</pkg:package>'
    from policycli.ingest.readers import docx

    assert blocks(flat.encode()) == list(docx.read(raw))
    (draft,) = drafts(blocks(flat.encode()), "x.xml")
    assert draft.policy.title == "青河市办法"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (word_2003(p("办法"), 'w:macrosPresent="yes"'), "has macros"),
        (b'<?xml version="1.0"?><rss><channel/></rss>', "no Word document"),
        (word_2003(p("办法"))[:-9], "is damaged"),
        (
            word_2003(p("&甲;")).replace(
                b"?><w:", b'?><!DOCTYPE w [<!ENTITY \xe7\x94\xb2 "x">]><w:'
            ),
            "declares XML entities",
        ),
    ],
)
def test_what_is_refused(raw: bytes, said: str) -> None:
    """Macros, other XML, what is cut off, entities."""
    with pytest.raises(DocumentError, match=said):
        list(read(raw))
