"""What a record says, key by key, for cards, papers and pages alike."""

from collections.abc import Collection, Iterator
from typing import Any

from policycli import labels
from policycli.language import pick
from policycli.records.fields import FIELDS, Field, rows
from policycli.views.model import Column, Kind

__all__ = ["facts", "prose", "table"]


def facts(record: Any, apart: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """Labels and values of a record, in the order of ``records.fields``; none is empty.

    Args:
        record: A policy, measure or any other record.
        apart: Keys that the caller shows in another way.
    """
    for row in rows(record):
        if row.shown in ("fact", "table") and row.key not in apart and not row.translates:
            said = labels.value(record, row)
            if said:
                yield labels.name(row), said


def prose(record: Any) -> Iterator[str]:
    """The paragraphs of a policy or measure, in the language of the screen."""
    wording = pick(record.summary, record.summary_en)
    for text in (wording, getattr(record, "text", "")):
        yield from (line for line in text.splitlines() if line.strip())


def table(kind: type[Any]) -> tuple[Column[Any], ...]:
    """A column for every key of such records but for parts of others and translations.

    Its titles are in the language of the screen already.
    """
    return tuple(_column(row) for row in FIELDS[kind] if row.shown != "part" and not row.translates)


def _column(row: Field) -> Column[Any]:
    kind: Kind = "short" if row.kind in ("date", "code") else "text"
    kind = "number" if row.kind == "amount" else kind
    return Column(row.key, labels.heading(row), lambda record: labels.value(record, row), kind)
