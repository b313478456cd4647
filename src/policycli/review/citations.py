"""Citations in a text: 《…》第三条第二款, short names, 同法, and the text's own clauses."""

import re
from collections.abc import Iterator, Set
from typing import NamedTuple

from policycli.text.addresses import Address, listed
from policycli.text.numerals import CHINESE, number
from policycli.text.titles import fold, short

__all__ = ["Citation", "Own", "citations", "own_references"]

_BETWEEN = (
    r"(?:\s*[（(][^（）()《》]{1,30}[）)])?\s*中?的?(?:[\u4e00-\u9fff]{1,4}编)?"
    rf"(?:第[{CHINESE}\d]{{1,3}}[章节]){{0,2}}"
)
"""What may stand between a paper and its article: its number or edition, 的, 合同编, 第二章."""
_LEAD = re.compile(rf"{_BETWEEN}(?=\s*(?:第|[{CHINESE}\d]+条))")
_OUTER = re.compile(r"《([^《》]*(?:(?:《[^《》]*》|〈[^〈〉]*〉)[^《》]*)*)》")
_SHORT = re.compile(
    r"\s*[（(]以下(?:简称|统称|称)[：:]?[“\"《]?(?P<name>[^”\"》）)]{2,20})[”\"》]?[）)]"
)
_SAME = re.compile(r"(?:(?<!合)同法|该法|该条例|该办法|该规定|前述[法条])(?=第)")
_ITS = re.compile(r"其(?P<kind>实施(?:条例|细则|办法))(?=第)")
_OWN = re.compile(r"本(?:法|条例|规定|办法|细则|规则|决定)(?=第)")
_HERE = re.compile(r"本条(?=第)")
_ABOVE = re.compile(rf"前(?P<n>[{CHINESE}])?款(?!项)")
_KIND = "法典?|条例|办法|细则|规定|规则"
_UNMARKED = re.compile(
    rf"(?P<run>[\u4e00-\u9fff]{{1,40}}?(?:{_KIND}))(?={_BETWEEN}第[{CHINESE}\d]+条)"
)
_NAMED = re.compile(rf"[\u4e00-\u9fff]{{1,40}}(?:{_KIND})")
_OTHERS = re.compile(rf"(?:本|该|(?<!合)同|其|上述|前述)(?:{_KIND}|实施(?:{_KIND}))$")
"""Papers that are named by what was said before."""
_BEFORE = re.compile(
    "^.*(?:[条款项目]|依照|按照|根据|依据|违反|适用|参照|执行|符合|构成|实施|属于|具备|认定为|触犯|援引|参见|是指|以及|或者|[和与及按依见])"
)
"""What goes before the name of a law that no catalogue has."""
_ENDS = re.compile("(?<![方做看想语书司立执守违合非办])(?:法典?|条例)$")
_SHORTEST, _LONGEST = 3, 20  # characters of such a name


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


def citations(
    text: str, short: dict[str, str] | None = None, titles: Set[str] = frozenset()
) -> list[Citation]:
    """The citations of a text, in its order.

    Args:
        text: Of one clause.
        short: Short names that earlier clauses gave; those of this text are added to it.
        titles: Those of known papers, folded: by them a law without 《》 is told from the words
            before it.
    """
    names = {} if short is None else short
    found = [*_marked(text, names), *_carried(text, names, titles), *_unmarked(text, names, titles)]
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


def _carried(text: str, names: dict[str, str], titles: Set[str]) -> Iterator[Citation]:
    """Short names, 同法 and 其实施条例, where articles follow."""
    for pattern in (_SAME, _ITS, *(re.compile(rf"(?<!《){re.escape(n)}(?=第)") for n in names)):
        for match in pattern.finditer(text):
            title = names.get(match[0]) or _last(text[: match.start()], titles)
            kind = match.groupdict().get("kind", "")
            addresses, end = _articles(text, match.end())
            if title and addresses:
                span = (match.start(), end)
                name = names.get(title, title) + kind
                yield Citation(name, addresses, text[slice(*span)], span, marked=not kind)


def _last(text: str, titles: Set[str]) -> str:
    """The paper that a text named last, in 《》 or known without them; empty where it has none."""
    marked = [(match.end(), match[1]) for match in _OUTER.finditer(text)]
    plain = [(match.end(), _known(match[0], titles)) for match in _NAMED.finditer(text)]
    return max([*marked, *(each for each in plain if each[1])], default=(0, ""))[1]


def _unmarked(text: str, names: dict[str, str], titles: Set[str]) -> Iterator[Citation]:
    """Laws without 《》, where articles follow."""
    for match in _UNMARKED.finditer(text):
        run = match["run"]
        title = "" if _OTHERS.search(run) else _known(run, titles) or _cut(run)
        addresses, end = _articles(text, match.end())
        if title and addresses and not any(run.endswith(name) for name in names):
            span = (match.end() - len(title), end)
            yield Citation(title, addresses, text[slice(*span)], span, marked=False)


def _known(run: str, titles: Set[str]) -> str:
    """The longest known title that a run of characters ends with; empty where there is none.

    Where more of the run ends another known title it is a short name of that: 仲裁法 in 调解仲裁法.
    """
    starts = (at for at in range(len(run) - 1) if not titles.isdisjoint(_folds(run[at:])))
    start = next(starts, len(run))
    longer = (at for at in range(start - 1) if any(each.endswith(run[at:]) for each in titles))
    if any(each.endswith(run[max(0, start - 2) :]) for each in titles if start < len(run)):
        start = next(longer, start)
    return run[start:]


def _folds(title: str) -> tuple[str, str]:
    return fold(title), short(title)


def _cut(run: str) -> str:
    """What a law seems to be called that is not known; empty where it may be none."""
    title = _BEFORE.sub("", run)
    return title if _ENDS.search(title) and _SHORTEST <= len(title) <= _LONGEST else ""


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
