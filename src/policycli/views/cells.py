"""Cells and columns that several views share."""

from collections.abc import Iterable
from typing import Protocol

from policycli import labels
from policycli.language import N_, pick
from policycli.records.model import HasRecord, Measure, Policy
from policycli.views.model import Column, Text

__all__ = ["ID", "POLICY", "REGION", "HasHead", "listed", "summary", "title"]


class HasId(Protocol):
    """An item with a full id."""

    @property
    def id(self) -> str: ...


class HasHead(Protocol):
    """An item with the policy that it belongs to."""

    @property
    def head(self) -> Policy: ...  # noqa: D102


ID = Column[HasId]("id", N_("id"), lambda item: item.id, "id")
REGION = Column[HasHead](
    "region", N_("region"), lambda item: labels.region(item.head.region), "short"
)
POLICY = Column[HasHead](
    "policy", N_("policy"), lambda item: pick(item.head.title, item.head.title_en), "detail"
)


def title(entry: HasRecord) -> str:
    """The title of a policy or measure."""
    return pick(entry.record.title, entry.record.title_en)


def summary(entry: HasRecord) -> str:
    """The summary of a policy or measure, or the wording of an article that has none."""
    record = entry.record
    wording = record.text if isinstance(record, Measure) else ""
    return pick(record.summary, record.summary_en) or wording


def listed(pairs: Iterable[tuple[str, str]]) -> Text:
    """Names, each on a line with its id after it."""
    text = ""
    faint: list[tuple[int, int]] = []
    for name, full_id in pairs:
        text += ("\n" if text else "") + f"{name} {full_id}"
        faint.append((len(text) - len(full_id), len(text)))
    return Text(text, (), tuple(faint))
