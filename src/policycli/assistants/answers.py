"""What an assistant can ask, one method each; the docstrings are what it reads about them.

Every answer says what was searched and as of when, how many results there are in all, and whether
some are left out. That nothing was found is said of these catalogues, never of the world.
"""

import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from time import strftime
from typing import Annotated, Any

from pydantic import Field

from policycli.analysis.compare import By
from policycli.analysis.meaning import Meant
from policycli.assistants.bounds import ROOM, fitting
from policycli.catalogue import Catalogue
from policycli.errors import NotFoundError, UsageError
from policycli.files.members import bundled
from policycli.records.model import Policy
from policycli.search.filters import Filters
from policycli.views import cards, compare, due, figures, hits, passages, review
from policycli.views.model import View

__all__ = ["Answers"]

NOTHING = (
    "Nothing in the catalogues searched fits. That says nothing about what exists elsewhere: do "
    "not conclude that there is no such policy, and say which catalogues were searched."
)
NO_FINDING = (
    "No finding. What has no counterpart in the catalogues, or cites what is not in them, was not "
    "checked: see coverage."
)
MORE = "More fits than is shown here: narrow the question, or raise limit where there is one."

_TOLD = ("conclusion", "coverage", "counts")  # of a review; its draft the assistant has itself

Answer = dict[str, Any]
Region = Annotated[str, Field(description="Chinese or English name or GB/T 2260 code: 贵州, Hubei")]
End = Annotated[str, Field(description="supply, service, demand or environment")]
Theme = Annotated[str, Field(description="a theme, such as 人才")]
Year = Annotated[str, Field(description="such as 2023")]
AsOf = Annotated[str, Field(description="leave out what was not in force on 2024-06-01")]
Limit = Annotated[int, Field(ge=1, le=50, description="results at most")]
Names = Annotated[
    list[str],
    Field(
        min_length=1,
        max_length=6,
        description="ids, titles, document numbers, or addresses such as 民法典第五十六条",
    ),
]
Text = Annotated[str, Field(max_length=200_000, description="the text itself, not a path")]


class Answers:
    """Answers from the catalogues in use, which are opened anew for each, as they are by then."""

    def __init__(self, opened: Callable[[], Catalogue]) -> None:
        self._opened = opened

    def search(
        self,
        query: Annotated[str, Field(min_length=1)],
        region: Region = "",
        end: End = "",
        theme: Theme = "",
        year: Year = "",
        as_of: AsOf = "",
        limit: Limit = 10,
    ) -> Answer:
        """Find policy measures, articles of laws and answered problems by words, best first.

        Words may be Chinese (also wrong characters, traditional), pinyin, initials or English; an
        article's address finds that article. Each hit says how it matched: anything but "exact" is
        a guess, and "missing" names words of the query that a hit lacks. Cite hits by title and id,
        and read one with show before you rely on it.
        """
        catalogue = self._at(as_of)
        chosen = _filters(region=region, end=end, theme=theme, year=year)
        found = catalogue.lookup(query, limit=limit, filters=Filters.of(**chosen))
        return _answer(catalogue, hits.view(found, query))

    def show(self, names: Names, as_of: AsOf = "") -> Answer:
        """Read records in full: policies, measures, documents, or articles of a law by address.

        A name that is only close is answered with what it was taken as (see "notes"). If several
        records may be meant, or none is, "candidates" lists what is near. Long policies list their
        measures by id: ask for those by their ids.
        """
        catalogue = self._at(as_of)
        try:
            found = [catalogue.meant(name) for name in names]
        except NotFoundError as error:
            return _unknown(catalogue, error)
        entries = [entry for each in found for entry in each.entries]
        cited = [(each.entries[0].id, each.address) for each in found if each.address]
        view = passages.mark(cards.view(entries, names, None, catalogue.links), cited)
        return _answer(catalogue, view, notes=_taken(found))

    def check_citations(self, text: Text) -> Answer:
        """Check every citation of a law or paper in a text, such as 《民法典》第五百六十条.

        Finds articles that a law does not have, laws that were repealed or renamed, and wrong
        names. "citations_unknown" counts those whose law is not in the catalogues: they are not
        checked, which is neither right nor wrong.
        """
        sentences = text if "。" in text else text + "。"  # one citation is no title
        return self._reviewed(sentences, "", {"only": ("cites",)}, 50)

    def check(
        self,
        text: Text = "",
        policy: Annotated[str, Field(description="id of a policy, instead of text")] = "",
        region: Region = "",
        level: Annotated[str, Field(description="of the draft, such as 规范性文件")] = "",
        date: Annotated[str, Field(description="of the draft")] = "",
        limit: Limit = 20,
    ) -> Answer:
        """Review a draft rule, clause by clause, against all that holds in the catalogues.

        Finds figures, deadlines, duties and bodies that differ from higher law or the same region's
        rules, wrong citations, contradictions within the draft, and red lines of fair competition.
        It helps people to look, and decides nothing; "unchecked" means that there was nothing to
        compare it with.
        """
        given = {"region": region, "level": level, "date": date}
        return self._reviewed(text, policy, given, limit)

    def compare(
        self,
        policies: Annotated[list[str], Field(min_length=2, max_length=6)],
        by: By = "end",
    ) -> Answer:
        """Set two to six policies side by side: measures of one kind, instruments and figures."""
        catalogue = self._at()
        try:
            found = [catalogue.policy_meant(name) for name in policies]
        except NotFoundError as error:
            return _unknown(catalogue, error)
        compared = catalogue.compare(*(each.entries[0] for each in found), by=by)
        return _answer(catalogue, compare.view(compared), notes=_taken(found))

    def figures(
        self,
        query: Annotated[str, Field(description="what they are about; empty for all")] = "",
        unit: Annotated[str, Field(description="convert to this unit, such as 亿元")] = "",
        kind: Annotated[str, Field(description="budget, target, actual, growth or count")] = "",
        minimum: Annotated[str, Field(description="such as 1亿 or 3694万元")] = "",
        maximum: Annotated[str, Field(description="the same")] = "",
        region: Region = "",
        limit: Limit = 20,
    ) -> Answer:
        """List numbers with unit, period and operator (at least, at most, about), and their totals.

        A value without its operator is misquoted: "not less than 80 %" is not "80 %".
        """
        catalogue = self._at()
        wanted = {"unit": unit, "kind": kind, "minimum": minimum, "maximum": maximum}
        found = catalogue.figures(query or None, **wanted, **_filters(region=region))
        return _answer(catalogue, figures.view(found, query or None, unit=unit, limit=limit))

    def due(
        self,
        within: Annotated[str, Field(description="30d, 2w, 3m or 1y; empty for all")] = "",
        body: Annotated[str, Field(description="only what this body sees to: 市科技局")] = "",
        region: Region = "",
        limit: Limit = 20,
    ) -> Answer:
        """List deadlines, ends of validity and what comes into force, overdue first."""
        catalogue = self._at()
        found = catalogue.due(within, body, **_filters(region=region))
        dated = [each for each in found if each.day]
        answer = _answer(catalogue, due.view(dated, limit))
        return answer | {"without_day": len(found) - len(dated)}

    def coverage(self) -> Answer:
        """Say what the catalogues hold: files, regions, levels and dates. Ask this first.

        Only what is listed here can be found; anything else is outside of what this server knows.
        """
        catalogue = self._at()
        heads = [entry.record for entry in catalogue.select().heads]
        regions = Counter(head.region.name for head in heads if head.region)
        shown = fitting(map(_outline, heads))
        return _head(catalogue, len(heads), truncated=len(shown) < len(heads)) | {
            "regions": dict(regions.most_common()),
            "levels": dict(Counter(head.level for head in heads if head.level).most_common()),
            "newest": max((head.date for head in heads), default=""),
            "results": shown,
        }

    def _at(self, day: str = "") -> Catalogue:
        catalogue = self._opened()
        return catalogue.as_of(day) if day else catalogue

    def _reviewed(self, text: str, policy: str, given: Mapping[str, Any], limit: int) -> Answer:
        """The review of a text, or else of a policy by its id or name, with all its measures."""
        from policycli.review.front import check

        catalogue = self._at()
        if not (text or policy):
            raise UsageError("give a text, or the id of a policy")
        draft = text or catalogue.policy_meant(policy).entries[0].record
        with _file(draft) as paper:
            found = check(paper, catalogue, **given)
        view = review.view(found, "note", limit)
        told = [(key, value) for key, value in view.extra if key in _TOLD]
        papers = fitting((each._asdict() for each in found.bases), ROOM // 4)
        reviewed = view._replace(extra=(*told, ("bases", papers)))
        return _answer(catalogue, reviewed, nothing=NO_FINDING)


@contextmanager
def _file(draft: str | Policy) -> Iterator[str | Policy]:
    """A text as a file, since papers are read from files and within the bounds of the sandbox."""
    if isinstance(draft, Policy):
        yield draft
        return
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "draft.txt")
        with open(path, "w", encoding="utf-8") as file:
            file.write(draft)
        yield path


def _outline(head: Policy) -> Answer:
    region = head.region.name if head.region else ""
    return {"id": head.id, "title": head.title, "region": region, "date": head.date}


def _filters(**given: str) -> dict[str, str]:
    return {name: value for name, value in given.items() if value}


def _answer(
    catalogue: Catalogue, view: View[Any], notes: Iterable[str] = (), nothing: str = NOTHING
) -> Answer:
    """A view as an answer: its head, what stands beside the results, and those that fit."""
    shown = fitting(dict(view.data(item)) for item in view.items)
    head = _head(catalogue, view.total, truncated=len(shown) < view.total, nothing=nothing)
    said = [*notes, *head["notes"]]
    return head | {"notes": said} | dict(view.extra) | {"results": shown}


def _head(catalogue: Catalogue, total: int, *, truncated: bool, nothing: str = NOTHING) -> Answer:
    """What was searched, as of when, and how much there is."""
    notes = ([] if total else [nothing]) + ([MORE] if truncated else [])
    return {
        "searched": [
            {
                "catalogue": "bundled"
                if source.path == bundled()
                else os.path.basename(source.path),
                "policies": source.policies,
                "measures": source.measures,
            }
            for source in catalogue.info().sources
        ],
        "as_of": catalogue.day or strftime("%Y-%m-%d"),
        "total": total,
        "truncated": truncated,
        "notes": notes,
    }


def _taken(found: Iterable[Meant[Any]]) -> Iterator[str]:
    """What names that were only close were taken as, and what else has the same name."""
    for each in found:
        if each.taken:
            yield f"taken as {each.taken}"
        yield from (f"other edition: {old.id} ({old.date})" for old in each.others)


def _unknown(catalogue: Catalogue, error: NotFoundError) -> Answer:
    """A name that means nothing here, or several records."""
    head = _head(catalogue, 0, truncated=False)
    found = [{"id": full, "title": catalogue.get(full).record.title} for full in error.candidates]
    return head | {"notes": [str(error), *head["notes"]], "candidates": found, "results": []}
