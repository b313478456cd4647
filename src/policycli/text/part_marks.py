"""The marks that Chinese official papers number their parts with (GB/T 9704-2012, 7.3.3).

Laws go down from 编, 章 and 节 to 条; other papers from 一、 over （一） and 1. to （1）.
"""

import re

from policycli.text.numerals import CHINESE, DIGITS, number
from policycli.tuples import NamedTuple

__all__ = ["ARTICLE", "DEPTHS", "Mark", "is_number", "is_title", "mark"]

_N = f"[{CHINESE}]{{1,9}}|[{DIGITS}]{{1,4}}"
_FRACTION = rf"(?!(?:19|20)\d\d年)[{DIGITS}]"  # digits behind a point, but for a year: 1.2025年
_MARKS = (  # patterns as texts, which re compiles when they are first asked: all take 3 ms
    ("part", rf"第({_N})(?:编|篇|部分)(?=[\s\u3000:：]|$|[^，。；]{{1,20}}$)"),
    ("chapter", rf"第({_N})章(?=[\s\u3000:：]|$|[^，。；]{{1,30}}$)"),
    ("section", rf"第({_N})节(?=[\s\u3000:：]|$|[^，。；]{{1,30}}$)"),
    ("article", rf"第({_N})条(?:之({_N}))?"),
    ("item", rf"([{CHINESE}]{{1,4}})[、．.]"),
    ("subitem", rf"[（(]([{CHINESE}]{{1,4}})[）)][、．.]?"),
    ("point", rf"([{DIGITS}]{{1,3}})(?:[、．]|[.](?!{_FRACTION}))"),
    ("subpoint", rf"[（(]([{DIGITS}]{{1,2}})[）)]"),
)
_BY_FIRST = {
    "第": _MARKS[:4],
    **dict.fromkeys(CHINESE, _MARKS[4:5]),
    **dict.fromkeys("（(", (_MARKS[5], _MARKS[7])),
    **dict.fromkeys("0123456789０１２３４５６７８９", _MARKS[6:7]),
}
"""By the sign that a line begins with, which marks can be: most lines begin with none of them."""
ARTICLE = "article"
DEPTHS = {kind: depth for depth, (kind, _pattern) in enumerate(_MARKS, 10)}
"""How deep a mark stands; headings, which are 0 to 6, are above all of them."""

_SENTENCE = re.compile(r"[。！？；!?;]|[，,：:、]$")
_LONGEST = 60
_COUNT = r"[零〇一二三四五六七八九十百千\d]+"


class Mark(NamedTuple):
    """The mark that a line begins with.

    Attributes:
        shown: As it is written: 第三条, （一）.
        number: Its value; what stands after 之 is ``sub``, else 0.
        rest: The line behind it.
        spaced: Whether a space stands between.
    """

    kind: str
    shown: str
    number: int
    sub: int
    rest: str
    spaced: bool


def mark(line: str) -> Mark | None:
    """The mark at the beginning of a line, if there is one."""
    for kind, pattern in _BY_FIRST.get(line[:1], ()):
        found = re.match(pattern, line)
        if found:
            return _mark(kind, found, line)
    return None


def _mark(kind: str, found: re.Match[str], line: str) -> Mark:
    behind = line[found.end() :]
    sub = number(found[2]) if kind == ARTICLE and found[2] else 0
    spaced = not behind or behind[0].isspace() or behind[0] in "【[（("
    shown = found[0].strip()
    return Mark(kind, shown, int(number(found[1]) or 0), int(sub or 0), behind.strip(), spaced)


def is_title(line: str) -> bool:
    """Whether a line can be a title: short, without a mark, and no sentence."""
    line = line.strip()
    return 2 <= len(line) <= _LONGEST and not _SENTENCE.search(line) and mark(line) is None


def is_number(title: str) -> bool:
    """Whether a title is nothing but the number of a part: 第三条, 第十二条之一, 第4章."""
    return re.fullmatch(rf"第{_COUNT}[编篇章节条款项](之{_COUNT})?", title.strip()) is not None
