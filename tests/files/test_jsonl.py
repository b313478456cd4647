"""What is wrong in a JSON Lines catalogue is said in one line each, with file, line and key."""

import json
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from policycli.errors import CatalogueError
from policycli.files.read import read

GOOD = '{"id": "a", "title": "甲", "measures": [{"id": "m", "title": "乙", "text": "丙"}]}'

Faults = Callable[[str, bytes | str], list[str]]


def test_each_line_is_a_policy(tmp_path: Path) -> None:
    """Empty lines, Windows line ends and a byte order mark are all the same."""
    file = tmp_path / "laws.jsonl"
    second = GOOD.replace('"a"', '"b"')
    file.write_bytes(f"\ufeff{GOOD}\r\n\n  \n{second}".encode())
    assert [(policy.id, policy.measures[0].text) for policy in read(str(file))] == [
        ("a", "丙"),
        ("b", "丙"),
    ]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('{"id": }', "not JSON: Expecting value (column 8)"),
        ('{"id": "b", "id": "c"}', "not JSON: the key 'id' is there twice"),
        ("[" * 100_000, "not JSON: "),  # in words of the Python that reads it
        ("9" * 5_000, "not JSON: Exceeds the limit"),
        ("[]", "must be a table, not a list"),
        ("null", "must be a table, not null"),
        ('{"id": "b", "title": null}', "title: must be text, not null"),
        ('{"id": "b", "title": "\\ud83d"}', "title: has half a character (a lone surrogate)"),
        (
            '{"id": "b", "title": "x", "measures": [1]}',
            "measures[0]: must be a table, not a number",
        ),
        (GOOD, "id: 'a' is already the id of line 1"),
    ],
)
def test_a_fault_is_told_with_its_line(faults_of: Faults, line: str, fault: str) -> None:
    """Keys begin at the policy, since the line number says which one it is."""
    (found,) = faults_of("x.jsonl", f"{GOOD}\n{line}\n")
    assert found.startswith(f"x.jsonl:2: {fault}")


def test_nothing_comes_after_a_fault_and_all_faults_are_told(tmp_path: Path) -> None:
    """The reader goes on to the end for the faults' sake, and gives no more policies."""
    file = tmp_path / "x.jsonl"
    policies = [{"id": f"p{n}", "title": "" if n in (2, 4) else "x"} for n in range(6)]
    file.write_text("\n".join(map(json.dumps, policies)), "utf-8")
    came: list[str] = []
    with pytest.raises(CatalogueError) as caught:
        came.extend(policy.id for policy in read(str(file)))
    assert str(caught.value).splitlines() == [f"{file}:{n}: title: is empty" for n in (3, 5)]


def test_a_big_file_is_not_held_in_memory(tmp_path: Path) -> None:
    """Policies come as they are read: the first is there before the last line is looked at."""
    file = tmp_path / "x.jsonl"
    file.write_text(f"{GOOD}\nnot JSON\n", "utf-8")
    assert [policy.id for policy in islice(read(str(file)), 1)] == ["a"]
