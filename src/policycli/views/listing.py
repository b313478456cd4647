"""Everything of one sort: policies, measures, themes, documents, bodies."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from policycli import labels
from policycli.language import N_, pick
from policycli.records.model import Document, Entry, Measure, Policy
from policycli.views.cards import data as record_data
from policycli.views.model import Cell, Column, View

__all__ = ["bodies", "documents", "measures", "policies", "themes"]


def policies(entries: Sequence[Entry[Policy]]) -> View[Entry[Policy]]:
    """Policies, in the order of the catalogues."""
    columns = (
        Column("id", N_("id"), "id"),
        Column("region", N_("region"), "short"),
        Column("title", N_("policy")),
        Column("date", N_("date"), "short"),
        Column("measures", N_("measures"), "number"),
        Column("level", N_("level"), "detail"),
        Column("issuers", N_("issuers"), "detail"),
        Column("summary", N_("summary"), "detail"),
    )
    return _view("policies", entries, columns, _policy_cells, record_data)


def _policy_cells(entry: Entry[Policy]) -> tuple[Cell, ...]:
    record = entry.record
    return (
        entry.id,
        labels.region(record.region),
        pick(record.title, record.title_en),
        record.date,
        len(record.measures),
        labels.level(record.level),
        labels.join(record.issuers),
        pick(record.summary, record.summary_en),
    )


def measures(entries: Sequence[Entry[Measure]]) -> View[Entry[Measure]]:
    """Measures, in the order of the catalogues."""
    columns = (
        Column("id", N_("id"), "id"),
        Column("region", N_("region"), "short"),
        Column("title", N_("measure")),
        Column("end", N_("end"), "short"),
        Column("instrument", N_("instrument"), "detail"),
        Column("lead", N_("lead"), "detail"),
        Column("summary", N_("summary"), "detail"),
    )
    return _view("measures", entries, columns, _measure_cells, record_data)


def _measure_cells(entry: Entry[Measure]) -> tuple[Cell, ...]:
    record = entry.record
    return (
        entry.id,
        labels.region(entry.head.region),
        pick(record.title, record.title_en),
        labels.end(record.end),
        record.instrument,
        record.lead,
        pick(record.summary, record.summary_en) or record.text,
    )


class Theme(NamedTuple):
    """A theme and how many records have it."""

    theme: str
    policies: int
    measures: int


def themes(policies: Iterable[Entry[Policy]], measures: Iterable[Entry[Measure]]) -> View[Theme]:
    """Themes, the most frequent first."""
    of_policies = Counter(theme for entry in policies for theme in entry.record.themes)
    of_measures = Counter(theme for entry in measures for theme in entry.record.themes)
    ranked = (of_policies + of_measures).most_common()
    items = [Theme(theme, of_policies[theme], of_measures[theme]) for theme, _ in ranked]
    columns = (
        Column("theme", N_("theme"), "id"),
        Column("policies", N_("policies"), "number"),
        Column("measures", N_("measures"), "number"),
    )
    return _view("themes", items, columns, tuple, Theme._asdict)


class Paper(NamedTuple):
    """A document and the records that name it in the same way."""

    document: Document
    ids: tuple[str, ...]


def documents(entries: Iterable[Entry[Document]]) -> View[Paper]:
    """Documents, each once, with the records that name it."""
    ids: dict[Document, list[str]] = {}
    for entry in entries:
        ids.setdefault(entry.record, []).append(entry.id)
    items = [Paper(document, tuple(named)) for document, named in ids.items()]
    columns = (
        Column("title", N_("document"), "text"),
        Column("role", N_("role"), "short"),
        Column("date", N_("date"), "short"),
        Column("issuer", N_("issuer")),
        Column("ids", N_("named by"), "text"),
        Column("status", N_("status"), "detail"),
    )
    return _view("documents", items, columns, _paper_cells, _paper_data)


def _paper_cells(paper: Paper) -> tuple[Cell, ...]:
    record = paper.document
    return (
        record.title,
        labels.role(record.role),
        record.date,
        record.issuer,
        "\n".join(paper.ids),
        labels.status(record.status),
    )


def _paper_data(paper: Paper) -> dict[str, Any]:
    return {**paper.document._asdict(), "ids": list(paper.ids)}


class Body(NamedTuple):
    """An organisation and how often it is named as what."""

    name: str
    issues: int
    leads: int
    partners: int
    documents: int


def bodies(
    policies: Iterable[Entry[Policy]],
    measures: Sequence[Entry[Measure]],
    documents: Iterable[Entry[Document]],
) -> View[Body]:
    """Organisations, the most often named first."""
    counts = (
        Counter(name for entry in policies for name in entry.record.issuers),
        Counter(entry.record.lead for entry in measures if entry.record.lead),
        Counter(name for entry in measures for name in entry.record.partners),
        Counter(_issuers(documents)),
    )
    ranked = sum(counts, Counter[str]()).most_common()
    items = [Body(name, *(count[name] for count in counts)) for name, _ in ranked]
    columns = (
        Column("name", N_("body"), "text"),
        Column("issues", N_("issues"), "number"),
        Column("leads", N_("leads"), "number"),
        Column("partners", N_("takes part"), "number"),
        Column("documents", N_("documents"), "number"),
    )
    return _view("bodies", items, columns, tuple, Body._asdict)


def _issuers(documents: Iterable[Entry[Document]]) -> Iterable[str]:
    """The issuer of every document once, however many records name it."""
    return (
        issuer for _, issuer in {(e.record.title, e.record.issuer) for e in documents} if issuer
    )


def _view(
    what: str,
    items: Sequence[Any],
    columns: tuple[Column, ...],
    cells: Callable[[Any], tuple[Cell, ...]],
    data: Callable[[Any], dict[str, Any]],
) -> View[Any]:
    return View("list", what, items, len(items), columns, cells, data)
