"""The ``# check:`` marks that still stand in catalogues, a line each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from policycli.files.marks import Mark
from policycli.language import N_, again
from policycli.views.model import Column, View

if TYPE_CHECKING:
    from policycli.views import file_rows as rows

__all__ = ["data", "place", "view", "why"]


def place(mark: Mark) -> str:
    """File and line, as compilers have it."""
    return f"{mark.path}:{mark.line}"


def why(mark: Mark) -> str:
    """Why it stands there, in the language of the screen, whatever that of the import was."""
    whole = again(mark.what)
    pieces = mark.what.split("; ")
    return whole if whole != mark.what or len(pieces) < 2 else "; ".join(map(again, pieces))


_COLUMNS: tuple[Column[Mark], ...] = (
    Column("place", N_("place"), place, "id"),
    Column("id", N_("id"), lambda mark: mark.id, "short"),
    Column("what", N_("to check"), why),
    Column("words", N_("words of the paper"), lambda mark: mark.words, "note"),
    Column("key", N_("key"), lambda mark: mark.key, "note"),
    Column("path", N_("file"), lambda mark: mark.path, "detail"),
    Column("line", N_("line"), lambda mark: mark.line, "detail"),
)


def view(paths: Sequence[str], items: Sequence[Mark], limit: int | None) -> View[Mark]:
    """Marks in the order of the files."""
    return View("validate", list(paths), items[:limit], len(items), _COLUMNS, data)


def data(mark: Mark) -> "rows.Marked":
    """A mark for programs."""
    return {
        "path": mark.path,
        "line": mark.line,
        "id": mark.id,
        "key": mark.key,
        "what": why(mark),
        "words": mark.words,
    }
