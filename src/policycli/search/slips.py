"""Whether a name differs from what was typed by a slip, or holds it as a part.

A slip is one wrong, missing, added or swapped character, sound or letter, in Chinese, pinyin,
initials or English. Where another character makes another name (in short ones, in numbers and in
names of places) it is none.
"""

import re
from collections.abc import Sequence
from enum import IntEnum
from itertools import groupby

from rapidfuzz.distance import OSA

from policycli.search.units import NEAR, literal
from policycli.text.alphabet import FIRST, LAST, Alphabet, near
from policycli.text.pinyin import split_syllables
from policycli.text.titles import bare, short
from policycli.tuples import NamedTuple

__all__ = ["Likeness", "Typed", "likeness", "typed_as"]

_ALIKE = 0.6  # cost up to which a character sounds or looks like another one, see units
_LONG = 5  # characters from which any one of them may be wrong; in less it has to be like it
_LONGER = 8  # characters from which one more at an end is a slip; 科技伦理学 is not 科技伦理
_WORD = 5  # letters from which one of them may be wrong
_PART = 3  # characters, syllables or letters of a word that are a part
_PART_INITIALS = 5
_INITIALS = range(3, 31)
_RULES = ("法", "条例", "规定", "办法", "细则")
_DIGITS = re.compile(r"\d+|[一二三四五六七八九十百]+")
_FILLERS = frozenset(("and", "for", "the", "with", "from", "into", "its"))


class Likeness(IntEnum):
    """How a name fits, the best first."""

    SOUND = 1
    SLIP = 2
    INITIALS = 3
    PART = 4
    PART_IN_SOUND = 5
    PART_IN_INITIALS = 6


class Typed(NamedTuple):
    """What was typed.

    Attributes:
        key: Its letters and digits, folded.
        words: Of English.
        syllables: Of pinyin; empty where it is none.
        place: What it begins with, if that is the name of a place.
    """

    key: str
    words: tuple[str, ...]
    syllables: tuple[str, ...]
    alphabet: Alphabet


def typed_as(text: str, alphabet: Alphabet) -> Typed:
    """Take what was typed apart."""
    folded = alphabet.fold(text)
    key = bare(folded)
    words = tuple(re.findall(r"[a-z0-9]+", folded))
    return Typed(key, words, tuple(_syllables(key, alphabet)) if key.isascii() else (), alphabet)


def _syllables(key: str, alphabet: Alphabet) -> list[str]:
    """The syllables of pinyin, digits by themselves; none where a letter is left over."""
    parts: list[str] = []
    for latin, group in groupby(key, str.isalpha):
        text = "".join(group)
        parts += split_syllables(text, alphabet.syllables) if latin else text
    spoken = [part for part in parts if not part.isdigit()]
    return parts if spoken and all(part in alphabet.syllables for part in spoken) else []


def likeness(typed: Typed, name: str) -> Likeness | None:
    """How a folded name, or its short form, fits what was typed; ``None`` where it does not.

    A name that is just what was typed is for others to find.
    """
    fits = (_fit(typed, key, name) for key in {bare(name), short(name)})
    return min(filter(None, fits), default=None)


def _fit(typed: Typed, key: str, name: str) -> Likeness | None:
    if not typed.key.isascii():
        return None if key.isascii() else _written(typed, key)
    if key.isascii():
        return _english(typed, key, name)
    return _spoken(typed, key)


def _written(typed: Typed, key: str) -> Likeness | None:
    if typed.key in key:
        telling = len(typed.key) >= _PART and not _local(typed.key, key)
        return Likeness.PART if telling else None
    if _numbers(typed.key) != _numbers(key):
        return None
    if OSA.distance(typed.key, key, score_cutoff=1) <= 1:
        found = _one_slip(typed.key, key, typed.alphabet)
    else:
        found = _same_sound(typed.key, key, typed.alphabet)
    return found if found and not _elsewhere(typed.key, key) else None


def _local(typed: str, key: str) -> bool:
    """Whether rules were typed without the place of a name: they are the nation's."""
    from policycli.text.divisions import leading

    rules = typed.endswith(_RULES) and key.endswith(typed)
    return rules and leading(key.removesuffix(typed)) is not None


def _numbers(key: str) -> list[str]:
    """The numbers in a name; a single one in two characters may be a part of the word (十堰)."""
    return _DIGITS.findall(key) if len(key) > 2 else re.findall(r"\d+", key)


def _one_slip(typed: str, key: str, alphabet: Alphabet) -> Likeness | None:
    if len(typed) != len(key):
        return _one_more(typed, key)
    pairs = [(mine, its) for mine, its in zip(typed, key, strict=True) if mine != its]
    if len(pairs) > 1:  # swapped
        return Likeness.SLIP
    ((mine, its),) = pairs
    cost = literal(mine, alphabet).costs[its]
    if cost <= NEAR:
        return Likeness.SOUND
    return Likeness.SLIP if cost <= _ALIKE or len(key) >= _LONG else None


def _one_more(typed: str, key: str) -> Likeness | None:
    """The fit where one character is missing, not at an end, or one too many."""
    if len(typed) < len(key):
        return Likeness.SLIP if len(typed) >= _PART else None
    doubled = any(typed[:at] + typed[at + 1 :] == key for at in _twice(typed))
    inside = key not in typed and len(key) >= _PART
    return Likeness.SLIP if doubled or inside or len(key) >= _LONGER else None


def _twice(text: str) -> list[int]:
    return [at for at in range(1, len(text)) if text[at] == text[at - 1]]


def _same_sound(typed: str, key: str, alphabet: Alphabet) -> Likeness | None:
    """The fit of a word or two that were taken for others of the same sound."""
    wrong = sum(mine != its for mine, its in zip(typed, key, strict=False))
    if len(typed) != len(key) or wrong > len(key) // 2 or len(key) < _LONG - 1:
        return None
    return Likeness.SOUND if alphabet.sounds(typed) == alphabet.sounds(key) else None


def _elsewhere(typed: str, key: str) -> bool:
    """Whether what was typed begins with the name of another place than a name does."""
    from policycli.text.divisions import leading

    place = leading(typed)
    return place is not None and place != leading(key)


def _english(typed: Typed, key: str, name: str) -> Likeness | None:
    if re.findall(r"\d+", typed.key) != re.findall(r"\d+", key):
        return None
    if len(typed.key) >= _WORD and OSA.distance(typed.key, key, score_cutoff=1) <= 1:
        return Likeness.SLIP
    words = re.findall(r"[a-z0-9]+", name) if " " in name else []  # an id is whole or it is none
    long = (word for word in typed.words if len(word) >= _PART and not word.isdecimal())
    telling = any(word not in _FILLERS for word in long)
    return Likeness.PART if telling and _within(typed.words, words) else None


def _within(some: Sequence[str], every: Sequence[str]) -> bool:
    size = len(some)
    return any(tuple(every[at : at + size]) == some for at in range(len(every) - size + 1))


def _spoken(typed: Typed, key: str) -> Likeness | None:
    alphabet, size = typed.alphabet, len(typed.syllables)
    at = _heard(typed.syllables, key, alphabet)
    if at >= 0 and size == len(key) > 1:
        return Likeness.SOUND
    if len(typed.key) >= _WORD and _one_letter(typed, key):
        return Likeness.SLIP
    begins = _begins(typed.key, key, alphabet)
    if begins and len(typed.key) == len(key):
        return Likeness.INITIALS
    if at >= 0 and size >= _PART:
        return Likeness.PART_IN_SOUND
    return Likeness.PART_IN_INITIALS if begins and len(typed.key) >= _PART_INITIALS else None


def _one_letter(typed: Typed, key: str) -> bool:
    """Whether one letter is wrong, beside sounds that many do not tell apart."""
    sounds = [typed.alphabet.syllable(char) or char for char in key]
    alike = "".join(map(near, typed.syllables)) or typed.key
    pairs = ((typed.key, "".join(sounds)), (alike, "".join(map(near, sounds))))
    return any(OSA.distance(mine, its, score_cutoff=1) <= 1 for mine, its in pairs)


def _heard(syllables: Sequence[str], key: str, alphabet: Alphabet) -> int:
    """Where in a name characters are read so; -1 where nowhere."""
    size = len(syllables)
    if not size:
        return -1
    places = range(len(key) - size + 1)
    return next((at for at in places if _read(syllables, key[at : at + size], alphabet)), -1)


def _read(syllables: Sequence[str], chars: str, alphabet: Alphabet) -> bool:
    return all(
        part == char or part in alphabet.readings(char)
        for part, char in zip(syllables, chars, strict=True)
    )


def _begins(letters: str, key: str, alphabet: Alphabet) -> bool:
    """Whether letters are the initials of a part of a name."""
    if len(letters) not in _INITIALS or not any(FIRST <= ord(char) <= LAST for char in key):
        return False
    starts = [{char, *(reading[0] for reading in alphabet.readings(char))} for char in key]
    return any(
        all(letter in start for letter, start in zip(letters, starts[at:], strict=False))
        for at in range(len(key) - len(letters) + 1)
    )
