"""Who is bound by whom: ranks after 立法法 (articles 98 to 102), and region within region."""

import re
from typing import NamedTuple

from policycli.norms.articles import Relation
from policycli.norms.tables import tables
from policycli.records.model import Policy
from policycli.text.divisions import leading

__all__ = ["NORMATIVE", "Place", "place_of", "rank_of_title", "relation"]

NORMATIVE = 2
"""The rank of a 规范性文件, and of every draft that says nothing else."""

_NATIONAL = "00"
_LOCAL = 5  # rank of a 地方性法规
_RULES = 4  # rank of 规章
_LOCAL_LAW = re.compile(r"(?:条例|实施.{2,40}法〉?》?办法)$")


class Place(NamedTuple):
    """Where a paper stands.

    Attributes:
        region: Digits of GB/T 2260 that all its parts begin with: empty for the nation, 2, 4 or
            6 digits, ``?`` where it is not known.
        rank: 9 for the constitution down to 1.
    """

    region: str
    rank: int


def place_of(head: Policy) -> Place:
    """Where a known paper stands; a title that begins with a city is of that city."""
    code = head.region.code if head.region else ""
    region = _prefix(code)
    if region:
        inner = leading(head.title)
        if inner is not None and inner.code.startswith(region):
            region = _prefix(inner.code)
    rank = tables().ranks.get(head.level)
    return Place(region, rank if rank is not None else rank_of_title(head.title, region))


def _prefix(code: str) -> str:
    """The digits of a code that tell: 37 for 370000, none for the nation (100000)."""
    if not code:
        return "?"
    if code == "100000":
        return ""
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code


def rank_of_title(title: str, region: str) -> int:
    """What a title says of a paper's rank: a 条例 of a region is made by its congress."""
    bare = re.sub(r"[（(][^（）()]*[）)]$", "", title)
    if "关于" in bare[:2] or not _LOCAL_LAW.search(bare):
        return NORMATIVE
    return _LOCAL if region else _LOCAL + 2


def relation(draft: Place, other: Place) -> Relation | None:
    """How a known paper stands to the draft; ``None`` where neither binds the other.

    A paper of a higher rank binds where its region contains that of the draft, and so does one of
    the same rank whose region is larger.
    """
    if draft.region == "?":
        binds = other.rank > draft.rank
        return "higher" if binds else "sister"
    contains = other.region != "?" and draft.region.startswith(other.region)
    larger = contains and len(other.region) < len(draft.region)
    if contains and (other.rank > draft.rank or (larger and other.rank == draft.rank)):
        return "higher"
    if larger and other.rank >= _RULES:  # 规章 of the nation beside local 法规: neither yields
        return "higher"
    if contains and not larger:
        return "same-region"
    return None if larger or not other.region else "sister"
