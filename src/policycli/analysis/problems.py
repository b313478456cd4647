"""Problems by what is asked of them: which pass, how long they took, and which are late."""

from collections.abc import Iterable, Iterator
from datetime import date

from policycli.analysis.handling import OPEN
from policycli.records.model import Entry, Problem
from policycli.text.dates import days
from policycli.tuples import NamedTuple

__all__ = ["Wanted", "answered_on", "askers_kind", "days_taken", "is_overdue", "narrow", "new_id"]

_KINDS = {
    "university": ("大学", "学院", "高校", "学校"),
    "institute": ("研究院", "研究所", "科学院", "研究中心", "实验室"),
    "enterprise": ("公司", "集团", "企业", "厂"),
}


class Wanted(NamedTuple):
    """Which problems are wanted; what is empty asks nothing.

    Attributes:
        states: Any of these.
        bodies: Parts of names of the bodies that settle it; any of them.
        asker: A part of the name of who asked, or a kind of asker.
        about: Any of these ids; that of a policy takes in its measures.
        overdue: Whether it waits for an answer beyond its day.
        since: First day on which it may have come in, as rough as a year.
        until: Last one.
    """

    states: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    asker: str = ""
    about: tuple[str, ...] = ()
    overdue: bool = False
    since: str = ""
    until: str = ""


def narrow(
    entries: Iterable[Entry[Problem]], wanted: Wanted, today: str
) -> Iterator[Entry[Problem]]:
    """The problems that are wanted; ``today`` decides which are late."""
    return (entry for entry in entries if _passes(entry.record, wanted, today))


def _passes(problem: Problem, wanted: Wanted, today: str) -> bool:
    bodies = {problem.lead, *problem.bodies}
    return (
        (not wanted.states or problem.state in wanted.states)
        and (not wanted.bodies or any(part in body for part in wanted.bodies for body in bodies))
        and (not wanted.asker or _is_asker(problem, wanted.asker))
        and (not wanted.about or any(_is_about(problem, id) for id in wanted.about))
        and (not wanted.overdue or is_overdue(problem, today))
        and (not wanted.since or problem.received >= days(wanted.since).first)
        and (not wanted.until or problem.received <= days(wanted.until).last)
    )


def _is_asker(problem: Problem, name: str) -> bool:
    asker = problem.asker
    return asker is not None and (name == asker.kind or name in asker.name)


def _is_about(problem: Problem, id: str) -> bool:
    return any(about == id or about.startswith(f"{id}.") for about in problem.about)


def is_overdue(problem: Problem, today: str) -> bool:
    """Whether a problem waits for an answer that was due before today."""
    return problem.state in OPEN and bool(problem.due) and days(problem.due).last < today


def answered_on(problem: Problem) -> str:
    """The day of the last answer of a problem that has one; empty while it waits for one."""
    if problem.state in OPEN:
        return ""
    return next((e.date for e in reversed(problem.events) if e.state == "answered"), "")


def days_taken(problem: Problem, today: str) -> int | None:
    """Days from its receipt to its answer, or to today; ``None`` where a date is no day."""
    first, last = problem.received, answered_on(problem) or (today if problem.state in OPEN else "")
    if len(first) < len("2026-07-01") or len(last) < len(first):
        return None
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def new_id(received: str, ids: Iterable[str]) -> str:
    """The next id of its year: ``p2026-001``."""
    head = f"p{received[:4]}-"
    numbers = [id.removeprefix(head) for id in ids if id.startswith(head)]
    last = max((int(number) for number in numbers if number.isdecimal()), default=0)
    return f"{head}{last + 1:03}"


def askers_kind(name: str) -> str:
    """What sort of asker a name is that says so: a university, institute or firm; else nothing.

    The word nearest to the end decides: 贵州大学科技园有限公司 is a firm.
    """
    ends = {kind: max(name.rfind(word) for word in words) for kind, words in _KINDS.items()}
    kind = max(ends, key=lambda each: ends[each])
    return kind if ends[kind] >= 0 else ""
