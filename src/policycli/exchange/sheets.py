"""Which tables a ledger has: measures, policies, figures and documents, with every key of them.

Some columns are derived, for readers alone: what stands on another sheet is changed there. The last
column of measures and policies is hidden, with digests of what the catalogue said; by these an
import knows what was changed in the ledger, and what in the catalogue meanwhile.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple

from policycli import labels
from policycli.exchange.notation import TEXT, Notation, notation
from policycli.files import state
from policycli.files.digests import plain
from policycli.language import N_, pick
from policycli.records.fields import FIELDS, Field
from policycli.records.ids import full_id
from policycli.records.model import (
    Asker,
    Document,
    Figure,
    Measure,
    Policy,
    Problem,
    Rating,
    Region,
    Source,
    to_dict,
)

__all__ = [
    "EXPLAINED",
    "EXPORTED",
    "MEASURES",
    "PROBLEMS",
    "SHEETS",
    "LedgerColumn",
    "Row",
    "Sheet",
]
__all__ += ["cells", "rows"]


Kind = Literal["id", "text", "short", "number", "derived", "hidden"]
Cell = str | int | float


class Row(NamedTuple):
    """A row of a sheet: the record that it holds, and where that stands."""

    id: str
    policy: Policy
    measure: Measure | None
    record: Policy | Measure | Figure | Document | Problem


class LedgerColumn(NamedTuple):
    """A column of a sheet: unlike one of a view, what people write in it is read back.

    Attributes:
        key: Of the field, ``region.name`` for one inside another; unique in its sheet.
        titles: In English and in Chinese.
        kind: ``derived`` columns are there for readers, and not read back.
        notation: How its values are written.
        compute: What a cell holds that is not simply a field.
    """

    key: str
    titles: tuple[str, str]
    kind: Kind = "text"
    notation: Notation = TEXT
    compute: Callable[[Row], Cell] | None = None

    @property
    def title(self) -> str:
        """In the language of the screen."""
        english, chinese = self.titles
        return pick(chinese, english)


class Sheet(NamedTuple):
    """A table of the ledger.

    Attributes:
        key: Of the list that its records stand in.
        title: In English.
        needed: The columns without which it is none.
    """

    key: str
    title: str
    columns: tuple[LedgerColumn, ...]
    needed: tuple[str, ...]


EXPORTED = "exported"
"""The hidden column."""

EXPLAINED = N_("How to fill it in")
"""The sheet of an empty ledger that says what the columns are."""

_INSIDE: dict[str, type[Any]] = {
    "region": Region,
    "source": Source,
    "asker": Asker,
    "rating": Rating,
}
_SHORT = ("date", "code")
_OWN_SHEETS = ("figures", "documents")


def _columns(record: type[Any]) -> Iterator[LedgerColumn]:
    """A column for every key of a record, and for every key of a record inside it."""
    for field in FIELDS[record]:
        if field.kind in _INSIDE:
            inside = map(_column, FIELDS[_INSIDE[field.kind]])
            yield from (inner._replace(key=f"{field.key}.{inner.key}") for inner in inside)
        elif record is Problem and field.kind in _OWN_SHEETS:
            yield _derived(field, (field.en, field.zh))
        else:
            yield _column(field)


def _column(field: Field) -> LedgerColumn:
    names = (field.en, field.zh)
    if field.kind in _OWN_SHEETS:
        return _derived(field, (f"{field.en} (see their sheet)", f"{field.zh}（改在{field.zh}表）"))
    if field.kind in ("measures", "events", "copies") or field.key == "state":
        return _derived(field, names)  # a step of a problem leaves its mark on all of them
    kind: Kind = "short" if field.kind in _SHORT else "text"
    kind = "number" if field.kind == "amount" else kind
    return LedgerColumn(field.key, field.heading or names, kind, notation(field))


def _derived(field: Field, titles: tuple[str, str]) -> LedgerColumn:
    """What has a sheet of its own, in words for readers."""
    return LedgerColumn(
        field.key, titles, "derived", compute=lambda row: labels.value(row.record, field)
    )


def _measure_title(row: Row) -> str:
    return labels.called(row.measure, row.policy) if row.measure else ""


def _policy_title(row: Row) -> str:
    return labels.called(row.policy, row.policy)


def _exported(row: Row) -> str:
    record = row.record if isinstance(row.record, Problem) else row.measure or row.policy
    return state.line(row.id, plain(record), without=())


_ID = LedgerColumn("id", ("id", "编号"), "id", compute=lambda row: row.id)
_REGION = LedgerColumn(
    "region", ("region", "地区"), "derived", compute=lambda row: labels.region(row.policy.region)
)
_POLICY = LedgerColumn("policy", ("policy", "政策"), "derived", compute=_policy_title)
_MEASURE = LedgerColumn("measure", ("measure", "政策要点"), "derived", compute=_measure_title)
_HIDDEN = LedgerColumn(EXPORTED, ("as exported", "导出时"), "hidden", compute=_exported)


def _sheet(record: type[Any], key: str, title: str, needed: str, *derived: LedgerColumn) -> Sheet:
    """The sheet of a sort of record; what readers need beside it stands behind the id."""
    own = [column for column in _columns(record) if column.key != "id"]
    hidden = (_HIDDEN,) if record in (Policy, Measure, Problem) else ()
    return Sheet(key, title, (_ID, *derived, *own, *hidden), tuple(needed.split()))


MEASURES = _sheet(Measure, "measures", N_("Measures"), "id title", _REGION, _POLICY)
SHEETS = (
    MEASURES,
    _sheet(Policy, "policies", N_("Policies"), "id title"),
    _sheet(Figure, "figures", N_("Figures"), "id indicator value", _REGION, _MEASURE),
    _sheet(Document, "documents", N_("Documents"), "id title"),
)


PROBLEMS = _sheet(Problem, "problems", N_("Problems"), "title")
"""A workbook of its own: who met a problem is not for everybody who gets the ledger."""


def rows(sheet: Sheet, policies: Iterable[Policy]) -> Iterator[Row]:
    """The rows of a sheet, in the order of the catalogue."""
    for policy in policies:
        if sheet.key == "policies":
            yield Row(policy.id, policy, None, policy)
        elif sheet.key == "documents":
            yield from (Row(policy.id, policy, None, each) for each in policy.documents)
        for measure in policy.measures:
            full = full_id(policy.id, measure.id)
            if sheet.key == "measures":
                yield Row(full, policy, measure, measure)
            elif sheet.key != "policies":
                named: Sequence[Figure | Document] = getattr(measure, sheet.key)
                yield from (Row(full, policy, measure, each) for each in named)


def cells(columns: Iterable[LedgerColumn], row: Row) -> tuple[Cell, ...]:
    """What columns of a sheet hold of one record."""
    data = to_dict(row.record)
    return tuple(c.compute(row) if c.compute else _cell(c, data) for c in columns)


def _cell(column: LedgerColumn, data: dict[str, Any]) -> Cell:
    outer, _dot, inner = column.key.partition(".")
    value = data.get(outer, {}).get(inner) if inner else data.get(outer)
    if isinstance(value, int | float) and float(f"{value:.16G}") == value:  # as workbooks hold it
        return value
    return column.notation.cell(value)
