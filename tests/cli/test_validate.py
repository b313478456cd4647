"""``policy validate``: faults, warnings, and how it ends."""

import json
from pathlib import Path
from typing import Any

import pytest

from policycli.render import FORMATS

KEYS = ["severity", "path", "line", "key", "what"]
RIGHT = (
    '[[policies]]\nid = "a"\ntitle = "甲"\ndate = "2023"\nsource = { title = "公报" }\n'
    '[[policies.measures]]\nid = "m"\ntitle = "乙"\nsummary = "丙"\n'
)
DOUBTFUL = RIGHT.replace('date = "2023"\n', "")
WRONG = RIGHT.replace("title =", "titel =", 1)


@pytest.fixture
def written(tmp_path: Path) -> Any:
    """Writes a catalogue and gives its path."""

    def write(text: str) -> str:
        (tmp_path / "my.toml").write_text(text, "utf-8")
        return str(tmp_path / "my.toml")

    return write


@pytest.mark.parametrize(
    ("text", "args", "code"),
    [
        (RIGHT, [], 0),
        (RIGHT, ["--strict"], 0),
        (DOUBTFUL, [], 1),
        (DOUBTFUL, ["--strict"], 2),
        (WRONG, [], 2),
    ],
)
def test_the_exit_says_how_bad_it_is(
    policy: Any, written: Any, text: str, args: list[str], code: int
) -> None:
    """0 for nothing, 1 for warnings, 2 for faults, which strict warnings are as well."""
    assert policy("validate", written(text), *args).code == code


def test_a_finding_has_the_agreed_keys(policy: Any, written: Any) -> None:
    """Severity, file, line, key and sentence, in JSON and JSON Lines alike."""
    path = written(WRONG)
    answer = json.loads(policy("validate", path, "--json").out)
    assert (answer["command"], answer["query"], answer["total"]) == ("validate", [path], 2)
    assert [list(finding) for finding in answer["results"]] == [KEYS, KEYS]
    assert [f["line"] for f in answer["results"]] == [1, 3]
    assert {f["severity"] for f in answer["results"]} == {"fault"}


@pytest.mark.parametrize("form", sorted({*FORMATS} - {"json"}))
def test_every_format_tells_place_and_sentence(policy: Any, written: Any, form: str) -> None:
    """Whatever the format, it says what is wrong and where."""
    out = policy("validate", written(DOUBTFUL), "-f", form).out
    assert "my.toml" in out.replace("\n", "").replace("\\", "")
    assert "no date" in out


def test_a_count_goes_to_standard_error(policy: Any, written: Any) -> None:
    """What was checked is told even where there is nothing to find."""
    result = policy("validate", written(RIGHT))
    assert result.out == ""
    assert result.err == "Files: 1, policies: 1, measures: 1; faults: 0, warnings: 0.\n"


def test_without_a_path_the_catalogues_in_use_are_checked(policy: Any, written: Any) -> None:
    """Those of POLICY_CATALOGUE, beside the bundled one."""
    path = written(RIGHT)
    alone = policy("validate", "--no-bundled", "--json", POLICY_CATALOGUE=path)
    assert json.loads(alone.out)["query"] == [path]
    both = json.loads(policy("validate", "--json", POLICY_CATALOGUE=path).out)["query"]
    assert [both[0][-13:], both[1]] == ["policies.toml", path]


def test_a_path_that_is_not_there_exits_with_2(policy: Any) -> None:
    """It is named."""
    result = policy("validate", "gone.toml")
    assert (result.code, result.err) == (2, "gone.toml: no such file or folder\n")
