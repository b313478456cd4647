"""Where in a law something stands: 民法典第五十六条第二款, 《民法典》56条, 第（七）项.

A law goes down from 条 (article) over 款 (paragraph, not numbered in print) and 项 (item, （一）)
to 目 (point, 1.), as article 65 of the law on legislation (立法法, 2023) lays down.
"""

import re
from collections.abc import Iterable

from policycli.text.numerals import CHINESE, DIGITS, number, numeral
from policycli.text.part_marks import ARTICLE, mark
from policycli.tuples import NamedTuple

__all__ = ["Address", "article_of", "lacks", "listed", "parse", "part", "parts_of"]

# Patterns are texts: re compiles one, and keeps it, when it is first asked; all take 4 ms.
_N = f"(?:[{CHINESE}]{{1,9}}|[{DIGITS}]{{1,4}})"
_SUB = rf"(?:\s*之\s*(?P<sub>{_N}))?"
_INNER = (
    rf"(?:第?\s*(?P<paragraph>{_N})\s*款)?\s*"
    rf"(?:第?\s*[（(]?\s*(?P<item>{_N})\s*[）)]?\s*项)?\s*"
    rf"(?:第?\s*(?P<point>{_N})\s*目)?"
)
_PARTS = rf"\s*(?P<title>《[^》]+》|.*?)\s*(?:第?\s*(?P<article>{_N})\s*条{_SUB})?\s*{_INNER}\s*"
_TO = "至|到|—|－|-|~|～"
_AND = "、|和|与|及|以及|或者?"
_MARKED = rf"第?\s*[（(]?\s*{_N}(?:\s*[）)])?"
_SEVERAL = rf"{_MARKED}(?:\s*(?:{_TO}|{_AND})\s*{_MARKED})*"
_STEP = (
    rf"\s*(?P<join>(?P<to>{_TO})|{_AND}|，(?=第{_N}条))?\s*"
    rf"(?:第?\s*(?P<article>{_N}(?:\s*(?:{_TO}|{_AND})\s*第?\s*{_N})*)\s*条{_SUB})?\s*"
    rf"(?:(?P<paragraph>{_SEVERAL})\s*款)?\s*(?:(?P<item>{_SEVERAL})\s*项)?\s*"
    rf"(?:第?\s*(?P<point>{_N})\s*目)?"
)
"""One more address of a list: 、第五条第二款, 和第三项, 第二、三条, 至第九条, 第一、二项."""
_EACH = rf"(?P<to>{_TO})?\s*第?\s*[（(]?\s*(?P<number>{_N})"
_LONGEST_RANGE = 200  # articles; longer ones are slips
_NUMBER = rf"\s*(?P<title>《[^》]+》|.*?[^\s{DIGITS}])\s*(?P<article>[{DIGITS}]{{1,4}})\s*"
_YEARS = range(1900, 2100)  # 公司法2018 is an edition
_ITEMS = ("subitem", "subpoint")
_POINTS = ("point",)


class Address(NamedTuple):
    """An address; what is not named is 0 or empty.

    Attributes:
        title: Of the law as it was written, without 《》.
        article: 条; ``sub`` is what stands after 之.
        paragraph: 款.
        item: 项.
        point: 目.
    """

    title: str
    article: int = 0
    sub: int = 0
    paragraph: int = 0
    item: int = 0
    point: int = 0

    @property
    def number(self) -> tuple[int, int]:
        """Of the article, and what stands after 之."""
        return self.article, self.sub

    @property
    def within(self) -> bool:
        """Whether it names a part of an article."""
        return bool(self.paragraph or self.item or self.point)

    def __str__(self) -> str:
        """As it is cited, without the law: 第五十六条第二款第（七）项."""
        return self.whole + self.inner

    @property
    def whole(self) -> str:
        """The article: 第五十六条, 第十二条之一."""
        sub = f"之{numeral(self.sub)}" if self.sub else ""
        return f"第{numeral(self.article)}条{sub}" if self.article else ""

    @property
    def inner(self) -> str:
        """What is named of the article: 第二款第（七）项."""
        paragraph = f"第{numeral(self.paragraph)}款" if self.paragraph else ""
        item = f"第（{numeral(self.item)}）项" if self.item else ""
        point = f"第{self.point}目" if self.point else ""
        return paragraph + item + point


def parse(text: str) -> Address | None:
    """The address that a text is, from its first to its last character; ``None`` where it is none.

    A number behind the name of a law is that of an article, unless it is a year.
    """
    text = " ".join(text.split())  # of many spaces the patterns would try every share
    found = re.fullmatch(_PARTS, text)
    values = found.groupdict() if found else {}
    if not values.get("article"):
        bare = re.fullmatch(_NUMBER, text)
        if bare is None or number(bare["article"]) in _YEARS:
            return None
        values = bare.groupdict()
    title = values.pop("title").strip("《》 ")
    numbers = {name: int(number(value) or 0) for name, value in values.items() if value}
    address = Address(title, **numbers)
    return address if address.article else None


def listed(text: str, start: int, within: Address | None = None) -> tuple[tuple[Address, ...], int]:
    """The addresses that stand in a text from a place on, and where they end.

    A list goes on with what it changes (第三条第一款、第二款和第五条); a range stands for all that
    is in it (第二至四条).

    Args:
        text: What is read.
        start: Where the first address begins.
        within: The article whose paragraphs may come first; without it an article has to.
    """
    found: list[Address] = []
    while step := re.compile(_STEP).match(text, start):
        values = {name: value for name, value in step.groupdict().items() if value}
        before = found[-1] if found else within
        inner = before is not None and {"paragraph", "item"} & values.keys()
        if not ("article" in values or inner) or (found and "join" not in values):
            break
        found += _stepped(values, before or Address(""))
        start = step.start() + len(step[0].rstrip())
    return tuple(found), start


def _stepped(values: dict[str, str], before: Address) -> list[Address]:
    """The addresses of one step of a list after another one."""
    named = [name for name in ("article", "paragraph", "item") if name in values]
    start = {"article": before.article, "paragraph": before.paragraph, "item": before.item}
    several = {
        name: _numbers(
            values.get("to", "") * (name == named[0]) + values[name],
            start[name] if name == named[0] else 0,
        )
        for name in named
    }
    inner = "article" not in several
    *articles, article = several.get("article", [before.article])
    *paragraphs, paragraph = several.get("paragraph", [before.paragraph if inner else 0])
    *items, item = several.get("item", [0])
    sub = before.sub if inner else _whole(values.get("sub"))
    return [
        *(Address("", each) for each in articles),
        *(Address("", article, sub, each) for each in paragraphs),
        *(Address("", article, sub, paragraph, each) for each in items),
        Address("", article, sub, paragraph, item, _whole(values.get("point"))),
    ]


def _numbers(written: str, before: int) -> list[int]:
    """The numbers of a list, ranges with all that is in them; one may go on from ``before``."""
    numbers: list[int] = []
    end = before
    for each in re.finditer(_EACH, written):
        first, end = end, _whole(each["number"])
        if each["to"] and 0 < end - first < _LONGEST_RANGE:
            numbers += range(first + 1, end)
        numbers.append(end)
    return numbers


def _whole(written: str | None) -> int:
    return int(number(written) or 0) if written else 0


def article_of(title: str) -> tuple[int, int] | None:
    """The number of an article and what stands after 之, from its title; ``None`` for others."""
    found = mark(title.strip())
    return (found.number, found.sub) if found and found.kind == ARTICLE else None


def parts_of(text: str) -> list[list[str]]:
    """The paragraphs (款) of an article, each with the lines of its items and points."""
    paragraphs: list[list[str]] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        found = mark(line)
        if paragraphs and found and found.kind in (*_ITEMS, *_POINTS):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def part(text: str, address: Address) -> str:
    """What an address names of the text of its article; empty where that is not there.

    An item without a paragraph is that of the first one that has such an item.
    """
    paragraphs = parts_of(text)
    if address.paragraph:
        paragraphs = paragraphs[address.paragraph - 1 : address.paragraph]
    if not address.item and not address.point:
        return "\n".join(line for lines in paragraphs for line in lines)
    found = (_item(lines[1:], address) for lines in paragraphs)
    return "\n".join(next(filter(None, found), ()))


def lacks(text: str, address: Address) -> bool:
    """Whether the text of an article surely has no such paragraph or item.

    Papers that lost their line breaks may have a paragraph for every sentence.
    """
    paragraphs = parts_of(text)
    if address.paragraph > len(paragraphs):
        return address.paragraph > text.count("。")
    marks = (mark(line) for lines in paragraphs for line in lines)
    items = any(found and found.kind in _ITEMS for found in marks)
    return items and bool(address.item) and not part(text, address)


def _item(lines: Iterable[str], address: Address) -> list[str]:
    """The lines of an item with its points, or of one of its points."""
    chosen: list[str] = []
    inside = not address.item
    for line in lines:
        found = mark(line)
        kind, at = (found.kind, found.number) if found else ("", 0)
        if kind in _ITEMS and address.item:
            inside = at == address.item
        if inside and (not address.point or (kind in _POINTS and at == address.point)):
            chosen.append(line)
    return chosen
