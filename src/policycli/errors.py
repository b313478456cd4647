"""What can go wrong, typed: one sentence each that says what is wrong, where, and what to do."""

from typing import NamedTuple

__all__ = ["CatalogueError", "DocumentError", "Fault", "NotFoundError", "PolicyError", "UsageError"]


class PolicyError(Exception):
    """Base of every error that this package raises on purpose; ``str()`` is the sentence."""


class UsageError(PolicyError):
    """The call itself is wrong: an unknown filter value, a figure that cannot be read."""


class NotFoundError(PolicyError):
    """No record has this name, or several could be meant.

    Attributes:
        candidates: Ids that were near, best first; empty where nothing was.
    """

    def __init__(self, message: str, candidates: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.candidates = candidates


class DocumentError(PolicyError):
    """A document cannot be taken in: damaged, dangerous, too large, or of an unknown kind.

    Raised without the document's name where only its content is known; who knows the name adds it.
    """


class Fault(NamedTuple):
    """One thing wrong in a catalogue file.

    Attributes:
        path: The file, as it was named.
        line: From 1; 0 where it cannot be known.
        key: Path such as ``policies[2].measures[0].figures[1].value``; may be empty.
        what: What is wrong and what is expected, one clause.
    """

    path: str
    line: int
    key: str
    what: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return ": ".join(part for part in (place, self.key, self.what) if part)


class CatalogueError(PolicyError):
    """One or several catalogue files cannot be used; ``faults`` holds every fault found."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults
