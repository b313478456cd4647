"""The whole way of a query: understand → candidates → rank, on one index."""

from typing import NamedTuple

import tantivy
from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from policycli.index.store import Store
from policycli.search.candidates import candidates_query
from policycli.search.prose import spoken_of, weigh
from policycli.search.query import Query, understand
from policycli.search.rank import Candidate, Ranked, rank
from policycli.text.alphabet import Alphabet

__all__ = ["Found", "Place", "find"]

_WIDE = 120  # candidates that are looked at


class Place(NamedTuple):
    """A record that fits: where it is in the index, its folded lines, and how it fits."""

    address: tantivy.DocAddress
    text: str
    ranked: Ranked


class Found(NamedTuple):
    """The records that fit a query, best first; where none does, what is near."""

    hits: list[Place]
    near: tuple[str, ...]


def find(
    store: Store, searcher: tantivy.Searcher, typed: str, narrow: tantivy.Query | None
) -> Found:
    """Find what ``typed`` may mean among the records that ``narrow`` lets through."""
    query = understand(typed, store.alphabet)
    if not query.terms:
        return Found([], ())
    wanted = candidates_query(query, store.tantivy.schema, searcher)
    if narrow is not None:
        wanted = tantivy.Query.boolean_query(
            [
                (tantivy.Occur.Must, wanted),
                (tantivy.Occur.Must, tantivy.Query.const_score_query(narrow, 0.0)),
            ]
        )
    found = searcher.search(wanted, _WIDE, count=False).hits
    addresses = [address for _score, address in found]
    candidates = [_candidate(searcher.doc(address), store.alphabet) for address in addresses]
    ranked = rank(query, candidates)
    if query.prose and candidates:
        weights = weigh(
            [score for score, _address in found],
            [int(spot or 0) for spot in searcher.fast_field_values("spot", addresses)],
            [float(value or 0) for value in searcher.fast_field_values("authority", addresses)],
        )
        known = {hit.number for hit in ranked}
        spoken = spoken_of(query, candidates, weights)
        ranked += [hit for hit in spoken if hit.number not in known]
    near = () if ranked else _near(query, candidates)
    places = [Place(addresses[hit.number], candidates[hit.number].text, hit) for hit in ranked]
    return Found(places, near)


def _candidate(document: tantivy.Document, alphabet: Alphabet) -> Candidate:
    codes, _, text = document["lines"][0].decode().partition("\n")
    return Candidate(codes, text, alphabet.sounds(text))


def _near(query: Query, candidates: list[Candidate]) -> tuple[str, ...]:
    """Names in the catalogue that look most like what was typed."""
    names = {line for candidate in candidates for line in candidate.text.split("\n")[:12]}
    found = process.extract(query.text, sorted(names), scorer=ratio, limit=3, score_cutoff=30)
    return tuple(name for name, _, _ in found)
