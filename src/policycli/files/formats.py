"""The formats that catalogues have: by which names each is known, what reads and what edits it.

A new format is a module that reads, one that edits, and one row in ``FORMATS``. Both are loaded
when they are used.
"""

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Any

from policycli.records.model import Policy, Problem
from policycli.tuples import NamedTuple

__all__ = ["FORMATS", "Contents", "Format", "endings", "format_of"]

_HERE = "policycli.files"


class Contents(NamedTuple):
    """What a catalogue file holds.

    Attributes:
        records: Policies and problems, in its order.
        synonyms: Everyday words, each with those that stand in policies for it.
    """

    records: Iterable[Policy | Problem]
    synonyms: Mapping[str, tuple[str, ...]]


class Format(NamedTuple):
    """A format of catalogues.

    Attributes:
        endings: Of names, in small letters.
        reader: A module with ``read(path) -> Contents``, which raises, there or while the records
            come, a ``CatalogueError`` with all faults and an ``OSError`` for what it cannot open,
            and with ``locate(raw) -> Locate``, which knows the lines of a file without faults.
        editor: A module with ``edited(raw, edits) -> bytes``, the file with records changed
            and all else as it was, and ``added(raw, problem) -> bytes``, with one more.
        comments: Whether it has any, in which an import marks what is uncertain.
    """

    endings: tuple[str, ...]
    reader: str
    editor: str
    comments: bool = False

    def load_reader(self) -> Any:
        """The module that reads."""
        return import_module(self.reader)

    def load_editor(self) -> Any:
        """The module that edits."""
        return import_module(self.editor)


FORMATS = [
    Format((".toml",), f"{_HERE}.toml", f"{_HERE}.toml_editor", comments=True),
    Format((".jsonl",), f"{_HERE}.jsonl", f"{_HERE}.jsonl_editor"),
]


def endings() -> tuple[str, ...]:
    """The endings of all catalogues."""
    return tuple(ending for each in FORMATS for ending in each.endings)


def format_of(path: str) -> Format:
    """The format that the name of a file says; that of the first row where it says none."""
    name = path.lower()
    return next((each for each in FORMATS if name.endswith(each.endings)), FORMATS[0])
