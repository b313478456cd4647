"""How a build tells how far it is."""

from collections.abc import Callable
from typing import NamedTuple

__all__ = ["Progress", "Report", "silent"]


class Progress(NamedTuple):
    """How far a build is: files done out of ``of``, and records (policies and measures) done."""

    files: int
    of: int
    records: int


Report = Callable[[Progress], None]


def silent(_progress: Progress) -> None:
    """A report for those who do not watch."""
