"""A line on the terminal while an index is built, where that takes a while."""

import sys
from time import monotonic

from policycli.index.progress import Progress
from policycli.language import _

__all__ = ["Note"]

_PATIENCE = 1.5  # seconds; what is done by then needs no note
_WIDTH = 20  # characters of the bar
_RHYTHM = 0.1  # seconds between two looks of the line


class Note:
    """Tells how far a build is, in one line that changes and goes away."""

    def __init__(self) -> None:
        self._begin = monotonic()
        self._due = self._begin + _PATIENCE
        self._shown = False

    def report(self, progress: Progress) -> None:
        """Hear how far the build is, and tell whoever watches if it is time to."""
        if monotonic() < self._due or not sys.stderr.isatty():
            return
        self._due = monotonic() + _RHYTHM
        self._shown = True
        sys.stderr.write(f"\r\x1b[K{self._line(progress)}")
        sys.stderr.flush()

    def _line(self, progress: Progress) -> str:
        files, of, records, share = progress
        spent = monotonic() - self._begin
        left = round(spent / share - spent) if share else 0
        done = round(share * _WIDTH)
        bar = "#" * done + "." * (_WIDTH - done)
        said = _("Building the index [{bar}] {records} records, {files}/{of} files, {left} s left")
        return said.format(bar=bar, records=records, files=files, of=of, left=left)

    def done(self) -> None:
        """Wipe the line away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
