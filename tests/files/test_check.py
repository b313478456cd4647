"""Faults and warnings of catalogue files, with their places."""

import json
from pathlib import Path

import pytest

from policycli import codes
from policycli.files.check import check
from policycli.files.members import bundled
from policycli.files.rules import INSTRUMENTS
from policycli.text.titles import Titles

DOUBTFUL = """\
[[policies]]
id = "a"
title = "甲"
documents = [
  { title = "中华人民共和国促进科技成果转化法" },
]

[[policies.measures]]
id = "m"
title = "乙"
summary = "丙"
instrument = "PI999"
figures = [
  { indicator = "经费", value = 4, unit = "亿元" },
]
documents = [
  { title = "促进科技成果转化法" },
]
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_every_doubt_has_its_place() -> None:
    """Source, date, instrument, period and titles are warned of, with line and key."""
    Path("x.toml").write_text(DOUBTFUL, "utf-8")
    found = check(["x.toml"])
    assert (found.policies, found.measures) == (1, 1)
    short, long = "《促进科技成果转化法》", "《中华人民共和国促进科技成果转化法》"
    instrument = "'PI999' is not an instrument that the program can name"
    law = f"{short} seems to be what is elsewhere called {long}"
    assert [str(warning) for warning in found.findings] == [
        "x.toml:1: policies[0]: no source: nobody can check it",
        "x.toml:1: policies[0]: no date: nobody can tell how old it is",
        f"x.toml:12: policies[0].measures[0].instrument: {instrument}",
        "x.toml:14: policies[0].measures[0].figures[0]: the figure '经费' has no period",
        f"x.toml:17: policies[0].measures[0].documents[0]: {law}",
    ]


def test_json_lines_have_their_numbers() -> None:
    """Blank lines count, as they do in an editor."""
    lines = [{"id": "a", "title": "甲", "date": "2023"}, {"id": "b", "title": "乙", "date": "2023"}]
    Path("x.jsonl").write_text("\n".join(["", *map(json.dumps, lines)]), "utf-8")
    assert [(w.line, w.key) for w in check(["x.jsonl"]).findings] == [(2, ""), (3, "")]


def test_faults_of_all_files_come_together() -> None:
    """A damaged file does not hide another's faults, nor an id that two files have."""
    for name, text in (("a.toml", 'policies = "x"'), ("b.toml", DOUBTFUL), ("c.toml", DOUBTFUL)):
        Path(name).write_text(text, "utf-8")
    assert [str(fault) for fault in check(["a.toml", "b.toml", "c.toml"]).findings][:2] == [
        "a.toml:1: policies: must be a list, not text",
        "c.toml: the id 'a' is already in b.toml",
    ]


def test_the_bundled_catalogue_has_no_faults() -> None:
    """Nor does it cite a paper by two titles."""
    found = check([bundled()])
    assert {finding.severity for finding in found.findings} <= {"warning"}
    assert not [finding for finding in found.findings if finding.rule == "two-titles"]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("中华人民共和国科学技术进步法", "科学技术进步法", True),
        ("科技伦理审查办法(试行)", "科技伦理审查办法", True),
        ("贵州省“四端”办法", "贵州省「四端」办法", True),
        ("浙江省科技伦理审查办法", "科技伦理审查办法", True),
        ("浙江省科技伦理审察办法", "浙江省科技伦理审查办法", True),
        ("2022年度科技项目指南", "2023年度科技项目指南", False),
        ("第一批政策清单办法要点", "第二批政策清单办法要点", False),
        ("资金管理办法", "项目管理办法", False),
        ("浙江省管理办法", "管理办法", False),
        ("条例", "条例", False),
    ],
)
def test_titles_of_one_paper_are_known(first: str, second: str, same: bool) -> None:
    """Shortened, with a slip, or with other marks; another year or number is another paper."""
    titles = Titles()
    assert titles.other(first, "a") == ""
    assert titles.other(second, "a") == (first if same else "")


def test_near_titles_of_two_policies_are_two_papers() -> None:
    """湖南 and 湖北 differ in one character, and so do their papers."""
    titles = Titles()
    assert titles.other("湖南省科技计划管理办法", "a") == ""
    assert titles.other("湖北省科技计划管理办法", "b") == ""
    assert titles.other("湖北省科技计划管理办法（试行）", "c") == "湖北省科技计划管理办法"


def test_what_is_warned_of_is_what_cannot_be_named() -> None:
    """The instruments without a warning are those that the screen has words for."""
    assert tuple(codes.INSTRUMENTS) == INSTRUMENTS


@pytest.mark.parametrize(
    ("number", "relations", "doubtful"),
    [
        ("青科〔2023〕5号", "", True),
        ("青科[2023]5号", "", True),
        ("青科〔2023〕6号", "", False),
        ("", "", False),
        ("青科〔2023〕5号", 'relations = [{ type = "repeals", target = "a" }]\n', False),
    ],
)
def test_policies_of_one_number_are_doubtful(
    tmp_path: Path, number: str, relations: str, doubtful: bool
) -> None:
    """Whatever brackets it has; not where one of them says that it follows the other."""
    head = '[[policies]]\nid = "{}"\ntitle = "{}"\ndate = "2023"\nsource = {{ title = "公报" }}\n'
    path = tmp_path / "my.toml"
    path.write_text(
        head.format("a", "甲")
        + 'doc_number = "青科〔2023〕5号"\n'
        + head.format("b", "乙")
        + (f'doc_number = "{number}"\n' if number else "")
        + relations,
        "utf-8",
    )
    found = [each for each in check([str(path)]).findings if each.rule == "one-number"]
    assert [(each.key, each.line) for each in found] == [("policies[1].doc_number", 12)] * doubtful
