"""Everyday words and the words that officials write for them."""

import os
from functools import cache

__all__ = ["official_words", "synonyms"]

_FILE = os.path.join(os.path.dirname(__file__), "synonyms.tsv")


@cache
def _written() -> str:
    with open(_FILE, "rb") as file:  # decoding at once takes a fifth
        return file.read().decode()


@cache
def _table() -> dict[str, tuple[str, ...]]:
    rows = (line.split("\t") for line in _written().splitlines() if not line.startswith("#"))
    return {everyday: tuple(official.split()) for everyday, official in rows}


def synonyms(word: str) -> tuple[str, ...]:
    """The official words for an everyday one; none where it is official itself."""
    _before, found, after = _written().partition(f"\n{word}\t")  # most searches ask for one word
    return tuple(after.partition("\n")[0].split()) if found else ()


def official_words(sentence: str) -> dict[str, float]:
    """The official words for all everyday ones in a sentence.

    Returns:
        For each word its share of weight, 0-1: a long one says no more than the short one for it.
    """
    found: dict[str, float] = {}
    for everyday, official in _table().items():
        if everyday in sentence:
            for word in official:
                found[word] = max(found.get(word, 0.0), min(1.0, len(everyday) / len(word)))
    return found
