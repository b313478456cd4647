"""The number of a paper (发文字号), as offices write it: 青科〔2021〕3号, 某部公告2022年第16号."""

import re
from collections.abc import Sequence
from itertools import pairwise

from policycli.ingest.extract.bodies import bodies
from policycli.text.numerals import number

__all__ = ["COUNTED", "NUMBER", "counted", "doc_number", "is_numbered_notice", "issuers_of"]

NUMBER = re.compile(
    r"(?P<code>[\u4e00-\u9fff]{1,14})\s*[〔\[［（(【﹝]\s*(?P<year>(?:19|20)[0-9]{2})\s*[〕\]］）)】﹞]\s*"
    r"(?P<ordinal>第?)\s*(?P<number>[0-9]{1,5})\s*号"
)
_COUNT = r"(?P<ordinal>第?)\s*(?P<n>[0-9〇零一二三四五六七八九十百]{1,5})\s*号"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})\s*年\s*"
_SESSION = r"(?P<session>〔[^〔〕]{1,8}〕)?"  # 公告〔十五届〕第20号, of a congress
COUNTED = rf"\s*{_SESSION}\s*[（(【]?(?:{_YEAR})?{_COUNT}[】）)]?"
"""第3号, 2022年第16号, as the numbers of orders and notices are counted."""

_NOTICE = re.compile(rf"(?P<who>[\u4e00-\u9fff\s]{{2,40}}?公\s*告){COUNTED}")
_ISSUED = re.compile(r"(?P<who>.+?)\s*(?:令|公\s*告)\s*[〔\[第（(\d]")
_OF_MANY = ("令", "公告")  # whose number keeps its 第


def doc_number(lines: Sequence[str]) -> tuple[str, bool]:
    """The 发文字号 of a paper, and whether its brackets are 〔〕 (GB/T 9704, 7.2.5)."""
    for line in lines:
        if found := NUMBER.search(line):
            return _written(found, line[: found.end("code")]), "〔" in found[0]
    for line in (*lines, *map("".join, pairwise(lines))):
        found = _NOTICE.fullmatch(line)
        if found and bodies(who := _named(found["who"])):
            return f"{who}公告{counted(found)}", True
    return "", True


def issuers_of(line: str) -> list[str]:
    """Those whose order or notice a line is the number of."""
    found = NUMBER.fullmatch(line.strip()) or _NOTICE.fullmatch(line)
    who = (
        re.match(r"(?P<who>.+?)\s*(?:令|公\s*告)\s*[〔\[第（(\d]", line.strip()) if found else None
    )
    return bodies(who["who"]) if who else []


def _written(found: re.Match[str], before: str) -> str:
    """A number with its brackets and without zeros; of an order or notice by all who make it."""
    code, ordinal = found["code"].rpartition("日")[2], ""
    for kind in _OF_MANY:
        if code.endswith(kind):
            ordinal = found["ordinal"]
            who = before.removesuffix(kind)
            code = f"{' '.join(who.split())}{kind}" if bodies(who) else code
    return f"{code}〔{found['year']}〕{ordinal}{int(found['number'])}号"


def _named(who: str) -> str:
    """Whose notice it is, each body once spaced: 财政部 税务总局."""
    return " ".join(re.sub(r"公\s*告$", "", who).split())


def counted(found: re.Match[str]) -> str:
    """What ``COUNTED`` found, in figures."""
    year = f"{found['year']}年" if found["year"] else ""
    session = found["session"] or ""
    ordinal = found["ordinal"] if session[1:2].isdigit() else "第"
    return f"{session}{year}{ordinal}{number(found['n'])}号"


def is_numbered_notice(line: str) -> bool:
    """Whether a line is the number of a notice (公告): 某局公告2022年第16号."""
    return _NOTICE.fullmatch(line) is not None
