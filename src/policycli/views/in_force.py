"""Whether what is shown was in force on the day that was asked for."""

from collections.abc import Callable
from typing import Any, TypeVar

from policycli.language import N_, _
from policycli.views.model import Card, Cell, Column, Fact, View

__all__ = ["mark"]

T = TypeVar("T")

_HELD = {"yes": N_("yes"), "no": N_("no"), "unknown": N_("unknown")}
_COLUMN = Column("in_force", N_("in force"), "short")


def mark(view: View[T], day: str, held: Callable[[Any], str]) -> View[T]:
    """The same view with a column, a fact and a key more; as it is where no day was asked for.

    Args:
        view: Its columns stay where they are; the new one comes last.
        day: As it was asked for.
        held: ``yes``, ``no`` or ``unknown`` for an item.
    """
    if not day:
        return view

    def cells(item: T) -> tuple[Cell, ...]:
        return (*view.cells(item), _(_HELD[held(item)]))

    def data(item: T) -> dict[str, Any]:
        return {**view.data(item), "in_force": held(item)}

    def card(item: T) -> Card:
        assert view.card  # noqa: S101 - else this is not called
        plain = view.card(item)
        fact = Fact(_("in force on {day}").format(day=day), _(_HELD[held(item)]))
        return plain._replace(facts=(*plain.facts, fact))

    return view._replace(
        columns=(*view.columns, _COLUMN),
        cells=cells,
        data=data,
        card=card if view.card else None,
        extra=(*view.extra, ("as_of", day)),
    )
