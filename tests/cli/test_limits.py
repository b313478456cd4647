"""What a limit leaves out is said, and what an option cannot do is an error."""

import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest

LIMITED = (
    ("search", "科技贷款"),
    ("show", "a", "a.m1"),
    ("list", "--measures"),
    ("figures",),
    ("documents",),
    ("timeline",),
)


MEASURE = """
[[policies.measures]]
id = "m{n}"
title = "科技贷款{n}号"
summary = "贷款"
deadline = "2025"
figures = [{{ indicator = "额度", value = {n}, unit = "万元" }}]
documents = [{{ title = "办法{n}" }}]
"""


@pytest.fixture
def many(tmp_path: Path) -> str:
    """A catalogue of twelve measures that one query finds, each with all that can be listed."""
    path = tmp_path / "many.toml"
    measures = "".join(MEASURE.format(n=n) for n in range(12))
    path.write_text(f'[[policies]]\nid = "a"\ntitle = "甲市政策"\n{measures}', "utf-8")
    return str(path)


@pytest.mark.parametrize("command", LIMITED, ids=lambda command: command[0])
def test_every_limit_says_what_it_leaves_out(
    policy: Any, many: str, command: tuple[str, ...]
) -> None:
    """A pipe gets the limit, standard error one line, JSON ``truncated``; a table ends with it."""
    policy = partial(policy, POLICY_CATALOGUE=many)
    whole = json.loads(policy(*command, "-n", "99", "--json").out)
    total = whole["total"]
    assert (whole["truncated"], len(whole["results"])) == (False, total)
    assert total > 1
    option = "--all" if command[0] == "search" else f"-n {total}"
    sentence = f"1 of {total}; {option} for all"
    cut = policy(*command, "-n", "1", "--json")
    assert (json.loads(cut.out)["truncated"], cut.err) == (True, sentence + "\n")
    lines = policy(*command, "-n", "1")
    assert (len(lines.out.splitlines()), lines.err) == (1, sentence + "\n")
    table = policy(*command, "-n", "1", "-f", "table")
    assert (table.out.splitlines()[-1].strip(), table.err) == (sentence, "")


def test_nothing_is_said_where_nothing_is_left_out(policy: Any) -> None:
    """A limit that does not cut is quiet."""
    assert policy("list", "-n", "99").err == ""


@pytest.mark.parametrize(
    ("options", "lines"), [((), 12), (("-n", "3"), 3), (("--all", "-n", "3"), 12)]
)
def test_a_file_gets_all_hits(
    policy: Any, many: str, tmp_path: Path, options: tuple[str, ...], lines: int
) -> None:
    """Ten hits are for screens and pipes; a file is cut by ``-n`` alone."""
    file = str(tmp_path / "hits.jsonl")
    assert policy("search", "科技贷款", "-o", file, *options, POLICY_CATALOGUE=many).code == 0
    assert len(Path(file).read_text("utf-8").splitlines()) == lines
    piped = policy("search", "科技贷款", POLICY_CATALOGUE=many)
    assert (len(piped.out.splitlines()), piped.err) == (10, "10 of 12; --all for all\n")


def test_queries_from_standard_input_say_whether_hits_are_left_out(
    policy: Any, many: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each answer of many has ``truncated`` too."""
    monkeypatch.setattr("sys.stdin", ["科技贷款\n", "咖啡\n"])
    answers = [*map(json.loads, policy("search", "-", POLICY_CATALOGUE=many).out.splitlines())]
    assert [answer["truncated"] for answer in answers] == [True, False]


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("matrix", "--gaps", "--chart", "g.svg"), "--gaps and --chart cannot be used together."),
        (("figures", "--plot", "--chart", "g.svg"), "--plot and --chart cannot be used together."),
        (
            ("timeline", "--chart", "g.svg", "--json"),
            "--chart draws a picture instead of the answer; leave --format out",
        ),
        (
            ("figures", "--chart", "g.svg", "-o", "f.csv"),
            "--chart draws a picture instead of the answer; leave --output out",
        ),
        (
            ("figures", "--chart", "g.svg", "--template", "{id}"),
            "--chart draws a picture instead of the answer; leave --template out",
        ),
        (
            ("figures", "--chart", "g.svg", "--ids"),
            "--chart draws a picture instead of the answer; leave --ids out",
        ),
        (("timeline", "--due", "--to", "2023"), "--due and --to cannot be used together."),
        (
            ("export", "a.xlsx", "--template", "--manifest"),
            "--template and --manifest cannot be used together.",
        ),
        (
            ("export", "a.xlsx", "--template", "--region", "绿河"),
            "--template and --region cannot be used together.",
        ),
        (("search", "-", "--ids"), "- answers on standard output in JSON Lines; leave --ids out"),
        (
            ("search", "-", "-o", "f.csv"),
            "- answers on standard output in JSON Lines; leave --output out",
        ),
        (
            ("search", "-", "-f", "csv"),
            "- answers on standard output in JSON Lines; leave --format out",
        ),
    ],
)
def test_an_option_that_can_do_nothing_is_wrong_usage(
    policy: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: Any, sentence: str
) -> None:
    """No file is written, nothing is printed, and one sentence says which option is too many."""
    monkeypatch.chdir(tmp_path)
    result = policy(*args)
    assert (result.code, result.out) == (2, "")
    assert result.err.splitlines()[0] == f"Error: {sentence}"
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize("digits", [20, 5000])
def test_a_limit_beyond_any_catalogue_is_none(policy: Any, digits: int) -> None:
    """Python reads no number of thousands of digits, and nobody has so many records."""
    result = policy("list", "--measures", "-n", "9" * digits)
    assert (result.code, result.out) == (0, policy("list", "--measures").out)


def test_rules_that_a_limit_leaves_out_are_counted(policy: Any) -> None:
    """As of every other list."""
    whole = json.loads(policy("validate", "--rules", "--json").out)["total"]
    cut = policy("validate", "--rules", "-n", "1", "--json")
    assert (json.loads(cut.out)["total"], json.loads(cut.out)["truncated"]) == (whole, True)
    assert cut.err == f"1 of {whole}; -n {whole} for all\n"


def test_a_picture_is_reported(policy: Any, tmp_path: Path) -> None:
    """``--chart`` says on standard error which file it wrote."""
    file = tmp_path / "m.svg"
    result = policy("matrix", "--chart", str(file))
    assert (result.code, result.out, result.err) == (0, "", f"Wrote {file}.\n")
    assert file.read_text("utf-8").startswith("<svg")


@pytest.mark.parametrize(
    ("command", "rest"),
    [
        (("figures",), ["1 of 12; -n 12 for all"]),
        (("timeline",), ["1 of 12; -n 12 for all"]),
        (("timeline", "--due"), ["1 of 12; -n 12 for all"]),
        (("matrix",), []),
    ],
    ids=" ".join,
)
def test_a_picture_says_what_it_leaves_out(
    policy: Any, many: str, tmp_path: Path, command: tuple[str, ...], rest: list[str]
) -> None:
    """As a table does, on standard error under the name of the file; a whole one says nothing."""
    file = tmp_path / "p.svg"
    limit = ("-n", "1") if rest else ()
    result = policy(*command, "--chart", str(file), *limit, POLICY_CATALOGUE=many)
    assert result.err.splitlines() == [f"Wrote {file}.", *rest]


@pytest.mark.parametrize("command", ["figures", "matrix", "timeline", "timeline --due"])
def test_a_picture_of_nothing_is_asked_for_rightly_too(
    policy: Any, tmp_path: Path, command: str
) -> None:
    """Where nothing is found, a second format or a file that is no picture is wrong usage too."""
    path = tmp_path / "a.toml"
    path.write_text('[[policies]]\nid = "a"\ntitle = "甲"\n', "utf-8")
    drawn = partial(policy, *command.split(), POLICY_CATALOGUE=str(path))
    file = str(tmp_path / "p.svg")
    assert drawn("--chart", file).code == (0 if "--due" in command else 1)
    assert drawn("--chart", file, "--json").code == 2
    assert drawn("--chart", str(tmp_path / "p.doc")).code == 2
    assert [*tmp_path.iterdir()] == [path]


def test_a_timeline_without_days_has_no_picture(policy: Any, tmp_path: Path) -> None:
    """Where no date can be drawn there is no picture, and the exit is 1."""
    path = tmp_path / "a.toml"
    path.write_text(
        '[[policies]]\nid = "a"\ntitle = "甲"\n[[policies.measures]]\nid = "b"\ntitle = "乙"\n'
        'summary = "丙"\ndeadline = "验收前"\n',
        "utf-8",
    )
    file = tmp_path / "t.svg"
    result = policy("timeline", "--chart", str(file), POLICY_CATALOGUE=str(path))
    assert (result.code, result.out, file.exists()) == (1, "", False)
