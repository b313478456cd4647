"""Where a paper comes from: the division that issued it, and the level of that."""

import re
from collections.abc import Sequence

from policycli.language import N_
from policycli.records.model import Region
from policycli.text.divisions import Division, leading, named

__all__ = ["place_of"]

_NATIONAL = re.compile(
    r"^(?:中共中央|国务院|全国|国家|中华人民共和国|最高人民|科技部|科学技术部|财政部|教育部|工业和信息化部)"
)
_LEVELS = {1: "省级", 2: "市级", 3: "县级"}


def place_of(
    title: str, issuers: Sequence[str], checks: dict[str, str]
) -> tuple[Region | None, str]:
    """The division that issued a paper, and its level; what is uncertain goes into ``checks``."""
    if any(_NATIONAL.match(name) for name in (*issuers, title)):
        return None, "国家级"
    for text in issuers:
        if place := leading(text):
            return _region(place), _level(place, checks)
    place = leading(title) or next(iter(named(title)), None)
    if place is None:
        checks["region"] = N_("no region was found among issuers and in the title")
        return None, ""
    checks["region"] = N_("from the title, not from an issuer")
    return _region(place), _level(place, checks)


def _region(place: Division) -> Region:
    return Region(place.code, place.name)


def _level(place: Division, checks: dict[str, str]) -> str:
    """A city directly under its province (codes 90xx) ranks between the two levels."""
    if place.code[2:4] == "90":
        checks["level"] = N_("a city directly under its province")
        return "市级"
    return _LEVELS[place.rank]
