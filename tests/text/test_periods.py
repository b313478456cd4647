"""Lengths of time as people type them."""

import pytest

from policycli.errors import UsageError
from policycli.text.periods import after


@pytest.mark.parametrize(
    ("length", "day"),
    [
        ("0d", "2024-01-31"),
        ("30d", "2024-03-01"),
        ("30天", "2024-03-01"),
        ("30 days", "2024-03-01"),
        ("2W", "2024-02-14"),
        ("两周", "2024-02-14"),
        ("1m", "2024-02-29"),
        ("三个月", "2024-04-30"),
        ("12m", "2025-01-31"),
        ("1y", "2025-01-31"),
        ("１年", "2025-01-31"),
        ("99999y", "9999-12-31"),
        ("9999999999999d", "9999-12-31"),
    ],
)
def test_a_length_ends_on_a_day_of_the_calendar(length: str, day: str) -> None:
    """Months and years end on the same day, or on the last that the month has."""
    assert after("2024-01-31", length) == day


@pytest.mark.parametrize("length", ["", "30", "d", "soon", "-3d", "1.5m", "3d3d", "2024-05"])
def test_what_is_no_length_is_refused(length: str) -> None:
    """The sentence says how to write one."""
    with pytest.raises(UsageError, match="write 30d, 2w, 3m or 1y"):
        after("2024-01-31", length)
