"""What a name means: one record, the documents of a title, or the candidates there are."""

from collections.abc import Callable, Sequence
from typing import Any, Generic

from policycli.analysis.articles import article, articles_of, check
from policycli.analysis.documents import Paper, papers
from policycli.errors import NotFoundError
from policycli.index.records import Records
from policycli.language import _
from policycli.records.ids import full_id, parts
from policycli.records.model import Entry, Measure, Policy, R
from policycli.search.resolve import Named, Names
from policycli.text.addresses import Address, parse
from policycli.text.quotes import quoted
from policycli.text.titles import bare, edition_year, short
from policycli.tuples import NamedTuple

__all__ = ["Meanings", "Meant"]

_CANDIDATES = 5


class Meant(NamedTuple, Generic[R]):
    """What a name means.

    Attributes:
        entries: The record, or a document once for every policy that names it.
        taken: The id or title that a guess stands for; empty where it is what was typed.
        others: Other editions of the same paper, the newest first, without their measures.
        address: By which an article was named.
    """

    entries: tuple[Entry[R], ...]
    taken: str = ""
    others: tuple[Policy, ...] = ()
    address: Address | None = None


class Meanings:
    """What names mean in a catalogue.

    Args:
        names: Of its index.
        records: Of its index.
        get: Gives the record with an id.
        in_force: Whether a policy may be in force: today, or on the day that was asked for.
    """

    def __init__(
        self,
        names: Names,
        records: Records,
        get: Callable[[str], Entry[Any]],
        in_force: Callable[[Policy], bool],
    ) -> None:
        self._names = names
        self._records = records
        self._get = get
        self._in_force = in_force

    def of(self, typed: str) -> Meant[Any]:
        """The one record, or the documents of one title, that a name or an address means.

        Raises:
            NotFoundError: Nothing is called so, several records are (``candidates``), or the law
                has no such article.
        """
        address = parse(self._names.fold(typed))
        if address and not self._names.exactly(typed):
            cited = self._cited(address) if address.title else self._titled(address)
            if cited:
                return cited
        return self._record(typed)

    def _record(self, typed: str) -> Meant[Any]:
        named = self._named(typed)
        if named.papers:
            found = self._papers(named.papers[0])
            title = quoted(found[0].document.title)
            entries = tuple(Entry(paper.head.id, paper.head, paper) for paper in found)
            return Meant(entries, title if named.guess else "")
        (full, *others) = named.ids
        return Meant((self._get(full),), self._taken(typed, named), tuple(map(self._head, others)))

    def _titled(self, address: Address) -> Meant[Any]:
        """The article that an address without a law means, where only one has its title."""
        meant = self._record(address.whole)
        check(meant.entries[0].record, address)
        return meant._replace(address=address)

    def _cited(self, address: Address) -> Meant[Any] | None:
        """The article of a law; ``None`` where no law is called so.

        What is no law may be called nearly so: 产业人才 in 产业人才9条.
        """
        named = self._names.named(address.title)
        if not named.ids:
            return None
        named = self._one(address.title, named)
        law = self._get(named.ids[0])
        if named.guess and not articles_of(law.record):
            return None
        measure = article(law.record, address)
        full = full_id(law.id, measure.id)
        others = tuple(map(self._head, named.ids[1:]))
        return Meant(
            (Entry(full, law.head, measure),), full if named.guess else "", others, address
        )

    def articles(self, typed: str) -> list[Entry[Measure]]:
        """The article that an address means, in every edition that has it, the first to take first.

        Nothing where it is no address, or none of a law that is called just so.

        Raises:
            NotFoundError: The law has no such article, or several laws are called so.
        """
        address = parse(self._names.fold(typed))
        if not address or not address.title or self._names.exactly(typed):
            return []
        if not self._names.exactly(address.title).ids:
            return []
        meant = self._cited(address)
        if meant is None:
            return []
        laws = [self._get(other.id) for other in meant.others]
        found = ((law, articles_of(law.record).get(address.number)) for law in laws)
        others = (Entry(full_id(law.id, m.id), law.head, m) for law, m in found if m)
        return [*meant.entries, *others]

    def policy(self, typed: str) -> Meant[Policy]:
        """The one policy that a name means, or whose measure, article or document it means.

        Raises:
            NotFoundError: Nothing is called so, records of several policies are, or the law has no
                such article.
        """
        address = parse(self._names.fold(typed))
        if address and address.title and not self._names.exactly(typed):
            cited = self._cited(address)
            if cited:
                law = self._get(cited.entries[0].policy)
                return Meant((law,), law.id, cited.others)
        named = self._named(typed, whole=True)
        policies = list(dict.fromkeys(parts(full)[0] for full in named.ids))
        (policy, *others) = policies
        meant = self._taken(typed, named) or (policy if policy not in named.ids else "")
        entry = self._get(policy)
        if not isinstance(entry.record, Policy):
            raise NotFoundError(_("{id} is a problem, not a policy").format(id=policy))
        whole = Entry(entry.id, entry.head, entry.record)
        return Meant((whole,), policy if meant else "", tuple(map(self._head, others)))

    def record(self, typed: str) -> Entry[Any]:
        """The record that a name means; a document stands for the policy that names it.

        Raises:
            NotFoundError: Nothing is called so, or several records are.
        """
        named = self._named(typed)
        policies = self._naming(named)
        return self._get((*named.ids, *policies)[0])

    def papers(self, title: str) -> list[Paper]:
        """The documents that a title means, one for every policy that names it."""
        return [paper for key in self._names.papers(title) for paper in self._papers(key)]

    def _papers(self, key: str) -> list[Paper]:
        ids = self._names.called("paper", key)
        return papers(
            Entry(entry.id, entry.head, document)
            for entry in self._records.tagged(f"paper:{key}")
            for document in entry.record.documents
            if entry.id in ids and key in (bare(document.title), short(document.title))
        )

    def _named(self, typed: str, *, whole: bool = False) -> Named:
        """What is called so: one thing, or the editions of one paper.

        Args:
            typed: A name.
            whole: Whether measures and documents stand for their policy.
        """
        if not typed.strip():
            raise NotFoundError(_("the name is empty: give an id or a title"))
        named = self._names.named(typed)
        if whole:
            named = named._replace(ids=named.ids or self._naming(named), papers=())
        if named:
            return self._one(typed, named, whole=whole)
        near = self._names.near(typed)
        sentence = _("nothing is called {name}; what is near:") if near else ""
        sentence = sentence or _("nothing is called {name}")
        raise NotFoundError(sentence.format(name=typed), tuple(near))

    def _one(self, typed: str, named: Named, *, whole: bool = False) -> Named:
        policies = {parts(full)[0] for full in named.ids}
        if len(named.ids) + len(named.papers) == 1 or (whole and len(policies) == 1):
            return named
        editions = self._editions(named.ids, typed)
        if editions and not named.papers and not named.region:
            return named._replace(ids=editions)
        sentence = _("{name} may be any of these; give an id").format(name=typed)
        candidates = named.ids + self._naming(named)
        raise NotFoundError(sentence, candidates[:_CANDIDATES])

    def _naming(self, named: Named) -> tuple[str, ...]:
        """The policies that name the documents meant."""
        of = (self._names.called("paper", key) for key in named.papers)
        return tuple(dict.fromkeys(parts(full)[0] for ids in of for full in ids))

    def _editions(self, ids: Sequence[str], typed: str) -> tuple[str, ...]:
        """The editions of one paper, the one to take first; nothing where these are not such.

        It is the newest of the year that was typed (公司法2018), and that alone; else the newest
        that may be in force, else the newest.
        """
        heads = [head for full in ids for head in self._records.heads([f"called:{full}"])]
        if len(ids) < 2 or len(heads) < len(ids):  # measures and problems have no editions
            return ()
        if len({(short(head.title), head.region) for head in heads}) > 1:
            return ()
        year = edition_year(typed)
        grades = {h.id: (year in (h.date + h.title), self._in_force(h), h.date) for h in heads}
        first, second, *_rest = ranked = sorted(grades, key=lambda id: grades[id], reverse=True)
        clear = grades[first] > grades[second] and grades[first][0]
        named = ranked[:1] if year else ranked
        return tuple(named) if clear else ()

    def _head(self, policy: str) -> Policy:
        (head,) = self._records.heads([f"called:{policy}"])
        return head

    def _taken(self, typed: str, named: Named) -> str:
        """The id that a guess stands for: also that of a policy in a larger region."""
        if named.region:
            region = self._head(parts(named.ids[0])[0]).region
            own = region and self._names.is_called(typed, region)
            return "" if own else named.ids[0]
        return named.ids[0] if named.guess else ""
