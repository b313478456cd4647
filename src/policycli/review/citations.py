"""Citations in a text: 《…》第三条第二款, short names, 同法, and the text's own clauses."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from policycli.text.addresses import Address, listed
from policycli.text.numerals import CHINESE, number

__all__ = ["Citation", "Own", "citations", "own_references"]

_LEAD = re.compile(
    rf"(?:\s*[（(][^（）()《》]{{1,30}}[）)])?\s*中?的?(?=\s*(?:第|[{CHINESE}\d]+条))"
)
"""What may stand between a paper and its article: the number it was issued under, 的."""
_OUTER = re.compile(r"《([^《》]*(?:(?:《[^《》]*》|〈[^〈〉]*〉)[^《》]*)*)》")
_SHORT = re.compile(
    r"\s*[（(]以下(?:简称|统称|称)[：:]?[“\"《]?(?P<name>[^”\"》）)]{2,20})[”\"》]?[）)]"
)
_SAME = re.compile(r"(?:同法|该法|该条例|该办法|该规定|前述[法条])(?=第)")
_OWN = re.compile(r"本(?:法|条例|规定|办法|细则|规则|决定)(?=第)")
_HERE = re.compile(r"本条(?=第)")
_ABOVE = re.compile(rf"前(?P<n>[{CHINESE}])?款(?!项)")
_VERB = "依照|按照|根据|依据|违反|适用|参照|执行|符合"
_UNMARKED = re.compile(
    rf"(?:{_VERB}|(?<![《〈\u4e00-\u9fff]))(?P<title>(?!{_VERB})[\u4e00-\u9fff]{{2,24}}?(?:法|条例))"
    r"(?=第[一二三四五六七八九十百\d]+条)"
)


class Citation(NamedTuple):
    """A named paper in a text.

    Attributes:
        title: Without 《》; of a short name, the title it stands for.
        addresses: Of the articles cited; ranges with all that is in them.
        words: As it is written, with its articles.
        span: Where in the text.
        marked: Whether it stands in 《》.
    """

    title: str
    addresses: tuple[Address, ...]
    words: str
    span: tuple[int, int]
    marked: bool = True


class Own(NamedTuple):
    """A reference of a text to itself.

    Attributes:
        who: 本办法, 本条 or 前款.
        addresses: Of the parts that are meant; of 前款 how many paragraphs before.
    """

    who: str
    addresses: tuple[Address, ...]
    words: str
    span: tuple[int, int]


def citations(text: str, short: dict[str, str] | None = None) -> list[Citation]:
    """The citations of a text, in its order.

    Args:
        text: Of one clause.
        short: Short names that earlier clauses gave; those of this text are added to it.
    """
    names = {} if short is None else short
    found = [*_marked(text, names), *_other(text, names)]
    return sorted(found, key=lambda each: each.span)


def _marked(text: str, names: dict[str, str]) -> Iterator[Citation]:
    after = 0
    for match in _OUTER.finditer(text):
        title = match[1].strip()
        if not title or match.start() < after:  # a name that was just given
            continue
        brackets = _SHORT.match(text, match.end())
        if brackets:
            names[brackets["name"].strip("《》“”")] = title
            after = brackets.end()
        addresses, end = _articles(text, max(after, match.end()))
        end = end if addresses else match.end()
        yield Citation(
            names.get(title, title), addresses, text[match.start() : end], (match.start(), end)
        )


def _articles(text: str, start: int) -> tuple[tuple[Address, ...], int]:
    """The articles that follow a paper, and where they end."""
    lead = _LEAD.match(text, start)
    return listed(text, lead.end()) if lead else ((), start)


def _other(text: str, names: dict[str, str]) -> Iterator[Citation]:
    """Short names, 同法 and titles without marks, where articles follow."""
    titles = [(match.end(), match[1]) for match in _OUTER.finditer(text)]
    for pattern in (_SAME, *(re.compile(rf"(?<!《){re.escape(n)}(?=第)") for n in names)):
        for match in pattern.finditer(text):
            before = [title for end, title in titles if end <= match.start()]
            title = names.get(match[0]) or (before[-1] if before else "")
            addresses, end = _articles(text, match.end())
            if title and addresses:
                span = (match.start(), end)
                yield Citation(names.get(title, title), addresses, text[slice(*span)], span)
    for match in _UNMARKED.finditer(text):
        title = match["title"]
        addresses, end = _articles(text, match.end())
        if addresses and title not in names and not title.startswith(("本", "同", "该")):
            span = (match.start("title"), end)
            yield Citation(title, addresses, text[slice(*span)], span, marked=False)


def own_references(text: str) -> Iterator[Own]:
    """References to the text's own parts: 本办法第三条, 本条第二款, 前款, 前两款."""
    for pattern, within in ((_OWN, None), (_HERE, Address(""))):
        for match in pattern.finditer(text):
            addresses, end = listed(text, match.end(), within)
            if addresses:
                yield Own(match[0], addresses, text[match.start() : end], (match.start(), end))
    for match in _ABOVE.finditer(text):
        count = int(number(match["n"]) or 1) if match["n"] else 1
        yield Own("前款", (Address("", paragraph=count),), match[0], match.span())
