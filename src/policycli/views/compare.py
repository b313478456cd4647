"""Policies side by side."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from policycli import labels
from policycli.analysis.compare import By, Comparison, Numbers, Row, Shared
from policycli.analysis.grouping import Reason
from policycli.language import N_, _
from policycli.records.model import Entry, Figure, Measure, Policy
from policycli.text.part_marks import is_number
from policycli.tuples import NamedTuple
from policycli.views import differences
from policycli.views.cells import listed, official, official_column, region_data
from policycli.views.model import Cell, Column, Kind, Section, View

if TYPE_CHECKING:
    from policycli.views import rows

__all__ = ["view"]

Item = Row | Shared | Numbers

_GROUPS: dict[str, Callable[[str], str]] = {
    "end": labels.end,
    "instrument": labels.instrument,
    "theme": labels.theme,
}


def view(compared: Comparison, *, explain: bool = False) -> View[Item]:
    """Rows of measures, then shared instruments and shared figures; a column for each policy."""
    items: list[Item] = [*compared.rows, *compared.instruments, *compared.figures]
    policies = compared.policies
    return View(
        "compare",
        [policy.id for policy in policies],
        items,
        len(items),
        _columns(compared, explain=explain),
        lambda item: _data(item, policies),
        extra=(("by", compared.by), ("policies", list(map(_policy, policies)))),
        flat=Section("", _flat(compared, explain=explain), [*_members(items)]),
    )


class _Member(NamedTuple):
    """What one policy has in a row: the row, the place of the policy, and a measure or figure."""

    item: Item
    at: int
    entry: Entry[Any]


def _members(items: Iterable[Item]) -> Iterator[_Member]:
    for item in items:
        sides: Sequence[Sequence[Entry[Any]]] = item.sides
        for at, side in enumerate(sides):
            yield from (_Member(item, at, entry) for entry in side)


def _flat(compared: Comparison, *, explain: bool) -> tuple[Column[_Member], ...]:
    """Columns for every measure and figure on a line of its own."""
    names = [_name(policy, compared.policies) for policy in compared.policies]
    why: Column[_Member] = Column("reasons", N_("why"), lambda member: _reasons(member.item))
    columns: tuple[Column[_Member], ...] = (
        Column("id", N_("id"), lambda member: member.entry.id, "id"),
        Column("policy", N_("policy"), lambda member: names[member.at]),
        Column("group", "", lambda member: _group(member.item, compared.by)),
        Column("theme", N_("theme"), lambda member: labels.theme(_key(member, "theme"))),
        Column("instrument", N_("instrument"), lambda member: _key(member, "instrument")),
        Column("title", N_("title"), lambda member: _member_title(member.entry)),
        Column("value", N_("value"), lambda member: _member_value(member.entry.record)),
        *((why,) if explain else ()),
    )
    return columns + official_column(lambda member: _cited(member.entry.record))


def _key(member: _Member, key: str) -> str:
    """What the row has under a key, of those that only some rows have."""
    return getattr(member.item, key, "")


def _member_title(entry: Entry[Any]) -> str:
    record = entry.record
    if isinstance(record, Figure):
        return labels.indicator(record)
    return labels.title(record, entry.head)


def _member_value(record: Measure | Figure) -> str:
    return labels.figure(record) if isinstance(record, Figure) else ""


def _columns(compared: Comparison, *, explain: bool) -> tuple[Column[Item], ...]:
    policies = compared.policies
    told: Kind = "side" if any(row.differences for row in compared.rows) else "detail"
    return (
        Column("group", "", lambda item: _group(item, compared.by), "group"),
        Column("kind", N_("kind of measure"), lambda item: _kind(item, compared)),
        Column("reasons", N_("why"), _reasons, "note" if explain else "detail"),
        *(
            Column(policy.id, _name(policy, policies), partial(_side, at=at), "side")
            for at, policy in enumerate(policies)
        ),
        Column("differences", N_("differences"), partial(_differences, among=policies), told),
    )


def _name(policy: Policy, among: Sequence[Policy]) -> str:
    """The region of a policy, or its title where that is not enough."""
    name = labels.region(policy.region)
    alike = sum(labels.region(other.region) == name for other in among)
    return name if name and alike == 1 else labels.called(policy, policy)


def _group(item: Item, by: By) -> str:
    """The heading that a row stands under."""
    if isinstance(item, Row):
        return _GROUPS[by](item.group) or _("not stated")
    return _("Shared instruments") if isinstance(item, Shared) else _("Shared figures")


def _kind(item: Item, compared: Comparison) -> str:
    """What a row is about."""
    if isinstance(item, Row):
        return _measures_kind(item, compared)
    return labels.instrument(item.instrument) if isinstance(item, Shared) else item.indicator


def _measures_kind(row: Row, compared: Comparison) -> str:
    """What measures a row has, and who has them where only one does."""
    instrument = labels.instrument(row.instrument)
    theme = labels.theme(row.theme)
    names = {"end": (theme, instrument), "instrument": (theme,), "theme": (instrument,)}
    name = " · ".join(part for part in names[compared.by] if part)
    if not row.only:
        return name
    own = next(policy for policy in compared.policies if policy.id == row.only)
    only = _name(own, compared.policies)
    said = _("{kind} (only {region})") if name else _("only {region}")
    return said.format(kind=name, region=only)


def _side(item: Item, at: int) -> Cell:
    """What one policy has in a row."""
    return listed((_shown(entry), _cited(entry.record), entry.id) for entry in item.sides[at])


def _cited(record: Measure | Figure) -> str:
    return "" if isinstance(record, Figure) else official(record.title, record.title_en)


def _shown(entry: Entry[Any]) -> str:
    record = entry.record
    if isinstance(record, Figure):
        return f"{labels.figure(record)} {labels.indicator(record)}"
    return labels.title(record, entry.head)


def _differences(item: Item, among: Sequence[Policy]) -> str:
    """What the measures of a row say otherwise, a line each."""
    if not isinstance(item, Row):
        return ""
    called = dict(_called(item, among))
    lines = []
    for each in item.differences:
        one, other = (called[name] for name in each.ids)
        lines.append(differences.compared(each.difference, (one, other)))
    return "\n".join(lines)


def _called(row: Row, among: Sequence[Policy]) -> Iterator[tuple[str, str]]:
    """What each measure is called: its policy, with its title if others are beside it."""
    for policy, side in zip(among, row.sides, strict=True):
        name = _name(policy, among)
        for entry in side:
            yield entry.id, f"{name} {_brief(entry)}" if len(side) > 1 else name


def _brief(entry: Entry[Measure]) -> str:
    title = entry.record.title
    return title if is_number(title) else labels.short(labels.title(entry.record, entry.head))


def _reasons(item: Item) -> str:
    """Why the measures of a row stand in it."""
    return "\n".join(map(_reason, item.reasons)) if isinstance(item, Row) else ""


def _reason(reason: Reason) -> str:
    """What two measures share, in words."""
    wording = labels.join(map(labels.short, reason.words))
    parts = [
        _("the same instrument {code}").format(code=reason.instrument) if reason.instrument else "",
        _("themes {words}").format(words=labels.join(map(labels.theme, reason.themes)))
        if reason.themes
        else "",
        _("wording {words}").format(words=wording) if wording else "",
    ]
    one, other = reason.ids
    shared = _("; ").join(part for part in parts if part)
    return _("{one} and {other}: {shared}").format(one=one, other=other, shared=shared)


def _policy(policy: Policy) -> "rows.ComparedPolicy":
    return {
        "id": policy.id,
        "title": policy.title,
        "title_en": policy.title_en,
        "region": region_data(policy.region),
    }


def _data(item: Item, policies: Sequence[Policy]) -> "rows.Compared":
    """Every key on every row, whatever it holds."""
    row, numbers = isinstance(item, Row), isinstance(item, Numbers)
    sides: Iterable[tuple[Policy, Any]] = zip(policies, item.sides, strict=True)
    return {
        "part": "measures" if row else "figures" if numbers else "instruments",
        "group": getattr(item, "group", ""),
        "theme": getattr(item, "theme", ""),
        "instrument": getattr(item, "instrument", ""),
        "indicator": getattr(item, "indicator", ""),
        "only": getattr(item, "only", ""),
        "sides": {policy.id: list(map(_member, side)) for policy, side in sides},
        "reasons": [reason._asdict() for reason in getattr(item, "reasons", ())],
        "differences": [
            {"ids": list(each.ids), **differences.data(each.difference)}
            for each in getattr(item, "differences", ())
        ],
    }


def _member(entry: Entry[Any]) -> dict[str, Any]:
    record = entry.record
    if isinstance(record, Figure):
        return {"id": entry.id, **record._asdict()}
    return {"id": entry.id, "title": record.title, "title_en": record.title_en}
