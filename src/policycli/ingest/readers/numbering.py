"""Automatic numbers of Word: what a reader sees before a paragraph though it is not in its text.

WordprocessingML (ECMA-376-1, 17.9): a paragraph names a list and a level, the list has a text for
every level, such as ``第%1条``, and a format for the number in it.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

__all__ = ["FORMS", "Numbering", "attribute", "child", "children", "chinese", "local"]

_DIGITS = "〇一二三四五六七八九"
_SCALES = ((1000, "千"), (100, "百"), (10, "十"))
_DEEPEST = 9


def local(element: Element) -> str:
    """The name of an element without its namespace, of which Word has two."""
    return element.tag.rpartition("}")[2]


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The children of this name."""
    return (each for each in (() if element is None else element) if local(each) == name)


def child(element: Element | None, *names: str) -> Element | None:
    """The first child of this name, its first child of the next name, and so on."""
    for name in names:
        element = next(children(element, name), None)
    return element


def attribute(element: Element | None, name: str = "val") -> str:
    """An attribute, whatever its namespace; empty where there is none."""
    pairs = element.attrib.items() if element is not None else ()
    return next((value for key, value in pairs if key.rpartition("}")[2] == name), "")


def chinese(value: int) -> str:
    """A number from 1 to 9999 in Chinese: 二十三, 一百〇五."""
    if not 0 < value < 10_000:
        return str(value)
    text = ""
    for scale, name in _SCALES:
        digit, value = divmod(value, scale)
        text += _DIGITS[digit] + name if digit else ("〇" if text and value else "")
    text = (text + (_DIGITS[value] if value else "")).replace("〇〇", "〇")
    return text.removeprefix("一") if text.startswith("一十") else text


def _letter(value: int) -> str:
    return chr(ord("a") + (value - 1) % 26)


def _circled(value: int) -> str:
    return chr(ord("①") + value - 1) if 0 < value <= 20 else str(value)


def _roman(value: int) -> str:
    pairs = zip((10, 9, 5, 4, 1), ("x", "ix", "v", "iv", "i"), strict=True)
    text, rest = "", value % 40
    for scale, name in pairs:
        text += name * (rest // scale)
        rest %= scale
    return text


_CHINESE = (
    "chineseCounting chineseCountingThousand chineseLegalSimplified ideographDigital "
    "japaneseCounting taiwaneseCounting taiwaneseCountingThousand ideographTraditional"
)
FORMS: dict[str, Callable[[int], str]] = dict.fromkeys(_CHINESE.split(), chinese) | {
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "lowerLetter": _letter,
    "lowerRoman": _roman,
    "upperLetter": lambda value: _letter(value).upper(),
    "upperRoman": lambda value: _roman(value).upper(),
}
"""How Word writes a number, by the name of the form (ECMA-376-1, 17.18.59); else in digits."""


class _Level(NamedTuple):
    text: str
    form: str
    start: int


class Numbering:
    """Counts the numbered paragraphs of a document.

    Args:
        root: Of ``word/numbering.xml``; ``None`` where nothing is numbered.
    """

    def __init__(self, root: Element | None) -> None:
        lists = {attribute(e, "abstractNumId"): e for e in children(root, "abstractNum")}
        self._lists = {
            attribute(num, "numId"): (attribute(child(num, "abstractNumId")), num)
            for num in children(root, "num")
        }
        self._levels = {name: _levels(element) for name, element in lists.items()}
        self._counts: dict[str, list[int]] = {}
        self._begun: set[str] = set()

    def next(self, num_id: str, depth: int) -> str:
        """The number of the next paragraph of a list at a level; empty where it has none."""
        name, num = self._lists.get(num_id, ("", None))
        levels = self._levels.get(name, {})
        if depth not in levels or not 0 <= depth < _DEEPEST:
            return ""
        counts = self._counts.setdefault(name, [0] * _DEEPEST)
        if num_id not in self._begun:
            self._begun.add(num_id)
            _restart(num, counts)
        counts[depth] = counts[depth] + 1 if counts[depth] else levels[depth].start
        counts[depth + 1 :] = [0] * (_DEEPEST - depth - 1)
        return _shown(levels, counts, depth)


def _levels(element: Element) -> dict[int, _Level]:
    return {
        int(attribute(level, "ilvl") or 0): _Level(
            attribute(child(level, "lvlText")),
            attribute(child(level, "numFmt")),
            int(attribute(child(level, "start")) or 1),
        )
        for level in children(element, "lvl")
    }


def _restart(num: Element | None, counts: list[int]) -> None:
    """Set the counts that a list begins anew with."""
    for override in children(num, "lvlOverride"):
        start, depth = attribute(child(override, "startOverride")), attribute(override, "ilvl")
        if start and int(depth or 0) < _DEEPEST:
            counts[int(depth or 0)] = int(start) - 1


def _shown(levels: dict[int, _Level], counts: list[int], depth: int) -> str:
    if levels[depth].form in ("bullet", "none"):
        return ""
    text = levels[depth].text
    for at in range(depth + 1):
        if at in levels:
            number = FORMS.get(levels[at].form, str)(counts[at] or levels[at].start)
            text = text.replace(f"%{at + 1}", number)
    return text
