"""Where in a sheet the tables are: the rows above each, its header, its rows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from policycli.ingest.extract.ledgers.headings import BESIDE, SERIAL, heading, plain, unit_of
from policycli.ingest.extract.split import KIND_OF_PAPER

__all__ = ["Cells", "Line", "Sheet", "Table", "distinct", "is_label", "tables"]

Cells = Sequence[str]

_LONGEST = 16  # characters of a heading
_CARD = 3  # rows by which a card is known
_SHORTEST_TITLE = 8  # characters of a paper's title
_NAMING = (
    "policy.title",
    "policy.doc_number",
    "measure.title",
    "measure.text",
    "measure.summary",
    "figure.indicator",
)
_BODIES = ("measure.lead", "measure.partners")
_COUNTED = {"figure.indicator", "figure.unit"}
_WORDED = {"measure.title", "measure.text"}
_VALUE = re.compile(r"[0-9。；]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\s*年?(?:基数|目标|现状|实际|完成|计划|预期|值|末|底|度)*")


class Sheet(NamedTuple):
    """A sheet of a workbook, or what stands for one.

    Attributes:
        rows: Its cells as text; what several cells are merged to stands in each.
        links: Web addresses by row and column from 0.
    """

    name: str
    rows: Sequence[Cells]
    links: Mapping[tuple[int, int], str] = {}


class Line(NamedTuple):
    """A row of a sheet, with its number from 0."""

    number: int
    cells: Cells


class Table(NamedTuple):
    """A table of a sheet.

    Attributes:
        above: The rows between the table before and its header; where there is no header, all
            that the sheet holds.
        titles: Of its columns; none where there is no header.
        body: The rows that hold anything.
    """

    sheet: Sheet
    above: Sequence[Line]
    titles: Sequence[str]
    body: Sequence[Line]

    def said(self, at: int) -> list[str]:
        """What the cells of a column say."""
        return [line.cells[at] for line in self.body if line.cells[at]]


class _Head(NamedTuple):
    """A header: its first row, the first row below it, and the titles of the columns."""

    top: int
    below: int
    titles: Sequence[str]


def tables(sheet: Sheet) -> Iterator[Table]:
    """The tables of a sheet, from top to bottom; none of an empty one."""
    wide = max(map(len, sheet.rows), default=0)
    lines = [Line(at, _padded(row, wide)) for at, row in enumerate(sheet.rows)]
    heads = list(_heads(lines))
    if not heads:
        filled = _filled(lines)
        yield from [Table(sheet, filled, (), ())] if filled else ()
        return
    starts = [0, *(_above(lines, head.top, last.below) for last, head in pairwise(heads))]
    for head, start, end in zip(heads, starts, [*starts[1:], len(lines)], strict=True):
        above, body = _filled(lines[start : head.top]), _filled(lines[head.below : end])
        yield Table(sheet, above, head.titles, body)


def _filled(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if any(line.cells)]


def _padded(row: Cells, wide: int) -> list[str]:
    return [cell.strip() for cell in row] + [""] * (wide - len(row))


def _heads(lines: Sequence[Line]) -> Iterator[_Head]:
    at = 0
    while at < len(lines):
        titles, top = lines[at].cells, at
        at += 1
        if not _is_header(titles) or _is_of_card(lines[at - 1 : at + _CARD]):
            continue
        while at < len(lines) and _goes_on(lines[at - 1].cells, lines[at].cells):
            titles = [_joined(*pair) for pair in zip(titles, lines[at].cells, strict=True)]
            at += 1
        yield _Head(top, at, titles)


def _is_header(cells: Cells) -> bool:
    """Whether a row is the header of a table: most of it are headings, and one names a record.

    Beside 政策名称 one more is enough, and half of them where they are known by themselves, if
    nothing in the row is a value.
    """
    inside = distinct(cells)
    if len(inside) < 2 or any(map(_is_long, inside)):
        return False
    known = [cell for cell in inside if is_label(cell) or _YEAR.fullmatch(cell) or unit_of(cell)]
    keys = _keys(inside)
    by_place = "policy.region" in keys and sum(map(bool, map(unit_of, inside))) > 1
    names = keys.intersection(_NAMING) or by_place
    most = len(known) * 2 > len(inside) or _is_sure(inside, known)
    return bool(names) and most and any(map(_is_exact, known)) and not _are_values(inside)


def _is_long(cell: str) -> bool:
    """Whether a cell is too long for a heading; names of database columns take more letters."""
    return len(plain(cell)) > (_LONGEST if not cell.isascii() else 2 * _LONGEST)


def _keys(inside: Cells) -> set[str]:
    return {found.key for cell in inside if (found := heading(cell))}


def _is_of_card(lines: Sequence[Line]) -> bool:
    """Whether 项目 and 内容 stand above labels with their values."""
    rows = [distinct(line.cells) for line in lines]
    pairs = [row for row in rows[1:] if len(row) == 2 and is_label(row[0])]
    return len(rows[0]) == 2 and len(pairs) == _CARD


def _is_exact(cell: str) -> bool:
    found = heading(cell)
    return found is None or not found.guessed


def _is_sure(inside: Cells, known: Cells) -> bool:
    others = [cell for cell in inside if cell not in known]
    if any(map(_is_value, others)):
        return False
    half = sum(map(_is_exact, known)) * 2 >= len(inside) > 2
    sure = _keys([cell for cell in known if _is_exact(cell)])
    names = any(map(_names_policies, inside)) or sure >= _COUNTED or sure >= _WORDED
    return half or (len(known) > 1 and names)


def _is_value(cell: str) -> bool:
    return _VALUE.search(cell.rstrip("0123456789")) is not None or _is_named(cell)


def _is_named(cell: str) -> bool:
    """Whether a cell is called as papers are; 推荐方法 and the like are too short for that."""
    return len(cell) >= _SHORTEST_TITLE and KIND_OF_PAPER.search(cell) is not None


def _names_policies(cell: str) -> bool:
    found = heading(cell)
    return found is not None and found.key == "policy.title" and not found.guessed


def _are_values(inside: Cells) -> bool:
    """Whether labels and values take turns, as in a card, where the last value may be empty."""
    first = [is_label(cell) or _YEAR.fullmatch(cell) is not None for cell in inside]
    takes_turns = first == [at % 2 == 0 for at in range(len(inside))] and not all(first)
    whole = len(inside) % 2 == 0 or any(map(_is_value, inside[1::2]))
    return len(inside) > 2 and takes_turns and whole


def is_label(cell: str) -> bool:
    """Whether a cell is a heading that is known, also one that records have no key for."""
    word = plain(cell)
    known = heading(cell)
    if known is None:
        return word in SERIAL or word in BESIDE
    return not (known.guessed and _is_named(cell))


def distinct(cells: Cells) -> list[str]:
    """The cells that hold something, those that are merged once."""
    found: list[str] = []
    for cell in cells:
        if cell and (not found or cell != found[-1]):
            found.append(cell)
    return found


def _goes_on(above: Cells, cells: Cells) -> bool:
    """Whether a row is another line of the header above it.

    It says something only under headings that are merged, or that have nothing beside them, and
    others reach down into it, or what it says is a heading too.
    """
    own = [at for at, cell in enumerate(cells) if cell and cell != above[at]]
    if not own or not all(_leads(above, at) and _is_short(cells[at]) for at in own):
        return False
    merged = sum(cell != "" and cell == above[at] for at, cell in enumerate(cells))
    return merged > 1 or any(
        is_label(cells[at]) or _YEAR.fullmatch(cells[at]) or _whole(above[at], cells[at])
        for at in own
    )


def _leads(above: Cells, at: int) -> bool:
    """Whether a heading is one for several columns, or there is none."""
    beside = above[at + 1] if at + 1 < len(above) else ""
    return not above[at] or not beside or above[at] in (beside, above[at - 1] if at else "")


def _is_short(cell: str) -> bool:
    return len(cell) <= _LONGEST and not cell.isdigit()


def _whole(above: str, below: str) -> str:
    """What two lines mean together, in either order: 责任｜牵头, 时间｜印发; empty for nothing."""
    if heading(above + below):
        return above + below
    known = heading(below + above)
    if known is None or plain(below) in BESIDE or (known.guessed and known.key in _BODIES):
        return ""
    return below + above


def _joined(above: str, below: str) -> str:
    """The title of a column of two lines: both, or the one that says what it is."""
    if not below or below == above:
        return above
    if _YEAR.fullmatch(below) and unit_of(above):
        return below + above  # the unit stays at the end
    whole = _whole(above, below)
    if whole or _YEAR.match(above):
        return whole or above + below
    whole = above + below
    return below if heading(below) or heading(above) else whole


def _above(lines: Sequence[Line], top: int, floor: int) -> int:
    """Where the rows that belong to a header begin: those with one text alone."""
    at = top
    while at > floor and len(distinct(lines[at - 1].cells)) == 1:
        at -= 1
    return at
