"""Measures or problems counted by two of their properties, and what is missing."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from policycli import labels
from policycli.analysis.matrix import Axis, Gap, Item, Line, Matrix, is_of_problems
from policycli.language import N_, _
from policycli.views.cells import listed, official_column, official_title, title
from policycli.views.model import Chart, Column, Section, Square, Text, View

if TYPE_CHECKING:
    from policycli.views import rows

__all__ = ["chart", "gaps", "view"]

Counted = tuple[str, Sequence[Item]]  # what a column counts, and what it counts in a row

Other = tuple[Gap, Item]  # a gap, and one of the measures that others have

_SHOWN = 4  # measures of others that a gap names

_TITLES: dict[Axis, str] = {
    "region": N_("region"),
    "theme": N_("theme"),
    "instrument": N_("instrument"),
    "issuer": N_("issuer"),
    "end": N_("end"),
    "status": N_("status"),
    "year": N_("year"),
    "kind": N_("kind"),
    "body": N_("body"),
    "asker": N_("asked by"),
    "about": N_("about"),
    "state": N_("state"),
}


def view(counted: Matrix) -> View[Line]:
    """Counts, shaded on a terminal, and under them the ids of every cell."""
    return View(
        "matrix",
        None,
        counted.lines,
        len(counted.lines),
        _columns(counted),
        lambda line: _data(line, counted),
        sections=_sections(counted),
        extra=(("rows", counted.rows), ("cols", counted.cols)),
    )


def _columns(counted: Matrix) -> tuple[Column[Line], ...]:
    named = [(at, key or "none") for at, key in enumerate(counted.columns)]
    return (
        Column(counted.rows, _TITLES[counted.rows], lambda line: _row(counted.rows, line)),
        *(
            Column(key, _column(counted.cols, counted.columns[at]), partial(_count, at=at), "heat")
            for at, key in named
        ),
        Column("total", N_("total"), lambda line: line.total, "number"),
        *(Column(f"{key}_ids", "", partial(_ids, at=at), "detail") for at, key in named),
    )


def _count(line: Line, at: int) -> int:
    return len(line.cells[at])


def _ids(line: Line, at: int) -> str:
    return "\n".join(entry.id for entry in line.cells[at])


def chart(counted: Matrix) -> Chart | None:
    """Counts as a grid of squares; ``None`` where there are none."""
    names = Counter(_row(counted.rows, line) for line in counted.lines)

    def name(line: Line) -> str:
        own = _row(counted.rows, line)
        return own if names[own] == 1 else f"{own} {line.key}"  # two regions of one name

    squares = tuple(
        Square(name(line), _column(counted.cols, key), len(cell))
        for line in counted.lines
        for key, cell in zip(counted.columns, line.cells, strict=True)
    )
    counts = _("Problems") if is_of_problems(counted.rows) else _("Measures")
    return Chart(counts, squares, across=_(_TITLES[counted.cols])) if squares else None


def _row(axis: Axis, line: Line) -> str:
    """What a row is called on the screen."""
    if not line.key:
        return _("not stated")
    if axis == "region":
        return labels.region(_first(line).head.region)
    if axis == "asker":
        return labels.coded("asker", line.key)
    names = {"instrument": labels.instrument, "theme": labels.theme}
    return names.get(axis, str)(line.key)


def _first(line: Line) -> Item:
    return next(entry for cell in line.cells for entry in cell)


def _column(axis: Axis, key: str) -> str:
    """What a column is called on the screen."""
    if axis == "state" and key:
        return labels.coded("state", key)
    names = {"end": labels.end, "status": labels.status, "kind": labels.kind}
    return names.get(axis, str)(key) if key else _("not stated")


def _sections(counted: Matrix) -> tuple[Section[Counted], ...]:
    """The measures of every row, for readers."""
    columns = (
        Column[Counted]("col", "", lambda cell: _column(counted.cols, cell[0]), "short"),
        Column[Counted]("ids", "", lambda cell: " ".join(entry.id for entry in cell[1])),
    )
    return tuple(
        Section(
            _row(counted.rows, line),
            columns,
            [cell for cell in zip(counted.columns, line.cells, strict=True) if cell[1]],
        )
        for line in counted.lines
    )


def _data(line: Line, counted: Matrix) -> "rows.Line":
    cells = zip(counted.columns, line.cells, strict=True)
    return {
        "row": line.key,
        "name": _name(line, counted.rows),
        "total": line.total,
        "cells": [
            {"col": key, "count": len(cell), "ids": [entry.id for entry in cell]}
            for key, cell in cells
        ],
    }


def _name(line: Line, rows: Axis) -> str:
    """What a row is called in the records."""
    region = _first(line).head.region
    return region.name if rows == "region" and line.key and region else line.key


def gaps(found: list[Gap], counted: Matrix) -> View[Gap]:
    """What rows lack that others have, with measures of the others to look at."""
    columns = (
        Column[Gap](
            counted.rows, _TITLES[counted.rows], lambda gap: _row(counted.rows, gap.line), "short"
        ),
        Column[Gap]("lacks", N_("lacks"), lambda gap: _column(counted.cols, gap.column), "short"),
        Column[Gap]("others", N_("what others have"), _others),
        Column[Gap]("count", N_("of others"), lambda gap: len(gap.others), "number"),
    )
    return View(
        "matrix",
        None,
        found,
        len(found),
        columns,
        lambda gap: _gap_data(gap, counted),
        extra=(("rows", counted.rows), ("cols", counted.cols)),
        flat=_flat(found, counted),
    )


def _others(gap: Gap) -> Text:
    return listed((title(entry), official_title(entry), entry.id) for entry in gap.others[:_SHOWN])


def _flat(found: list[Gap], counted: Matrix) -> Section[Other]:
    """Every measure of others on a line of its own."""
    columns: tuple[Column[Other], ...] = (
        Column("id", N_("id"), lambda other: other[1].id, "id"),
        Column("row", _TITLES[counted.rows], lambda other: _row(counted.rows, other[0].line)),
        Column("lacks", N_("lacks"), lambda other: _column(counted.cols, other[0].column)),
        Column("title", N_("measure"), lambda other: title(other[1])),
    )
    columns += official_column(lambda other: official_title(other[1]))
    return Section("", columns, [(gap, entry) for gap in found for entry in gap.others])


def _gap_data(gap: Gap, counted: Matrix) -> "rows.Gap":
    return {
        "row": gap.line.key,
        "name": _name(gap.line, counted.rows),
        "lacks": gap.column,
        "others": [
            {
                "id": entry.id,
                "policy": entry.policy,
                "title": entry.record.title,
                "title_en": entry.record.title_en,
            }
            for entry in gap.others
        ],
    }
