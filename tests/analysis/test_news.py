"""What is new since a day, by the dates that records have."""

from typing import Any

import pytest

from policycli.analysis.news import since_day
from policycli.records.model import Event, Measure, Policy, Problem, Relation

TODAY = "2024-06-30"
OLD = Policy("old", "旧办法", date="2020-01-01")


def told(*policies: Policy, since: str = "2024") -> list[tuple[str, str]]:
    """Kind and id of every change."""
    return [(change.kind, change.id) for change in since_day(policies, since, TODAY)]


@pytest.mark.parametrize(
    ("date", "since", "is_new"),
    [
        ("2024-05-01", "2024-05-01", True),
        ("2024-04-30", "2024-05-01", False),
        ("2024", "2024-05-01", True),
        ("2023", "2024", False),
        ("2024-05", "2024-05-31", True),
        ("", "2024", False),
    ],
)
def test_a_policy_is_new_by_its_date(date: str, since: str, is_new: bool) -> None:
    """A rough date may be that late; without a date nothing is said."""
    assert told(Policy("p", "甲", date=date), since=since) == [("added", "p")] * is_new


def test_a_new_policy_is_told_with_its_measures() -> None:
    """Its measures are not told again, also where they have dates of their own."""
    measure = Measure("m", "乙", date="2024-05")
    assert told(Policy("p", "甲", date="2024-03", measures=(measure,))) == [("added", "p")]
    assert told(OLD._replace(measures=(measure,))) == [("added", "old.m")]


def test_what_was_done_and_answered_is_news() -> None:
    """By the day on which it was; an answer that was taken back is none."""
    done = Measure("m", "乙", deadline="2024", done="2024-05")
    assert told(OLD._replace(measures=(done,))) == [("done", "old.m")]
    assert told(OLD._replace(measures=(done,)), since="2024-06") == []
    asked, answered = Event("2024-01-01", "received"), Event("2024-03-01", "answered")
    problem = Problem("p1", "不敢转", "2024-01-01", state="answered", events=(asked, answered))
    open_ = problem._replace(id="p2", state="reopened", events=(asked, answered))
    found = since_day([], "2024-03", TODAY, [problem, open_])
    assert [(change.kind, change.id) for change in found] == [("answered", "p1")]
    assert since_day([], "2024-04", TODAY, [problem]) == []


@pytest.mark.parametrize(
    ("how", "kind"),
    [("repeals", "repealed"), ("amends", "amended"), ("interprets", "explained")],
)
def test_what_a_new_policy_does_to_others_is_news(how: Any, kind: str) -> None:
    """The same words of an old policy are none."""
    new = Policy("new", "新办法", date="2024-05-01", relations=(Relation(how, "old"),))
    assert told(OLD, new) == [("added", "new"), (kind, "old")]
    assert told(OLD, new._replace(date="2023")) == []


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2023-12-31", "", []),
        ("2024-01-01", "", [("effective", "old")]),
        ("2025", "", [("effective", "old")]),
        ("", "2023-12-30", []),
        ("", "2023-12-31", [("expired", "old")]),
        ("", "2024-06-29", [("expired", "old")]),
        ("", "2024-06-30", []),
        ("2024-01-01", "2024-06-29", [("effective", "old"), ("expired", "old")]),
    ],
)
def test_validity_begins_and_ends_by_its_dates(since: str, until: str, expected: Any) -> None:
    """What comes into force later is in; what holds until today has not expired yet."""
    assert told(OLD._replace(in_force_from=since, in_force_until=until)) == expected
