"""Word documents of before 2007, and those of WPS → blocks, in their order.

Text lies in pieces of two encodings; what is a table, a heading, a list or hidden is said by
properties of stretches of the file (``doc_properties``) and of styles. Nothing in it is run: macros
are other streams, which are not opened. Deleted and hidden text, the codes of fields, notes and
headers are not read; text boxes come last. Source: [MS-DOC].
"""

import re
import struct
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from typing import NamedTuple

from policycli.errors import DocumentError
from policycli.ingest.readers import limits
from policycli.ingest.readers.blocks import Block
from policycli.ingest.readers.doc_lists import lists
from policycli.ingest.readers.doc_properties import Look, Properties
from policycli.ingest.readers.flow import Flow
from policycli.ingest.readers.numbering import Numbering
from policycli.language import _

__all__ = ["read"]

_WORD_97 = 0xA5EC
_LOCKED, _TABLE_1 = 0x0100, 0x0200  # flags: encrypted; which of two streams has the tables
_COUNTS = 0x4C  # characters of text, footnotes, headers, macros, comments, endnotes, boxes
_PIECES, _LISTS, _LIST_USES = 33, 73, 74  # places of tables, by the number of their entry
_MARKS = "\r\x07\x0c"  # ends of paragraphs, of cells and rows, of pages and sections
_PARAGRAPH = re.compile(r"([^\r\x07\x0c]*)([\r\x07\x0c]|$)")
_IN_LINE = re.compile(r"[^\r\x07\x0c]")
_FIELD = re.compile(r"[\x13\x14\x15]")  # where the code of one begins, its result begins, it ends
_BLANK = "\0"
_NARROW = 0x40000000  # in the place of a piece: one byte a character
_PLAIN = str.maketrans({_BLANK: None, "\x1e": "-", "\x1f": None})


class Piece(NamedTuple):
    """A stretch of text.

    Attributes:
        start: How many characters are before it.
        offset: Where its bytes begin.
        width: Bytes of a character.
    """

    start: int
    text: str
    offset: int
    width: int


def read(raw: bytes) -> Iterator[Block]:
    """The blocks of a .doc or .wps.

    Raises:
        DocumentError: It is locked, older than Word 97, or holds too much.
    """
    import olefile

    with olefile.OleFileIO(BytesIO(raw)) as file:
        streams = {
            name: file.openstream(name).read()
            for name in ("WordDocument", "0Table", "1Table", "Data")
            if file.exists(name)
        }
    return _Document(streams).blocks()


class _Document:
    def __init__(self, streams: dict[str, bytes]) -> None:
        word = streams["WordDocument"]
        kind, *_rest, flags = struct.unpack_from("<6H", word)
        if kind != _WORD_97:
            raise DocumentError(_("is of a Word older than that of 1997; save it as .docx"))
        if flags & _LOCKED:
            raise DocumentError(_("is locked with a password; unlock it first"))
        self._word = word
        self._table = streams["1Table" if flags & _TABLE_1 else "0Table"]
        self._properties = Properties(word, self._table, streams.get("Data", b""))
        self._numbering, self._missing = self._numbers()
        self._flow = Flow()

    def _numbers(self) -> tuple[Numbering, str]:
        """The automatic numbers, and what to say where they cannot be read; the text still can."""
        places = self._entry(_LISTS), self._entry(_LIST_USES)
        if not all(size for _place, size in places):
            return Numbering(None), ""
        try:
            return Numbering(lists(self._table, *places)), ""
        except (struct.error, IndexError):
            return Numbering(None), _("the automatic numbers are damaged and were left out")

    def _entry(self, number: int) -> tuple[int, int]:
        """Where a table begins, and how long it is."""
        place, size = struct.unpack_from("<2I", self._word, 0x9A + 8 * number)
        return place, size

    def blocks(self) -> Iterator[Block]:
        """The main text, then what is in boxes."""
        counts = struct.unpack_from("<7I", self._word, _COUNTS)
        if sum(counts) > limits.TEXT:
            what = _("holds more than {n} million characters; split it")
            raise DocumentError(what.format(n=limits.TEXT // 10**6))
        pieces = list(self._pieces(sum(counts)))
        text = _without_codes("".join(piece.text for piece in pieces))
        yield from self._story(pieces, text, 0, counts[0])
        yield from self._story(pieces, text, sum(counts[:6]), sum(counts))
        if self._missing:
            yield Block("missing", self._missing)

    def _pieces(self, most: int) -> Iterator[Piece]:
        """All text in its order, hidden characters dropped; ``most`` characters of it."""
        place, size = self._entry(_PIECES)
        table = self._table[place : place + size]
        at = 0
        while table[at : at + 1] == b"\x01":  # changes that were not yet written into the text
            at += 3 + int(struct.unpack_from("<H", table, at + 1)[0])
        count = (struct.unpack_from("<I", table, at + 1)[0] - 4) // 12
        starts = struct.unpack_from(f"<{count + 1}I", table, at + 5)
        done = 0
        for number, (start, end) in enumerate(pairwise(starts)):
            (where,) = struct.unpack_from("<I", table, at + 5 + 4 * (count + 1) + 8 * number + 2)
            piece = self._piece(done, where, min(end - start, most - done))
            done += len(piece.text)
            yield piece

    def _piece(self, start: int, where: int, length: int) -> Piece:
        """Text in one byte a character (of the Western code page), or in two."""
        narrow = bool(where & _NARROW)
        offset = (where & ~_NARROW) // 2 if narrow else where
        width = 1 if narrow else 2
        raw = self._word[offset : offset + max(length, 0) * width]
        if narrow:
            text = raw.decode("cp1252", "replace")
        else:  # halves of rare characters stay apart, so that each has a place of its own
            text = "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw[: len(raw) // 2 * 2])))
        return Piece(start, self._seen(text, offset, width), offset, width)

    def _seen(self, text: str, offset: int, width: int) -> str:
        """The text with what is hidden blanked; ends of paragraphs always count."""
        signs = list(text)
        for start, end in self._properties.hidden(offset, offset + len(text) * width):
            for at in range((start - offset) // width, (end - offset) // width):
                signs[at] = signs[at] if signs[at] in _MARKS else _BLANK
        return "".join(signs)

    def _story(self, pieces: Sequence[Piece], text: str, first: int, end: int) -> Iterator[Block]:
        """The blocks of the text between two places."""
        for found in _PARAGRAPH.finditer(text, first, end):
            piece = pieces[bisect_right(pieces, found.end() - 1, key=lambda each: each.start) - 1]
            place = piece.offset + (found.end() - 1 - piece.start) * piece.width
            self._paragraph(found[1], found[2], self._properties.look(place))
            yield from self._flow.taken()
        yield from self._flow.end()

    def _paragraph(self, text: str, mark: str, look: Look) -> None:
        if look.row_end:
            self._flow.end_row()
            return
        text = _whole(text)
        number = self._numbering.next(str(look.list), look.depth) if text and look.list else ""
        text = f"{number} {text}" if number else text
        self._flow.paragraph(text, look.level, inside=look.in_table)
        if mark == "\x07":
            self._flow.end_cell()


def _without_codes(text: str) -> str:
    """The text with the codes of fields blanked (links, say); their results stay."""
    parts: list[str] = []
    fields: list[int] = []  # of every open one, 1 while its code goes on
    at = codes = 0
    for found in _FIELD.finditer(text):
        part = text[at : found.start()]
        parts += [_IN_LINE.sub(_BLANK, part) if codes else part, _BLANK]
        at = found.end()
        if fields and found[0] != "\x13":
            codes -= fields.pop()
        if found[0] != "\x15":
            fields.append(int(found[0] == "\x13"))
            codes += fields[-1]
    return "".join(parts) + text[at:]


def _whole(text: str) -> str:
    """A paragraph with hyphens as they look, and characters of two halves put together."""
    halves = text.translate(_PLAIN).encode("utf-16-le", "surrogatepass")
    return halves.decode("utf-16-le", "ignore").strip()
