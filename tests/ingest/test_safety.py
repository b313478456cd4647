"""Documents are not trusted: whatever is in them, reading ends soon and does no harm."""

import socket
import struct
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from time import monotonic

import pytest

from policycli.errors import DocumentError
from policycli.exchange import xlsx as xlsx_writer
from policycli.exchange.intake import drafts
from policycli.ingest.readers import doc, docx, html, limits, pdf
from policycli.ingest.readers.blocks import clean, heading
from policycli.ingest.readers.kinds import Reader, by_ending
from policycli.ingest.readers.read import read
from policycli.ingest.readers.sandbox import answer, apart, close
from policycli.records.model import Measure, Policy
from tests.ingest import making, making_office

TYPES = "<Types/>"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def reader(kind: str) -> Reader:
    """What reads files of this ending."""
    found = by_ending(f"x.{kind}")
    assert isinstance(found, Reader)
    return found


def archive(**parts: str) -> bytes:
    """A .docx of these parts, named by the last word of their path."""
    names = {"types": "[Content_Types].xml", "document": "word/document.xml"}
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in ({"types": TYPES} | parts).items():
            packed.writestr(names.get(name, name), content)
    return file.getvalue()


def body(inside: str) -> str:
    """The main part of a .docx."""
    return f"<w:document {W}><w:body>{inside}</w:body></w:document>"


def refused(raw: bytes) -> str:
    """Why a .docx is refused."""
    with pytest.raises(DocumentError) as caught:
        list(docx.read(raw))
    return str(caught.value)


def test_a_zip_bomb_is_refused() -> None:
    """By how much more it would be unpacked, before anything is."""
    assert "times its size, as no real document does" in refused(archive(document=" " * 5_000_000))


def test_a_large_archive_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """By its size, and by the number of its parts."""
    monkeypatch.setattr(limits, "UNPACKED", 1000)
    assert "would unpack to more than 0 MB" in refused(archive(document=body("x" * 1000)))
    monkeypatch.setattr(limits, "PARTS", 1)
    assert "holds more than 1 parts" in refused(archive(document=body("")))


def test_a_size_that_lies_is_found_out() -> None:
    """A part that says to be smaller than it is counts as damaged."""
    raw = archive(document=body("<w:p/>" * 5000))
    size = len(body("<w:p/>" * 5000))
    assert "is damaged" in refused(
        raw.replace(size.to_bytes(4, "little"), (99).to_bytes(4, "little"))
    )


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">',
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
        '<!ENTITY % a SYSTEM "http://127.0.0.1:9/x"> %a;',
    ],
)
def test_xml_with_entities_is_refused(declared: str) -> None:
    """Whether they would grow or fetch something."""
    xml = f'<?xml version="1.0"?><!DOCTYPE d [{declared}]>' + body(
        "<w:p><w:r><w:t>&a;</w:t></w:r></w:p>"
    )
    assert "declares XML entities" in refused(archive(document=xml))


def test_deep_xml_and_html_are_refused() -> None:
    """They would exhaust the stack."""
    assert "nest deeper than 200" in refused(
        archive(document=body("<w:sdt>" * 300 + "</w:sdt>" * 300))
    )
    with pytest.raises(DocumentError, match="nest deeper than 200"):
        list(html.read(b"<div>" * 300))


def test_macros_are_refused() -> None:
    """By the part that holds them, and by what the document says to be, whatever its ending."""
    assert "has macros" in refused(archive(document=body(""), **{"word/vbaProject.bin": "x"}))
    types = '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled"/></Types>'
    assert "has macros" in refused(archive(types=types, document=body("")))
    kind = '<Types><Override ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    assert "has macros" in refused(archive(types=kind, document=body("")))
    link = (
        '<Relationships><Relationship Type="http://x/vbaProject" Target="a.bin"/></Relationships>'
    )
    parts = {"word/a.bin": "x", "word/_rels/document.xml.rels": link}
    assert "has macros" in refused(archive(document=body(""), **parts))


def workbook(part: str, *changes: tuple[str, str]) -> bytes:
    """A ledger with something else in one of its parts."""
    raw = xlsx_writer.content([Policy("a", "甲", measures=(Measure("m", "乙", "丙"),))], "")
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as whole, zipfile.ZipFile(file, "w") as packed:
        for name in whole.namelist():
            content = whole.read(name).decode()
            for old, new in changes if name == part else ():
                assert old in content
                content = content.replace(old, new)
            packed.writestr(name, content)
    return file.getvalue()


SHEET = "xl/worksheets/sheet2.xml"


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        ("[Content_Types].xml", "sheet.main+xml", "sheet.macroEnabled.main+xml", "has macros"),
        (SHEET, "</sheetData>", '<row><c r="XFD1048576"><v>1</v></c></row></sheetData>', "stopped"),
        (SHEET, "</sheetData>", "</sheetDat>", "is damaged"),
    ],
)
def test_workbooks_that_could_harm_are_refused(part: str, old: str, new: str, said: str) -> None:
    """Macros, one cell so far out that all before it would fill the memory, broken parts."""
    with pytest.raises(DocumentError, match=said):
        apart(reader("xlsx"), workbook(part, (old, new)))


def test_nothing_in_a_workbook_is_computed_or_opened() -> None:
    """A formula is what it last gave; an entity is no way to a file."""
    formula = '<row r="3"><c r="A3"><f>1+1</f><v>7</v></c></row></sheetData>'
    rows = apart(reader("xlsx"), workbook(SHEET, ("</sheetData>", formula)))[1].rows
    assert [row[0] for row in rows] == ["id", "a", "7"]
    declared = ("<sst ", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><sst ')
    raw = workbook("xl/sharedStrings.xml", declared, ("甲", "&e;"))
    with suppress(DocumentError):
        assert "root:" not in str(apart(reader("xlsx"), raw))


@pytest.mark.parametrize(
    ("records", "said"),
    [
        ("{", "the records in it have faults"),
        ("[" * 100_000, "the records in it have faults"),
        ('{"policies": [{"id": "a"}]}', r"policies\[0\]\.title: is missing"),
        ('{"policies": 1}', "policies: must be a list"),
    ],
)
def test_records_in_a_paper_are_not_trusted(records: str, said: str) -> None:
    """What an export would not have written is a fault of the document."""
    part = f'<records xmlns="{docx.RECORDS}">{records}</records>'
    raw = archive(document=body(""), **{"customXml/item1.xml": part})
    with pytest.raises(DocumentError, match=said):
        drafts(list(docx.read(raw)), "x.docx")


def test_names_that_lead_out_lead_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is ever unpacked to disk."""
    (tmp_path / "inside").mkdir()
    monkeypatch.chdir(tmp_path / "inside")
    list(docx.read(archive(document=body(""), **{"../evil.txt": "x", "/evil": "x"})))
    assert [path.name for path in tmp_path.rglob("*")] == ["inside"]


def test_a_module_in_the_folder_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that reads does not import from where the user stands."""
    (tmp_path / "json.py").write_text("open('run', 'w')", "utf-8")
    (tmp_path / "x.html").write_text("<p>政策文件</p>", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert [block.text for block in read("x.html")] == ["政策文件"]
    assert not (tmp_path / "run").exists()


def test_no_connection_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not for pictures, frames, styles or links of a page, nor for those of a Word document."""
    monkeypatch.setattr(socket, "socket", lambda *_a, **_k: pytest.fail("a connection"))
    page = '<link rel="stylesheet" href="http://x/"><iframe src="http://x/"></iframe><img src="http://x/">'
    assert [block.text for block in html.read((page + "<p>文</p>").encode()) if block.text] == [
        "文"
    ]
    relations = (
        '<Relationships><Relationship TargetMode="External" Target="http://x/"/></Relationships>'
    )
    list(docx.read(archive(document=body(""), **{"word/_rels/document.xml.rels": relations})))


def test_reading_takes_no_longer_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that reads is stopped."""
    monkeypatch.setattr(limits, "SECONDS", 0.01)
    close()  # one that waits could be quick enough
    with pytest.raises(DocumentError, match=r"takes more than 0\.01 seconds to read"):
        apart(reader("html"), b"<p>x</p>")


def test_reading_takes_no_more_memory_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system stops the process that reads, and the sentence says so."""
    pytest.importorskip("resource")
    monkeypatch.setattr(limits, "MEMORY", 50 * 2**20)
    page = b"<p>" + b"x" * 40_000_000
    with pytest.raises(DocumentError, match="its reader was stopped, perhaps beyond 50 MB"):
        apart(reader("html"), page)


def test_what_a_parser_stumbles_over_is_damaged() -> None:
    """Any error inside a parser is a sentence about the document."""
    numbering = f'<w:numbering {W}><w:abstractNum><w:lvl w:ilvl="x"/></w:abstractNum></w:numbering>'
    raw = archive(document=body(""), **{"word/numbering.xml": numbering})
    with pytest.raises(DocumentError, match=r"is damaged, or of a kind .* \(ValueError\)"):
        apart(reader("docx"), raw)


def test_a_long_pdf_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """By its pages, and by what is on one page."""
    raw = making.pdf([(0, "甲乙丙丁" * 400)])
    monkeypatch.setattr(limits, "PAGES", 1)
    with pytest.raises(DocumentError, match="has more than 1 pages; split it"):
        list(pdf.read(raw))
    monkeypatch.setattr(limits, "PAGES", 9)
    monkeypatch.setattr(limits, "PAGE_SIGNS", 100)
    with pytest.raises(DocumentError, match="page 1 holds more than 100 characters"):
        list(pdf.read(raw))


def test_escapes_do_not_come_through() -> None:
    """What a terminal would obey, and marks that turn the direction of writing, are dropped."""
    assert clean("a\x1b[31m红\x07\u202e反\x00\u200b") == "a[31m红反"


def test_a_file_name_is_only_text() -> None:
    """Escapes and broken bytes in it do not get into the record."""
    (draft,) = drafts([heading("某办法", 1)], "/x/a\x1b[2J\udcff.txt")
    assert draft.policy.source is not None
    assert draft.policy.source.locator == "a[2J\ufffd.txt"


PIECES: list[making_office.Piece] = [
    (1, "某市科技成果转化办法"),
    (0, "第一条　为了促进成果转化，安排资金3亿元。"),
    [["指标", "数"], ["企业", "3家"]],
]


@pytest.mark.parametrize("ending", making.MAKERS)
def test_a_damaged_document_is_read_or_refused(ending: str) -> None:
    """With any byte wrong, or its end cut off, it gives blocks or one sentence, and soon."""
    raw, module = making.MAKERS[ending](PIECES), reader(ending[1:]).module
    begun = monotonic()
    for at in range(0, len(raw), max(97, len(raw) // 60)):
        for damaged in (raw[:at], raw[:at] + bytes([raw[at] ^ 0xFF]) + raw[at + 1 :]):
            said = answer(module, damaged, [])
            assert said.get("blocks") is not None or said["error"]
    assert monotonic() - begun < 60


@pytest.mark.parametrize("ending", [".rtf", ".odt", ".doc"])
def test_reading_takes_as_long_as_a_document_is(ending: str) -> None:
    """Eight times the text takes about eight times as long, never its square."""
    module, seconds = reader(ending[1:]).module, []
    for times in (40, 320):
        raw = making.MAKERS[ending](PIECES * times)
        begun = monotonic()
        answer(module, raw, [])
        seconds.append(monotonic() - begun)
    assert seconds[1] < 24 * max(seconds[0], 0.02)


@pytest.mark.parametrize(
    "raw",
    [
        b"{\\rtf1" + b"\\'" * 300_000,
        b"{\\rtf1" + b"{}" * 300_000,
        b"{\\rtf1{\\fonttbl" + b"\\f1" * 200_000,
        b"{\\rtf1" + b"\\bin9999999 " * 50_000,
        b"{\\rtf1" + b"\\trowd\\cell\\row" * 50_000,
        b"{\\rtf1" + b"\\u1" * 200_000,
    ],
)
def test_no_rtf_takes_long(raw: bytes) -> None:
    """Whatever is repeated in it."""
    begun = monotonic()
    answer(reader("rtf").module, raw, [])
    assert monotonic() - begun < 10


def test_pieces_of_an_old_document_do_not_multiply(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces that name the same text over and over give no more than the document says it has."""
    starts = struct.pack("<501I", *range(0, 1001 * 501, 1001))
    table = starts + struct.pack("<HIH", 0, 0x400, 0) * 500
    paragraphs = [making_office.Paragraph("甲" * 1000)]
    pieces = b"\x02" + struct.pack("<I", len(table)) + table
    raw = making_office.doc_of(paragraphs, {33: pieces})
    assert sum(len(block.text) for block in doc.read(raw)) == 1000
    monkeypatch.setattr(limits, "TEXT", 500)
    with pytest.raises(DocumentError, match="million characters; split it"):
        list(doc.read(raw))


@pytest.mark.parametrize(
    "text",
    [
        "《" * 20000,
        "（" * 20000,
        "一是" * 9000,
        "1" * 20000,
        "第" * 20000,
        "一" * 20000,
        "2023年" * 5000,
        "1,000" * 5000,
        "根据" * 8000,
        "和超过" * 8000,
        "“" * 20000,
        "3家" * 3000,
    ],
)
def test_no_text_takes_long(text: str) -> None:
    """Patterns that repeat do not make the search for figures and papers explode."""
    begun = monotonic()
    drafts([heading("某办法", 1), heading("", 2)._replace(kind="paragraph", text=text)], "x.txt")
    assert monotonic() - begun < 5
