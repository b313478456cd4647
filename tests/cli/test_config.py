"""``policy config``: what is set for every call, where it comes from, and what it does."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import TWINS


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """A config folder of one's own, in the environment."""
    return {"XDG_CONFIG_HOME": str(tmp_path)}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file with the settings."""
    return tmp_path / "policycli" / "settings.txt"


def origins(policy: Any, *args: str, **environ: str) -> dict[str, tuple[str, str, str]]:
    """Value, origin and place of every setting."""
    rows = json.loads(policy("config", *args, "--json", **environ).out)["results"]
    return {row["key"]: (row["value"], row["origin"], row["where"]) for row in rows}


def test_where_each_value_comes_from(policy: Any, home: dict[str, str], file: Path) -> None:
    """The command line before the environment, that before the file, that before the locale."""
    found = origins(policy, **home)
    assert found == {
        "lang": ("en", "environment", "LANG"),
        "limit": ("", "default", ""),
        "region": ("", "default", ""),
        "pager": ("less", "default", ""),
    }
    for key, value in (("lang", "zh"), ("limit", "7"), ("pager", "more")):
        assert policy("config", "set", key, value, **home).code == 0
    found = origins(policy, **home, PAGER="most")
    assert found["lang"] == ("zh", "file", str(file))
    assert found["limit"] == ("7", "file", str(file))
    assert found["pager"] == ("more", "file", str(file))
    found = origins(policy, **home, POLICY_LANG="en", POLICY_PAGER="vi -")
    assert found["lang"] == ("en", "environment", "POLICY_LANG")
    assert found["pager"] == ("vi -", "environment", "POLICY_PAGER")
    assert origins(policy, "--lang", "en", **home)["lang"] == ("en", "command line", "--lang")
    assert origins(policy, LANG="", PAGER="")["lang"] == ("en", "default", "")


def test_the_language_that_was_set_is_spoken(policy: Any, home: dict[str, str]) -> None:
    """In help and errors as well, and only until it is taken back."""
    policy("config", "set", "lang", "zh", **home)
    assert "用法" in policy("list", "--help", **home).out
    assert policy("show", "火星", **home).err.startswith("错误")
    assert "Usage" in policy("list", "--help", "--lang", "en", **home).out
    policy("config", "unset", "lang", **home)
    assert "Usage" in policy("list", "--help", **home).out


def test_a_limit_and_a_region_count_on_a_screen_alone(
    terminal: Any, policy: Any, home: dict[str, str]
) -> None:
    """What is piped, written, or named itself is as without them; an empty region lifts its."""
    home = home | {"POLICY_CATALOGUE": str(TWINS), "NO_COLOR": "1"}
    whole = policy("list", "--ids", **home).out.splitlines()
    region = policy("list", "-n", "1", "--template", "{region.name}", **home).out.strip()
    assert policy("config", "set", "region", region, **home).code == 0
    seen = terminal("list", **home).out
    assert f"Only {region} (“policy config”); --region '' shows all." in seen
    assert [each for each in whole if f"\n{each} " in seen] == whole[:1]
    assert policy("list", "--ids", **home).out.splitlines() == whole
    assert terminal("show", whole[1], **home).code == 0
    policy("config", "unset", "region", **home)
    policy("config", "set", "limit", "1", **home)
    assert f"1 of {len(whole)}" in terminal("list", **home).out
    assert terminal("list", "--ids", **home).out.splitlines() == whole
    assert f"1 of {len(whole)}" not in terminal("list", "-n", "99", **home).out


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("language", "zh", "there is no setting language; settings are lang, limit, region, pager"),
        ("lang", "fr", "lang is zh or en, not 'fr'"),
        ("limit", "0", "limit is a number from 1 on, not '0'"),
        ("pager", " ", "pager needs a value"),
        ("region", "火星", "nothing has the region"),
    ],
)
def test_what_cannot_be_set_is_said(
    policy: Any, home: dict[str, str], file: Path, key: str, value: str, told: str
) -> None:
    """Nothing is written then."""
    wrong = policy("config", "set", key, value, **home)
    assert (wrong.code, wrong.out) == (2, "")
    assert told in wrong.err
    assert not file.exists()


def test_other_lines_of_the_file_stay(policy: Any, home: dict[str, str], file: Path) -> None:
    """Remarks and other settings are the user's; what is there already changes nothing."""
    file.parent.mkdir()
    file.write_text("# 我的设置\nlimit=5\n", "utf-8")
    policy("config", "set", "pager", "less   -S", **home)
    assert file.read_text("utf-8") == "# 我的设置\nlimit=5\npager = less -S\n"
    policy("config", "unset", "limit", **home)
    policy("config", "unset", "lang", **home)
    assert file.read_text("utf-8") == "# 我的设置\npager = less -S\n"
    assert policy("config", "unset", "nothing", **home).code == 2


def test_what_is_wrong_in_the_file_is_passed_over_aloud(
    policy: Any, home: dict[str, str], file: Path
) -> None:
    """By line; the command does its work without it."""
    file.parent.mkdir()
    file.write_bytes(b"lang\nlang = zh\nlimit = many\nsize = 3\n\xff = 1\n")
    done = policy("list", "--ids", **home)
    assert (done.code, done.out) == (0, "qingshan\nlvhe-regulation\n")
    lines = done.err.splitlines()
    assert [line.removeprefix(f"{file}:")[0] for line in lines] == ["1", "3", "4", "5"]


def test_without_a_home_nothing_is_set(policy: Any) -> None:
    """And nothing else is hindered."""
    lost = {"XDG_CONFIG_HOME": "", "HOME": ""}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os.path, "expanduser", lambda path: path)
        wrong = policy("config", "set", "lang", "zh", **lost)
        assert (wrong.code, "set XDG_CONFIG_HOME" in wrong.err) == (2, True)
        assert policy("config", **lost).code == 0
