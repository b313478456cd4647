"""End, instrument and themes of a measure, proposed by words of its title and text.

The words are data (``proposals.tsv``: key, code, words). A title decides: where it has no word, or
words of several codes, nothing is proposed. On the 73 bundled measures, counting only words that
another one has too, 26 of 28 ends, 23 of 25 instruments and 61 of 66 themes are right; the other
measures get none.
"""

import os
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

__all__ = ["Proposal", "proposals"]

_FILE = os.path.join(os.path.dirname(__file__), "proposals.tsv")
_OPENING = 400  # characters of a text that say what a measure is about
_OF_TITLE = 3  # what a word in the title counts, where one in the text counts 1
_AHEAD = 1.5  # times that the first code has to have what the second has
_SEVERAL = 3  # words of a text by which a theme is proposed without its title
_ONE = ("end", "instrument")


class Proposal(NamedTuple):
    """What a field may be, and the words by which it is proposed."""

    key: str
    values: tuple[str, ...]
    words: tuple[str, ...]


class _Table(NamedTuple):
    """The codes of every word, and a pattern that finds the longest of them."""

    codes: Mapping[str, tuple[str, ...]]
    pattern: re.Pattern[str]


def proposals(title: str, text: str) -> Iterator[Proposal]:
    """What end, instrument and themes of a measure may be, where its words are clear."""
    for key, table in _tables().items():
        named, said = _found(table, title), _found(table, text[:_OPENING])
        found = _surest(named, said) if key in _ONE else _all(named, said)
        if found:
            words = dict.fromkeys(
                word for each in found for word in (*named.get(each, ()), *said.get(each, ()))
            )
            yield Proposal(key, found, tuple(words))


def _surest(named: Mapping[str, list[str]], said: Mapping[str, list[str]]) -> tuple[str, ...]:
    """The code that is clearly ahead of all others, if its words stand in the title."""
    counts = {
        code: _OF_TITLE * len(named.get(code, ())) + len(said.get(code, ()))
        for code in {*named, *said}
    }
    first, second = sorted([*counts.values(), 0, 0], reverse=True)[:2]
    best = [code for code in named if counts[code] == first]
    return tuple(best) if len(best) == 1 and first >= _AHEAD * second else ()


def _all(named: Mapping[str, list[str]], said: Mapping[str, list[str]]) -> tuple[str, ...]:
    return tuple(
        sorted({*named, *(code for code, words in said.items() if len(words) >= _SEVERAL)})
    )


def _found(table: _Table, text: str) -> Mapping[str, list[str]]:
    """The words of the table that a text has, by their codes."""
    found: dict[str, list[str]] = {}
    for word in sorted(set(table.pattern.findall(text))):
        for code in table.codes[word]:
            found.setdefault(code, []).append(word)
    return found


@cache
def _tables() -> Mapping[str, _Table]:
    codes: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    with open(_FILE, encoding="utf-8") as file:
        lines = file.read().splitlines()
    for line in lines:
        key, code, words = line.split("\t")
        for word in words.split():
            codes[key][word].append(code)
    return {
        key: _Table(
            {word: tuple(of) for word, of in words.items()},
            re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True)))),
        )
        for key, words in codes.items()
    }
