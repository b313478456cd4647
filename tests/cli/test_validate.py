"""``policy validate``: faults, warnings, and how it ends."""

import json
from pathlib import Path
from typing import Any

import pytest

from policycli.files.check import rules
from policycli.finding import Rule
from policycli.records.model import Policy
from policycli.render import FORMATS

KEYS = ["severity", "path", "line", "key", "what", "rule", "message"]
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
    assert [f["rule"] for f in answer["results"]] == ["missing-key", "unknown-key"]


@pytest.mark.parametrize("form", sorted({form.name for form in FORMATS} - {"json"}))
def test_every_format_tells_place_and_sentence(policy: Any, written: Any, form: str) -> None:
    """Whatever the format, it says what is wrong and where."""
    out = policy("validate", written(DOUBTFUL), "-f", form).out
    assert "my.toml" in out.replace("\n", "").replace("\\", "")
    assert "no date" in out


def test_a_count_goes_to_standard_error(policy: Any, written: Any) -> None:
    """What was checked is told even where there is nothing to find."""
    result = policy("validate", written(RIGHT))
    assert result.out == ""
    assert (
        result.err == "Files: 1, policies: 1, measures: 1, problems: 0; faults: 0, warnings: 0.\n"
    )


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


def test_json_does_not_depend_on_the_language(policy: Any, written: Any) -> None:
    """But for the sentence, which is for people."""
    path = written(DOUBTFUL)
    said = [json.loads(policy("validate", path, "--json", "--lang", to).out) for to in ("en", "zh")]
    english, chinese = (answer["results"] for answer in said)
    assert english[0].pop("message") != chinese[0].pop("message")
    assert english[0].pop("what") != chinese[0].pop("what")
    assert english == chinese
    listed = [policy("validate", "--rules", "--json", "--lang", to).out for to in ("en", "zh")]
    assert listed[0] == listed[1]


def test_warnings_of_a_rule_can_be_ignored(policy: Any, written: Any) -> None:
    """Several rules too; they neither show, nor count, nor change the exit."""
    path = written(DOUBTFUL.replace('source = { title = "公报" }\n', ""))
    alone = policy("validate", path, "--ignore", "no-date", "--json")
    assert [f["rule"] for f in json.loads(alone.out)["results"]] == ["no-source"]
    both = policy("validate", path, "--ignore", "no-date", "--ignore", "no-source", "--strict")
    assert (both.code, both.out) == (0, "")
    assert both.err.endswith("faults: 0, warnings: 0.\n")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("no-sorce", "'no-sorce' is not a rule; did you mean no-source"),
        ("火星", "'火星' is not a rule; “policy validate --rules” lists them"),
        ("unknown-key", "unknown-key is a fault, and what has one cannot be used: mend it instead"),
    ],
)
def test_what_cannot_be_ignored_is_wrong_usage(policy: Any, name: str, said: str) -> None:
    """A slip is answered with the near names, and a fault stays a fault."""
    result = policy("validate", "--ignore", name)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"Error: {said}")


@pytest.mark.parametrize("form", [form.name for form in FORMATS])
def test_rules_are_listed(policy: Any, form: str) -> None:
    """All of them in every format, with how bad they are and what they are about."""
    result = policy("validate", "--rules", "-f", form, COLUMNS="140")
    assert result.code == 0
    for name in rules():
        assert name in result.out
    for words in ("warning", "A policy has no date."):
        assert words in result.out


def _says_nothing(policy: Policy) -> Any:
    if not policy.summary:
        yield ("title",), "no summary: nobody knows what it is about"


def test_a_new_rule_is_one_function(
    policy: Any, written: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a name, a severity and an explanation it is looked for, listed and ignored."""
    rule = Rule("no-summary", "note", "A policy says nothing.", _says_nothing)
    monkeypatch.setitem(rules(), rule.name, rule)
    path = written(RIGHT)
    result = policy("validate", path, "--json")
    assert result.code == 1
    (found,) = json.loads(result.out)["results"]
    assert (found["rule"], found["severity"], found["line"]) == ("no-summary", "note", 3)
    assert (found["key"], found["message"][:10]) == ("policies[0].title", "no summary")
    assert "no-summary\tnote\tA policy says nothing.\n" in policy("validate", "--rules").out
    assert policy("validate", path, "--ignore", "no-summary").code == 0


def test_every_rule_has_one_name() -> None:
    """Two under one name could not be told apart."""
    with pytest.raises(ValueError, match="two rules are called no-date"):
        rules().add("no-date", "note", "")
