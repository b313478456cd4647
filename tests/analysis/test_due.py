"""What falls due, seen from 30 June 2024."""

from typing import Any

import pytest

from policycli.analysis.due import due
from policycli.analysis.timeline import timeline
from policycli.records.model import Document, Entry, Figure, Measure, Policy

TODAY = "2024-06-30"


def found(measure: Measure | None = None, policy: Policy | None = None, within: str = "") -> Any:
    """What of one measure, or of one policy, falls due: the day and how far it is."""
    head = policy or Policy("p", "甲")
    policies = [Entry("p", head, head)] if policy else []
    measures = [Entry("p.m", head, measure)] if measure else []
    events = timeline(policies, measures, [], today=TODAY)
    return [(d.event.what, d.day, d.left) for d in due(events, today=TODAY, within=within)]


@pytest.mark.parametrize(
    ("deadline", "day", "left"),
    [
        ("2024-06-30", "2024-06-30", 0),
        ("2024-06", "2024-06-30", 0),
        ("2024-06-29", "2024-06-29", -1),
        ("2024-07-01", "2024-07-01", 1),
        ("2023年底", "2023-12-31", -182),
        ("2024年底前", "2024-12-31", 184),
        ("2024", "2024-12-31", 184),
        ("2023/2025", "2025-12-31", 549),
        ("2023/", "", 0),
        ("验收前", "", 0),
    ],
)
def test_a_deadline_falls_on_the_last_day_that_it_may_mean(
    deadline: str, day: str, left: int
) -> None:
    """Words are dates where they name one; what never ends has no day."""
    assert found(Measure("m", "乙", deadline=deadline)) == [("deadline", day, left)]


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2024-06-29", "", []),
        ("2024-06-30", "", [("effective", "2024-06-30", 0)]),
        ("2024-07", "", [("effective", "2024-07-01", 1)]),
        ("", "2024-06-29", []),
        ("", "2024-06-30", [("expiry", "2024-06-30", 0)]),
        ("2020", "2024", [("expiry", "2024-12-31", 184)]),
    ],
)
def test_validity_begins_once_and_ends_once(since: str, until: str, expected: Any) -> None:
    """What is in force, or no more, is due no more; unlike a deadline it is never overdue."""
    head = Policy("p", "甲", in_force_from=since, in_force_until=until, date="2020")
    assert found(policy=head) == expected


@pytest.mark.parametrize(
    ("within", "left"), [("", [-1, 31, 184]), ("1m", [-1]), ("31d", [-1, 31]), ("0d", [-1])]
)
def test_what_is_overdue_is_near(within: str, left: list[int]) -> None:
    """Looking ahead ends after some time; looking back does not."""
    days = ("2024-12-31", "2024-06-29", "2024-07-31")
    head = Policy("p", "甲")
    entries = [Entry(f"p.{day}", head, Measure(day, "乙", deadline=day)) for day in days]
    events = timeline([], entries, [], today=TODAY)
    assert [each.left for each in due(events, today=TODAY, within=within)] == left


@pytest.mark.parametrize(
    ("done", "left"),
    [("2024-05-01", []), ("2024", []), ("2024-06-30", []), ("2024-07-01", [-1]), ("", [-1])],
)
def test_what_was_done_is_due_no_more(done: str, left: list[int]) -> None:
    """From the day on which it was done, which may be rough; a day to come is none yet."""
    late = Measure("m", "乙", deadline="2024-06-29", done=done)
    assert [each[2] for each in found(late)] == left


def test_what_was_done_before_its_day_is_due_no_more() -> None:
    """Also where the deadline is read from the summary."""
    assert found(Measure("m", "乙", deadline="2025", done="2024-03")) == []
    summary = "计划2027年6月建成中试基地。"
    assert found(Measure("m", "乙", summary)) == [("deadline", "2027-06-30", 1095)]
    assert found(Measure("m", "乙", summary, done="2024-03")) == []


def test_targets_and_papers_are_nobody_s_deadline() -> None:
    """A figure to reach, a paper's date and a founding fall due on no day."""
    target = Figure("企业", 100, "家", period="2025", kind="target")
    measure = Measure(
        "m", "乙", figures=(target,), documents=(Document("丙", "2025"),), date="2025"
    )
    assert found(measure) == []
