"""Which records could be meant: those that share the most telling n-grams with the query."""

import re
from collections.abc import Iterator, Sequence
from itertools import product

import tantivy

from policycli.index.schema import (
    BODY,
    BODY_SOUNDS,
    HEAD,
    INITIALS,
    LETTERS,
    NAME,
    NAME_SKIPS,
    NAME_SOUNDS,
    SOUND_SKIPS,
    Terms,
)
from policycli.search.query import Query, Reading
from policycli.search.units import Character, Syllable, Unit
from policycli.text.alphabet import Alphabet

__all__ = ["candidates_query", "prose_grams"]

Gram = tuple[Terms, str, float]

_SIGNS = re.compile(r"\W+")
_COMMON = 0.3  # share of the records
_ADDED = 0.6  # weight of an official word for an everyday one
_HEAD = 0.3  # added where a description begins with it


def candidates_query(
    query: Query, schema: tantivy.Schema, alphabet: Alphabet, searcher: tantivy.Searcher
) -> tantivy.Query:
    """Any of the n-grams that the query would leave in a record, each by its weight."""
    weights: dict[tuple[str, str], float] = {}
    grams = _of_prose(query, searcher) if query.prose else _of_terms(query, alphabet)
    for field, gram, weight in grams:
        key = (field.name, gram)
        weights[key] = max(weight, weights.get(key, 0.0))
    clauses = [
        (
            tantivy.Occur.Should,
            tantivy.Query.boost_query(tantivy.Query.term_query(schema, field, gram), weight),
        )
        for (field, gram), weight in weights.items()
    ]
    return tantivy.Query.boolean_query(clauses)


def _of_terms(query: Query, alphabet: Alphabet) -> Iterator[Gram]:
    for term in query.terms:
        for reading in term.readings:
            yield from _grams(reading, alphabet)


def _of_prose(query: Query, searcher: tantivy.Searcher) -> Iterator[Gram]:
    """Characters and pairs of them; those in very many records would only cost time."""
    most = _COMMON * searcher.num_docs
    for text, weight in ((query.text, 1.0), *((word, _ADDED) for word in query.added)):
        for gram in prose_grams(text):
            if len(gram) > 1 or searcher.doc_freq(BODY.name, gram) <= most:
                yield BODY, gram, weight
                yield HEAD, gram, weight * _HEAD


def prose_grams(text: str) -> Iterator[str]:
    """The characters of a sentence and its pairs of characters, not over signs."""
    for part in _SIGNS.split(text):
        yield from part
        yield from map("".join, zip(part, part[1:], strict=False))


def _grams(reading: Reading, alphabet: Alphabet) -> Iterator[Gram]:
    if reading.script == "initials":
        letters = "".join(unit.typed for unit in reading.units)
        for size in (3, 4):
            yield from ((INITIALS, gram, 1.0) for gram in _runs(letters, size))
        return
    if reading.script == "written":
        yield from _written(reading.units)
    yield from _sounds([_codes(unit, alphabet) for unit in reading.units])


def _runs(text: str, size: int) -> Iterator[str]:
    return (text[at : at + size] for at in range(len(text) - size + 1))


def _written(units: Sequence[Unit]) -> Iterator[Gram]:
    chars = [unit.typed for unit in units]
    for unit in units:
        if isinstance(unit, Character):
            yield NAME, unit.typed, 0.3
            yield BODY, unit.typed, 0.1
    for one, two in zip(chars, chars[1:], strict=False):
        yield NAME, one + two, 1.0
        yield BODY, one + two, 0.6
        yield NAME, two + one, 0.7  # swapped
        yield NAME_SKIPS, one + two, 0.8  # one left out between them
    for one, two in zip(chars, chars[2:], strict=False):
        yield NAME, one + two, 0.7  # one too many between them
        yield NAME_SKIPS, one + two, 0.5  # a wrong one between them
    text = "".join(chars)
    yield from ((LETTERS, gram, 1.0) for gram in _runs(text, 3) if gram.isascii())


def _codes(unit: Unit, alphabet: Alphabet) -> set[str]:
    """The sounds under which what a unit stands for is indexed."""
    if isinstance(unit, Syllable):
        return alphabet.codes(unit.typed)
    if isinstance(unit, Character):
        return {alphabet.code(reading) for reading in alphabet.readings(unit.typed)}
    return set()


def _sounds(codes: Sequence[set[str]]) -> Iterator[Gram]:
    for ones, twos in zip(codes, codes[1:], strict=False):
        for one, two in product(ones, twos):
            yield NAME_SOUNDS, one + two, 0.8
            yield NAME_SOUNDS, two + one, 0.5
            yield SOUND_SKIPS, one + two, 0.5
            yield BODY_SOUNDS, one + two, 0.3
