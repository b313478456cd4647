"""Full ids: ``<policy>.<measure>``, as in ``guizhou.ledger``; that of a policy is its own."""

from collections.abc import Iterator, Set

from policycli.records.model import Entry, Measure, Policy, Problem

__all__ = ["alone", "full_id", "in_place", "narrowed", "parts"]


def full_id(policy: str, measure: str) -> str:
    """The id of a measure among all catalogues."""
    return f"{policy}.{measure}"


def parts(full: str) -> tuple[str, str]:
    """The id of the policy, and that of the measure in it; empty for a policy itself."""
    policy, _point, measure = full.partition(".")
    return policy, measure


def alone(problem: Problem) -> Entry[Problem]:
    """A problem as an entry: it belongs to no policy."""
    return Entry(problem.id, Policy(problem.id, problem.title), problem)


def in_place(policy: Policy) -> Iterator[Entry[Measure]]:
    """The measures of a policy as entries: each with its full id and the policy without them."""
    head = policy._replace(measures=())
    for measure in policy.measures:
        yield Entry(full_id(policy.id, measure.id), head, measure)


def narrowed(policy: Policy, wanted: Set[str]) -> Policy:
    """A policy with those of its measures alone whose full ids are wanted."""
    measures = (entry.record for entry in in_place(policy) if entry.id in wanted)
    return policy._replace(measures=tuple(measures))
