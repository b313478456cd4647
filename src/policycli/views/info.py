"""What the program stands on: its version, catalogues and index."""

from typing import Any

from policycli import __version__
from policycli.catalogue import Info
from policycli.index.store import Source
from policycli.language import N_, _
from policycli.views.model import Card, Column, Fact, Section, View

__all__ = ["view"]

_STATES = {
    "ready": N_("ready"),
    "built": N_("built just now"),
    "memory": N_("in memory only"),
}


def _state(info: Info) -> str:
    if info.folder is None:
        return "memory"
    return "built" if info.built else "ready"


_COLUMNS: tuple[Column[Info], ...] = (
    Column("version", N_("version"), lambda _info: __version__, "id"),
    Column("catalogues", N_("catalogues"), lambda info: len(info.sources), "number"),
    Column(
        "policies", N_("policies"), lambda info: sum(s.policies for s in info.sources), "number"
    ),
    Column(
        "measures", N_("measures"), lambda info: sum(s.measures for s in info.sources), "number"
    ),
    Column("state", N_("index"), _state),
    Column("size", N_("index size"), lambda info: info.size, "number"),
    Column("folder", N_("index folder"), lambda info: info.folder or ""),
)
_SOURCES: tuple[Column[Source], ...] = (
    Column("path", N_("file"), lambda source: source.path),
    Column("policies", N_("policies"), lambda source: source.policies, "number"),
    Column("measures", N_("measures"), lambda source: source.measures, "number"),
)


def view(info: Info) -> View[Info]:
    """One item: the program as it is here and now."""
    return View("info", None, [info], 1, _COLUMNS, _data, _card)


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
    section = Section(_("Catalogues"), _SOURCES, info.sources)
    return Card("policy", "policycli", tuple(facts), (), (section,))


def _size(size: int) -> str:
    """Bytes as readers like them, with three digits at most."""
    for unit in ("B", "kB", "MB"):
        if size < 1000:
            return f"{size} {unit}"
        size = round(size / 1000)
    return f"{size} GB"
