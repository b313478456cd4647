"""The way in: kinds, encodings, and a sentence for everything that is no document."""

import io
import os
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

from policycli.errors import DocumentError
from policycli.ingest.readers import limits
from policycli.ingest.readers.blocks import bounded
from policycli.ingest.readers.decode import decode
from policycli.ingest.readers.kinds import Reader
from policycli.ingest.readers.read import read
from policycli.ingest.readers.sandbox import apart, close
from policycli.ingest.readers.text import parse
from tests.ingest import making, making_office

TEXT = "关于促进科技成果转化的通知\n\n各单位：\n一、加大投入。安排专项资金3亿元。\n二、加强组织。"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_encodings_are_recognised(encoding: str) -> None:
    """With or without a BOM, in all encodings that Chinese papers come in."""
    assert decode(TEXT.encode(encoding)) == TEXT


def test_big5_is_taken_at_its_word() -> None:
    """Bytes of Big5 can be read as GBK, so only a page that says so is Big5."""
    assert decode("科技倫理審查辦法".encode("big5"), "big5") == "科技倫理審查辦法"


def test_short_ascii_is_no_utf_16() -> None:
    """A few letters are as they look."""
    assert decode(b"ab") == "ab"


def test_what_is_no_text_is_told() -> None:
    """Bytes that no encoding fits are not read as something."""
    with pytest.raises(DocumentError, match="is not text in UTF-8, GBK or UTF-16"):
        decode(b"\xff\xfe\x00\xd8\x00\xd8" + b"\xff" * 9)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.ppt", b"", "is of a kind that cannot be read; save it as .docx or .pdf"),
        ("a.docm", b"", "can have macros, which are not accepted; save it without them"),
        ("a.gif", b"", "is not a document: expected one of .docx, .doc, .wps"),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "is damaged, or locked with a password",
        ),
        ("a.docx", b"", "is empty"),
        ("a.docx", b"\x00\x01", "is damaged, or locked with a password"),
        ("a.pdf", b"\x00\x01", "is a damaged PDF"),
        ("a.gif", TEXT.encode(), "is not a document: expected one of .docx, .doc, .wps"),
        (
            "a.doc",
            making_office.ole({"EncryptedPackage": b""}),
            "is locked with a password; unlock",
        ),
        ("a.doc", making_office.ole({"PowerPoint Document": b""}), "is of a kind that cannot be"),
        ("a.pdf", b"%PDF-1.7\nnothing", "is a damaged PDF"),
        ("a.docx", b"PK\x03\x04 cut off", "is damaged, or locked with a password"),
        ("a.txt", b" \n", "is empty"),
        ("a.txt", b"<!---->", "holds no text"),
        ("a.html", b"<html><script>x()</script>", "holds no text"),
    ],
)
def test_what_is_no_document_is_told(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    """One sentence, which begins with the file and says what to do."""
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(DocumentError) as caught:
        read(str(path))
    assert str(caught.value).startswith(f"{path}: {said}")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """By the system, as everywhere."""
    with pytest.raises(FileNotFoundError):
        read(str(tmp_path / "none.txt"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes with names")
def test_a_pipe_is_no_document(tmp_path: Path) -> None:
    """It could be read for ever."""
    os.mkfifo(tmp_path / "x.txt")
    with pytest.raises(DocumentError, match="is not a file"):
        read(str(tmp_path / "x.txt"))


def test_a_large_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before it is read as a whole."""
    monkeypatch.setattr(limits, "FILE", 10)
    (tmp_path / "x.txt").write_text(TEXT, "utf-8")
    with pytest.raises(DocumentError, match="is larger than 0 MB; split it"):
        read(str(tmp_path / "x.txt"))


def test_much_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Records of a hundred million characters are of no use to anybody."""
    monkeypatch.setattr(limits, "TEXT", 20)
    with pytest.raises(DocumentError, match="million characters; split it"):
        list(bounded(parse(TEXT)))


def with_workbook() -> bytes:
    """A Word document that holds a workbook, as one with a chart does."""
    inside, file = io.BytesIO(), io.BytesIO(making.docx([(0, TEXT)]))
    openpyxl.Workbook().save(inside)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/embeddings/sheet.xlsx", inside.getvalue())
    return file.getvalue()


def ledger() -> bytes:
    """A workbook, of which only cells are read here."""
    book, file = openpyxl.Workbook(), io.BytesIO()
    book.worksheets[0].append([TEXT])
    book.save(file)
    return file.getvalue()


def test_a_paper_may_hold_a_workbook(tmp_path: Path) -> None:
    """What is inside a Word document does not make it something else."""
    (tmp_path / "x.docx").write_bytes(with_workbook())
    assert "3亿元" in "".join(block.text for block in read(str(tmp_path / "x.docx")))


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode("gbk"),
        f"<!DOCTYPE html><p>{TEXT}</p>".encode(),
        with_workbook(),
        ledger(),
    ],
    ids=["text", "page", "paper", "workbook"],
)
def test_standard_input_is_known_by_its_first_bytes(
    monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    """Without a name there is only the content."""
    stdin = io.TextIOWrapper(io.BytesIO(content))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert "3亿元" in "".join(block.text + str(block.rows) for block in read("-"))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.doc", f"<html><body><p>{TEXT}</p></body></html>".encode()),
        ("page.txt", f"<!DOCTYPE html><p>{TEXT}</p>".encode()),
        ("paper.doc", making.docx([(0, TEXT)])),
        ("paper.pdf", with_workbook()),
        ("paper.docx", TEXT.encode("gbk")),
        ("paper.docx", making.MAKERS[".doc"]([(0, TEXT)])),
        ("paper.doc", making.MAKERS[".rtf"]([(0, TEXT)])),
        ("paper.wps", making.MAKERS[".odt"]([(0, TEXT)])),
        ("paper.gif", making.docx([(0, TEXT)])),
        ("part.html", f"<div>{TEXT}</div>".encode()),
    ],
)
def test_a_wrong_name_does_not_mislead(tmp_path: Path, name: str, content: bytes) -> None:
    """What is in a file counts, where it can be told; a page may begin with anything."""
    (tmp_path / name).write_bytes(content)
    text = "".join(block.text for block in read(str(tmp_path / name)))
    assert "3亿元" in text
    assert "<" not in text


def test_a_library_that_is_missing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the line that installs what brings it."""
    (tmp_path / "needy.py").write_text("import no_such_library\n", "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    close()  # a process that waits knows nothing of that
    reader = Reader((".needy",), lambda _raw: True, "needy", "", extra="papers")
    with pytest.raises(DocumentError) as caught:
        apart(reader, b"x")
    said = "to read .needy, install no-such-library: pip install "
    assert str(caught.value).startswith(said)
    assert str(caught.value).endswith("[papers]'")
