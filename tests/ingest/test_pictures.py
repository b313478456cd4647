"""Pictures of pages: their text is recognised, where the engine is installed."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from policycli.errors import DocumentError
from policycli.exchange.intake import taken
from policycli.ingest.readers import limits, sandbox
from policycli.ingest.readers import read as reading
from policycli.ingest.readers.blocks import Block
from policycli.ingest.readers.kinds import Reader, by_content
from policycli.ingest.readers.read import read

WORDS = [
    "Policies for science and technology",
    "Article 1 gives 500 million",
    "Article 2 begins in 2025",
]


def page(*words: str, grid: bool = False) -> Any:
    """A picture of a page with these lines, or with each in a cell of a table of two columns."""
    Image = pytest.importorskip("PIL.Image")  # noqa: N806 - the name of the module
    from PIL import ImageDraw, ImageFont

    image = Image.new("RGB", (1240, 900), "white")
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(36)
    for n, text in enumerate(words):
        x, y = (140 + 480 * (n % 2), 120 + 100 * (n // 2)) if grid else (120, 120 + 80 * n)
        draw.text((x, y), text, fill="black", font=font)
        if grid:
            draw.rectangle((x - 20, y - 28, x + 460, y + 72), outline="black", width=3)
    return image


def raw(image: Any, kind: str = "PNG", **options: Any) -> bytes:
    """The bytes of a picture."""
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def printed(*pictures: Any, text: str = "") -> bytes:
    """A PDF of pictures, and of a page of text if there is some."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    file = BytesIO()
    canvas = Canvas(file, (595, 432))
    for picture in pictures:
        canvas.drawImage(ImageReader(picture), 0, 0, 595, 432)
        canvas.showPage()
    if text:
        canvas.drawString(72, 300, text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def text_of(path: Path, content: bytes) -> str:
    """All text, without spaces, which machines see or not."""
    path.write_bytes(content)
    blocks = [block for block in read(str(path)) if block.kind != "missing"]
    return "".join("".join(block.text.split()) for block in blocks)


WANTED = "".join("".join(WORDS).split())


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_pictures_are_read_however_they_lie(tmp_path: Path, turned: int) -> None:
    """Upright, on either side, and upside down."""
    pytest.importorskip("rapidocr")
    image = page(*WORDS).rotate(turned, expand=True)
    assert text_of(tmp_path / "a.png", raw(image)) == WANTED


def test_pictures_say_that_they_are(tmp_path: Path) -> None:
    """The last block is a remark, which becomes a check; a wrong name does not matter."""
    pytest.importorskip("rapidocr")
    (tmp_path / "a.docx").write_bytes(raw(page(*WORDS), "JPEG"))
    said = "the text was recognised in pictures (OCR): compare it with the paper"
    assert read(str(tmp_path / "a.docx"))[-1] == Block("missing", said)


def test_tables_in_pictures_are_kept(tmp_path: Path) -> None:
    """By their ruled lines."""
    pytest.importorskip("rapidocr")
    (tmp_path / "a.png").write_bytes(
        raw(page("Target", "Unit", "Firms founded", "Companies", grid=True))
    )
    tables = [block.rows for block in read(str(tmp_path / "a.png")) if block.rows]
    assert tables == [(("Target", "Unit"), ("Firms founded", "Companies"))]


def test_pages_of_one_picture_follow_each_other(tmp_path: Path) -> None:
    """A scanner saves them in one .tif; transparent paper is white."""
    pytest.importorskip("rapidocr")
    first, second = page(WORDS[0]), page(WORDS[1])
    second.putalpha(255)
    content = raw(first, "TIFF", save_all=True, append_images=[second])
    assert text_of(tmp_path / "a.tif", content) == "".join("".join(WORDS[:2]).split())


def test_scanned_pages_of_a_pdf_are_read(tmp_path: Path) -> None:
    """Alone, and between pages with text."""
    pytest.importorskip("rapidocr")
    path = tmp_path / "a.pdf"
    assert text_of(path, printed(page(*WORDS))) == WANTED
    assert text_of(path, printed(page(WORDS[0]), text="The end")) == "".join(
        (WORDS[0] + "Theend").split()
    )
    said = "the text of these pages was recognised in pictures (OCR): 1; compare it"
    assert read(str(path))[-1] == Block("missing", said)


def test_a_picture_without_text_says_so(tmp_path: Path) -> None:
    """A photograph of something else."""
    pytest.importorskip("rapidocr")
    with pytest.raises(DocumentError, match=r"a\.png: shows no text"):
        text_of(tmp_path / "a.png", raw(page()))


def test_large_pictures_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """By their dots, and by how many there are, before any is read."""
    pytest.importorskip("cv2")
    from policycli.ingest.readers import picture, scans

    monkeypatch.setattr(limits, "PICTURES", 0)
    with pytest.raises(DocumentError, match="has more than 0 pages that are pictures; split it"):
        list(picture.read(raw(page())))
    with pytest.raises(DocumentError, match="has more than 0 pages that are pictures; split it"):
        list(scans.read(printed(page(*WORDS))))
    monkeypatch.setattr(limits, "PIXELS", 10)
    with pytest.raises(DocumentError, match="is a picture of more than 0 million dots"):
        list(picture.read(raw(page())))


@pytest.mark.parametrize("begin", [b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"BM"])
def test_pictures_are_known_by_their_first_bytes(begin: bytes) -> None:
    """Whatever they are called."""
    kind = by_content(begin + b"\0" * 9)
    assert kind is not None
    assert ".png" in kind.endings


def test_a_scan_needs_the_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it the line that installs it is given; pages with text are read all the same."""
    pytest.importorskip("PIL.Image")
    (tmp_path / "needy.py").write_text("import no_engine\n", "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    sandbox.close()  # those that wait do not know of this folder
    needy = Reader((".pdf",), lambda _raw: False, "needy", "", extra="ocr", slow=True)
    monkeypatch.setattr(reading, "of_scans", lambda _reader: needy)
    path = tmp_path / "a.pdf"
    path.write_bytes(printed(page(*WORDS)))
    with pytest.raises(DocumentError) as caught:
        read(str(path))
    assert str(caught.value).startswith(f"{path}: is a scan: to read .pdf, install no-engine: pip")
    assert str(caught.value).endswith("[ocr]'")
    path.write_bytes(printed(page(*WORDS), text="The end"))
    text, missing = read(str(path))
    assert text.text == "The end"
    assert missing.text.startswith("pages without text, perhaps scanned: 1; to read .pdf, install")


def test_a_paper_of_which_pages_are_pictures_is_drafted(tmp_path: Path) -> None:
    """Of all its pages, where they can be recognised, else of those that have text."""
    path = tmp_path / "a.pdf"
    path.write_bytes(printed(page(*WORDS), text="Funds for research are given to all"))
    ((document, found),) = taken(str(path))
    assert (document.error, len(found.drafts)) == ("", 1)
    assert "Funds for research" in str(found.drafts[0].policy)
