"""Reads records out of an index."""

from collections.abc import Iterable, Iterator
from typing import Any

import tantivy

from policycli.index.store import Store
from policycli.index.stored import Name, name_of, record_of
from policycli.records.model import Entry, Measure, Policy, Problem
from policycli.tuples import NamedTuple

__all__ = ["Records", "Row", "both"]


class Row(NamedTuple):
    """Where a record stands, which is known without reading it.

    Attributes:
        file: Number of its file.
        place: In the file, as ``schema.place`` counts.
        address: In the index.
    """

    file: int
    place: int
    address: tantivy.DocAddress


def both(one: tantivy.Query | None, other: tantivy.Query) -> tantivy.Query:
    """The query for what fits both; ``None`` fits everything."""
    if one is None:
        return other
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, each) for each in (one, other)])


class Records:
    """The records of an index; a policy without its measures is made once."""

    def __init__(self, store: Store, searcher: tantivy.Searcher) -> None:
        self._schema = store.tantivy.schema
        self._searcher = searcher
        self._sources = store.sources
        self._heads: dict[str, Policy] = {}

    def rows(self, query: tantivy.Query | None = None, *, kind: str = "") -> list[Row]:
        """Where the records that fit ``query`` stand, in order; a policy leads its measures.

        Args:
            query: ``None`` for all.
            kind: ``Policy``, ``Measure`` or ``Problem``, if not all of them.
        """
        wanted = both(query, self._term("kind", kind)) if kind else query
        return [row for file in range(len(self._sources)) for row in self._rows(file, wanted)]

    def _rows(self, file: int, wanted: tantivy.Query | None) -> Iterator[Row]:
        source = self._sources[file]
        hits = self._searcher.search(
            both(wanted, self._term("file", source.path)),
            max(1, source.records),
            count=False,
            order_by_field="place",
            order=tantivy.Order.Asc,
        ).hits
        return (Row(file, int(place), address) for place, address in hits)

    def of_policy(self, policy: str, query: tantivy.Query | None = None) -> list[Row]:
        """Where a policy, by its id, and its measures stand, or those of them that fit."""
        return self.rows(both(query, self._term("policy", policy)))

    def at(self, address: tantivy.DocAddress) -> Entry[Any]:
        """The record at an address; a policy comes without its measures."""
        document = self._searcher.doc(address)
        name = name_of(document)
        if name.kind == Problem.__name__:
            from policycli.records.ids import alone

            return alone(record_of(Problem, document))
        head = self._head(name, document)
        if name.kind == Policy.__name__:
            return Entry(head.id, head, head)
        return Entry(name.id, head, record_of(Measure, document))

    def id_at(self, address: tantivy.DocAddress) -> str:
        """The full id of the record at an address, which is not read for that."""
        return name_of(self._searcher.doc(address)).id

    def head_at(self, address: tantivy.DocAddress) -> Policy:
        """The policy, without its measures, of the record at an address."""
        document = self._searcher.doc(address)
        return self._head(name_of(document), document)

    def _head(self, name: Name, document: tantivy.Document) -> Policy:
        if name.policy not in self._heads:
            if name.kind != Policy.__name__:
                (own,) = self.rows(self._term("id", name.policy))
                document = self._searcher.doc(own.address)
            self._heads[name.policy] = record_of(Policy, document)
        return self._heads[name.policy]

    def mark_repealed(self, policies: Iterable[str]) -> None:
        """Let these policies, by their ids, be repealed where they do not say what they are."""
        for policy in policies:
            head = self._heads[policy]
            if not head.status:
                self._heads[policy] = head._replace(status="repealed")

    def get(self, full_id: str) -> Entry[Any] | None:
        """The record with an id, a policy with all its measures."""
        rows = self.rows(self._term("id", full_id))
        if not rows:
            return None
        entry = self.at(rows[0].address)
        if not isinstance(entry.record, Policy):
            return entry
        read = (self.at(row.address).record for row in self.of_policy(full_id))
        measures = tuple(record for record in read if isinstance(record, Measure))
        return entry._replace(record=entry.head._replace(measures=measures))

    def heads(self, facets: Iterable[str]) -> list[Policy]:
        """The policies that have one of these facets, without their measures."""
        query = tantivy.Query.term_set_query(self._schema, "facet", list(facets))
        return [self.head_at(row.address) for row in self.rows(query, kind=Policy.__name__)]

    def tagged(self, facet: str) -> list[Entry[Any]]:
        """The records that have a facet, policies without their measures."""
        return [self.at(row.address) for row in self.rows(self._term("facet", facet))]

    def problems(self) -> list[Entry[Problem]]:
        """Every problem, in the order of the files."""
        return [self.at(row.address) for row in self.rows(kind=Problem.__name__)]

    def policies_of(self, query: tantivy.Query | None) -> tantivy.Query | None:
        """The same query without the problems that fit it."""
        if query is None or not any(source.problems for source in self._sources):
            return query
        problems = self._term("kind", Problem.__name__)
        return tantivy.Query.boolean_query(
            [(tantivy.Occur.Must, query), (tantivy.Occur.MustNot, problems)]
        )

    def having(self, what: str) -> tantivy.Query:
        """The query for records that have ``documents``, ``figures`` or ``dates``."""
        return self._term("facet", f"has:{what}")

    def _term(self, field: str, value: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, value)
