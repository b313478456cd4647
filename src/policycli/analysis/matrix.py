"""Measures or problems counted by two of their properties, and what is missing."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, zip_longest
from typing import Any, Literal, get_args

from policycli.errors import UsageError
from policycli.language import _
from policycli.records.model import ENDS, Entry, Kind, Measure, Problem, State, Status
from policycli.tuples import NamedTuple

__all__ = [
    "AXES",
    "COLS",
    "ROWS",
    "Axis",
    "Choice",
    "Gap",
    "Item",
    "Line",
    "Matrix",
    "chosen",
    "gaps",
]
__all__ += ["is_of_problems", "matrix"]

Axis = Literal[
    "region", "theme", "instrument", "issuer", "end", "status", "year", "kind",
    "body", "asker", "about", "state",
]  # fmt: skip
Choice = Axis | None
"""An axis; ``None`` for the usual one."""
ROWS: tuple[Axis, ...] = ("region", "theme", "instrument", "issuer")
COLS: tuple[Axis, ...] = ("end", "status", "year", "kind")
PROBLEM_ROWS: tuple[Axis, ...] = ("body", "asker", "about")
PROBLEM_COLS: tuple[Axis, ...] = ("state", "year")
AXES: tuple[Axis, ...] = get_args(Axis)

_LACKING = ("end", "kind")  # that nothing was repealed, or dates from 2021, is no lack

Item = Entry[Measure] | Entry[Problem]
Cell = tuple[Item, ...]


class Line(NamedTuple):
    """A row of a matrix.

    Attributes:
        key: Code of the region, or the theme, instrument, issuer, body, kind of asker, or what it
            is about; empty where none is given.
        cells: The measures or problems in each column.
        total: How many different measures there are in all of them.
    """

    key: str
    cells: tuple[Cell, ...]
    total: int


class Matrix(NamedTuple):
    """Measures or problems by two properties; one with two themes or bodies counts in both.

    Attributes:
        columns: What the columns stand for: ends, states, years or kinds of figures; the last
            is empty where some give none.
    """

    rows: Axis
    cols: Axis
    columns: tuple[str, ...]
    lines: tuple[Line, ...]


class Gap(NamedTuple):
    """A row has nothing where others have something.

    Attributes:
        line: The row that lacks it.
        column: What it lacks.
        others: The measures of the other rows, by turns.
    """

    line: Line
    column: str
    others: Cell


def _dates(entry: Entry[Measure]) -> Iterable[str]:
    """Dates and periods of a measure, as the filter ``year`` counts them."""
    measure = entry.record
    yield from (entry.head.date, measure.deadline)
    yield from (document.date for document in measure.documents)
    yield from (figure.period for figure in measure.figures)


def _years(entry: Entry[Measure]) -> tuple[str, ...]:
    import re

    found = (year for date in _dates(entry) for year in re.findall(r"\d{4}", date))
    return tuple(sorted({*found}))


_KEYS: dict[Axis, Callable[[Entry[Measure]], Iterable[str]]] = {
    "region": lambda entry: (entry.head.region.code,) if entry.head.region else (),
    "theme": lambda entry: entry.record.themes,
    "instrument": lambda entry: (entry.record.instrument,),
    "issuer": lambda entry: entry.head.issuers,
    "end": lambda entry: (entry.record.end,),
    "status": lambda entry: (entry.record.status or entry.head.status,),
    "year": _years,
    "kind": lambda entry: dict.fromkeys(figure.kind for figure in entry.record.figures),
}
_PROBLEM_KEYS: dict[Axis, Callable[[Entry[Problem]], Iterable[str]]] = {
    "body": lambda entry: dict.fromkeys((entry.record.lead, *entry.record.bodies)),
    "asker": lambda entry: (entry.record.asker.kind if entry.record.asker else "",),
    "about": lambda entry: entry.record.about,
    "state": lambda entry: (entry.record.state,),
    "year": lambda entry: (entry.record.received[:4],),
}
_ORDERS: dict[Axis, tuple[str, ...]] = {
    "end": ENDS,
    "status": get_args(Status),
    "kind": get_args(Kind),
    "state": get_args(State),
}


def is_of_problems(rows: Axis) -> bool:
    """Whether these rows are of problems; all others are of measures."""
    return rows in PROBLEM_ROWS


def chosen(rows: Choice, cols: Choice, *, filtered: bool = False) -> tuple[Axis, Axis]:
    """Rows and columns, with what is usual where one was not chosen.

    Raises:
        UsageError: They are of problems, of which filters of measures let none through.
    """
    of_problems = rows in PROBLEM_ROWS or cols == "state"
    usual: tuple[Axis, Axis] = ("body", "state") if of_problems else ("region", "end")
    rows, cols = rows or usual[0], cols or usual[1]
    if filtered and is_of_problems(rows):
        sentence = _("problems have neither region, theme nor level: leave the filters out")
        raise UsageError(sentence)
    return rows, cols


def matrix(entries: Sequence[Item], rows: Axis = "region", cols: Axis = "end") -> Matrix:
    """Count measures, or problems where the rows are theirs.

    Raises:
        UsageError: ``rows`` cannot be rows, or ``cols`` not columns.
    """
    keys_of = _checked(rows, cols)
    cells: dict[tuple[str, str], list[Item]] = {}
    for entry in entries:
        for row in _keys(keys_of[rows], entry):
            for col in _keys(keys_of[cols], entry):
                cells.setdefault((row, col), []).append(entry)
    columns = _columns(cols, {col for _row, col in cells})
    keys = dict.fromkeys(row for row, _col in cells)
    lines = [_line(key, [cells.get((key, col), []) for col in columns]) for key in keys]
    if rows != "region":  # regions stay in the order of the catalogues
        lines.sort(key=lambda line: -line.total)
    return Matrix(rows, cols, columns, tuple(sorted(lines, key=lambda line: not line.key)))


def _checked(rows: Axis, cols: Axis) -> dict[Axis, Callable[[Any], Iterable[str]]]:
    """What gives the keys of the axes, which fit each other."""
    if rows in ROWS and cols in COLS:
        return _KEYS
    if rows in PROBLEM_ROWS and cols in PROBLEM_COLS:
        return _PROBLEM_KEYS
    if (rows in COLS and cols in ROWS) or (rows in PROBLEM_COLS and cols in PROBLEM_ROWS):
        sentence = _("{rows} cannot be rows, nor {cols} columns: swap them")
        raise UsageError(sentence.format(rows=rows, cols=cols))
    sentence = _("there is no matrix of {rows} by {cols}: rows are {all_rows}; columns are {all}")
    of_problems = rows in PROBLEM_ROWS or cols == "state"
    all_rows, all_cols = (PROBLEM_ROWS, PROBLEM_COLS) if of_problems else (ROWS, COLS)
    raise UsageError(
        sentence.format(rows=rows, cols=cols, all_rows=", ".join(all_rows), all=", ".join(all_cols))
    )


def _keys(keys_of: Callable[[Item], Iterable[str]], entry: Item) -> Iterable[str]:
    return [key for key in keys_of(entry) if key] or [""]


def _columns(axis: Axis, found: set[str]) -> tuple[str, ...]:
    """All ends, and of other properties what there is, in their own order."""
    order = _ORDERS.get(axis, tuple(sorted(found - {""})))
    shown = [col for col in order if axis == "end" or col in found]
    return (*shown, *([""] if "" in found else []))


def _line(key: str, cells: Iterable[Sequence[Item]]) -> Line:
    own = tuple(tuple(cell) for cell in cells)
    return Line(key, own, len({entry.id for cell in own for entry in cell}))


def gaps(counted: Matrix) -> list[Gap]:
    """What rows lack that others have.

    Raises:
        UsageError: To have nothing in such a column is no lack.
    """
    if counted.cols not in _LACKING:
        sentence = _("having nothing of a {cols} is not a gap; --gaps works with {known}")
        raise UsageError(sentence.format(cols=counted.cols, known=", ".join(_LACKING)))
    return [
        Gap(line, column, _others(counted, at))
        for line in counted.lines
        for at, column in enumerate(counted.columns)
        if line.key and column and not line.cells[at] and _others(counted, at)
    ]


def _others(counted: Matrix, at: int) -> Cell:
    """The measures of a column, one of each row after the other."""
    turns = zip_longest(*(line.cells[at] for line in counted.lines if line.key))
    every = (entry for entry in chain.from_iterable(turns) if entry)
    return tuple({entry.id: entry for entry in every}.values())
