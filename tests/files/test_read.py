"""What holds for a catalogue file of either format."""

from collections.abc import Callable
from pathlib import Path

import pytest

from policycli.errors import CatalogueError
from policycli.files.read import Ids, read

Faults = Callable[[str, bytes | str], list[str]]

TOML = '[[policies]]\nid = "a"\ntitle = "贵州台账"\n'


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("x.toml", TOML.encode("gbk"), "3: not UTF-8 (byte 0xB9): it looks like GBK"),
        ("x.toml", TOML.encode("utf-16"), "1: not UTF-8 (byte 0xFF): it looks like UTF-16"),
        ("x.toml", TOML.encode() + b"\n# \xff", "5: not UTF-8 (byte 0xFF)"),
        (
            "x.jsonl",
            '\n{"id": "贵州"}'.encode("gbk"),
            "2: not UTF-8 (byte 0xB9): it looks like GBK",
        ),
    ],
)
def test_what_is_not_utf8_is_named(
    faults_of: Faults, name: str, content: bytes, fault: str
) -> None:
    """The line and byte are told, and what the file might be instead."""
    advice = ", save it as UTF-8" if "looks" in fault else ""
    assert faults_of(name, content) == [f"{name}:{fault}{advice}"]


def test_a_file_that_is_gone_is_a_fault(tmp_path: Path) -> None:
    """A file may vanish between being found and being read."""
    with pytest.raises(CatalogueError, match=r"gone\.toml: cannot be read: No such file"):
        list(read(str(tmp_path / "gone.toml")))


def test_two_files_do_not_share_an_id() -> None:
    """A policy in two files would have two truths; the fault names both files."""
    ids = Ids()
    for path, policy_id in [("1.toml", "a"), ("1.toml", "b"), ("2.toml", "b"), ("3.toml", "c")]:
        ids.add(path, policy_id)
    assert [str(fault) for fault in ids.faults] == ["2.toml: the id 'b' is already in 1.toml"]
