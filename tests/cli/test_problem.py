"""``policy problem``: each step as people take it, what is refused, and what is proposed."""

import json
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from policycli.files.members import bundled

KEYS = ["id", "title", "received", "state", "events", "days", "overdue"]
LETTER = (
    "标题：成果作价入股不敢转\n来信人：张三\n单位：贵州大学\n日期：2026年7月1日\n\n怕担责任。\n"
)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A catalogue of one's own that is not there yet."""
    return tmp_path / "mine.toml"


@pytest.fixture
def problem(policy: Any, mine: Path) -> Any:
    """Runs ``policy problem`` with that catalogue in use, once it is there."""

    def run(*args: str, **environ: str) -> Any:
        own = str(mine) if mine.exists() else ""
        return policy("problem", *args, POLICY_CATALOGUE=own, **environ)

    return run


@pytest.fixture
def added(problem: Any, mine: Path) -> Any:
    """The same with one problem in it."""
    start = ("--received", "2026-07-01", "--asker", "贵州大学")
    assert problem("add", "成果不敢转", "--to", str(mine), *start).code == 0
    return problem


def test_the_whole_way(added: Any) -> None:
    """From the receipt to the end; each step shows the problem in its new state."""
    steps = (
        ("assign", "--body", "省科技厅", "--body", "省财政厅", "--due", "2026年7月31日"),
        ("answer", "按勤勉尽责免责清单办理", "--document", "《贵州省科学技术进步条例》"),
        ("rate", "5", "--note", "及时"),
        ("copy", "省纪委监委"),
        ("close",),
        ("reopen", "--note", "未落实"),
    )
    states = []
    for day, (action, *rest) in enumerate(steps, 2):
        done = added(action, "p2026-001", *rest, "--date", f"2026-07-{day:02}", "--json")
        answer = json.loads(done.out)
        assert (done.code, done.err) == (0, "")
        assert (answer["command"], answer["query"]) == (f"problem {action}", ["p2026-001"])
        states.append(answer["results"][0]["state"])
    assert states == ["assigned", "answered", "rated", "rated", "closed", "reopened"]
    (result,) = answer["results"]
    assert [event["date"][-2:] for event in result["events"]] == [f"{n:02}" for n in range(1, 8)]
    assert result["bodies"] == ["省科技厅", "省财政厅"]
    assert result["lead"] == "省科技厅"
    assert result["answer"] == "按勤勉尽责免责清单办理"
    assert result["copied_to"] == [{"body": "省纪委监委", "date": "2026-07-05"}]
    assert "due" not in result


def test_a_step_is_taken_with_the_problems_of_a_pipe(
    added: Any, mine: Path, environment: Any, program: Any
) -> None:
    """Those for which it is not the time are named and stay as they are; the exit is 1."""
    assert added("add", "资金怎么申请", "--received", "2026-07-02").code == 0
    added("assign", "p2026-001", "--body", "省科技厅", "--date", "2026-07-03")
    added("answer", "p2026-001", "已办", "--date", "2026-07-04")

    def piped(*args: str, ids: str) -> Any:
        return subprocess.run(
            [*program, "problem", *args, "--date", "2026-07-05", "--lang", "en"],
            input=ids.encode(), capture_output=True, check=False,
            env=environment | {"POLICY_CATALOGUE": str(mine)},
        )  # fmt: skip

    rated = piped("rate", "-", "5", "--json", ids="p2026-001\tanswered\np2026-002\n")
    answer = json.loads(rated.stdout)
    assert (rated.returncode, answer["query"]) == (1, ["p2026-001"])
    assert [each["state"] for each in answer["results"]] == ["rated"]
    assert rated.stderr.decode().startswith("Not taken: p2026-002 is received")
    closed = piped("close", "-", ids="p2026-001\nnobody\n")
    assert closed.returncode == 2  # and nothing is done with the others
    assert piped("close", "-", ids="p2026-001\n").returncode == 0
    assert piped("close", "-", ids="\n").returncode == 1


def test_a_letter_is_taken_in(mine: Path, environment: Any, program: Any) -> None:
    """From standard input; who asked is a guess, which is said."""
    command = [*program, "problem", "add", "-", "--to", str(mine), "--json", "--lang", "en"]
    environ = environment | {"POLICY_CATALOGUE": ""}
    done = subprocess.run(
        command, input=LETTER.encode(), env=environ, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    (result,) = json.loads(done.stdout)["results"]
    assert list(result) == ["id", "title", "received", "text", "asker", *KEYS[3:]]
    assert result["text"] == "怕担责任。"
    assert result["asker"] == {"kind": "university", "name": "贵州大学 张三"}
    assert result["events"] == [{"date": "2026-07-01", "state": "received"}]
    said = done.stderr.decode()
    assert "贵州大学 张三: taken as university" in said
    assert f"policy catalogue add {mine}" in said


def test_what_is_near_is_proposed_and_not_written(problem: Any, mine: Path) -> None:
    """Measures, and earlier problems with their answers; --about writes what it names."""
    first = problem("add", "成果作价入股不敢转", "--to", str(mine), "--json")
    near = json.loads(first.out)["near"]
    assert [list(each) for each in near] == [["id", "type", "title", "answer", "score"]] * len(near)
    assert "guizhou" in {each["id"].split(".")[0] for each in near}
    assert "about" not in mine.read_text("utf-8")
    problem("assign", "p2026-001", "--body", "省科技厅")
    problem("answer", "p2026-001", "按免责清单办理")
    second = problem("add", "作价入股不敢转", "--about", "政策台账", "--id", "again", "--json")
    answer = json.loads(second.out)
    (same,) = (each for each in answer["near"] if each["type"] == "problem")
    assert (same["id"], same["answer"]) == ("p2026-001", "按免责清单办理")
    assert "p2026-001" in second.err
    assert answer["results"][0]["about"] == ["guizhou.ledger"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("answer", "p2026-001", "可以"), "p2026-001 is received; “answer” is for"),
        (("close", "p2026-001"), "p2026-001 is received; “close” is for"),
        (("rate", "p2026-001", "6"), "from 1 to 5, not '6'"),
        (("assign", "p2026-001"), "add --body"),
        (("assign", "p2026-001", "--body", "甲", "--date", "2026-06"), "is no day"),
        (("assign", "p2026-001", "--body", "甲", "--date", "2026-06-30"), "before the last step"),
        (("assign", "p2026-001", "--body", "甲", "--due", "soon"), "'soon' is not a date"),
        (("assign", "guizhou"), "guizhou is no problem"),
        (("assign", "p2026-777", "--body", "甲"), "nothing is called p2026-777"),
        (("add", "甲", "--id", "p2026-001"), "a record with the id p2026-001"),
        (("add", "甲", "--id", "guizhou"), "a record with the id guizhou"),
        (("add", "甲", "--asker-kind", "school"), "'school' is no kind of asker"),
        (("add", "甲", "--about", "没有这个"), "nothing is called"),
        (("list", "--state", "done"), "'done' is no state"),
        (("list", "--from", "x"), "'x' is not a date"),
    ],
)
def test_what_is_wrong_is_refused(added: Any, mine: Path, args: Any, said: str) -> None:
    """With a sentence and exit code 2, and the file as it was."""
    before = mine.read_bytes()
    done = added(*args, POLICY_LANG="en")
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert mine.read_bytes() == before


def test_where_a_problem_goes(problem: Any, mine: Path, tmp_path: Path) -> None:
    """Into the catalogue that holds problems; else one has to be named."""
    assert "--to FILE" in problem("add", "甲", POLICY_LANG="en").err
    problem("add", "甲", "--to", str(mine))
    other = tmp_path / "other.toml"
    other.write_text('[[policies]]\nid = "other"\ntitle = "乙"\n', "utf-8")
    both = ("--catalogue", str(mine), "--catalogue", str(other))
    assert problem("add", "乙", *both).code == 0
    assert 'title = "乙"' in mine.read_text("utf-8")
    third = tmp_path / "third.toml"
    problem("add", "丙", *both, "--to", str(third))
    assert 'id = "p2026-003"' in third.read_text("utf-8")
    several = problem("add", "丁", *both, "--catalogue", str(third), POLICY_LANG="en")
    assert several.code == 2
    assert "several catalogues" in several.err


def test_lists(added: Any) -> None:
    """By filters, in either language; 1 where nothing is left."""
    added(
        "assign", "p2026-001", "--body", "省科技厅", "--due", "2026-07-02", "--date", "2026-07-01"
    )
    added("add", "另一个", "--received", "2026-08-01", "--asker", "某公司")
    for args in (
        ("--state", "assigned"),
        ("--state", "已交办"),
        ("--body", "科技厅"),
        ("--asker", "高校"),
        ("--overdue",),
        ("--to", "2026-07"),
    ):
        assert added("list", *args).out.split("\t")[0] == "p2026-001"
    every = json.loads(added("list", "--json").out)
    assert [each["id"] for each in every["results"]] == ["p2026-001", "p2026-002"]
    assert [each["overdue"] for each in every["results"]] == [True, False]
    nothing = added("list", "--state", "closed", POLICY_LANG="en")
    assert (nothing.code, nothing.err) == (1, "No problem passes these filters.\n")
    assert "(overdue)" in added("list", "-f", "table", POLICY_LANG="en").out
    limited = json.loads(added("list", "-n", "1", "--json").out)
    assert (len(limited["results"]), limited["truncated"]) == (1, True)


@pytest.mark.usefixtures("added")
def test_a_problem_is_shown_and_found(policy: Any, mine: Path) -> None:
    """As a card with its history; by search with its type and state; never among policies."""
    in_use = {"POLICY_CATALOGUE": str(mine)}
    card = policy("show", "p2026-001", "-f", "table", POLICY_LANG="zh", **in_use).out
    assert "办理经过" in card
    assert "已收到" in card
    hits = json.loads(policy("search", "不敢转", "--json", **in_use).out)["results"]
    assert {(hit["id"], hit["type"], hit["state"]) for hit in hits} == {
        ("p2026-001", "problem", "received")
    }
    assert hits[0]["policy"] == ""
    assert policy("list", **in_use).code == 1
    assert policy("list", "--as-of", "2026", **in_use).code == 1
    assert policy("search", "不敢转", "--region", "贵州", **in_use).code != 0
    assert policy("compare", "p2026-001", "p2026-001", POLICY_LANG="en", **in_use).err.startswith(
        "Error: p2026-001 is a problem, not a policy"
    )


def test_the_bundled_catalogue_stays(added: Any) -> None:
    """Nothing is written into it, even where it is named."""
    before = Path(bundled()).read_bytes()
    added("add", "甲", "--catalogue", bundled())
    assert Path(bundled()).read_bytes() == before


@pytest.mark.usefixtures("added")
def test_ids_and_states_complete(policy: Any, mine: Path) -> None:
    """As a shell asks: by the letters of an id, or by a part of the title."""

    def candidates(words: str, number: str) -> str:
        asked = {"COMP_WORDS": words, "COMP_CWORD": number, "_POLICY_COMPLETE": "bash_complete"}
        done: str = policy(POLICY_CATALOGUE=str(mine), **asked).out
        return done

    assert "p2026-001" in candidates("policy problem close p", "3")
    assert "p2026-001" in candidates("policy problem close 不敢", "3")
    assert "answered" in candidates("policy problem list --state an", "4")


def test_a_table_goes_out_and_comes_back(added: Any, mine: Path, tmp_path: Path) -> None:
    """New rows are added once, changed ones change their problem, and what is left is named."""
    table = tmp_path / "问题.xlsx"
    assert (
        added("export", str(table), POLICY_LANG="en").err == f"{table} is written; problems: 1.\n"
    )
    before = mine.read_bytes()
    same = added("import", str(table), POLICY_LANG="en")
    assert (same.err, mine.read_bytes()) == ("Added: 0, changed: 0, not taken: 0.\n", before)
    book = openpyxl.load_workbook(table)
    sheet = book.worksheets[0]
    titles = [cell.value for cell in sheet[1]]
    for row, title, said in ((2, "due", "2026-09-30"), (3, "title", "新问题")):
        sheet.cell(row, titles.index(title) + 1).value = said
    book.save(table)
    done = added("import", str(table), "--json", POLICY_LANG="en")
    answer = json.loads(done.out)
    assert (done.code, answer["command"]) == (0, "problem import")
    assert [each["id"] for each in answer["results"]] == ["p2026-001", "p2026-002"]
    assert answer["results"][0]["due"] == "2026-09-30"
    again = added("import", str(table), POLICY_LANG="en")
    assert again.code == 1
    assert again.err.startswith("Problems, row 3: is in the catalogue already\n")
    assert added("export", str(table)).code == 2
    assert added("export", str(tmp_path / "x.docx"), POLICY_LANG="en").code == 2
    assert added("import", str(tmp_path / "nope.xlsx")).code == 2


def test_a_table_with_columns_of_ones_own(added: Any, tmp_path: Path) -> None:
    """Columns that mean nothing are named; two rows that ask the same are one problem."""
    table = tmp_path / "征集.xlsx"
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "问题"
    rows = (("标题", "电话"), ("设备不开放", "1"), ("设备不开放", "2"), ("登记太慢", ""))
    for row in rows:
        sheet.append(row)
    book.save(table)
    done = added("import", str(table), "--json", POLICY_LANG="en")
    assert [each["title"] for each in json.loads(done.out)["results"]] == ["设备不开放", "登记太慢"]
    assert done.err.splitlines() == [
        f"{table}: unknown columns: 电话",
        "问题, row 3: is in the catalogue already",
        "Added: 2, changed: 0, not taken: 1.",
    ]


def test_problems_are_counted(policy: Any, added: Any, mine: Path) -> None:
    """By two properties, in ``info`` and in ``validate``; filters of measures do not fit them."""
    assert added("assign", "p2026-001", "--body", "省科技厅").code == 0
    own = {"POLICY_CATALOGUE": str(mine), "POLICY_LANG": "en"}
    counted = json.loads(policy("matrix", "--cols", "state", "--json", **own).out)
    assert (counted["rows"], counted["cols"]) == ("body", "state")
    assert counted["results"][0]["cells"] == [{"col": "assigned", "count": 1, "ids": ["p2026-001"]}]
    shown = policy("matrix", "--rows", "asker", "-f", "table", **own)
    assert "university" in shown.out
    refused = policy("matrix", "--rows", "body", "--region", "浙江", "--bundled", **own)
    assert refused.code == 2
    (info,) = json.loads(policy("info", "--json", **own).out)["results"]
    assert info["catalogues"][-1]["problems"] == 1
    assert "problems: 1; faults: 0" in policy("validate", str(mine), **own).err


def test_a_report(added: Any, tmp_path: Path) -> None:
    """In the terminal, for scripts, and as a paper whose title names the time."""
    added(
        "assign", "p2026-001", "--body", "省科技厅", "--due", "2026-07-05", "--date", "2026-07-02"
    )
    added("answer", "p2026-001", "可以", "--date", "2026-07-11")
    added("add", "另一个", "--received", "2026-08-01")
    quarter = ("--from", "2026-07", "--to", "2026-09")
    answer = json.loads(added("report", *quarter, "--json").out)
    assert answer["command"] == "problem report"
    assert [(line["body"], line["settled"]) for line in answer["results"]] == [
        ("省科技厅", 1),
        ("", 0),
    ]
    whole = answer["whole"]
    assert (whole["received"], whole["median"], whole["late"]) == (2, 10, 1)
    assert answer["unanswered"] == ["p2026-002"]
    page = tmp_path / "通报.html"
    assert added("report", *quarter, "-o", str(page), POLICY_LANG="zh").code == 0
    text = page.read_text("utf-8")
    assert "关于2026年7月至2026年9月问题办理情况的通报" in text
    assert "本期共收到问题2个，已答复1个，其中办结0个；未答复1个" in text
    for name in ("通报.docx", "通报.xlsx", "通报.csv"):
        assert added("report", "-o", str(tmp_path / name)).code == 0
    (head, first, *_rest) = openpyxl.load_workbook(tmp_path / "通报.xlsx").worksheets[0].values
    assert (head[0], first[:3]) == ("body", ("省科技厅", 1, 1))
    picture = tmp_path / "x.svg"
    assert added("report", "--chart", str(picture)).code == 0
    assert "省科技厅" in picture.read_text("utf-8")
    nothing = added("report", "--from", "2027", POLICY_LANG="en")
    assert (nothing.code, nothing.err) == (1, "No problem passes these filters.\n")


@pytest.mark.usefixtures("added")
def test_a_problem_is_edited(policy: Any, mine: Path) -> None:
    """What no step sets is changed as in other records; its state only a step changes."""
    in_use = {"POLICY_CATALOGUE": str(mine), "POLICY_LANG": "en"}
    done = policy(
        "edit", "p2026-001", "标题=成果转化不敢转", "反映人.类别=科研院所", "--json", **in_use
    )
    (result,) = json.loads(done.out)["results"]
    assert (done.code, result["title"]) == (0, "成果转化不敢转")
    assert result["asker"] == {"kind": "institute", "name": "贵州大学"}
    refused = policy("edit", "p2026-001", "state=closed", **in_use)
    assert refused.code == 2
    assert "the last event says received" in refused.err


@pytest.mark.usefixtures("added")
def test_problems_have_no_figures(policy: Any, mine: Path) -> None:
    """A command that finds one among measures passes it over."""
    assert policy("figures", "成果不敢转", POLICY_CATALOGUE=str(mine)).code in (0, 1)
    assert policy("documents", POLICY_CATALOGUE=str(mine)).code in (0, 1)
    export = str(mine.with_name("x.toml"))
    assert policy("export", export, "成果不敢转", POLICY_CATALOGUE=str(mine)).code in (0, 1)
