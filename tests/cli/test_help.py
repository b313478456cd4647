"""Help, and the reference that is made from it."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from policycli.cli.group import COMMANDS
from policycli.render.wrap import width

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_help_fits_eighty_columns(policy: Any, command: str | None, lang: str) -> None:
    """No line of help is wider than a terminal, in cells, and every command has examples."""
    text = policy(*([command] if command else []), "--help", "--lang", lang).out
    assert max(map(width, text.splitlines())) <= 80
    assert ("示例：" if lang == "zh" else "Examples:") in text


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_chinese_where_the_screen_is(policy: Any, command: str) -> None:
    """Every option and every example is explained in Chinese."""
    text = policy(command, "--help", "--lang", "zh").out
    explained = [line for line in text.splitlines() if line.startswith(("  -", "  policy "))]
    assert len(explained) > 4
    assert not [line for line in explained if line.isascii() and "--format" not in line]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help_lists_every_command(policy: Any, lang: str) -> None:
    """``policy --help`` has a line for every command, with what it does, under what people want."""
    lines = policy("--help", "--lang", lang).out.splitlines()
    assert [line.split()[0] for line in lines if line[2:].startswith(COMMANDS)] == [*COMMANDS]
    first, last = (
        lines.index(line) for line in lines if line.split()[:1] in (["search"], ["help"])
    )
    assert all(line.startswith("  ") or not line or line[-1] in ":：" for line in lines[first:last])
    assert not [line for line in lines[first:last] if line.startswith("   ")]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_overview_fits_a_small_terminal(policy: Any, lang: str) -> None:
    """``policy`` alone names every command within 24 lines of 80 cells, and where to go on."""
    lines = policy("--lang", lang).out.splitlines()
    assert len(lines) < 24
    assert max(map(width, lines)) <= 80
    assert {*COMMANDS} <= {word for line in lines for word in line.split()}
    assert "policy help COMMAND" in lines[-1].replace(" 命令", " COMMAND")


@pytest.mark.parametrize("words", [["search"], ["catalogue", "add"], []])
def test_help_is_a_command_too(policy: Any, words: list[str]) -> None:
    """It says what ``--help`` says, at any depth."""
    assert policy("help", *words) == policy(*words, "--help")


@pytest.mark.parametrize("words", [["serch"], ["catalogue", "ad"], ["search", "x"]])
def test_help_of_no_command_names_the_nearest(policy: Any, words: list[str]) -> None:
    """Wrong usage, as the command itself would be."""
    result = policy("help", *words)
    assert (result.code, result.out) == (2, "")
    assert f"No such command '{words[-1]}'" in result.err
    assert ("Did you mean" in result.err) == (words[-1] != "x")


def test_the_reference_is_what_help_says() -> None:
    """``docs/cli.md`` is up to date; ``scripts/cli_reference.py`` writes it."""
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "cli_reference.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
