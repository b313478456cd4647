"""What a terminal draws instead of writing: bars, shades, and group names written once."""

from collections.abc import Iterable, Sequence
from typing import Any

from policycli.render.cells import Row, string
from policycli.views.model import Cell, Column

__all__ = ["bar", "drawn", "shade"]

_SHADES = "░▒▓█"
_EIGHTHS = " ▏▎▍▌▋▊▉█"


def bar(share: float, cells: int, *, unicode: bool) -> str:
    """A bar of at most ``cells`` cells; any share (0-1) above 0 draws at least one mark."""
    if not unicode:
        return "#" * max(round(share * cells), int(share > 0))
    full, eighths = divmod(max(round(share * cells * 8), int(share > 0)), 8)
    return ("█" * full + _EIGHTHS[eighths]).rstrip()


def shade(count: int, most: int, *, unicode: bool) -> str:
    """A count, darker the nearer it is to the largest; nothing is a point."""
    if not count:
        return "·" if unicode else "."
    level = (len(_SHADES) * count - 1) // most
    return f"{_SHADES[level]} {count}" if unicode else str(count)


def drawn(
    columns: Sequence[Column[Any]], rows: Iterable[Row], cells: int, *, unicode: bool
) -> list[Row]:
    """``rows`` with bars of at most ``cells`` cells, shaded counts, and groups named once."""
    shown = list(rows)
    heat = [at for at, column in enumerate(columns) if column.kind == "heat"]
    most = max((int(string(row[at])) for row in shown for at in heat), default=0)
    before: dict[int, str] = {}

    def draw(at: int, cell: Cell) -> Cell:
        kind = columns[at].kind
        if kind == "bar" and isinstance(cell, float):
            return bar(cell, cells, unicode=unicode)
        if kind == "heat" and isinstance(cell, int):
            return shade(cell, most, unicode=unicode)
        if kind == "group":
            last, before[at] = before.get(at), string(cell)
            return "" if last == before[at] else cell
        return cell

    return [tuple(draw(at, cell) for at, cell in enumerate(row)) for row in shown]
