"""From a text to evidence: the words that rules look for, and how they are meant."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from policycli.ethics.model import Evidence, Otherwise, Rulebook, Sign
from policycli.ethics.polarity import Meant, meant
from policycli.ethics.words import pattern

__all__ = ["Matcher"]

_SENTENCE = re.compile(r"[^。！？!?；;\n]+")
_HALF = {0xFF01 + n: 0x21 + n for n in range(94) if chr(0x21 + n).isalnum()}
"""Full-width letters and figures to plain ones, one for one, so that spans stay."""


class _Sentence(NamedTuple):
    """A sentence with where it begins in the text."""

    start: int
    text: str


class _Sign(NamedTuple):
    """A sign with its patterns."""

    sign: Sign
    words: re.Pattern[str]
    near: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str]


class _Otherwise(NamedTuple):
    """What gives words another sense, with its patterns."""

    record: Otherwise
    words: re.Pattern[str]
    unless: re.Pattern[str]

    def concerns(self, rule: str) -> bool:
        return not self.record.rules or rule in self.record.rules


_Frame = tuple[_Otherwise, str]


class Matcher:
    """A rulebook made ready to find its words.

    Raises:
        Unknown: Words name a list that is not there.
    """

    def __init__(self, book: Rulebook) -> None:
        lists = {each.name: each.words for each in book.lists}
        self._signs = [
            _Sign(
                sign,
                pattern(sign.words, lists),
                tuple(pattern(group, lists) for group in sign.near),
                pattern(sign.unless, lists),
            )
            for sign in book.signs
        ]
        self._otherwise = [
            _Otherwise(each, pattern(each.words, lists), pattern(each.unless, lists))
            for each in book.otherwise
        ]
        self._procedures = [
            (each.id, pattern(each.words, lists)) for each in book.procedures if each.words
        ]
        self._routes = {
            (each.record, each.step): pattern(each.words, lists)
            for each in book.routes
            if each.words
        }

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

    def procedures(self, text: str) -> list[str]:
        """Ids of the procedures that the words of the text speak of."""
        return [name for name, words in self._procedures if _live(words, _sentences(text))]

    def leads(self, record: str, step: str, text: str) -> bool:
        """Whether the words of a route, where it has any, stand in the text."""
        words = self._routes.get((record, step))
        return words is None or bool(words.search(text))

    def _frames(self, sentences: Sequence[_Sentence]) -> list[_Frame]:
        """What gives the whole of a text another sense, with the words that do."""
        wide = [each for each in self._otherwise if each.record.scope == "text"]
        said = ((each, _live(each.words, sentences)) for each in wide)
        return [(each, words) for each, words in said if words and not _live(each.unless, sentences)]

    def _of_sign(
        self, sign: _Sign, sentences: Sequence[_Sentence], frames: Sequence[_Frame]
    ) -> Iterator[Evidence]:
        for sentence in sentences:
            around = sentences if sign.sign.scope == "text" else (sentence,)
            for match in sign.words.finditer(sentence.text):
                if all(_live(group, around) for group in sign.near):
                    how = self._meant(sign, sentence.text, match, frames)
                    start = sentence.start + match.start()
                    yield Evidence(
                        sign.sign.rule,
                        match[0],
                        (start, start + len(match[0])),
                        how.standing,
                        how.because,
                        sentence.text.strip(),
                        sign.sign.procedure,
                    )

    def _meant(
        self, sign: _Sign, sentence: str, match: re.Match[str], frames: Sequence[_Frame]
    ) -> Meant:
        how = meant(sentence, *match.span())
        if how.standing == "negated":
            return how
        other = sign.unless.search(sentence) if sign.sign.unless else None
        because = other[0] if other else self._other_sense(sign.sign.rule, sentence, match, frames)
        if because:
            return Meant("otherwise", because)
        if how.standing == "counts" and sign.sign.strength == "doubt":
            return Meant("unclear")
        return how

    def _other_sense(
        self, rule: str, sentence: str, match: re.Match[str], frames: Sequence[_Frame]
    ) -> str:
        """The words by which others are meant otherwise; nothing where none are."""
        for each in self._otherwise:
            if each.record.scope == "text" or not each.concerns(rule):
                continue
            if each.unless.search(sentence):
                continue
            for other in each.words.finditer(sentence):
                inside = other.start() <= match.start() < other.end()
                if inside or (each.record.scope == "sentence" and _counts(sentence, other)):
                    return other[0]
        return next((words for each, words in frames if each.concerns(rule)), "")
        return ""


def _sentences(text: str) -> list[_Sentence]:
    return [_Sentence(m.start(), m[0]) for m in _SENTENCE.finditer(text)]


def _counts(sentence: str, match: re.Match[str]) -> bool:
    return meant(sentence, *match.span()).standing in ("counts", "unclear")


def _live(words: re.Pattern[str], sentences: Iterable[_Sentence]) -> str:
    """The first of the words that stands in one of the sentences and is meant."""
    found = ((s.text, match) for s in sentences for match in words.finditer(s.text))
    return next((match[0] for sentence, match in found if _counts(sentence, match)), "")


def _outermost(found: Sequence[Evidence]) -> list[Evidence]:
    """Without evidence that lies inside other evidence of the same rule and standing."""

    def inside(one: Evidence, other: Evidence) -> bool:
        same = (one.rule, one.standing) == (other.rule, other.standing) and one.span != other.span
        return same and other.span[0] <= one.span[0] and one.span[1] <= other.span[1]

    kept = [one for one in found if not any(inside(one, other) for other in found)]
    return list({(each.rule, each.span, each.standing): each for each in kept}.values())
