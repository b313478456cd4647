"""Measures counted by two of their properties, and what is missing."""

from collections import Counter
from typing import Any

from policycli import labels
from policycli.analysis.matrix import Axis, Gap, Line, Matrix
from policycli.language import N_, _
from policycli.records.model import Entry, Measure
from policycli.views.cells import listed
from policycli.views.model import Cell, Chart, Column, Section, Square, View

__all__ = ["chart", "gaps", "view"]

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
}


def view(counted: Matrix) -> View[Line]:
    """Counts, shaded on a terminal, and under them the ids of every cell."""
    columns = (
        Column(counted.rows, _TITLES[counted.rows]),
        *(Column(key or "none", _column(counted.cols, key), "heat") for key in counted.columns),
        Column("total", N_("total"), "number"),
        *(Column(f"{key or 'none'}_ids", "", "detail") for key in counted.columns),
    )
    return View(
        "matrix",
        None,
        counted.lines,
        len(counted.lines),
        columns,
        lambda line: _cells(line, counted.rows),
        lambda line: _data(line, counted),
        sections=_sections(counted),
        extra=(("rows", counted.rows), ("cols", counted.cols)),
    )


def chart(counted: Matrix) -> Chart:
    """Counts as a grid of squares."""
    names = Counter(_row(counted.rows, line) for line in counted.lines)

    def name(line: Line) -> str:
        own = _row(counted.rows, line)
        return own if names[own] == 1 else f"{own} {line.key}"  # two regions of one name

    squares = tuple(
        Square(name(line), _column(counted.cols, key), len(cell))
        for line in counted.lines
        for key, cell in zip(counted.columns, line.cells, strict=True)
    )
    return Chart(_("Measures"), squares, across=_(_TITLES[counted.cols]))


def _cells(line: Line, rows: Axis) -> tuple[Cell, ...]:
    counts = (len(cell) for cell in line.cells)
    ids = ("\n".join(entry.id for entry in cell) for cell in line.cells)
    return _row(rows, line), *counts, line.total, *ids


def _row(axis: Axis, line: Line) -> str:
    """What a row is called on the screen."""
    if not line.key:
        return _("not stated")
    if axis == "region":
        return labels.region(_first(line).head.region)
    return labels.instrument(line.key) if axis == "instrument" else line.key


def _first(line: Line) -> Entry[Measure]:
    return next(entry for cell in line.cells for entry in cell)


def _column(axis: Axis, key: str) -> str:
    """What a column is called on the screen."""
    names = {"end": labels.end, "status": labels.status, "kind": labels.kind}
    return names.get(axis, str)(key) if key else _("not stated")


def _sections(counted: Matrix) -> tuple[Section, ...]:
    """The measures of every row, for readers."""
    columns = (Column("col", "", "short"), Column("ids", ""))
    return tuple(
        Section(_row(counted.rows, line), columns, _ids(line, counted)) for line in counted.lines
    )


def _ids(line: Line, counted: Matrix) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        (_column(counted.cols, key), " ".join(entry.id for entry in cell))
        for key, cell in zip(counted.columns, line.cells, strict=True)
        if cell
    )


def _data(line: Line, counted: Matrix) -> dict[str, Any]:
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
        Column(counted.rows, _TITLES[counted.rows], "short"),
        Column("lacks", N_("lacks"), "short"),
        Column("others", N_("what others have")),
        Column("count", N_("of others"), "number"),
    )
    return View(
        "matrix",
        None,
        found,
        len(found),
        columns,
        lambda gap: _gap(gap, counted),
        lambda gap: _gap_data(gap, counted),
        extra=(("rows", counted.rows), ("cols", counted.cols)),
    )


def _gap(gap: Gap, counted: Matrix) -> tuple[Cell, ...]:
    shown = listed((labels.title(entry.record), entry.id) for entry in gap.others[:_SHOWN])
    column = _column(counted.cols, gap.column)
    return _row(counted.rows, gap.line), column, shown, len(gap.others)


def _gap_data(gap: Gap, counted: Matrix) -> dict[str, Any]:
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
