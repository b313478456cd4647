"""Which words of a text changed: characters of Chinese, words of Latin, whole numbers."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import accumulate

__all__ = ["Words", "changed_spans", "changed_words"]

_TOKEN = re.compile(r"[A-Za-z]+|\d+(?:[.,]\d+)*|.", re.DOTALL)
_NEAR = 1  # tokens; with no more than so many between them two changes read as one
_MOST = 4_000_000  # pairs of tokens; more would take seconds to compare


Words = tuple[str, str]
"""Old words and new ones; the first are empty where some were added, the second where they went."""


def changed_words(was: str, now: str) -> tuple[Words, ...]:
    """What was replaced by what, in order.

    Of texts that have too much between the first and the last change, all of that is one.
    """
    old, new = _middle(_TOKEN.findall(was), _TOKEN.findall(now))
    return tuple(("".join(old[a:b]), "".join(new[c:d])) for a, b, c, d in _changes(old, new))


def changed_spans(was: str, now: str) -> tuple[tuple[int, int, int, int], ...]:
    """Where the same changes stand: ``[start, end)`` in the old text, then in the new one."""
    old, new = _TOKEN.findall(was), _TOKEN.findall(now)
    olds, news = (list(accumulate(map(len, tokens), initial=0)) for tokens in (old, new))
    return tuple((olds[a], olds[b], news[c], news[d]) for a, b, c, d in _changes(old, new))


def _changes(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """What was replaced by what, in tokens; changes that are next to each other are one."""
    if len(old) * len(new) > _MOST:
        return [(0, len(old), 0, len(new))]
    spans: list[tuple[int, int, int, int]] = []
    for tag, *span in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if spans and span[0] - spans[-1][1] <= _NEAR:
            span[0], _end, span[2], _new_end = spans.pop()
        spans.append((span[0], span[1], span[2], span[3]))
    return spans


def _middle(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    """Both without what they begin and end with alike."""
    start = _alike(old, new)
    old, new = old[start:], new[start:]
    end = _alike(old[::-1], new[::-1])
    return old[: len(old) - end], new[: len(new) - end]


def _alike(one: list[str], other: list[str]) -> int:
    """How many tokens both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
