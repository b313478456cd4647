"""Measures counted by two of their properties, and what is missing."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, zip_longest
from typing import Literal, NamedTuple, get_args

from policycli.errors import UsageError
from policycli.language import _
from policycli.records.model import ENDS, Entry, Kind, Measure, Status

__all__ = ["AXES", "COLS", "ROWS", "Axis", "Gap", "Line", "Matrix", "gaps", "matrix"]

Axis = Literal["region", "theme", "instrument", "issuer", "end", "status", "year", "kind"]
ROWS: tuple[Axis, ...] = ("region", "theme", "instrument", "issuer")
COLS: tuple[Axis, ...] = ("end", "status", "year", "kind")
AXES = ROWS + COLS

_LACKING = ("end", "kind")  # that nothing was repealed, or dates from 2021, is no lack

Cell = tuple[Entry[Measure], ...]


class Line(NamedTuple):
    """A row of a matrix.

    Attributes:
        key: Code of the region, or the theme, instrument or issuer; empty where none is given.
        cells: The measures in each column.
        total: How many different measures there are in all of them.
    """

    key: str
    cells: tuple[Cell, ...]
    total: int


class Matrix(NamedTuple):
    """Measures by two properties; one with two themes, years or issuers counts in both.

    Attributes:
        columns: What the columns stand for: ends, states, years or kinds of figures; the last
            is empty where some measures give none.
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
_ORDERS: dict[Axis, tuple[str, ...]] = {
    "end": ENDS,
    "status": get_args(Status),
    "kind": get_args(Kind),
}


def matrix(entries: Sequence[Entry[Measure]], rows: Axis = "region", cols: Axis = "end") -> Matrix:
    """Count measures.

    Raises:
        UsageError: ``rows`` cannot be rows, or ``cols`` not columns.
    """
    _check(rows, cols)
    cells: dict[tuple[str, str], list[Entry[Measure]]] = {}
    for entry in entries:
        for row in _keys(entry, rows):
            for col in _keys(entry, cols):
                cells.setdefault((row, col), []).append(entry)
    columns = _columns(cols, {col for _row, col in cells})
    keys = dict.fromkeys(row for row, _col in cells)
    lines = [_line(key, [cells.get((key, col), []) for col in columns]) for key in keys]
    if rows != "region":  # regions stay in the order of the catalogues
        lines.sort(key=lambda line: -line.total)
    return Matrix(rows, cols, columns, tuple(sorted(lines, key=lambda line: not line.key)))


def _check(rows: str, cols: str) -> None:
    if rows in ROWS and cols in COLS:
        return
    if rows in COLS and cols in ROWS:
        sentence = _("{rows} cannot be rows, nor {cols} columns: swap them")
        raise UsageError(sentence.format(rows=rows, cols=cols))
    sentence = _("there is no matrix of {rows} by {cols}: rows are {all_rows}; columns are {all}")
    raise UsageError(
        sentence.format(rows=rows, cols=cols, all_rows=", ".join(ROWS), all=", ".join(COLS))
    )


def _keys(entry: Entry[Measure], axis: Axis) -> Iterable[str]:
    return [key for key in _KEYS[axis](entry) if key] or [""]


def _columns(axis: Axis, found: set[str]) -> tuple[str, ...]:
    """All ends, and of other properties what there is, in their own order."""
    order = _ORDERS.get(axis, tuple(sorted(found - {""})))
    shown = [col for col in order if axis == "end" or col in found]
    return (*shown, *([""] if "" in found else []))


def _line(key: str, cells: Iterable[Sequence[Entry[Measure]]]) -> Line:
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
