"""Reports how far a build is."""

from collections.abc import Callable

from policycli.tuples import NamedTuple

__all__ = ["Progress", "Report", "silent"]


class Progress(NamedTuple):
    """How far a build is.

    Attributes:
        files: Files done, out of ``of``.
        records: Policies and measures done.
        share: 0-1, of the bytes of all files; an estimate.
    """

    files: int
    of: int
    records: int
    share: float


Report = Callable[[Progress], None]


def silent(_progress: Progress) -> None:
    """A report for those who do not watch."""
