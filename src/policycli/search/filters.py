"""Narrowing by region, end, theme and the like, before anything is ranked."""

from collections.abc import Iterable
from typing import NamedTuple

import tantivy
from rapidfuzz import process
from rapidfuzz.fuzz import WRatio

from policycli.errors import UsageError
from policycli.index.facets import region_key
from policycli.index.store import Store
from policycli.language import _
from policycli.text.alphabet import Alphabet

__all__ = ["Filters", "narrow"]

_ENDS = {"供给": "supply", "服务": "service", "需求": "demand", "环境": "environment"}


class Filters(NamedTuple):
    """What records are wanted: any of the values of one filter, and every filter given.

    Attributes:
        region: Names in Chinese or English, or GB/T 2260 codes; a province takes in its cities.
        end: ``supply`` or 供给端 and so on.
        year: Of the policy's date, its documents, deadlines or figures.
    """

    region: tuple[str, ...] = ()
    end: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    instrument: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    year: tuple[str, ...] = ()

    def also(self, other: "Filters") -> "Filters":
        """Both: of a filter that both have, any value of either."""
        return Filters(*(mine + its for mine, its in zip(self, other, strict=True)))

    @classmethod
    def of(cls, **values: str | Iterable[str] | None) -> "Filters":
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


def _words(value: str | Iterable[str] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(map(str, value))


def narrow(filters: Filters, store: Store, searcher: tantivy.Searcher) -> tantivy.Query | None:
    """The query that lets through what ``filters`` want; ``None`` where they want everything.

    Raises:
        UsageError: A value that nothing in the catalogue has, with the nearest that it has.
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
    prefix = f"{name}:"
    known = [
        term.removeprefix(prefix) for term, _count in searcher.terms_with_prefix("facet", prefix)
    ]
    facets = [prefix + own for value in values for own in _own(name, value, known, store.alphabet)]
    return tantivy.Query.term_set_query(store.tantivy.schema, "facet", facets)


def _own(name: str, value: str, known: list[str], alphabet: Alphabet) -> list[str]:
    """The catalogue's own values that a typed one means: the same, else those that hold it."""
    key = _key(name, value, alphabet)
    same = [own for own in known if _key(name, own, alphabet) == key]
    found = same or [own for own in known if key and key in _key(name, own, alphabet)]
    if found:
        return found
    named = known if value.isdigit() else [own for own in known if not own.isdigit()]
    near = process.extract(value, named, scorer=WRatio, limit=3)
    hint = ", ".join(own for own, _score, _at in near)
    sentence = _("nothing has the {name} {value}; try one of: {hint}")
    raise UsageError(sentence.format(name=name, value=value, hint=hint or "-"))


def _key(name: str, value: str, alphabet: Alphabet) -> str:
    if name == "region":
        return region_key(value, alphabet)
    folded = alphabet.fold(value).strip()
    return _ENDS.get(folded.removesuffix("端"), folded) if name == "end" else folded
