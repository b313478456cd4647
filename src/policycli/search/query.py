"""What did they type? Terms, and for each the ways in which it can be read."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from policycli.search.units import Initial, Syllable, Unit, literal, spoken
from policycli.text.alphabet import FIRST, LAST, Alphabet
from policycli.text.synonyms import BUNDLED, Vocabulary
from policycli.tuples import NamedTuple

if TYPE_CHECKING:
    from policycli.text.amounts import Amount

__all__ = ["ASKING", "Query", "Reading", "Script", "Term", "understand"]

Script = Literal["written", "synonym", "pinyin", "initials"]

_BREAKS = ",;:!?，。、；：！？…·|/\\()[]{}【】（）"
_NUMERALS = frozenset("0123456789十百千万亿")  # one of these is in every number
_UNITS = "%万亿元家个名位项人吨"  # what may follow a number after a space: 3694 万元 is one thing
INITIALS = range(3, 13)  # letters that may stand for as many characters
ASKING = (
    *("谁", "什么", "怎么", "怎样", "如何", "为何", "哪些", "哪个", "哪里", "哪儿", "往哪", "吗"),
    *("几个", "几家", "几项", "几条", "几次", "多少", "多大", "多久", "是否", "能否", "可否", "呢"),
    *("有没有", "能不能", "可不可以", "要不要", "是不是", "会不会"),
)
_THOUSANDS = r"(?<=\d),(?=\d{3}(?!\d))"  # 3,694
LONGEST = 400  # characters of a query that are read; no title is longer
SENTENCE = 13  # so many Chinese characters in a row say more than a name
_PLACES = ("地方", "地区", "省份", "城市")  # what is asked about without being looked for
_ASKED = f"(?:{'|'.join(ASKING)})(?:{'|'.join(_PLACES)})?"
_NAMED = 4  # characters of a word that a question asks for; longer ones are sentences themselves
_AROUND = "有是的了来能在要会"  # what stands between the asking and what is asked for
_WORDS = 3  # of a phrase in the table of everyday words, at most
_FILLERS = frozenset(
    (
        *("a", "an", "and", "are", "at", "be", "by", "can", "did", "do", "does", "for", "from"),
        *("has", "have", "how", "i", "in", "is", "it", "its", "many", "much", "of", "on", "or"),
        *("should", "that", "the", "there", "this", "to", "was", "what", "when", "where", "which"),
        *("who", "whom", "whose", "why", "will", "with"),
    )
)


class Reading(NamedTuple):
    """One way to take what was typed: as it is written, as pinyin, or as first letters."""

    script: Script
    units: tuple[Unit, ...]


class Term(NamedTuple):
    """Something typed that is meant as a whole: a word, a phrase, a number with its unit.

    Attributes:
        amount: What it is where it is no more than a number; an equal one is looked for.
    """

    text: str
    readings: tuple[Reading, ...]
    amount: "Amount | None" = None

    @property
    def size(self) -> int:
        """How much it says: the fewest units of a reading."""
        return min(len(reading.units) for reading in self.readings)


class Query(NamedTuple):
    """What was typed, folded, and its terms.

    Attributes:
        prose: Whether it is a sentence, whose words count rather than their order.
        added: For everyday words in it, those that officials write, with their share of weight.
    """

    text: str
    terms: tuple[Term, ...]
    prose: bool
    added: Mapping[str, float]


def understand(typed: str, alphabet: Alphabet, vocabulary: Vocabulary = BUNDLED) -> Query:
    """Take ``typed`` apart; a query of signs alone has no terms."""
    text = alphabet.fold(typed[:LONGEST]).strip()
    if "," in text:
        text = re.sub(_THOUSANDS, "", text)
    parts = "".join(" " if char in _BREAKS else char for char in text).split()
    words = [word for word in _measured(parts) if any(map(str.isalnum, word))]
    prose = _asks(text) or any(map(_is_sentence, words))
    if prose and (asked_for := _asked_for(words)):
        words = [asked_for]
    meaning = [word for word in words if word not in _FILLERS] or words
    distinct = dict.fromkeys(_phrases(list(_joined(meaning, alphabet)), vocabulary))
    terms = tuple(_term(word, alphabet, vocabulary) for word in distinct)
    return Query(text, terms, prose, vocabulary.official_words(text) if prose else {})


def _asked_for(words: list[str]) -> str:
    """What a question says beside its asking, if it is a short word: 基金 of 哪些地方有基金."""
    if len(words) != 1:
        return ""
    parts = (part.strip(_AROUND) for part in re.split(_ASKED, words[0]))
    left = [part for part in parts if part]
    return left[0] if len(left) == 1 and len(left[0]) <= _NAMED else ""


def _phrases(words: list[str], vocabulary: Vocabulary) -> Iterator[str]:
    """Words, with those joined that the table of everyday words has as one: tax incentive."""
    at = 0
    while at < len(words):
        sizes = range(min(_WORDS, len(words) - at), 1, -1)
        size = next((n for n in sizes if vocabulary.official(" ".join(words[at : at + n]))), 1)
        yield " ".join(words[at : at + size])
        at += size


def _asks(text: str) -> bool:
    return any(word in text for word in ASKING) or (text[-1:] == "?" and _chinese(text) > 0)


def _is_sentence(word: str) -> bool:
    return _chinese(word) >= SENTENCE


def _chinese(text: str) -> int:
    return sum(FIRST <= ord(char) <= LAST for char in text)


def _measured(words: list[str]) -> Iterator[str]:
    """Words, with a number and the unit after it as one."""
    number = ""
    for word in words:
        if number and word[0] not in _UNITS:
            yield number
            number = ""
        if word[-1].isdigit() and not number:
            number = word
        else:
            yield number + word
            number = ""
    if number:
        yield number


def _joined(words: list[str], alphabet: Alphabet) -> Iterator[str]:
    """Words, with syllables that stand apart (``ke ji``) joined into one (``keji``)."""
    for joins, group in groupby(words, alphabet.syllables.__contains__):
        if joins:
            yield "".join(group)
        else:
            yield from group


def _term(text: str, alphabet: Alphabet, vocabulary: Vocabulary) -> Term:
    readings = [Reading("written", _literal(text, alphabet))]
    official = vocabulary.official(text)
    readings += [Reading("synonym", _literal(word, alphabet)) for word in official]
    if any("a" <= char <= "z" for char in text):
        for units in _spoken(text, alphabet):
            if any(isinstance(unit, Syllable) for unit in units):
                readings.append(Reading("pinyin", units))
        if text.isascii() and text.isalpha() and len(text) in INITIALS:
            readings.append(Reading("initials", tuple(Initial(char, alphabet) for char in text)))
    return Term(text, tuple(readings), _amount(text))


def _amount(text: str) -> "Amount | None":
    if _NUMERALS.isdisjoint(text):
        return None
    from policycli.text.amounts import asked  # decimal numbers take 5 ms to load

    return asked(text)


def _literal(text: str, alphabet: Alphabet) -> tuple[Unit, ...]:
    return tuple(literal(char, alphabet) for char in text)


def _spoken(text: str, alphabet: Alphabet) -> list[tuple[Unit, ...]]:
    """The likely ways to read letters as syllables, with the characters between them."""
    from policycli.text.pinyin import WAYS, splits

    ways: list[tuple[Unit, ...]] = [()]
    for latin, group in groupby(text, lambda char: "a" <= char <= "z"):
        part = "".join(group)
        if latin:
            found = splits(part, alphabet.syllables)
            read = [tuple(spoken(syllable, alphabet) for syllable in way) for way in found]
        else:
            read = [_literal(part, alphabet)]
        ways = [(*before, *units) for before in ways for units in read][:WAYS]
    return ways
