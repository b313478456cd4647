"""Letters as pinyin: where one syllable ends and the next begins."""

from collections.abc import Container

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
        lasts = (letters[start:end] for start in range(max(0, end - _LONGEST), end))
        ways = [
            (so_far + _cost(last, syllables), (*parts, last))
            for last in lasts
            if len(last) == 1 or last in syllables
            for so_far, parts in best[end - len(last)]
        ]
        best.append(sorted(ways)[:WAYS])
    least = best[-1][0][0]
    return [parts for cost, parts in best[-1] if cost == least]


def _cost(part: str, syllables: Container[str]) -> float:
    if len(part) > 1:
        return _SYLLABLE
    return _VOWEL if part in syllables else _LETTER
