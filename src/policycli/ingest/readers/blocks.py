"""What every reader makes of a document: headings, paragraphs and tables, in their order."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple

from policycli.errors import DocumentError
from policycli.ingest.readers import limits
from policycli.language import _

__all__ = ["Block", "bounded", "clean", "heading", "paragraph", "restored", "table"]

_RADICALS = dict(
    zip(
        "⺠⺟⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "民母虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)
"""Radicals (U+2E80 to U+2EFF) that PDFs of browsers have in place of the characters."""

_LOOKALIKES = ((0x2F00, 0x2FDF), (0xF900, 0xFAFF))  # Kangxi radicals, compatibility ideographs
_HARMFUL = {"Cc", "Cf", "Cs", "Co"}  # controls, marks of direction, half characters, private use
_SPACES = re.compile(r"[ \u3000]{3,}")
_STRIP = " \u3000\n"
_ORDINARY = re.compile(r"[\n -~\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e“”‘’—…·]*")
"""Text that ``_PLAIN`` leaves as it is; nearly all is."""


class Block(NamedTuple):
    """One piece of a document.

    Attributes:
        kind: ``missing`` is what could not be read, or not surely, and ``text`` says why;
            ``pictures`` are pages without text, by their numbers, which ``read`` makes one of the
            others of; ``sheet`` is one of a workbook with its name, its cells as they are;
            ``records`` what an export put in.
        level: Of a heading: 0 the title of all of it, 1 to 6 below; else 0.
        text: Without line breaks, except where the document has one inside a paragraph.
        rows: The cells of a table, row by row; of a sheet, what several cells are merged to stands
            in each of them.
        links: Of a sheet, the web addresses behind cells, each with its row and column from 0.
    """

    kind: Literal["heading", "paragraph", "table", "missing", "pictures", "sheet", "records"]
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    links: tuple[tuple[int, int, str], ...] = ()


class _Plain(dict[int, str]):
    """A table for ``str.translate`` that drops what is no text and makes every space plain."""

    def __missing__(self, code: int) -> str:
        char = _RADICALS.get(chr(code), chr(code))
        if any(first <= code <= last for first, last in _LOOKALIKES):
            char = unicodedata.normalize("NFKC", char)
        if char in "\n\u3000":
            plain = char
        elif char.isspace():
            plain = "\n" if char in "\r\v\f\x85\u2028\u2029" else " "
        else:
            plain = "" if unicodedata.category(char) in _HARMFUL else char
        self[code] = plain
        return plain


_PLAIN = _Plain()


def clean(text: str) -> str:
    """``text`` without what a terminal would obey, its lines without spaces around them."""
    plain = text if _ORDINARY.fullmatch(text) else text.translate(_PLAIN)
    lines = (_SPACES.sub(" ", line.strip(_STRIP)) for line in plain.split("\n"))
    return "\n".join(line for line in lines if line)


def heading(text: str, level: int) -> Block:
    """A heading, on one line."""
    return Block("heading", clean(text).replace("\n", " "), level)


def paragraph(text: str) -> Block:
    """A paragraph."""
    return Block("paragraph", clean(text))


def table(rows: Iterable[Iterable[str]]) -> Block:
    """A table; rows without any text are left out."""
    cleaned = (tuple(clean(cell).replace("\n", "") for cell in row) for row in rows)
    return Block("table", rows=tuple(row for row in cleaned if any(row)))


def bounded(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks that hold something, as long as there are not too many.

    Raises:
        DocumentError: Together they hold more than ``limits.TEXT`` characters.
    """
    size = 0
    for block in blocks:
        size += len(block.text) + sum(len(cell) + 1 for row in block.rows for cell in row)
        if size > limits.TEXT:
            what = _("holds more than {n} million characters; split it")
            raise DocumentError(what.format(n=limits.TEXT // 10**6))
        if block.text or block.rows:
            yield block


def restored(blocks: Any) -> list[Block]:
    """Blocks that came from another process as plain data."""
    return [
        Block(kind, text, level, tuple(map(tuple, rows)), tuple(map(tuple, links)))
        for kind, text, level, rows, links in blocks
    ]
