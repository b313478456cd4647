"""A note on standard error while an index is built, where that takes a while."""

import sys
from time import monotonic

from policycli.index.progress import Progress
from policycli.language import _

__all__ = ["Note"]

_PATIENCE = 1.0  # seconds; what is done by then needs no note
_RHYTHM = 0.1  # seconds between two looks of a line on a terminal


class Note:
    """Tells how far a build is: on a terminal in one line that changes, else once."""

    def __init__(self) -> None:
        self._due = monotonic() + _PATIENCE
        self._shown = False

    def report(self, progress: Progress) -> None:
        """Hear how far the build is, and tell the user if it is time to."""
        if monotonic() < self._due:
            return
        self._due = monotonic() + _RHYTHM
        if sys.stderr.isatty():
            said = _("Building the index: {records} records, {files} of {of} files")
            sys.stderr.write(f"\r{said.format(**progress._asdict())}")
            sys.stderr.flush()
        elif not self._shown:
            sys.stderr.write(_("Building the index; later calls will be fast.") + "\n")
        self._shown = True

    def done(self) -> None:
        """Wipe the line away."""
        if self._shown and sys.stderr.isatty():
            sys.stderr.write("\r\x1b[K")
