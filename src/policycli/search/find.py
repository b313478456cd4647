"""The whole way of a query: understand → candidates → rank, on one index."""

from collections.abc import Sequence

import tantivy
from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from policycli.search.candidates import all_heard, all_of, candidates_query
from policycli.search.filters import Filters
from policycli.search.fit import SHORT_TERM, Candidate
from policycli.search.query import Query, understand
from policycli.search.rank import ALIGNED, Ranked, rank
from policycli.search.reader import Reader
from policycli.search.sentences import CONSIDERED, heaviest, ranked_by_overlap
from policycli.search.syntax import Request
from policycli.text.alphabet import Alphabet
from policycli.tuples import NamedTuple

__all__ = ["Found", "Place", "find", "nearest"]

MIN_CANDIDATES = 32  # records that are looked at, however few results are wanted
CANDIDATES_PER_RESULT = 3  # records that are looked at for each result that is wanted
NAME_LINES = 12  # first lines of a candidate that may hold a name like what was typed


_Hit = tuple[float, tantivy.DocAddress]


class Place(NamedTuple):
    """A record that fits: where it is in the index, its folded lines, and how it fits."""

    address: tantivy.DocAddress
    text: str
    ranked: Ranked


class Found(NamedTuple):
    """What a search found.

    Attributes:
        places: Of the records that fit and were looked at, best first.
        total: How many fit.
        near: Where none fits, names that are near.
    """

    places: list[Place]
    total: int
    near: tuple[str, ...]


def find(
    reader: Reader,
    request: Request,
    narrow: tantivy.Query | None,
    limit: int | None,
) -> Found:
    """Find what is meant among the records that ``narrow`` lets through.

    Args:
        reader: Of the index.
        request: What was typed.
        narrow: What filters let through; ``None`` for everything.
        limit: How many results are wanted; ``None`` for all.
    """
    query = understand(request.text, reader.alphabet, reader.vocabulary)
    return _find(reader, request, query, narrow, limit)


def nearest(
    reader: Reader,
    text: str,
    narrow: tantivy.Query | None,
    limit: int,
) -> list[Place]:
    """The records that have most in common with a text, whatever words and signs are in it.

    Arguments are those of ``find``; a short text is taken as a sentence too.
    """
    query = understand(text, reader.alphabet, reader.vocabulary)._replace(prose=True)
    request = Request(text, Filters(), (), (), ())
    return _find(reader, request, query, narrow, limit).places[:limit]


def _find(
    reader: Reader,
    request: Request,
    query: Query,
    narrow: tantivy.Query | None,
    limit: int | None,
) -> Found:
    if not query.terms:
        return Found([], 0, ())
    searcher, schema = reader.searcher, reader.schema
    every = max(1, searcher.num_docs)
    wide = (
        every if limit is None else min(every, max(MIN_CANDIDATES, CANDIDATES_PER_RESULT * limit))
    )
    wanted = _also(candidates_query(query, schema, searcher), narrow)
    if query.prose:
        hits = searcher.search(wanted, max(wide, CONSIDERED), count=False).hits
        hits = heaviest(hits, searcher)[:wide]
    else:
        hits = searcher.search(wanted, wide, count=False).hits
        if len(query.terms) > 1:
            literal = _also(all_of(query.terms, schema), narrow)
            hits = _first(searcher.search(literal, ALIGNED, count=False).hits, hits)
        if heard := all_heard(query.terms, schema):
            heard_hits = searcher.search(_also(heard, narrow), ALIGNED, count=False).hits
            hits = _first(heard_hits, hits)[:wide]
    candidates = [reader.candidate(*hit) for hit in hits]
    addresses = [address for _score, address in hits]
    if request.phrases or request.documents or request.without:
        folded = _folded(request, reader.alphabet)
        passed = [at for at, one in enumerate(candidates) if _passes(one, folded)]
        addresses = [addresses[at] for at in passed]
        candidates = [candidates[at] for at in passed]
    ranked = _ranked(query, candidates, addresses, searcher, schema, limit)
    places = [Place(addresses[hit.number], candidates[hit.number].text, hit) for hit in ranked]
    if not places:
        return Found([], 0, _near(query, candidates))
    total = len(places)
    if total >= ALIGNED and limit is not None and not query.prose:  # more may fit
        literal = _also(all_of(query.terms, schema), narrow)
        total = max(total, _count(searcher, literal))
    return Found(places, total, ())


def _count(searcher: tantivy.Searcher, query: tantivy.Query) -> int:
    count: int = searcher.search(query, 1).count  # type: ignore[attr-defined]  # the stubs lack it
    return count


def _first(hits: list[_Hit], others: list[_Hit]) -> list[_Hit]:
    """Hits, then the others that are not among them."""
    known = {(at.segment_ord, at.doc) for _score, at in hits}
    return [*hits, *(hit for hit in others if (hit[1].segment_ord, hit[1].doc) not in known)]


def _also(wanted: tantivy.Query, narrow: tantivy.Query | None) -> tantivy.Query:
    if narrow is None:
        return wanted
    unweighed = tantivy.Query.const_score_query(narrow, 0.0)
    must = tantivy.Occur.Must
    return tantivy.Query.boolean_query([(must, wanted), (must, unweighed)])


def _folded(request: Request, alphabet: Alphabet) -> Request:
    """A request whose conditions are written as candidates are."""
    return request._replace(
        documents=tuple(map(alphabet.fold, request.documents)),
        phrases=tuple(map(alphabet.fold, request.phrases)),
        without=tuple(map(alphabet.fold, request.without)),
    )


def _passes(candidate: Candidate, request: Request) -> bool:
    """Whether a candidate has the phrases and documents asked for, and nothing excluded."""
    named = "\n".join(
        line
        for code, line in zip(candidate.codes, candidate.text.split("\n"), strict=True)
        if code == "d"
    )
    return (
        all(phrase in candidate.text for phrase in request.phrases)
        and all(title in named for title in request.documents)
        and not any(word in candidate.text for word in request.without)
    )


def _ranked(
    query: Query,
    candidates: Sequence[Candidate],
    addresses: list[tantivy.DocAddress],
    searcher: tantivy.Searcher,
    schema: tantivy.Schema,
    limit: int | None,
) -> list[Ranked]:
    """Candidates that fit, best first; of those that fit equally the weightier, then the newer."""
    if not candidates:
        return []
    authority = [float(value or 0) for value in searcher.fast_field_values("authority", addresses)]
    dates = [int(value or 0) for value in searcher.fast_field_values("date", addresses)]
    deep = len(candidates) if limit is None else max(ALIGNED, limit)
    known = _known(query, searcher, schema) if len(query.terms) > 1 else set()
    ranked = rank(query, candidates, list(zip(authority, dates, strict=True)), known, deep)
    if query.prose:
        before = {hit.number for hit in ranked}
        by_overlap = ranked_by_overlap(query, candidates, searcher)
        ranked += [hit for hit in by_overlap if hit.number not in before]
    return ranked


def _known(query: Query, searcher: tantivy.Searcher, schema: tantivy.Schema) -> set[str]:
    """The short words of a query that stand in some record; they need not be guessed at."""
    short = (term for term in query.terms if term.size <= SHORT_TERM)
    return {term.text for term in short if _count(searcher, all_of([term], schema))}


def _near(query: Query, candidates: list[Candidate]) -> tuple[str, ...]:
    """Names in the catalogue that look most like what was typed."""
    names = {line for candidate in candidates for line in candidate.text.split("\n")[:NAME_LINES]}
    found = process.extract(query.text, sorted(names), scorer=ratio, limit=3, score_cutoff=30)
    return tuple(name for name, _, _ in found)
