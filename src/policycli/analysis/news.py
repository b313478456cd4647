"""What is new: 立、改、废、释 as ``diff`` has them, and what came into force or ended by its date.

Since the last look it is two states that are compared. Since a day it is what is dated: a policy
or measure of that day or later is added, and what it says of others happened to them.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from policycli.analysis.diff import KINDS, Change, changes
from policycli.files.seen import Memory
from policycli.records.model import Policy
from policycli.text.dates import OPEN, days, typed

__all__ = ["Look", "since_day", "since_last"]


class Look(NamedTuple):
    """A catalogue as it is now, beside what is remembered of it.

    Attributes:
        name: What the user knows it by.
    """

    name: str
    memory: Memory
    policies: Sequence[Policy]


def since_last(looks: Iterable[Look], today: str) -> list[Change]:
    """What is new in catalogues that were looked at before; of others nothing is."""
    known = [(look, look.memory.seen) for look in looks]
    old = [policy for look, seen in known for policy in (seen.policies if seen else look.policies)]
    new = [policy for look, _seen in known for policy in look.policies]
    by_date = [
        change
        for look, seen in known
        if seen
        for change in _by_date(look.policies, seen.day, today, today)
    ]
    return _joined(changes(old, new), by_date)


def since_day(policies: Sequence[Policy], day: str, today: str) -> list[Change]:
    """What their dates say happened on a day or later, and will; rough dates may be later.

    Args:
        policies: With their measures.
        day: ``2024``, ``2024-06`` or ``2024-06-30``.
        today: On which a validity that is over has ended.

    Raises:
        UsageError: ``day`` is no date.
    """
    first = days(typed(day)).first
    old = [_earlier(policy, first) for policy in policies if not _may_be(policy.date, first)]
    before = (date.fromisoformat(first) - timedelta(days=1)).isoformat()
    return _joined(changes(old, policies), _by_date(policies, before, today, OPEN[1]))


def _joined(compared: Sequence[Change], by_date: Iterable[Change]) -> list[Change]:
    """Both, by kind; what is told of a record already is not told by its date as well."""
    known = {change.id for change in compared}
    both = [*compared, *(change for change in by_date if change.id not in known)]
    return sorted(both, key=lambda change: KINDS.index(change.kind))


def _may_be(date: str, first: str) -> bool:
    return bool(date) and days(date).last >= first


def _earlier(policy: Policy, first: str) -> Policy:
    """A policy without the measures that are newer than itself."""
    kept = (measure for measure in policy.measures if not _may_be(measure.date, first))
    return policy._replace(measures=tuple(kept))


def _by_date(policies: Iterable[Policy], last: str, today: str, until: str) -> Iterator[Change]:
    """What came into force after the day ``last``, by ``until``, or was in force no more then."""
    for policy in policies:
        head = policy._replace(measures=())
        begins, ends = days(policy.in_force_from).first, days(policy.in_force_until).last
        if last < begins <= until:
            yield Change("effective", policy.id, head, policy)
        if last <= ends < today:
            yield Change("expired", policy.id, head, policy)
