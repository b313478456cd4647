"""``policy timeline --due``: what falls due, for people, for scripts and for cron.

Days lie so far back or ahead that no test depends on the day of the call.
"""

import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import vobject

LEDGER = """
[[policies]]
id = "east"
title = "东河市成果转化行动"
title_en = "Donghe's technology transfer drive"
region = { code = "990200", name = "东河市", name_en = "Donghe" }
issuers = ["东河市人民政府"]
in_force_from = "2001-01-01"
in_force_until = "2999"
[[policies.measures]]
id = "fund"
title = "东河转化基金"
title_en = "Donghe transfer fund"
summary = "基金投向中试。"
lead = "东河市科学技术局"
partners = ["东河市财政局"]
deadline = "2001年底"
[[policies.measures]]
id = "base"
title = "中试基地"
summary = "计划2998年6月建成中试基地。"
lead = "东河市发展改革委"
[[policies.measures]]
id = "vague"
title = "验收"
summary = "验收。"
lead = "东河市教育局"
deadline = "验收前"
[[policies.measures]]
id = "dropped"
title = "停办的项目"
summary = "停办。"
deadline = "2002"
status = "repealed"
[[policies]]
id = "south"
title = "南山市科技条例"
in_force_from = "2999-05"
[[policies]]
id = "gone"
title = "旧办法"
in_force_until = "2999"
status = "repealed"
"""
PROBLEMS = """
[[problems]]
id = "p2002-001"
title = "不敢转"
received = "2002-01-01"
due = "2002-02"
state = "assigned"
lead = "东河市科学技术局"
bodies = ["东河市科学技术局", "东河市审计局"]
[[problems]]
id = "p2002-002"
title = "不愿转"
received = "2002-01-01"
due = "2002-02-01"
state = "answered"
[[problems]]
id = "p2002-003"
title = "不会转"
received = "2002-01-01"
"""
KEYS = [
    *("date", "what", "state", "policy", "region", "title", "title_en", "role", "quote", "ids"),
    "done",
    *("bodies", "day", "left"),
]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger, which all tests read, so that it is indexed once."""
    path = tmp_path_factory.mktemp("due") / "ledger.toml"
    path.write_text(LEDGER, "utf-8")
    return path


@pytest.fixture
def due(policy: Any, ledger: Path) -> Any:
    """Run ``timeline --due`` on the ledger."""
    return partial(policy, "timeline", "--due", POLICY_CATALOGUE=str(ledger))


def test_what_is_done_is_crossed_off(due: Any, policy: Any, tmp_path: Path) -> None:
    """``policy edit`` says so; it is neither in the list nor in a calendar, but on the timeline."""
    own = {"POLICY_CATALOGUE": str(tmp_path / "own.toml")}
    (tmp_path / "own.toml").write_text(LEDGER, "utf-8")
    due = partial(due, **own)
    assert policy("edit", "east.fund", "done=2002-03-01", **own).code == 0
    found = json.loads(due("--json", "--region", "东河").out)["results"]
    assert [each["ids"] for each in found] == [["east.base"], ["east"]]
    calendar = tmp_path / "a.ics"
    assert due("-o", str(calendar)).code == 1
    assert "east.fund" not in calendar.read_text("utf-8")
    told = policy("timeline", "--json", "--region", "东河", **own).out
    (fund,) = (e for e in json.loads(told)["results"] if e["ids"] == ["east.fund"])
    assert (fund["state"], fund["done"]) == ("done", "2002-03-01")


def test_overdue_comes_first(due: Any) -> None:
    """Then what is coming; what is repealed is not due, and what names no day is counted."""
    result = due("--json")
    found = json.loads(result.out)["results"]
    assert [(each["ids"], each["what"], each["day"]) for each in found] == [
        (["east.fund"], "deadline", "2001-12-31"),
        (["east.base"], "deadline", "2998-06-30"),
        (["south"], "effective", "2999-05-01"),
        (["east"], "expiry", "2999-12-31"),
    ]
    assert found[0]["left"] < 0 < found[1]["left"]
    assert [list(each) for each in found] == [KEYS] * 4
    assert result.code == 1
    assert result.err == "1 deadline names no day and is left out; “policy timeline” lists it.\n"


@pytest.mark.parametrize(
    ("args", "ids"),
    [
        (["--within", "30d"], ["east.fund"]),
        (["--within", "三个月"], ["east.fund"]),
        (["--within", "1000y"], ["east.fund", "east.base", "south", "east"]),
        (["--body", "市科技局"], ["east.fund"]),
        (["--body", "东河市財政局"], ["east.fund"]),
        (["--body", "人民政府"], ["east"]),
        (["--body", "发改委", "--within", "1000y"], ["east.base"]),
        (["--region", "东河", "-n", "2"], ["east.fund", "east.base"]),
    ],
)
def test_what_is_due_is_narrowed(due: Any, args: list[str], ids: list[str]) -> None:
    """By time, by body, also in short, and by the filters of every command."""
    result = due(*args, "-f", "plain")
    assert [line.split("\t")[0] for line in result.out.splitlines()] == ids
    assert result.code == 1


@pytest.mark.parametrize("args", [["--body", "教育局"], ["--body", "发改委", "--within", "2w"]])
def test_cron_hears_nothing_where_nothing_is_due(
    process: Any, ledger: Path, args: list[str]
) -> None:
    """A process of its own exits with 0, and its standard output is empty."""
    result = process("timeline", "--due", *args, POLICY_CATALOGUE=str(ledger))
    assert (result.code, result.out) == (0, "")
    assert result.err.splitlines()[-1] == "Nothing is due."


def test_a_problem_is_due_until_it_is_answered(policy: Any, tmp_path: Path) -> None:
    """It stands among the deadlines, with who settles it; a filter of measures leaves it out."""
    path = tmp_path / "ledger.toml"
    path.write_text(LEDGER + PROBLEMS, "utf-8")
    run = partial(policy, "timeline", "--due", "--json", POLICY_CATALOGUE=str(path))
    found = json.loads(run("--within", "1y").out)["results"]
    assert [each["ids"] for each in found] == [["east.fund"], ["p2002-001"]]
    assert [found[1][key] for key in ("what", "state", "day")] == ["problem", "due", "2002-02-28"]
    assert found[1]["bodies"] == ["东河市科学技术局", "东河市审计局"]
    (own,) = json.loads(run("--body", "审计局").out)["results"]
    assert own["ids"] == ["p2002-001"]
    assert len(json.loads(run("--within", "1y", "--region", "东河").out)["results"]) == 1


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--body", "税务局"], "no record names a body 税务局"),
        (["--within", "soon"], "'soon' is not a length of time"),
        (["--from", "2020"], "--due and --from cannot be used together."),
        (["-o", "due.pdf"], "use one of .txt, .json, .jsonl, .csv, .tsv, .md, .ics"),
    ],
)
def test_a_slip_is_not_taken_for_an_empty_list(due: Any, args: list[str], said: str) -> None:
    """A body that nobody has heard of, or no length of time, exits with 2 and says so."""
    result = due(*args)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--within", "30d"], "--within needs --due."),
        (["--body", "科技局"], "--body needs --due."),
        (["-o", "due.ics"], "--output FILE.ics needs --due."),
    ],
)
def test_options_of_what_is_due_need_it(policy: Any, args: list[str], said: str) -> None:
    """The whole timeline looks back as well, and is no calendar."""
    result = policy("timeline", *args)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_a_calendar_is_written(due: Any, tmp_path: Path) -> None:
    """Another library reads the same days out of it."""
    file = tmp_path / "due.ics"
    result = due("-o", str(file), "--lang", "zh")
    assert (result.code, result.out) == (1, "")
    events = vobject.readOne(file.read_text("utf-8")).vevent_list
    assert [(str(event.dtstart.value), event.summary.value) for event in events] == [
        ("2001-12-31", "期限：东河转化基金"),
        ("2998-06-30", "期限：中试基地"),
        ("2999-05-01", "施行：南山市科技条例"),
        ("2999-12-31", "失效：东河市成果转化行动"),
    ]
    assert due("-o", str(file)).code == 2
    assert due("-o", str(file), "--force", "-n", "1").code == 1
    assert len(vobject.readOne(file.read_text("utf-8")).vevent_list) == 1


def test_other_commands_write_no_calendar(policy: Any, tmp_path: Path) -> None:
    """Their answers have no days, so the ending is none that they know."""
    result = policy("list", "-o", str(tmp_path / "a.ics"))
    assert result.code == 2
    assert "cannot tell a format" in result.err


def test_a_chart_is_drawn(due: Any, tmp_path: Path) -> None:
    """A bar from today to every day, those of the past in another colour."""
    file = tmp_path / "due.svg"
    result = due("--chart", str(file))
    assert (result.code, result.out) == (1, "")
    drawn = file.read_text("utf-8")
    assert "overdue" in drawn
    assert "coming" in drawn
    assert "takes effect: 南山市科技条例" in drawn
    assert due("--chart", str(tmp_path / "none.svg"), "--body", "教育局").code == 0
    assert not (tmp_path / "none.svg").exists()


@pytest.mark.parametrize(
    ("lang", "said"), [("zh", ("已逾期", "天", "期限")), ("en", ("days overdue", "deadline"))]
)
def test_a_table_speaks_either_language(due: Any, lang: str, said: tuple[str, ...]) -> None:
    """How late it is stands beside the day."""
    result = due("-f", "table", "--lang", lang)
    assert all(word in result.out for word in said)
    assert max(map(len, result.out.splitlines())) <= 80


def test_a_calendar_says_what_a_limit_leaves_out(due: Any, tmp_path: Path) -> None:
    """It looks whole to whoever takes it in."""
    told = due("-n", "1", "-o", str(tmp_path / "a.ics")).err.splitlines()
    assert told[:2] == [f"Wrote {tmp_path / 'a.ics'}.", "1 of 4; -n 4 for all"]
