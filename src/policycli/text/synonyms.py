"""Everyday words and the words that officials write for them."""

import os
from functools import cache

__all__ = ["official_words", "synonyms"]

_FILE = os.path.join(os.path.dirname(__file__), "synonyms.tsv")


@cache
def _table() -> dict[str, tuple[str, ...]]:
    with open(_FILE, encoding="utf-8") as file:
        rows = (line.rstrip("\n").split("\t") for line in file if not line.startswith("#"))
        return {everyday: tuple(official.split()) for everyday, official in rows}


def synonyms(word: str) -> tuple[str, ...]:
    """The official words for an everyday one; none where it is official itself."""
    return _table().get(word, ())


def official_words(sentence: str) -> tuple[str, ...]:
    """The official words for all everyday ones in a sentence."""
    found = (word for everyday, words in _table().items() if everyday in sentence for word in words)
    return tuple(dict.fromkeys(found))
