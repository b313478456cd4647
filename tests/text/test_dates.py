"""Dates as exact as they are known."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycli.errors import UsageError
from policycli.text.dates import iso, mentions, span, typed


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
        ("截至2024年2月底前完成", "2024-02-01", "2024-02-29"),
        ("2025年末之前", "2025-01-01", "2025-12-31"),
        ("到二〇二五年", "2025-01-01", "2025-12-31"),
        ("2025年上半年", "2025-01-01", "2025-06-30"),
        ("2025年下半年前", "2025-07-01", "2025-12-31"),
        ("2025年第三季度", "2025-07-01", "2025-09-30"),
        ("二〇二四年一季度末前", "2024-01-01", "2024-03-31"),
        ("2025年4季度", "2025-10-01", "2025-12-31"),
        ("2024年2月上旬", "2024-02-01", "2024-02-10"),
        ("2024年2月中旬", "2024-02-11", "2024-02-20"),
        ("2024年2月下旬前", "2024-02-21", "2024-02-29"),
    ],
)
def test_a_date_is_the_days_it_may_mean(date: str, first: str, last: str) -> None:
    """A year is any of its days, a month any of its own, and an open period has no end."""
    assert span(date) == (first, last)


@pytest.mark.parametrize(
    "date",
    [
        "",
        "/",
        "2023-13",
        "完成",
        "2025年13月上旬",
        "2025年五季度",
        "年年年年年上半年",
        "2023-02-30",
        "十四五",
        "2023x",
        "2023/x",
    ],
)
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


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2023", "2023"),
        ("2023年", "2023"),
        ("2024年5月", "2024-05"),
        ("2024 年 6 月 18 日", "2024-06-18"),
        ("2024年6月18号", "2024-06-18"),
        ("2023/5/3", "2023-05-03"),
        ("2023.5", "2023-05"),
        ("2023-5-3", "2023-05-03"),
        ("20230503", "2023-05-03"),
        ("２０２３年５月", "2023-05"),
        ("二〇二三年五月三十一日", "2023-05-31"),
        ("二○二三年十二月", "2023-12"),
        ("2024-02-29", "2024-02-29"),
        ("2023-02-29", ""),
        ("1900-02-29", ""),
        ("2023年13月", ""),
        ("2023-04-31", ""),
        ("202305", ""),
        ("2023-05/", ""),
        ("明年", ""),
        ("", ""),
    ],
)
def test_a_date_is_read_however_it_is_written(written: str, date: str) -> None:
    """In digits or in Chinese, with any signs between, where it stands in the calendar."""
    assert iso(written) == date


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_every_day_of_the_calendar_is_one(day: datetime.date) -> None:
    """Written as records have it, and as people do."""
    assert iso(day.isoformat()) == iso(f"{day.year}年{day.month}月{day.day}日") == day.isoformat()


def test_what_was_typed_and_is_no_date_is_told() -> None:
    """With what to write; a day that no month has is another mistake than a word."""
    with pytest.raises(UsageError, match="write 2023, 2023-05"):
        typed("20x3")
    with pytest.raises(UsageError, match="not in the calendar"):
        typed("2023年2月30日")
