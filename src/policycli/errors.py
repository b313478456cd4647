"""What can go wrong, typed: one sentence each that says what is wrong, where, and what to do."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # most calls find nothing wrong
    from policycli.finding import Finding

__all__ = [
    "CatalogueError",
    "ConflictError",
    "DocumentError",
    "NotFoundError",
    "PolicyError",
    "UsageError",
]


class PolicyError(Exception):
    """Base of every error that this package raises on purpose; ``str()`` is the sentence."""


class UsageError(PolicyError):
    """The call itself is wrong: an unknown filter value, a figure that cannot be read."""


class ConflictError(PolicyError):
    """A file cannot be changed now: somebody else changes it, has changed it, or forbids it."""


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


class CatalogueError(PolicyError):
    """One or several catalogue files cannot be used; ``faults`` holds every fault found."""

    def __init__(self, faults: "Sequence[Finding]") -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = list(faults)
