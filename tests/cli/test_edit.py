"""``policy edit``: what it says and refuses, and the editor."""

import json
import shlex
import sys
from pathlib import Path
from typing import Any

import pytest

from policycli.files.members import bundled

MINE = '[[policies]]\nid = "mine"\ntitle = "我的政策"\n\n[[policies.measures]]\n'
MINE += 'id = "fund"\ntitle = "基金"\nsummary = "设立基金"\n'


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A catalogue of one's own."""
    (tmp_path / "mine.toml").write_text(MINE, "utf-8")
    return tmp_path / "mine.toml"


@pytest.fixture
def edit(policy: Any, mine: Path) -> Any:
    """Runs ``policy edit`` with that catalogue in use."""

    def run(*args: str, **environ: str) -> Any:
        return policy("edit", *args, POLICY_CATALOGUE=str(mine), **environ)

    return run


def test_a_change_is_written_and_shown(edit: Any, mine: Path) -> None:
    """As ``diff`` shows it, with the same keys."""
    answer = json.loads(edit("mine.fund", "summary=设立母基金", "--json").out)
    assert (answer["command"], answer["query"]) == ("edit", ["mine.fund", "summary=设立母基金"])
    (change,) = answer["results"]
    assert (change["id"], change["kind"]) == ("mine.fund", "amended")
    assert change["fields"][0]["words"] == [{"old": "", "new": "母"}]
    assert "设立母基金" in mine.read_text("utf-8")


def test_a_record_may_be_named_loosely(edit: Any, mine: Path) -> None:
    """As for ``show``."""
    assert edit("我的政策", "--no-bundled", "date=2024").code == 0
    assert 'date = "2024"' in mine.read_text("utf-8")


def test_what_is_said_already_is_no_change(edit: Any, mine: Path) -> None:
    """The file is not touched."""
    result = edit("mine", "title=我的政策")
    assert (result.code, result.err) == (0, "It says so already.\n")
    assert mine.read_text("utf-8") == MINE


def test_a_fault_exits_with_2(edit: Any, mine: Path) -> None:
    """With its line, and the file as it was."""
    result = edit("mine", "titel=x")
    assert (result.code, result.out) == (2, "")
    assert "unknown key; did you mean title?" in result.err
    assert mine.read_text("utf-8") == MINE


def test_the_bundled_catalogue_is_not_changed(edit: Any) -> None:
    """The sentence says how to get a record of one's own."""
    result = edit("guizhou.ledger", "lead=x")
    assert result.code == 2
    assert "policy show guizhou -f jsonl > my.jsonl" in result.err
    assert edit("guizhou", "level=x", "--no-bundled", "--catalogue", bundled()).code == 2


def editor(code: str) -> str:
    """An editor that runs a line of Python with its arguments in ``a``."""
    program = f"import sys; a = sys.argv[1:]; {code}"
    return shlex.join([sys.executable, "-c", program])


def test_the_editor_gets_the_file(edit: Any, mine: Path) -> None:
    """And what it leaves is checked."""
    append = "open(a[0], 'a').write('locator = \"第1段\"\\n')"
    assert edit("mine.fund", EDITOR=editor(append)).code == 0
    assert mine.read_text("utf-8") == MINE + 'locator = "第1段"\n'
    bad = edit("mine.fund", EDITOR=editor("open(a[0], 'a').write('x = 1\\n')"))
    assert (bad.code, "unknown key" in bad.err) == (2, True)


def test_editors_that_can_open_at_the_line(edit: Any, mine: Path, tmp_path: Path) -> None:
    """Editors as vi take ``+LINE``, VISUAL goes before EDITOR."""
    log = tmp_path / "log"
    script = tmp_path / "vim"
    script.write_text(f'#!/bin/sh\necho "$@" > {log}\n', "utf-8")
    script.chmod(0o755)
    assert edit("mine.fund", VISUAL=str(script), EDITOR="false").code == 0
    assert log.read_text("utf-8") == f"+5 {mine}\n"


def test_an_editor_that_fails_or_is_missing_is_told(edit: Any) -> None:
    """One sentence each."""
    assert "the editor ended with 3" in edit("mine", EDITOR=editor("sys.exit(3)")).err
    assert edit("mine", EDITOR="/nowhere/vi").code == 2
    assert "set EDITOR" in edit("mine").err
