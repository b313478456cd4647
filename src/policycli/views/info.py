"""What the program stands on: its version, catalogues and index."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from policycli import __version__
from policycli.catalogue import Info
from policycli.language import N_, _
from policycli.tuples import NamedTuple
from policycli.views.model import Card, Cell, Column, Fact, Section, View

if TYPE_CHECKING:
    from policycli.views import file_rows as rows

__all__ = ["About", "Used", "view"]

_STATES = {
    "ready": N_("ready"),
    "built": N_("built just now"),
    "memory": N_("in memory only"),
}
_USES = {"ready": N_("ready"), "stale": N_("stale"), "left-out": N_("left out")}


class Used(NamedTuple):
    """A catalogue file, and whether it is answered as it is."""

    path: str
    policies: int
    measures: int
    problems: int = 0
    synonyms: int = 0
    state: str = "ready"


class About(NamedTuple):
    """What the program stands on, and the catalogue files by the names that their users know."""

    info: Info
    used: tuple[Used, ...]


Stated = tuple[str, Cell, str]  # a key, what it is, and the state of a catalogue


def _state(about: About) -> "rows.IndexState":
    if about.info.folder is None:
        return "memory"
    return "built" if about.info.built else "ready"


_COLUMNS: tuple[Column[About], ...] = (
    Column("version", N_("version"), lambda _about: __version__, "id"),
    Column("catalogues", N_("catalogues"), lambda about: len(about.used), "number"),
    Column("policies", N_("policies"), lambda about: sum(u.policies for u in about.used), "number"),
    Column("measures", N_("measures"), lambda about: sum(u.measures for u in about.used), "number"),
    Column("problems", N_("problems"), lambda about: sum(u.problems for u in about.used), "number"),
    Column("state", N_("index"), _state),
    Column("size", N_("index size"), lambda about: about.info.size, "number"),
    Column("folder", N_("index folder"), lambda about: about.info.folder or ""),
)
_SOURCES: tuple[Column[Used], ...] = (
    Column("path", N_("file"), lambda used: used.path),
    Column("policies", N_("policies"), lambda used: used.policies, "number"),
    Column("measures", N_("measures"), lambda used: used.measures, "number"),
    Column("problems", N_("problems"), lambda used: used.problems, "number"),
    Column("synonyms", N_("synonyms"), lambda used: used.synonyms, "number"),
    Column("state", N_("state"), lambda used: _(_USES[used.state])),
)


_FACTS: tuple[Column[Stated], ...] = (
    Column("key", N_("key"), lambda stated: stated[0], "id"),
    Column("value", N_("value"), lambda stated: stated[1]),
    Column("state", N_("state"), lambda stated: stated[2]),
)


def view(info: Info, copies: Mapping[str, str], left_out: Sequence[str]) -> View[About]:
    """One item: the program as it is here and now.

    Args:
        info: What the catalogue stands on.
        copies: The files that copies answer for, by the copies.
        left_out: Files and folders that nothing answers for.
    """
    answering = [
        Used(
            copies.get(source.path, source.path),
            source.policies,
            source.measures,
            source.problems,
            len(source.synonyms),
            "stale" if source.path in copies else "ready",
        )
        for source in info.sources
    ]
    about = About(info, (*answering, *(Used(path, 0, 0, state="left-out") for path in left_out)))
    flat = Section("", _FACTS, list(_facts(about)))
    return View("info", None, [about], 1, _COLUMNS, _data, _card, flat=flat)


def _facts(about: About) -> Iterator[Stated]:
    """The columns, then every catalogue."""
    for column in _COLUMNS:
        yield column.key, column.cell(about), ""
    for used in about.used:
        yield "catalogue", used.path, _(_USES[used.state])


def _data(about: About) -> "rows.Program":
    return {
        "version": __version__,
        "catalogues": list(map(_used, about.used)),
        "index": {
            "folder": about.info.folder,
            "state": _state(about),
            "size": about.info.size,
        },
    }


def _used(used: Used) -> "rows.Used":
    return {
        "path": used.path,
        "policies": used.policies,
        "measures": used.measures,
        "problems": used.problems,
        "synonyms": used.synonyms,
        "state": used.state,
    }


def _card(about: About) -> Card:
    info = about.info
    facts = [Fact(_("version"), __version__), Fact(_("index"), _(_STATES[_state(about)]))]
    if info.folder:
        facts += [Fact(_("index size"), _size(info.size)), Fact(_("index folder"), info.folder)]
    section = Section(_("Catalogues"), _SOURCES, about.used)
    return Card("policy", "policycli", tuple(facts), (), (section,))


def _size(size: int) -> str:
    """Bytes as readers like them, with three digits at most."""
    for unit in ("B", "kB", "MB"):
        if size < 1000:
            return f"{size} {unit}"
        size = round(size / 1000)
    return f"{size} GB"
