"""Reads records out of an index."""

import json
from collections.abc import Iterable
from typing import NamedTuple

import tantivy

from policycli.index.store import Store
from policycli.records.model import Entry, Measure, Policy, from_dict

__all__ = ["Records"]


class _Place(NamedTuple):
    """Where a policy stands: number of its file, number in the file."""

    file: int
    policy: int


class Records:
    """The records of an index, each policy's head made once."""

    def __init__(self, store: Store, searcher: tantivy.Searcher) -> None:
        self._schema = store.tantivy.schema
        self._searcher = searcher
        self._files = {source.path: number for number, source in enumerate(store.sources)}
        self._heads: dict[str, tuple[Policy, _Place]] = {}

    def at(self, address: tantivy.DocAddress) -> Entry[Policy | Measure]:
        """The record at an address; a policy comes without its measures."""
        return self._read(self._searcher.doc(address))[0]

    def get(self, full_id: str) -> Entry[Policy | Measure] | None:
        """The record with an id, a policy with all its measures."""
        documents = self._documents(self._term("id", full_id))
        if not documents:
            return None
        entry, _place = self._read(documents[0])
        return self.whole(entry.head) if isinstance(entry.record, Policy) else entry

    def whole(self, head: Policy) -> Entry[Policy | Measure]:
        """A policy with all its measures."""
        entries = self.all(self._term("policy", head.id))
        measures = tuple(e.record for e in entries if isinstance(e.record, Measure))
        return Entry(head.id, head, head._replace(measures=measures))

    def heads(self, facets: Iterable[str]) -> list[Policy]:
        """The policies that have one of these facets, without their measures."""
        query = tantivy.Query.term_set_query(self._schema, "facet", list(facets))
        return [entry.head for entry in self.all(query)]

    def all(self, query: tantivy.Query | None = None) -> list[Entry[Policy | Measure]]:
        """The records that fit ``query``, in the files' order; a policy leads its measures."""
        found = map(self._read, self._documents(query or tantivy.Query.all_query()))
        return [entry for entry, _place in sorted(found, key=lambda pair: pair[1])]

    def _term(self, field: str, value: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, value)

    def _documents(self, query: tantivy.Query) -> list[tantivy.Document]:
        every = max(1, self._searcher.num_docs)
        hits = self._searcher.search(query, every, count=False).hits
        return [self._searcher.doc(address) for _score, address in hits]

    def _read(
        self, document: tantivy.Document
    ) -> tuple[Entry[Policy | Measure], tuple[int, int, int]]:
        """The record of a document, and where it stands among all."""
        data = json.loads(document["record"][0])
        if document["kind"][0] == Policy.__name__:
            place = _Place(self._files[document["file"][0]], document["place"][0])
            head, place = self._heads.setdefault(data["id"], (from_dict(Policy, data), place))
            return Entry(head.id, head, head), (*place, -1)
        head, place = self._head(document["policy"][0])
        measure: Policy | Measure = from_dict(Measure, data)
        return Entry(document["id"][0], head, measure), (*place, int(document["place"][0]))

    def _head(self, policy_id: str) -> tuple[Policy, _Place]:
        if policy_id not in self._heads:
            (document,) = self._documents(self._term("id", policy_id))
            self._read(document)
        return self._heads[policy_id]
