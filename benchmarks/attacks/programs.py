"""Runs the program as its users do, and holds what it wrote against its promises."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.attacks.forked import Forked, load, reading_forked

__all__ = ["Ended", "Run", "environment", "finished", "fork_from_here", "has_begun"]
__all__ += ["promises_broken", "run", "started"]

Run = Forked | subprocess.Popen[bytes]

_PROGRAM = (sys.executable, "-c", "from policycli.cli.main import main; main()")
_CODES = (0, 1, 2, 130)
_LONGEST = 300  # seconds; what takes longer hangs


class Ended(NamedTuple):
    """How a run ended and what it wrote."""

    code: int
    out: bytes
    err: bytes


def environment(home: Path, **more: str) -> dict[str, str]:
    """All that a run finds around it: a home of its own, and nothing of the user's."""
    return {
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "TMPDIR": str(home),
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join(sys.path),
        "LANG": "C.UTF-8",
        **more,
    }


_forking = False  # whether runs are forked from this process, which has the program loaded


def fork_from_here() -> None:
    """Load the program once; what is run from now on is forked from this process."""
    global _forking  # noqa: PLW0603 - it is of this process
    load()
    reading_forked()
    _forking = True


def started(
    words: Sequence[str], home: Path, environ: Mapping[str, str] = {}, prefix: Sequence[str] = ()
) -> Run:
    """A run of the program in the folder ``home``, which goes on.

    Args:
        words: Its arguments.
        home: The folder.
        environ: Variables it gets besides.
        prefix: A program that runs it, such as strace.
    """
    if _forking and not prefix:
        return Forked(words, str(home), environment(home, **environ))
    return subprocess.Popen(
        [*prefix, *_PROGRAM, *words],
        cwd=home,
        env=environment(home, **environ),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def finished(process: Run, given: bytes = b"") -> Ended:
    """The end of a run; one that hangs is ended, as code -9."""
    try:
        out, err = process.communicate(given, timeout=_LONGEST)
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
    assert process.returncode is not None  # noqa: S101 - it has ended
    return Ended(process.returncode, out, err)


def run(words: Sequence[str], home: Path, given: bytes = b"") -> Ended:
    """Run the program to its end."""
    return finished(started(words, home), given)


def has_begun(ended: Ended) -> bool:
    """Whether it came to the program, and it was not Python that ended while it was loading."""
    failed = b"Traceback" in ended.err or b"Fatal Python error" in ended.err
    return ended.code != -signal.SIGINT and (b"cli/main.py" in ended.err or not failed)


def promises_broken(ended: Ended) -> str:
    """What no run may do, whatever it was given: end otherwise, or show its inside."""
    if ended.code not in _CODES:
        return f"exit {ended.code}: {ended.err.decode('utf-8', 'replace')[-300:]}"
    if b"Traceback" in ended.err:
        return f"traceback: {ended.err.decode('utf-8', 'replace')[-300:]}"
    return ""
