"""The catalogues that the user has registered."""

from collections.abc import Sequence
from typing import NamedTuple

from policycli.language import N_, _
from policycli.views.model import Column, View

__all__ = ["Registered", "view"]

_STATES = {
    "ready": N_("ready"),
    "faulty": N_("faulty"),
    "missing": N_("missing"),
    "removed": N_("removed"),
}


class Registered(NamedTuple):
    """A file or folder on the list, or just taken off it.

    Attributes:
        state: ``ready``, ``faulty``, ``missing`` or ``removed``.
        files: How many catalogue files it stands for.
        fault: The first thing that is wrong with it, with its place; empty where nothing is.
    """

    path: str
    state: str
    files: int
    fault: str = ""


_COLUMNS: tuple[Column[Registered], ...] = (
    Column("path", N_("catalogue"), lambda item: item.path, "id"),
    Column("state", N_("state"), lambda item: _(_STATES[item.state]), "short"),
    Column("files", N_("files"), lambda item: item.files, "number"),
    Column("fault", N_("fault"), lambda item: item.fault, "note"),
)


def view(asked: str | None, items: Sequence[Registered]) -> View[Registered]:
    """Registered catalogues, in their order; ``asked`` is the path of a command line."""
    return View("catalogue", asked, items, len(items), _COLUMNS, Registered._asdict)
