"""Everyday words and the words that officials write for them."""

import os
from collections.abc import Iterable, Sequence
from functools import cache

__all__ = ["BUNDLED", "Vocabulary"]

_FILE = os.path.join(os.path.dirname(__file__), "synonyms.tsv")


@cache
def _written() -> str:
    with open(_FILE, "rb") as file:  # decoding at once takes a fifth
        return file.read().decode()


@cache
def _table() -> dict[str, tuple[str, ...]]:
    rows = (line.split("\t") for line in _written().splitlines() if not line.startswith("#"))
    return {everyday: tuple(official.split()) for everyday, official in rows}


def _row(word: str) -> tuple[str, ...]:
    _before, found, after = _written().partition(f"\n{word}\t")  # most searches ask for one word
    return tuple(after.partition("\n")[0].split()) if found else ()


class Vocabulary:
    """The table that comes with the program, and the words of catalogues beside it.

    Args:
        own: Everyday words of the catalogues, folded, with the official ones for each.
    """

    def __init__(self, own: Iterable[tuple[str, Sequence[str]]]) -> None:
        self._own: dict[str, tuple[str, ...]] = {}
        for everyday, words in own:
            self._own[everyday] = (*self._own.get(everyday, ()), *words)

    def official(self, word: str) -> tuple[str, ...]:
        """The official words for an everyday one; none where it is official itself."""
        return tuple(dict.fromkeys((*self._own.get(word, ()), *_row(word))))

    def official_words(self, sentence: str) -> dict[str, float]:
        """The official words for all everyday ones in a sentence.

        Returns:
            For each word its share of weight, 0-1: a long one says no more than the short one
            for it.
        """
        found: dict[str, float] = {}
        for table in (_table(), self._own):
            for everyday, official in table.items():
                if everyday in sentence:
                    for word in official:
                        share = min(1.0, len(everyday) / len(word))
                        found[word] = max(found.get(word, 0.0), share)
        return found


BUNDLED = Vocabulary(())
"""The table that comes with the program alone."""
