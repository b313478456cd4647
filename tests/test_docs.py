"""What the README and the docs show is what happens."""

import inspect
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import policycli
from policycli.cli.group import policy
from policycli.records.model import RECORDS

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "README.zh-CN.md", *sorted((ROOT / "docs").glob("*.md"))]
SHELL = re.compile(r"^```sh\n(.*?)^```$", re.DOTALL | re.MULTILINE)
ENDS = {"|", "||", "&&", ";", ">", ">>", "<", "2>", "<<"}  # of a command among the words of a line


@pytest.mark.parametrize("script", ["consoles", "llms", "pictures"])
def test_pages_are_as_their_script_makes_them(script: str) -> None:
    """Every console block shows what its commands print; pictures and lists are up to date too."""
    line = [sys.executable, str(ROOT / "scripts" / f"{script}.py"), "--check"]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def commands(page: Path) -> Iterator[list[str]]:
    """The words after ``policy`` of every command in the shell blocks of a page."""
    for block in SHELL.findall(page.read_text("utf-8")):
        for line in block.replace("\\\n", " ").splitlines():
            words = shlex.split(line, comments=True)
            if words[:1] == ["policy"]:
                yield list(arguments(words[1:]))


def arguments(words: list[str]) -> Iterator[str]:
    """The words up to where another command or a file begins."""
    for word in words:
        if word in ENDS:
            return
        yield word


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_in_pages_can_be_typed(page: Path) -> None:
    """Every ``policy …`` in a shell block names commands, options and arguments that there are."""
    for args in commands(page):
        command: click.Command = policy
        ctx = policy.make_context("policy", list(args), resilient_parsing=True)
        rest = list(args)
        while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
            named = command.get_command(ctx, rest[0])
            assert named, args
            command, rest = named, rest[1:]
        assert command.make_context("policy", rest, parent=ctx), args


def test_pages_of_docs_are_found() -> None:
    """The shell blocks of README hold commands, so the test above looks at some."""
    assert len(list(commands(ROOT / "README.md"))) > 20


def handed_out() -> Iterator[str]:
    """Names of classes that methods and properties of a catalogue give, from their annotations."""
    for name, member in vars(policycli.Catalogue).items():
        function = member.fget if isinstance(member, property) else member
        if not name.startswith("_") and inspect.isfunction(function):
            given = inspect.signature(function).return_annotation
            yield from re.findall(r"[A-Z]\w+", inspect.formatannotation(given))


def test_every_public_class_has_its_page() -> None:
    """So have those that a catalogue hands out, and all records; ``mkdocs build`` finds each."""
    text = (ROOT / "docs" / "api.md").read_text("utf-8")
    told = {name.rpartition(".")[2] for name in re.findall(r"^::: (\S+)$", text, re.MULTILINE)}
    public = {name for name in policycli.__all__ if not name.endswith(("Error", "__"))}
    assert "::: policycli.errors\n" in text
    assert public | {record.__name__ for record in RECORDS} | {*handed_out()} - {"Any"} <= told
    assert {"Hit", "Comparison", "Entry"} <= {*handed_out()}


def test_the_python_of_the_readme_runs(tmp_path: Path) -> None:
    """The example of the API works as it stands."""
    text = (ROOT / "README.md").read_text("utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    environ = {"XDG_CACHE_HOME": str(tmp_path), "PYTHONPATH": ":".join(sys.path), "LANG": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "guizhou" in done.stdout
