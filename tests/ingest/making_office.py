"""Documents as other word processors write them: .rtf, .odt and the .doc of before 2007."""

import struct
import zipfile
from collections.abc import Iterable, Sequence
from html import escape
from io import BytesIO
from typing import NamedTuple

Piece = tuple[int, str] | list[list[str]]
"""A heading (level from 1), a paragraph (level 0), or the rows of a table."""

ODF = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for name, long in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
    )
)


def rtf(pieces: Iterable[Piece]) -> bytes:
    """As Word writes it for Chinese: bytes of GBK, each as an escape."""
    styles = "".join(rf"{{\s{n}\outlinelevel{n - 1} heading {n};}}" for n in range(1, 7))
    body = "".join(map(_rtf_piece, pieces))
    fonts = r"{\fonttbl{\f0\fcharset0 Arial;}{\f13\fnil\fcharset134 SimSun;}}"
    head = rf"{{\rtf1\ansi\ansicpg936\deff0{fonts}{{\stylesheet{styles}}}"
    return f"{head}{body}}}".encode("ascii")


def _rtf_piece(piece: Piece) -> str:
    if isinstance(piece, list):
        rows = ("".join(rf"\intbl {rtf_text(c)}\cell " for c in row) for row in piece)
        return "".join(rf"\trowd\cellx1000 {row}\row" + "\n" for row in rows) + r"\pard "
    level, words = piece
    style = rf"\s{level}\outlinelevel{level - 1} " if level else ""
    return rf"\pard\plain {style}{rtf_text(words)}\par" + "\n"


def rtf_text(words: str) -> str:
    """Words in GBK, and what that does not have in Unicode."""
    made = ""
    for char in words:
        try:
            raw = char.encode("gbk")
        except UnicodeEncodeError:
            halves = struct.unpack("<2h", char.encode("utf-16-le").ljust(4, b"?")[:4])
            made += "".join(rf"\u{half}?" for half in halves if half != 0x3F3F)
            continue
        made += (
            "".join(rf"\'{byte:02x}" for byte in raw) if raw[0] > 127 or char in "\\{}" else char
        )
    return rf"{{\f13 {made}}}"


def odt(pieces: Iterable[Piece]) -> bytes:
    """As LibreOffice writes it."""
    return odt_of("".join(map(_odt_piece, pieces)))


def odt_of(body: str, styles: str = "") -> bytes:
    """An OpenDocument text with this body and these automatic styles, both XML."""
    content = (
        f"<office:document-content{ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return open_document("text", content)


def open_document(kind: str, content: str) -> bytes:
    """An OpenDocument of a kind, such as ``text``, with this content, as XML."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        sign = f"application/vnd.oasis.opendocument.{kind}"
        packed.writestr("mimetype", sign, zipfile.ZIP_STORED)
        packed.writestr("content.xml", content)
    return file.getvalue()


def _odt_piece(piece: Piece) -> str:
    if isinstance(piece, list):
        rows = (
            "".join(f"<table:table-cell>{_odt_piece((0, c))}</table:table-cell>" for c in row)
            for row in piece
        )
        inside = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
        return f"<table:table>{inside}</table:table>"
    level, words = piece
    tag = f'text:h text:outline-level="{level}"' if level else "text:p"
    return f"<{tag}>{escape(words)}</{tag.partition(' ')[0]}>"


class Paragraph(NamedTuple):
    """A paragraph of a .doc.

    Attributes:
        codes: What differs from its style, as in [MS-DOC] 2.6.2.
        style: 0 is text, 1 to 6 are headings.
        mark: What ends it.
        hidden: Whether it is.
    """

    text: str
    codes: bytes = b""
    style: int = 0
    mark: str = "\r"
    hidden: bool = False


IN_TABLE, ROW_END = b"\x16\x24\x01", b"\x17\x24\x01"


def doc(pieces: Iterable[Piece]) -> bytes:
    """As Word 97 writes it."""
    paragraphs: list[Paragraph] = []
    for piece in pieces:
        if isinstance(piece, list):
            for row in piece:
                paragraphs += [Paragraph(cell, IN_TABLE, mark="\x07") for cell in row]
                paragraphs.append(Paragraph("", IN_TABLE + ROW_END, mark="\x07"))
        else:
            paragraphs.append(Paragraph(piece[1], style=piece[0]))
    return doc_of(paragraphs)


def doc_of(
    paragraphs: Sequence[Paragraph], tables: dict[int, bytes] | None = None, flags: int = 0x0200
) -> bytes:
    """A .doc of these paragraphs.

    Every run of ASCII at the beginning of a paragraph is a piece of one byte a character, as Word
    keeps it.

    Args:
        paragraphs: Of the main text.
        tables: Other tables, by the number of their entry; 73 and 74 are lists and their uses.
        flags: Of the document.
    """
    text, pieces, runs = _laid(paragraphs)
    start = 0x400
    pages, firsts = _pages(runs, start + len(text), start)
    hidden = _hidden_page(paragraphs, runs)
    word_end = start + len(text) + -(start + len(text)) % 512
    sign_page = (word_end + len(pages)) // 512
    end = runs[-1][1]
    parts = {
        1: _styles(),
        12: struct.pack("<3I", start, end, sign_page),
        13: struct.pack(f"<{len(firsts) + 1}I", *firsts, end)
        + struct.pack(f"<{len(firsts)}I", *(word_end // 512 + n for n in range(len(firsts)))),
        33: _clx(pieces),
    } | (tables or {})
    table = b""
    fib = bytearray(start)
    struct.pack_into("<6H", fib, 0, 0xA5EC, 0xC1, 0, 0x804, 0, flags)
    struct.pack_into("<I", fib, 0x4C, sum(length for _where, length in pieces))
    for number, part in parts.items():
        struct.pack_into("<2I", fib, 0x9A + 8 * number, len(table), len(part.split(LEVELS)[0]))
        table += part.replace(LEVELS, b"")
    word = (bytes(fib) + text).ljust(word_end, b"\0") + pages + hidden
    return ole({"WordDocument": word, "1Table": table})


LEVELS = b"--levels--"
"""Stands in the table of lists where the levels begin, which are not counted as part of it."""


def _laid(
    paragraphs: Sequence[Paragraph],
) -> tuple[bytes, list[tuple[int, int]], list[tuple[int, int, Paragraph]]]:
    """The bytes of the text, its pieces (place and length), and where each paragraph lies."""
    text, pieces, runs = b"", [], []
    for paragraph in paragraphs:
        begin = 0x400 + len(text)
        whole = paragraph.text + paragraph.mark
        narrow = whole[: next((n for n, c in enumerate(whole) if not c.isascii()), 0)]
        for part, width in ((narrow, 1), (whole[len(narrow) :], 2)):
            if part:
                text += b"\0" * (len(text) % 2)
                place = 0x400 + len(text)
                raw = part.encode("ascii" if width == 1 else "utf-16-le")
                pieces.append((place * 2 | 0x40000000 if width == 1 else place, len(raw) // width))
                text += raw
        runs.append((begin, 0x400 + len(text), paragraph))
    return text, pieces, runs


def _pages(
    runs: Sequence[tuple[int, int, Paragraph]], after: int, start: int
) -> tuple[bytes, list[int]]:
    """Pages with the properties of ten paragraphs each, and where the first of each begins."""
    assert after >= start
    pages, firsts = b"", []
    for at in range(0, len(runs), 10):
        some = runs[at : at + 10]
        page = bytearray(512)
        struct.pack_into(f"<{len(some) + 1}I", page, 0, *(r[0] for r in some), some[-1][1])
        offset = 510
        for number, (_begin, _end, paragraph) in enumerate(some):
            content = struct.pack("<H", paragraph.style) + paragraph.codes
            content = content if len(content) % 2 else content + b"\0"
            offset -= len(content) + 1 + (len(content) + 1) % 2
            page[offset] = (len(content) + 1) // 2
            page[offset + 1 : offset + 1 + len(content)] = content
            page[4 * (len(some) + 1) + 13 * number] = offset // 2
        page[511] = len(some)
        pages += bytes(page)
        firsts.append(some[0][0])
    return pages, firsts


def _hidden_page(
    paragraphs: Sequence[Paragraph], runs: Sequence[tuple[int, int, Paragraph]]
) -> bytes:
    """A page with the properties of characters: which are hidden."""
    some = [run for run in runs if run[2].hidden][:20]
    page = bytearray(512)
    if not some or not paragraphs:
        return bytes(page)
    edges = [edge for begin, end, _p in some for edge in (begin, end)]
    struct.pack_into(f"<{len(edges)}I", page, 0, *edges)
    page[500:504] = b"\x03\x3c\x08\x01"
    for number in range(0, len(edges) - 1, 2):
        page[4 * len(edges) + number] = 250
    page[511] = len(edges) - 1
    return bytes(page)


def _styles() -> bytes:
    """Text, and six headings based on it."""
    styles = b""
    for number in range(7):
        name = "Normal" if number == 0 else f"heading {number}"
        base = 0xFFF if number == 0 else 0
        raw = struct.pack("<5H", number, base << 4 | 1, 0x21, 0, 0) + struct.pack("<H", len(name))
        raw += name.encode("utf-16-le") + b"\0\0" + struct.pack("<HHH", 2, number, 0)
        styles += struct.pack("<H", len(raw)) + raw
    head = struct.pack("<9H", 7, 10, 0, 0, 0, 0, 0, 0, 0)
    return struct.pack("<H", len(head)) + head + styles


def _clx(pieces: Sequence[tuple[int, int]]) -> bytes:
    """The table of pieces."""
    starts = [0]
    for _where, length in pieces:
        starts.append(starts[-1] + length)
    table = struct.pack(f"<{len(starts)}I", *starts)
    table += b"".join(struct.pack("<HIH", 0, where, 0) for where, _length in pieces)
    return b"\x02" + struct.pack("<I", len(table)) + table


def ole(streams: dict[str, bytes]) -> bytes:
    """A compound file ([MS-CFB]) of these streams, each in sectors of its own."""
    sectors, places, chain = b"", [], []
    for content in streams.values():
        padded = content.ljust(max(len(content), 4096), b"\0")
        padded += b"\0" * (-len(padded) % 512)
        first, count = len(sectors) // 512, len(padded) // 512
        places.append((first, len(padded)))
        chain += [*range(first + 1, first + count), 0xFFFFFFFE]
        sectors += padded
    directory = _entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)
    for number, (name, (first, size)) in enumerate(zip(streams, places, strict=True), 1):
        right = number + 1 if number < len(streams) else 0xFFFFFFFF
        directory += _entry(name, 2, first, size, right=right)
    directory += b"\0" * (-len(directory) % 512)
    at, count = len(sectors) // 512, len(directory) // 512
    chain += [*range(at + 1, at + count), 0xFFFFFFFE]
    tables = -(-(len(chain) + 8) // 127)
    chain += [0xFFFFFFFD] * tables
    fat = struct.pack(f"<{len(chain)}I", *chain).ljust(tables * 512, b"\xff")
    places_of_fat = [at + count + n for n in range(tables)] + [0xFFFFFFFF] * (109 - tables)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    head += struct.pack("<5H6x3I", 0x3E, 3, 0xFFFE, 9, 6, 0, tables, at)
    head += struct.pack("<6I", 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    return head + struct.pack("<109I", *places_of_fat) + sectors + directory + fat


def _entry(
    name: str, kind: int, first: int, size: int, *, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF
) -> bytes:
    raw = name.encode("utf-16-le")
    entry = raw.ljust(64, b"\0") + struct.pack("<HBB", len(raw) + 2, kind, 1)
    entry += struct.pack("<3I", 0xFFFFFFFF, right, child) + b"\0" * 36
    return entry + struct.pack("<IQ", first, size)
