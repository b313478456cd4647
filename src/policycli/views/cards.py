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
    Step,
    to_dict,
)
from policycli.views import documents
from policycli.views.cells import ID, REGION
from policycli.views.model import Card, Cell, Column, Fact, Section, View

if TYPE_CHECKING:
    from policycli.analysis.links import Link

__all__ = ["Record", "data", "view"]

Record = Policy | Measure | Paper
Links = Callable[[str], "Sequence[Link]"]

_ENDING = ("amends", "repeals")


def _summary(entry: Entry[Record]) -> Cell:
    record = entry.record
    if isinstance(record, Paper):
        return ""
    text = record.text if isinstance(record, Measure) else ""
    return pick(record.summary, record.summary_en) or text


def _title(entry: Entry[Record]) -> Cell:
    record = entry.record
    if isinstance(record, Paper):
        return f"《{record.document.title}》"
    return pick(record.title, record.title_en)


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
    Column("title", N_("measure"), lambda entry: labels.title(entry.record)),
    Column("end", N_("end"), lambda entry: labels.end(entry.record.end), "short"),
)
_STEPS: tuple[Column[tuple[int, Step]], ...] = (
    Column("step", "", lambda numbered: numbered[0], "number"),
    Column("actor", "", lambda numbered: numbered[1].actor),
    Column("action", "", lambda numbered: numbered[1].action),
)
_FIGURES: tuple[Column[Figure], ...] = (
    Column("indicator", N_("indicator"), lambda figure: figure.indicator),
    Column("value", N_("value"), labels.figure, "number"),
    Column("period", N_("period"), lambda figure: figure.period, "short"),
    Column("kind", N_("kind"), lambda figure: labels.kind(figure.kind), "short"),
)
_DOCUMENTS: tuple[Column[Document], ...] = (
    Column("title", N_("document"), lambda document: f"《{document.title}》"),
    Column("role", N_("role"), lambda document: labels.role(document.role), "short"),
    Column("date", N_("date"), lambda document: document.date, "short"),
    Column("issuer", N_("issuer"), lambda document: document.issuer),
    Column("status", N_("status"), lambda document: labels.status(document.status), "short"),
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

    return View("show", list(names), entries[:limit], len(entries), _COLUMNS, data, card)


def data(entry: Entry[Any]) -> dict[str, Any]:
    """A policy as its catalogue has it; a measure with its full id, its policy and region."""
    if isinstance(entry.record, Paper):
        return documents.data(entry.record)
    record = to_dict(entry.record)
    if isinstance(entry.record, Measure):
        region = to_dict(entry.head.region) if entry.head.region else None
        record = {**record, "id": entry.id, "policy": entry.policy, "region": region}
    return record


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


def _sections(*sections: Section[Any]) -> tuple[Section[Any], ...]:
    return tuple(section for section in sections if section.items)


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


def _measures(policy: Policy) -> Section[Entry[Measure]]:
    head = policy._replace(measures=())
    entries = [Entry(f"{policy.id}.{m.id}", head, m) for m in policy.measures]
    return Section(_("Measures"), _MEASURES, entries)


def _steps(measure: Measure) -> Section[tuple[int, Step]]:
    return Section(_("Steps"), _STEPS, list(enumerate(measure.steps, 1)))


def _figures(figures: Sequence[Figure]) -> Section[Figure]:
    return Section(_("Figures"), _FIGURES, figures)


def _documents(documents: Sequence[Document]) -> Section[Document]:
    return Section(_("Documents"), _DOCUMENTS, documents)
