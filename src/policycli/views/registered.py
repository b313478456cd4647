"""The catalogues that the user has registered."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from policycli.language import N_, _
from policycli.views.model import Cell, Column, View

__all__ = ["Registered", "view"]

COLUMNS = (
    Column("path", N_("catalogue"), "id"),
    Column("state", N_("state"), "short"),
    Column("files", N_("files"), "number"),
)
_STATES = {"ready": N_("ready"), "missing": N_("missing"), "removed": N_("removed")}


class Registered(NamedTuple):
    """A file or folder on the list, or just taken off it.

    Attributes:
        state: ``ready``, ``missing`` or ``removed``.
        files: How many catalogue files it stands for.
    """

    path: str
    state: str
    files: int


def view(asked: str | None, items: Sequence[Registered]) -> View[Registered]:
    """Registered catalogues, in their order; ``asked`` is the path of a command line."""
    return View("catalogue", asked, items, len(items), COLUMNS, _cells, _data)


def _cells(item: Registered) -> tuple[Cell, ...]:
    return (item.path, _(_STATES[item.state]), item.files)


def _data(item: Registered) -> dict[str, Any]:
    return item._asdict()
