"""What is known: the articles of the index, by law, by title and by their words."""

from collections.abc import Iterable, Sequence
from functools import cached_property

import tantivy

from policycli.index.records import Records
from policycli.index.schema import BODY
from policycli.index.store import Store
from policycli.norms.articles import Article
from policycli.norms.wording import Weights
from policycli.records.model import Measure, Policy
from policycli.text.titles import fold, issued_with, short

__all__ = ["Known"]

_RAREST = 48  # pairs of a clause that are looked for; the others would only cost time
_CALLED = "called:"


class Known:
    """Access to an index for the review; everything read is kept."""

    def __init__(self, store: Store) -> None:
        self._schema = store.tantivy.schema
        self._searcher = store.tantivy.searcher()
        self._records = Records(store, self._searcher)
        self._articles: dict[tuple[int, int], Article | None] = {}
        self._laws: dict[str, tuple[Article, ...]] = {}
        self._newest: dict[str, bool] = {}
        self.weights = Weights(self._frequency, self._searcher.num_docs)

    def _frequency(self, gram: str) -> int:
        return self._searcher.doc_freq(BODY.name, gram)

    @cached_property
    def titles(self) -> dict[str, list[str]]:
        """Folded titles of policies, each with the titles that fold to it.

        A paper that a notice hands on is called by its own title.
        """
        found: dict[str, list[str]] = {}
        for title, _count in self._called:
            for name in filter(None, (title, issued_with(title))):
                found.setdefault(fold(name), []).append(title)
        return found

    @cached_property
    def _called(self) -> list[tuple[str, int]]:
        """Ids and titles of policies, and how many have each."""
        found = self._searcher.terms_with_prefix("facet", _CALLED)
        return [(term.removeprefix(_CALLED), count) for term, count in found]

    @cached_property
    def _versions(self) -> dict[str, int]:
        """How many papers have a folded title."""
        counts: dict[str, int] = {}
        for title, count in self._called:
            counts[fold(title)] = counts.get(fold(title), 0) + count
        return counts

    @cached_property
    def levels(self) -> list[str]:
        """Every level that a policy of the catalogue has."""
        prefix = "level:"
        found = self._searcher.terms_with_prefix("facet", prefix)
        return [term.removeprefix(prefix) for term, _count in found]

    def called(self, title: str) -> list[Policy]:
        """The papers with this title, the newest first; 中华人民共和国 and 试行 make no other."""
        names = self.titles.get(fold(title)) or self.titles.get(short(title)) or ()
        heads = self._records.heads(f"{_CALLED}{name}" for name in names) if names else []
        return sorted(heads, key=lambda head: head.date, reverse=True)

    def law(self, policy: str) -> tuple[Article, ...]:
        """All articles of a paper, in its order."""
        if policy not in self._laws:
            read = (self._article(row.address) for row in self._records.of_policy(policy))
            self._laws[policy] = tuple(article for article in read if article is not None)
        return self._laws[policy]

    def newest(self, head: Policy) -> bool:
        """Whether no later version of a paper is known."""
        if head.id not in self._newest:
            alone = self._versions.get(fold(head.title), 1) == 1
            self._newest[head.id] = alone or self.called(head.title)[0].id == head.id
        return self._newest[head.id]

    def candidates(
        self, found: frozenset[str], levels: Sequence[str], region: str, most: int
    ) -> list[Article]:
        """Articles that share the rarest pairs of ``found``.

        Args:
            found: Pairs of characters of a text.
            levels: Of the papers wanted; none for any level.
            region: Code prefix of the papers wanted; empty for any region.
            most: How many.
        """
        known = [gram for gram in sorted(found) if self._frequency(gram)]  # in every run the same
        known.sort(key=self.weights.of, reverse=True)
        if not known:
            return []
        wanted = _any_of(self._schema, known[:_RAREST])
        narrowed = [(tantivy.Occur.Must, wanted)]
        for facets in ([f"level:{level}" for level in levels], [f"region:{region}"] * bool(region)):
            if facets:
                only = tantivy.Query.term_set_query(self._schema, "facet", facets)
                narrowed.append((tantivy.Occur.Must, tantivy.Query.const_score_query(only, 0.0)))
        query = tantivy.Query.boolean_query(narrowed)
        articles = (self._article(address) for address in self._addresses(query, most))
        return [article for article in articles if article is not None]

    def _addresses(self, query: tantivy.Query, most: int) -> list[tantivy.DocAddress]:
        hits = self._searcher.search(query, max(1, most), count=False).hits
        return [address for _score, address in hits]

    def _article(self, address: tantivy.DocAddress) -> Article | None:
        """The article at an address; ``None`` where a policy itself stands there."""
        key = (address.segment_ord, address.doc)
        if key not in self._articles:
            entry = self._records.at(address)
            record = entry.record
            self._articles[key] = (
                Article(entry.id, entry.head, record.title, record.text or record.summary)
                if isinstance(record, Measure)
                else None
            )
        return self._articles[key]


def _any_of(schema: tantivy.Schema, terms: Iterable[str]) -> tantivy.Query:
    each = (tantivy.Query.term_query(schema, BODY.name, term) for term in terms)
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in each])
