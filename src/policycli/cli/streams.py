"""Standard output and error, made fit for Chinese whatever the environment says."""

import os
import sys
from typing import TextIO

__all__ = ["flush", "prepare"]


def prepare() -> None:
    """Make both streams take any text.

    A pipe gets UTF-8 unless PYTHONIOENCODING names something else, whatever the locale is. A
    terminal keeps its own encoding, and what it cannot show becomes ``?``. A stream that was
    closed before the program began goes nowhere.
    """
    sys.stdout = _fit(sys.stdout)
    sys.stderr = _fit(sys.stderr)


def _fit(stream: TextIO | None) -> TextIO:
    if stream is None:
        return open(os.devnull, "w", encoding="utf-8")
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        chosen = stream.isatty() or os.environ.get("PYTHONIOENCODING")
        reconfigure(encoding=None if chosen else "utf-8", errors="replace")
    return stream


def flush() -> None:
    """Write out what is buffered.

    Raises:
        OSError: The reader has gone, or the disk is full.
    """
    sys.stdout.flush()
    sys.stderr.flush()
