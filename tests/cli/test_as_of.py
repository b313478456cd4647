"""``--as-of``, and cards that tell who amended or repealed a record."""

import json
from typing import Any

import pytest

import policycli
from policycli.errors import NotFoundError, UsageError

CATALOGUE = """\
[[policies]]
id = "old"
title = "旧条例"
date = "2010-05"
in_force_from = "2010-07-01"
[[policies.measures]]
id = "m"
title = "旧条例要点"
summary = "旧"

[[policies]]
id = "new"
title = "新条例"
title_en = "New rules"
in_force_from = "2020-07-01"
status = "in-force"
relations = [{ type = "repeals", target = "《旧条例》" }, { type = "based_on", target = "别的法" }]

[[policies]]
id = "note"
title = "条例问答"
relations = [{ type = "interprets", target = "new" }]
"""


@pytest.fixture
def path(tmp_path: Any) -> str:
    """A catalogue in which one policy repeals another, and a third has no dates."""
    file = tmp_path / "x.toml"
    file.write_text(CATALOGUE, "utf-8")
    return str(file)


@pytest.fixture
def asked(policy: Any, path: str) -> Any:
    """Runs a command line on that catalogue and gives its JSON."""

    def run(*args: str) -> Any:
        return json.loads(policy(*args, "--json", POLICY_CATALOGUE=path).out)

    return run


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2009", {"note": "unknown"}),
        ("2015-06-01", {"old": "yes", "note": "unknown"}),
        ("2020", {"old": "unknown", "new": "unknown", "note": "unknown"}),
        ("2022-06-01", {"new": "yes", "note": "unknown"}),
    ],
)
def test_lists_have_what_was_in_force(asked: Any, day: str, expected: dict[str, str]) -> None:
    """What was not is left out; what nobody can know is in, and is said to be unknown."""
    answer = asked("list", "--as-of", day)
    assert answer["as_of"] == day
    assert {item["id"]: item["in_force"] for item in answer["results"]} == expected


def test_searches_count_what_was_in_force(asked: Any) -> None:
    """The total and the limit are of what is left."""
    assert asked("search", "条例")["total"] == 4
    answer = asked("search", "条例", "--as-of", "2022", "-n", "1")
    assert (answer["total"], answer["results"][0]["in_force"]) == (2, "yes")
    assert [m["id"] for m in asked("list", "--measures", "--as-of", "2015")["results"]] == ["old.m"]


def test_without_a_day_nothing_is_added(asked: Any) -> None:
    """The keys are those that scripts know."""
    answer = asked("list")
    assert "as_of" not in answer
    assert "in_force" not in answer["results"][0]


def test_a_record_that_was_not_in_force_is_not_shown(policy: Any, path: str) -> None:
    """Asked for by its id, the answer says why."""
    result = policy("show", "old", "--as-of", "2022", POLICY_CATALOGUE=path)
    assert (result.code, result.out) == (2, "")
    assert result.err == "Error: old was not in force on 2022\n"
    shown = policy("show", "new", "--as-of", "2022", "-f", "md", POLICY_CATALOGUE=path)
    assert "- in force on 2022: yes" in shown.out


@pytest.mark.parametrize("day", ["", "today", "2022-13", "2022-6-31", "2022/"])
def test_what_is_no_day_is_refused(policy: Any, path: str, day: str) -> None:
    """With a word on how to write one."""
    result = policy("list", "--as-of", day, POLICY_CATALOGUE=path)
    assert (result.code, result.out) == (2, "")


def test_cards_link_both_ways(policy: Any, path: str) -> None:
    """The one that repeals names the one repealed, which says so itself, as do its measures."""
    shown = policy("show", "old", "old.m", "new", "note", "-f", "md", POLICY_CATALOGUE=path).out
    old, measure, new, note = shown.split("\n## ")
    assert "- repealed by: New rules 新条例 (new)" in old
    assert "- repealed by: New rules 新条例 (new)" in measure
    others = [
        "repeals 旧条例 (repealed) (old)",
        "interpreted by 条例问答 (note)",
        "based on 别的法",
    ]
    assert "\n".join(f"  - {other}" for other in others) in new
    assert "- related: interprets New rules 新条例 (new)" in note


def test_the_api_has_it_too(path: str) -> None:
    """``as_of`` gives the catalogue as it was; ``in_force`` tells what is known of a record."""
    whole = policycli.open_catalogue(path, bundled=False)
    then = whole.as_of("2015")
    assert [entry.id for entry in then.policies()] == ["old", "note"]
    assert [then.in_force(entry) for entry in then.policies()] == ["yes", "unknown"]
    assert [entry.id for entry in whole.policies()] == ["old", "new", "note"]
    with pytest.raises(NotFoundError):
        then.get("new")
    with pytest.raises(UsageError):
        whole.as_of("soon")


def test_queries_from_standard_input_say_it_as_well(
    asked: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each of many answers has the day, and each hit whether it was in force."""
    monkeypatch.setattr("sys.stdin", ["新条例\n"])
    answer = asked("search", "-", "--as-of", "2021")
    assert answer["as_of"] == "2021"
    best = answer["results"][0]
    assert (best["id"], best["in_force"]) == ("new", "yes")
