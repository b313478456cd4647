"""Which words of a text changed: characters of Chinese, words of Latin, whole numbers."""

import re
from difflib import SequenceMatcher

__all__ = ["Words", "changed_words"]

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
    if len(old) * len(new) > _MOST:
        return (("".join(old), "".join(new)),)
    spans: list[tuple[int, int, int, int]] = []
    for tag, *span in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if spans and span[0] - spans[-1][1] <= _NEAR:
            span[0], _end, span[2], _new_end = spans.pop()
        spans.append((span[0], span[1], span[2], span[3]))
    return tuple(("".join(old[a:b]), "".join(new[c:d])) for a, b, c, d in spans)


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
