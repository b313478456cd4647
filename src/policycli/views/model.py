"""The view model: what there is to show, not yet how.

Every command makes a ``View``, every renderer takes one. An item of a view has three forms, each
made only when a renderer asks: ``data`` for programs, ``cells`` for one line of a table, ``card``
in full. Nothing here knows of policies.
"""

from collections.abc import Callable, Sequence
from typing import Any, Generic, Literal, NamedTuple, TypeVar

__all__ = ["Card", "Cell", "Column", "Fact", "Section", "Text", "View"]


class Text(NamedTuple):
    """Words with highlighted ranges ``(start, end)``, in characters of ``text``."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


Cell = str | int | float | Text


class Column(NamedTuple):
    """A column of a table.

    Attributes:
        key: Its name for scripts, the header of CSV.
        title: Its name for readers, in English; renderers translate it.
        kind: ``id`` and ``short`` stay on one line, ``number`` stands to the right, ``note`` goes
            under the text before it on a terminal, ``detail`` shows in CSV and TSV only.
    """

    key: str
    title: str
    kind: Literal["id", "text", "short", "number", "note", "detail"] = "text"


class Fact(NamedTuple):
    """One labelled value on a card."""

    label: str
    value: Cell


class Section(NamedTuple):
    """A table under a heading on a card; columns without any title have no header."""

    heading: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Card(NamedTuple):
    """One record in full: facts on top, then paragraphs, then tables."""

    id: str
    title: str
    facts: tuple[Fact, ...]
    paragraphs: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()


T = TypeVar("T")


class View(NamedTuple, Generic[T]):
    """The answer of a command.

    Attributes:
        command: The command that asked, as JSON names it.
        query: What was asked, as JSON repeats it.
        items: The records to show.
        total: How many there are in all; more than ``items`` where a limit cut.
        cells: One item's cells, in the order of ``columns``.
        data: One item as plain data, for JSON.
        card: One item in full, where readers want cards instead of a table.
    """

    command: str
    query: str | list[str] | None
    items: Sequence[T]
    total: int
    columns: tuple[Column, ...]
    cells: Callable[[T], tuple[Cell, ...]]
    data: Callable[[T], dict[str, Any]]
    card: Callable[[T], Card] | None = None
