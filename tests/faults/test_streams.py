"""Streams that are closed, and terminals that would obey what is in the data."""

import io
import json
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from benchmarks.attacks import commands
from benchmarks.attacks.programs import environment
from policycli.render import write
from policycli.render.json import shown
from policycli.views.model import Column, View

PROGRAM = [sys.executable, "-c", "from policycli.cli.main import main; main()"]
STEERING = "甲\x9b31m\u202e乙\u2066\x1b[0m\u200b"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.mark.skipif(sys.platform == "win32", reason="closed streams of Unix")
@pytest.mark.parametrize(("words", "code"), [("search -", 1), ("import -", 2)])
def test_standard_input_may_be_closed(words: str, code: int, tmp_path: Path) -> None:
    """Nothing comes from it, which is no mistake of the program."""
    command = f"{shlex.join(PROGRAM)} {words} <&-"
    done = subprocess.run(
        ["sh", "-c", command], env=environment(tmp_path), capture_output=True, check=False
    )
    assert done.returncode == code
    assert b"Internal" not in done.stderr


def test_what_is_no_text_is_a_query_like_any_other(tmp_path: Path) -> None:
    """Also in a locale where Python takes such input for an error."""
    done = subprocess.run(
        [*PROGRAM, "search", "-"],
        input="\xff\xfe\n".encode("latin-1") + "贵州\n".encode(),
        env=environment(tmp_path, PYTHONIOENCODING="utf-8:strict"),
        capture_output=True,
        check=True,
    )
    first, second = map(json.loads, done.stdout.splitlines())
    assert (first["query"], first["total"]) == ("\ufffd\ufffd", 0)
    assert second["total"] > 0


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_on_a_terminal_steers_nothing(form: str) -> None:
    """What a terminal would obey is escaped there, and is the same text for whoever parses it."""
    columns = (Column[str]("title", "Title", lambda item: item),)
    view = View("search", STEERING, [STEERING], 1, columns, lambda item: {"title": item})
    there, elsewhere = Terminal(), io.StringIO()
    write(view, form, there)
    write(view, form, elsewhere)
    assert not {"\x9b", "\u202e", "\u2066", "\x1b"} & set(there.getvalue())
    assert "甲" in there.getvalue()
    assert "\u202e" in elsewhere.getvalue()
    assert json.loads(there.getvalue()) == json.loads(elsewhere.getvalue())


def test_lines_go_to_a_pipe_as_they_are() -> None:
    """A program gets UTF-8."""
    assert list(shown([STEERING], io.StringIO())) == [STEERING]


@pytest.mark.skipif(sys.platform == "win32", reason="signals and redirections of Unix")
@pytest.mark.parametrize("attack", [commands.given, commands.interrupted, commands.nowhere])
def test_commands_keep_their_promises(
    attack: Callable[[Random, Path], str], tmp_path: Path
) -> None:
    """Given what steers or is no text, interrupted, and with nowhere to write."""
    for number in range(3):
        home = tmp_path / str(number)
        home.mkdir()
        assert attack(Random(number), home) == ""
