"""How values stand in cells, and what cells that people wrote say."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycli import codes, language
from policycli.exchange.notation import TEXT, notation
from policycli.exchange.sheets import SHEETS
from policycli.records.fields import FIELDS
from policycli.records.model import Figure, Measure, Policy
from policycli.text.sanitize import clean

OF_POLICY, OF_MEASURE, OF_FIGURE = (
    {field.key: notation(field) for field in FIELDS[kind]} for kind in (Policy, Measure, Figure)
)
LIST, LINES, STEPS = (OF_MEASURE[key] for key in ("themes", "targets", "steps"))
INSTRUMENT, STATUS = OF_MEASURE["instrument"], OF_MEASURE["status"]
RELATIONS, LEVEL = OF_POLICY["relations"], OF_POLICY["level"]
OP, NUMBER = OF_FIGURE["op"], OF_FIGURE["value"]
STEP = {"action": "梳理", "actor": "省科技厅"}


@pytest.mark.parametrize(
    ("notation", "value", "cell"),
    [
        (TEXT, "政策", "政策"),
        (TEXT, '"政策"', '"\\"政策\\""'),  # would be taken for JSON
        (TEXT, "a\u202eb", '"a\\u202eb"'),
        (LIST, ["人才", "平台"], "人才、平台"),
        (LIST, ["教育、科技", "人才"], "教育、科技\n人才"),
        (LIST, ["教育、科技"], '["教育、科技"]'),
        (LINES, ["带动。", "撬动；"], "带动。\n撬动；"),
        (STEPS, [STEP, {"action": "分办"}], "1. 省科技厅：梳理\n2. 分办"),
        (STEPS, [{"action": "分办：先"}], '[{"action": "分办：先"}]'),
        (RELATIONS, [{"type": "repeals", "target": "旧办法"}], "废止 旧办法"),
        (OP, ">=", "≥"),
        (OP, "=", ""),
        (INSTRUMENT, "PI013", "PI013 股权融资"),
        (INSTRUMENT, "PI099", "PI099"),
        (STATUS, "in-force", "现行有效"),
        (LEVEL, "省级", "省级"),
        (LEVEL, "provincial", '"provincial"'),
    ],
)
def test_values_are_written_for_readers(notation: Any, value: Any, cell: str) -> None:
    """As words where these are read back as the same, else as JSON that steers no screen."""
    language.use("zh")
    assert notation.cell(value) == cell
    for screen in language.LANGUAGES:
        language.use(screen)
        assert notation.value(cell) == value or cell == ""


@pytest.mark.parametrize(
    ("notation", "cell", "value"),
    [
        (LIST, "科技局，财政局; 人社局", ["科技局", "财政局", "人社局"]),
        (LIST, "a, b", ["a", "b"]),
        (STEPS, "1、省科技厅: 梳理\n\n  分办", [STEP, {"action": "分办"}]),
        (RELATIONS, "based on 甲\nis_part_of 乙", [
            {"type": "based_on", "target": "甲"},
            {"type": "is_part_of", "target": "乙"},
        ]),
        (RELATIONS, "有关 甲", [{"type": "有关", "target": "甲"}]),
        (STATUS, " In Force ", "in-force"),
        (STATUS, "有效吧", "有效吧"),
        (INSTRUMENT, "股权融资", "PI013"),
        (NUMBER, "3,694", 3694),
        (NUMBER, "92.6", 92.6),
        (NUMBER, "很多", "很多"),
        (OP, "＞", ">"),
        (OP, "~", "~"),
        (TEXT, '"未完', '"未完'),
        (LIST, "technology transfer、Standards；其他", ["成果转化", "标准规范", "其他"]),
    ],
)  # fmt: skip
def test_cells_are_read_as_people_write_them(notation: Any, cell: str, value: Any) -> None:
    """Other separators, numbers and the other language; what means nothing stays to be told."""
    assert notation.value(cell) == value


@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=1), st.sampled_from([LIST, LINES]))
def test_any_list_comes_back(items: list[str], notation: Any) -> None:
    """Whatever separators and marks are in it, and nothing in the cell steers a screen."""
    cell = notation.cell(items)
    assert notation.value(cell) == items
    assert clean(cell) == cell


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.key)
def test_titles_name_one_column(sheet: Any) -> None:
    """In neither language two columns of a sheet have the same title, nor keys."""
    for titles in zip(*(column.titles for column in sheet.columns), strict=True):
        assert len({title.lower() for title in titles}) == len(sheet.columns)
    assert len({column.key for column in sheet.columns}) == len(sheet.columns)


@pytest.mark.parametrize("key", codes.CODES)
def test_words_mean_one_code(key: str) -> None:
    """What codes are called differs, in either language."""
    names = codes.CODES[key]
    for wordings in zip(*names.values(), strict=True):
        assert len({word.lower() for word in wordings}) == len(names)


def test_brackets_without_end_are_words() -> None:
    """What is nested more deeply than JSON is read stays as it was written."""
    cell = "[" * 30_000
    assert TEXT.value(cell) == cell
    assert LIST.value(cell) == [cell]
