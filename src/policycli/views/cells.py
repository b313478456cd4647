"""Cells and columns that several views share."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from policycli import labels
from policycli.language import N_, chinese, pick
from policycli.records.model import HasRecord, Measure, Policy, Problem, Record, Region
from policycli.views.model import Cell, Column, Text

if TYPE_CHECKING:
    from typing import Protocol

    from policycli.views import rows
    from policycli.views.citation import Citation

    class HasId(Protocol):
        """An item with a full id."""

        @property
        def id(self) -> str: ...

    class HasHead(Protocol):
        """An item with the policy that it belongs to."""

        @property
        def head(self) -> Policy: ...


__all__ = [
    "ID",
    "POLICY",
    "REGION",
    "cite",
    "listed",
    "named",
    "official",
    "official_column",
    "official_title",
    "official_titles",
    "region_data",
    "summary",
    "title",
    "type_data",
]

T = TypeVar("T")

ID: "Column[HasId]" = Column("id", N_("id"), lambda item: item.id, "id")
REGION: "Column[HasHead]" = Column(
    "region", N_("region"), lambda item: labels.region(item.head.region), "short"
)
POLICY: "Column[HasHead]" = Column(
    "policy", N_("policy"), lambda item: labels.called(item.head, item.head), "detail"
)


def title(entry: HasRecord) -> str:
    """The title of a record."""
    return labels.called(entry.record, entry.head)


def summary(entry: HasRecord) -> str:
    """What a record says in short, or the wording of an article; of a problem its answer."""
    record = entry.record
    if isinstance(record, Problem):
        return record.answer or record.text
    wording = record.text if isinstance(record, Measure) else ""
    return pick(record.summary, record.summary_en) or wording


def region_data(region: Region | None) -> "rows.WholeRegion | None":
    """A region with all of its keys, for programs."""
    if region is None:
        return None
    return {"code": region.code, "name": region.name, "name_en": region.name_en}


def type_data(record: Record) -> "rows.Type":
    """What sort of record it is, for programs."""
    if isinstance(record, Problem):
        return "problem"
    return "measure" if isinstance(record, Measure) else "policy"


def cite(entry: HasRecord) -> "Citation | None":
    """What is cited for a record; it is loaded where somebody cites."""
    from policycli.views.citation import of_record

    return of_record(entry)


def official(title: str, title_en: str) -> str:
    """The title that people cite, where an English screen shows another one; else nothing."""
    return title if title_en and not chinese() else ""


def official_title(entry: HasRecord) -> str:
    """The official title of a record; see ``official``."""
    return official(entry.record.title, entry.record.title_en)


def official_column(cell: Callable[[T], Cell]) -> tuple[Column[T], ...]:
    """On an English screen a column of official titles, to come last."""
    return () if chinese() else (Column("official", N_("official title"), cell, "under"),)


def official_titles() -> tuple[Column[HasRecord], ...]:
    """The same for policies and measures."""
    return official_column(official_title)


def named(policy: Policy) -> Cell:
    """The title of a policy; on an English screen with the official one, faint, under it."""
    shown, cited = labels.called(policy, policy), official(policy.title, policy.title_en)
    if not cited:
        return shown
    start = len(shown) + 1
    return Text(f"{shown}\n{cited}", (), ((start, start + len(cited)),))


def listed(rows: Iterable[tuple[str, str, str]]) -> Text:
    """Names, each with its id after it; where it has an official title, with both under it."""
    text = ""
    faint: list[tuple[int, int]] = []
    for name, cited, full_id in rows:
        text += ("\n" if text else "") + name + ("\n" if cited else " ")
        start = len(text)
        text += f"{cited} {full_id}".lstrip()
        faint.append((start, len(text)))
    return Text(text, (), tuple(faint))
