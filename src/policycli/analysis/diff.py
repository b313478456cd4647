"""What changed between two states of a catalogue, in the terms of 立、改、废、释.

立 added: a record is new. 改 amended: it says something else, or another policy amends it. 废
repealed: it is gone, its status says so, or another policy repeals it. 释 explained: another policy
interprets it. 移 moved: an article has another number, and says what it said. Besides, what had a
deadline is done (办结) once its record says so and nothing else.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_args

from policycli.analysis.links import Link, links
from policycli.analysis.wording import Words, changed_words
from policycli.records.ids import full_id
from policycli.records.model import Figure, Measure, Policy, Problem
from policycli.text.part_marks import ARTICLE, mark
from policycli.tuples import NamedTuple

if TYPE_CHECKING:
    from policycli.norms.differences import Difference, Wordings

__all__ = ["KINDS", "Change", "ChangedField", "Moved", "changes"]

Kind = Literal[
    "added",
    "amended",
    "repealed",
    "explained",
    "moved",
    "done",
    "answered",
    "effective",
    "expired",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""In the order of answers; the last two happen by their dates alone (see ``analysis.news``), and
only news tell of problems that were answered."""

_EFFECTS: dict[str, Kind] = {
    "amends": "amended",
    "consolidates": "amended",
    "corrects": "amended",
    "repeals": "repealed",
    "interprets": "explained",
}
_APART = ("id", "measures", "figures")  # told in other ways than as a changed field
_NORMS = ("text", "summary")
_PLACE = {"title", "locator"}  # what says where an article stands
_PROSE = ("title", "title_en", "summary", "summary_en", "text", "lead", "deadline", "doc_number")


class ChangedField(NamedTuple):
    """One field of a record that says something else.

    Attributes:
        field: Its key.
        old: What it said, as the record has it; empty where it said nothing.
        new: What it says now.
        words: For a text, what changed in it.
        differences: For a wording, what it says otherwise than before.
    """

    field: str
    old: Any
    new: Any
    words: tuple[Words, ...] = ()
    differences: tuple["Difference", ...] = ()


class Moved(NamedTuple):
    """A figure that changed, came (``old`` is ``None``) or went (``new`` is ``None``).

    Attributes:
        difference: New value less old one, in their unit; ``None`` where the units differ.
    """

    old: Figure | None
    new: Figure | None
    difference: int | float | None


class Change(NamedTuple):
    """What happened to one record.

    Attributes:
        id: Its full id.
        head: The policy it belongs to, without its measures.
        record: As it is now, or as it was where it is gone; a policy has its measures. Problems are
            records of news alone.
        by: Ids of the policies that newly amend, repeal or interpret it.
        whole: Whether it came or went; a policy then with all its measures.
        was: Full id that the measure had before, where it had another.
    """

    kind: Kind
    id: str
    head: Policy
    record: Policy | Measure | Problem
    fields: tuple[ChangedField, ...] = ()
    figures: tuple[Moved, ...] = ()
    by: tuple[str, ...] = ()
    whole: bool = False
    was: str = ""


def changes(old: Iterable[Policy], new: Iterable[Policy]) -> list[Change]:
    """What changed from ``old`` to ``new``, by kind and then in their order.

    A policy that came or went is one change, with all its measures.
    """
    before, after = ({policy.id: policy for policy in state} for state in (old, new))
    # An article that is gone may have had the number that another one has now.
    found = {
        (change.id, change.whole and change.kind == "repealed"): change
        for change in _records(before, after)
    }
    for link in _new_links(before.values(), after.values()):
        kind, target = _EFFECTS[link.type], after[link.target.id]
        known = found.get((target.id, False), Change(kind, target.id, link.target, target))
        if known.kind == "amended":
            known = known._replace(kind=kind if kind == "repealed" else known.kind)
        found[target.id, False] = known._replace(by=(*known.by, link.source.id))
    return sorted(found.values(), key=lambda change: KINDS.index(change.kind))


def _new_links(old: Iterable[Policy], new: Iterable[Policy]) -> list[Link]:
    known = {(link.type, link.source.id, link.target.id) for link in _links(old)}
    return [
        link
        for link in _links(new)
        if link.type in _EFFECTS and (link.type, link.source.id, link.target.id) not in known
    ]


def _links(policies: Iterable[Policy]) -> list[Link]:
    return links(policy._replace(measures=()) for policy in policies)


def _records(before: dict[str, Policy], after: dict[str, Policy]) -> Iterator[Change]:
    for policy in after.values():
        head = policy._replace(measures=())
        if policy.id in before:
            yield from _policy(before[policy.id], policy)
        else:
            yield Change("added", policy.id, head, policy, whole=True)
    for policy in before.values():
        if policy.id not in after:
            head = policy._replace(measures=())
            yield Change("repealed", policy.id, head, policy, whole=True)


def _policy(old: Policy, new: Policy) -> Iterator[Change]:
    """Changes of a policy itself, then of its measures."""
    head = new._replace(measures=())
    wordings = cache(lambda: _wordings(old, new))  # read only where one has changed
    yield from _compared(new.id, head, old, new, wordings)
    was = _earlier(old.measures, new.measures, wordings)
    for measure in new.measures:
        full = full_id(new.id, measure.id)
        if measure.id not in was:
            yield Change("added", full, head, measure, whole=True)
            continue
        earlier = was[measure.id]
        if earlier.id == measure.id:
            yield from _compared(full, head, earlier, measure, wordings)
        else:
            yield _moved(full, head, earlier, measure, wordings)
    known = {measure.id for measure in was.values()}
    for measure in old.measures:
        if measure.id not in known:
            yield Change("repealed", full_id(new.id, measure.id), head, measure, whole=True)


def _earlier(
    old: Iterable[Measure], new: Iterable[Measure], wordings: Callable[[], "Wordings"]
) -> dict[str, Measure]:
    """What each measure was, by its new id: the one of the same id, articles by their wording.

    The id of an article is its number, and new articles give others to those behind them. Where
    one has another number, numbers say nothing of the rest either.
    """
    before = {measure.id: measure for measure in old}
    left = [m for m in new if m.id not in before or _wording(m) != _wording(before[m.id])]
    apart = {measure.id for measure in left}
    found = {m.id: before.pop(m.id) for m in new if m.id not in apart}
    mine, theirs = (list(filter(_numbered, each)) for each in (left, before.values()))
    if mine and theirs:
        pairs = wordings().aligned([*map(_wording, theirs)], [*map(_wording, mine)])
        found |= {mine[at].id: before.pop(theirs[place].id) for at, place in pairs.items()}
    renumbered = any(new_id != measure.id for new_id, measure in found.items())
    staying = (m for m in left if m.id not in found and not (renumbered and _numbered(m)))
    return found | {m.id: before[m.id] for m in staying if m.id in before}


def _numbered(measure: Measure) -> bool:
    """Whether it is called by its number: 第五条."""
    found = mark(measure.title)
    return found is not None and found.kind == ARTICLE


def _wording(measure: Measure) -> str:
    return measure.text or measure.summary


def _moved(
    full: str, head: Policy, old: Measure, new: Measure, wordings: Callable[[], "Wordings"]
) -> Change:
    """A measure that had another id, with what else of it changed."""
    found = next(_compared(full, head, old, new, wordings), Change("moved", full, head, new))
    only = {field.field for field in found.fields} <= _PLACE and not found.figures
    return found._replace(kind="moved" if only else found.kind, was=full_id(head.id, old.id))


def _wordings(*policies: Policy) -> "Wordings":
    from policycli.norms.differences import Wordings

    measures = [measure for policy in policies for measure in policy.measures]
    return Wordings(
        [
            *map(_wording, measures),
            *(policy.summary for policy in policies),
        ]
    )


def _compared(
    full_id: str,
    head: Policy,
    old: Policy | Measure,
    new: Policy | Measure,
    wordings: Callable[[], "Wordings"],
) -> Iterator[Change]:
    fields = tuple(_fields(old, new, wordings))
    figures: tuple[Moved, ...] = ()
    if isinstance(old, Measure) and isinstance(new, Measure):
        figures = tuple(_figures(old.figures, new.figures))
    if fields or figures:
        yield Change(_kind(old, new, fields, figures), full_id, head, new, fields, figures)


def _kind(
    old: Policy | Measure,
    new: Policy | Measure,
    fields: Sequence[ChangedField],
    figures: Sequence[Moved],
) -> Kind:
    if new.status == "repealed" and old.status != "repealed":
        return "repealed"
    done = isinstance(new, Measure) and new.done and [field.field for field in fields] == ["done"]
    return "done" if done and not figures else "amended"


def _fields(
    old: Policy | Measure, new: Policy | Measure, wordings: Callable[[], "Wordings"]
) -> Iterator[ChangedField]:
    for name in new._fields:
        was, now = getattr(old, name), getattr(new, name)
        if was != now and name not in _APART:
            words = changed_words(was, now) if name in _PROSE else ()
            norms = wordings().differences(was, now) if name in _NORMS and was and now else ()
            yield ChangedField(name, was, now, words, norms)


def _figures(old: Iterable[Figure], new: Iterable[Figure]) -> Iterator[Moved]:
    """Each figure with the one it was: the same indicator, and as much else as can be."""
    left = [figure for figure in old if figure not in new]
    for figure in new:
        if figure in old:
            continue
        was = max(left, key=lambda other: _likeness(other, figure), default=None)
        if was and was.indicator == figure.indicator:
            left.remove(was)
            yield Moved(was, figure, _difference(was, figure))
        else:
            yield Moved(None, figure, None)
    yield from (Moved(figure, None, None) for figure in left)


def _likeness(one: Figure, other: Figure) -> tuple[bool, int]:
    same = sum(a == b for a, b in zip(one, other, strict=True))
    return one.indicator == other.indicator, same


def _difference(old: Figure, new: Figure) -> int | float | None:
    """Exact, as decimals have it: 92.6 less 92.5 is 0.1."""
    if old.unit != new.unit:
        return None
    difference = Decimal(str(new.value)) - Decimal(str(old.value))
    return int(difference) if difference == int(difference) else float(difference)
