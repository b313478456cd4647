"""Narrowing by region, end, theme and the like, before anything is ranked."""

from collections.abc import Iterable

import tantivy

from policycli.errors import NotFoundError, UsageError
from policycli.index.store import Store
from policycli.language import _
from policycli.tuples import NamedTuple

__all__ = ["Filters", "Loose", "narrow"]

Loose = str | Iterable[str] | None
"""A filter's value: one word, several of which any will do, or no filter."""


class Filters(NamedTuple):
    """What records are wanted: any of the values of one filter, and every filter given.

    Attributes:
        region: Names in Chinese or English, or GB/T 2260 codes; a province takes in its cities.
        end: ``supply`` or 供给端 and so on.
        year: Of the policy's date, its documents, deadlines or figures.
        among: Full ids: of records, or of policies whose measures are wanted too.
    """

    region: tuple[str, ...] = ()
    end: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    instrument: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    among: tuple[str, ...] = ()

    def also(self, other: "Filters") -> "Filters":
        """Both: of a filter that both have, any value of either."""
        return Filters(*(mine + its for mine, its in zip(self, other, strict=True)))

    @classmethod
    def of(cls, **values: Loose) -> "Filters":
        """Filters from loose keyword values: one word, several, or ``None`` for no filter.

        Raises:
            UsageError: There is no such filter.
        """
        for name in values:
            if name not in cls._fields:
                allowed = ", ".join(cls._fields)
                raise UsageError(
                    _("there is no filter {name}; filters are {allowed}").format(
                        name=name, allowed=allowed
                    )
                )
        return cls(**{name: _words(value) for name, value in values.items()})


def _words(value: Loose) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(map(str, value))


def narrow(filters: Filters, store: Store, searcher: tantivy.Searcher) -> tantivy.Query | None:
    """The query that lets through what ``filters`` want; ``None`` where they want everything.

    Raises:
        UsageError: A value that nothing in the catalogue has, with the nearest that it has.
        NotFoundError: An id that no record has.
    """
    groups = [
        (tantivy.Occur.Must, _any_of(name, values, store, searcher))
        for name, values in filters._asdict().items()
        if values
    ]
    return tantivy.Query.boolean_query(groups) if groups else None


def _any_of(
    name: str, values: Iterable[str], store: Store, searcher: tantivy.Searcher
) -> tantivy.Query:
    if name == "among":
        return _among(values, store, searcher)
    prefix = f"{name}:"
    known = [
        term.removeprefix(prefix) for term, _count in searcher.terms_with_prefix("facet", prefix)
    ]
    from policycli.search.values import meant

    facets = [prefix + own for value in values for own in meant(name, value, known, store.alphabet)]
    return tantivy.Query.term_set_query(store.tantivy.schema, "facet", facets)


def _among(values: Iterable[str], store: Store, searcher: tantivy.Searcher) -> tantivy.Query:
    """The records with these ids, and all that belongs to a policy with one of them."""
    ids = list(values)
    for each in ids:
        if not searcher.doc_freq("id", each):
            raise NotFoundError(_("no record has the id {id}").format(id=each))
    schema = store.tantivy.schema
    queries = [tantivy.Query.term_set_query(schema, field, ids) for field in ("id", "policy")]
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in queries])
