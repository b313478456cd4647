"""``policy catalogue``: registering, listing, forgetting and beginning catalogues."""

import json
import os
import shutil
import time
from pathlib import Path
from typing import Any

import pytest

from policycli.render import FORMATS
from policycli.render.wrap import width

MINE = '[[policies]]\nid = "mine"\ntitle = "我的政策"\n'
KEYS = ["path", "state", "files", "fault"]


@pytest.fixture
def own(policy: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs a command line with a configuration folder of its own, in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def run(*args: str, **environ: str) -> Any:
        config = str(tmp_path / "config")
        return policy(*args, **{"XDG_CONFIG_HOME": config, "POLICY_CATALOGUE": ""} | environ)

    return run


@pytest.fixture
def mine(tmp_path: Path) -> str:
    """A catalogue of one policy."""
    (tmp_path / "mine.toml").write_text(MINE, "utf-8")
    return str(tmp_path / "mine.toml")


def ids(result: Any) -> list[str]:
    """The ids of a plain list."""
    return [line.split("\t")[0] for line in result.out.splitlines()]


def test_a_registered_catalogue_is_used_by_every_command(own: Any, mine: str) -> None:
    """``list``, ``search``, ``show`` and ``info`` see it without its name, until it is removed."""
    assert own("catalogue", "add", "mine.toml").code == 0
    assert ids(own("list")) == ["mine"]
    assert ids(own("search", "我的政策")) == ["mine"]
    assert ids(own("show", "mine")) == ["mine"]
    assert json.loads(own("info", "--json").out)["results"][0]["catalogues"][0]["path"] == mine
    assert own("catalogue", "remove", "mine.toml").code == 0
    assert own("list").code == 1
    assert Path(mine).read_text("utf-8") == MINE


def test_named_catalogues_come_beside_it(own: Any, mine: str, tmp_path: Path) -> None:
    """``--catalogue`` and POLICY_CATALOGUE add to what is registered; one path counts once."""
    other = tmp_path / "other.toml"
    other.write_text(MINE.replace("mine", "other"), "utf-8")
    own("catalogue", "add", mine)
    assert ids(own("list", "--catalogue", str(other), "--catalogue", mine)) == ["mine", "other"]
    assert ids(own("list", POLICY_CATALOGUE=str(other))) == ["mine", "other"]


def test_a_folder_grows(own: Any, tmp_path: Path) -> None:
    """What is put into a registered folder later is used as well."""
    (tmp_path / "ledger").mkdir()
    own("catalogue", "add", "ledger")
    (tmp_path / "ledger" / "a.toml").write_text(MINE, "utf-8")
    assert ids(own("list")) == ["mine"]


def test_a_catalogue_with_faults_is_not_registered(own: Any, mine: str, tmp_path: Path) -> None:
    """Nor is one whose ids are taken: afterwards everything would fail."""
    Path(mine).write_text(MINE.replace("title", "titel"), "utf-8")
    assert own("catalogue", "add", mine).code == 2
    Path(mine).write_text(MINE, "utf-8")
    own("catalogue", "add", mine)
    (tmp_path / "twin.toml").write_text(MINE, "utf-8")
    result = own("catalogue", "add", "twin.toml")
    assert (result.code, "already in" in result.err) == (2, True)
    assert ids(own("catalogue", "list")) == [mine]


def test_a_path_that_is_not_there_is_not_registered(own: Any) -> None:
    """It was typed as it is, with no option that could be left out."""
    result = own("catalogue", "add", "nosuch.toml")
    assert (result.code, result.err) == (2, "nosuch.toml: no such file or folder\n")


def test_a_registered_file_that_is_gone_says_what_to_do(own: Any, mine: str) -> None:
    """Its last good state answers, in a line with how to forget it; ``remove`` forgets it."""
    own("catalogue", "add", mine)
    os.unlink(mine)
    result = own("list")
    assert (result.code, ids(result)) == (0, ["mine"])
    assert result.err.startswith(f"{mine}: no such file or folder; ")
    assert f"“policy catalogue remove {mine}”" in result.err
    assert result.err.count("\n") == 1
    (listed,) = json.loads(own("catalogue", "list", "--json").out)["results"]
    assert listed == {
        "path": mine,
        "state": "missing",
        "files": 0,
        "fault": "no such file or folder",
    }
    Path("other.toml").write_text(MINE, "utf-8")
    assert own("validate", "other.toml").code == 1
    assert own("validate").code == 2
    assert own("catalogue", "remove", mine).code == 0
    assert own("catalogue", "remove", mine).code == 2
    assert own("list").code == 1


SLIP = MINE.replace("title =", "titel =")


def test_a_slip_in_a_registered_file_does_not_stop_anything(own: Any, mine: str) -> None:
    """The last good state answers, one line says so, and what is mended counts again."""
    own("catalogue", "add", mine)
    Path(mine).write_text(SLIP, "utf-8")
    day = time.strftime("%Y-%m-%d")
    for args in (["list"], ["search", "我的政策"], ["show", "mine"], ["list"]):
        result = own(*args)
        assert (result.code, ids(result)) == (0, ["mine"])
        assert result.err.startswith(f"{mine}:1: policies[0].title: is missing; ")
        assert f"its last good state, of {day} " in result.err
        assert f"“policy validate {mine}”" in result.err
    chinese = own("list", "--lang", "zh").err
    assert chinese.startswith(f"{mine}:1: policies[0].title: 缺少；")
    Path(mine).write_text(MINE.replace("我的", "新的"), "utf-8")
    result = own("list")
    assert ("新的政策" in result.out, result.err) == (True, "")


def test_what_is_stale_is_shown(own: Any, mine: str) -> None:
    """By ``catalogue list`` and ``info``, for people and for scripts."""
    own("catalogue", "add", mine)
    Path(mine).write_text(SLIP, "utf-8")
    (listed,) = json.loads(own("catalogue", "list", "--json").out)["results"]
    assert (listed["path"], listed["state"], listed["files"]) == (mine, "faulty", 1)
    assert listed["fault"] == f"{mine}:1: policies[0].title: is missing"
    (info,) = json.loads(own("info", "--json").out)["results"]
    stale = {
        "path": mine,
        "policies": 1,
        "measures": 0,
        "problems": 0,
        "synonyms": 0,
        "state": "stale",
    }
    assert info["catalogues"] == [stale]
    assert "stale" in own("info", "-f", "table").out


@pytest.mark.parametrize("deleted", [False, True])
def test_without_a_last_good_state_a_file_is_left_out(
    own: Any, mine: str, tmp_path: Path, deleted: bool
) -> None:
    """It never had one, or the cache was deleted: that is said, and the others answer."""
    cache = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    (tmp_path / "good.toml").write_text(MINE.replace("mine", "good"), "utf-8")
    (tmp_path / "config" / "policycli").mkdir(parents=True)
    listed = f"{mine}\n{tmp_path / 'good.toml'}\n"
    (tmp_path / "config" / "policycli" / "catalogues.txt").write_text(listed, "utf-8")
    if deleted:
        assert ids(own("list", **cache)) == ["mine", "good"]
        shutil.rmtree(tmp_path / "cache")
    Path(mine).write_text(SLIP, "utf-8")
    result = own("list", **cache)
    assert (result.code, ids(result)) == (0, ["good"])
    said = "policies[0].title: is missing; it is left out until that is mended"
    assert result.err.splitlines()[0] == f"{mine}:1: {said}"
    (info,) = json.loads(own("info", "--json", **cache).out)["results"]
    assert [each["state"] for each in info["catalogues"]] == ["ready", "left-out"]


def test_two_faulty_files_get_a_line_each(own: Any, mine: str, tmp_path: Path) -> None:
    """A folder is answered file by file."""
    (tmp_path / "ledger").mkdir()
    for name in ("a", "b", "c"):
        (tmp_path / "ledger" / f"{name}.toml").write_text(MINE.replace("mine", name), "utf-8")
    own("catalogue", "add", "ledger")
    own("catalogue", "add", mine)
    for name in ("a", "c"):
        (tmp_path / "ledger" / f"{name}.toml").write_text("[[", "utf-8")
    result = own("list")
    assert sorted(ids(result)) == ["a", "b", "c", "mine"]
    assert [line.split(":")[0][-6:] for line in result.err.splitlines()] == ["a.toml", "c.toml"]
    states = json.loads(own("catalogue", "list", "--json").out)["results"]
    assert [each["state"] for each in states] == ["faulty", "ready"]
    os.rename(tmp_path / "ledger", tmp_path / "moved")
    assert sorted(ids(own("list"))) == ["a", "b", "c", "mine"]
    (tmp_path / "moved" / "a.toml").unlink()
    (tmp_path / "moved" / "c.toml").unlink()
    os.rename(tmp_path / "moved", tmp_path / "ledger")
    assert sorted(ids(own("list"))) == ["b", "mine"]


def test_what_is_named_has_to_be_right(own: Any, mine: str) -> None:
    """With ``--catalogue`` or POLICY_CATALOGUE a fault is an error, registered or not."""
    own("catalogue", "add", mine)
    Path(mine).write_text(SLIP, "utf-8")
    for named in (own("list", "--catalogue", mine), own("list", POLICY_CATALOGUE=mine)):
        assert (named.code, named.out) == (2, "")
        assert named.err.startswith(f"{mine}:1: policies[0].title: is missing\n")


def test_a_named_path_without_catalogues_says_what_to_do(policy: Any, tmp_path: Path) -> None:
    """A missing one is an error; a folder without any finds nothing, with a note."""
    gone, empty = str(tmp_path / "gone.toml"), str(tmp_path)
    result = policy("list", "--catalogue", gone)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        f"{gone}: no such file or folder; correct the path after --catalogue or in "
        "POLICY_CATALOGUE, or leave it out\n"
    )
    note = f"{empty}: this folder holds no catalogue (.toml, .jsonl); name one that does\n"
    answer = policy("list", "--no-bundled", "--catalogue", empty)
    assert (answer.code, answer.err.startswith(note)) == (1, True)


def test_an_id_that_another_file_took_leaves_the_later_one_out(
    own: Any, mine: str, tmp_path: Path
) -> None:
    """Neither can its last good state answer beside it."""
    other = tmp_path / "other.toml"
    other.write_text(MINE.replace("mine", "other"), "utf-8")
    own("catalogue", "add", mine)
    own("catalogue", "add", str(other))
    Path(mine).write_text(MINE.replace("mine", "other"), "utf-8")
    result = own("list")
    assert ids(result) == ["other"]
    assert result.err.startswith(f"{other}: the id 'other' is already in {mine}; it is left out")


def test_a_record_of_a_faulty_file_is_not_edited_in_its_copy(own: Any, mine: str) -> None:
    """The faults are named, and the copy stays what it was."""
    own("catalogue", "add", mine)
    Path(mine).write_text(SLIP, "utf-8")
    result = own("edit", "mine", "summary=新")
    assert result.code == 2
    assert f"{mine}:1: policies[0].title: is missing" in result.err.splitlines()
    assert Path(mine).read_text("utf-8") == SLIP


@pytest.mark.parametrize("form", sorted({form.name for form in FORMATS} - {"json"}))
def test_every_format_names_the_path(own: Any, mine: str, form: str) -> None:
    """``add`` answers with the path as it is registered."""
    out = own("catalogue", "add", "mine.toml", "-f", form, COLUMNS="200").out
    assert mine in out.replace("\\", "")


def test_json_has_the_agreed_keys(own: Any, mine: str) -> None:
    """Path, state and number of files, for all three."""
    for args in (["add", mine], ["list"], ["remove", mine]):
        answer = json.loads(own("catalogue", *args, "--json").out)
        assert answer["command"] == "catalogue"
        assert [list(item) for item in answer["results"]] == [KEYS]


def test_an_empty_list_says_how_to_fill_it(own: Any) -> None:
    """Exit 1, an empty answer, and a sentence."""
    result = own("catalogue", "list", "--json")
    assert (result.code, json.loads(result.out)["results"]) == (1, [])
    assert "policy catalogue add PATH" in result.err


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_begun_catalogue_is_right(own: Any, tmp_path: Path, lang: str) -> None:
    """The template validates without a warning, and can be registered as it stands."""
    assert own("catalogue", "init", "--lang", lang).code == 0
    text = (tmp_path / "policies.toml").read_text("utf-8")
    assert ("# 政策目录" in text) == (lang == "zh")
    assert own("validate", "--strict", "policies.toml").code == 0
    assert own("catalogue", "add", "policies.toml").code == 0
    assert ids(own("list")) == ["my-region"]


def test_nothing_is_overwritten_without_force(own: Any, mine: str) -> None:
    """A catalogue is begun once."""
    result = own("catalogue", "init", "mine.toml")
    assert (result.code, Path(mine).read_text("utf-8")) == (2, MINE)
    assert "--force" in result.err
    assert own("catalogue", "init", "mine.toml", "--force").code == 0
    assert own("catalogue", "init", "mine.jsonl").code == 2


def test_a_slip_in_the_command_names_the_right_one(own: Any) -> None:
    """As for commands of the program itself."""
    result = own("catalogue", "lst")
    assert (result.code, "Did you mean 'list'?" in result.err) == (2, True)
    assert own("catalogue").out == own("catalogue", "--help").out


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", ["add", "list", "remove", "init"])
def test_help_of_each_fits_eighty_columns(own: Any, command: str, lang: str) -> None:
    """With examples, in both languages."""
    text = own("catalogue", command, "--help", "--lang", lang).out
    assert max(map(width, text.splitlines())) <= 80
    assert ("示例：" if lang == "zh" else "Examples:") in text
