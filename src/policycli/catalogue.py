"""The catalogue: open it, then get, search and list its records.

This is what the command line and the Python API both stand on.
"""

import os
from collections.abc import Iterable
from typing import NamedTuple

from policycli.errors import NotFoundError
from policycli.index.progress import Report, silent
from policycli.index.records import Records
from policycli.index.store import Source, Store, open_store
from policycli.language import _
from policycli.model import Document, Entry, Figure, Measure, Policy
from policycli.search.answer import Answer, Hit
from policycli.search.filters import Filters, narrow
from policycli.search.find import find
from policycli.search.matches import matches
from policycli.sources import files

__all__ = ["Catalogue", "Info", "Loose", "open_catalogue"]

Loose = str | Iterable[str] | None
"""A filter's value: one word, several of which any will do, or no filter."""

_CLEAR = 0.95  # a second hit below this share of the first leaves no doubt which one is meant
_CANDIDATES = 8


class Info(NamedTuple):
    """What a catalogue stands on.

    Attributes:
        sources: The files in use and what they hold.
        folder: Of the index; ``None`` where it lives in memory.
        built: Whether opening the catalogue made or changed the index.
        size: Bytes of the index on disk.
    """

    sources: tuple[Source, ...]
    folder: str | None
    built: bool
    size: int


class Catalogue:
    """Policies of one or several files, answered from their index."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._searcher = store.tantivy.searcher()
        self._records = Records(store, self._searcher)

    def lookup(
        self, query: str, *, limit: int | None = 10, filters: Filters | None = None
    ) -> Answer:
        """Search, with everything found out on the way (see ``Answer``)."""
        query_filter = narrow(filters, self._store, self._searcher) if filters else None
        found = find(self._store, self._searcher, query, query_filter)
        hits = []
        for address, text, ranked in found.hits[:limit]:
            entry = self._records.at(address)
            matched = matches(entry.head, entry.record, ranked, text, self._store.alphabet)
            hits.append(Hit(entry.id, entry.head, entry.record, ranked.score, matched))
        return Answer(hits, len(found.hits), found.near)

    def search(self, query: str, *, limit: int | None = 10, **filters: Loose) -> list[Hit]:
        """The records that fit ``query``, best first, at most ``limit`` (``None``: all).

        Filters are those of ``Filters``, such as ``region="贵州"``.

        Raises:
            UsageError: There is no such filter, or nothing has the value asked for.
        """
        return self.lookup(query, limit=limit, filters=Filters.of(**filters)).hits

    def get(self, full_id: str) -> Entry[Policy | Measure]:
        """The record with exactly this id, a policy with all its measures.

        Raises:
            NotFoundError: No record has it.
        """
        entry = self._records.get(full_id)
        if entry is None:
            raise NotFoundError(_("no record has the id {id}").format(id=full_id))
        return entry

    def resolve(self, name: str) -> Entry[Policy | Measure]:
        """The one record that a loosely typed id, region or title can mean.

        Raises:
            NotFoundError: Nothing is near, or several could be meant (``candidates``).
        """
        entry = self._records.get(name.strip().lower())
        if entry:
            return entry
        hits = self.search(name, limit=_CANDIDATES)
        if not hits:
            raise NotFoundError(_("nothing is called {name}").format(name=name))
        if len(hits) > 1 and hits[1].score > _CLEAR * hits[0].score:
            sentence = _("{name} may be any of these; give an id").format(name=name)
            raise NotFoundError(sentence, tuple(hit.id for hit in hits))
        return self.get(hits[0].id)

    def policies(self, **filters: Loose) -> list[Entry[Policy]]:
        """Every policy that fits, or has a measure that fits, with all its measures."""
        wanted = {entry.policy for entry in self._listed(filters)}
        measures: dict[str, list[Measure]] = {}
        heads: list[Policy] = []
        for entry in self._records.all():
            if isinstance(entry.record, Measure):
                measures.setdefault(entry.policy, []).append(entry.record)
            elif entry.id in wanted:
                heads.append(entry.head)
        whole = (head._replace(measures=tuple(measures.get(head.id, ()))) for head in heads)
        return [Entry(p.id, head, p) for head, p in zip(heads, whole, strict=True)]

    def measures(self, **filters: Loose) -> list[Entry[Measure]]:
        """Every measure that fits, in the order of the files."""
        return [
            Entry(entry.id, entry.head, entry.record)
            for entry in self._listed(filters)
            if isinstance(entry.record, Measure)
        ]

    def figures(self, **filters: Loose) -> list[Entry[Figure]]:
        """Every figure of the measures that fit, with the measure it stands in."""
        return [Entry(e.id, e.head, f) for e in self.measures(**filters) for f in e.record.figures]

    def documents(self, **filters: Loose) -> list[Entry[Document]]:
        """Every document named by the records that fit, with the record that names it."""
        entries = self._listed(filters)
        return [Entry(e.id, e.head, document) for e in entries for document in e.record.documents]

    def _listed(self, filters: dict[str, Loose]) -> list[Entry[Policy | Measure]]:
        return self._records.all(narrow(Filters.of(**filters), self._store, self._searcher))

    def info(self) -> Info:
        """Which files are in use, and where and how the index is."""
        folder = self._store.folder
        size = sum(entry.stat().st_size for entry in os.scandir(folder)) if folder else 0
        return Info(self._store.sources, folder, self._store.built, size)


def open_catalogue(
    *paths: str | os.PathLike[str], bundled: bool = True, report: Report = silent
) -> Catalogue:
    """Open catalogue files or folders, beside the bundled one unless ``bundled`` is false.

    Builds the index, or reuses it where it is still true to the files.

    Args:
        paths: ``.toml`` and ``.jsonl`` files, or folders of them.
        bundled: Whether the catalogue that comes with the program is in it too.
        report: Called while a build goes on.

    Raises:
        CatalogueError: Files cannot be read or have faults, all of them at once.
    """
    own = [files.bundled()] if bundled else []
    return Catalogue(open_store(files.catalogue_files([*own, *paths]), report))
