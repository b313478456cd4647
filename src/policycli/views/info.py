"""What the program stands on: its version, catalogues and index."""

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
    Column("state", N_("index")),
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


def _state(info: Info) -> str:
    if info.folder is None:
        return "memory"
    return "built" if info.built else "ready"


def _cells(info: Info) -> tuple[Cell, ...]:
    return (
        __version__,
        len(info.sources),
        sum(source.policies for source in info.sources),
        sum(source.measures for source in info.sources),
        _state(info),
        info.size,
        info.folder or "",
    )


def _data(info: Info) -> dict[str, Any]:
    return {
        "version": __version__,
        "catalogues": [
            {"path": source.path, "policies": source.policies, "measures": source.measures}
            for source in info.sources
        ],
        "index": {"folder": info.folder, "state": _state(info), "size": info.size},
    }


def _card(info: Info) -> Card:
    facts = [Fact(_("version"), __version__), Fact(_("index"), _(_STATES[_state(info)]))]
    if info.folder:
        facts += [Fact(_("index size"), _size(info.size)), Fact(_("index folder"), info.folder)]
    rows = tuple((source.path, source.policies, source.measures) for source in info.sources)
    return Card(
        "policy", "policycli", tuple(facts), (), (Section(_("Catalogues"), _SOURCES, rows),)
    )


def _size(size: int) -> str:
    """Bytes as readers like them, with three digits at most."""
    for unit in ("B", "kB", "MB"):
        if size < 1000:
            return f"{size} {unit}"
        size = round(size / 1000)
    return f"{size} GB"
