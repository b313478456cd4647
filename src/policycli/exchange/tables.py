"""Policies as the tables of a relational database.

A record that another one holds once (a region, a source) adds columns to it; records that it holds
several of (figures, steps) have a table of their own, whose rows name policy and measure.
"""

from collections.abc import Iterator, Sequence
from json import dumps
from typing import Any, NamedTuple

from policycli.exchange.shapes import shape
from policycli.records.ids import full_id
from policycli.records.model import Measure, Policy

__all__ = ["Table", "tables"]

_PLACE = {"policy": str, "measure": str, "position": int}
"""Where a part belongs, and its place among its like, from 1."""

Row = tuple[Any, ...]


class Table(NamedTuple):
    """A table with its rows; several words in one cell are a list in JSON.

    Attributes:
        columns: What each holds: ``str``, ``int`` or ``float``.
    """

    name: str
    columns: dict[str, type]
    rows: list[Row]


def tables(policies: Sequence[Policy]) -> list[Table]:
    """Policies, their measures by full ids, and a table for every kind of part."""
    placed = [entry for policy in policies for entry in _places(policy)]
    kinds = dict(_parts(Policy) + _parts(Measure))
    del kinds["measures"]
    return [
        Table("policies", _columns(Policy), [_cells(policy) for policy in policies]),
        Table("measures", {"id": str, "policy": str} | _columns(Measure), _measures(policies)),
        *(Table(key, _PLACE | _columns(kind), [*_of(key, placed)]) for key, kind in kinds.items()),
    ]


def _measures(policies: Sequence[Policy]) -> list[Row]:
    return [
        (full_id(policy.id, measure.id), policy.id, *_cells(measure)[1:])
        for policy in policies
        for measure in policy.measures
    ]


def _places(policy: Policy) -> Iterator[tuple[Row, Policy | Measure]]:
    """A policy and its measures, each with the ids of policy and measure."""
    yield (policy.id, ""), policy
    for measure in policy.measures:
        yield (policy.id, full_id(policy.id, measure.id)), measure


def _of(key: str, placed: Sequence[tuple[Row, Any]]) -> Iterator[Row]:
    """The rows of one kind of parts."""
    for place, record in placed:
        for at, part in enumerate(getattr(record, key, ()), 1):
            yield (*place, at, *_cells(part))


def _parts(kind: Any) -> list[tuple[str, Any]]:
    return [(held.key, held.kind) for held in shape(kind) if held.how == "records"]


def _columns(kind: Any) -> dict[str, type]:
    columns: dict[str, type] = {}
    for key, how, held in shape(kind):
        if how == "record":
            columns |= {f"{key}_{name}": inner for name, inner in _columns(held).items()}
        elif how != "records":
            columns[key] = held
    return columns


def _cells(record: Any) -> Row:
    """The values of a record, in the order of the columns of its class."""
    cells: list[Any] = []
    for key, how, held in shape(record.__class__):
        value = getattr(record, key)
        if how == "record":
            cells += _cells(value) if value else [""] * len(_columns(held))
        elif how != "records":
            cells.append(dumps(value, ensure_ascii=False) if how == "words" else value)
    return tuple(cells)
