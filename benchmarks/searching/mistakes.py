"""Queries with the mistakes that people make, out of real titles."""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from opencc import OpenCC
from pypinyin import Style, lazy_pinyin

from policycli.text.alphabet import Alphabet
from policycli.text.characters import compile_alphabet

__all__ = ["KINDS", "Sought", "sought"]

KINDS = (
    *("exact", "homophone", "lookalike", "drop", "insert", "swap", "pinyin", "pinyin_spaced"),
    *("initials", "traditional", "mixed"),
)
_RUNS = re.compile("[\u4e00-\u9fff]{4,}")
_TRIES = 4000  # for all queries of a kind


class Sought(NamedTuple):
    """A query made of a part of a title: a hit is right when its title holds ``truth``."""

    kind: str
    query: str
    truth: str


def sought(titles: Sequence[str], each: int, seed: int = 1) -> list[Sought]:
    """At most ``each`` queries of every kind, always the same for the same titles."""
    maker = _Maker(titles, random.Random(seed))
    return [query for kind in KINDS for query in maker.make(kind, each)]


class _Maker:
    """Makes mistakes with the characters of the titles themselves."""

    def __init__(self, titles: Sequence[str], chance: random.Random) -> None:
        self._chance = chance
        self._runs = [run for title in titles for run in _RUNS.findall(title)]
        self._common = [char for char, _ in Counter("".join(self._runs)).most_common(800)]
        self._alphabet = Alphabet(compile_alphabet())
        traditional = OpenCC("s2t")
        self._ways: dict[str, Callable[[str], str]] = {
            "exact": str,
            "homophone": self._homophone,
            "lookalike": self._lookalike,
            "drop": self._drop,
            "insert": self._insert,
            "swap": self._swap,
            "pinyin": lambda part: "".join(lazy_pinyin(part)),
            "pinyin_spaced": lambda part: " ".join(lazy_pinyin(part)),
            "initials": lambda part: "".join(lazy_pinyin(part, style=Style.FIRST_LETTER)),
            "traditional": lambda part: str(traditional.convert(part)),
            "mixed": lambda part: (
                part[: len(part) // 2] + "".join(lazy_pinyin(part)[len(part) // 2 :])
            ),
        }

    def make(self, kind: str, each: int) -> Iterator[Sought]:
        """At most ``each`` different queries of a kind."""
        made: set[str] = set()
        for _ in range(_TRIES):
            part = self._part()
            query = self._ways[kind](part)
            if query not in made and (query != part or kind == "exact"):
                made.add(query)
                yield Sought(kind, query, part)
            if len(made) == each:
                return

    def _part(self) -> str:
        run: str = self._chance.choice(self._runs)
        length = self._chance.randint(4, min(8, len(run)))
        start = self._chance.randint(0, len(run) - length)
        return run[start : start + length]

    def _homophone(self, part: str) -> str:
        return self._other(part, self._alphabet.syllable)

    def _lookalike(self, part: str) -> str:
        return self._other(part, lambda char: self._alphabet.shape(char)[:3])

    def _other(self, part: str, trait: Callable[[str], object]) -> str:
        """One character replaced by another common one of the same trait, if there is one."""
        at = self._chance.randrange(len(part))
        own = trait(part[at])
        others = [char for char in self._common if char != part[at] and trait(char) == own]
        return part[:at] + self._chance.choice(others or [part[at]]) + part[at + 1 :]

    def _drop(self, part: str) -> str:
        at = self._chance.randrange(1, len(part) - 1)
        return part[:at] + part[at + 1 :]

    def _insert(self, part: str) -> str:
        at = self._chance.randrange(1, len(part))
        return part[:at] + self._chance.choice(self._common) + part[at:]

    def _swap(self, part: str) -> str:
        at = self._chance.randrange(len(part) - 1)
        return part[:at] + part[at + 1] + part[at] + part[at + 2 :]
