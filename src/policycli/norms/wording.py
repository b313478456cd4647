"""Texts as they are compared: equal terms made one, cut into pairs of characters.

A pair of characters counts for as much as it is rare among all known articles, so that 应当 and
规定 say little and 净收入 says much.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import pairwise
from math import fsum, log, sqrt

from policycli.norms.tables import tables

__all__ = ["Topical", "Weights", "covered", "folded", "grams", "held", "same_words"]

_APART = re.compile(r"[^\w]+")


@lru_cache(8192)
def folded(text: str) -> str:
    """``text`` with full-width forms made narrow, as long as before."""
    plain = unicodedata.normalize("NFKC", text)
    return plain if len(plain) == len(text) else "".join(map(_narrow, text))


def _narrow(char: str) -> str:
    plain = unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 else char


@lru_cache(16384)
def same_words(text: str) -> str:
    """``text`` with terms that the law holds for equal written in one way."""
    equal, pattern = tables().equal
    return pattern.sub(lambda found: equal[found[0]], folded(text))


@lru_cache(16384)
def grams(text: str) -> frozenset[str]:
    """Its pairs of characters, not over signs; equal terms give equal pairs."""
    parts = _APART.split(same_words(text))
    return frozenset("".join(pair) for part in parts for pair in pairwise(part))


class Weighing:
    """How much each pair of characters tells; what was worked out once is kept."""

    def __init__(self) -> None:
        self._known: dict[str, float] = {}
        self._sums: dict[frozenset[str], float] = {}

    def of(self, gram: str) -> float:
        """The weight of a pair, at least 0."""
        weight = self._known.get(gram)
        if weight is None:
            weight = self._known[gram] = self._weight(gram)
        return weight

    def sum(self, found: frozenset[str]) -> float:
        """What pairs weigh together; the same sets are asked for again and again."""
        if found not in self._sums:
            self._sums[found] = fsum(map(self.of, found))
        return self._sums[found]

    def shared(self, one: frozenset[str], other: frozenset[str]) -> float:
        """What the pairs of both weigh together; exact, as sets have another order in every run."""
        return fsum(map(self.of, one & other))

    def _weight(self, gram: str) -> float:
        raise NotImplementedError


class Weights(Weighing):
    """The logarithm of how rare a pair is: from 0, in every article, to that of their number."""

    def __init__(self, frequency: Callable[[str], int], size: int) -> None:
        super().__init__()
        self._frequency = frequency
        self._size = max(1, size)

    @property
    def greatest(self) -> float:
        """What a pair weighs that no article has."""
        return log(1 + self._size)

    def _weight(self, gram: str) -> float:
        return log(1 + self._size / (1 + self._frequency(gram)))


class Topical(Weighing):
    """Weights for one paper: what many of its clauses say weighs half and less."""

    def __init__(self, weights: Weights, clauses: Iterable[frozenset[str]]) -> None:
        super().__init__()
        each = list(clauses)
        self.plain = weights
        self._counts = Counter(gram for clause in each for gram in clause)
        self._size = max(1, len(each))

    def _weight(self, gram: str) -> float:
        rare = log(1 + self._size / (1 + self._counts[gram])) / log(1 + self._size)
        return self.plain.of(gram) * rare


def held(part: frozenset[str], whole: frozenset[str], weights: Weighing) -> float:
    """Which share of what ``part`` says stands in ``whole`` too, 0 to 1."""
    total = weights.sum(part)
    return weights.shared(part, whole) / total if total else 0.0


def covered(one: frozenset[str], other: frozenset[str], weights: Weighing) -> float:
    """Likeness by coverage both ways, 0 to 1: their geometric mean, kind to a short text."""
    if one.isdisjoint(other):
        return 0.0
    return weights.shared(one, other) / sqrt(weights.sum(one) * weights.sum(other))
