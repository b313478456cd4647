"""The notation of words: from ``采集…{tissue}`` to a pattern.

``…`` is a gap of up to twelve characters inside one clause, ``#`` a number in figures or in
Chinese, ``*`` one to three characters of Chinese, ``{name}`` any word of a list. Latin letters
count without their case, as whole words.
"""

import re
from collections.abc import Mapping

__all__ = ["Unknown", "Words"]

_TOKEN = re.compile(r"(…)|(#)|(\*)|\{([^{}]*)\}|([A-Za-z0-9][A-Za-z0-9 -]*)")
_LIST = re.compile(r"\{[^{}]*\}")
_GAP = "[^。；;！？!?\\n，,]{0,12}?"
_FEW = "[\u4e00-\u9fff]{1,3}?"
_NUMBER = (
    "(?:[0-9][0-9.,]*|[一二三四五六七八九十百千万两数几若])[一二三四五六七八九十百千万余多干来]*"
)


class Unknown(ValueError):  # noqa: N818 - it says what is unknown
    """A list that is not there, or that holds itself; the argument is its name."""


class Words:
    """Makes patterns of words, each once, when it is asked for."""

    def __init__(self, lists: Mapping[str, tuple[str, ...]]) -> None:
        self._lists = lists
        self._spelt: dict[str, str] = {}
        self._patterns: dict[tuple[str, ...], re.Pattern[str]] = {}

    def pattern(self, words: tuple[str, ...]) -> re.Pattern[str]:
        """Finds any of the words, of several at one place the longest; nothing for none.

        Raises:
            Unknown: A list is unknown.
        """
        made = self._patterns.get(words)
        if made is None:
            made = re.compile(self.spelt(words) or "(?!)", re.IGNORECASE)
            self._patterns[words] = made
        return made

    def spelt(self, words: tuple[str, ...]) -> str:
        """The words as alternatives of an expression.

        Words that begin or end with the same list share it, since a list is long to compile.

        Raises:
            Unknown: A list is unknown.
        """
        shared: dict[tuple[str, str], list[str]] = {}
        for word in sorted(words, key=len, reverse=True):
            first, gap, rest = word.partition("…")
            if gap and _LIST.fullmatch(rest):
                shared.setdefault(("", gap + rest), []).append(first)
            elif gap and _LIST.fullmatch(first):
                shared.setdefault((first + gap, ""), []).append(rest)
            else:
                shared.setdefault((word, ""), []).append("")
        return "|".join(self._shared(*ends, between) for ends, between in shared.items())

    def _shared(self, start: str, end: str, between: list[str]) -> str:
        """Words that differ between the same start and end."""
        middle = "|".join(map(self._word, between))
        return f"{self._word(start)}(?:{middle}){self._word(end)}" if middle else self._word(start)

    def _word(self, word: str) -> str:
        spelt, at = "", 0
        for token in _TOKEN.finditer(word):
            spelt += re.escape(word[at : token.start()]) + self._token(token)
            at = token.end()
        return spelt + re.escape(word[at:])

    def _token(self, token: re.Match[str]) -> str:
        gap, number, few, name, latin = token.groups()
        if gap:
            return _GAP
        if number:
            return _NUMBER
        if few:
            return _FEW
        if latin:
            after = "(?![A-Za-z0-9])" if latin[-1].isdigit() else "(?![A-Za-z])"
            return f"(?<![A-Za-z]){re.escape(latin)}{after}"
        return self._list(name)

    def _list(self, name: str) -> str:
        if name not in self._spelt:
            words = self._lists.get(name)
            if not words:
                raise Unknown(name)
            self._spelt[name] = ""  # which a list that holds itself meets
            self._spelt[name] = f"(?:{self.spelt(words)})"
        if not self._spelt[name]:
            raise Unknown(name)
        return self._spelt[name]
