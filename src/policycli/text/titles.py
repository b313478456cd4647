"""Whether two titles name the same paper.

Chinese papers are cited with and without 中华人民共和国 in front, 试行 behind, and with quotes and
brackets of either width. Within one policy they are also cited without the name of their region,
and with a slip of one character; between policies such titles may well be two papers.
"""

import re
import unicodedata
from functools import cache

from rapidfuzz.distance import Levenshtein

__all__ = ["Titles", "bare", "edition_year", "fold", "issued_with", "short"]

_NATION = "中华人民共和国"
# Patterns are texts, which re compiles when they are first asked: a short call asks few.
_VERSION = r"[(（][^()（）\d]*(试行|暂行|修订|修正)[^()（）\d]*[)）]$"
_EDITION = (
    r"[(（][^()（）]*(?:试行|暂行|修订|修正|修改|通过|(?:19|20)\d\d)[^()（）]*[)）]$"
    r"|(?:19|20)\d\d年?(?:版|本|修订|修正|修正版|修订版)?$"
)
"""What parts the editions of a paper, at the end of its title."""
_ISSUES = (
    r"(?:印发|发布|公布|颁布|下发|转发|批转)《(?P<title>.+)》的(?:通知|公告|通告|决定|命令|函)$"
)
_DIGITS = r"\d+|[一二三四五六七八九十]+"
_TELLING = 6  # characters; a shorter ending, such as 管理办法, is that of many papers
_SLIP = 8  # characters; in a shorter title one character makes another paper


class Titles:
    """Titles that were met, to find out whether a paper has had another one before."""

    def __init__(self) -> None:
        self._all: dict[str, str] = {}
        self._own: tuple[str, list[str]] = ("", [])
        self._told: set[str] = set()

    def other(self, title: str, policy_id: str) -> str:
        """Another title by which the same paper was named before; empty where there is none.

        Each title is reported once. Titles of one policy have to come after each other.
        """
        if self._own[0] != policy_id:
            self._own = (policy_id, [])
        first = self._all.setdefault(fold(title), title)
        near = (seen for seen in self._own[1] if _near(fold(seen), fold(title)))
        other = first if first != title else next(near, "")
        if title not in self._own[1]:
            self._own[1].append(title)
        if not other or title in self._told:
            return ""
        self._told.add(title)
        return other


def bare(title: str) -> str:
    """The letters and digits of a title, as titles are compared."""
    plain = unicodedata.normalize("NFKC", title)
    return "".join(filter(str.isalnum, plain)).lower()


def short(title: str) -> str:
    """The same of its usual short name: 公司法 for 中华人民共和国公司法（2023修订）."""
    plain = bare(re.sub(_EDITION, "", title.strip(" 《》")))
    return plain.removeprefix(_NATION) or bare(title)


def issued_with(title: str) -> str:
    """The paper that a notice hands on: 甲办法 of 关于印发《甲办法》的通知; else empty."""
    found = re.search(_ISSUES, title.strip())
    return found["title"] if found else ""


def edition_year(title: str) -> str:
    """The year of the edition that a title names: 2018 in 公司法（2018修正）; else empty."""
    edition = re.search(_EDITION, title.strip(" 《》"))
    year = re.search(r"(?:19|20)\d\d", edition[0]) if edition else None
    return year[0] if year else ""


@cache
def fold(title: str) -> str:
    """A title without what makes no other paper of it: 中华人民共和国, 试行, quotes and spaces."""
    return bare(re.sub(_VERSION, "", title.strip())).removeprefix(_NATION) or title


def _near(one: str, other: str) -> bool:
    """Whether the same title was shortened in front, or has a slip of one character."""
    if one == other or re.findall(_DIGITS, one) != re.findall(_DIGITS, other):
        return False
    short, long = sorted((one, other), key=len)
    if len(short) >= _TELLING and long.endswith(short):
        return True
    return len(short) >= _SLIP and Levenshtein.distance(one, other, score_cutoff=1) <= 1
