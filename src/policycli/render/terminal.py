"""Tables and cards on a terminal. The only module that knows rich.

Data goes in as ``rich.text.Text``, never as markup, and cleaned of what a terminal would obey.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TextIO

from rich.box import Box
from rich.console import (
    Console,
    ConsoleOptions,
    Group,
    JustifyMethod,
    OverflowMethod,
    RenderableType,
)
from rich.containers import Lines
from rich.measure import Measurement
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as RichText

from policycli.language import _, ngettext
from policycli.render.cells import clean, string
from policycli.render.draw import drawn
from policycli.render.wrap import breaks, width
from policycli.views.model import Card, Cell, Column, Fact, Text, View

__all__ = ["progress", "write"]

_GAP = 2  # cells between columns
_READABLE = 96  # cells; longer lines of prose are hard to follow
_ROOM = 25  # cells; with less, a column of prose falls apart
_STYLES = {"id": "cyan", "note": "dim", "group": "bold", "bar": "blue", "heat": "blue"}

Rows = Sequence[tuple[Cell, ...]]


class Words(RichText):
    """Text whose lines end where Chinese text may end; rich itself breaks at spaces alone."""

    def wrap(
        self,
        console: Console,
        width: int,
        *,
        justify: JustifyMethod | None = None,
        overflow: OverflowMethod | None = None,
        tab_size: int = 8,  # noqa: ARG002
        no_wrap: bool | None = None,  # noqa: ARG002
    ) -> Lines:
        """Every line of the text, broken to fit ``width`` cells."""
        lines = Lines()
        for line in self.split(allow_blank=True):
            lines.extend(line.divide(breaks(line.plain, width)))
        for line in lines:
            line.rstrip()
        lines.justify(console, width, justify or "left", overflow or "fold")
        return lines

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """From one character to the whole of the longest line."""
        return Measurement(2, max(map(width, self.plain.split("\n"))))


def write(view: View[Any], stream: TextIO, *, color: bool = False) -> None:
    """Print ``view`` as wide as the terminal is."""
    console = Console(
        file=stream,
        force_terminal=color or None,
        color_system="standard" if color else None,
        no_color=not color,
    )
    if view.card:
        _cards(console, map(view.card, view.items))
    elif view.items:
        rows = [view.cells(item) for item in view.items]
        console.print(_table(console, view.columns, rows, console.width))
        console.print(Words(_count(view), "dim"))
    for section in view.sections:
        console.print(Padding(Words(clean(section.heading), "bold"), (1, 0, 0, 0)))
        console.print(_table(console, section.columns, section.rows, console.width))


def _line(console: Console) -> str:
    """What a line is drawn with; consoles that are not Unicode's draw ─ too wide or not at all."""
    return "-" if console.options.ascii_only else "─"


def _count(view: View[Any]) -> str:
    shown, total = len(view.items), view.total
    if shown < total:
        return _("{shown} of {total}; -n {total} shows all").format(shown=shown, total=total)
    return ngettext("{total} in all", "{total} in all", total).format(total=total)


def _cards(console: Console, cards: Iterable[Card]) -> None:
    columns = min(console.width, _READABLE)
    for number, card in enumerate(cards):
        if number:
            console.print(Words(_line(console) * columns, "dim"))
        for part in _card(console, card, columns - 2):
            console.print(part, width=columns)


def _card(console: Console, card: Card, columns: int) -> Iterator[RenderableType]:
    yield Words(clean(card.title), "bold")
    yield Words(clean(card.id), "cyan")
    yield _indented(_facts(card.facts), 1)
    for paragraph in card.paragraphs:
        yield _indented(Words(clean(paragraph)), 1)
    for section in card.sections:
        yield _indented(Words(clean(section.heading), "bold"), 1)
        yield _indented(_table(console, section.columns, section.rows, columns), 0)


def _indented(part: RenderableType, above: int) -> Padding:
    return Padding(part, (above, 0, 0, 2), expand=False)


def _facts(facts: Iterable[Fact]) -> Table:
    grid = Table.grid(padding=(0, _GAP, 0, 0))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column()
    for fact in facts:
        grid.add_row(Words(clean(fact.label)), _words(fact.value))
    return grid


def _table(console: Console, columns: tuple[Column, ...], rows: Rows, room: int) -> RenderableType:
    """A table that fits ``room`` cells, turned where its sides would be too narrow."""
    rows = drawn(columns, rows, room // 5, unicode=not console.options.ascii_only)
    if _turns(columns, rows, room):
        return Group(*(part for cells in rows for part in _turned(columns, cells)))
    return _upright(console, columns, rows, room)


def _turns(columns: tuple[Column, ...], rows: Rows, room: int) -> bool:
    """Whether sides get less than they need, or a note that needs lines of its own."""
    sides = sum(column.kind == "side" for column in columns)
    notes = [at for at, column in enumerate(columns) if column.kind == "note"]
    noted = any(string(cells[at]) for cells in rows for at in notes)
    return bool(sides) and (noted or room // (sides + 1) - _GAP < _ROOM)


def _turned(columns: tuple[Column, ...], cells: tuple[Cell, ...]) -> Iterator[RenderableType]:
    """A row as lines: its group, its name, what is noted of it, and its sides."""
    told = [(columns[at].kind, at) for at, cell in enumerate(cells) if string(cell)]
    for kind, at in told:
        if kind == "group":
            yield Padding(_words(cells[at], kind), (1, 0, 0, 0))
    names = [_words(cells[at]) for kind, at in told if kind in ("text", "short", "number")]
    yield Padding(Words("  ").join(names), (0, 0, 0, 2))
    for kind, at in told:
        if kind == "note":
            yield Padding(_words(cells[at], kind), (0, 0, 0, 4))
    yield Padding(_sides(columns, cells), (0, 0, 0, 4))


def _sides(columns: tuple[Column, ...], cells: tuple[Cell, ...]) -> Table:
    """The sides of a row that have something, one under the other."""
    sides = [at for at, column in enumerate(columns) if column.kind == "side"]
    titles = {at: Words(clean(_(columns[at].title))) for at in sides}
    grid = Table.grid(padding=(0, _GAP, 0, 0))
    grid.add_column(no_wrap=True, style="dim", min_width=max(t.cell_len for t in titles.values()))
    grid.add_column()
    for at in sides:
        if string(cells[at]):
            grid.add_row(titles[at], _words(cells[at]))
    return grid


def _upright(console: Console, columns: tuple[Column, ...], rows: Rows, room: int) -> Table:
    """A table with its header underlined."""
    line = _line(console)
    table = Table(
        box=Box(f"    \n    \n {line}{line} \n" + "    \n" * 5, ascii=line == "-"),
        show_header=any(column.title for column in columns),
        header_style="bold",
        border_style="dim",
        show_edge=False,
        pad_edge=False,
        expand=any(column.kind == "side" for column in columns),
        padding=(0, _GAP - 1, 0, 0),
    )
    places = _places(columns, rows, room)
    for place in places:
        _add_column(table, [columns[at] for at in place])
    for cells in rows:
        table.add_row(*(_stack(columns, cells, place) for place in places))
    return table


def _places(columns: tuple[Column, ...], rows: Rows, room: int) -> list[list[int]]:
    """Which columns share a place, on top of each other; empty columns have none.

    A note goes under the text before it. Where ids and the like would leave too little to the
    text, the text goes under its id, so that both can be read.
    """
    shown = [at for at, column in enumerate(columns) if column.kind != "detail"]
    under = {at: at - 1 for at in shown if columns[at].kind == "note"}
    under |= {at: at - 1 for at in shown[1:] if columns[at - 1].kind == "group"}
    kinds = [column.kind for column in columns]
    if _left_for_text(columns, rows, room) < _ROOM and {"id", "text"} <= {*kinds}:
        under[kinds.index("text")] = kinds.index("id")
    places: dict[int, list[int]] = {}
    for at in shown:
        if any(string(cells[at]) for cells in rows):
            places.setdefault(_root(at, under), []).append(at)
    return list(places.values())


def _root(at: int, under: dict[int, int]) -> int:
    return _root(under[at], under) if at in under else at


def _left_for_text(columns: tuple[Column, ...], rows: Rows, room: int) -> int:
    """How many cells the columns that stay on one line leave to each of the others."""
    texts = sum(column.kind == "text" for column in columns)
    fixed = [at for at, column in enumerate(columns) if column.kind in ("id", "short", "number")]
    taken = sum(_GAP + _widest(rows, at, columns[at].title) for at in fixed)
    return (room - taken) // max(texts, 1)


def _widest(rows: Rows, at: int, title: str) -> int:
    return max([width(_(title)), *(width(string(cells[at])) for cells in rows)])


def _add_column(table: Table, stacked: Sequence[Column]) -> None:
    column = next((column for column in stacked if column.kind == "text"), stacked[0])
    table.add_column(
        Words(clean(_(column.title))),
        justify="right" if column.kind in ("number", "heat") else "left",
        no_wrap=column.kind not in ("text", "side"),
        ratio=1 if column.kind == "side" else None,
    )


def _stack(columns: tuple[Column, ...], cells: tuple[Cell, ...], place: Sequence[int]) -> Words:
    """The cells of one place, those that are not empty under each other."""
    words = Words()
    for at in place:
        if string(cells[at]):
            words.append("\n" if words else "").append_text(_words(cells[at], columns[at].kind))
    return words


def _words(cell: Cell, kind: str = "text") -> Words:
    """A cell as rich takes it, with its marks."""
    words = Words(clean(string(cell)))
    words.stylize(_STYLES.get(kind, ""))
    if isinstance(cell, Text):
        for start, end in cell.faint:
            words.stylize("dim", start, end)
        for start, end in cell.marks:
            words.stylize("bold red", start, end)
    return words


def progress(files: Sequence[str], stream: TextIO) -> Iterator[str]:
    """The files one after the other, with a bar that tells how far it is and goes away."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    name = TextColumn("{task.fields[name]}", markup=False)
    columns = (BarColumn(bar_width=24), MofNCompleteColumn(), name)
    with Progress(*columns, console=Console(file=stream), transient=True) as bar:
        task = bar.add_task("", total=len(files), name="")
        for file in files:
            bar.update(task, name=clean(file))
            yield file
            bar.advance(task)
