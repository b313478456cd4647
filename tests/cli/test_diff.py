"""``policy diff``: between files, folders and revisions."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

import policycli
from policycli.errors import CatalogueError, UsageError
from policycli.render import FORMATS

OLD = """\
[[policies]]
id = "a"
title = "青山行动"
[[policies.measures]]
id = "m"
title = "基金"
summary = "设立3694万元基金。"
figures = [{ indicator = "规模", value = 3694, unit = "万元" }]
"""
NEW = OLD.replace("3694", "4000")
ITEM = ["kind", "id", "policy", "title", "title_en", "by", "measures", "fields", "figures", "was"]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two states of a catalogue."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.toml").write_text(OLD, "utf-8")
    (tmp_path / "new.toml").write_text(NEW, "utf-8")
    return tmp_path


def git(*args: str) -> None:
    """Run git as somebody."""
    who = {"GIT_AUTHOR_NAME": "a", "GIT_COMMITTER_NAME": "a", "EMAIL": "a@example.org"}
    nowhere = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    environ = {**os.environ, **who, **nowhere}
    subprocess.run(["git", *args], check=True, capture_output=True, env=environ)


@pytest.fixture
def repository(here: Path) -> Path:
    """A repository whose one commit has the old state, in a folder and hidden beside it."""
    if not shutil.which("git"):
        pytest.skip("needs git")
    ledger = here / "ledger"
    (ledger / "sub").mkdir(parents=True)
    (ledger / "sub" / "政策.toml").write_text(OLD, "utf-8")
    (ledger / ".draft.toml").write_text("[[", "utf-8")
    (ledger / "notes.txt").write_text("x", "utf-8")
    git("init", "-q")
    git("add", "ledger")
    git("commit", "-qm", "old")
    (ledger / "sub" / "政策.toml").write_text(NEW, "utf-8")
    return ledger


@pytest.mark.usefixtures("here")
def test_the_exit_tells_whether_there_is_a_difference(policy: Any) -> None:
    """0 and a sentence for none, 1 for some, 2 for what cannot be compared."""
    same = policy("diff", "old.toml", "old.toml")
    assert same == (0, "", "No differences.\n")
    assert policy("diff", "old.toml", "new.toml").code == 1
    assert policy("diff", "old.toml", "gone.toml").code == 2
    assert policy("diff", "git:HEAD", "git:HEAD~1").code == 2


@pytest.mark.usefixtures("here")
def test_json_has_the_agreed_keys(policy: Any) -> None:
    """Kind and record, every field with its words, every figure with its difference."""
    answer = json.loads(policy("diff", "old.toml", "new.toml", "--json").out)
    assert (answer["command"], answer["query"]) == ("diff", ["old.toml", "new.toml"])
    (change,) = answer["results"]
    assert list(change) == ITEM
    assert (change["kind"], change["id"], change["policy"]) == ("amended", "a.m", "a")
    (field,) = change["fields"]
    assert list(field) == ["field", "old", "new", "words", "differences"]
    assert field["words"] == [{"old": "3694", "new": "4000"}]
    (moved,) = change["figures"]
    assert list(moved) == ["old", "new", "difference"]
    assert (moved["old"]["value"], moved["new"]["value"], moved["difference"]) == (3694, 4000, 306)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("form", sorted({form.name for form in FORMATS} - {"json", "jsonl"}))
def test_every_format_tells_what_changed(policy: Any, form: str) -> None:
    """The words, and the figure with its difference."""
    out = policy("diff", "old.toml", "new.toml", "-f", form, COLUMNS="120").out
    assert "“3694” → “4000”" in out
    assert "CNY 36.94 million → CNY 40 million (+CNY 3.06 million)" in out


@pytest.mark.usefixtures("here")
def test_it_speaks_chinese(policy: Any) -> None:
    """立、改、废、释."""
    out = policy("diff", "old.toml", "new.toml", "--lang", "zh").out
    assert out.split("\t")[:3] == ["a.m", "改", "基金"]


def test_a_revision_is_the_other_path_as_it_was(policy: Any, repository: Path) -> None:
    """A folder or a file, with what is hidden left out as it is everywhere."""
    for path in (repository, repository / "sub" / "政策.toml", Path("ledger")):
        forward, back = policy("diff", "git:HEAD", str(path)), policy("diff", str(path), "git:HEAD")
        assert "“3694” → “4000”" in forward.out, forward.err
        assert "“4000” → “3694”" in back.out


def test_a_file_that_is_gone_is_read_from_its_revision(policy: Any, repository: Path) -> None:
    """Only the revision has it; the path itself is told to be missing."""
    (repository / "sub" / "政策.toml").unlink()
    result = policy("diff", "git:HEAD", "ledger")
    assert (result.code, result.out.split("\t")[:2]) == (1, ["a", "repealed"])


def test_faults_of_a_revision_name_it(policy: Any, repository: Path) -> None:
    """With the revision and the path in it, not with a temporary file."""
    (repository / "sub" / "政策.toml").write_text("[[", "utf-8")
    git("commit", "-qam", "bad")
    result = policy("diff", "git:HEAD", "ledger/sub/政策.toml")
    assert result.code == 2
    assert result.err.startswith("git:HEAD:政策.toml:1: not TOML")


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    "revision", ["git:", "git:nope", "git:--help", "git:-O", "git:HEAD:x", "git:\x1b[2J"]
)
def test_what_is_no_revision_is_refused(policy: Any, revision: str) -> None:
    """Neither an option of git nor a traceback comes of it."""
    result = policy("diff", revision, "ledger")
    assert (result.code, result.out, len(result.err.splitlines())) == (2, "", 1)


def test_without_git_it_says_so(policy: Any, here: Path) -> None:
    """Files and folders can be compared all the same."""
    result = policy("diff", "git:HEAD", str(here), PATH="/nowhere")
    assert (result.code, "git is not installed" in result.err) == (2, True)


@pytest.mark.usefixtures("here")
def test_the_api_gives_the_same() -> None:
    """``policycli.diff`` takes what the command takes."""
    (change,) = policycli.diff("old.toml", Path("new.toml"))
    assert (change.kind, change.id, change.figures[0].difference) == ("amended", "a.m", 306)
    with pytest.raises(UsageError):
        policycli.diff("git:a", "git:b")
    with pytest.raises(CatalogueError):
        policycli.diff("old.toml", "gone.toml")
