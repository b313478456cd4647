"""How stretches of a .doc look: tables, headings, lists, and what is hidden.

Pages of 512 bytes say, for stretches of the file, which style a paragraph has and what differs from
it, as a row of codes with their operands. Source: [MS-DOC] 2.4.6, 2.6 and 2.9.271.
"""

import struct
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

__all__ = ["Look", "Properties"]

_STYLES, _SIGN_PAGES, _PARAGRAPH_PAGES = 1, 12, 13  # entries of the table of tables
_PAGE = 512  # bytes
_SIZES = {
    0: 1,
    1: 1,
    2: 2,
    3: 4,
    4: 2,
    5: 2,
    7: 3,
}  # bytes of an operand, by three bits of its code
_WIDE_TABLE = 0xD608  # its operand gives its length in two bytes
_ELSEWHERE = (0x6645, 0x6646)  # the codes stand in another stream
_DELETED, _HIDDEN = 0x0800, 0x083C
_IN_TABLE, _ROW_END, _OUTLINE, _DEPTH, _LIST = 0x2416, 0x2417, 0x2640, 0x260A, 0x460B
_TITLE, _NO_STYLE = 62, 0xFFF
_BODY = 9  # the outline level of text
_STYLES_DEEP = 20  # based on each other


class Look(NamedTuple):
    """How a paragraph looks.

    Attributes:
        level: Of a heading, 0 for the title of the document; ``None`` for text.
        list: The number of the list that it is in; 0 for none.
        depth: Its level in the list, from 0.
    """

    in_table: bool = False
    row_end: bool = False
    level: int | None = None
    list: int = 0
    depth: int = 0


class _Run(NamedTuple):
    start: int
    end: int
    style: int
    codes: bytes


class Properties:
    """The properties of a document.

    Args:
        word: The stream with the text.
        table: The stream with the tables.
        data: The stream with codes that were too many for a page.
    """

    def __init__(self, word: bytes, table: bytes, data: bytes) -> None:
        self._word, self._table, self._data = word, table, data
        self._styles = list(self._read_styles())
        self._runs = list(self._read(_PARAGRAPH_PAGES, 13, self._paragraph))
        self._hidden = [run for run in self._read(_SIGN_PAGES, 1, _signs) if _is_hidden(run.codes)]

    def look(self, place: int) -> Look:
        """How the paragraph looks whose mark is at this byte of the file."""
        at = bisect_right(self._runs, place, key=lambda run: run.start) - 1
        if at < 0 or place >= self._runs[at].end:
            return Look()
        run = self._runs[at]
        return self._changed(self._styled(run.style, 0), run.codes)

    def hidden(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches inside another that are hidden or deleted."""
        at = bisect_left(self._hidden, start, key=lambda run: run.end)
        while at < len(self._hidden) and self._hidden[at].start < end:
            yield max(self._hidden[at].start, start), min(self._hidden[at].end, end)
            at += 1

    def _entry(self, number: int) -> bytes:
        place, size = struct.unpack_from("<2I", self._word, 0x9A + 8 * number)
        return self._table[place : place + size]

    def _read(
        self, pages: int, step: int, made: Callable[[bytes, int], tuple[int, bytes]]
    ) -> Iterator[_Run]:
        """The stretches of all pages; of stretches that lie over each other the first counts."""
        table = self._entry(pages)
        count = (len(table) - 4) // 8
        last = 0
        for number in struct.unpack_from(f"<{max(count, 0)}I", table, 4 * (count + 1)):
            page = self._word[(number & 0x3FFFFF) * _PAGE :][:_PAGE]
            many = page[-1] if len(page) == _PAGE else 0
            for at in range(many):
                start, end = struct.unpack_from("<2I", page, 4 * at)
                offset = 2 * page[4 * (many + 1) + step * at]
                if last <= start < end:
                    yield _Run(start, end, *(made(page, offset) if offset else (0, b"")))
                    last = end

    def _paragraph(self, page: bytes, offset: int) -> tuple[int, bytes]:
        """The style of a paragraph, and what differs from it."""
        size = 2 * page[offset] - 1
        if size < 0:
            offset += 1
            size = 2 * page[offset]
        content = page[offset + 1 : offset + 1 + size]
        return int(struct.unpack_from("<H", content)[0]), content[2:]

    def _read_styles(self) -> Iterator[tuple[int, int, bytes]]:
        """Of each style what it is built in as, on which it is based, and its codes."""
        table = self._entry(_STYLES)
        if len(table) < 6:
            return
        at = 2 + int(struct.unpack_from("<H", table)[0])
        count, base = struct.unpack_from("<2H", table, 2)
        for _number in range(count):
            if at + 2 > len(table):
                return
            (size,) = struct.unpack_from("<H", table, at)
            yield _style(table[at + 2 : at + 2 + size], base)
            at += 2 + size + size % 2

    def _styled(self, number: int, deep: int) -> Look:
        """How a style looks, with what it takes over from the one it is based on."""
        if number >= len(self._styles) or deep > _STYLES_DEEP:
            return Look()
        kind, base, codes = self._styles[number]
        look = self._changed(self._styled(base, deep + 1), codes)
        if kind == _TITLE:
            return look._replace(level=0)
        return look._replace(level=kind) if 1 <= kind <= 9 else look

    def _changed(self, look: Look, codes: bytes) -> Look:
        for code, operand in self._codes(codes):
            value = int.from_bytes(operand, "little")
            if code == _IN_TABLE:
                look = look._replace(in_table=bool(value))
            elif code == _ROW_END:
                look = look._replace(row_end=bool(value))
            elif code == _OUTLINE:
                look = look._replace(level=value + 1 if value < _BODY else None)
            elif code == _LIST:
                look = look._replace(list=0 if value > 0x7FF else value)
            elif code == _DEPTH:
                look = look._replace(depth=value)
        return look

    def _codes(self, codes: bytes) -> Iterator[tuple[int, bytes]]:
        """The codes of a row, also those that stand elsewhere."""
        for code, operand in _split(codes):
            if code in _ELSEWHERE:
                place = int.from_bytes(operand, "little")
                size = int.from_bytes(self._data[place : place + 2], "little")
                yield from _split(self._data[place + 2 : place + 2 + size])
            else:
                yield code, operand


def _signs(page: bytes, offset: int) -> tuple[int, bytes]:
    """The codes of a stretch of characters; their styles hide nothing."""
    return 0, page[offset + 1 : offset + 1 + page[offset]]


def _style(raw: bytes, base: int) -> tuple[int, int, bytes]:
    """A style out of the table of styles; only those of paragraphs have a look."""
    if len(raw) < base + 2:
        return 0, _NO_STYLE, b""
    kind, based = struct.unpack_from("<2H", raw)
    if based & 0xF != 1:
        return 0, _NO_STYLE, b""
    at = base + 2 * (int(struct.unpack_from("<H", raw, base)[0]) + 2)  # behind its name
    size = int.from_bytes(raw[at : at + 2], "little")
    return kind & 0xFFF, based >> 4, raw[at + 4 : at + 2 + size]


def _is_hidden(codes: bytes) -> bool:
    found = {code: operand[0] for code, operand in _split(codes) if operand}
    return found.get(_DELETED, 0) == 1 or found.get(_HIDDEN, 0) == 1


def _split(codes: bytes) -> Iterator[tuple[int, bytes]]:
    """Codes with their operands."""
    at = 0
    while at + 3 <= len(codes):
        (code,) = struct.unpack_from("<H", codes, at)
        at += 2
        size = _SIZES.get(code >> 13)
        if code == _WIDE_TABLE:
            size = int.from_bytes(codes[at : at + 2], "little") + 1
        elif size is None:
            size = codes[at] + 1
        yield code, codes[at : at + size]
        at += size
