"""Citations in a text: 《…》第三条第二款, short names, 同法, ranges of articles."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from policycli.text.numerals import CHINESE, number

__all__ = ["Citation", "citations", "own_references"]

_N = rf"[{CHINESE}\d]{{1,9}}"
_ARTICLE = rf"第(?:{_N})条(?:之{_N})?"
_REST = rf"(?:第{_N}款)?(?:(?:第)?[（(]?{_N}[）)]?项)?"
_ARTICLES = re.compile(
    rf"(?:中?的?)(?P<all>{_ARTICLE}{_REST}(?:(?:、|和|或者|或|及|至|到|—|－|-){_ARTICLE}{_REST})*)"
)
_ONE = re.compile(rf"(?P<to>至|到|—|－|-)?第(?P<n>{_N})条(?P<sub>之{_N})?")
_OUTER = re.compile(r"《([^《》]*(?:(?:《[^《》]*》|〈[^〈〉]*〉)[^《》]*)*)》")
_SHORT = re.compile(
    r"[（(]以下(?:简称|统称|称)[：:]?[“\"《]?(?P<name>[^”\"》）)]{2,20})[”\"》]?[）)]"
)
_SAME = re.compile(r"(?:同法|该法|该条例|该办法|前述[法条])(?=第)")
_OWN = re.compile(
    rf"(?P<who>本(?:法|条例|规定|办法|细则|规则|决定))(?P<articles>{_ARTICLES.pattern})"
)
_VERB = "依照|按照|根据|依据|违反|适用|参照|执行|符合"
_UNMARKED = re.compile(
    rf"(?:{_VERB}|(?<![《〈\u4e00-\u9fff]))(?P<title>(?!{_VERB})[\u4e00-\u9fff]{{2,24}}?(?:法|条例))"
    r"(?=第[一二三四五六七八九十百\d]+条)"
)


class Citation(NamedTuple):
    """A named paper in a text.

    Attributes:
        title: Without 《》; of a short name, the title it stands for.
        articles: Numbers of the articles cited; ends of ranges count.
        words: As it is written, with its articles.
        span: Where in the text.
        marked: Whether it stands in 《》.
    """

    title: str
    articles: tuple[int, ...]
    words: str
    span: tuple[int, int]
    marked: bool = True


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
    for match in _OUTER.finditer(text):
        title = match[1].strip()
        end = match.end()
        brackets = _SHORT.match(text, end)
        if brackets:
            names[brackets["name"].strip("《》“”")] = title
            end = brackets.end()
        articles = _ARTICLES.match(text, end)
        end = articles.end() if articles else match.end()
        numbers = _numbers(articles["all"]) if articles else ()
        whole = names.get(title, title)
        if title:
            yield Citation(whole, numbers, text[match.start() : end], (match.start(), end))


def _other(text: str, names: dict[str, str]) -> Iterator[Citation]:
    """Short names, 同法 and titles without marks, where articles follow."""
    titles = [(match.end(), match[1]) for match in _OUTER.finditer(text)]
    for pattern in (_SAME, *(re.compile(rf"(?<!《){re.escape(n)}(?=第)") for n in names)):
        for match in pattern.finditer(text):
            before = [title for end, title in titles if end <= match.start()]
            title = names.get(match[0]) or (before[-1] if before else "")
            articles = _ARTICLES.match(text, match.end())
            if title and articles:
                span = (match.start(), articles.end())
                yield Citation(title, _numbers(articles["all"]), text[slice(*span)], span)
    for match in _UNMARKED.finditer(text):
        articles = _ARTICLES.match(text, match.end())
        if (
            articles
            and match["title"] not in names
            and not match["title"].startswith(("本", "同", "该"))
        ):
            span = (match.start("title"), articles.end())
            yield Citation(
                match["title"], _numbers(articles["all"]), text[slice(*span)], span, marked=False
            )


def own_references(text: str) -> Iterator[tuple[str, int, str, tuple[int, int]]]:
    """References to the text's own clauses: 本办法, the number, the words and where they stand."""
    for match in _OWN.finditer(text):
        for each in _numbers(match["all"]):
            yield match["who"], each, match[0], match.span()


def _numbers(written: str) -> tuple[int, ...]:
    values = (number(match["n"]) for match in _ONE.finditer(written))
    return tuple(int(value) for value in values if value)
