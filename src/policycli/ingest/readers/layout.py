"""Printed pages → blocks: characters with their places make lines, and these paragraphs and tables.

Whatever has pages gives what is on them here: PDF, OFD and pictures alike.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from policycli.ingest.readers.blocks import Block
from policycli.ingest.readers.columns import Gutter, Piece, Region, gutter_of, middle, regions
from policycli.ingest.readers.lines import Line, Setting, blocks, setting, without_margins

__all__ = ["Layout", "boxed", "lines_of"]

Place = tuple[int, float]  # number of the region, and distance from the top, in points
Found = tuple[Place, Block]
_BOX = ("x0", "top", "x1", "bottom")
_HANGING = 10  # the share of lines of a column that may be longer than it is wide
_LONG_CELL = 400  # characters of a cell that may be a frame
_MOST_OF_IT = 0.6  # of the text of a table
_GAP = 0.9  # times the size of a character; as far apart, a space was meant


class Layout:
    """Takes the pages of a document in one after the other, and gives its blocks at the end."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._tables: list[Found] = []
        self._gutter: Gutter | None = None
        self._regions = 0

    def add(self, chars: Iterable[Piece], tables: Sequence[Piece], height: float) -> None:
        """A page: its characters, of which those in tables do not count, and its height in points.

        Characters have ``text``, ``size``, ``upright`` and a box in points; tables come from
        ``boxed``.
        """
        text = _outside(chars, tables)
        gutter = gutter_of(text, self._gutter)
        self._gutter = gutter or self._gutter
        for region in regions(text, tables, gutter):
            chars = [piece for piece in region.pieces if "block" not in piece]
            boxes = [piece for piece in region.pieces if "block" in piece]
            self._lines += _lines(region._replace(pieces=chars), self._regions, height)
            self._tables += [((self._regions, box["top"]), box["block"]) for box in boxes]
            self._regions += 1

    def __bool__(self) -> bool:
        return bool(self._lines or self._tables)

    def blocks(self) -> Iterator[Block]:
        """The blocks of all pages, without page numbers and running heads."""
        return _in_order(without_margins(self._lines), self._tables)


def boxed(block: Block, box: Sequence[float]) -> Piece:
    """A table at its place: left, top, right and bottom in points."""
    return dict(zip(_BOX, box, strict=True), block=block)


def is_frame(block: Block) -> bool:
    """Whether a table is a frame around text: one cell has nearly all of it, or one in each row."""
    if all(sum(map(bool, row)) <= 1 for row in block.rows):
        return True
    sizes = [len(cell) for row in block.rows for cell in row]
    return max(sizes, default=0) > max(_LONG_CELL, _MOST_OF_IT * sum(sizes))


def _outside(chars: Iterable[Piece], tables: Sequence[Piece]) -> list[Piece]:
    """The upright characters that are in no table; watermarks lie askew."""
    return [char for char in chars if char["upright"] and not any(_in(char, b) for b in tables)]


def _in(char: Piece, box: Piece) -> bool:
    x, y = (char["x0"] + char["x1"]) / 2, middle(char)
    return bool(box["x0"] <= x <= box["x1"] and box["top"] <= y <= box["bottom"])


def lines_of(chars: Iterable[Piece]) -> list[list[Piece]]:
    """Characters whose middles are about level make a line, from left to right."""
    lines: list[list[Piece]] = []
    last = 0.0
    for char in sorted(chars, key=middle):
        if not lines or middle(char) - last > 0.4 * char["size"]:
            lines.append([])
        lines[-1].append(char)
        last = middle(char)
    return [sorted(line, key=lambda char: float(char["x0"])) for line in lines]


def _lines(region: Region, page: int, height: float) -> Iterator[Line]:
    """The lines of a region; those of the second column as far left as those of the first."""
    for line in (line for chars in lines_of(region.pieces) for line in _line(chars, page, height)):
        x0, x1 = line.x0 - region.shift, line.x1 - region.shift
        yield line._replace(x0=x0, x1=x1, narrow=region.narrow)


def _line(chars: list[Piece], page: int, height: float) -> Iterator[Line]:
    while chars and chars[-1]["text"].isspace():
        chars.pop()
    text, end = "", 0.0
    for char in chars:
        gap = char["x0"] - end > _GAP * char["size"]
        text += (" " if text and gap else "") + char["text"]
        end = char["x1"]
    words = [char for char in chars if not char["text"].isspace()]
    if words:
        sizes = sorted(round(char["size"] * 2) / 2 for char in words)
        top = min(char["top"] for char in words)
        start = words[0]["x0"]
        yield Line(text.strip(), page, start, end, top, sizes[len(sizes) // 2], height)


def _in_order(lines: Sequence[Line], tables: Sequence[Found]) -> Iterator[Block]:
    """Text and tables from top to bottom; a table that goes on on the next page is one."""
    if not lines:
        yield from _merged(block for _place, block in tables)
        return
    how = _settings(lines)
    pieces: list[tuple[Place, Line | Block]] = [
        *(((line.page, line.top), line) for line in lines),
        *tables,
    ]
    ordered = [piece for _place, piece in sorted(pieces, key=lambda piece: piece[0])]
    yield from _merged(_blocks(ordered, how))


def _settings(lines: Sequence[Line]) -> dict[bool, Setting]:
    """How lines in columns are set, and how others are; headings are of the same sizes in both."""
    whole = setting(lines)
    wide = [line for line in lines if not line.narrow]
    narrow = [line for line in lines if line.narrow]
    settings = {False: setting(wide)} if wide else {}
    if narrow:
        ends = sorted(line.x1 for line in narrow)
        edge = ends[-1 - len(ends) // _HANGING]  # most lines of a column reach it, some hang over
        settings[True] = setting(narrow)._replace(right=edge)
    return {
        columns: how._replace(size=whole.size, sizes=whole.sizes)
        for columns, how in settings.items()
    }


def _blocks(pieces: Iterable[Line | Block], how: Mapping[bool, Setting]) -> Iterator[Block]:
    for narrow, group in groupby(pieces, lambda p: p.narrow if isinstance(p, Line) else None):
        if narrow is None:
            yield from (piece for piece in group if isinstance(piece, Block))
        else:
            yield from blocks((piece for piece in group if isinstance(piece, Line)), how[narrow])


def _merged(pieces: Iterable[Block]) -> Iterator[Block]:
    held: Block | None = None
    for block in pieces:
        if held and block.rows and len(block.rows[0]) == len(held.rows[0]):
            again = block.rows[0] == held.rows[0]
            held = held._replace(rows=held.rows + block.rows[int(again) :])
            continue
        if held:
            yield held
        held = block if block.rows else None
        if not block.rows:
            yield block
    if held:
        yield held
