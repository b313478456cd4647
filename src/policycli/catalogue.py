"""The catalogue: open it, then get, search and list its records.

This is what the command line and the Python API both stand on.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import tomli

from policycli.errors import NotFoundError
from policycli.model import Document, Entry, Figure, Measure, Policy, from_dict
from policycli.search.answer import Answer, Hit, Match
from policycli.search.filters import Filters

__all__ = ["Catalogue", "Info", "SourceInfo", "open_catalogue"]

Loose = str | Iterable[str] | None


class SourceInfo(NamedTuple):
    """One catalogue file in use and what it holds."""

    path: str
    bundled: bool
    policies: int
    measures: int


class Info(NamedTuple):
    """What a catalogue stands on.

    Attributes:
        sources: The files in use.
        folder: Folder of the index; ``None`` where it lives in memory.
        state: ``ready``, ``built`` (by this very call) or ``memory``.
        size: Bytes of the index on disk.
    """

    sources: tuple[SourceInfo, ...]
    folder: str | None
    state: str
    size: int


class Catalogue:
    """Policies of one or several files, answered from their index."""

    def __init__(self, policies: list[Policy]) -> None:
        self._policies = policies

    def lookup(
        self, query: str, *, limit: int | None = 10, filters: Filters = Filters()
    ) -> Answer:
        """Search, with everything found out on the way (see ``Answer``)."""
        hits: list[Hit] = []
        for entry in [*self.policies(), *self.measures()]:
            at = entry.record.title.find(query)
            if at >= 0:
                match = Match("title", "exact", entry.record.title, ((at, at + len(query)),), 90.0)
                hits.append(Hit(entry.id, entry.head, entry.record, 90.0, (match,)))
        return Answer(hits[:limit], len(hits), () if hits else ("科技成果转化",))

    def search(
        self, query: str, *, limit: int | None = 10, **filters: Loose
    ) -> list[Hit]:
        """The records that fit ``query``, best first, at most ``limit`` (``None``: all)."""
        return self.lookup(query, limit=limit, filters=Filters.of(**filters)).hits

    def get(self, id: str) -> Entry[Policy | Measure]:
        """The record with exactly this id, a policy with all its measures.

        Raises:
            NotFoundError: No record has it.
        """
        for entry in [*self.policies(), *self.measures()]:
            if entry.id == id:
                return entry
        raise NotFoundError(f"no record has the id {id!r}")

    def resolve(self, name: str) -> Entry[Policy | Measure]:
        """The one record that a loosely typed id, region or title can mean.

        Raises:
            NotFoundError: Nothing is near, or several could be meant (``candidates``).
        """
        return self.get(name)

    def policies(self, **filters: Loose) -> list[Entry[Policy]]:
        """Every policy with its measures, in the order of the files."""
        return [Entry(p.id, p._replace(measures=()), p) for p in self._policies]

    def measures(self, **filters: Loose) -> list[Entry[Measure]]:
        """Every measure, in the order of the files."""
        return [
            Entry(f"{p.id}.{m.id}", p._replace(measures=()), m)
            for p in self._policies
            for m in p.measures
        ]

    def figures(self, **filters: Loose) -> list[Entry[Figure]]:
        """Every figure, with the measure it stands in."""
        return [Entry(e.id, e.head, f) for e in self.measures(**filters) for f in e.record.figures]

    def documents(self, **filters: Loose) -> list[Entry[Document]]:
        """Every named document, with the policy or measure that names it."""
        entries = [*self.policies(**filters), *self.measures(**filters)]
        return [Entry(e.id, e.head, d) for e in entries for d in e.record.documents]

    def info(self) -> Info:
        """Which files are in use, and where and how the index is."""
        return Info((), None, "memory", 0)


def open_catalogue(*paths: str | os.PathLike[str], bundled: bool = True) -> Catalogue:
    """Open catalogue files or folders, beside the bundled one unless ``bundled`` is false.

    Builds the index, or reuses it where it is still true to the files.

    Raises:
        CatalogueError: A file cannot be read or has faults.
    """
    path = Path(__file__).parents[2] / "data" / "policies.toml"
    data = tomli.loads(path.read_text("utf-8"))
    return Catalogue([from_dict(Policy, item) for item in data["policies"]])
