"""From a text to evidence: the words that rules look for, and how they are meant."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from policycli.ethics.model import (
    Besides,
    Evidence,
    Otherwise,
    Procedure,
    Route,
    Rulebook,
    Sign,
    Standing,
)
from policycli.ethics.polarity import Meant, left_open, meant
from policycli.ethics.words import Words

__all__ = ["Matcher"]

_SENTENCE = re.compile(r"(?:[^。！？!?；;\n.]|\.(?![\u4e00-\u9fff]))+")
"""A full stop of ASCII ends a sentence before Chinese; elsewhere it is one of figures and names."""
_SENTENCES = 64
"""Sentences that are remembered while all signs are looked for in them."""

_HALF = {0xFF01 + n: 0x21 + n for n in range(94) if chr(0x21 + n).isalnum()}
"""Full-width letters and figures to plain ones, one for one, so that spans stay."""


class _Sentence(NamedTuple):
    """A sentence with where it begins in the text."""

    start: int
    text: str


Told = Procedure | Route | Besides
_Frame = tuple[Otherwise, Meant]
LIVE = ("counts", "unclear")


class Matcher:
    """A rulebook made ready to find its words.

    Words that name a list that is not there raise ``Unknown`` when they are looked for.
    """

    def __init__(self, book: Rulebook) -> None:
        self._signs, self._otherwise = book.signs, book.otherwise
        self._words = Words({each.name: each.words for each in book.lists})
        self._parts = self._words.pattern(
            tuple(word for each in book.otherwise if each.scope == "word" for word in each.words)
        )
        self._part_spans = lru_cache(maxsize=_SENTENCES)(self._spans)

    def _spans(self, sentence: str) -> list[tuple[int, int]]:
        """Where words stand that have others in them."""
        return [match.span() for match in self._parts.finditer(sentence)]

    def evidence(self, text: str) -> list[Evidence]:
        """All evidence in a text, in its order; of words inside others of a rule, these."""
        sentences = _sentences(text)
        frames = list(self._frames(sentences))
        found = [
            each._replace(words=text[slice(*each.span)])
            for sign in self._signs
            for each in self._of_sign(sign, sentences, frames)
        ]
        return sorted(_outermost(found), key=lambda each: each.span)

    def says(self, record: Told, text: str) -> bool:
        """Whether the words of a record, if it has any, stand in a text and are meant."""
        return not record.words or bool(self._live(record.words, _sentences(text)))

    def _live(
        self, words: tuple[str, ...], sentences: Iterable[_Sentence], meant_so: Sequence[str] = LIVE
    ) -> str:
        """The first of the words that stands in one of the sentences and is meant."""
        pattern = self._words.pattern(words)
        found = (
            (each.text, match) for each in sentences for match in self._whole(pattern, each.text)
        )
        return next(
            (match[0] for sentence, match in found if _standing(sentence, match) in meant_so), ""
        )

    def _whole(self, pattern: re.Pattern[str], sentence: str) -> list[re.Match[str]]:
        """Where words stand by themselves, not as parts of others, as 羊 is of 羊膜."""
        found = list(pattern.finditer(sentence))
        parts = self._part_spans(sentence) if found else ()
        return [m for m in found if not any(a <= m.start() < b > a + len(m[0]) for a, b in parts)]

    def _frames(self, sentences: Sequence[_Sentence]) -> Iterator[_Frame]:
        """What gives the whole of a text another sense, or leaves it in doubt."""
        for each in self._otherwise:
            if each.scope != "text" or self._live(each.unless, sentences):
                continue
            if words := self._live(each.words, sentences, ("counts",)):
                yield each, Meant(each.standing, words)
            elif words := self._live(each.words, sentences):
                yield each, Meant("unclear", words)

    def _of_sign(
        self, sign: Sign, sentences: Sequence[_Sentence], frames: Sequence[_Frame]
    ) -> Iterator[Evidence]:
        pattern = self._words.pattern(sign.words)
        whole = self._near(sign, sentences) if sign.scope == "text" else ""
        for sentence in sentences if whole or sign.scope == "sentence" else ():
            if sign.strength == "hint" and not left_open(sentence.text):
                continue
            matches = list(pattern.finditer(sentence.text))
            near = matches and (whole or self._near(sign, (sentence,)))
            for match in matches if near else ():
                how = self._meant(sign, sentence.text, match, frames)
                if near == "unclear" and how.standing == "counts":
                    how = Meant("unclear")
                span = sentence.start + match.start(), sentence.start + match.end()
                yield Evidence(sign.rule, match[0], span, *how, sign.procedure)

    def _near(self, sign: Sign, sentences: Sequence[_Sentence]) -> Standing | Literal[""]:
        """How what a sign wants near it is meant; nothing where a group of words has none."""
        if not all(self._live(group, sentences) for group in sign.near):
            return ""
        sure = all(self._live(group, sentences, ("counts",)) for group in sign.near)
        return "counts" if sure else "unclear"

    def _meant(
        self, sign: Sign, sentence: str, match: re.Match[str], frames: Sequence[_Frame]
    ) -> Meant:
        """How a match of a sign is meant: by grammar first, then by the words around it."""
        how = meant(sentence, *match.span())
        if how.standing == "negated":
            return how
        other = self._other_words(sign, sentence)
        if other:
            return Meant("otherwise", other)
        sense = self._other_sense(sign.rule, sentence, match, frames)
        if sense:
            return sense
        if how.standing == "counts" and sign.strength != "sure":
            return Meant("unclear", left_open(sentence) if sign.strength == "hint" else "")
        return how

    def _other_words(self, sign: Sign, sentence: str) -> str:
        """The words that take a sign back, where they are not denied themselves."""
        found = self._whole(self._words.pattern(sign.unless), sentence)
        return next((m[0] for m in found if _standing(sentence, m) != "negated"), "")

    def _other_sense(
        self, rule: str, sentence: str, match: re.Match[str], frames: Sequence[_Frame]
    ) -> Meant | None:
        """How words are meant because of others; ``None`` where nothing says so."""
        for each in self._otherwise:
            if each.scope == "text" or not _concerns(each, rule):
                continue
            if self._words.pattern(each.unless).search(sentence):
                continue
            for other in self._words.pattern(each.words).finditer(sentence):
                inside = (
                    other.start() <= match.start() < other.end()
                    or other.start() < match.end() <= other.end()
                )
                if inside or (each.scope == "sentence" and _standing(sentence, other) in LIVE):
                    return Meant(each.standing, other[0])
        return next((how for each, how in frames if _concerns(each, rule)), None)


def _concerns(each: Otherwise, rule: str) -> bool:
    return not each.rules or rule in each.rules


def _sentences(text: str) -> list[_Sentence]:
    """The sentences of a text, with its letters and figures in plain ones."""
    return [_Sentence(m.start(), m[0]) for m in _SENTENCE.finditer(text.translate(_HALF))]


def _standing(sentence: str, match: re.Match[str]) -> str:
    return meant(sentence, *match.span()).standing


def _outermost(found: Iterable[Evidence]) -> list[Evidence]:
    """Each place once, without evidence that lies inside other of the same rule and standing.

    What is in doubt in words that count for the same rule is settled by them.
    """
    kept: dict[tuple[str, str], list[Evidence]] = {}
    for each in sorted(found, key=lambda one: (one.span[0], -one.span[1])):
        same = kept.setdefault((each.rule, each.standing), [])
        if not same or each.span[1] > same[-1].span[1]:
            same.append(each)
    return [each for same in kept.values() for each in same if not _settled(each, kept)]


def _settled(each: Evidence, kept: Mapping[tuple[str, str], Sequence[Evidence]]) -> bool:
    """Whether words in doubt share a place with words of their rule that count."""
    start, end = each.span
    sure = kept.get((each.rule, "counts"), ()) if each.standing == "unclear" else ()
    return any(one.span[0] < end and start < one.span[1] for one in sure)
