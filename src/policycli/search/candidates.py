"""Which records could be meant: those that share the rarest n-grams with the query."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product

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
from policycli.search.query import ASKING, Query, Reading, Term
from policycli.search.units import Syllable, Unit

__all__ = ["all_heard", "all_of", "candidates_query", "names_query", "prose_grams"]

_NAMES = (NAME, NAME_SKIPS, NAME_SOUNDS, SOUND_SKIPS, INITIALS, LETTERS)

Gram = tuple[Terms, str, float]
_Weights = dict[tuple[str, str], float]  # by field and n-gram

MOST = 0.3  # share of the records: a character that stands in more is not asked for
MANY = 50_000  # records: nor one that stands in more than these and in MOST_OF_MANY of all
MOST_OF_MANY = 0.1
_ASKING = 0.5  # weight of the words that ask, which the record that answers has not
_SHORT = 2  # characters: a Latin word of so many goes by pairs, a longer one by threes
FEW = 3  # characters of a term that may be found by one of them in a description
USUAL = 2_000  # records: a single character of a longer term that stands in more is no help
_AMOUNT = 3.0  # weight of an equal number, in whatever unit
_SPOKEN = 2.0  # weight of syllables that were typed, beside those of typed characters
ADDED = 0.6  # weight of an official word for an everyday one, at most
_HEAD = 0.3  # weight of an n-gram where a description begins with it, added to that of its place


def candidates_query(
    query: Query, schema: tantivy.Schema, searcher: tantivy.Searcher
) -> tantivy.Query:
    """Any of the n-grams that the query would leave in a record, or of its numbers, by weight."""
    weights = (
        _weights(_of_prose(query, searcher))
        if query.prose
        else _telling(_weights(_of_terms(query)), query, searcher)
    )
    weights |= {("amount", term.amount.key()): _AMOUNT for term in query.terms if term.amount}
    return _any_of(weights, schema)


def names_query(query: Query, schema: tantivy.Schema) -> tantivy.Query:
    """The same in names alone, where a sentence is a name like any other."""
    return _any_of(_weights(gram for gram in _of_terms(query) if gram[0] in _NAMES), schema)


def _weights(grams: Iterable[Gram]) -> _Weights:
    weights: _Weights = {}
    for field, gram, weight in grams:
        key = (field.name, gram)
        if weight > weights.get(key, 0.0):
            weights[key] = weight
    return weights


def _telling(weights: _Weights, query: Query, searcher: tantivy.Searcher) -> _Weights:
    """Those that some record has; of a long term no characters that very many have."""
    most = searcher.num_docs if query.terms[0].size <= FEW else USUAL
    found = {key: searcher.doc_freq(*key) for key in weights}
    return {
        key: weight
        for key, weight in weights.items()
        if found[key] and (found[key] <= most or len(key[1]) > 1)
    }


def _any_of(weights: _Weights, schema: tantivy.Schema) -> tantivy.Query:
    boosted, term = tantivy.Query.boost_query, tantivy.Query.term_query
    return _either([boosted(term(schema, *key), weight) for key, weight in weights.items()])


def all_of(words: Iterable[Term], schema: tantivy.Schema) -> tantivy.Query:
    """Records with every pair of characters of every term: those that hold them, and few more."""
    grams = {key for word in words for key in _literal(word)}
    return _every(tantivy.Query.term_query(schema, *key) for key in sorted(grams))


def all_heard(words: Sequence[Term], schema: tantivy.Schema) -> tantivy.Query | None:
    """The same for words of which some are pinyin, by their sounds; ``None`` where none is."""
    read = [
        [_heard(one, schema) for one in word.readings if one.script == "pinyin"] for word in words
    ]
    if not any(read):
        return None
    ways = [
        _either(ways) if ways else all_of([word], schema)
        for word, ways in zip(words, read, strict=True)
    ]
    return _every(ways)


def _heard(reading: Reading, schema: tantivy.Schema) -> tantivy.Query:
    """Records with every pair of syllables."""
    pairs = pairwise(unit.marks() for unit in reading.units)
    return _every(
        _either(
            tantivy.Query.term_query(schema, BODY_SOUNDS.name, "".join(pair))
            for pair in product(one, two)
        )
        for one, two in pairs
    )


def _every(queries: Iterable[tantivy.Query]) -> tantivy.Query:
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, one) for one in queries])


def _either(queries: Iterable[tantivy.Query]) -> tantivy.Query:
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, one) for one in queries])


def _literal(word: Term) -> Iterator[tuple[str, str]]:
    """Fields and what has to stand in them."""
    if word.amount:
        yield "amount", word.amount.key()
    elif len(word.text) == 1:
        yield BODY.name, word.text
    else:
        yield from ((BODY.name, "".join(pair)) for pair in pairwise(word.text))


def _of_terms(query: Query) -> Iterator[Gram]:
    for term in query.terms:
        for reading in term.readings:
            yield from _grams(reading)


def _of_prose(query: Query, searcher: tantivy.Searcher) -> Iterator[Gram]:
    """Characters and pairs of them; those in very many records would only cost time."""
    every = searcher.num_docs
    most = max(MOST_OF_MANY * every, min(MOST * every, MANY))
    asking = [word for word in ASKING if word in query.text]
    grams = [(gram, _weight(gram, asking)) for gram in prose_grams(query.text)]
    for word, share in query.added.items():
        grams += [(gram, min(ADDED, share)) for gram in prose_grams(word)]
    for gram, weight in grams:
        if len(gram) > 1 or searcher.doc_freq(BODY.name, gram) <= most:
            yield BODY, gram, weight
            yield HEAD, gram, weight * _HEAD


def _weight(gram: str, asking: Iterable[str]) -> float:
    return _ASKING if any(gram in word for word in asking) else 1.0


def prose_grams(text: str) -> Iterator[str]:
    """The characters of a sentence and its pairs of characters, not over signs."""
    for part in "".join(char if char.isalnum() else " " for char in text).split():
        yield from part
        yield from map("".join, pairwise(part))


def _grams(reading: Reading) -> Iterator[Gram]:
    if reading.script == "initials":
        letters = "".join(unit.typed for unit in reading.units)
        for size in (3, 4):
            yield from ((INITIALS, gram, 1.0) for gram in _runs(letters, size))
        return
    if reading.script != "pinyin":
        yield from _written(reading.units)
    yield from _sounds(reading)


def _runs(text: str, size: int) -> Iterator[str]:
    return (text[at : at + size] for at in range(len(text) - size + 1))


def _written(units: Sequence[Unit]) -> Iterator[Gram]:
    chars = [unit.typed for unit in units]
    text = "".join(chars)
    yield from ((LETTERS, gram, 1.0) for gram in _runs(text, 3) if gram.isascii())
    for char in chars:
        if len(chars) == 1 or not char.isascii():
            yield NAME, char, 0.3
            if len(chars) <= FEW:  # they stand in many records, and cost time
                yield BODY, char, 0.1
    for pair in _pairs(chars, 1):
        yield NAME, pair, 1.0
        yield BODY, pair, 0.6
        yield NAME, pair[::-1], 0.7  # swapped
        yield NAME_SKIPS, pair, 0.8  # one left out between them
    for pair in _pairs(chars, 2):
        yield NAME, pair, 0.7  # one too many between them
        yield NAME_SKIPS, pair, 0.5  # a wrong one between them


def _pairs(chars: Sequence[str], step: int) -> Iterator[str]:
    """Two characters each; letters of longer Latin words go by threes."""
    pairs = map("".join, zip(chars, chars[step:], strict=False))
    return (
        pair for pair in pairs if len(chars) == _SHORT or not pair.isalpha() or not pair.isascii()
    )


def _sounds(reading: Reading) -> Iterator[Gram]:
    """Pairs of syllables: all there is of pinyin, and what is left of a character mistaken."""
    for one, two in pairwise(reading.units):
        spoken = isinstance(one, Syllable) or isinstance(two, Syllable)
        weight = _SPOKEN if spoken else 1.0
        for pair in map("".join, product(one.marks(), two.marks())):
            yield NAME_SOUNDS, pair, 0.8 * weight
            yield SOUND_SKIPS, pair, 0.5 * weight
            yield BODY_SOUNDS, pair, 0.3 * weight
