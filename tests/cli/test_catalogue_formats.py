"""A format of catalogues is a module that reads, one that edits, and one row."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from policycli.files import formats
from policycli.files.faults import NO_CATALOGUE, fault
from policycli.files.formats import Contents, Format
from policycli.records.model import Policy


def _reader() -> ModuleType:
    """Reads a policy a line: its id and its title, with | between."""

    def records(path: str) -> Iterator[Policy]:
        for line in Path(path).read_text("utf-8").splitlines():
            if "|" not in line:
                raise fault(NO_CATALOGUE, path, "no | in it")
            own, title = line.split("|")
            yield Policy(own, title)

    module = ModuleType("piped")
    vars(module).update(
        read=lambda path: Contents(records(path), {}),
        locate=lambda _raw: lambda number, _key: (number + 1, ""),
    )
    return module


def _editor() -> ModuleType:
    """Sets the title."""

    def edited(raw: bytes, edits: Any) -> bytes:
        lines = raw.decode().splitlines()
        for found, changes in edits:
            own = lines[found.number].split("|")[0]
            lines[found.number] = f"{own}|{changes['title',]}"
        return "\n".join(lines).encode()

    module = ModuleType("piped_editor")
    vars(module).update(edited=edited)
    return module


@pytest.fixture
def piped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue in a format that was registered for it."""
    monkeypatch.setitem(sys.modules, "piped", _reader())
    monkeypatch.setitem(sys.modules, "piped_editor", _editor())
    row = Format((".piped",), "piped", "piped_editor")
    monkeypatch.setattr(formats, "FORMATS", [*formats.FORMATS, row])
    path = tmp_path / "my.piped"
    path.write_text("a|甲办法\nb|乙办法\n", "utf-8")
    return path


def test_a_new_format_is_used_as_any_other(policy: Any, piped: Path) -> None:
    """Named or in a folder it is listed, checked with its lines, and edited."""
    for named in (piped, piped.parent):
        listed = policy("list", "--catalogue", str(named), "--json", POLICY_CATALOGUE="")
        assert [each["id"] for each in json.loads(listed.out)["results"]] == ["a", "b"]
    checked = json.loads(policy("validate", str(piped), "--json").out)["results"]
    assert {each["line"] for each in checked} == {1, 2}
    done = policy("edit", "b", "title=丙办法", "--catalogue", str(piped), POLICY_CATALOGUE="")
    assert done.code == 0
    assert piped.read_text("utf-8") == "a|甲办法\nb|丙办法"


def test_messages_name_the_new_format(policy: Any, piped: Path) -> None:
    """What is known is listed from the rows."""
    other = piped.with_suffix(".txt")
    other.touch()
    said = "not a catalogue: expected .toml, .jsonl, .piped or a folder"
    assert said in policy("validate", str(other)).err
