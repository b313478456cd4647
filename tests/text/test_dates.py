"""Dates as exact as they are known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycli.text.dates import mentions, span


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-04", "2023-04-01", "2023-04-30"),
        ("2023-03-05", "2023-03-05", "2023-03-05"),
        ("2022/", "2022-01-01", "9999-12-31"),
        ("/2022", "0001-01-01", "2022-12-31"),
        ("2023-01/2023-08", "2023-01-01", "2023-08-31"),
        ("2023年5月", "2023-05-01", "2023-05-31"),
        ("2027年底", "2027-01-01", "2027-12-31"),
        ("2023年5月6日前", "2023-05-06", "2023-05-06"),
    ],
)
def test_a_date_is_the_days_it_may_mean(date: str, first: str, last: str) -> None:
    """A year is any of its days, a month any of its own, and an open period has no end."""
    assert span(date) == (first, last)


@pytest.mark.parametrize("date", ["", "/", "2023-13", "2023-02-30", "十四五", "2023x", "2023/x"])
def test_what_is_no_date_has_no_days(date: str) -> None:
    """Words and days beyond the calendar are none."""
    assert span(date) is None


def test_dates_are_found_in_sentences() -> None:
    """Each with what stands before it in its clause and after it up to the next date."""
    first, second = mentions("中心总部2023年8月启用，计划2024年扩建。其他。")
    assert (first.date, first.before, first.after) == ("2023-08", "中心总部", "启用，计划")
    assert (second.date, second.before, second.after) == ("2024", "计划", "扩建")
    assert first.text == "中心总部2023年8月启用，计划2024年扩建"


def test_since_a_year_is_open() -> None:
    """2023年以来 is no day of 2023, but any since."""
    assert [mention.date for mention in mentions("2023年以来新增3家；2022年12月31日印发")] == [
        "2023/",
        "2022-12-31",
    ]


@given(st.text(max_size=40))
def test_any_text_has_days_or_none(text: str) -> None:
    """Whatever a record says, the days are in order."""
    found = span(text)
    assert found is None or found.first <= found.last or "/" in text
