"""One policy or measure in full."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from policycli import labels
from policycli.analysis.documents import Paper
from policycli.language import N_, _, pick
from policycli.records.model import (
    Document,
    Entry,
    Figure,
    Measure,
    Policy,
    Region,
    Source,
    to_dict,
)
from policycli.views import documents
from policycli.views.model import Card, Cell, Column, Fact, Section, View

if TYPE_CHECKING:
    from policycli.analysis.links import Link

__all__ = ["Record", "data", "view"]

Record = Policy | Measure | Paper
Links = Callable[[str], "Sequence[Link]"]

_ENDING = ("amends", "repeals")

COLUMNS = (
    Column("id", N_("id"), "id"),
    Column("region", N_("region"), "short"),
    Column("title", N_("title")),
    Column("end", N_("end"), "short"),
    Column("lead", N_("lead")),
    Column("summary", N_("summary")),
)
_MEASURES = (
    Column("id", N_("id"), "id"),
    Column("title", N_("measure")),
    Column("end", N_("end"), "short"),
)
_STEPS = (Column("step", "", "number"), Column("actor", ""), Column("action", ""))
_FIGURES = (
    Column("indicator", N_("indicator")),
    Column("value", N_("value"), "number"),
    Column("period", N_("period"), "short"),
    Column("kind", N_("kind"), "short"),
)
_DOCUMENTS = (
    Column("title", N_("document")),
    Column("role", N_("role"), "short"),
    Column("date", N_("date"), "short"),
    Column("issuer", N_("issuer")),
    Column("status", N_("status"), "short"),
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

    return View("show", list(names), entries[:limit], len(entries), COLUMNS, _cells, data, card)


def data(entry: Entry[Any]) -> dict[str, Any]:
    """A policy as its catalogue has it; a measure with its full id, its policy and region."""
    if isinstance(entry.record, Paper):
        return documents.data(entry.record)
    record = to_dict(entry.record)
    if isinstance(entry.record, Measure):
        region = to_dict(entry.head.region) if entry.head.region else None
        record = {**record, "id": entry.id, "policy": entry.policy, "region": region}
    return record


def _cells(entry: Entry[Record]) -> tuple[Cell, ...]:
    record = entry.record
    if isinstance(record, Paper):
        place = labels.region(entry.head.region)
        return entry.id, place, f"《{record.document.title}》", "", record.document.issuer, ""
    measure = record if isinstance(record, Measure) else None
    return (
        entry.id,
        labels.region(entry.head.region),
        pick(record.title, record.title_en),
        labels.end(measure.end) if measure else "",
        labels.join(record.issuers) if isinstance(record, Policy) else record.lead,
        pick(record.summary, record.summary_en) or (measure.text if measure else ""),
    )


def _card(entry: Entry[Record], links: "Sequence[Link]") -> Card:
    record = entry.record
    if isinstance(record, Paper):
        return documents.card(record)
    if isinstance(record, Policy):
        return _policy(record, links)
    return _measure(entry.id, entry.head, record, links)


def _policy(policy: Policy, links: "Sequence[Link]") -> Card:
    return Card(
        policy.id,
        pick(policy.title, policy.title_en),
        _facts(
            (_("region"), _place(policy.region)),
            (_("level"), labels.level(policy.level)),
            (_("issuers"), labels.join(policy.issuers)),
            (_("document number"), policy.doc_number),
            (_("date"), policy.date),
            (_("effective"), _span(policy.in_force_from, policy.in_force_until)),
            (_("status"), labels.status(policy.status)),
            *_ended(policy, links),
            (_("themes"), labels.join(policy.themes)),
            (_("related"), "\n".join(_relations(policy, links))),
            (_("source"), _source(policy.source)),
        ),
        _paragraphs(pick(policy.summary, policy.summary_en)),
        _sections(_measures(policy), _documents(policy.documents)),
    )


def _measure(full_id: str, head: Policy, measure: Measure, links: "Sequence[Link]") -> Card:
    return Card(
        full_id,
        pick(measure.title, measure.title_en),
        _facts(
            (_("policy"), pick(head.title, head.title_en)),
            (_("region"), _place(head.region)),
            (_("end"), labels.end(measure.end)),
            (_("instrument"), labels.instrument(measure.instrument)),
            (_("lead"), measure.lead),
            (_("partners"), labels.join(measure.partners)),
            (_("aims"), "\n".join(measure.targets)),
            (_("deadline"), measure.deadline),
            (_("status"), labels.status(measure.status)),
            *_ended(head, links),
            (_("themes"), labels.join(measure.themes)),
            (_("source"), _source(head.source, measure.locator)),
        ),
        _paragraphs(pick(measure.summary, measure.summary_en), measure.text),
        _sections(_steps(measure), _figures(measure.figures), _documents(measure.documents)),
    )


def _facts(*pairs: tuple[str, str]) -> tuple[Fact, ...]:
    return tuple(Fact(label, value) for label, value in pairs if value)


def _paragraphs(*texts: str) -> tuple[str, ...]:
    return tuple(line for text in texts for line in text.splitlines() if line.strip())


def _sections(*sections: Section) -> tuple[Section, ...]:
    return tuple(section for section in sections if section.rows)


def _place(region: Region | None) -> str:
    return f"{pick(region.name, region.name_en)} {region.code}" if region else ""


def _span(start: str, until: str) -> str:
    return f"{start} – {until}".strip() if start or until else ""


def _ended(policy: Policy, links: "Iterable[Link]") -> list[tuple[str, str]]:
    """Who amended or repealed a policy, as facts of their own: they change what holds."""
    incoming = [link for link in links if link.target.id == policy.id and link.type in _ENDING]
    return [(labels.inverse(link.type), _named(link.source)) for link in incoming]


def _relations(policy: Policy, links: "Sequence[Link]") -> Iterator[str]:
    """What a policy says of others, with their ids where they are here, and others of it."""
    told = set()
    for link in links:
        if link.source.id == policy.id:
            told |= {(link.type, link.target.id), (link.type, link.target.title)}
            yield f"{labels.relation(link.type)} {_named(link.target)}"
        elif link.type not in _ENDING:
            yield f"{labels.inverse(link.type)} {_named(link.source)}"
    for relation in policy.relations:
        if (relation.type, relation.target.strip("《》 ")) not in told:
            yield f"{labels.relation(relation.type)} {relation.target}"


def _named(policy: Policy) -> str:
    return f"{pick(policy.title, policy.title_en)} ({policy.id})"


def _source(source: Source | None, locator: str = "") -> str:
    if source is None:
        return locator
    return " ".join(part for part in (source.title, locator or source.locator, source.url) if part)


def _measures(policy: Policy) -> Section:
    rows = ((f"{policy.id}.{m.id}", labels.title(m), labels.end(m.end)) for m in policy.measures)
    return Section(_("Measures"), _MEASURES, tuple(rows))


def _steps(measure: Measure) -> Section:
    rows = ((number, s.actor, s.action) for number, s in enumerate(measure.steps, 1))
    return Section(_("Steps"), _STEPS, tuple(rows))


def _figures(figures: Iterable[Figure]) -> Section:
    rows = ((f.indicator, labels.figure(f), f.period, labels.kind(f.kind)) for f in figures)
    return Section(_("Figures"), _FIGURES, tuple(rows))


def _documents(documents: Iterable[Document]) -> Section:
    rows = (
        (f"《{d.title}》", labels.role(d.role), d.date, d.issuer, labels.status(d.status))
        for d in documents
    )
    return Section(_("Documents"), _DOCUMENTS, tuple(rows))
