"""``policy edit``: what it says and refuses, and the editor."""

import io
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
    assert (result.code, result.err) == (0, "Nothing to change.\n")
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
    """What it leaves is taken over where it is right; a file that stays says so."""
    append = "open(a[0], 'a').write('locator = \"第1段\"\\n')"
    assert edit("mine.fund", EDITOR=editor(append)).code == 0
    assert mine.read_text("utf-8") == MINE + 'locator = "第1段"\n'
    same = edit("mine.fund", EDITOR=editor("pass"))
    assert (same.code, same.err) == (0, "Nothing to change.\n")


FAULTY = "open(a[0], 'a').write('x = 1\\n')"


def test_a_ledger_is_never_left_broken(edit: Any, mine: Path) -> None:
    """Where nobody can be asked, the faults are shown and the text is saved beside."""
    for name in ("mine.toml.draft", "mine.toml.draft1"):
        bad = edit("mine.fund", EDITOR=editor(FAULTY))
        assert bad.code == 2
        assert f"{mine}:9: policies[0].measures[0].x: unknown key" in bad.err
        assert bad.err.endswith(f"your text is saved as {mine.parent / name}\n")
        assert mine.read_text("utf-8") == MINE
        assert (mine.parent / name).read_text("utf-8") == MINE + "x = 1\n"


class Terminal(io.StringIO):
    """Somebody who answers."""

    def isatty(self) -> bool:
        """Yes."""
        return True


MEND = "t = open(a[0]).read(); open(a[0], 'w').write(t.replace('x = 1', 'locator = \"x\"')"
MEND += " if 'x = 1' in t else t + 'x = 1\\n')"


@pytest.mark.parametrize(
    ("answers", "code", "left", "beside"),
    [
        ("e\n", 0, MINE + 'locator = "x"\n', False),
        ("?\nd\n", 1, MINE, False),
        ("s\n", 2, MINE, True),
        ("", 2, MINE, True),
    ],
    ids=["edit again", "discard", "save", "end of input"],
)
def test_the_user_chooses_what_becomes_of_faults(
    edit: Any,
    mine: Path,
    monkeypatch: pytest.MonkeyPatch,
    answers: str,
    code: int,
    left: str,
    beside: bool,
) -> None:
    """To edit again, to discard the changes, or to save them beside the ledger."""
    monkeypatch.setattr(sys, "stdin", Terminal(answers))
    result = edit("mine.fund", EDITOR=editor(MEND))
    assert result.code == code
    assert "unknown key" in result.err
    assert "e: edit again, s: save beside, d: discard? " in result.err
    assert mine.read_text("utf-8") == left
    assert (mine.parent / "mine.toml.draft").exists() == beside


def test_what_others_wrote_meanwhile_stays(edit: Any, mine: Path) -> None:
    """The user's text is saved beside."""
    other = MINE.replace("基金", "资金")
    both = f"open(a[0], 'a').write('locator = \"x\"\\n'); open({str(mine)!r}, 'w').write({other!r})"
    result = edit("mine.fund", EDITOR=editor(both))
    assert result.code == 2
    assert f"{mine} was changed by somebody else while you edited it" in result.err
    assert mine.read_text("utf-8") == other
    assert (mine.parent / "mine.toml.draft").read_text("utf-8") == MINE + 'locator = "x"\n'


def test_editors_that_can_open_at_the_line(edit: Any, mine: Path, tmp_path: Path) -> None:
    """Editors as vi take ``+LINE``, VISUAL goes before EDITOR."""
    log = tmp_path / "log"
    script = tmp_path / "vim"
    script.write_text(f'#!/bin/sh\necho "$@" > {log}\n', "utf-8")
    script.chmod(0o755)
    assert edit("mine.fund", VISUAL=str(script), EDITOR="false").code == 0
    line, _space, path = log.read_text("utf-8").strip().partition(" ")
    assert (line, Path(path).name) == ("+5", mine.name)


def test_an_editor_that_fails_loses_nothing(edit: Any, mine: Path) -> None:
    """What was written before it did is saved beside."""
    result = edit("mine", EDITOR=editor(f"{FAULTY}; sys.exit(3)"))
    assert (result.code, "the editor failed with exit code 3" in result.err) == (2, True)
    assert (mine.parent / "mine.toml.draft").read_text("utf-8") == MINE + "x = 1\n"


def test_an_editor_that_fails_or_is_missing_is_told(edit: Any) -> None:
    """One sentence each."""
    assert "the editor failed with exit code 3" in edit("mine", EDITOR=editor("sys.exit(3)")).err
    assert edit("mine", EDITOR="/nowhere/vi").code == 2
    assert "cannot be read as a command: mend EDITOR" in edit("mine", EDITOR='vim "').err
    assert "set EDITOR" in edit("mine").err
