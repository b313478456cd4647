"""Tables → policies: what ``sheets`` wrote, and what people changed in it since.

Columns are known by their titles, in either language and in any order; what a sheet has above its
header, and columns of other titles, are passed over. Whatever a cell says has to be sound.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from policycli.errors import DocumentError
from policycli.exchange.sheets import EXPORTED, SHEETS, LedgerColumn, Sheet
from policycli.files import state
from policycli.files.state import State
from policycli.files.validate import read_catalogue
from policycli.finding import Rule
from policycli.language import _
from policycli.records.ids import parts
from policycli.records.model import Policy

__all__ = ["Ledger", "Line", "Table", "is_own", "lines", "read", "strangers", "title_of"]

_ABOVE = 10  # rows that a header may have above it
_SHOWN = 3  # faults
_ID = re.compile(r"[a-z0-9-]*[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)?")
_MEASURE = ("policies", 0, "measures", 0)  # what a key to a measure is like

Key = tuple[str | int, ...]

_SHEETS = {sheet.key: sheet for sheet in SHEETS}


class Table(NamedTuple):
    """A sheet of a workbook, each cell as text."""

    name: str
    rows: Sequence[Sequence[str]]


class Ledger(NamedTuple):
    """What a workbook holds.

    Attributes:
        exported: What every record said when it was exported, by its full id.
        unknown: Titles of columns that mean nothing.
    """

    policies: tuple[Policy, ...]
    exported: Mapping[str, State]
    unknown: tuple[str, ...]


class Line(NamedTuple):
    """A row as data, and where it stands."""

    place: str
    id: str
    data: dict[str, Any]
    exported: str


class _Book:
    """The catalogue that the rows make, as plain data, and where each part of it stands."""

    def __init__(self) -> None:
        self.policies: list[dict[str, Any]] = []
        self.faults: list[str] = []
        self._places: dict[Key, str] = {}
        self._keys: dict[str, Key] = {}

    def add(self, sheet: str, row: Line) -> None:
        """Take in a row of a sheet; one of a policy or measure that is not there is a fault."""
        owner, own = parts(row.id)
        if sheet == "policies":
            self._put(("policies", len(self.policies)), self.policies, row, row.id)
        elif sheet == "measures":
            self._under(owner, sheet, row, own)
        else:
            self._under(row.id, sheet, row, "")

    def _under(self, owner: str, name: str, row: Line, own: str) -> None:
        key = self._keys.get(owner)
        if key is None or (name == "figures" and len(key) < len(_MEASURE)):
            what = _("there is no {id}").format(id=owner) if owner else _("needs an id")
            self.faults.append(f"{row.place}: {what}")
            return
        items = _at(self.policies, key).setdefault(name, [])
        self._put((*key, name, len(items)), items, row, own)

    def _put(self, key: Key, items: list[dict[str, Any]], row: Line, own: str) -> None:
        items.append({"id": own, **row.data} if own else row.data)
        self._places[key] = row.place
        if own:
            self._keys.setdefault(row.id, key)

    def note(self, key: Key, what: str, _rule: Rule) -> None:
        """Told of every fault of the data; a key ends with the field."""
        at = max((n for n in range(len(key) + 1) if key[:n] in self._places), default=0)
        place = self._places.get(key[:at], "")
        title = title_of(_SHEETS[str(key[at - 2])], key[at:]) if at and key[at:] else ""
        self.faults.append(": ".join(part for part in (place, title, what) if part))


def title_of(sheet: Sheet, key: Key) -> str:
    """What the column of a field is called: ``themes`` also for the first of them."""
    names = [".".join(map(str, key)), str(key[0])]
    columns = {column.key: column for column in sheet.columns}
    return next((columns[name].title for name in names if name in columns), names[0])


def _at(policies: list[dict[str, Any]], key: Key) -> dict[str, Any]:
    found: Any = {"policies": policies}
    for part in key:
        found = found[part]
    record: dict[str, Any] = found
    return record


def is_own(table: Table) -> bool:
    """Whether a sheet is written as ``sheets`` has it: its rows have ids such as records have.

    The ledgers of offices, which may have the same headings, only count their rows.
    """
    for sheet, header, below in _headed(table):
        columns = [_column(sheet, title) for title in header]
        ids = [row.id for row in _rows(table, below, columns)]
        return EXPORTED in _known(sheet, header) or any(map(_ID.fullmatch, ids))
    return False


def strangers(tables: Iterable[Table]) -> list[str]:
    """The names of sheets that hold something, and nothing of a ledger."""
    return [table.name for table in tables if any(map(any, table.rows)) and not any(_headed(table))]


def read(tables: Iterable[Table]) -> Ledger:
    """The policies of a ledger.

    Raises:
        DocumentError: No table is one of a ledger, or what they say has faults.
    """
    rows: dict[str, list[Line]] = {}
    unknown: dict[str, None] = {}
    for table in tables:
        for sheet, header, below in _headed(table):
            columns = [_column(sheet, title) for title in header]
            unknown |= dict.fromkeys(_unknown(header, columns))
            found = _rows(table, below, columns)
            rows.setdefault(sheet.key, []).extend(found)
    if not rows:
        raise DocumentError(
            _("is not a ledger: no sheet has the columns of one, such as id and title")
        )
    return _ledger(rows, tuple(unknown))


def _ledger(rows: Mapping[str, list[Line]], unknown: tuple[str, ...]) -> Ledger:
    book = _Book()
    for key in ("policies", "measures", "figures", "documents"):
        for row in rows.get(key, ()):
            book.add(key, row)
    policies = read_catalogue({"policies": book.policies}, book.note)
    if book.faults:
        more = len(book.faults) - _SHOWN
        told = (
            [*book.faults[:_SHOWN], _("and {n} more").format(n=more)] if more > 0 else book.faults
        )
        raise DocumentError(_("; ").join(told))
    every = (row for part in rows.values() for row in part)
    exported = {row.id: said for row in every if (said := state.read(f"# {row.exported}"))}
    return Ledger(policies, exported, unknown)


def lines(tables: Iterable[Table], sheet: Sheet, unknown: list[str]) -> Iterator[Line]:
    """The rows of the tables that have the columns of one sheet.

    Args:
        tables: Any.
        sheet: The one.
        unknown: Gets the titles of columns that mean nothing.
    """
    for table in tables:
        for _same, header, below in _headed(table, (sheet,)):
            columns = [_column(sheet, title) for title in header]
            unknown += _unknown(header, columns)
            yield from _rows(table, below, columns)


def _unknown(header: Sequence[str], columns: Iterable[LedgerColumn | None]) -> list[str]:
    return [title for title, column in zip(header, columns, strict=True) if title and not column]


def _headed(
    table: Table, sheets: Sequence[Sheet] = SHEETS
) -> Iterator[tuple[Sheet, Sequence[str], int]]:
    """The sheet that a table is, its header, and where the rows begin; nothing for other tables."""
    for at, row in enumerate(table.rows[:_ABOVE]):
        fits = [(sheet, _known(sheet, row)) for sheet in sheets]
        fits = [(sheet, known) for sheet, known in fits if known.issuperset(sheet.needed)]
        if fits:
            yield max(fits, key=lambda fit: len(fit[1]))[0], row, at + 1
            return


def _known(sheet: Sheet, titles: Sequence[str]) -> set[str]:
    columns = (_column(sheet, title) for title in titles)
    return {column.key for column in columns if column}


def _column(sheet: Sheet, title: str) -> LedgerColumn | None:
    """The column of this title, which may also be its key."""
    wanted = title.strip().lower()
    for column in sheet.columns:
        if wanted and wanted in (column.key, *(title.lower() for title in column.titles)):
            return column
    return None


def _rows(table: Table, below: int, columns: Sequence[LedgerColumn | None]) -> Iterator[Line]:
    for number, cells in enumerate(table.rows[below:], below + 1):
        if not any(cell.strip() for cell in cells):
            continue
        data: dict[str, Any] = {}
        special = {"id": "", EXPORTED: ""}
        for column, cell in zip(columns, cells, strict=False):
            if column is None or not cell.strip():
                continue
            if column.key in special:
                special[column.key] = cell.strip()
            elif column.compute is None:
                _put(data, column, cell)
        place = _("{sheet}, row {n}").format(sheet=table.name, n=number)
        yield Line(place, special["id"], data, special[EXPORTED])


def _put(data: dict[str, Any], column: LedgerColumn, cell: str) -> None:
    outer, _dot, inner = column.key.partition(".")
    into = data.setdefault(outer, {}) if inner else data
    into[inner or outer] = column.notation.value(cell)
