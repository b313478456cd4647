"""The line that tells how far a build is."""

import io

import pytest

from policycli.cli import progress
from policycli.index.progress import Progress


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def told(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, seconds: float) -> str:
    """What is written to ``stream`` for a build that takes so long."""
    clock = iter([0.0, seconds, seconds, seconds, seconds])
    monkeypatch.setattr(progress, "monotonic", lambda: next(clock))
    monkeypatch.setattr("sys.stderr", stream)
    note = progress.Note()
    note.report(Progress(files=1, of=2, records=300, share=0.25))
    note.done()
    return stream.getvalue()


def test_a_slow_build_is_told_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The line says how far the build is, what is left of it, and is wiped away at its end."""
    line = told(monkeypatch, Terminal(), 3.0)
    bar = "[#####...............]"
    said = f"Building the index {bar} 300 records, 1/2 files, 9 s left"
    assert line == f"\r\x1b[K{said}\r\x1b[K"


def test_a_quick_build_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done at once needs no note."""
    assert told(monkeypatch, Terminal(), 0.5) == ""


def test_scripts_hear_nothing_of_a_build(monkeypatch: pytest.MonkeyPatch) -> None:
    """A log file is no terminal."""
    assert told(monkeypatch, io.StringIO(), 3.0) == ""
