"""The policies that filters let through, read when they are asked for and once."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, Generic, Literal, cast, overload

import tantivy

from policycli.index.again import AskedTwice
from policycli.index.records import Records, Row, both
from policycli.index.schema import policy_of
from policycli.index.store import Store
from policycli.records.model import Document, Entry, Measure, Policy, R

__all__ = ["Having", "Listed", "Selection"]

Having = Literal["figures", "dates"]
"""What a measure can be asked to have before it is read."""


class Listed(Sequence[Entry[R]], Generic[R]):
    """Entries that are counted without being read; a part of them reads that part.

    Args:
        rows: Where they stand now.
        read: Reads one.
        asked: Asks the index, if it has to be one made anew, in which they stand elsewhere.
    """

    def __init__(
        self,
        rows: Callable[[], Sequence[Row]],
        read: Callable[[Row], Entry[R]],
        asked: Callable[[Callable[[], Any]], Any],
    ) -> None:
        self._rows = rows
        self._read = read
        self._asked = asked

    def __len__(self) -> int:
        return int(self._asked(lambda: len(self._rows())))

    @overload
    def __getitem__(self, at: int) -> Entry[R]: ...
    @overload
    def __getitem__(self, at: slice) -> list[Entry[R]]: ...
    def __getitem__(self, at: int | slice) -> Entry[R] | list[Entry[R]]:
        places = range(len(self))[at]  # raises IndexError, which is no fault of the index
        if isinstance(places, int):
            return self._part([places])[0]
        return self._part(places)

    def _part(self, places: Iterable[int]) -> list[Entry[R]]:
        def read() -> list[Entry[R]]:
            rows = self._rows()
            return [self._read(rows[place]) for place in places]

        return cast("list[Entry[R]]", self._asked(read))


class Selection(AskedTwice):
    """What filters let through.

    Args:
        store: The index.
        records: Of it.
        query: What lets through; ``None`` for all.
    """

    def __init__(self, store: Store, records: Records, query: tantivy.Query | None) -> None:
        self._store, self._records = store, records
        self._query = records.policies_of(query)
        self._read: dict[tuple[int, int], Entry[Policy | Measure]] = {}

    def _stand_on(self, store: Store) -> None:
        self._store, self._records = store, Records(store, store.tantivy.searcher())
        self._read = {}
        for rows in ("_measures", "_policies"):
            vars(self).pop(rows, None)

    @cached_property
    def measures(self) -> Listed[Measure]:
        """Every measure that fits, in the order of the files."""
        return Listed(lambda: self._measures, self._measure, self._answered)

    @cached_property
    def policies(self) -> Listed[Policy]:
        """Every policy that fits, or has a measure that fits, with all its measures."""
        return Listed(lambda: self._policies, self._whole, self._answered)

    @cached_property
    def heads(self) -> Listed[Policy]:
        """The same policies without their measures."""
        return Listed(lambda: self._policies, self._head, self._answered)

    @cached_property
    def documents(self) -> list[Entry[Document]]:
        """Every document named by the records that fit, with the record that names it."""
        return self._answered(self._documents)

    def _documents(self) -> list[Entry[Document]]:
        having = both(self._query, self._records.having("documents"))
        entries = map(self._entry, self._records.rows(having))
        return [Entry(e.id, e.head, document) for e in entries for document in e.record.documents]

    def measures_having(self, what: Having) -> list[Entry[Measure]]:
        """The measures that fit and have what they are asked to have; others are not read."""
        having = both(self._query, self._records.having(what))
        return list(map(self._measure, self._records.rows(having)))

    def ids(self, policies: Iterable[str]) -> set[str]:
        """Full ids of what fits of these policies, each by its id, and of those that it is of."""
        found: set[str] = set()
        for policy in policies:
            rows = self._records.of_policy(policy, self._query)
            found |= {self._records.id_at(row.address) for row in rows}
            found |= {policy} if rows else set()
        return found

    @cached_property
    def _measures(self) -> list[Row]:
        return self._records.rows(self._query, kind=Measure.__name__)

    @cached_property
    def _policies(self) -> list[Row]:
        """A row for every policy that fits, its own or that of its first measure that does."""
        if self._query is None:
            return self._records.rows(kind=Policy.__name__)
        first: dict[tuple[int, int], Row] = {}
        for row in self._records.rows(self._query):
            first.setdefault((row.file, policy_of(row.place)), row)
        return list(first.values())

    def _entry(self, row: Row) -> Entry[Policy | Measure]:
        at = (row.file, row.place)
        if at not in self._read:
            self._read[at] = self._records.at(row.address)
        return self._read[at]

    def _measure(self, row: Row) -> Entry[Measure]:
        full_id, head, record = self._entry(row)
        assert isinstance(record, Measure)  # noqa: S101 - what the row was looked for as
        return Entry(full_id, head, record)

    def _head(self, row: Row) -> Entry[Policy]:
        head = self._records.head_at(row.address)
        return Entry(head.id, head, head)

    def _whole(self, row: Row) -> Entry[Policy]:
        head = self._records.head_at(row.address)
        read = (self._entry(own).record for own in self._records.of_policy(head.id))
        measures = tuple(record for record in read if isinstance(record, Measure))
        return Entry(head.id, head, head._replace(measures=measures))
