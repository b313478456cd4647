"""How runs end: exit codes, and the sentences on standard error."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policycli import __version__


def test_what_is_found_exits_with_0(policy: Any) -> None:
    """A search that finds something is silent on standard error."""
    result = policy("search", "基金")
    assert (result.code, result.err) == (0, "")


def test_what_is_not_found_exits_with_1(policy: Any) -> None:
    """Nothing found is said on standard error, and scripts still get an empty answer."""
    result = policy("search", "咖啡", "--json")
    assert result.code == 1
    assert json.loads(result.out)["results"] == []
    assert result.err.startswith("Nothing matches “咖啡”.")


def test_filters_that_leave_nothing_exit_with_1(policy: Any) -> None:
    """An empty list is said on standard error."""
    result = policy("list", "--region", "绿河", "--end", "service")
    assert (result.code, result.out) == (1, "")
    assert result.err == "No record matches these filters.\n"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["serch"], "Error: No such command 'serch'. Did you mean 'search'?"),
        (["lst"], "Did you mean 'list'?"),
        (["search", "x", "--limi"], "Error: No such option '--limi'. Did you mean '--limit'?"),
        (["search", "x", "-f", "xml"], "'xml' is not one of"),
        (["search", "x", "-n", "0"], "-n takes a number from 1 on, not '0'"),
        (["search"], "Error: Missing argument 'QUERY...'."),
        (["list", "--themes", "--bodies"], "Error: --themes and --bodies cannot be used together."),
        (["list", "--end", "sideways"], "sideways"),
    ],
)
def test_wrong_usage_exits_with_2(policy: Any, args: list[str], said: str) -> None:
    """A mistake in the call gets a sentence that says what to do; standard output stays empty."""
    result = policy(*args)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_a_hint_names_the_help_to_read(policy: Any) -> None:
    """After a mistake stands whose help explains it."""
    assert policy("show").err.endswith("Try 'policy show --help' for help.\n")


def test_mistakes_are_worded_in_chinese(policy: Any) -> None:
    """Click's own sentences are Chinese too, wherever ``--lang`` stands."""
    for args in (["--lang", "zh", "serch"], ["serch", "--lang=zh"]):
        assert policy(*args).err.startswith("错误：没有命令 'serch'。 是不是要写 'search'？")


def test_an_unknown_id_exits_with_2_and_its_candidates(policy: Any) -> None:
    """A name that could mean several records lists them with their titles; nothing is shown."""
    result = policy("show", "qingshan.fund", "成果转化")
    assert (result.code, result.out) == (2, "")
    assert "  qingshan.ledger  Ledger of transfer policies (expired)\n" in result.err


def test_a_loosely_typed_id_is_shown(policy: Any) -> None:
    """Part of a title is as good as an id where only one record can be meant, and is told."""
    result = policy("show", "政策台账")
    assert result.out.startswith("qingshan.ledger\t")
    assert result.err == "政策台账: taken as qingshan.ledger\n"


def test_every_fault_of_a_catalogue_has_a_line(policy: Any, tmp_path: Path) -> None:
    """A damaged catalogue exits with 2 and one line a fault, with file, line and key."""
    path = tmp_path / "bad.toml"
    path.write_text('[[policies]]\nid = "a b"\nsummery = "x"\n', "utf-8")
    result = policy("list", POLICY_CATALOGUE=str(path))
    assert (result.code, result.out) == (2, "")
    assert len(result.err.splitlines()) == 3
    assert all(line.startswith(f"{path}:") for line in result.err.splitlines())


def test_a_missing_catalogue_exits_with_2(policy: Any, tmp_path: Path) -> None:
    """A catalogue that is not there is named."""
    result = policy("list", "--catalogue", str(tmp_path / "none.toml"))
    assert result.code == 2
    assert "none.toml" in result.err


def test_several_catalogues_come_from_the_environment(policy: Any, tmp_path: Path) -> None:
    """POLICY_CATALOGUE holds files separated as in PATH."""
    files = [tmp_path / name for name in ("one.toml", "two.toml")]
    for path in files:
        path.write_text(f'[[policies]]\nid = "{path.stem}"\ntitle = "题"\n', "utf-8")
    result = policy("list", POLICY_CATALOGUE=os.pathsep.join(map(str, files)))
    assert [line.split("\t")[0] for line in result.out.splitlines()] == ["one", "two"]


def test_a_mistake_of_the_program_exits_with_70(
    policy: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An unexpected error is one sentence; ``--debug`` adds where it happened."""
    monkeypatch.setattr("policycli.views.listing.policies", lambda _entries: 1 / 0)
    quiet, loud = policy("list"), policy("list", "--debug")
    assert (quiet.code, quiet.out, loud.code) == (70, "", 70)
    assert quiet.err.startswith("Internal error (ZeroDivisionError: division by zero)")
    assert len(quiet.err.splitlines()) == 1
    assert "Traceback" in loud.err


def test_version_and_help_exit_with_0(policy: Any) -> None:
    """Asked for or not, help is no mistake."""
    assert policy("--version") == (0, f"policy {__version__}\n", "")
    assert policy("--help").out == policy("-h").out
    assert policy().out.startswith("Usage: policy ")
    assert policy().code == 0


@settings(max_examples=150, deadline=None)
@given(query=st.text(max_size=60), form=st.sampled_from(["plain", "json", "table", "csv", "md"]))
def test_any_query_ends_well(policy: Any, query: str, form: str) -> None:
    """Whatever is searched for, the exit is 0, 1 or 2, and no traceback is seen."""
    result = policy("search", "-f", form, "--", query)
    assert result.code in (0, 1, 2), result.err
    assert "Traceback" not in result.err


@settings(max_examples=60, deadline=None)
@given(words=st.lists(st.text(max_size=12), max_size=4))
def test_any_command_line_ends_well(policy: Any, words: list[str]) -> None:
    """Whatever is typed as a command, the exit is 0, 1 or 2, and no traceback is seen."""
    for command in ("show", "list", "search"):
        result = policy(command, *words)
        assert result.code in (0, 1, 2), result.err
        assert "Traceback" not in result.err
