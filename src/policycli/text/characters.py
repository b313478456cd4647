"""Compiles the alphabet: what two libraries and a table know of Chinese characters."""

import os
import unicodedata
from collections import Counter
from functools import cache
from typing import Any

from policycli.text.alphabet import BETWEEN, FIRST, LAST, NONE, SHAPE, SOUND, near, near_names

__all__ = ["compile_alphabet"]

_CORNERS = os.path.join(os.path.dirname(__file__), "corners.tsv")  # see scripts/corners.py
_RARE = 0.03  # a reading in a smaller share of a character's words is not what people type


@cache
def compile_alphabet() -> str:
    """The text that ``Alphabet`` reads, about 0.3 MB; takes about half a second, once a process."""
    from pypinyin.phrases_dict import phrases_dict
    from pypinyin.pinyin_dict import pinyin_dict

    readings = {
        chr(code): list(dict.fromkeys(map(_toneless, marked.split(","))))
        for code, marked in pinyin_dict.items()
        if FIRST <= code <= LAST
    }
    others = {char: rest for char, rest in _others(readings, phrases_dict) if rest}
    usual = {first for first, *_ in readings.values()}
    syllables = sorted(usual.union(*others.values()))
    number = {syllable: chr(SOUND + at) for at, syllable in enumerate(syllables)}
    chars = [chr(code) for code in range(FIRST, LAST + 1)]
    sounds = "".join(number[readings[char][0]] if char in readings else NONE for char in chars)
    several = NONE.join(char + ",".join(rest) for char, rest in others.items())
    near_number = {name: chr(SOUND + at) for at, name in enumerate(near_names(syllables))}
    alike = "".join(
        near_number[near(readings[char][0])] if char in readings else char
        for char in map(chr, range(LAST + 1))
    )
    parts = (NONE.join(syllables), sounds, _simplified(chars), _shapes(chars), several, alike)
    return BETWEEN.join(parts)


def _toneless(marked: str) -> str:
    letters = unicodedata.normalize("NFD", marked).replace("u\u0308", "v")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _others(readings: dict[str, list[str]], phrases: Any) -> list[tuple[str, list[str]]]:
    """Further readings of characters, where words really use them."""
    used: dict[str, Counter[str]] = {}
    for phrase, sounds in phrases.items():
        for char, (sound, *_) in zip(phrase, sounds, strict=False):
            used.setdefault(char, Counter())[_toneless(sound)] += 1
    return [
        (char, _common(readings[char], counts))
        for char, counts in sorted(used.items())
        if char in readings
    ]


def _common(readings: list[str], counts: Counter[str]) -> list[str]:
    enough = max(2, _RARE * counts.total())
    return [reading for reading in readings[1:] if counts[reading] >= enough]


def _simplified(chars: list[str]) -> str:
    from opencc import OpenCC

    simple = OpenCC("t2s").convert("\n".join(chars)).split("\n")
    return "".join(new if len(new) == 1 else old for old, new in zip(chars, simple, strict=True))


def _shapes(chars: list[str]) -> str:
    with open(_CORNERS, encoding="utf-8") as file:
        rows = (line.rstrip("\n").split("\t") for line in file if line[0] != "#")
        shapes = {char: chr(SHAPE + int(code)) for code, alike in rows for char in alike}
    return "".join(shapes.get(char, NONE) for char in chars)
