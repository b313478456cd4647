"""The view model: what there is to show, not yet how.

Every command makes a ``View``, every renderer takes one. An item of a view has three forms, each
made only when a renderer asks: ``data`` for programs, a cell for every column of a table, ``card``
in full. Nothing here knows of policies.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from policycli.tuples import NamedTuple

if TYPE_CHECKING:
    from policycli.views.citation import Citation

__all__ = [
    "Bar",
    "Card",
    "Cell",
    "Chart",
    "Column",
    "Fact",
    "Kind",
    "Part",
    "Section",
    "Square",
    "Stretch",
    "Text",
    "View",
]


class Text(NamedTuple):
    """Words with ranges ``(start, end)``, in characters of ``text``: highlighted and faint ones."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    faint: tuple[tuple[int, int], ...] = ()


Cell = str | int | float | Text


Kind = Literal[
    "id",
    "key",
    "text",
    "short",
    "number",
    "note",
    "under",
    "detail",
    "group",
    "side",
    "heat",
    "bar",
]
"""How a column is shown.

``id`` and ``short`` stay on one line. Plain output has an ``id`` first, or a ``key``: an id that
only plain output, CSV and TSV show. ``number`` stands to the right. On a terminal a ``note`` goes
under the text before it; ``under`` comes last, and on a terminal goes under the first text.
``detail`` shows in CSV and TSV only. ``group`` is written once for all rows that share it, above
the text after it. ``side`` columns are compared with each other; where a terminal has no room for
them next to each other, every row becomes lines, one for each. ``heat`` is a count that a terminal
shades by its size, and ``bar`` a share (0-1) that is drawn on a terminal and shows nowhere else.
"""

T = TypeVar("T")
T_contra = TypeVar("T_contra", contravariant=True)


class Column(NamedTuple, Generic[T_contra]):
    """A column of a table: all that is known of it, so that one more is one object more.

    Attributes:
        key: Its name for scripts, the header of CSV.
        title: Its name for readers, in English; renderers translate it.
        cell: What it says of one item.
        kind: How it is shown.
    """

    key: str
    title: str
    cell: Callable[[T_contra], Cell]
    kind: Kind = "text"


class Fact(NamedTuple):
    """One labelled value on a card."""

    label: str
    value: Cell


class Section(NamedTuple, Generic[T]):
    """A table under a heading; columns without any title have no header."""

    heading: str
    columns: Sequence[Column[T]]
    items: Sequence[T]


class Card(NamedTuple):
    """One record in full: facts on top, then paragraphs, then tables.

    Attributes:
        official: The title in its own language, where ``title`` is a translation.
    """

    id: str
    title: str
    facts: tuple[Fact, ...]
    paragraphs: tuple[str, ...] = ()
    sections: tuple[Section[Any], ...] = ()
    official: str = ""


class Part(NamedTuple):
    """A piece of a paper; the first row of a table is its header.

    Attributes:
        widths: Shares that the columns of a table have of the page; none for equal ones.
    """

    kind: Literal["heading", "text", "table"]
    text: str = ""
    rows: Sequence[Sequence[Cell]] = ()
    widths: Sequence[int] = ()


class Bar(NamedTuple):
    """A value of a bar chart, in ``unit``; ``written`` stands at its end, ``group`` colours it."""

    label: str
    value: float
    unit: str
    written: str
    group: str


class Square(NamedTuple):
    """A count in a grid."""

    row: str
    column: str
    number: int


class Stretch(NamedTuple):
    """Days from ``first`` to ``last`` (``2023-01-31``), on a line of time."""

    label: str
    first: str
    last: str
    group: str


class Chart(NamedTuple):
    """A picture: one sort of marks, never none.

    Attributes:
        across: What the columns of a grid are.
        color: What colours mean.
    """

    title: str
    marks: tuple[Bar, ...] | tuple[Square, ...] | tuple[Stretch, ...]
    across: str = ""
    color: str = ""


class View(NamedTuple, Generic[T]):
    """The answer of a command.

    Attributes:
        command: The command that asked, as JSON names it.
        query: What was asked, as JSON repeats it.
        items: The records to show.
        total: How many there are in all; more than ``items`` where a limit cut.
        data: One item as plain data, for JSON; see ``views.answers``.
        card: One item in full, where readers want cards instead of a table.
        sections: Tables that readers get under the first one.
        extra: What programs get beside the results, by its key.
        flat: The same with one record a line, for plain output, where an item holds several.
        whole: The option that lifts the limit, of a command that has a limit by itself.
        cite: What is cited for one item, ``None`` where it is nothing that was published; for
            views whose items can be cited.
    """

    command: str
    query: str | list[str] | None
    items: Sequence[T]
    total: int
    columns: tuple[Column[T], ...]
    data: Callable[[T], Mapping[str, Any]]
    card: Callable[[T], Card] | None = None
    sections: tuple[Section[Any], ...] = ()
    extra: tuple[tuple[str, Any], ...] = ()
    flat: Section[Any] | None = None
    whole: str = ""
    cite: Callable[[T], "Citation | None"] | None = None

    @property
    def citations(self) -> "list[Citation]":
        """What is cited for the items, each once and under a key that no other has."""
        cited = map(self.cite, self.items) if self.cite else ()
        found: dict[str, Citation] = {}
        for citation in dict.fromkeys(each for each in cited if each):
            key, number = citation.key, 1
            while key in found:
                number += 1
                key = f"{citation.key}-{number}"
            found[key] = citation._replace(key=key)
        return list(found.values())

    @property
    def truncated(self) -> bool:
        """Whether a limit cut items off."""
        return len(self.items) < self.total
