"""Copies to the clipboard of whoever sits at the terminal, by SSH too (OSC 52)."""

import sys
from base64 import b64encode
from typing import TextIO

from policycli.cli.notes import say
from policycli.errors import UsageError
from policycli.language import _

__all__ = ["copy"]


def copy(text: str) -> None:
    """Hand text to the terminal for its clipboard; whether that takes it nobody can know.

    Raises:
        UsageError: There is no terminal.
    """
    sys.stdout.flush()  # what was written stands before this, also where there is no terminal
    order = f"\x1b]52;c;{b64encode(text.encode()).decode()}\x07"
    try:
        with _terminal() as terminal:
            terminal.write(order)
    except OSError as error:
        raise UsageError(_("there is no terminal to copy through; leave --copy out")) from error
    say(_("Copied, if the terminal allows it (OSC 52)."))


def _terminal() -> TextIO:
    """The terminal that the program was started from, wherever its output goes."""
    name = "CON" if sys.platform == "win32" else "/dev/tty"
    return open(name, "w", encoding="ascii")
