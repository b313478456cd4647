"""What was in force on a day, and what cannot be known."""

from typing import Any

import pytest

from policycli.analysis.in_force import in_force, repeal_dates
from policycli.analysis.links import Link
from policycli.records.model import Entry, Measure, Policy


@pytest.mark.parametrize(
    ("fields", "day", "expected"),
    [
        ({"in_force_from": "2022-07-01", "status": "in-force"}, "2022-06-30", "no"),
        ({"in_force_from": "2022-07-01", "status": "in-force"}, "2022-07-01", "yes"),
        ({"date": "2022-05-01", "in_force_from": "2022-07-01"}, "2022-06-01", "no"),
        ({"date": "2022", "status": "in-force"}, "2021-12-31", "no"),
        ({"date": "2022", "status": "in-force"}, "2022-06-01", "unknown"),
        ({"date": "2022", "status": "in-force"}, "2023-01-01", "yes"),
        ({"date": "2022-02", "status": "in-force"}, "2022", "unknown"),
        ({"date": "2022-02", "status": "amended"}, "2023", "yes"),
        ({"date": "2022"}, "2023", "unknown"),
        ({"status": "in-force"}, "2023", "unknown"),
        ({}, "2023", "unknown"),
        ({"date": "2022", "in_force_until": "2025-12-31"}, "2023", "yes"),
        ({"date": "2022", "in_force_until": "2025-12-31"}, "2025-12-31", "yes"),
        ({"date": "2022", "in_force_until": "2025-12-31"}, "2026-01-01", "no"),
        ({"date": "2022", "in_force_until": "2025"}, "2025-06", "unknown"),
        ({"date": "2022", "status": "repealed"}, "2023", "unknown"),
        ({"date": "2022", "status": "repealed"}, "2021", "no"),
        ({"date": "2022", "status": "unknown"}, "2023", "unknown"),
        ({"date": "2022", "status": "not-yet"}, "2023", "unknown"),
        ({"in_force_from": "2022", "status": "not-yet"}, "2023", "yes"),
    ],
)
def test_dates_and_status_decide(fields: dict[str, Any], day: str, expected: str) -> None:
    """Never more than they say: a year leaves its days open, a status its dates."""
    policy = Policy("a", "甲", **fields)
    assert in_force(Entry("a", policy, policy), day, {}) == expected


def test_a_repeal_ends_it() -> None:
    """From the day on which the repealing policy is in force; without its date it is unknown."""
    old = Policy("a", "甲", date="2010")
    cases: list[tuple[dict[str, Any], str, str]] = [
        ({"in_force_from": "2020-07-01", "date": "2020-05-01"}, "2020-06-30", "yes"),
        ({"in_force_from": "2020-07-01", "date": "2020-05-01"}, "2020-07-01", "no"),
        ({}, "2020", "unknown"),
    ]
    for fields, day, expected in cases:
        repealed = repeal_dates([Link("repeals", Policy("b", "乙", **fields), old)])
        assert in_force(Entry("a", old, old), day, repealed) == expected
    assert repeal_dates([Link("amends", Policy("b", "乙"), old)]) == {}


def test_a_measure_has_its_own_status() -> None:
    """It goes before that of its policy, whose dates it shares."""
    policy = Policy("a", "甲", date="2010", status="in-force")
    measure = Measure("m", "乙", status="repealed")
    assert in_force(Entry("a.m", policy, measure), "2020", {}) == "unknown"
    assert in_force(Entry("a.m", policy, measure), "2009", {}) == "no"
    assert in_force(Entry("a.m", policy, measure._replace(status="")), "2020", {}) == "yes"
