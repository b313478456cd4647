"""Names of bodies in a text: departments, governments, courts, with their levels."""

import re
from collections.abc import Iterator
from functools import lru_cache

from policycli.norms.tables import tables
from policycli.norms.wording import same_words
from policycli.tuples import NamedTuple

__all__ = ["EVERY", "Body", "bodies", "levels", "renamed", "renamings", "tiers"]

EVERY = "各级"
"""The level that names all governments."""

_KINDS = (
    "主管部门|行政部门|管理部门|监督部门|工作部门|部门|人民政府|公安机关|监察机关|审计机关|税务机关|检察机关|任免机关|主管机关|"
    "登记机关|行政机关|人民法院|人民检察院|管理机构|监督机构|办公室|委员会|管理局|投诉机构"
)
_LEVEL = (
    r"(?:国务院|国家|省、自治区、直辖市|(?:设区的)?[省市县区州乡镇、（）()]{1,9}(?:级)?(?:以上)?(?:地方)?(?:各级)?"
    r"|(?:地方)?各级|上级|同级|本级|当地|所在地)"
)
_BODY = re.compile(rf"(?P<level>{_LEVEL})?(?P<name>[\u4e00-\u9fff]{{0,10}}?(?:{_KINDS}))")
_START = re.compile(
    r"^.*(?:应当|可以|不得|由|向|报|经|和|或者|及其|及|以及|会同|商|与|对|将|的|是|按|依|给|为|在|负责|统一|通过|[不无]需)(?=.{2})"
)
_GENERAL = re.compile(
    r"^(?:有关|相关|其他|其他有关|各有关|政府有关|主管|行政主管|该|本|各)?(?:部门|主管部门|机关|机构|主管机关)$"
)
_FROM = re.compile("(乡级|镇级|县级|(?:设区的)?市级|州级|省级)(?:及其?|人民政府)?以上")
_TIERS = "省市州县区乡镇"
_TIER = re.compile(rf"(?:[{_TIERS}]|（[{_TIERS}]）|、)+级?(?=人民政府|政府)")
_EVERY = re.compile("(?<!以上)(?<!以上地方)(?<!以上人民)各级(?:地方)?(?:人民)?政府")
_COMPETENT = re.compile("(?<=..)(?:行政|主管|管理|工作)+部门")  # 科技行政主管部门 is 科技部门
_HEAD = re.compile("^(?:国务院|国家|人民政府|地方|各级|政府|有关|相关)+(?=.{3})")


class Body(NamedTuple):
    """A body that a text names.

    Attributes:
        level: 县级以上, 国务院 …; may be empty.
        name: What it is, in the words that are compared: 科技主管部门.
        general: Whether any body may be meant: 有关部门.
    """

    level: str
    name: str
    words: str
    general: bool


@lru_cache(8192)
def bodies(text: str) -> tuple[Body, ...]:
    """The bodies of a text, in its order."""
    found = []
    matches = list(_BODY.finditer(text))
    for at, match in enumerate(matches):
        of_government = at + 1 < len(matches) and matches[at + 1].start() == match.end()
        if of_government and match[0].endswith("政府"):  # 省人民政府科技部门 is a department
            continue
        level = match["level"] or ""
        name = _START.sub("", match["name"])
        plain = _HEAD.sub("", _COMPETENT.sub("部门", same_words(renamed(name))))
        words = (level + name).lstrip("、，）)")
        found.append(Body(level, plain, words, bool(_GENERAL.match(plain))))
    return tuple(found)


def levels(text: str) -> frozenset[str]:
    """The levels from which on a text names governments: 县级以上, 设区的市级以上; or 各级, all."""
    named = {f"{found[1].removeprefix('设区的')}以上" for found in _FROM.finditer(text)}
    return frozenset(named | {EVERY} if _EVERY.search(text) else named)


def tiers(text: str) -> frozenset[str]:
    """The tiers of government that a text names: 省 for 省人民政府, none for 县级以上.

    省、自治区、直辖市 are those of the whole nation, of which a draft names its own.
    """
    own = text.replace("省、自治区、直辖市", "").replace("(", "（").replace(")", "）")
    return frozenset(tier for found in _TIER.finditer(own) for tier in found[0] if tier in _TIERS)


def renamed(text: str) -> str:
    """``text`` with the old names of bodies made the new ones."""
    names, pattern = tables().renamed
    return pattern.sub(lambda match: names[match[0]], text)


def renamings(one: str, other: str) -> tuple[tuple[str, str], ...]:
    """Names of bodies that one text has under an old and the other under a new name."""
    return (*_renamed(one, other), *((new, old) for old, new in _renamed(other, one)))


def _renamed(text: str, other: str) -> Iterator[tuple[str, str]]:
    """Old names that stand in ``text``, with the new ones that stand in ``other`` for them."""
    names, pattern = tables().renamed
    for old in dict.fromkeys(match[0] for match in pattern.finditer(text)):
        if names[old] in other and names[old] not in text and old not in other:
            yield old, names[old]
