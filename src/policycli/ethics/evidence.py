"""From a text to evidence: the words that rules look for, and how they are meant."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from policycli.ethics.model import Besides, Evidence, Otherwise, Procedure, Route, Rulebook, Sign
from policycli.ethics.polarity import Meant, meant
from policycli.ethics.words import Words

__all__ = ["Matcher"]

_SENTENCE = re.compile(r"[^。！？!?；;\n]+")
_HALF = {0xFF01 + n: 0x21 + n for n in range(94) if chr(0x21 + n).isalnum()}
"""Full-width letters and figures to plain ones, one for one, so that spans stay."""


class _Sentence(NamedTuple):
    """A sentence with where it begins in the text."""

    start: int
    text: str


Told = Procedure | Route | Besides
_Frame = tuple[Otherwise, str]


class Matcher:
    """A rulebook made ready to find its words.

    Words that name a list that is not there raise ``Unknown`` when they are looked for.
    """

    def __init__(self, book: Rulebook) -> None:
        self._signs, self._otherwise = book.signs, book.otherwise
        self._words = Words({each.name: each.words for each in book.lists})

    def evidence(self, text: str) -> list[Evidence]:
        """All evidence in a text, in its order; of words inside others of a rule, these."""
        plain = text.translate(_HALF)
        sentences = _sentences(plain)
        frames = self._frames(sentences)
        found = [
            each._replace(words=text[slice(*each.span)])
            for sign in self._signs
            for each in self._of_sign(sign, sentences, frames)
        ]
        return sorted(_outermost(found), key=lambda each: each.span)

    def says(self, record: Told, text: str) -> bool:
        """Whether the words of a record, if it has any, stand in a text and are meant."""
        return not record.words or bool(self._live(record.words, _sentences(text)))

    def _live(self, words: tuple[str, ...], sentences: Iterable[_Sentence]) -> str:
        """The first of the words that stands in one of the sentences and is meant."""
        pattern = self._words.pattern(words)
        found = ((s.text, match) for s in sentences for match in pattern.finditer(s.text))
        return next((match[0] for sentence, match in found if _counts(sentence, match)), "")

    def _frames(self, sentences: Sequence[_Sentence]) -> list[_Frame]:
        """What gives the whole of a text another sense, with the words that do."""
        wide = (each for each in self._otherwise if each.scope == "text")
        said = ((each, self._live(each.words, sentences)) for each in wide)
        return [
            (each, words)
            for each, words in said
            if words and not self._live(each.unless, sentences)
        ]

    def _of_sign(
        self, sign: Sign, sentences: Sequence[_Sentence], frames: Sequence[_Frame]
    ) -> Iterator[Evidence]:
        for sentence in sentences:
            around = sentences if sign.scope == "text" else (sentence,)
            for match in self._words.pattern(sign.words).finditer(sentence.text):
                if all(self._live(group, around) for group in sign.near):
                    how = self._meant(sign, sentence.text, match, frames)
                    start = sentence.start + match.start()
                    yield Evidence(
                        sign.rule,
                        match[0],
                        (start, start + len(match[0])),
                        how.standing,
                        how.because,
                        sign.procedure,
                    )

    def _meant(
        self, sign: Sign, sentence: str, match: re.Match[str], frames: Sequence[_Frame]
    ) -> Meant:
        """How a match of a sign is meant: by grammar first, then by the words around it."""
        how = meant(sentence, *match.span())
        if how.standing == "negated":
            return how
        other = self._words.pattern(sign.unless).search(sentence)
        because = other[0] if other else self._other_sense(sign.rule, sentence, match, frames)
        if because:
            return Meant("otherwise", because)
        if how.standing == "counts" and sign.strength == "doubt":
            return Meant("unclear")
        return how

    def _other_sense(
        self, rule: str, sentence: str, match: re.Match[str], frames: Sequence[_Frame]
    ) -> str:
        """The words by which others are meant otherwise; nothing where none are."""
        for each in self._otherwise:
            if each.scope == "text" or not _concerns(each, rule):
                continue
            if self._words.pattern(each.unless).search(sentence):
                continue
            for other in self._words.pattern(each.words).finditer(sentence):
                inside = other.start() <= match.start() < other.end()
                if inside or (each.scope == "sentence" and _counts(sentence, other)):
                    return other[0]
        return next((words for each, words in frames if _concerns(each, rule)), "")


def _concerns(each: Otherwise, rule: str) -> bool:
    return not each.rules or rule in each.rules


def _sentences(text: str) -> list[_Sentence]:
    return [_Sentence(m.start(), m[0]) for m in _SENTENCE.finditer(text)]


def _counts(sentence: str, match: re.Match[str]) -> bool:
    return meant(sentence, *match.span()).standing in ("counts", "unclear")


def _outermost(found: Sequence[Evidence]) -> list[Evidence]:
    """Without evidence that lies inside other evidence of the same rule and standing."""

    def inside(one: Evidence, other: Evidence) -> bool:
        same = (one.rule, one.standing) == (other.rule, other.standing) and one.span != other.span
        return same and other.span[0] <= one.span[0] and one.span[1] <= other.span[1]

    kept = [one for one in found if not any(inside(one, other) for other in found)]
    return list({(each.rule, each.span, each.standing): each for each in kept}.values())
