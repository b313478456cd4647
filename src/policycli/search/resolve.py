"""From a name to what is called so, for every command.

A name is an id, title, alias, document number, document or region: as it was typed; else what
differs from that by a slip; else what holds it as a part (see ``slips``). What a record says, its
keywords and its bodies are no names.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

import tantivy

from policycli.index.fields import FIELDS
from policycli.index.store import Store
from policycli.index.stored import Name, lines_of, name_of
from policycli.records.ids import parts
from policycli.records.model import Region
from policycli.search.candidates import names_query
from policycli.search.query import understand
from policycli.text.titles import bare, short
from policycli.tuples import NamedTuple

__all__ = ["Named", "Names"]

_Kind = Literal["title", "slug", "paper", "region"]
_KINDS: dict[str, _Kind] = {
    "title": "title",
    "title_en": "title",
    "aliases": "title",
    "doc_number": "title",
    "id": "slug",
    "documents": "paper",
}
_CANDIDATES = 300  # records whose names share n-grams with what was typed that are looked at
_NEAR = 5  # names that are offered where none fits
_ALIKE = 65  # of 100, how like what was typed these have to be
_LONGEST = 500  # characters of what is taken for a name with a slip in it


class Named(NamedTuple):
    """What is called so.

    Attributes:
        ids: Of records: one that is meant, or several that may be.
        papers: Keys (``titles.bare``) of named documents.
        guess: Whether it is not what was typed.
        region: Whether it was named by its region.
    """

    ids: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    guess: bool = False
    region: bool = False

    def __bool__(self) -> bool:
        return bool(self.ids or self.papers)


class _Name(NamedTuple):
    """A name in the index: what is called so, and the policy that it stands in.

    A measure's id within its policy is a slug.
    """

    text: str
    full: str
    policy: str
    kind: _Kind = "title"


class Names:
    """The names of an index.

    Args:
        store: The index and its alphabet.
        searcher: Of the index, at one moment.
        narrow: What may be meant; ``None`` for everything.
    """

    def __init__(
        self, store: Store, searcher: tantivy.Searcher, narrow: tantivy.Query | None
    ) -> None:
        self._schema = store.tantivy.schema
        self._alphabet = store.alphabet
        self._searcher = searcher
        self._narrow = narrow

    def fold(self, typed: str) -> str:
        """What was typed as names are written in the index."""
        return self._alphabet.fold(typed)

    def named(self, typed: str) -> Named:
        """What a name means; nothing where nothing is called so."""
        folded = self._alphabet.fold(typed)
        is_guessed = bare(folded) and len(folded) <= _LONGEST
        return self.exactly(typed) or (self._nearly(folded) if is_guessed else Named())

    def exactly(self, typed: str) -> Named:
        """The same without a guess."""
        folded = self._alphabet.fold(typed).strip()
        own = tantivy.Query.term_query(self._schema, "id", folded)
        if self._searcher.search(own, 1).hits:  # of any day: what is not in force is told as such
            return Named((folded,))
        return (self._as_typed(folded) or self._region(folded)) if bare(folded) else Named()

    def near(self, typed: str) -> list[str]:
        """Ids of the records whose names hold what was typed, or else are most like it."""
        from rapidfuzz import process
        from rapidfuzz.fuzz import ratio

        folded = self._alphabet.fold(typed)
        names, wanted = list(self._around(folded)), bare(folded)
        keys = [bare(name.text) for name in names]
        holding = [at for at, key in enumerate(keys) if wanted in key and not key.isascii()]
        holding.sort(key=lambda at: len(short(names[at].text)))
        like = process.extract(wanted, keys, scorer=ratio, limit=None, score_cutoff=_ALIKE)
        found = [*holding, *(at for _key, _score, at in like)]
        return list(dict.fromkeys(names[at].full for at in found))[:_NEAR]

    def papers(self, title: str) -> tuple[str, ...]:
        """Keys of the documents that a title means, or holds, or nearly is."""
        folded = self._alphabet.fold(title)
        same = [key for key in (bare(folded), short(folded)) if self.called("paper", key)]
        return tuple(same[:1]) or self._nearly(folded, papers=True).papers

    def called(self, what: str, key: str) -> tuple[str, ...]:
        """Ids of the records with a ``title``, or that name a ``paper``, of this key."""
        return tuple(name.id for name in self._known([f"{what}:{key}"]))

    def is_called(self, typed: str, region: Region) -> bool:
        """Whether a region is itself called so, and not what it lies in."""
        from policycli.text.divisions import called, plain
        from policycli.text.regions import short_name

        own = {plain(name) for name in (region.name, short_name(region.name), region.name_en)}
        known = own.union({region.code}, *called(region.code))
        return plain(self._alphabet.fold(typed)) in known

    def _as_typed(self, folded: str) -> Named:
        for key in dict.fromkeys((bare(folded), short(folded))):
            if ids := self.called("title", key):
                return Named(ids)
            if self.called("paper", key):
                return Named(papers=(key,))
        return Named(self.called("slug", bare(folded)))

    def _region(self, folded: str) -> Named:
        """The policies of a region, or of what lies in it."""
        from policycli.text.divisions import plain

        names = self._regions()
        codes = [code for code, words in names.items() if plain(folded) in words]
        return Named(self._in_regions(codes), region=True)

    def _regions(self) -> dict[str, set[str]]:
        """The regions there are, as filters know them, with their names and codes."""
        from policycli.text.divisions import called, plain
        from policycli.text.regions import short_name

        terms = self._searcher.terms_with_prefix("facet", "region:")
        codes = [term.removeprefix("region:") for term, _count in terms]
        return {
            code: set().union(*called(code), {code.ljust(6, "0")})
            if code.isdecimal()
            else {code, plain(short_name(code))}  # as ``plain`` made it, where no table has it
            for code in codes
        }

    def _in_regions(self, codes: Iterable[str]) -> tuple[str, ...]:
        facets = [f"region:{code}" for code in codes]
        return tuple(name.id for name in self._known(facets, kind="Policy")) if facets else ()

    def _nearly(self, folded: str, *, papers: bool = False) -> Named:
        """What differs by a slip, or holds it; of what fits equally well everything.

        Args:
            folded: What was typed.
            papers: Whether documents alone are looked for.
        """
        from policycli.search.slips import Likeness, likeness, typed_as
        from policycli.text.divisions import is_division

        typed = typed_as(folded, self._alphabet)
        fits: dict[Likeness, list[_Name]] = {}
        names = [*self._around(folded), *self._region_names()]
        for name in (name for name in names if name.kind == "paper" or not papers):
            if fit := likeness(typed, name.text):
                fits.setdefault(fit, []).append(name)
        if is_division(folded):  # another place is no slip
            fits = {fit: names for fit, names in fits.items() if fit >= Likeness.PART}
        return self._those(fits[min(fits)]) if fits else Named()

    def _region_names(self) -> Iterator[_Name]:
        return (
            _Name(word, code, "", "region")
            for code, words in self._regions().items()
            for word in words
        )

    def _those(self, names: list[_Name]) -> Named:
        """What the names stand for.

        Papers step back that are a record called so, or of a policy of which a record is.
        """
        regions = {name.full for name in names if name.kind == "region"}
        titled = [name.full for name in names if name.kind == "title"]
        slugs = [name.full for name in names if name.kind == "slug"]
        ids = dict.fromkeys([*titled, *self._in_regions(regions)] or slugs)
        policies = {parts(full)[0] for full in ids}
        titles = {bare(name.text) for name in names if name.kind == "title"}
        papers: dict[str, set[str]] = {}
        for name in names:
            if name.kind == "paper":
                papers.setdefault(bare(name.text), set()).add(name.policy)
        others = (key for key, of in papers.items() if key not in titles and not of <= policies)
        return Named(tuple(ids), tuple(others), guess=True)

    def _around(self, folded: str) -> Iterator[_Name]:
        """The names of the records that share most n-grams with what was typed."""
        query = understand(folded, self._alphabet)
        if not query.terms:
            return
        wanted = names_query(query, self._schema)
        if self._narrow:
            must = tantivy.Occur.Must
            narrow = tantivy.Query.const_score_query(self._narrow, 0.0)
            wanted = tantivy.Query.boolean_query([(must, wanted), (must, narrow)])
        for _score, address in self._searcher.search(wanted, _CANDIDATES, count=False).hits:
            yield from self._names(self._searcher.doc(address))

    def _names(self, document: tantivy.Document) -> Iterator[_Name]:
        known = name_of(document)
        full, policy = known.id, known.policy
        codes, text = lines_of(document)
        yield _Name(full, full, policy)
        for code, line in zip(codes, text.split("\n"), strict=True):
            if kind := _KINDS.get(FIELDS[code].key):
                yield _Name(line, full, policy, kind)

    def _known(self, values: Iterable[str], *, kind: str = "") -> Iterator[Name]:
        """The records with one of these facets, in order."""
        terms = [tantivy.Query.term_set_query(self._schema, "facet", list(values))]
        terms += [tantivy.Query.term_query(self._schema, "kind", kind)] if kind else []
        terms += [self._narrow] if self._narrow else []
        wanted = tantivy.Query.boolean_query([(tantivy.Occur.Must, each) for each in terms])
        every = max(1, self._searcher.num_docs)
        hits = self._searcher.search(
            wanted, every, count=False, order_by_field="place", order=tantivy.Order.Asc
        ).hits
        return (name_of(self._searcher.doc(at)) for _place, at in hits)
