"""One policy, measure or problem in full."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from policycli import labels
from policycli.analysis.documents import Paper
from policycli.language import N_, _
from policycli.records import model
from policycli.records.ids import in_place
from policycli.records.model import (
    Document,
    Entry,
    Event,
    Figure,
    Measure,
    Policy,
    Problem,
    Source,
    Step,
    to_dict,
)
from policycli.text.quotes import quoted
from policycli.views import documents
from policycli.views.cells import (
    ID,
    REGION,
    cite,
    named,
    official,
    official_column,
    official_titles,
    summary,
)
from policycli.views.facts import facts, prose, table
from policycli.views.model import Card, Cell, Column, Fact, Section, View

if TYPE_CHECKING:
    from policycli.analysis.links import Link
    from policycli.views.citation import Citation

__all__ = ["Record", "data", "problem_card", "view"]

Record = model.Record | Paper
Links = Callable[[str], "Sequence[Link]"]

_ENDING = ("amends", "repeals")
_APART = ("relations", "measures", "steps", "figures", "documents", "events")
"""What follows as links and tables."""


def _summary(entry: Entry[Record]) -> Cell:
    record = entry.record
    return "" if isinstance(record, Paper) else summary(Entry(entry.id, entry.head, record))


def _title(entry: Entry[Record]) -> Cell:
    record = entry.record
    if isinstance(record, Paper):
        return quoted(record.document.title)
    return labels.called(record, entry.head)


def _official(entry: Entry[Record]) -> Cell:
    record = entry.record
    return "" if isinstance(record, Paper) else official(record.title, record.title_en)


def _lead(entry: Entry[Record]) -> Cell:
    record = entry.record
    if isinstance(record, Paper):
        return record.document.issuer
    return labels.join(record.issuers) if isinstance(record, Policy) else record.lead


_COLUMNS: tuple[Column[Entry[Record]], ...] = (
    ID,
    REGION,
    Column("title", N_("title"), _title),
    Column("end", N_("end"), lambda entry: labels.end(getattr(entry.record, "end", "")), "short"),
    Column("lead", N_("lead"), _lead),
    Column("summary", N_("summary"), _summary),
)
_MEASURES: tuple[Column[Entry[Measure]], ...] = (
    ID,
    Column("title", N_("measure"), lambda entry: labels.title(entry.record, entry.head)),
    Column("end", N_("end"), lambda entry: labels.end(entry.record.end), "short"),
)


def view(
    entries: Sequence[Entry[Record]],
    names: Sequence[str],
    limit: int | None = None,
    links: Links = lambda _policy: (),
) -> View[Entry[Record]]:
    """Records in full, in the order in which they were named.

    Args:
        entries: The records.
        names: What they were called.
        limit: How many to show at most.
        links: Gives the relations of a policy, by its id, once a card is made.
    """

    def card(entry: Entry[Record]) -> Card:
        return _card(entry, links(entry.policy))

    columns = _COLUMNS + official_column(_official)
    shown = entries[:limit]
    return View("show", list(names), shown, len(entries), columns, data, card, cite=_cite)


def data(entry: Entry[Any]) -> dict[str, Any]:
    """A policy as its catalogue has it; a measure with its full id, its policy and region."""
    if isinstance(entry.record, Paper):
        return documents.data(entry.record)
    record = to_dict(entry.record)
    if isinstance(entry.record, Measure):
        region = to_dict(entry.head.region) if entry.head.region else None
        record = {**record, "id": entry.id, "policy": entry.policy, "region": region}
    return record


def _cite(entry: Entry[Record]) -> "Citation | None":
    record = entry.record
    if isinstance(record, Paper):
        return documents.cite(record)
    return cite(Entry(entry.id, entry.head, record))


def _card(entry: Entry[Record], links: "Sequence[Link]") -> Card:
    record = entry.record
    if isinstance(record, Paper):
        return documents.card(record)
    if isinstance(record, Policy):
        return _policy(record, links)
    if isinstance(record, Problem):
        return problem_card(record)
    return _measure(entry.id, entry.head, record, links)


def _policy(policy: Policy, links: "Sequence[Link]") -> Card:
    return Card(
        policy.id,
        labels.called(policy, policy),
        _facts(
            *facts(policy, _APART),
            *_ended(policy, links),
            (_("related"), "\n".join(_relations(policy, links))),
        ),
        tuple(prose(policy)),
        _sections(_measures(policy), Section(_("Documents"), table(Document), policy.documents)),
        official(policy.title, policy.title_en),
    )


def problem_card(problem: Problem) -> Card:
    """A problem in full, with its history."""
    said = _("{label}: {value}").format(label=labels.field("answer"), value=problem.answer)
    said = said if problem.answer else ""
    return Card(
        problem.id,
        problem.title,
        _facts(*facts(problem, _APART)),
        tuple(line for line in f"{problem.text}\n{said}".splitlines() if line.strip()),
        _sections(
            Section(_("History"), table(Event), problem.events),
            Section(_("Documents"), table(Document), problem.documents),
        ),
    )


def _measure(full_id: str, head: Policy, measure: Measure, links: "Sequence[Link]") -> Card:
    return Card(
        full_id,
        labels.called(measure, head),
        _facts(
            (_("policy"), named(head)),
            (_("region"), labels.whole(head.region) if head.region else ""),
            *facts(measure, (*_APART, "locator")),
            *_ended(head, links),
            (_("source"), labels.whole(_source(head, measure))),
        ),
        tuple(prose(measure)),
        _sections(
            Section(_("Steps"), _steps(), list(enumerate(measure.steps, 1))),
            Section(_("Figures"), table(Figure), measure.figures),
            Section(_("Documents"), table(Document), measure.documents),
        ),
        official(measure.title, measure.title_en),
    )


def _source(head: Policy, measure: Measure) -> Source:
    """The source of a policy, at the place of one of its measures."""
    source = head.source or Source()
    return source._replace(locator=measure.locator or source.locator)


def _facts(*pairs: tuple[str, Cell]) -> tuple[Fact, ...]:
    return tuple(Fact(label, value) for label, value in pairs if value)


def _sections(*sections: Section[Any]) -> tuple[Section[Any], ...]:
    return tuple(section for section in sections if section.items)


def _ended(policy: Policy, links: "Iterable[Link]") -> list[tuple[str, str]]:
    """Who amended or repealed a policy, as facts of their own: they change what holds."""
    incoming = [link for link in links if link.target.id == policy.id and link.type in _ENDING]
    return [(labels.inverse(link.type), _named(link.source)) for link in incoming]


def _relations(policy: Policy, links: "Sequence[Link]") -> Iterator[str]:
    """What a policy says of others, with their ids where they are here, and others of it."""
    said = set()
    for link in links:
        if link.source.id == policy.id:
            said |= {(link.type, link.target.id), (link.type, link.target.title)}
            yield f"{labels.relation(link.type)} {_named(link.target)}"
        elif link.type not in _ENDING:
            yield f"{labels.inverse(link.type)} {_named(link.source)}"
    for relation in policy.relations:
        if (relation.type, relation.target.strip("《》 ")) not in said:
            yield f"{labels.relation(relation.type)} {relation.target}"


def _named(policy: Policy) -> str:
    titles = (labels.called(policy, policy), official(policy.title, policy.title_en))
    return f"{' '.join(filter(None, titles))} ({policy.id})"


def _measures(policy: Policy) -> Section[Entry[Measure]]:
    columns = _MEASURES + official_titles()
    return Section(_("Measures"), columns, list(in_place(policy)))


def _steps() -> tuple[Column[tuple[int, Step]], ...]:
    """The number of a step, then what it says, without a header."""
    number = Column[tuple[int, Step]]("step", "", lambda numbered: numbered[0], "number")
    return (number, *map(_of_numbered, table(Step)))


def _of_numbered(column: Column[Step]) -> Column[tuple[int, Step]]:
    return Column(column.key, "", lambda numbered: column.cell(numbered[1]))
