"""``policy catalogue``: registering, listing, forgetting and beginning catalogues."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from policycli.render import FORMATS
from policycli.render.wrap import width

MINE = '[[policies]]\nid = "mine"\ntitle = "我的政策"\n'
KEYS = ["path", "state", "files"]


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


def test_a_registered_file_that_is_gone_says_what_to_do(own: Any, mine: str) -> None:
    """Commands name it and how to forget it; ``list`` shows it, ``remove`` forgets it."""
    own("catalogue", "add", mine)
    os.unlink(mine)
    result = own("list")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"{mine}: no such file")
    assert "policy catalogue remove" in result.err
    (listed,) = json.loads(own("catalogue", "list", "--json").out)["results"]
    assert listed == {"path": mine, "state": "missing", "files": 0}
    Path("other.toml").write_text(MINE, "utf-8")
    assert own("validate", "other.toml").code == 1
    assert own("catalogue", "remove", mine).code == 0
    assert own("catalogue", "remove", mine).code == 2


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
