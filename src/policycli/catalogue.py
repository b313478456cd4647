"""The catalogue, on which command line and API stand: open it, get, search and list records."""

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, partial
from time import strftime
from typing import TYPE_CHECKING, Any, TypeVar

from tantivy import Query

from policycli.errors import NotFoundError
from policycli.files import members
from policycli.index.again import AskedTwice, answered
from policycli.index.opening import open_store
from policycli.index.progress import Report, silent
from policycli.index.records import Records, both
from policycli.index.store import Info, Store
from policycli.language import _
from policycli.records.model import Document, Entry, Figure, HasRecord, Measure, Policy, Problem
from policycli.search.answer import Answer, Hit, named
from policycli.search.filters import Filters, Loose, narrow
from policycli.search.find import Found, Place, find, nearest
from policycli.search.matches import matches
from policycli.search.reader import Reader
from policycli.search.sorting import SORTS, Sort, in_order
from policycli.search.syntax import check_query, parse

if TYPE_CHECKING:
    from policycli.analysis.compare import By, Comparison
    from policycli.analysis.diff import Change
    from policycli.analysis.documents import Paper
    from policycli.analysis.due import Due
    from policycli.analysis.in_force import InForce
    from policycli.analysis.links import Link
    from policycli.analysis.matrix import Choice, Matrix
    from policycli.analysis.meaning import Meanings, Meant
    from policycli.analysis.timeline import Event
    from policycli.index.selection import Selection
    from policycli.results import Results

__all__ = ["SORTS", "Catalogue", "Info", "Loose", "Sort", "open_catalogue"]

T = TypeVar("T")


class Catalogue(AskedTwice):
    """Policies of one or several files, answered from their index.

    Attributes:
        day: The day of ``as_of``, if any.
    """

    def __init__(self, store: Store, day: str = "") -> None:
        self.day = day
        self._stand_on(store)

    def _stand_on(self, store: Store) -> None:
        vars(self).pop("_meanings", None)
        self._store, self._searcher = store, store.tantivy.searcher()
        self._records, self._reader = Records(store, self._searcher), Reader(store, self._searcher)
        self._repealed = self._repeals()
        self._standing: Query | None = None  # lets through what may have been in force
        if self.day:
            from policycli.analysis.in_force import ended
            from policycli.search.in_force import standing

            gone = ended(self._repealed, self.day)
            self._standing = standing(store.tantivy.schema, self.day, gone)

    def _repeals(self) -> dict[str, str]:
        """The policies that others repeal, with the day; most have none, and load less."""
        if not self._searcher.doc_freq("facet", "links:repeals"):
            return {}
        from policycli.analysis.in_force import marked

        return marked(self._records, strftime("%Y-%m-%d"))

    def as_of(self, day: str) -> "Catalogue":
        """The same catalogue without what was certainly not in force on a day, such as 2022-06-01.

        A month or year stands for all of its days. What the dates and status of a record leave
        open stays in; ``in_force`` tells the one from the other.

        Raises:
            UsageError: It is not a date.
        """
        from policycli.text.dates import typed

        return Catalogue(self._store, typed(day))

    def in_force(self, entry: HasRecord) -> "InForce":
        """Whether a record was in force on the day of ``as_of``: yes, no or unknown."""
        from policycli.analysis.in_force import in_force

        return in_force(entry, self.day, self._repealed)

    def links(self, policy: str) -> "list[Link]":
        """Every relation of a policy, by its id, to others of the catalogue, and of them to it."""
        from policycli.analysis.links import links_of

        return links_of(policy, self._records)

    def lookup(
        self,
        query: str,
        *,
        limit: int | None = 10,
        filters: Filters | None = None,
        sort: Sort = "score",
    ) -> Answer:
        """Search, with everything found out on the way (see ``Answer``).

        ``query`` may hold field words, phrases and exclusions (see ``search.syntax``); every hit
        has what ``filters`` ask for. The best come first, or the newest, or the region's code.

        Raises:
            UsageError: Nothing has the value of a filter, or the query is too long or no text.
        """
        check_query(query)
        if cited := self._cited(query, filters or Filters()):
            hits = in_order(cited, sort, lambda hit: hit.head)
            return Answer(list(hits[:limit]), len(cited), ())
        found = self._found(query, filters or Filters(), limit)
        places = found.places[:limit] if sort == "score" else found.places
        fitting = [(self._records.at(place.address), place) for place in places]
        chosen = in_order(fitting, sort, lambda pair: pair[0].head)[:limit]
        return Answer([self._hit(*pair) for pair in chosen], found.total, found.near)

    def _cited(self, query: str, filters: Filters) -> list[Hit]:
        """The article that a query is the address of, in every edition that passes."""
        if "条" not in self._store.alphabet.fold(query) and not query[-1:].isdecimal():
            return []
        entries = self._meanings.articles(query)
        passing = self.select(**filters._asdict()).ids({entry.policy for entry in entries})
        return [named(entry) for entry in entries if entry.id in passing]

    def _found(self, query: str, filters: Filters, limit: int | None) -> Found:
        request = parse(query)
        narrowed = self._narrowed(filters.also(request.filters))
        return find(self._reader, request, narrowed, limit)

    def _narrowed(self, filters: Filters) -> Query | None:
        """The query for what filters let through, and what was in force."""
        narrowed = narrow(filters, self._store, self._searcher)
        return both(narrowed, self._standing) if self._standing else narrowed

    def _hit(self, entry: Entry[Any], place: Place) -> Hit:
        ranked = place.ranked
        matched = matches(entry.head, entry.record, ranked, place.text, self._reader.alphabet)
        return Hit(*entry, ranked.score, matched, ranked.missing)

    def search(self, query: str, *, limit: int | None = 10, **filters: Loose) -> "Results[Hit]":
        """The records that fit ``query``, best first; filters are those of ``Filters``.

        Raises:
            UsageError: There is no such filter, or nothing has the value asked for.
        """
        return _shown(self.lookup(query, limit=limit, filters=Filters.of(**filters)).hits)

    def __len__(self) -> int:
        """How many policies there are."""
        return len(self.select().heads)

    def __iter__(self) -> Iterator[Entry[Policy]]:
        """Every policy with all its measures."""
        return iter(self.select().policies)

    def __contains__(self, full_id: object) -> bool:
        """Whether a record has exactly this id."""
        return isinstance(full_id, str) and self._records.get(full_id) is not None

    def get(self, full_id: str) -> Entry[Any]:
        """The record with exactly this id, a policy with all its measures.

        Raises:
            NotFoundError: No record has it.
        """
        entry, day = self._records.get(full_id), self.day
        if entry is None:
            raise NotFoundError(_("no record has the id {id}").format(id=full_id))
        if day and self.in_force(entry) == "no":
            raise NotFoundError(_("{id} was not in force on {day}").format(id=full_id, day=day))
        return entry

    def meant(self, name: str) -> "Meant[Any]":
        """What a name means: a record, or the documents of one title.

        Args:
            name: An id, title, alias, document number, document or region, or nearly one.

        Raises:
            NotFoundError: Nothing is called so, or several records are (``candidates``).
        """
        return self._meanings.of(name)

    def policy_meant(self, name: str) -> "Meant[Policy]":
        """The same, where measures and documents stand for their policy."""
        return self._meanings.policy(name)

    @cached_property
    def _meanings(self) -> "Meanings":
        from policycli.analysis.in_force import may_hold
        from policycli.analysis.meaning import Meanings
        from policycli.search.resolve import Names

        names = Names(self._store, self._searcher, self._standing)
        hold = partial(may_hold, day=self.day or strftime("%Y-%m-%d"), repealed=self._repealed)
        return Meanings(names, self._records, self.get, hold)

    def resolve(self, name: str) -> Entry[Any]:
        """The one record that a name means; a document stands for the policy that names it.

        Raises:
            NotFoundError: Nothing is called so, or several records are (``candidates``).
        """
        return self._meanings.record(name)

    def compare(self, *policies: str | Entry[Policy], by: "By" = "end") -> "Comparison":
        """Two to six policies side by side.

        Args:
            policies: Entries, or names as ``policy_meant`` takes them.
            by: ``end``, ``instrument`` or ``theme``, which the rows are put in order by.

        Raises:
            NotFoundError: A name means nothing or several policies.
            UsageError: They are fewer than two or more than six, or one of them is named twice.
        """
        from policycli.analysis.compare import compare

        meant = (self._meanings.policy(p).entries[0] if isinstance(p, str) else p for p in policies)
        return compare(list(meant), by)

    def matrix(self, rows: "Choice" = None, cols: "Choice" = None, **filters: Loose) -> "Matrix":
        """Measures that fit, or problems, by two properties; ``analysis.matrix.gaps`` reads it.

        Args:
            rows: One of ``analysis.matrix.ROWS``; of problems one of ``PROBLEM_ROWS``.
            cols: One of ``COLS``; of problems one of ``PROBLEM_COLS``.
            **filters: As everywhere; problems have none of what they ask for.

        Raises:
            UsageError: These cannot be rows and columns, or problems are filtered.
        """
        from policycli.analysis.matrix import chosen, is_of_problems, matrix

        rows, cols = chosen(rows, cols, filtered=any(filters.values()))
        of_problems = is_of_problems(rows)
        return matrix(self.problems() if of_problems else self.measures(**filters), rows, cols)

    def timeline(self, since: str = "", until: str = "", **filters: Loose) -> "list[Event]":
        """What happened and what is planned, by date; the day of the call parts the two.

        Args:
            since: ``2023``, ``2023-05`` or ``2023-05-31``; rough dates that may be later are in.
            until: The same.
            **filters: As everywhere.

        Raises:
            UsageError: One of them is no date, or the first is after the second.
        """
        from policycli.analysis.timeline import timeline

        chosen = self.select(**filters)
        dated = chosen.heads, chosen.measures_having("dates"), chosen.documents
        return timeline(*dated, today=strftime("%Y-%m-%d"), since=since, until=until)

    def due(self, within: str = "", body: str = "", **filters: Loose) -> "list[Due]":
        """What falls due on the day of the call; see ``analysis.due.due_in``.

        Raises:
            UsageError: ``within`` is no length of time, or no record that fits names the body.
        """
        from policycli.analysis.due import due_in

        chosen, fold = self.select(**filters), self._store.alphabet.fold
        return due_in(chosen, self._unfiltered(filters), within=within, body=body, fold=fold)

    def news(self, since: str, **filters: Loose) -> "list[Change]":
        """What the dates of the records that fit say is new since a day; see ``analysis.news``.

        Raises:
            UsageError: ``since`` is no date.
        """
        from policycli.analysis.news import since_day

        policies = [entry.record for entry in self.policies(**filters)]
        problems = [entry.record for entry in self._unfiltered(filters)]
        return since_day(policies, since, strftime("%Y-%m-%d"), problems)

    def papers(self, title: str) -> "list[Paper]":
        """The documents that a title, or nearly one, means; one for every policy that names it."""
        return self._meanings.papers(title)

    def select(self, query: str = "", /, **filters: Loose) -> "Selection":
        """The records that fit, and that a query finds if there is one, read when asked for, once.

        Raises:
            UsageError: There is no such filter, or nothing has the value asked for.
        """
        from policycli.index.selection import Selection

        wanted = Filters.of(**filters)
        if query:
            ids = [self._records.id_at(p.address) for p in self._found(query, wanted, None).places]
            fitting = Query.term_set_query(self._store.tantivy.schema, "id", ids)
            return Selection(self._store, self._records, fitting)
        return Selection(self._store, self._records, self._narrowed(wanted))

    def policies(self, **filters: Loose) -> "Results[Entry[Policy]]":
        """Every policy that fits, or has a measure that fits, with all its measures."""
        return _shown(self.select(**filters).policies)

    def measures(self, **filters: Loose) -> "Results[Entry[Measure]]":
        """Every measure that fits, in the order of the files."""
        return _shown(self.select(**filters).measures)

    def nearest(self, text: str, limit: int = 5) -> list[Hit]:
        """The records that have most in common with a text, whatever words are in it."""
        places = nearest(self._reader, text, self._standing, limit)
        return [self._hit(self._records.at(place.address), place) for place in places]

    def problems(self) -> list[Entry[Problem]]:
        """Every problem, in the order of the files; ``analysis.problems`` narrows them."""
        return self._records.problems()

    def _unfiltered(self, filters: Mapping[str, Loose]) -> list[Entry[Problem]]:
        """All problems where no filter is asked for: they have neither region nor theme."""
        return [] if any(filters.values()) else self.problems()

    def figures(
        self,
        query: str | None = None,
        *,
        unit: str = "",
        kind: str = "",
        minimum: str = "",
        maximum: str = "",
        sort: str | None = None,
        **filters: Loose,
    ) -> "Results[Entry[Figure]]":
        """The figures of the measures that fit, each with the measure it stands in.

        Args:
            query: What measures are wanted; figures whose indicator says so stand alone.
            unit: A unit to convert to, such as 亿元; other dimensions are left out.
            kind: ``budget``, ``target``, ``actual``, ``growth`` or ``count``.
            minimum: ``1亿``, ``3,694万元`` or ``50%``; see ``analysis.figures.Wanted``.
            maximum: The same.
            sort: ``value`` for the largest first, each dimension by itself.
            **filters: As everywhere.

        Raises:
            UsageError: A limit is no number, or units do not measure the same.
        """
        from policycli.analysis import figures

        entries: Iterable[Entry[Measure] | Hit] = (
            self.select(**filters).measures_having("figures")
            if query is None
            else self.search(query, limit=None, **filters)
        )
        wanted = figures.Wanted(unit, kind, minimum, maximum)
        found = figures.narrow(figures.of(entries, query or ""), wanted)
        return _shown(figures.by_value(found) if sort else found)

    def documents(self, **filters: Loose) -> "Results[Entry[Document]]":
        """Every document named by the records that fit, with the record that names it."""
        return _shown(self.select(**filters).documents)

    def info(self) -> Info:
        """Which files are in use, and where and how the index is."""
        return self._store.info()


def _shown(entries: Iterable[T]) -> "Results[T]":
    """Entries as the API gives them; commands have no use for the class."""
    from policycli.results import Results

    return Results(entries)


def open_catalogue(
    *paths: str | os.PathLike[str], bundled: bool = True, report: Report = silent
) -> Catalogue:
    """Open catalogue files or folders, beside the bundled one unless ``bundled`` is false.

    Builds the index, or reuses it where it is true to the files.

    Args:
        paths: ``.toml`` and ``.jsonl`` files, or folders of them.
        bundled: Whether the catalogue of the program is in it too.
        report: Called while a build goes on.

    Raises:
        CatalogueError: Files cannot be read or have faults, all of them at once.
    """
    files = members.catalogue_files([*([members.bundled()] if bundled else []), *paths])
    return answered(lambda: Catalogue(open_store(files, report)))
