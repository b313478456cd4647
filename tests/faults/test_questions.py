"""Whatever is typed or stands in a catalogue ends with an answer or a reason."""

from pathlib import Path
from random import Random

import pytest

import policycli
from benchmarks.attacks import questions


def test_any_query_ends(tmp_path: Path) -> None:
    """In this process, for search, names and filters."""
    assert list(filter(None, (questions.query(Random(n), tmp_path) for n in range(60)))) == []


def test_any_line_of_standard_input_is_answered(tmp_path: Path) -> None:
    """With one line of JSON, also where the line is no text."""
    assert questions.piped(Random(13), tmp_path) == ""


def test_any_catalogue_is_read_or_refused(tmp_path: Path) -> None:
    """Of which some characters are others."""
    for number in range(3):
        home = tmp_path / str(number)
        home.mkdir()
        assert questions.catalogue(Random(number), home) == ""


def test_what_repeats_itself_is_searched_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A letter of one letter over and over, by a part of itself, which it holds everywhere."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    path = tmp_path / "own.toml"
    measure = '[[policies.measures]]\nid = "one"\ntitle = "甲"\nsummary = "{}"\n'
    text = '[[policies]]\nid = "own"\ntitle = "自己的政策"\n' + measure.format("a" * 100_000)
    path.write_text(text, "utf-8")
    catalogue = policycli.open_catalogue(path, bundled=False)
    assert [hit.id for hit in catalogue.search("a" * 9_999)] == ["own.one"]
    for number in range(2):
        home = tmp_path / str(number)
        home.mkdir()
        assert questions.repeated(Random(number), home) == ""
