"""Lines of printed pages → blocks: which of them make one paragraph, which are headings.

Chinese papers begin a paragraph two characters to the right; where they do not, the last line of
the one before is short, or there is more room between the two.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from policycli.ingest.readers.blocks import Block, heading, paragraph
from policycli.text.part_marks import mark

__all__ = ["Line", "Setting", "blocks", "joined", "setting", "without_margins"]

_PAGE_NUMBER = re.compile(
    r"[-—–－·.\s]*(?:第\s*)?[0-9]{1,4}(?:\s*页)?(?:\s*[/,，共]+\s*[0-9]{1,4}\s*页?)?[-—–－·.\s]*"
)
_DIGITS = re.compile(r"[0-9]+")
_SENTENCE = re.compile(r"[。；！？]")
_ENDS = ("。", "；", "：")
_UNFINISHED = re.compile(r"《[^》]*$|“[^”]*$|（[^）]*$")
_TITLE = 3  # lines that a title may take
_LARGER = 1.12  # times the size of the text, and a line is a heading
_LONGEST = 90  # characters of a heading
_MARGIN = 0.1  # of the height of a page, above and below
_OFTEN = 3  # pages on which a line makes a running head


class Line(NamedTuple):
    """A line of a page, in points from its upper left corner.

    Attributes:
        page: From 0; each column of a page counts as one.
        size: Of its characters.
        height: Of the page.
        narrow: Whether it stands in one of two columns.
    """

    text: str
    page: int
    x0: float
    x1: float
    top: float
    size: float
    height: float
    narrow: bool = False

    @property
    def in_margin(self) -> bool:
        """Whether it stands where page numbers and running heads do."""
        return not self.height * _MARGIN < self.top < self.height * (1 - _MARGIN)


class Setting(NamedTuple):
    """How the text is set: its edges, size, distance of lines, and heading sizes from 1 down.

    Attributes:
        slack: By how much a line can end before the right edge and still go on below: a long
            word does not fit, say. Where paragraphs are indented, short lines mean little.
    """

    left: float
    right: float
    size: float
    pitch: float
    sizes: tuple[float, ...]
    slack: float


def without_margins(lines: Sequence[Line]) -> list[Line]:
    """The lines without page numbers and running heads."""
    margin = [line for line in lines if line.in_margin]
    often = Counter(text for _page, text in {(line.page, _frame(line.text)) for line in margin})
    running = {text for text, pages in often.items() if pages >= _OFTEN}
    return [line for line in lines if not _is_margin(line, running)]


def _is_margin(line: Line, running: set[str]) -> bool:
    number = _PAGE_NUMBER.fullmatch(line.text) is not None
    return line.in_margin and (number or _frame(line.text) in running)


def _frame(text: str) -> str:
    return _DIGITS.sub("#", text)


def setting(lines: Sequence[Line]) -> Setting:
    """How most of the text is set."""
    weights: Counter[float] = Counter()
    for line in lines:
        weights[line.size] += len(line.text)
    size = weights.most_common(1)[0][0]
    text = [line for line in lines if line.size == size]
    lefts = Counter(round(line.x0) for line in text)
    many = max(lefts.values()) // 4
    left = min(x for x, count in lefts.items() if count > many)
    larger = {line.size for line in lines if _is_heading(line, size)}
    right = max(line.x1 for line in text)
    first = [line for line in text if 1.5 * size < line.x0 - left < 2.6 * size]
    slack = (6 if len(first) > max(len(text) // 15, 1) else 2.2) * size
    return Setting(left, right, size, _pitch(text), tuple(sorted(larger, reverse=True)), slack)


def _pitch(lines: Sequence[Line]) -> float:
    steps = [below.top - above.top for above, below in pairwise(lines) if above.page == below.page]
    return median([step for step in steps if step > 0] or [0.0])


def _is_heading(line: Line, size: float) -> bool:
    short = len(line.text) <= _LONGEST and not _SENTENCE.search(line.text)
    return short and line.size > size * _LARGER


def blocks(lines: Iterable[Line], how: Setting) -> Iterator[Block]:
    """Headings and paragraphs."""
    group: list[Line] = []
    for line in lines:
        if group and _begins(group, line, how):
            yield _block(group, how)
            group = []
        group.append(line)
    if group:
        yield _block(group, how)


def _begins(group: Sequence[Line], line: Line, how: Setting) -> bool:
    """Whether a new block begins with ``line``, below a group that may go on."""
    above = group[-1]
    if above.size != line.size and _is_heading(above, how.size) | _is_heading(line, how.size):
        return True
    if _is_heading(line, how.size):
        return line.page != above.page or line.top - above.top > 2.2 * line.size
    ended = above.text.endswith(_ENDS) or _ends_early(group, how)
    if mark(line.text) and line.x0 > how.left - how.size and ended:
        return True
    apart = line.page == above.page and line.top - above.top > 1.35 * how.pitch
    indented = line.x0 > how.left + 1.2 * how.size
    return apart or indented or _ends_early(group, how)


def _ends_early(group: Sequence[Line], how: Setting) -> bool:
    """Whether the last line leaves room at its end; a 《title》 has to go on all the same."""
    text = "".join(line.text for line in group[-_TITLE:])
    return group[-1].x1 < how.right - how.slack and not _UNFINISHED.search(text)


def _block(group: Sequence[Line], how: Setting) -> Block:
    text = joined(line.text for line in group)
    if _is_heading(group[0], how.size):
        return heading(text, min(how.sizes.index(group[0].size) + 1, 6))
    return paragraph(text)


def joined(texts: Iterable[str]) -> str:
    """Lines after each other; only between two words of Latin letters goes a space."""
    whole = ""
    for text in texts:
        letters = whole[-1:].isascii() and text[:1].isascii()
        whole += (" " if letters and whole[-1:].isalpha() and text[:1].isalpha() else "") + text
    return whole
