"""Which policies and measures are handed on."""

from collections.abc import Iterable, Set

from policycli.records.ids import in_place
from policycli.records.model import Policy

__all__ = ["excerpt", "newer"]


def excerpt(policies: Iterable[Policy], wanted: Set[str]) -> list[Policy]:
    """The policies that are wanted or have a measure that is, with the measures that are.

    Args:
        policies: With all their measures.
        wanted: Full ids. A policy that is wanted without any of its measures comes by itself.
    """
    narrowed = (_narrowed(policy, wanted) for policy in policies)
    return [policy for policy in narrowed if policy.measures or policy.id in wanted]


def _narrowed(policy: Policy, wanted: Set[str]) -> Policy:
    measures = (entry.record for entry in in_place(policy) if entry.id in wanted)
    return policy._replace(measures=tuple(measures))


def newer(policies: Iterable[Policy], since: str) -> list[Policy]:
    """The policies whose date is, or may be, ``since`` or later; all where that is empty."""
    if not since:
        return list(policies)
    dated = (policy for policy in policies if policy.date)
    return [policy for policy in dated if policy.date >= since[: len(policy.date)]]
