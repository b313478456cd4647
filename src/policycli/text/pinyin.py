"""Letters as pinyin: where one syllable ends and the next begins."""

from collections.abc import Container

__all__ = ["split_syllables"]

_LONGEST = 6  # zhuang
_SYLLABLE, _VOWEL, _LETTER = 1.0, 1.5, 1.9  # a lone vowel is rarely meant as a syllable


def split_syllables(letters: str, syllables: Container[str]) -> tuple[str, ...]:
    """Split ``letters`` into as few syllables as can be; what fits none stays single letters.

    ``jishu`` gives ``("ji", "shu")``; in ``zhejsheng`` the ``j`` stands alone, as an initial.
    """
    best: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for end in range(1, len(letters) + 1):
        options = (
            (best[start][0] + _cost(letters[start:end], syllables), start)
            for start in range(max(0, end - _LONGEST), end)
        )
        cost, start = min(options)
        best.append((cost, (*best[start][1], letters[start:end])))
    return best[-1][1]


def _cost(part: str, syllables: Container[str]) -> float:
    if part in syllables:
        return _SYLLABLE if len(part) > 1 else _VOWEL
    return _LETTER if len(part) == 1 else float("inf")
