"""Administrative divisions down to the county: their codes, their names, and where these stand.

The table, ``divisions.tsv``, says where it was taken from; it holds what there is today, and what
was renamed, renumbered or abolished since 2000. Nothing loads it but a question about regions.
"""

import os
import re
import unicodedata
from functools import cache

from policycli.text.regions import short_name
from policycli.tuples import NamedTuple

__all__ = [
    "Division",
    "called",
    "division",
    "english",
    "is_division",
    "leading",
    "level",
    "named",
    "plain",
    "prefix",
]

_TABLE = os.path.join(os.path.dirname(__file__), "divisions.tsv")
_NATION = "100000"
_LONGEST = 15  # characters of a name
_SHORTEST_KNOWN = 3  # a full name of two characters (和县) is found in other words too
_LEVELS = ("国家级", "省级", "市级", "县级")  # by rank
_KIND = (
    r"\s+(?:(?:(?!mongolia )(?:\w+(?: and \w+)? )?autonomous|special administrative)\s+)?"
    r"(?:province|region|municipality|city|prefecture|league|county|district|banner)$"
)
"""What English names of regions end with."""


class Division(NamedTuple):
    """A division.

    Attributes:
        code: Six digits of GB/T 2260.
        name: In full.
        english: Without its kind; the one to show first, then others.
        now: Of a former one the code of what took its place, which may be its own; ``None`` of
            one there is today, empty where it is not known.
    """

    code: str
    name: str
    english: tuple[str, ...] = ()
    now: str | None = None

    @property
    def prefix(self) -> str:
        """The digits that the codes of its parts begin with."""
        return prefix(self.code)

    @property
    def rank(self) -> int:
        """0 the nation, 1 a province, 2 a prefecture, 3 a county."""
        return 0 if self.code == _NATION else len(self.prefix) // 2


def prefix(code: str) -> str:
    """The digits that the codes of a division's parts begin with: ``42`` for ``420000``."""
    if code == _NATION:
        return code
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code


@cache
def _lines() -> dict[str, list[str]]:
    """Of each code its lines of the table, then those of what it has taken the place of."""
    found: dict[str, list[str]] = {}
    with open(_TABLE, encoding="utf-8") as file:
        lines = [line for line in file.read().splitlines() if line[0] != "#"]
    for line in lines:
        found.setdefault(line[:6], []).append(line)
    for line in lines:
        if line[-6:].isdecimal() and line[-6:] != line[:6]:
            found[line[-6:]].append(line)
    return found


def _at_code(code: str) -> list[Division]:
    """What a code stands for, then what was called otherwise and is now part of that."""
    return [_division(line) for line in _lines().get(code, ())]


def _division(line: str) -> Division:
    code, name, spelt, *now = line.split("\t")
    return Division(code, name, tuple(spelt.split("/")), *now)


@cache
def _by_name() -> dict[str, list[Division]]:
    """Divisions by full and by short name, those of today and of higher rank first."""
    found: dict[str, list[Division]] = {}
    for code in _lines():
        for each in _at_code(code):
            if each.code == code != _NATION:
                for name in {each.name, short_name(each.name)}:
                    found.setdefault(name, []).append(each)
    for same in found.values():
        same.sort(key=lambda each: (each.now is not None, each.rank))
    return found


def division(code: str) -> Division | None:
    """What a code stands for, also one that is no longer given out; ``None`` where it is none."""
    return next((each for each in _at_code(code) if each.code == code), None)


def english(code: str) -> str:
    """The English name of a region, without its kind; empty where the code is none."""
    found = division(code)
    return found.english[0] if found else ""


def is_division(name: str) -> bool:
    """Whether a region is called so, or was, in Chinese or in English."""
    return plain(name) in _all_names()


@cache
def _all_names() -> set[str]:
    every = (each for code in _lines() for each in _at_code(code))
    return {
        plain(word) for each in every for word in (each.name, short_name(each.name), *each.english)
    }


def called(code: str) -> tuple[set[str], set[str]]:
    """What a region is called, or was: its full names, and its short and English ones.

    Both as ``plain`` makes them; a code may be its first two or four digits.
    """
    known = _at_code(code if code == _NATION[:2] else code.ljust(6, "0"))
    full = {plain(each.name) for each in known}
    return full, {name for each in known for name in _others(each)}


def find(name: str) -> list[Division]:
    """What there is today with a code or a name in either language; of several the highest."""
    if found := [each for each in _at_code(name) if each.code == name]:
        return found[:1]
    wanted = plain(name)
    every = [each for code in _lines() for each in _at_code(code)[:1] if each.now is None]
    full = [each for each in every if plain(each.name) == wanted]
    found = full or [each for each in every if wanted in _others(each)]
    return [each for each in found if each.rank == min(other.rank for other in found)]


def _others(each: Division) -> set[str]:
    """Its short and its English names, as they are compared."""
    return {plain(name) for name in (short_name(each.name), *each.english)}


def plain(name: str) -> str:
    """A name as it is compared: without case, accents, spaces, and the kind of an English one."""
    letters = unicodedata.normalize("NFKD", name.lower()) if not name.isascii() else name.lower()
    place = re.sub(_KIND, "", letters.strip()) or letters
    return "".join(filter(str.isalnum, place)).replace("lv", "lu")


def level(code: str) -> str:
    """The level of government of a region; a city directly under its province (90xx) is 市级."""
    if code[2:4] == "90":
        return _LEVELS[2]
    return _LEVELS[Division(code, "").rank]


def leading(text: str) -> Division | None:
    """The smallest division that ``text`` begins with: 潜江市 for 湖北潜江：…, or none.

    Names follow each other from the larger to the smaller. What is short for a county counts only
    behind the name of what it lies in, and what several divisions are called never. A former name
    counts where no other fits.
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
        fitting = [d for d in _by_name().get(name, ()) if _fits(d, name, within)]
        if fitting:  # 朝阳区, of which there are several, is not the city of 朝阳
            found = _only(fitting)
            return (name, found) if found else None
    return None


def _fits(division: Division, name: str, within: Division | None) -> bool:
    if within:
        return division.rank > within.rank and division.code.startswith(within.prefix)
    return division.rank < 3 or len(division.name) == len(name)


def _only(fitting: list[Division]) -> Division | None:
    """The first, unless others are as good; divisions of today are better than former ones."""
    grades = [(each.now is None, each.rank) for each in fitting[:2]]
    return fitting[0] if len(set(grades)) == len(grades) > 0 else None


def named(text: str) -> list[Division]:
    """The divisions whose full names ``text`` holds, in its order, each once."""
    found: dict[Division, None] = {}
    at = 0
    while at < len(text):
        step = 1
        for length in range(min(_LONGEST, len(text) - at), _SHORTEST_KNOWN - 1, -1):
            name = text[at : at + length]
            known = _only([d for d in _by_name().get(name, ()) if len(d.name) == length])
            if known:
                found[known] = None
                step = length
                break
        at += step
    return list(found)
