"""The made-up policies that can be compared."""

from pathlib import Path

import pytest

from policycli.files.read import read
from policycli.records.model import Entry, Measure, Policy

TWINS = Path(__file__).parents[1] / "data" / "twins.toml"


@pytest.fixture(scope="session")
def twins() -> list[Entry[Policy]]:
    """Donghe, Nanshan and Beiling, each with its measures."""
    return [Entry(p.id, p._replace(measures=()), p) for p in read(str(TWINS))]


@pytest.fixture(scope="session")
def measures(twins: list[Entry[Policy]]) -> list[Entry[Measure]]:
    """Their measures: donghe.fund, donghe.smes, nanshan.capital, nanshan.committee."""
    return [Entry(f"{e.id}.{m.id}", e.head, m) for e in twins for m in e.record.measures]
