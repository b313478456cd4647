"""Which policies and measures are handed on."""

from collections.abc import Iterable, Set

from policycli.analysis.diff import Change
from policycli.language import _
from policycli.records.ids import narrowed
from policycli.records.model import Policy, Problem
from policycli.views.changes import kind, lines

__all__ = ["excerpt", "newer", "notes", "of_news"]


def excerpt(policies: Iterable[Policy], wanted: Set[str]) -> list[Policy]:
    """The policies that are wanted or have a measure that is, with the measures that are.

    Args:
        policies: With all their measures.
        wanted: Full ids. A policy that is wanted without any of its measures comes by itself.
    """
    parts = (narrowed(policy, wanted) for policy in policies)
    return [policy for policy in parts if policy.measures or policy.id in wanted]


def newer(policies: Iterable[Policy], since: str) -> list[Policy]:
    """The policies whose date is, or may be, ``since`` or later; all where that is empty."""
    if not since:
        return list(policies)
    dated = (policy for policy in policies if policy.date)
    return [policy for policy in dated if policy.date >= since[: len(policy.date)]]


def notes(changes: Iterable[Change]) -> dict[str, list[str]]:
    """What happened to records that are not new, a line each, by their full ids."""
    return {
        change.id: [_("{label}: {value}").format(label=kind(change), value=line) for line in said]
        for change in changes
        if not change.whole and (said := list(lines(change)))
    }


def of_news(changes: Iterable[Change]) -> list[Policy]:
    """The policies that something happened to, with the measures that it happened to alone.

    What was repealed says so, also where its record is gone; a policy that is new is whole.
    Problems are left out: who met one is not for everybody.
    """
    found: dict[str, Policy] = {}
    for change in changes:
        record = change.record
        if isinstance(record, Problem):
            continue
        if change.kind == "repealed":
            record = record._replace(status="repealed")
        if isinstance(record, Policy):
            own = record.measures if change.whole else ()
            record = record._replace(measures=())
            known = found.get(change.id, record)
            found[change.id] = record._replace(measures=(*known.measures, *own))
        else:
            known = found.get(change.head.id, change.head)
            found[change.head.id] = known._replace(measures=(*known.measures, record))
    return list(found.values())
