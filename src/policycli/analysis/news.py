"""What is new: 立、改、废、释 as ``diff`` has them, what was done or answered, and dates.

What comes into force, or is in force no more, does so by its date alone.

Since the last look it is two states that are compared. Since a day it is what is dated: a policy
or measure of that day or later is added, and what it says of others happened to them.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import date, timedelta

from policycli.analysis.diff import KINDS, Change, changes
from policycli.analysis.problems import answered_on
from policycli.files.seen import Memory, Seen
from policycli.records.ids import alone, in_place
from policycli.records.model import Measure, Policy, Problem
from policycli.text.dates import OPEN, days, typed
from policycli.tuples import NamedTuple

__all__ = ["Look", "since_day", "since_last"]


class Look(NamedTuple):
    """A catalogue as it is now, beside what is remembered of it.

    Attributes:
        name: What the user knows it by.
        problems: Those that it has.
    """

    name: str
    memory: Memory
    policies: Sequence[Policy]
    problems: Sequence[Problem] = ()


def since_last(looks: Iterable[Look], today: str, wanted: Set[str] | None = None) -> list[Change]:
    """What is new in catalogues that were looked at before; of others nothing is.

    Args:
        looks: The catalogues.
        today: The day of this look.
        wanted: Ids of the policies that alone are looked at; of what is gone nobody can say
            whether it was wanted, so that is in it always, and problems never.
    """
    known = [_narrowed(look, look.memory.seen, wanted) for look in looks]
    old = [policy for look, seen in known for policy in (seen.policies if seen else look.policies)]
    new = [policy for look, _seen in known for policy in look.policies]
    by_date = [
        change
        for look, seen in known
        if seen
        for change in _by_date(look.policies, seen.day, today, today)
    ]
    answered = [
        change
        for look, seen in known
        if seen and seen.problems is not None
        for change in _answered(look.problems, seen.problems)
    ]
    return _joined([*changes(old, new), *answered], by_date)


def _narrowed(look: Look, seen: Seen | None, wanted: Set[str] | None) -> tuple[Look, Seen | None]:
    if wanted is None:
        return look, seen
    there = {policy.id for policy in look.policies}
    kept = tuple(p for p in seen.policies if p.id in wanted or p.id not in there) if seen else ()
    own = [policy for policy in look.policies if policy.id in wanted]
    return look._replace(policies=own), seen and Seen(seen.day, kept)


def _answered(now: Iterable[Problem], before: Iterable[Problem]) -> Iterator[Change]:
    """The problems that have an answer now, which they had not before."""
    known = {problem.id: answered_on(problem) for problem in before}
    for problem in now:
        day = answered_on(problem)
        if day and day != known.get(problem.id):
            yield Change("answered", problem.id, alone(problem).head, problem)


def since_day(
    policies: Sequence[Policy], day: str, today: str, problems: Iterable[Problem] = ()
) -> list[Change]:
    """What their dates say happened on a day or later, and will; rough dates may be later.

    Args:
        policies: With their measures.
        day: ``2024``, ``2024-06`` or ``2024-06-30``.
        today: On which a validity that is over has ended.
        problems: Of which those are new that were answered since.

    Raises:
        UsageError: ``day`` is no date.
    """
    first = days(typed(day)).first
    answered = [change for change in _answered(problems, ()) if _since(change.record, first)]
    old = [_earlier(policy, first) for policy in policies if not _may_be(policy.date, first)]
    before = (date.fromisoformat(first) - timedelta(days=1)).isoformat()
    happened = [*_by_date(policies, before, today, OPEN[1]), *_done(policies, first)]
    return _joined([*changes(old, policies), *answered], happened)


def _since(record: Policy | Measure | Problem, first: str) -> bool:
    return isinstance(record, Problem) and answered_on(record) >= first


def _done(policies: Iterable[Policy], first: str) -> Iterator[Change]:
    """The measures that were done on the day ``first`` or later."""
    for policy in policies:
        for entry in in_place(policy):
            if _may_be(entry.record.done, first):
                yield Change("done", entry.id, entry.head, entry.record)


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
