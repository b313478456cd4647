"""Problems stand in catalogues beside policies; each change leaves all else as it was."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from policycli.analysis.handling import Said, taken
from policycli.errors import CatalogueError, UsageError
from policycli.files.edit import add, find, update
from policycli.files.read import read, records
from policycli.records.model import Asker, Event, Problem

TOML = """\
# 我的目录
[[policies]]
id = "a"
title = "甲"

[[problems]]  # 来信
id = "p"
title = "不敢转"
received = 2026-07-01
state = "received"  # 未办
events = [
  { date = "2026-07-01", state = "received" },  # 电话
]
"""
LINES = (
    '{"id": "p", "title": "不敢转", "received": "2026-07-01", "events": []}\n'
    '{"id": "a", "title": "甲"}\n'
)
NEW = Problem("q", "经费“结余”", "2026-08-02", "一\n二", Asker("other", "某人"),
    events=(Event("2026-08-02", "received"),))  # fmt: skip


@pytest.fixture(params=[".toml", ".jsonl"])
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A catalogue with one policy and one problem."""
    path = tmp_path / f"x{request.param}"
    path.write_text(TOML if request.param == ".toml" else LINES, "utf-8")
    return path


def assigned(problem: Problem) -> Problem:
    """The problem after a step."""
    return taken(problem, "assign", Said("2026-07-05", "张"), bodies=("省科技厅", "省财政厅"))


def test_both_kinds_are_read(file: Path) -> None:
    """Policies alone, where those are asked for."""
    assert {record.id for record in records(str(file))} == {"a", "p"}
    assert [policy.id for policy in read(str(file))] == ["a"]


def test_a_step_is_written(file: Path) -> None:
    """The record that is read again is what the step made of it."""
    (problem,) = (each for each in records(str(file)) if isinstance(each, Problem))
    found = find([str(file)], "p")
    assert found
    assert update(found, assigned) == assigned(problem)
    assert assigned(problem) in list(records(str(file)))


def test_remarks_and_order_stay(tmp_path: Path) -> None:
    """But for the new keys and the new event, every line is there as it was."""
    file = tmp_path / "x.toml"
    file.write_text(TOML, "utf-8")
    found = find([str(file)], "p")
    assert found
    update(found, assigned)
    lines = file.read_text("utf-8").splitlines()
    assert [line for line in TOML.splitlines() if line not in lines] == [
        'state = "received"  # 未办'
    ]
    added = [line for line in lines if line not in TOML.splitlines()]
    assert added == [
        'state = "assigned"  # 未办',
        '  { date = "2026-07-05", state = "assigned", by = "张" },',
        'bodies = ["省科技厅", "省财政厅"]',
    ]


def test_events_in_tables_of_their_own(tmp_path: Path) -> None:
    """Another way to write them, which stays too."""
    file = tmp_path / "x.toml"
    head = '[[problems]]\nid = "p"\ntitle = "甲"\nreceived = "2026-07-01"\n'
    table = '\n[[problems.events]]\ndate = "2026-07-01"\nstate = "received"\n'
    file.write_text(f'{head}{table}\n[[policies]]\nid = "a"\ntitle = "乙"\n', "utf-8")
    found = find([str(file)], "p")
    assert found
    assert [event.state for event in update(found, assigned).events] == ["received", "assigned"]
    assert file.read_text("utf-8").count("[[problems.events]]") == 2


def test_a_problem_is_added(file: Path) -> None:
    """At the end; what the file held is there byte for byte."""
    before = file.read_bytes()
    assert add(str(file), lambda ids: NEW._replace(id="-".join(sorted(ids)))).id == "a-p"
    assert file.read_bytes().startswith(before)
    assert list(records(str(file)))[-1] == NEW._replace(id="a-p")


@pytest.mark.parametrize("ending", [".toml", ".jsonl"])
def test_a_file_is_made(tmp_path: Path, ending: str) -> None:
    """Where there is none yet."""
    file = tmp_path / f"new{ending}"
    add(str(file), lambda _ids: NEW)
    assert list(records(str(file))) == [NEW]


def test_ends_of_lines_stay(tmp_path: Path) -> None:
    """A file of Windows is one afterwards."""
    file = tmp_path / "x.toml"
    file.write_bytes(TOML.replace("\n", "\r\n").encode())
    add(str(file), lambda _ids: NEW._replace(text=""))
    assert file.read_bytes().count(b"\n") == file.read_bytes().count(b"\r\n")


def test_what_would_be_a_fault_is_not_written(file: Path) -> None:
    """An id that is there already; the file stays as it was."""
    before = file.read_bytes()
    with pytest.raises(CatalogueError, match="already the id"):
        add(str(file), lambda _ids: NEW._replace(id="p"))
    with pytest.raises(CatalogueError, match="is not an id"):
        add(str(file), lambda _ids: NEW._replace(id="P 1"))
    assert file.read_bytes() == before


def test_a_step_that_is_refused_writes_nothing(file: Path) -> None:
    """The state is looked at once nobody else can change it."""
    before = file.read_bytes()
    found = find([str(file)], "p")
    assert found
    with pytest.raises(UsageError, match="p is received"):
        update(found, lambda problem: taken(problem, "close", Said("2026-07-05")))
    assert file.read_bytes() == before


ADDING = """
import sys
from policycli.analysis.problems import new_id
from policycli.files.edit import add
from policycli.records.model import Problem
for _ in range(5):
    add(sys.argv[1], lambda ids: Problem(new_id("2026", ids), "甲", "2026-07-01"))
"""


def test_two_writers_lose_nothing(tmp_path: Path) -> None:
    """Each gets ids of its own, and all that they wrote is there."""
    file = tmp_path / "x.toml"
    file.write_text(TOML, "utf-8")
    command = [sys.executable, "-c", ADDING, str(file)]
    writers = [subprocess.Popen(command, env={**os.environ}) for _ in range(2)]
    assert [writer.wait() for writer in writers] == [0, 0]
    ids = [record.id for record in records(str(file))]
    assert ids == ["a", "p", *(f"p2026-{number:03}" for number in range(1, 11))]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ('state = "closed"', "problems[0].state: is closed, but the last event says received"),
        ("rating = { score = 6 }", "problems[0].rating.score: must be a whole number from 1 to 5"),
        ("rating = { score = 4.5 }", "must be a whole number from 1 to 5"),
        ('due = "soon"', "problems[0].due: 'soon' is not a date"),
        ('asker = { kind = "school" }', "asker.kind: 'school' is not one of university, institute"),
        ("aswer = 1", "problems[0].aswer: unknown key; did you mean answer?"),
    ],
)
def test_faults_have_their_line(tmp_path: Path, line: str, what: str) -> None:
    """As those of policies do."""
    file = tmp_path / "x.toml"
    base = TOML.replace('state = "received"  # 未办\n', "")
    file.write_text(base.replace('title = "不敢转"', f'title = "不敢转"\n{line}'), "utf-8")
    with pytest.raises(CatalogueError) as error:
        list(records(str(file)))
    (fault,) = error.value.faults
    assert fault.line == 9
    assert what in str(fault)


def test_an_id_is_that_of_one_record(tmp_path: Path) -> None:
    """A problem may not be called as a policy is."""
    file = tmp_path / "x.toml"
    file.write_text(TOML.replace('id = "p"', 'id = "a"'), "utf-8")
    with pytest.raises(CatalogueError, match="'a' is already the id of policies\\[0\\]"):
        list(records(str(file)))
