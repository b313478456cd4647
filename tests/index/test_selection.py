"""What filters let through, in order and counted without being read."""

import json
from pathlib import Path
from unittest import mock

import pytest

import policycli
from policycli.catalogue import Catalogue
from policycli.index import records, stored


def policy(name: str, *ends: str) -> str:
    """A line of a catalogue: a policy with a measure for every end."""
    measures = [
        {"id": f"m{at}", "title": f"第{at}条", "summary": "……", "end": end}
        for at, end in enumerate(ends)
    ]
    return json.dumps({"id": name, "title": name.upper(), "measures": measures}) + "\n"


@pytest.fixture
def two_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    """A catalogue of two files whose names sort the other way round."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "z.jsonl").write_text(policy("b", "supply", "demand") + policy("a"), "utf-8")
    (tmp_path / "y.jsonl").write_text(policy("d", "demand") + policy("c", "supply"), "utf-8")
    return policycli.open_catalogue(tmp_path / "z.jsonl", tmp_path / "y.jsonl", bundled=False)


def test_records_come_in_the_order_of_the_files(two_files: Catalogue) -> None:
    """Files in the order they were named, policies and measures in that of their file."""
    chosen = two_files.select()
    assert [entry.id for entry in chosen.policies] == ["b", "a", "d", "c"]
    assert [entry.id for entry in chosen.measures] == ["b.m0", "b.m1", "d.m0", "c.m0"]


def test_a_policy_fits_with_one_of_its_measures(two_files: Catalogue) -> None:
    """Filters keep the policies that have a measure that passes, whole."""
    chosen = two_files.select(end="demand")
    assert [entry.id for entry in chosen.policies] == ["b", "d"]
    assert [measure.id for measure in chosen.policies[0].record.measures] == ["m0", "m1"]
    assert [entry.record.measures for entry in chosen.heads] == [(), ()]
    assert chosen.ids(["b", "a", "c"]) == {"b", "b.m1"}


def test_counting_reads_nothing(two_files: Catalogue) -> None:
    """How many there are is known before any is read, and the last is read alone."""
    with mock.patch.object(records, "record_of", wraps=stored.record_of) as record_of:
        chosen = two_files.select()
        assert (len(chosen.policies), len(chosen.measures)) == (4, 4)
        assert not record_of.called
        assert chosen.policies[-1].id == "c"
        assert record_of.call_count == 2  # the policy and its measure
