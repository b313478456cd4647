"""What a name means: one record, the documents of a title, or the candidates there are."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple

from policycli.analysis.documents import Paper, papers
from policycli.errors import NotFoundError
from policycli.index.records import Records
from policycli.language import _
from policycli.records.ids import parts
from policycli.records.model import Entry, Measure, Policy, R
from policycli.search.resolve import Named, Names
from policycli.text.titles import bare, short

__all__ = ["Meanings", "Meant"]

_CANDIDATES = 5


class Meant(NamedTuple, Generic[R]):
    """What a name means.

    Attributes:
        entries: The record, or a document once for every policy that names it.
        taken: The id or title that a guess stands for; empty where it is what was typed.
        others: Ids of other editions of the same paper, the newest first.
    """

    entries: tuple[Entry[R], ...]
    taken: str = ""
    others: tuple[str, ...] = ()


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
        get: Callable[[str], Entry[Policy | Measure]],
        in_force: Callable[[Policy], bool],
    ) -> None:
        self._names = names
        self._records = records
        self._get = get
        self._in_force = in_force

    def of(self, typed: str) -> Meant[Any]:
        """The one record, or the documents of one title, that a name means.

        Raises:
            NotFoundError: Nothing is called so, or several records are (``candidates``).
        """
        named = self._named(typed)
        if named.papers:
            found = self._papers(named.papers[0])
            title = f"《{found[0].document.title}》"
            entries = tuple(Entry(paper.head.id, paper.head, paper) for paper in found)
            return Meant(entries, title if named.guess else "")
        (full_id, *others) = named.ids
        return Meant((self._get(full_id),), self._taken(typed, named), tuple(others))

    def policy(self, typed: str) -> Meant[Policy]:
        """The one policy that a name means, or whose measure or document it means.

        Raises:
            NotFoundError: Nothing is called so, or records of several policies are.
        """
        named = self._named(typed, whole=True)
        policies = list(dict.fromkeys(parts(full)[0] for full in named.ids))
        (policy, *others) = policies
        meant = self._taken(typed, named) or (policy if policy not in named.ids else "")
        entry = self._get(policy)
        assert isinstance(entry.record, Policy)  # noqa: S101 - an id without a point
        whole = Entry(entry.id, entry.head, entry.record)
        return Meant((whole,), policy if meant else "", tuple(others))

    def record(self, typed: str) -> Entry[Policy | Measure]:
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
        named = self._names.named(typed)
        if whole:
            named = named._replace(ids=named.ids or self._naming(named), papers=())
        if not named:
            near = self._names.near(typed)
            sentence = _("nothing is called {name}; what is near:") if near else ""
            raise NotFoundError(
                (sentence or _("nothing is called {name}")).format(name=typed), tuple(near)
            )
        policies = {parts(full)[0] for full in named.ids}
        if len(named.ids) + len(named.papers) == 1 or (whole and len(policies) == 1):
            return named
        editions = self._editions(named.ids)
        if editions and not named.papers and not named.region:
            return named._replace(ids=editions)
        sentence = _("{name} may be any of these; give an id").format(name=typed)
        candidates = named.ids + self._naming(named)
        raise NotFoundError(sentence, candidates[:_CANDIDATES])

    def _naming(self, named: Named) -> tuple[str, ...]:
        """The policies that name the documents meant."""
        of = (self._names.called("paper", key) for key in named.papers)
        return tuple(dict.fromkeys(parts(full)[0] for ids in of for full in ids))

    def _editions(self, ids: Sequence[str]) -> tuple[str, ...]:
        """The editions of one paper, the one to take first; nothing where these are not such.

        It is the newest that may be in force, else the newest.
        """
        if any(parts(full)[1] for full in ids):
            return ()
        heads = list(map(self._head, ids))
        if len({(short(head.title), head.region) for head in heads}) > 1:
            return ()
        grades = {head.id: (self._in_force(head), head.date) for head in heads}
        ranked = sorted(grades, key=lambda full_id: grades[full_id], reverse=True)
        return tuple(ranked) if len({grades[full_id] for full_id in ranked[:2]}) > 1 else ()

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
