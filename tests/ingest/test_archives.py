"""Archives and letters: the papers in them are documents, each by its path inside."""

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

import policycli
from policycli.errors import DocumentError
from policycli.ingest.readers import archive, limits, mhtml, read
from policycli.ingest.readers.kinds import by_content
from tests.ingest import making
from tests.ingest.making_office import Piece

PAPER: list[Piece] = [(1, "某市科技成果转化办法"), (0, "第一条　安排资金3亿元。")]
TEXT = "某市科技局关于加大投入的通知\n\n一、加大投入。\n二、加强组织。\n"


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return file.getvalue()


def found(path: Path, raw: bytes) -> dict[str, str]:
    """By path inside, the text of what was read, or the error, or "skipped"."""
    path.write_bytes(raw)
    return {
        each.path.removeprefix(f"{path}/"): "skipped"
        if each.skipped
        else each.error.removeprefix(f"{each.path}: ") or "".join(b.text for b in each.blocks)
        for each in read.documents(str(path))
    }


def test_papers_in_an_archive_are_read_by_their_names(tmp_path: Path) -> None:
    """Also in folders; hidden files are none, others are named."""
    files = {
        "局/办法.docx": making.docx(PAPER),
        "通知.txt": TEXT.encode("gbk"),
        "台账.xlsx": b"",
        "logo.gif": b"GIF",
        "~$x.docx": b"",
        "__MACOSX/通知.txt": b"",
        "空/": b"",
        "坏.pdf": b"%PDF-1.7\nnothing",
    }
    assert found(tmp_path / "a.zip", zipped(files)) == {
        "logo.gif": "skipped",
        "台账.xlsx": "skipped",
        "坏.pdf": "is a damaged PDF",
        "局/办法.docx": "某市科技成果转化办法第一条\u3000安排资金3亿元。",
        "通知.txt": "".join(TEXT.split()),
    }


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_names_are_of_the_code_page_of_windows(tmp_path: Path, encoding: str) -> None:
    """Windows in China writes GBK without saying so; backslashes part folders."""
    raw = zipped({"1234/5678.txt": TEXT.encode()})
    assert len("局通".encode("gbk")) == 4
    name = "局通\\通知.txt" if encoding == "gbk" else "a局\\通x.txt"
    assert len(name.encode(encoding)) == len(b"1234/5678.txt")
    changed = raw.replace(b"1234/5678.txt", name.encode(encoding))
    assert list(found(tmp_path / "a.zip", changed)) == [name.replace("\\", "/")]


def test_archives_inside_archives_are_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As deep as people pack them; deeper is refused, and so is too much in all."""
    raw = zipped({"通知.txt": TEXT.encode()})
    deep = [raw]
    for _time in range(3):
        deep.append(zipped({"in.zip": deep[-1]}))
    assert list(found(tmp_path / "a.zip", deep[2])) == ["in.zip/in.zip/通知.txt"]
    refused = found(tmp_path / "a.zip", deep[3])
    assert refused == {"in.zip/in.zip/in.zip": "archives nest deeper than 3; unpack them"}
    size = sum(map(len, deep[:2])) + len(TEXT.encode())
    monkeypatch.setattr(limits, "UNPACKED", size - 1)
    assert "would unpack to more than" in str(found(tmp_path / "a.zip", deep[2]))


def locked(raw: bytes, name: str) -> bytes:
    """The archive with the flag on one part that says that it is encrypted."""
    changed = bytearray(raw)
    for sign, flags, start in ((b"PK\x03\x04", 6, 30), (b"PK\x01\x02", 8, 46)):
        at = raw.find(sign)
        while at >= 0:
            if raw[at + start :].startswith(name.encode()):
                changed[at + flags] |= 1
            at = raw.find(sign, at + 1)
    return bytes(changed)


def test_what_is_locked_or_damaged_inside_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are read; one sentence where all are locked."""
    raw = zipped({"a.txt": TEXT.encode(), "b.txt": b"b" * 99, "c.txt": b"c"}, zipfile.ZIP_STORED)
    some = found(tmp_path / "x.zip", locked(raw, "a.txt").replace(b"b" * 99, b"c" * 99))
    assert some == {
        "a.txt": "is locked with a password; unlock it first",
        "b.txt": "is damaged, or locked with a password",
        "c.txt": "c",
    }
    every = locked(locked(locked(raw, "a.txt"), "b.txt"), "c.txt")
    with pytest.raises(DocumentError, match=r"x\.zip: is locked with a password; unlock it first"):
        found(tmp_path / "x.zip", every)
    monkeypatch.setattr(limits, "FILE", 98)
    (first, *_others) = archive.parts(zipped({"b.txt": b"b" * 99}))
    assert first.error == "is larger than 0 MB; split it"


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("a.zip", zipped({"x.bin": b""}), "holds no document"),
        ("a.zip", zipped({"bomb.txt": b" " * 5_000_000}), "times its size, as no real document"),
        ("a.zip", b"PK\x03\x04 cut off", "is damaged, or locked with a password"),
        ("a.rar", b"Rar!\x1a\x07", "is an archive of a kind that cannot be read; unpack it"),
        ("a.zip", b"7z\xbc\xaf\x27\x1c", "is an archive of a kind that cannot be read; unpack it"),
    ],
)
def test_archives_that_cannot_be_read_say_why(
    tmp_path: Path, name: str, raw: bytes, said: str
) -> None:
    """One sentence each."""
    with pytest.raises(DocumentError, match=said):
        found(tmp_path / name, raw)


def letter(body: str, *attached: tuple[str, bytes], html: str = "") -> bytes:
    """A letter as a mail program writes it."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@x.cn", "b@x.cn", "关于报送办法"
    message["Date"] = "Mon, 1 Jan 2024 08:00:00 +0800"
    message.set_content(body, charset="gb2312", cte="base64")
    if html:
        message.add_alternative(html, subtype="html")
    for name, raw in attached:
        message.add_attachment(raw, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def test_papers_attached_to_a_letter_are_read(tmp_path: Path) -> None:
    """The letter around them is not; without papers it is one itself, as a page if it can be."""
    raw = letter("请查收。", ("附件：办法.docx", making.docx(PAPER)), ("logo.png.exe", b""))
    assert found(tmp_path / "a.eml", raw) == {
        "附件：办法.docx": "某市科技成果转化办法第一条\u3000安排资金3亿元。",
        "logo.png.exe": "skipped",
        "letter.txt": "skipped",
    }
    assert found(tmp_path / "a.eml", letter(TEXT)) == {"letter.txt": "".join(TEXT.split())}
    page = letter("x", html="<p>政策文件</p>")
    assert found(tmp_path / "a.txt", page) == {"letter.html": "政策文件"}


def test_a_letter_in_a_letter_is_opened(tmp_path: Path) -> None:
    """What was forwarded as a whole; a letter without a text has only what is attached."""
    outer = EmailMessage()
    outer["From"], outer["To"], outer["Subject"] = "a@x.cn", "b@x.cn", "转发"
    inner = EmailMessage()
    inner["From"], inner["To"], inner["Date"] = "a@x.cn", "b@x.cn", "Mon, 1 Jan 2024 08:00:00 +0800"
    inner["Subject"] = "通知/一"
    inner.set_content(TEXT)
    outer.add_attachment(inner)
    assert found(tmp_path / "a.eml", outer.as_bytes()) == {
        "通知-一.eml/letter.txt": "".join(TEXT.split())
    }


def test_names_in_a_letter_may_be_bytes_of_gbk(tmp_path: Path) -> None:
    """Old programs write them so, against the standard."""
    raw = letter("x", ("ABCD.txt", TEXT.encode())).replace(b"ABCD", "办法".encode("gbk"))
    assert "办法.txt" in found(tmp_path / "a.eml", raw)


MHT = (
    "From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
    "--b\r\nContent-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    "{}\r\n--b\r\nContent-Type: image/png\r\n\r\nxx\r\n--b--\r\n"
)


def test_a_page_saved_with_its_pictures_is_a_page(tmp_path: Path) -> None:
    """Also under the name of a Word document."""
    import base64

    page = base64.b64encode(f"<html><body><p>{TEXT}</p></body></html>".encode("gbk")).decode()
    path = tmp_path / "page.doc"
    path.write_bytes(MHT.format(page).encode())
    assert "加大投入" in "".join(block.text for block in read.read(str(path)))
    with pytest.raises(DocumentError, match="holds no text"):
        mhtml.read(b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n")


def test_notes_that_look_like_a_letter_are_text() -> None:
    """A title page with a date and a subject is no letter; from, to and a date are."""
    notes = by_content(b"Date: 2024\nSubject: x\n\nFrom: a\nTo: b\n")
    assert notes is not None
    assert ".txt" in notes.endings


def test_an_archive_has_no_blocks_of_its_own(tmp_path: Path) -> None:
    """Who wants one document has to name one."""
    (tmp_path / "a.zip").write_bytes(zipped({"a.txt": TEXT.encode()}))
    with pytest.raises(DocumentError, match=r"a\.zip: holds several documents; unpack it"):
        read.read(str(tmp_path / "a.zip"))


def test_the_api_reads_every_paper_of_an_archive(tmp_path: Path) -> None:
    """And raises where one cannot be read."""
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"a.txt": TEXT.encode(), "b.docx": making.docx(PAPER), "c.gif": b""}))
    titles = [policy.title for policy in policycli.read_document(path)]
    assert titles == ["某市科技局关于加大投入的通知", "某市科技成果转化办法"]
    path.write_bytes(zipped({"a.txt": TEXT.encode(), "b.pdf": b"%PDF-1.7\nx"}))
    with pytest.raises(DocumentError, match=r"a\.zip/b\.pdf: is "):
        policycli.read_document(path)
