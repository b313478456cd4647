"""Which tables a ledger has: measures, policies, figures and documents, with every field of them.

Some columns are told for readers alone: what stands on another sheet is changed there. The last
column of measures and policies is hidden, with short names for what the catalogue said; by these
an import knows what was changed in the ledger, and what in the catalogue meanwhile.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple

from policycli import labels
from policycli.exchange.notation import (
    LEVEL,
    LINES,
    LIST,
    NUMBER,
    OP,
    RELATIONS,
    STEPS,
    TEXT,
    Notation,
    coded,
)
from policycli.files import state
from policycli.files.digests import plain
from policycli.language import N_, _, pick
from policycli.records.model import Document, Figure, Measure, Policy, to_dict

__all__ = ["EXPORTED", "MEASURES", "SHEETS", "Column", "Place", "Sheet", "cells", "places"]


Kind = Literal["id", "text", "short", "number", "told", "hidden"]
Cell = str | int | float


class Place(NamedTuple):
    """A row: the record that it tells, and where that stands."""

    id: str
    policy: Policy
    measure: Measure | None
    record: Policy | Measure | Figure | Document


class Column(NamedTuple):
    """A column of a sheet.

    Attributes:
        key: Of the field, ``region.name`` for one inside another; unique in its sheet.
        title: In English; whoever shows it translates it.
        kind: ``told`` columns are there for readers, and not read back.
        notation: How its values are written.
        tells: What a cell that is not simply a field says.
    """

    key: str
    title: str
    kind: Kind = "text"
    notation: Notation = TEXT
    tells: Callable[[Place], Cell] | None = None


class Sheet(NamedTuple):
    """A table of the ledger.

    Attributes:
        key: Of the list that its records stand in.
        title: In English.
        needed: The columns without which it is none.
    """

    key: str
    title: str
    columns: tuple[Column, ...]
    needed: tuple[str, ...]


_END = coded(labels.ENDS, labels.end)
_INSTRUMENT = coded(labels.INSTRUMENTS, labels.instrument)
_STATUS = coded(labels.STATUSES, labels.status)
_ROLE = coded(labels.ROLES, labels.role)
_KIND = coded(labels.KINDS, labels.kind)

EXPORTED = "exported"
"""The hidden column."""


def _figure(figure: Figure) -> str:
    value = " ".join(filter(None, (labels.figure(figure), figure.period)))
    return _("{label}: {value}").format(label=figure.indicator, value=value)


def _document(document: Document) -> str:
    facts = (labels.role(document.role), document.date, document.issuer)
    return " ".join([f"《{document.title}》", *filter(None, facts)])


def _figures_of(place: Place) -> str:
    return "\n".join(map(_figure, place.measure.figures)) if place.measure else ""


def _documents_of(place: Place) -> str:
    return "\n".join(map(_document, getattr(place.record, "documents", ())))


def _measure_title(place: Place) -> str:
    return pick(place.measure.title, place.measure.title_en) if place.measure else ""


def _exported(place: Place) -> str:
    return state.line(place.id, plain(place.measure or place.policy), without=())


_ID = Column("id", N_("id"), "id", tells=lambda place: place.id)
_REGION = Column(
    "region", N_("region"), "told", tells=lambda place: labels.region(place.policy.region)
)
_HIDDEN = Column(EXPORTED, N_("as exported"), "hidden", tells=_exported)

MEASURES = Sheet(
    "measures",
    N_("Measures"),
    (
        _ID,
        _REGION,
        Column(
            "policy",
            N_("policy"),
            "told",
            tells=lambda place: pick(place.policy.title, place.policy.title_en),
        ),
        Column("title", N_("measure")),
        Column("title_en", N_("English title")),
        Column("summary", N_("summary")),
        Column("summary_en", N_("English summary")),
        Column("text", N_("wording")),
        Column("end", N_("end"), "short", _END),
        Column("instrument", N_("instrument"), notation=_INSTRUMENT),
        Column("lead", N_("lead")),
        Column("partners", N_("partners"), notation=LIST),
        Column("targets", N_("aims"), notation=LINES),
        Column("steps", N_("steps"), notation=STEPS),
        Column("figures", N_("figures (see their sheet)"), "told", tells=_figures_of),
        Column("documents", N_("documents (see their sheet)"), "told", tells=_documents_of),
        Column("themes", N_("themes"), notation=LIST),
        Column("keywords", N_("keywords"), notation=LIST),
        Column("deadline", N_("deadline"), "short"),
        Column("status", N_("status"), "short", _STATUS),
        Column("locator", N_("place in the source")),
        _HIDDEN,
    ),
    ("id", "title"),
)
_POLICIES = Sheet(
    "policies",
    N_("Policies"),
    (
        _ID,
        Column("title", N_("policy")),
        Column("title_en", N_("English title")),
        Column("aliases", N_("other names"), notation=LIST),
        Column("region.name", N_("region"), "short"),
        Column("region.name_en", N_("region in English"), "short"),
        Column("region.code", N_("region code"), "short"),
        Column("level", N_("level"), "short", LEVEL),
        Column("issuers", N_("issuers"), notation=LIST),
        Column("doc_number", N_("document number"), "short"),
        Column("date", N_("date"), "short"),
        Column("in_force_from", N_("in force from"), "short"),
        Column("in_force_until", N_("in force until"), "short"),
        Column("status", N_("status"), "short", _STATUS),
        Column("themes", N_("themes"), notation=LIST),
        Column("summary", N_("summary")),
        Column("summary_en", N_("English summary")),
        Column("keywords", N_("keywords"), notation=LIST),
        Column("documents", N_("documents (see their sheet)"), "told", tells=_documents_of),
        Column("relations", N_("related"), notation=RELATIONS),
        Column("source.title", N_("source")),
        Column("source.locator", N_("place in the source")),
        Column("source.url", N_("web address")),
        Column("source.retrieved", N_("retrieved"), "short"),
        Column("measures", N_("measures"), "told", tells=lambda place: len(place.policy.measures)),
        _HIDDEN,
    ),
    ("id", "title"),
)
_FIGURES = Sheet(
    "figures",
    N_("Figures"),
    (
        _ID,
        _REGION,
        Column("measure", N_("measure"), "told", tells=_measure_title),
        Column("indicator", N_("indicator")),
        Column("op", N_("how exact"), "short", OP),
        Column("value", N_("value"), "number", NUMBER),
        Column("unit", N_("unit"), "short"),
        Column("period", N_("period"), "short"),
        Column("kind", N_("kind"), "short", _KIND),
    ),
    ("id", "indicator", "value"),
)
_DOCUMENTS = Sheet(
    "documents",
    N_("Documents"),
    (
        _ID,
        Column("title", N_("document")),
        Column("role", N_("role"), "short", _ROLE),
        Column("date", N_("date"), "short"),
        Column("issuer", N_("issuer")),
        Column("status", N_("status"), "short", _STATUS),
    ),
    ("id", "title"),
)
SHEETS = (MEASURES, _POLICIES, _FIGURES, _DOCUMENTS)


def places(sheet: Sheet, policies: Iterable[Policy]) -> Iterator[Place]:
    """The rows of a sheet, in the order of the catalogue."""
    for policy in policies:
        if sheet.key == "policies":
            yield Place(policy.id, policy, None, policy)
        elif sheet.key == "documents":
            yield from (Place(policy.id, policy, None, each) for each in policy.documents)
        for measure in policy.measures:
            full = f"{policy.id}.{measure.id}"
            if sheet.key == "measures":
                yield Place(full, policy, measure, measure)
            elif sheet.key != "policies":
                named: Sequence[Figure | Document] = getattr(measure, sheet.key)
                yield from (Place(full, policy, measure, each) for each in named)


def cells(columns: Iterable[Column], place: Place) -> tuple[Cell, ...]:
    """What columns of a sheet say of one record."""
    data = to_dict(place.record)
    return tuple(column.tells(place) if column.tells else _cell(column, data) for column in columns)


def _cell(column: Column, data: dict[str, Any]) -> Cell:
    outer, _dot, inner = column.key.partition(".")
    value = data.get(outer, {}).get(inner) if inner else data.get(outer)
    if isinstance(value, int | float) and float(f"{value:.16G}") == value:  # as workbooks hold it
        return value
    return column.notation.cell(value)
