"""What was seen of a catalogue is remembered as it was."""

import os
from pathlib import Path

import pytest

from policycli.files.seen import Memory, Seen
from policycli.records.model import Figure, Measure, Policy, Region, Source

POLICY = Policy(
    "east",
    "东河市成果转化行动",
    region=Region("990200", "东河市"),
    source=Source("报", url="https://example.org/"),
    measures=(
        Measure("fund", "基金", "设立“基金”。\n二行", figures=(Figure("规模", 2.5, "亿元"),)),
    ),
)


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder that is not there yet."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "policycli" / "seen"


@pytest.mark.parametrize("name", ["bundled", "/政策/台账.toml", os.fsdecode(b"/\xff.toml")])
def test_records_come_back_as_they_were(name: str) -> None:
    """Every field, and the day; whatever bytes a path is made of."""
    Memory(name).remember("2024-06-30", [POLICY])
    assert Memory(name).seen == Seen("2024-06-30", (POLICY,), ())
    assert Memory("another").seen is None


def test_nobody_s_look_is_taken_back(state: Path) -> None:
    """Of two who look at once, the one that is later to remember leaves the other's memory."""
    one, other = Memory("a"), Memory("a")
    one.remember("2024-06-30", [POLICY])
    other.remember("2024-06-29", [])
    assert Memory("a").seen == Seen("2024-06-30", (POLICY,), ())
    assert [file.suffix for file in state.iterdir()] == [".json"]


def test_looking_at_nothing_leaves_nothing(state: Path) -> None:
    """Reading makes no folder and no file."""
    assert Memory("a").seen is None
    assert not state.exists()
