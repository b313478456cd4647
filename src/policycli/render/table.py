"""A table as lines that fit a terminal: upright, or turned where columns would be too narrow."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate
from typing import Any, TypeVar

from policycli.language import _
from policycli.render.cells import Row, row, string
from policycli.render.draw import drawn
from policycli.render.lines import (
    GAP,
    Line,
    across,
    beside,
    indented,
    needed,
    shared,
    word,
    wrapped,
)
from policycli.tuples import NamedTuple
from policycli.views.model import Cell, Column

__all__ = ["Screen", "facts", "table"]

_ROOM = 25  # cells; with less, a column of prose falls apart
_LEAST = 12  # cells; with less, so does any other
_STYLES = {
    "id": "cyan",
    "note": "dim",
    "under": "dim",
    "group": "bold",
    "bar": "blue",
    "heat": "blue",
}

T = TypeVar("T")
Rows = Sequence[Row]
Columns = Sequence[Column[Any]]


def _look(column: Column[Any]) -> str:
    return _STYLES.get(column.kind, "")


class Screen(NamedTuple):
    """What is written on: its width in cells, and whether it can show more than ASCII."""

    columns: int
    unicode: bool

    def rule(self, cells: int) -> Line:
        """A line across; consoles that are not Unicode's draw ─ too wide or not at all."""
        return [(("─" if self.unicode else "-") * cells, "dim")]


def table(screen: Screen, columns: Sequence[Column[T]], items: Sequence[T]) -> Iterator[Line]:
    """The lines of a table with its header, if a column has a title."""
    columns = _arranged(columns)
    cells = (row(columns, item) for item in items)
    rows = drawn(columns, cells, screen.columns // 5, unicode=screen.unicode)
    if _turns(columns, rows, screen.columns):
        return (line for cells in rows for line in _turned(columns, cells, screen.columns))
    return _upright(screen, columns, rows)


def _arranged(columns: Sequence[Column[T]]) -> list[Column[T]]:
    """The columns of a terminal, each ``under`` behind the text that it goes under."""
    shown = [column for column in columns if column.kind not in ("detail", "key")]
    under = [column for column in shown if column.kind == "under"]
    others = [column for column in shown if column.kind != "under"]
    first = next((at for at, column in enumerate(others) if column.kind == "text"), 0)
    return [*others[: first + 1], *under, *others[first + 1 :]]


def facts(rows: Sequence[tuple[str, Cell]], room: int, label: int = 0) -> Iterator[Line]:
    """Labels, in a column of at least ``label`` cells, and beside each its value.

    A value with a word that is too wide for that goes under its label.
    """
    label = max([label, *(needed(name) for name, _value in rows)])
    widths = shared([label, room], [label, 2], room)
    for name, cell in rows:
        if word(cell, room) <= widths[1]:
            yield from beside([wrapped(name, widths[0], "dim"), wrapped(cell, widths[1])], widths)
        else:
            yield from (*wrapped(name, room, "dim"), *_whole(cell, 2, room))


def _whole(cell: Cell, start: int, room: int, style: str = "") -> Iterator[Line]:
    """A cell on lines of its own, set in by ``start`` cells where its longest word allows it."""
    left = min(start, room - word(cell, room))
    return indented(wrapped(cell, room - left, style), left)


def _turns(columns: Columns, rows: Rows, room: int) -> bool:
    """Whether sides get less than they need, or a note that needs lines of its own."""
    sides = [at for at, column in enumerate(columns) if column.kind == "side"]
    notes = [at for at, column in enumerate(columns) if column.kind == "note"]
    noted = any(string(cells[at]) for cells in rows for at in notes)
    least = max((word(cells[at], room) for cells in rows for at in sides), default=0)
    return bool(sides) and (noted or room // (len(sides) + 1) - GAP < max(least, _ROOM))


def _turned(columns: Columns, cells: Row, room: int) -> Iterator[Line]:
    """A row as lines: its group, its name, what is noted of it, and its sides."""
    filled = [(column, cell) for column, cell in zip(columns, cells, strict=True) if string(cell)]
    for column, cell in filled:
        if column.kind == "group":
            yield from ([], *wrapped(cell, room, _look(column)))
    for kinds, left in ((("text", "short", "number"), 2), (("note",), 4)):
        for column, cell in filled:
            if column.kind in kinds:
                yield from indented(wrapped(cell, room - left, _look(column)), left)
    sides = [(_(column.title), cell) for column, cell in filled if column.kind == "side"]
    label = max(needed(_(column.title)) for column in columns if column.kind == "side")
    yield from indented(facts(sides, room - 4, label), 4)


def _upright(screen: Screen, columns: Columns, rows: Rows) -> Iterator[Line]:
    """Rows under a header that is underlined."""
    places = _places(columns, rows, screen.columns)
    needs = [place.need for place in places]
    widths = shared(needs, _leasts(places, screen.columns), screen.columns)
    if any(width < min(need, _LEAST) for width, need in zip(widths, needs, strict=True)):
        yield from _labelled(columns, rows, screen.columns)
        return
    if any(column.title for column in columns):
        titles = map(_header, places, widths)
        yield from beside(list(titles), widths, [place.right for place in places])
        yield screen.rule(across(widths))
    for cells in rows:
        yield from _across(places, cells, widths, screen.columns)


def _leasts(places: Sequence["_Place"], room: int) -> list[int]:
    """The least that each place should get: a whole word, as long as that leaves room for all."""
    whole = [place.word if place.folds else place.need for place in places]
    if across(whole) <= room:
        return whole
    return [2 if place.folds else place.need for place in places]


def _across(
    places: Sequence["_Place"], cells: Row, widths: Sequence[int], room: int
) -> Iterator[Line]:
    """A row; a cell with a word that is too wide for its place gets lines of its own.

    These come before the row where they belong to what it begins with, else after it.
    """
    starts = accumulate((width + GAP for width in widths[:-1]), initial=0)
    parts = list(map(partial(_apart, cells=cells, room=room), places, widths, starts))
    yield from parts[0][1]
    yield from beside([inside for inside, _out in parts], widths, [place.right for place in places])
    yield from (line for _inside, outside in parts[1:] for line in outside)


def _apart(
    place: "_Place", width: int, start: int, cells: Row, room: int
) -> tuple[list[Line], list[Line]]:
    """The lines of a place, those that fit it and those that do not."""
    inside: list[Line] = []
    outside: list[Line] = []
    for at in place.at:
        look = _look(place.columns[at])
        if word(cells[at], room) <= width:
            inside += wrapped(cells[at], width, look)
        else:
            outside += _whole(cells[at], start, room, look)
    return inside, outside


def _labelled(columns: Columns, rows: Rows, room: int) -> Iterator[Line]:
    """Each row as lines of its own, one for each column that is not empty."""
    titles = [_(column.title) for column in columns]
    label = max(map(needed, titles))
    for number, cells in enumerate(rows):
        yield from ([[]] if number else ())
        filled = [pair for pair in zip(titles, cells, strict=True) if string(pair[1])]
        yield from facts(filled, room, label)


def _header(place: "_Place", room: int) -> list[Line]:
    return wrapped(_(place.leading.title), room, "bold")


class _Place(NamedTuple):
    """Columns that share a place, those at ``at``, on top of each other.

    Attributes:
        need: How many cells its longest line takes; sides take what there is.
        word: How many its longest word takes.
    """

    columns: Columns
    at: list[int]
    need: int
    word: int

    @property
    def leading(self) -> Column[Any]:
        """The column that gives its title and its manners: the first of text, or the first."""
        return _leading(self.columns, self.at)

    @property
    def folds(self) -> bool:
        """Whether lines may be broken before there is no other way."""
        return self.leading.kind in ("text", "side")

    @property
    def right(self) -> bool:
        """Whether it stands to the right."""
        return self.leading.kind in ("number", "heat")


def _leading(columns: Columns, at: Sequence[int]) -> Column[Any]:
    stacked = [columns[each] for each in at]
    return next((column for column in stacked if column.kind == "text"), stacked[0])


def _places(columns: Columns, rows: Rows, room: int) -> list[_Place]:
    """Where columns stand; empty ones have no place.

    A note goes under the text before it. Where ids and the like would leave too little to the
    text, the text goes under its id, so that both can be read.
    """
    widest = [max((needed(cells[at]) for cells in rows), default=0) for at in range(len(columns))]
    kinds = [column.kind for column in columns]
    under = {at: at - 1 for at, kind in enumerate(kinds) if kind in ("note", "under")}
    under |= {at: at - 1 for at in range(1, len(kinds)) if kinds[at - 1] == "group"}
    if _left_for_text(columns, widest, room) < _ROOM and {"id", "text"} <= {*kinds}:
        under[kinds.index("text")] = kinds.index("id")
    stacks: dict[int, list[int]] = {}
    for at in range(len(columns)):
        if any(string(cells[at]) for cells in rows):
            stacks.setdefault(_root(at, under), []).append(at)
    return [_place(columns, at, rows, widest, room) for at in stacks.values()]


def _place(columns: Columns, at: list[int], rows: Rows, widest: Sequence[int], room: int) -> _Place:
    leading = _leading(columns, at)
    title = _(leading.title)
    need = room if leading.kind == "side" else max(needed(title), *(widest[each] for each in at))
    longest = max(word(cells[each], room) for cells in rows for each in at)
    return _Place(columns, at, need, max(2, longest, word(title, room)))


def _root(at: int, under: dict[int, int]) -> int:
    return _root(under[at], under) if at in under else at


def _left_for_text(columns: Columns, widest: Sequence[int], room: int) -> int:
    """How many cells the columns that stay on one line leave to each of the others."""
    texts = sum(column.kind == "text" for column in columns)
    fixed = [at for at, column in enumerate(columns) if column.kind in ("id", "short", "number")]
    taken = sum(GAP + max(needed(_(columns[at].title)), widest[at]) for at in fixed)
    return (room - taken) // max(texts, 1)
