"""Plain text and Markdown → blocks.

Text files have no headings but ``#`` and what people do to set a title off: empty lines around
it, two of them above, or a line drawn under it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from policycli.ingest.readers.blocks import Block, heading, paragraph, table
from policycli.ingest.readers.decode import decode
from policycli.text.part_marks import is_title, mark

__all__ = ["inline", "parse", "read"]

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t#]*$")
_RULE = re.compile(r"[ \t]*(?:[=＝]{3,}|[-—－]{3,}|[*＊](?:[ \t]*[*＊]){2,}|_{3,})[ \t]*$")
_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*$")
_BETWEEN = re.compile(r"[ \t:|-]+$")
_BULLET = re.compile(r"^[ \t]*(?:[-*+][ \t]+|>[ \t]?)+")
_EMPHASIS = re.compile(r"(\*\*|__|~~|`)(?=\S)(.{1,500}?)(?<=\S)\1")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,20}(?:\s[^<>\n]{0,200})?/?>")
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\([^)\n]{0,500}\)")  # bounded: what has no end is no link
_ENDS = "。！？；：!?;:…”）)》"
_OF_HEAD = re.compile(r"文\s*件$|[〔\[（(](?:19|20)\d\d[〕\]）)]\s*\d+\s*号[）)]?$|第\d+期$")
_HEAD_BELOW = re.compile(rf"{_OF_HEAD.pattern}|^各\S{{2,60}}[：:]$")
_DAY = re.compile(r"[（(]?[12二一][\d〇○零一二三四五六七八九]{3}\s*年.{1,5}月.{1,5}日[）)]?")
_INDENT = ("  ", "\u3000", "\t")


def read(raw: bytes) -> Iterator[Block]:
    """The blocks of a text file.

    Raises:
        DocumentError: It is in no encoding known here.
    """
    yield from parse(decode(raw))


def parse(text: str) -> Iterator[Block]:
    """The blocks of a text; every line is a paragraph, unless all were broken at one width."""
    lines = _COMMENT.sub("", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    broken = _broken_at(lines)
    at = 0
    while at < len(lines):
        taken, block = _next(lines, at, broken)
        if block:
            yield block
        at += taken


def _next(lines: Sequence[str], at: int, broken: int) -> tuple[int, Block | None]:
    """How many lines the block that begins at ``at`` takes, and the block."""
    line = lines[at]
    if _ROW.match(line):
        rows = _rows(lines, at)
        return len(rows), table(_cells(row) for row in rows if not _BETWEEN.match(row))
    if found := _HEADING.match(line):
        return 1, heading(_plain(found[2]), len(found[1]))
    if not line.strip() or _RULE.match(line):
        return 1, None
    if _set_off(lines, at):
        return 1, heading(_plain(line), 1)
    taken = _joined(lines, at, broken) if broken else 1
    return taken, paragraph(_plain("".join(part.strip() for part in lines[at : at + taken])))


def inline(line: str) -> Block:
    """One line of Markdown that stands alone."""
    found = _HEADING.match(line)
    return heading(_plain(found[2]), len(found[1])) if found else paragraph(_plain(line))


def _plain(line: str) -> str:
    """A line without the marks of Markdown."""
    return _TAG.sub("", _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", _BULLET.sub("", line))))


def _rows(lines: Sequence[str], at: int) -> list[str]:
    end = at
    while end < len(lines) and _ROW.match(lines[end]):
        end += 1
    return list(lines[at:end])


def _cells(row: str) -> list[str]:
    return [_plain(cell.strip()) for cell in row.strip().strip("|").split("|")]


def _set_off(lines: Sequence[str], at: int) -> bool:
    """Whether a line is a title: short, and with two empty lines above, or a line drawn under."""
    below = lines[at + 1] if at + 1 < len(lines) else ""
    above = lines[max(at - 2, 0) : at]
    alone = not any(map(str.strip, above)) or any(map(_RULE.match, above[-1:]))
    underlined = bool(_RULE.match(below)) and len(below.strip()) > 4
    if not is_title(lines[at]) or _DAY.fullmatch(lines[at].strip()):
        return False
    return underlined or (alone and not below.strip())


def _broken_at(lines: Sequence[str]) -> int:
    """The length at which an editor broke the lines; 0 where none did."""
    lengths = Counter(len(line.rstrip()) for line in lines if len(line.strip()) > 12)
    if lengths.total() < 8:
        return 0
    longest = max(lengths)
    full = sum(lengths[longest - less] for less in range(3))
    return longest if longest <= 60 and full * 2 > lengths.total() else 0


def _joined(lines: Sequence[str], at: int, broken: int) -> int:
    """How many lines one paragraph takes in a text whose lines were broken at a length."""
    taken = 1
    while at + taken < len(lines) and _goes_on(lines[at + taken - 1], lines[at + taken], broken):
        taken += 1
    return taken


def _goes_on(line: str, below: str, broken: int) -> bool:
    if len(line.rstrip()) < broken - 2 or not below.strip() or below.startswith(_INDENT):
        return False
    if _OF_HEAD.search(line.rstrip()) or _HEAD_BELOW.search(below.strip()):
        return False
    return not mark(below.strip()) and not _HEADING.match(below)
