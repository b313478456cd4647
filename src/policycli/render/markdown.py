"""Markdown, for documents and wikis: tables, or cards under headings."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from policycli.language import _
from policycli.render.cells import line, row, string, visible
from policycli.views.model import Card, Cell, Column, Fact, Section, View

__all__ = ["escaped", "lines"]

T = TypeVar("T")

_ESCAPES = str.maketrans({mark: f"\\{mark}" for mark in "\\|`*_[]#"} | {"<": "&lt;", "&": "&amp;"})


def lines(view: View[Any]) -> Iterator[str]:
    """The lines of ``view``."""
    if view.card:
        for item in view.items:
            yield from _card(view.card(item))
    else:
        yield from _table(view.columns, view.items)
    yield from _sections(view.sections)


def _card(card: Card) -> Iterator[str]:
    yield f"## {escaped(card.title)}\n\n"
    if card.official:
        yield f"{escaped(card.official)}\n\n"
    yield f"`{line(card.id)}`\n\n"
    for fact in card.facts:
        yield from _fact(fact)
    yield from (f"\n{escaped(paragraph)}\n" for paragraph in card.paragraphs)
    yield from _sections(card.sections)
    yield "\n"


def _sections(sections: Iterable[Section[Any]]) -> Iterator[str]:
    for section in sections:
        yield f"\n### {escaped(section.heading)}\n\n"
        yield from _table(section.columns, section.items)


def _fact(fact: Fact) -> Iterator[str]:
    """A labelled value, or a list of values under their label."""
    first, *more = map(escaped, string(fact.value).split("\n"))
    said = _("{label}: {value}").format(label=escaped(fact.label), value="" if more else first)
    yield f"- {said}".rstrip() + "\n"
    yield from (f"  - {value}\n" for value in ([first, *more] if more else ()))


def _table(columns: Iterable[Column[T]], items: Iterable[T]) -> Iterator[str]:
    shown = visible(columns)
    yield _row(_(column.title) for column in shown)
    yield _row(
        ("---:" if column.kind in ("number", "heat") else "---" for column in shown), escape=False
    )
    yield from (_row(row(shown, item)) for item in items)


def _row(cells: Iterable[Cell], *, escape: bool = True) -> str:
    return f"| {' | '.join(escaped(cell) if escape else str(cell) for cell in cells)} |\n"


def escaped(cell: Cell) -> str:
    """The words of a cell on one line, as words whatever marks are in them."""
    return line(cell).translate(_ESCAPES)
