"""A line on the terminal while an index is built, where that takes a while."""

import sys
from time import monotonic

from policycli.index.progress import Progress
from policycli.language import _

__all__ = ["Note"]

_PATIENCE = 1.5  # seconds; what is done by then needs no note
_RHYTHM = 0.1  # seconds between two looks of the line


class Note:
    """Tells how far a build is, in one line that changes and goes away."""

    def __init__(self) -> None:
        self._due = monotonic() + _PATIENCE
        self._shown = False

    def report(self, progress: Progress) -> None:
        """Hear how far the build is, and tell whoever watches if it is time to."""
        if monotonic() < self._due or not sys.stderr.isatty():
            return
        self._due = monotonic() + _RHYTHM
        self._shown = True
        said = _("Building the index: {records} records, {files} of {of} files")
        sys.stderr.write(f"\r{said.format(**progress._asdict())}")
        sys.stderr.flush()

    def done(self) -> None:
        """Wipe the line away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
