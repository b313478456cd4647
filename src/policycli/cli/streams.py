"""The standard streams, made fit for Chinese whatever the environment says."""

import os
import sys
from typing import Literal, TextIO

__all__ = ["flush", "prepare"]


def prepare() -> None:
    """Make output and error take any text, and input be there.

    A pipe gets UTF-8 unless PYTHONIOENCODING names something else, whatever the locale is. A
    terminal keeps its own encoding, and what it cannot show becomes ``?``. What comes in and is
    no text in the encoding of the locale becomes ``�``. A stream that was closed before the
    program began goes nowhere, and nothing comes from it.
    """
    sys.stdin = sys.stdin or _nowhere("r")
    if reconfigure := getattr(sys.stdin, "reconfigure", None):
        reconfigure(errors="replace")
    sys.stdout = _fit(sys.stdout)
    sys.stderr = _fit(sys.stderr)


def _fit(stream: TextIO | None) -> TextIO:
    if stream is None:
        return _nowhere("w")
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        chosen = stream.isatty() or os.environ.get("PYTHONIOENCODING")
        reconfigure(encoding=None if chosen else "utf-8", errors="replace")
    return stream


def _nowhere(mode: Literal["r", "w"]) -> TextIO:
    return open(os.devnull, mode, encoding="utf-8")


def flush() -> None:
    """Write out what is buffered.

    Raises:
        OSError: The reader has gone, or the disk is full.
    """
    sys.stdout.flush()
    sys.stderr.flush()
