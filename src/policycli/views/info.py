"""What the program stands on: its version, catalogues and index."""

import sys
from typing import Any

from policycli import __version__
from policycli.catalogue import Info
from policycli.language import N_, _
from policycli.views.model import Card, Cell, Column, Fact, Section, View

__all__ = ["view"]

COLUMNS = (
    Column("version", N_("version"), "id"),
    Column("catalogues", N_("catalogues"), "number"),
    Column("policies", N_("policies"), "number"),
    Column("measures", N_("measures"), "number"),
    Column("state", N_("index state")),
    Column("size", N_("index size"), "number"),
    Column("folder", N_("index folder")),
)
_SOURCES = (
    Column("path", N_("file")),
    Column("policies", N_("policies"), "number"),
    Column("measures", N_("measures"), "number"),
)
_STATES = {
    "ready": N_("ready"),
    "built": N_("built just now"),
    "memory": N_("in memory only"),
}


def view(info: Info) -> View[Info]:
    """One item: the program as it is here and now."""
    return View("info", None, [info], 1, COLUMNS, _cells, _data, _card)


def _cells(info: Info) -> tuple[Cell, ...]:
    return (
        __version__,
        len(info.sources),
        sum(s.policies for s in info.sources),
        sum(s.measures for s in info.sources),
        info.state,
        info.size,
        info.folder or "",
    )


def _data(info: Info) -> dict[str, Any]:
    return {
        "version": __version__,
        "python": sys.version.split()[0],
        "catalogues": [source._asdict() for source in info.sources],
        "index": {"folder": info.folder, "state": info.state, "size": info.size},
    }


def _card(info: Info) -> Card:
    rows = tuple((_path(s.path, s.bundled), s.policies, s.measures) for s in info.sources)
    facts = (
        Fact(_("version"), f"{__version__} (Python {sys.version.split()[0]})"),
        Fact(_("index"), _(_STATES.get(info.state, info.state))),
        Fact(_("index size"), _size(info.size)),
        Fact(_("index folder"), info.folder or ""),
    )
    shown = tuple(fact for fact in facts if fact.value)
    return Card("policy", "policycli", shown, (), (Section(_("Catalogues"), _SOURCES, rows),))


def _path(path: str, bundled: bool) -> str:
    return _("bundled: {path}").format(path=path) if bundled else path


def _size(size: int) -> str:
    """Bytes for readers, in the unit that leaves at most three digits before the point."""
    for unit in ("B", "kB", "MB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if size else ""
        size = round(size / 1000)
    return f"{size} GB"
