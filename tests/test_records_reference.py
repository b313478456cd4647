"""``docs/records.md`` tells of every key of every record, and its examples are right."""

import re
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from policycli.files.read import read
from policycli.records import model
from scripts.records_reference import table, written

REFERENCE = (Path(__file__).parents[1] / "docs" / "records.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", REFERENCE, re.DOTALL | re.MULTILINE))


def test_the_tables_are_those_of_the_records() -> None:
    """Every key with its type and meaning, as ``records.fields`` has it."""
    assert written(REFERENCE) == REFERENCE
    assert all(f"| {key}" in table(kind) for kind in model.RECORDS for key in kind._field_defaults)


@pytest.mark.parametrize("record", model.RECORDS, ids=lambda record: record.__name__)
def test_every_value_of_a_closed_list_is_described(record: Any) -> None:
    """``status``, ``end``, ``op`` and the like name all that may be written."""
    values = {v for hint in get_type_hints(record).values() for v in words(hint)}
    section = SECTIONS[record.__name__] + SECTIONS["Policy"]  # where `status` is explained
    assert [value for value in sorted(values) if f"`{value}`" not in section] == []


def words(hint: Any) -> list[str]:
    """The texts that a hint allows, where it lists them."""
    inner = [word for arg in get_args(hint) for word in words(arg)]
    return [arg for arg in get_args(hint) if isinstance(arg, str) and arg] + inner


@pytest.mark.parametrize(("fence", "ending"), [("toml", ".toml"), ("json", ".jsonl")])
def test_the_examples_are_right(tmp_path: Path, fence: str, ending: str) -> None:
    """What a reader copies out of the reference is a catalogue."""
    example = REFERENCE.partition(f"```{fence}\n")[2].partition("```")[0]
    file = tmp_path / f"example{ending}"
    file.write_text(example, "utf-8")
    assert [policy.measures != () for policy in read(str(file))] == [True]
