"""Whether what is shown was in force on the day that was asked for."""

from collections.abc import Callable
from typing import Any, TypeVar

from policycli.language import N_, _
from policycli.views.model import Card, Column, Fact, View

__all__ = ["mark"]

T = TypeVar("T")

_ANSWERS = {"yes": N_("yes"), "no": N_("no"), "unknown": N_("unknown")}


def mark(view: View[T], day: str, in_force: Callable[[Any], str]) -> View[T]:
    """The same view with a column, a fact and a key more; as it is where no day was asked for.

    Args:
        view: Its columns stay where they are; the new one comes last.
        day: As it was asked for.
        in_force: ``yes``, ``no`` or ``unknown`` for an item.
    """
    if not day:
        return view

    def answer(item: T) -> str:
        return _(_ANSWERS[in_force(item)])

    def data(item: T) -> dict[str, Any]:
        return {**view.data(item), "in_force": in_force(item)}

    def card(item: T) -> Card:
        assert view.card  # noqa: S101 - else this is not called
        plain = view.card(item)
        fact = Fact(_("in force on {day}").format(day=day), answer(item))
        return plain._replace(facts=(*plain.facts, fact))

    return view._replace(
        columns=(*view.columns, Column("in_force", N_("in force"), answer, "short")),
        data=data,
        card=card if view.card else None,
        extra=(*view.extra, ("as_of", day)),
    )
