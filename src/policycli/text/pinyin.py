"""Letters as pinyin: where one syllable ends and the next begins."""

from collections.abc import Container
from heapq import nsmallest

__all__ = ["WAYS", "split_syllables", "splits"]

_LONGEST = 6  # zhuang
_SYLLABLE, _VOWEL, _LETTER = 1.0, 1.5, 1.9  # a lone vowel is rarely meant as a syllable
WAYS = 3

_Way = tuple[float, tuple[str, ...]]


def split_syllables(letters: str, syllables: Container[str]) -> tuple[str, ...]:
    """Split ``letters`` into as few syllables as can be; what fits none stays single letters.

    ``jishu`` gives ``("ji", "shu")``; in ``zhejsheng`` the ``j`` stands alone, as an initial.
    """
    return splits(letters, syllables)[0]


def splits(letters: str, syllables: Container[str]) -> list[tuple[str, ...]]:
    """The likely ways to split ``letters``, likeliest first: ``fangan`` is fan gan or fang an."""
    best: list[list[_Way]] = [[(0.0, ())]]
    for end in range(1, len(letters) + 1):
        ways = [
            (so_far + _cost(letters[start:end], syllables), (*parts, letters[start:end]))
            for start in range(max(0, end - _LONGEST), end)
            for so_far, parts in best[start]
        ]
        best.append(nsmallest(WAYS, ways))
    least = best[-1][0][0]
    return [parts for cost, parts in best[-1] if cost == least]


def _cost(part: str, syllables: Container[str]) -> float:
    if part in syllables:
        return _SYLLABLE if len(part) > 1 else _VOWEL
    return _LETTER if len(part) == 1 else float("inf")
