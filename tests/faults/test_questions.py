"""Whatever is typed or stands in a catalogue ends with an answer or a reason."""

from pathlib import Path
from random import Random

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
