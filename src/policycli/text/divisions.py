"""Administrative divisions down to the county, found in the names of bodies and in titles.

The table is that of the GB2260 package, of 2014; it takes 10 ms to load, so only the taking in of
documents does.
"""

from functools import cache
from typing import NamedTuple

from policycli.text.regions import short_name

__all__ = ["Division", "leading", "named"]

_NO_NAMES = (
    "市辖区",
    "县",
    "市",
    "省直辖县级行政区划",
    "自治区直辖县级行政区划",
)  # groups in the table
_LONGEST = 15  # characters of a name
_SHORTEST_KNOWN = 3  # a full name of two characters (和县) is found in other words too


class Division(NamedTuple):
    """A division: six digits of GB/T 2260, and its full name."""

    code: str
    name: str

    @property
    def prefix(self) -> str:
        """The digits that its parts begin with."""
        return self.code[:2] if self.code.endswith("0000") else self.code[:4].removesuffix("00")

    @property
    def rank(self) -> int:
        """1 a province, 2 a prefecture, 3 a county."""
        return 1 if self.code.endswith("0000") else 2 if self.code.endswith("00") else 3


@cache
def _index() -> dict[str, tuple[Division, ...]]:
    """Divisions by full and by short name, those of higher rank first."""
    from gb2260.data import data

    found: dict[str, list[Division]] = {}
    table = (Division(str(code), name) for code, name in data[None].items())
    named = (division for division in table if division.name not in _NO_NAMES)
    for division in sorted(named, key=lambda d: (d.rank, d.code)):
        for name in {division.name, short_name(division.name)}:
            found.setdefault(name, []).append(division)
    return {name: tuple(divisions) for name, divisions in found.items()}


def leading(text: str) -> Division | None:
    """The smallest division that ``text`` begins with: 潜江市 for 湖北潜江：…, or none.

    Names follow each other from the larger to the smaller. What is short for a county counts only
    behind the name of what it lies in, and what several divisions are called never.
    """
    place: Division | None = None
    while True:
        found = _at(text, place)
        if found is None:
            return place
        name, place = found
        text = text[len(name) :]


def _at(text: str, within: Division | None) -> tuple[str, Division] | None:
    for length in range(min(_LONGEST, len(text)), 1, -1):
        name = text[:length]
        fitting = [d for d in _index().get(name, ()) if _fits(d, name, within)]
        highest = [d for d in fitting if d.rank == fitting[0].rank]
        if len(highest) == 1:
            return name, highest[0]
    return None


def _fits(division: Division, name: str, within: Division | None) -> bool:
    if within:
        return division.rank > within.rank and division.code.startswith(within.prefix)
    return division.rank < 3 or len(division.name) == len(name)


def named(text: str) -> list[Division]:
    """The divisions whose full names ``text`` holds, in its order, each once."""
    found: dict[Division, None] = {}
    at = 0
    while at < len(text):
        step = 1
        for length in range(min(_LONGEST, len(text) - at), _SHORTEST_KNOWN - 1, -1):
            known = [d for d in _index().get(text[at : at + length], ()) if len(d.name) == length]
            if len(known) == 1:
                found[known[0]] = None
                step = length
                break
        at += step
    return list(found)
