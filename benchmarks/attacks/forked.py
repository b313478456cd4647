"""Processes forked from one that has the program loaded, where starting it is not the point.

A try then takes milliseconds: what runs is the whole program all the same, in a process of its
own with its own locks and files, that can be killed. Those that read documents are forked too.
"""

import contextlib
import ctypes
import gc
import importlib
import os
import pkgutil
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Literal, NoReturn

__all__ = ["Forked", "count_descendants", "load", "reading_forked", "reap"]

_LIBRARIES = (
    *("docx", "pdfplumber", "xlsxwriter", "python_calamine", "icalendar", "olefile"),
    *("rich.console", "rich.table", "tomlkit", "pypinyin", "opencc", "filelock"),
)
_SUBREAPER = 36  # prctl(2): orphans come to this process, which then knows their memory
_BLOCK = 1 << 16  # bytes
_LONGEST = 1e6  # seconds
_FILES = 1024  # open files that a fork may have got from its parent


def load() -> None:
    """Load the program, its libraries, and the characters that every index begins with."""
    import policycli
    from policycli.index import renew
    from policycli.text.characters import compile_alphabet

    modules = [module.name for module in pkgutil.walk_packages(policycli.__path__, "policycli.")]
    for name in (*modules, *_LIBRARIES):
        with contextlib.suppress(ImportError):  # of what is not installed
            if not name.endswith("__main__"):
                importlib.import_module(name)
    renew.compile_alphabet = cache(compile_alphabet)  # type: ignore[attr-defined]
    renew.compile_alphabet()  # type: ignore[attr-defined]
    gc.collect()
    gc.freeze()


def count_descendants() -> None:
    """Let the memory of all that descends from this process be counted with its children's."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)


def reap() -> None:
    """Wait for what was left behind by those that have ended."""
    with contextlib.suppress(ChildProcessError):
        while True:
            os.waitpid(-1, 0)


def _fork(work: Callable[[], object], descriptors: Sequence[int], keep: Callable[[], None]) -> int:
    """Do some work in a process of its own, with these files in the place of the standard ones."""
    child = os.fork()
    if child:
        return child
    try:
        for number, descriptor in enumerate(descriptors):
            os.dup2(descriptor, number)
        os.closerange(3, _FILES)
        signal.signal(signal.SIGINT, signal.default_int_handler)  # in the background too
        for number, name in enumerate(("stdin", "stdout", "stderr")):
            mode: Literal["r", "w"] = "w" if number else "r"
            stream = open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115 - it stays
            setattr(sys, name, stream)
        keep()
        work()
    finally:
        os._exit(70)


class Forked:
    """A run of the program; like ``subprocess.Popen`` where the attacks look at one."""

    def __init__(self, words: Sequence[str], folder: str, environ: Mapping[str, str]) -> None:
        self.returncode: int | None = None
        given, self._given = os.pipe()
        (self._out, out), (self._err, err) = os.pipe(), os.pipe()

        def surroundings() -> None:
            os.chdir(folder)
            os.environ.clear()
            os.environ.update(environ)
            tempfile.tempdir = None
            sys.argv[1:] = words

        self.pid = _fork(_main, [given, out, err], surroundings)
        for descriptor in (given, out, err):
            os.close(descriptor)
        self._handle = os.pidfd_open(self.pid)

    def poll(self) -> int | None:
        """Its exit code, if it has ended."""
        self._wait(0)
        return self.returncode

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def send_signal(self, number: int) -> None:
        """Send it a signal, unless it has ended."""
        if self.poll() is None:
            signal.pidfd_send_signal(self._handle, number)

    def communicate(self, given: bytes = b"", timeout: float | None = None) -> tuple[bytes, bytes]:
        """What it wrote, once it has ended.

        Raises:
            subprocess.TimeoutExpired: It has not.
        """
        end = time.monotonic() + (timeout or _LONGEST)
        os.set_blocking(self._given, False)
        written: dict[int, list[bytes]] = {self._out: [], self._err: []}
        left, giving = set(written), [self._given]
        while left and time.monotonic() < end:
            reading, writing, _ = select.select(left, giving, [], max(0, end - time.monotonic()))
            for descriptor in reading:
                block = os.read(descriptor, _BLOCK)
                written[descriptor].append(block)
                left -= set() if block else {descriptor}
            if writing:
                given = given[self._taken(given) :]
                if not given:
                    os.close(giving.pop())
        self._wait(max(0, end - time.monotonic()))
        if self.returncode is None:
            raise subprocess.TimeoutExpired("policy", timeout or 0)
        for descriptor in (self._out, self._err, self._handle, *giving):
            os.close(descriptor)
        return b"".join(written[self._out]), b"".join(written[self._err])

    def _taken(self, given: bytes) -> int:
        """How much of what it is given it has taken; all of it, if it takes no more."""
        try:
            return os.write(self._given, given[:_BLOCK])
        except BrokenPipeError:
            return len(given)

    def _wait(self, timeout: float | None) -> None:
        if self.returncode is None and select.select([self._handle], [], [], timeout)[0]:
            self.returncode = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def _main() -> NoReturn:
    from policycli.cli.main import main

    main()


class _Reader:
    """A process that reads documents, in the place of the one that is started for that."""

    def __init__(self) -> None:
        from policycli.ingest.readers import sandbox

        asking, asked = os.pipe()
        answering, answered = os.pipe()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        self._pid = _fork(sandbox.main, [asking, answered, nowhere], lambda: None)
        for descriptor in (asking, answered, nowhere):
            os.close(descriptor)
        self.stdin = os.fdopen(asked, "wb")
        self.stdout = os.fdopen(answering, "rb")

    def kill(self) -> None:
        """End it at once."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)

    def communicate(self) -> None:
        """Wait for its end."""
        for file in (self.stdin, self.stdout):
            with contextlib.suppress(BrokenPipeError):
                file.close()
        os.waitpid(self._pid, 0)


def reading_forked() -> None:
    """Fork the processes that read documents, from now on."""
    from policycli.ingest.readers import sandbox

    sandbox.started = _Reader  # type: ignore[assignment]
