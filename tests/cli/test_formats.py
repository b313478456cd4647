"""Formats: one row and one module each, and everything that lists them follows."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from policycli.render import by_ending, known

MODULE = """
def lines(view):
    for item in view.items:
        yield "- " + view.columns[0].cell(item) + "\\n"
"""
PROGRAM = """
from policycli.render import FORMATS, Format
FORMATS.append(Format("yaml", "made_up", "tests", ".yaml", "utf-16"))
from policycli.cli.main import main
main()
"""
Added = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def added(environment: dict[str, str], tmp_path: Path) -> Added:
    """Run a command line of a program in which one more format is registered."""
    (tmp_path / "made_up.py").write_text(MODULE, "utf-8")
    path = os.pathsep.join([str(tmp_path), environment["PYTHONPATH"]])

    def run(*args: str, **environ: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-c", PROGRAM, *args],
            env=environment | {"PYTHONPATH": path} | environ,
            cwd=tmp_path,
            capture_output=True,
            check=False,
            encoding="utf-8",
        )

    return run


def test_a_registered_format_can_be_asked_for(added: Added, tmp_path: Path) -> None:
    """A row is enough for ``-f``, and for ``-o`` by the ending and in the encoding it names."""
    asked = added("list", "--no-bundled", "-f", "yaml")
    assert (asked.returncode, asked.stdout.splitlines()[0]) == (0, "- qingshan")
    assert added("list", "--no-bundled", "-o", "a.yaml").returncode == 0
    assert (tmp_path / "a.yaml").read_text("utf-16") == asked.stdout


def test_a_registered_format_is_named_wherever_formats_are(added: Added) -> None:
    """Help, completion and the messages about a wrong format or ending name it."""
    text = " ".join(added("list", "--help").stdout.split())
    assert "md, yaml, gbt7714, gbt7714-2015, csl-json, bibtex; else a terminal gets table" in text
    assert ".md, .yaml, .bib." in text
    asked = {"_POLICY_COMPLETE": "bash_complete", "COMP_WORDS": "policy list -f y"}
    assert added(**asked, COMP_CWORD="3").stdout == "plain,yaml\n"
    assert "'yaml'" in added("list", "-f", "yml").stderr
    wrong = added("list", "--no-bundled", "-o", "a.yml")
    assert wrong.returncode == 2
    assert wrong.stderr.startswith("Error: cannot tell a format from a.yml: use one of .txt, ")
    assert wrong.stderr.endswith(", .yaml, .bib\n")


def test_formats_differ_in_name_and_ending() -> None:
    """No two rows claim the same name or ending."""
    forms = known(citable=True)
    assert len({form.name for form in forms}) == len(forms)
    assert len(by_ending(citable=True)) == sum(bool(form.ending) for form in forms)


@pytest.mark.parametrize("form", ["JSON", "Json"])
def test_the_case_of_a_format_does_not_matter(
    policy: Callable[..., tuple[int, str, str]], form: str
) -> None:
    """``-f JSON`` is ``-f json``."""
    assert policy("list", "-f", form) == policy("list", "-f", "json")
