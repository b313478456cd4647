"""Tables and cards on a terminal. The only module that knows rich.

Data goes in as ``rich.text.Text``, never as markup, and cleaned of what a terminal would obey.
"""

from collections.abc import Iterable
from typing import Any, TextIO

from rich.box import Box
from rich.console import Console, ConsoleOptions, JustifyMethod, OverflowMethod, RenderableType
from rich.containers import Lines
from rich.measure import Measurement
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as RichText

from policycli.language import _, ngettext
from policycli.render.cells import clean, string
from policycli.render.wrap import breaks, width
from policycli.views.model import Card, Cell, Column, Fact, Text, View

__all__ = ["write"]

_LINE = Box("    \n    \n ── \n    \n    \n    \n    \n    \n")
_READABLE = 96  # cells; longer lines of prose are hard to follow
_NARROWEST = 8  # cells; four Chinese characters still read as a word


class Words(RichText):
    """Text whose lines end where Chinese text may end; rich itself breaks at spaces alone."""

    def wrap(
        self,
        console: Console,
        width: int,
        *,
        justify: JustifyMethod | None = None,
        overflow: OverflowMethod | None = None,
        tab_size: int = 8,  # noqa: ARG002 - rich's signature
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
        """From a few characters to the whole of the longest line."""
        longest = max(map(width, self.plain.split("\n")))
        return Measurement(min(longest, _NARROWEST), longest)


def write(view: View[Any], stream: TextIO, *, color: bool = False) -> None:
    """Print ``view`` as wide as the terminal is."""
    console = Console(
        file=stream,
        force_terminal=color or None,
        color_system="standard" if color else None,
        no_color=not color,
        highlight=False,
        markup=False,
        emoji=False,
    )
    if view.card:
        _cards(console, map(view.card, view.items))
    elif view.items:
        console.print(_table(view.columns, map(view.cells, view.items)))
        console.print(Words(_count(view), "dim"))


def _count(view: View[Any]) -> str:
    shown, total = len(view.items), view.total
    if shown < total:
        return _("{shown} of {total}; -n {total} shows all").format(shown=shown, total=total)
    return ngettext("{total} in all", "{total} in all", total).format(total=total)


def _cards(console: Console, cards: Iterable[Card]) -> None:
    for number, card in enumerate(cards):
        if number:
            console.rule(style="dim")
        for part in _card(card, min(console.width, _READABLE)):
            console.print(part)


def _card(card: Card, columns: int) -> Iterable[RenderableType]:
    yield Words(clean(card.title), "bold")
    yield Words(clean(card.id), "cyan")
    yield ""
    yield Padding(_facts(card.facts), (0, 0, 0, 2))
    for paragraph in card.paragraphs:
        yield Padding(Words(clean(paragraph)), (1, 0, 0, 2))
    for section in card.sections:
        yield Padding(Words(clean(section.heading), "bold"), (1, 0, 0, 2))
        yield Padding(_table(section.columns, section.rows), (0, 0, 0, 2))
    _ = columns


def _facts(facts: Iterable[Fact]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column()
    for fact in facts:
        grid.add_row(Words(clean(fact.label)), _words(fact.value))
    return grid


def _table(columns: tuple[Column, ...], rows: Iterable[tuple[Cell, ...]]) -> Table:
    titled = any(column.title for column in columns)
    table = Table(box=_LINE, show_header=titled, header_style="bold", show_edge=False, pad_edge=False)
    for column in columns:
        if column.kind not in ("note", "detail"):
            _add_column(table, column)
    for cells in rows:
        table.add_row(*_row(columns, cells))
    return table


def _add_column(table: Table, column: Column) -> None:
    table.add_column(
        Words(_(column.title)),
        justify="right" if column.kind == "number" else "left",
        no_wrap=column.kind in ("id", "number"),
        style="cyan" if column.kind == "id" else "",
    )


def _row(columns: tuple[Column, ...], cells: tuple[Cell, ...]) -> list[Words]:
    """The words of the cells that have a column of their own; a note goes under the one before."""
    row: list[Words] = []
    for column, cell in zip(columns, cells, strict=True):
        if column.kind == "note" and string(cell):
            row[-1].append("\n").append_text(_words(cell, "dim"))
        elif column.kind not in ("note", "detail"):
            row.append(_words(cell))
    return row


def _words(cell: Cell, style: str = "") -> Words:
    words = Words(clean(string(cell)), style)
    if isinstance(cell, Text):
        for start, end in cell.marks:
            words.stylize("bold red", start, end)
    return words
