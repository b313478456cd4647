"""How a view is laid out on a terminal: as a table, or as cards."""

from collections.abc import Iterable, Iterator
from typing import Any

from policycli.language import ngettext
from policycli.render.cells import remainder
from policycli.render.lines import Line, indented, wrapped
from policycli.render.table import Screen, facts, table
from policycli.views.model import Card, Section, View

__all__ = ["lines"]

_READABLE = 96  # cells; longer lines of prose are hard to follow


def lines(view: View[Any], screen: Screen) -> Iterator[Line]:
    """The lines of ``view``."""
    if view.card:
        yield from _cards(map(view.card, view.items), screen)
        if view.truncated:
            yield from ([], *wrapped(remainder(view), screen.columns, "dim"))
    elif view.items:
        yield from table(screen, view.columns, view.items)
        yield from wrapped(_count(view), screen.columns, "dim")
    for section in view.sections:
        yield from _section(section, screen)


def _count(view: View[Any]) -> str:
    if view.truncated:
        return remainder(view)
    return ngettext("{total} in all", "{total} in all", view.total).format(total=view.total)


def _cards(cards: Iterable[Card], screen: Screen) -> Iterator[Line]:
    page = screen._replace(columns=min(screen.columns, _READABLE))
    for number, card in enumerate(cards):
        if number:
            yield page.rule(page.columns)
        yield from wrapped(card.title, page.columns, "bold")
        yield from wrapped(card.official, page.columns, "dim")
        yield from wrapped(card.id, page.columns, "cyan")
        inner = page._replace(columns=page.columns - 2)
        yield from indented(_inside(card, inner), 2)


def _inside(card: Card, screen: Screen) -> Iterator[Line]:
    """What stands under a card's title."""
    yield []
    yield from facts(card.facts, screen.columns)
    for paragraph in card.paragraphs:
        yield from ([], *wrapped(paragraph, screen.columns))
    for section in card.sections:
        yield from _section(section, screen)


def _section(section: Section[Any], screen: Screen) -> Iterator[Line]:
    yield from ([], *wrapped(section.heading, screen.columns, "bold"))
    yield from table(screen, section.columns, section.items)
