"""Ways to run ``policy``: in this process, which is fast, and in one of its own, which is real."""

import fcntl
import io
import os
import struct
import subprocess
import sys
import termios
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import pytest

from policycli.cli.main import run

SMALL = Path(__file__).parents[1] / "data" / "small.toml"
TWINS = SMALL.with_name("twins.toml")
READING = ("figures", "compare", "matrix", "timeline", "documents")
OPENING = ("search", "show", "list", "info", "news", *READING)
PROGRAM = [sys.executable, "-c", "from policycli.cli.main import main; main()"]


class Result(NamedTuple):
    """How a run ended and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """All that a run finds around it: the small catalogue, and a cache that the session shares."""
    home = str(tmp_path_factory.mktemp("home"))
    measuring = {name: value for name, value in os.environ.items() if name.startswith("COVERAGE")}
    return measuring | {
        "HOME": home,
        "XDG_CACHE_HOME": home,
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join(sys.path),
        "LANG": "en_US.UTF-8",
        "COLUMNS": "80",
        "POLICY_CATALOGUE": str(SMALL),
    }


@pytest.fixture(scope="session")
def policy(environment: dict[str, str]) -> Run:
    """Run a command line in this process; keywords are added to the environment."""

    def in_process(*args: str, **environ: str) -> Result:
        out, err = io.TextIOWrapper(io.BytesIO()), io.TextIOWrapper(io.BytesIO())
        with (
            mock.patch.dict(os.environ, environment | environ, clear=True),
            mock.patch.multiple(sys, stdout=out, stderr=err),
        ):
            code = run(_small(args))
            written = [stream.buffer.getvalue().decode() for stream in (out, err)]
        return Result(code, *written)

    return in_process


@pytest.fixture(scope="session")
def process(environment: dict[str, str]) -> Run:
    """Run a command line in a process of its own; keywords are added to the environment."""

    def apart(*args: str, **environ: str) -> Result:
        done = subprocess.run(
            [*PROGRAM, *_small(args)], env=environment | environ, capture_output=True, check=False
        )
        return Result(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return apart


@pytest.fixture(scope="session")
def terminal(environment: dict[str, str]) -> Run:
    """Run a command line on a terminal of 80 by 24; all that is seen there is ``out``."""

    def on_terminal(*args: str, **environ: str) -> Result:
        child, screen = os.forkpty()
        if not child:  # in the child, on the new terminal
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
            os.execve(PROGRAM[0], [*PROGRAM, *_small(args)], environment | environ)  # noqa: S606
        seen = b""
        while chunk := _seen(screen):
            seen += chunk
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        return Result(code, seen.decode("utf-8").replace("\r\n", "\n"), "")

    return on_terminal


def _seen(screen: int) -> bytes:
    """What was written to a terminal; nothing once the program has ended."""
    try:
        return os.read(screen, 65536)
    except OSError:
        return b""


@pytest.fixture(scope="session")
def twins(policy: Run) -> Run:
    """Run a command line in this process on the three policies that can be compared."""

    def on_twins(*args: str, **environ: str) -> Result:
        return policy(*args, POLICY_CATALOGUE=str(TWINS), **environ)

    return on_twins


@pytest.fixture(scope="session")
def program() -> list[str]:
    """The words that start the program."""
    return PROGRAM


def _small(args: tuple[str, ...]) -> list[str]:
    """The same command line with the bundled catalogue left out, where a command opens one."""
    return [args[0], "--no-bundled", *args[1:]] if args and args[0] in OPENING else list(args)
