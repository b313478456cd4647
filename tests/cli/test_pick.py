"""``policy pick`` as a process: on a terminal, in a pipe, and without its library."""

import contextlib
import os
import pty
import subprocess
import threading
import time
from unittest import mock

from tests.cli.conftest import PROGRAM, Run


def test_without_a_terminal_it_says_so(environment: dict[str, str]) -> None:
    """In a pipe nothing is drawn: exit 2, and what to use instead."""
    done = subprocess.run(
        [*PROGRAM, "pick"], env=environment, input="", capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "policy search" in done.stderr


def test_a_missing_library_is_named_with_what_installs_it(policy: Run) -> None:
    """Without the extra the command says what to install, and exits with 2."""
    with mock.patch.dict("sys.modules", {"policycli.picker.app": None}):
        result = policy("pick")
    assert result.code == 2
    assert "[pick]" in result.err


def test_what_is_taken_goes_to_a_pipe(environment: dict[str, str]) -> None:
    """The screen is drawn on the terminal; ``$(policy pick)`` gets the id alone."""
    terminal, theirs = pty.openpty()
    process = subprocess.Popen(
        [*PROGRAM, "pick", "基金"],
        env=environment | {"TERM": "xterm-256color"},
        stdin=theirs,
        stderr=theirs,
        stdout=subprocess.PIPE,
        text=True,
    )
    os.close(theirs)
    drawn = bytearray()
    draining = threading.Thread(target=_drain, args=(terminal, drawn), daemon=True)
    draining.start()
    end = time.monotonic() + 60
    while b"qingshan.fund" not in drawn and time.monotonic() < end:
        time.sleep(0.05)
    os.write(terminal, b"\r")
    try:
        out, _err = process.communicate(timeout=60)
    finally:
        process.kill()
    assert (process.returncode, out) == (0, "qingshan.fund\n")


def _drain(terminal: int, drawn: bytearray) -> None:
    """Read what is drawn until nobody draws any more, as a terminal does."""
    with contextlib.suppress(OSError):  # a terminal whose other side is closed
        while more := os.read(terminal, 65536):
            drawn.extend(more)
    os.close(terminal)
