"""Shows what is longer than the screen in the user's pager."""

import os
from io import StringIO
from typing import TextIO

from policycli.files.settings import setting

__all__ = ["DEFAULT", "Page", "paged"]

DEFAULT = "less"
_NEVER = ("never", "cat")
_LESS = {
    "LESS": "FRX",  # as git has it: end where one screen is enough, let colours through
    "LESSCHARSET": "utf-8",  # also in a locale that names no encoding
}


class Page(StringIO):
    """What is to be shown on a terminal: it is written as if to that."""

    def __init__(self, terminal: TextIO) -> None:
        super().__init__(newline="")
        self._terminal = terminal

    def isatty(self) -> bool:
        """It will be seen on one."""
        return True

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """That of the terminal."""
        return self._terminal.encoding


def paged(text: str) -> bool:
    """Show a text in the pager; false where it fits the screen, or there is no pager."""
    from shutil import get_terminal_size

    command = os.environ.get("POLICY_PAGER") or setting("pager") or os.environ.get("PAGER")
    if text.count("\n") < get_terminal_size().lines or command in _NEVER:
        return False
    return _shown(text, command or DEFAULT)


def _shown(text: str, command: str) -> bool:
    """Run the pager; Ctrl-C is for that, not for us, and it may end before it has read all."""
    import shlex
    import signal
    import subprocess

    try:
        words = shlex.split(command)
        process = subprocess.Popen(words, stdin=subprocess.PIPE, env=_LESS | os.environ)  # noqa: S603
    except (OSError, ValueError, IndexError):
        return False
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process.communicate(text.encode("utf-8", "replace"))  # is quiet about a closed pipe
    finally:
        signal.signal(signal.SIGINT, before)
    return True
