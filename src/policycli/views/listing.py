"""Everything of one sort: policies, measures, themes, documents, bodies."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from policycli import labels
from policycli.language import N_
from policycli.records.model import Document, Entry, Measure, Policy
from policycli.tuples import NamedTuple
from policycli.views.cards import data as record_data
from policycli.views.cells import ID, REGION, cite, official_column, official_titles, summary, title
from policycli.views.model import Column, View

if TYPE_CHECKING:
    from policycli.views.citation import Citation

__all__ = ["bodies", "documents", "measures", "policies", "themes"]

T = TypeVar("T")


_POLICIES: tuple[Column[Entry[Policy]], ...] = (
    ID,
    REGION,
    Column("title", N_("policy"), title),
    Column("date", N_("date"), lambda entry: entry.record.date, "short"),
    Column("measures", N_("measures"), lambda entry: len(entry.record.measures), "number"),
    Column("level", N_("level"), lambda entry: labels.level(entry.record.level), "detail"),
    Column("issuers", N_("issuers"), lambda entry: labels.join(entry.record.issuers), "detail"),
    Column("summary", N_("summary"), summary, "detail"),
)


def policies(entries: Sequence[Entry[Policy]]) -> View[Entry[Policy]]:
    """Policies, in the order of the catalogues."""
    view = _view("policies", entries, _POLICIES + official_titles(), record_data)
    return view._replace(cite=cite)


_MEASURES: tuple[Column[Entry[Measure]], ...] = (
    ID,
    REGION,
    Column("title", N_("measure"), title),
    Column("end", N_("end"), lambda entry: labels.end(entry.record.end), "short"),
    Column("instrument", N_("instrument"), lambda entry: entry.record.instrument, "detail"),
    Column("lead", N_("lead"), lambda entry: entry.record.lead, "detail"),
    Column("summary", N_("summary"), summary, "detail"),
)


def measures(entries: Sequence[Entry[Measure]]) -> View[Entry[Measure]]:
    """Measures, in the order of the catalogues."""
    view = _view("measures", entries, _MEASURES + official_titles(), record_data)
    return view._replace(cite=cite)


class Theme(NamedTuple):
    """A theme and how many records have it."""

    theme: str
    policies: int
    measures: int


_THEMES: tuple[Column[Theme], ...] = (
    Column("name", N_("theme"), lambda theme: labels.theme(theme.theme), "id"),
    Column("policies", N_("policies"), lambda theme: theme.policies, "number"),
    Column("measures", N_("measures"), lambda theme: theme.measures, "number"),
    Column("theme", N_("theme"), lambda theme: theme.theme, "detail"),
)


def _official(theme: Theme) -> str:
    """The name that records have for a theme, where the screen shows another one."""
    shown = labels.theme(theme.theme)
    return theme.theme if shown != theme.theme else ""


def themes(policies: Iterable[Entry[Policy]], measures: Iterable[Entry[Measure]]) -> View[Theme]:
    """Themes, the most frequent first."""
    of_policies = Counter(theme for entry in policies for theme in entry.record.themes)
    of_measures = Counter(theme for entry in measures for theme in entry.record.themes)
    ranked = (of_policies + of_measures).most_common()
    items = [Theme(theme, of_policies[theme], of_measures[theme]) for theme, _ in ranked]
    return _view("themes", items, _THEMES + official_column(_official), Theme._asdict)


class Paper(NamedTuple):
    """A document and the records that name it in the same way."""

    document: Document
    ids: tuple[str, ...]


_PAPERS: tuple[Column[Paper], ...] = (
    Column("title", N_("document"), lambda paper: paper.document.title),
    Column("role", N_("role"), lambda paper: labels.role(paper.document.role), "short"),
    Column("date", N_("date"), lambda paper: paper.document.date, "short"),
    Column("issuer", N_("issuer"), lambda paper: paper.document.issuer),
    Column("ids", N_("named by"), lambda paper: "\n".join(paper.ids)),
    Column("status", N_("status"), lambda paper: labels.status(paper.document.status), "detail"),
    Column("id", N_("id"), lambda paper: paper.ids[0], "key"),
)


def documents(entries: Iterable[Entry[Document]]) -> View[Paper]:
    """Documents, each once, with the records that name it."""
    ids: dict[Document, list[str]] = {}
    for entry in entries:
        ids.setdefault(entry.record, []).append(entry.id)
    items = [Paper(document, tuple(named)) for document, named in ids.items()]
    return _view("documents", items, _PAPERS, _paper_data)._replace(cite=_cite_paper)


def _cite_paper(paper: Paper) -> "Citation":
    from policycli.views.citation import of_document

    return of_document(paper.document, paper.ids[0])


def _paper_data(paper: Paper) -> dict[str, Any]:
    return {**paper.document._asdict(), "ids": list(paper.ids)}


class Body(NamedTuple):
    """An organisation and how often it is named as what."""

    name: str
    issues: int
    leads: int
    partners: int
    documents: int


_BODIES: tuple[Column[Body], ...] = (
    Column("name", N_("body"), lambda body: body.name),
    Column("issues", N_("issues"), lambda body: body.issues, "number"),
    Column("leads", N_("leads"), lambda body: body.leads, "number"),
    Column("partners", N_("takes part"), lambda body: body.partners, "number"),
    Column("documents", N_("documents"), lambda body: body.documents, "number"),
)


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
    return _view("bodies", items, _BODIES, Body._asdict)


def _issuers(documents: Iterable[Entry[Document]]) -> Iterable[str]:
    """The issuer of every document once, however many records name it, in their order."""
    named = dict.fromkeys((e.record.title, e.record.issuer) for e in documents)
    return (issuer for _title, issuer in named if issuer)


def _view(
    what: str,
    items: Sequence[T],
    columns: tuple[Column[T], ...],
    data: Callable[[T], dict[str, Any]],
) -> View[T]:
    return View("list", what, items, len(items), columns, data)
