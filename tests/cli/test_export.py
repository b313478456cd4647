"""``policy export``: what goes into a file, and what is not overwritten."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from policycli import exchange
from policycli.exchange import Format, by_ending
from policycli.files.read import read


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def exported(policy: Any, *args: str) -> dict[str, list[str]]:
    """What a catalogue holds that is exported with these arguments: measures by policy."""
    result = policy("export", "x.toml", "--force", "--no-bundled", *args)
    assert (result.code, result.out) == (0, ""), result.err
    return {p.id: [m.id for m in p.measures] for p in read("x.toml")}


@pytest.mark.parametrize("ending", by_ending())
def test_the_ending_says_the_format(policy: Any, ending: str) -> None:
    """Every ending writes a file and a sentence, in small letters or capitals."""
    name = f"台账{ending.upper()}"
    result = policy("export", name, "--no-bundled")
    assert (result.code, result.out) == (0, "")
    assert result.err == f"Wrote {name}; policies: 2, measures: 3.\n"
    assert Path(name).stat().st_size > 500


def test_filters_and_queries_make_an_excerpt(policy: Any) -> None:
    """The same ones as those of search."""
    everything = {"qingshan": ["fund", "ledger"], "lvhe-regulation": ["article-1"]}
    assert exported(policy) == everything
    assert exported(policy, "--end", "service") == {"qingshan": ["fund"]}
    assert exported(policy, "台账") == {"qingshan": ["ledger"]}
    assert exported(policy, "--region", "绿河", "--status", "amended") == {
        "lvhe-regulation": ["article-1"]
    }


def test_what_is_new_is_an_excerpt_too(policy: Any) -> None:
    """By the date of the policy, or by what was in force."""
    assert [*exported(policy, "--since", "2023-05-04")] == ["qingshan"]
    assert [*exported(policy, "--since", "2021-03")] == ["qingshan", "lvhe-regulation"]
    assert [*exported(policy, "--as-of", "2022")] == ["lvhe-regulation"]


def test_nothing_left_writes_nothing(policy: Any) -> None:
    """Exit 1 and a sentence."""
    result = policy("export", "x.csv", "--no-bundled", "--since", "2030")
    assert (result.code, result.err) == (1, "No record matches these filters.\n")
    assert not Path("x.csv").exists()


def test_files_are_not_overwritten(policy: Any) -> None:
    """Not without --force, and a failed export leaves what was there."""
    Path("x.csv").write_text("mine", "utf-8")
    result = policy("export", "x.csv", "--no-bundled")
    assert (result.code, "--force" in result.err) == (2, True)
    assert Path("x.csv").read_text("utf-8") == "mine"
    assert policy("export", "x.csv", "--no-bundled", "--force").code == 0
    assert Path("x.csv").read_text("utf-8-sig").startswith("id,")
    assert [path.name for path in Path().iterdir()] == ["x.csv"]


@pytest.mark.parametrize(
    "args",
    [["x.doc"], ["x"], ["gone/x.csv"], ["x.csv", "--since", "soon"], ["x.csv", "--end", "z"]],
)
def test_what_cannot_be_written_exits_with_2(policy: Any, args: list[str]) -> None:
    """An unknown ending, a folder that is not there, no date, no such end: one sentence."""
    result = policy("export", *args, "--no-bundled")
    assert (result.code, result.out, len(result.err.splitlines())) == (2, "", 1)


@pytest.mark.parametrize(("ending", "library"), [(".xlsx", "xlsxwriter"), (".docx", "docx")])
def test_a_missing_library_is_named(
    policy: Any, monkeypatch: pytest.MonkeyPatch, ending: str, library: str
) -> None:
    """With what to install."""
    monkeypatch.setitem(sys.modules, library, None)
    for module in (ending, ".official"):
        monkeypatch.delitem(sys.modules, f"policycli.exchange{module}", raising=False)
    result = policy("export", f"x{ending}", "--no-bundled")
    assert (result.code, result.err.endswith("[office]'\n")) == (2, True)


@pytest.fixture
def _titles(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A kind of file that holds the title and the first id."""
    module = ModuleType("titles")
    vars(module)["content"] = lambda policies, title: f"{title}: {policies[0].id}".encode()
    monkeypatch.setitem(sys.modules, "titles", module)
    exchange.FORMATS.append(Format(".tt", "titles", "titles"))
    yield
    exchange.FORMATS.pop()


@pytest.mark.usefixtures("_titles")
def test_a_new_kind_of_file_is_a_module_and_a_row(policy: Any, tmp_path: Path) -> None:
    """Once registered it can be written, help names it, and so does the message for others."""
    file = tmp_path / "all.tt"
    assert policy("export", str(file)).code == 0
    assert file.read_text() == "all: neimenggu"
    assert ".tt" in policy("export", str(tmp_path / "all.xyz")).err
    assert re.search(r"\.tt +titles", policy("export", "--help").out)


def test_an_empty_ledger_is_written(policy: Any, tmp_path: Path) -> None:
    """As a workbook alone; what to do with it is said."""
    path = tmp_path / "空.xlsx"
    result = policy("export", "--template", str(path))
    assert (result.code, path.read_bytes()[:2]) == (0, b"PK")
    assert result.err == f"Wrote {path}; fill it in, then: policy import {path} -o my.toml\n"
    assert policy("export", "--template", str(path)).code == 2
    result = policy("export", "--template", str(tmp_path / "空.docx"))
    assert (result.code, "a ledger to fill in ends in .xlsx" in result.err) == (2, True)
