"""What stands in the cells of a view: the words of it, and which columns are words."""

from policycli.text.sanitize import folded
from policycli.views.model import Cell, Column, Text

__all__ = ["line", "places", "string"]


def string(cell: Cell) -> str:
    """The words of a cell, as they stand in the record."""
    return cell.text if isinstance(cell, Text) else str(cell)


def places(columns: tuple[Column, ...]) -> list[int]:
    """Which columns are words for readers: not details, and nothing that has to be drawn."""
    return [at for at, column in enumerate(columns) if column.kind not in ("detail", "bar")]


def line(cell: Cell) -> str:
    """The words of a cell, clean and on one line."""
    return folded(string(cell))
