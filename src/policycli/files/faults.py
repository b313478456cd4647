"""Gathering what is wrong with one file, with the key at which it stands."""

from collections.abc import Callable, Iterable

from policycli.errors import CatalogueError, Fault
from policycli.language import ngettext

__all__ = ["SHOWN", "Faults", "Key", "Note", "shown", "spell"]

SHOWN = 100
"""Faults of one file that are reported word for word; the others are only counted."""

_LONG = 45

Key = tuple[str | int, ...]
"""Way to a value: ``("policies", 2, "id")``."""

Note = Callable[[Key, str], None]
"""Called with every fault found: where, and what is wrong there."""


class Faults:
    """The faults of one file."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.count = 0
        self._kept: list[Fault] = []

    def add(self, key: Key, what: str, line: int = 0) -> None:
        """Take in one fault; ``line`` is 0 where it is not known."""
        self.count += 1
        if self.count <= SHOWN:
            self._kept.append(Fault(self.path, line, spell(key), what))

    def error(self) -> CatalogueError:
        """All of them, or the first hundred and how many more there are."""
        faults = sorted(self._kept, key=lambda fault: fault.line)
        if self.count > SHOWN:
            more = self.count - SHOWN
            what = ngettext("{n} more fault is not shown", "{n} more faults are not shown", more)
            faults.append(Fault(self.path, 0, "", what.format(n=more)))
        return CatalogueError(faults)


def spell(key: Iterable[str | int]) -> str:
    """A key as people read it: ``policies[2].measures[0].title``."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{_name(part)}" for part in key)
    return "".join(parts).removeprefix(".")


def _name(part: str) -> str:
    return part if part.isidentifier() and len(part) < _LONG else shown(part)


def shown(value: str) -> str:
    """A text as it may stand in a message: quoted, without control characters, and short."""
    text = repr(value[:_LONG])
    return text if len(text) <= _LONG else text[: _LONG - 1] + "…"
