"""Whether a record was in force on a day, as far as its catalogue can tell.

A policy holds from ``in_force_from``, else from its date (自印发之日起施行 is usual), until the end
of ``in_force_until`` or the day from which another policy repeals it. Where neither is given, its
status tells whether it still holds. Dates may be as rough as a year: whatever they leave open is
unknown, and so is what nothing was said of.
"""

from collections.abc import Iterable, Mapping
from typing import Literal

from policycli.analysis.links import Link, repeals
from policycli.index.records import Records
from policycli.records.model import Entry, HasRecord, Policy
from policycli.text.dates import days

__all__ = ["InForce", "ended", "in_force", "marked", "may_hold", "repeal_dates"]

InForce = Literal["yes", "no", "unknown"]

_STANDING = ("in-force", "amended")  # an amended policy holds, in other words


def repeal_dates(links: Iterable[Link]) -> dict[str, str]:
    """The day from which each repealed policy no longer holds; empty where it is not known."""
    return {link.target.id: _start(link.source) for link in links if link.type == "repeals"}


def marked(records: Records, today: str) -> dict[str, str]:
    """The same of all policies of a catalogue, which shows those repealed by today as such."""
    repealed = repeal_dates(repeals(records))
    records.mark_repealed(ended(repealed, today))
    return repealed


def ended(repealed: Mapping[str, str], day: str) -> list[str]:
    """The policies that had certainly been repealed by a day; see ``repeal_dates``."""
    return [id for id, date in repealed.items() if _reached(day, date) == "yes"]


def in_force(entry: HasRecord, day: str, repealed: Mapping[str, str]) -> InForce:
    """Whether a record was in force.

    Args:
        entry: Of a policy, or of a measure, whose status goes before its policy's.
        day: ``2022-06-01``, or a month or year, of which every day then has to be in force.
        repealed: See ``repeal_dates``.
    """
    head = entry.head
    status = getattr(entry.record, "status", "") or head.status  # a document goes by its policy
    begun = _reached(day, _start(head))
    over: list[InForce] = []
    if head.in_force_until:
        over.append(_passed(day, head.in_force_until))
    if head.id in repealed:
        over.append(_reached(day, repealed[head.id]))
    if begun == "no" or "yes" in over:
        return "no"
    if begun == "unknown" or "unknown" in over:
        return "unknown"
    if status == "not-yet":
        return "yes" if head.in_force_from else "unknown"
    return "yes" if over or status in _STANDING else "unknown"


def may_hold(policy: Policy, day: str, repealed: Mapping[str, str]) -> bool:
    """Whether a policy, without its measures, may be in force; arguments as of ``in_force``."""
    said = in_force(Entry(policy.id, policy, policy), day, repealed)
    return said != "no" and policy.status != "repealed"


def _start(head: Policy) -> str:
    return head.in_force_from or head.date


def _reached(day: str, date: str) -> InForce:
    """Whether ``date`` had come by all of ``day``."""
    if not date:
        return "unknown"
    if _last(day) < _first(date):
        return "no"
    return "yes" if _first(day) >= _last(date) else "unknown"


def _passed(day: str, date: str) -> InForce:
    """Whether the whole of ``date`` was over before ``day``."""
    if _first(day) > _last(date):
        return "yes"
    return "no" if _last(day) <= _first(date) else "unknown"


def _first(date: str) -> str:
    return days(date).first


def _last(date: str) -> str:
    return days(date).last
