"""One record changes, everything else in its file stays."""

import os
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policycli.errors import CatalogueError, UsageError
from policycli.files.edit import Found, change, find
from policycli.files.members import bundled
from policycli.files.read import read
from policycli.files.typed import parse_changes
from policycli.records.model import Document, Figure, Policy, Source, Step

TOML = """\
# 开头的注释

[[policies]]
id = "a"
title = "甲"  # 名称
themes = ["转化"]
# 以下是要点

[[policies.measures]]
id = "m"
title = "乙"
summary = "丙"
figures = [
  { indicator = "经费", value = 4, unit = "亿元" },  # 当年
]

[[policies.measures]]
id = "n"
title = "丁"
text = "戊"

[[policies]]
id = "b"
title = "己"
"""
LINES = (
    '\n{"id": "b", "title": "己"}\n'
    '{ "id": "a", "title": "甲", "measures": [{"id": "m", "title": "乙", "summary": "丙"}] }\r\n'
)


@pytest.fixture
def toml(tmp_path: Path) -> Path:
    """A TOML catalogue with remarks."""
    (tmp_path / "x.toml").write_text(TOML, "utf-8")
    return tmp_path / "x.toml"


def found(path: Path, full_id: str) -> Found:
    """The record, which is there."""
    record = find([str(path)], full_id)
    assert record
    return record


def edit(path: Path, full_id: str, *words: str) -> None:
    """Make changes as the command line does."""
    record = found(path, full_id)
    change(record, parse_changes(record.kind, words))


def test_a_record_is_found_in_its_file(toml: Path) -> None:
    """With its line, whichever file has it."""
    lines = toml.with_name("y.jsonl")
    lines.write_text(LINES.replace('"b"', '"c"').replace('"a"', '"d"'), "utf-8")
    places = [find([str(toml), str(lines)], name) for name in ("a", "a.n", "b", "d.m", "e", "a.x")]
    assert [place and (place.number, place.measure, place.line) for place in places] == [
        (0, None, 3),
        (0, 1, 17),
        (1, None, 22),
        (1, 0, 3),
        None,
        None,
    ]


def test_only_what_is_changed_changes(toml: Path) -> None:
    """Remarks, order and blank lines stay; new keys follow the others of their record."""
    edit(toml, "a", "title=新名", "status=repealed", "themes=转化、金融")
    edit(toml, "a.m", "figures[0].value=4.5", "lead=科技厅")
    assert toml.read_text("utf-8") == TOML.replace(
        'title = "甲"  # 名称\nthemes = ["转化"]\n',
        'title = "新名"  # 名称\nthemes = ["转化", "金融"]\nstatus = "repealed"\n',
    ).replace("value = 4,", "value = 4.5,").replace("# 当年\n]\n", '# 当年\n]\nlead = "科技厅"\n')


def test_every_sort_of_value_can_be_set(toml: Path) -> None:
    """Texts, numbers, lists of texts, tables and lists of tables; nothing takes a key away."""
    edit(
        toml,
        "a.m",
        'steps=[{ action = "审" }, { action = "定", actor = "委员会" }]',
        'documents=[{ title = "办法" }]',
        "partners=甲厅, 乙厅",
        'targets=["一、二", "三"]',
        "figures=",
        "deadline=2027年底前",
    )
    edit(toml, "a", "source.url=https://example.org/?a=b", "summary=一行\n二行")
    (policy, _other) = read(str(toml))
    measure = policy.measures[0]
    assert measure.steps == (Step("审"), Step("定", "委员会"))
    assert measure.documents == (Document("办法"),)
    assert (measure.partners, measure.targets) == (("甲厅", "乙厅"), ("一、二", "三"))
    assert (measure.figures, measure.deadline) == ((), "2027年底前")
    assert policy.source == Source(url="https://example.org/?a=b")
    assert policy.summary == "一行\n二行"


def test_of_json_lines_one_line_changes(tmp_path: Path) -> None:
    """The others stay to the byte, and so do the ends of lines."""
    path = tmp_path / "x.jsonl"
    path.write_bytes(LINES.encode())
    figures = 'figures=[{ indicator = "经费", value = 1, unit = "元" }]'
    edit(path, "a.m", "summary=新", figures)
    lines = path.read_bytes().split(b"\n")
    assert lines[:2] == LINES.encode().split(b"\n")[:2]
    assert lines[2].endswith(b"}\r")
    measure = list(read(str(path)))[1].measures[0]
    assert (measure.summary, measure.figures) == ("新", (Figure("经费", 1, "元"),))
    edit(path, "a", 'source={ title = "公报", retrieved = 2024-01-01 }')
    assert list(read(str(path)))[1].source == Source("公报", retrieved="2024-01-01")


@pytest.mark.parametrize(
    "words",
    [
        ["status=gone"],
        ["titel=x"],
        ["title="],
        ["date=2023-13"],
        ["region.code=52"],
        ["measures=[]x"],
        ["figures[0].value=1"],
        ["themes[3]=x"],
        ["themes[1]="],
        ["documents=" + "[" * 5000],
        ["title.x=1"],
        ["id=c"],
        ["title"],
        ["=x"],
        ["a b=x"],
        ["region=火星"],
    ],
)
def test_nothing_wrong_is_written(toml: Path, words: list[str]) -> None:
    """A fault, a key that leads nowhere, an id: the file is as it was."""
    with pytest.raises((CatalogueError, UsageError)):
        edit(toml, "a", *words)
    assert toml.read_text("utf-8") == TOML


def test_faults_name_the_file_and_line(toml: Path) -> None:
    """As they will be, with the name of the file itself."""
    with pytest.raises(CatalogueError) as caught:
        edit(toml, "a", "date=2023-13")
    expected = f"{toml}:7: policies[0].date: '2023-13' is not in the calendar"
    assert str(caught.value).startswith(expected)


def test_a_crash_leaves_the_file_whole(toml: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new file takes the place of the old one in one step, or not at all."""

    def crash(_old: str, _new: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", crash)
    with pytest.raises(KeyboardInterrupt):
        edit(toml, "a", "title=新名")
    assert toml.read_text("utf-8") == TOML
    assert os.listdir(toml.parent) == ["x.toml"]


@cache
def real() -> list[Policy]:
    """The policies of the bundled catalogue, read once."""
    return list(read(bundled()))


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(number=st.integers(0, 72), key=st.sampled_from(["title", "lead", "status", "keywords"]))
def test_any_record_of_a_real_catalogue_can_be_changed(
    tmp_path: Path, number: int, key: str
) -> None:
    """One line or so changes, and every other record is what it was."""
    path = tmp_path / "x.toml"
    path.write_bytes(Path(bundled()).read_bytes())
    before = real()
    ids = [f"{policy.id}.{measure.id}" for policy in before for measure in policy.measures]
    value = "amended" if key == "status" else "新"
    edit(path, ids[number], f"{key}={value}")
    changed = [
        (f"{policy.id}.{new.id}", getattr(new, key))
        for policy, was in zip(read(str(path)), before, strict=True)
        for new, old in zip(policy.measures, was.measures, strict=True)
        if new != old
    ]
    assert changed == [(ids[number], ("新",) if key == "keywords" else value)]
