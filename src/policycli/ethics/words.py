"""The notation of words: from ``采集…{tissue}`` to a pattern.

``…`` is a gap of up to twelve characters inside one clause, ``#`` a number in figures or in Chinese,
``{name}`` any word of a list. Latin letters count without their case, and only as whole words.
"""

import re
from collections.abc import Iterable, Mapping

__all__ = ["Unknown", "pattern"]

_TOKEN = re.compile(r"(…)|(#)|\{([^{}]*)\}|([A-Za-z0-9][A-Za-z0-9 -]*)|(.)", re.DOTALL)
_GAP = "[^。；;！？!?\\n，,]{0,12}?"
_NUMBER = "(?:[0-9][0-9.,]*|[一二三四五六七八九十百千万两数几若])[一二三四五六七八九十百千万余多干来]*"


class Unknown(ValueError):  # noqa: N818 - it says what is unknown
    """A list that is not there, or that holds itself; the argument is its name."""


def pattern(words: Iterable[str], lists: Mapping[str, tuple[str, ...]]) -> re.Pattern[str]:
    """Finds any of the words, of several at one place the first in the order of their length.

    Raises:
        Unknown: A list is unknown.
    """
    return re.compile(_any(words, lists, ()) or "(?!)", re.IGNORECASE)


def _any(words: Iterable[str], lists: Mapping[str, tuple[str, ...]], inside: tuple[str, ...]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(_one(word, lists, inside) for word in longest_first)


def _one(word: str, lists: Mapping[str, tuple[str, ...]], inside: tuple[str, ...]) -> str:
    return "".join(_token(token, lists, inside) for token in _TOKEN.finditer(word))


def _token(
    token: re.Match[str], lists: Mapping[str, tuple[str, ...]], inside: tuple[str, ...]
) -> str:
    gap, number, name, latin, other = token.groups()
    if gap:
        return _GAP
    if number:
        return _NUMBER
    if name is not None:
        if name not in lists or name in inside:
            raise Unknown(name)
        return f"(?:{_any(lists[name], lists, (*inside, name))})"
    if latin:
        return f"(?<![A-Za-z]){re.escape(latin)}(?![A-Za-z])"
    return re.escape(other)
