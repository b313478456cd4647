"""What did they type? Terms, and for each the ways in which it can be read."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from policycli.search.units import Character, Initial, Letter, Syllable, Unit
from policycli.text.alphabet import Alphabet
from policycli.text.pinyin import split_syllables

__all__ = ["Query", "Reading", "Script", "Term", "understand"]

Script = Literal["written", "pinyin", "initials"]

_PARTS = re.compile(r"[a-z]+|[^a-z]")
_BREAKS = re.compile(r"[\s,;:!?，。、；：！？…·|/\\()\[\]{}【】]+")
_MEASURED = re.compile(r"(?<=\d)\s+(?=[%万亿元家个名位项人吨])")  # 3694 万元 is one thing
_INITIALS = range(3, 13)  # letters that may stand for as many characters


class Reading(NamedTuple):
    """One way to take what was typed: as it is written, as pinyin, or as first letters."""

    script: Script
    units: tuple[Unit, ...]


class Term(NamedTuple):
    """Something typed that is meant as a whole: a word, a phrase, a number with its unit."""

    text: str
    readings: tuple[Reading, ...]

    @property
    def size(self) -> int:
        """How much it says: the fewest units of a reading."""
        return min(len(reading.units) for reading in self.readings)


class Query(NamedTuple):
    """What was typed, folded, and its terms."""

    text: str
    terms: tuple[Term, ...]


def understand(typed: str, alphabet: Alphabet) -> Query:
    """Take ``typed`` apart; a query of signs alone has no terms."""
    text = _MEASURED.sub("", alphabet.fold(typed)).strip()
    words = [word for word in _BREAKS.split(text) if word]
    terms = [_term(text, alphabet) for text in _joined(words, alphabet)]
    return Query(text, tuple(terms))


def _joined(words: list[str], alphabet: Alphabet) -> Iterator[str]:
    """Words, with syllables that stand apart (``ke ji``) joined into one (``keji``)."""
    syllables: list[str] = []
    for word in words:
        if word in alphabet.numbers:
            syllables.append(word)
            continue
        if syllables:
            yield "".join(syllables)
            syllables = []
        yield word
    if syllables:
        yield "".join(syllables)


def _term(text: str, alphabet: Alphabet) -> Term:
    written = tuple(_literal(char, alphabet) for char in text)
    readings = [Reading("written", written)]
    if any("a" <= char <= "z" for char in text):
        readings.append(Reading("pinyin", tuple(_spoken(text, alphabet))))
        if text.isascii() and text.isalpha() and len(text) in _INITIALS:
            readings.append(Reading("initials", tuple(Initial(char, alphabet) for char in text)))
    return Term(text, tuple(readings))


def _literal(char: str, alphabet: Alphabet) -> Unit:
    return Character(char, alphabet) if alphabet.syllable(char) else Letter(char, alphabet)


def _spoken(text: str, alphabet: Alphabet) -> Iterator[Unit]:
    for part in _PARTS.findall(text):
        if not part.isalpha() or not part.isascii():
            yield _literal(part, alphabet)
            continue
        for syllable in split_syllables(part, alphabet.numbers):
            known = syllable in alphabet.numbers
            yield Syllable(syllable, alphabet) if known else Initial(syllable, alphabet)
