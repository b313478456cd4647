"""Lines that were recognised in a picture → characters with their places, as a page of print has.

What a machine sees is uneven: pages lie askew, edges and sizes differ from line to line, and marks
come as those of Latin letters. Here they are made as even as they were printed.
"""

import math
import re
from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple
from unicodedata import east_asian_width

from policycli.ingest.readers.columns import Piece

__all__ = ["Point", "Printed", "Turned", "chars", "typeset"]

Point = tuple[float, float]
_PAGE = 595.0, 842.0  # points of the short and the long side of A4
_ENOUGH = 6  # characters of Chinese; of fewer the length says little about their size
_CHINESE = 0.8  # share of them in a line whose length says it
_CLEAR, _ROUGH = (
    1.25,
    1.6,
)  # times the size of the text, a line is larger: by its length, by its height
_STEP = 1.15  # times a size, the next larger one
_EDGE = 0.4  # of the size: as near, two lines begin at the same place
_OPENING, _CLOSING = "（《〈“〔", "，。、；：）》〉”〕"
_HAN = re.compile(r"[\u2e80-\u303f\u3400-\u9fff\uff00-\uffef“”]")
_WIDE = str.maketrans("(),:;?!", "（），：；？！")
_NUMBER = re.compile(r"[\[【(（〔［]\s*((?:19|20)[0-9]{2})\s*[\]】)）〕］](?=\s*第?\s*[0-9]+\s*号)")


class Printed(NamedTuple):
    """A line as it was seen: its corners in pixels, clockwise from where it begins."""

    text: str
    corners: tuple[Point, Point, Point, Point]


class Turned:
    """Puts a page that lies askew level, and makes points of its pixels.

    Args:
        lines: Of the page; most of them lie as it does.
        width: Of the picture in pixels.
        height: Of the picture in pixels.
    """

    def __init__(self, lines: Sequence[Printed], width: float, height: float) -> None:
        angles = [
            math.atan2(y1 - y0, x1 - x0)
            for _text, ((x0, y0), (x1, y1), *_rest) in lines
            if abs(x1 - x0) > abs(y1 - y0)
        ]
        angle = median(angles) if angles else 0.0
        self._scale = _PAGE[width > height] / width
        self._cos, self._sin = math.cos(angle), math.sin(angle)
        self.height = height * self._scale

    def __call__(self, point: Point) -> Point:
        """A point in pixels → in points of the level page."""
        x, y = point
        return (
            (x * self._cos + y * self._sin) * self._scale,
            (y * self._cos - x * self._sin) * self._scale,
        )


class _Line(NamedTuple):
    text: str
    x0: float
    x1: float
    middle: float
    size: float


def chars(lines: Sequence[Printed], turned: Turned) -> Iterator[Piece]:
    """The characters of a page, each at its place in its line."""
    level = [_level(line, turned) for line in lines if line.text.strip()]
    for line in _even(_sized(level)):
        x = line.x0
        step = (line.x1 - line.x0) / _length(line.text)
        for char in line.text:
            wide = step * _length(char)
            yield {
                "text": char,
                "x0": x,
                "x1": x + wide,
                "top": line.middle - line.size / 2,
                "bottom": line.middle + line.size / 2,
                "size": line.size,
                "upright": True,
            }
            x += wide


def _level(line: Printed, turned: Turned) -> _Line:
    """A line put level, from the edge of its first character to that of its last.

    Ink is what was seen: half of a bracket or of a full stop is none.
    """
    text = typeset(line.text.strip())
    places = [turned(corner) for corner in line.corners]
    xs, ys = [x for x, _y in places], [y for _x, y in places]
    before, behind = 0.5 * (text[0] in _OPENING), 0.5 * (text[-1] in _CLOSING)
    step = (max(xs) - min(xs)) / max(_length(text) - before - behind, 0.5)
    height = (ys[2] + ys[3] - ys[0] - ys[1]) / 2
    left, right = min(xs) - before * step, max(xs) + behind * step
    return _Line(text, left, right, sum(ys) / 4, abs(height))


def _length(text: str) -> float:
    """How long a text is, in characters of Chinese."""
    return sum(1.0 if east_asian_width(char) in "WFA" else 0.5 for char in text)


def _sized(lines: Sequence[_Line]) -> list[_Line]:
    """The lines with the size of their characters, of which a page has few.

    The length of a line gives it exactly where most of it is Chinese; of others the height gives
    it roughly, so they have to look much larger than the text to be larger.
    """
    exact = [_size(line) for line in lines]
    known = [size / max(line.size, 1) for size, line in zip(exact, lines, strict=True) if size]
    share = median(known or [0.8])
    sizes = [size or line.size * share for size, line in zip(exact, lines, strict=True)]
    weights = (len(line.text) for line in lines)
    body = _middle(sorted(zip(sizes, weights, strict=True)))
    rough = [_CLEAR if size else _ROUGH for size in exact]
    return [
        line._replace(size=body * _STEP ** _steps(size / body, least))
        for line, size, least in zip(lines, sizes, rough, strict=True)
    ]


def _size(line: _Line) -> float:
    """The size of its characters by its length; 0 where that says little."""
    wide = sum(east_asian_width(char) in "WFA" for char in line.text)
    if wide < _ENOUGH or wide < _CHINESE * len(line.text):
        return 0.0
    return (line.x1 - line.x0) / _length(line.text)


def _steps(ratio: float, least: float) -> int:
    """How many sizes larger than the text; as near to it as ``least`` counts as none."""
    return 0 if 1 / least < ratio < least else round(math.log(max(ratio, 0.1), _STEP))


def _middle(weighted: Sequence[tuple[float, int]]) -> float:
    """The value below which half of the weight lies."""
    half = sum(weight for _value, weight in weighted) / 2
    for value, weight in weighted:
        half -= weight
        if half <= 0:
            return max(value, 1.0)
    return 1.0


def _even(lines: Sequence[_Line]) -> Iterator[_Line]:
    """The lines with edges that are about the same made the same."""
    group: list[_Line] = []
    for line in sorted(lines, key=lambda each: each.x0):
        if group and line.x0 - group[-1].x0 > _EDGE * line.size:
            yield from _aligned(group)
            group = []
        group.append(line)
    yield from _aligned(group)


def _aligned(lines: Sequence[_Line]) -> Iterator[_Line]:
    edge = median([line.x0 for line in lines]) if lines else 0.0
    return (line._replace(x0=edge, x1=max(line.x1, edge + 1)) for line in lines)


def typeset(text: str) -> str:
    """A line with the marks of Chinese print, and years of document numbers in 〔〕."""
    signs = list(text)
    for at, char in enumerate(signs):
        around = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
        if ord(char) in _WIDE and _HAN.search(around):
            signs[at] = char.translate(_WIDE)
    return _NUMBER.sub(r"〔\1〕", "".join(signs))
