"""How long a paper says that it is valid."""

import pytest

from policycli.exchange.intake import drafts
from policycli.ingest.readers.text import parse


def until(start: str, years: str) -> str:
    """The last day in force of a paper valid so many years from ``start`` on."""
    text = f"# 青河市科技经费管理办法\n\n第一条 本办法自{start}起施行，有效期{years}年。"
    (draft,) = drafts(list(parse(text)), "x.md")
    return draft.policy.in_force_until


@pytest.mark.parametrize(
    ("start", "years", "last"),
    [
        ("2024年5月1日", "5", "2029-04-30"),
        ("2023年1月1日", "3", "2025-12-31"),
        ("2024年2月29日", "1", "2025-02-28"),
        ("2024年2月29日", "四", "2028-02-28"),
    ],
)
def test_it_ends_the_day_before_it_began(start: str, years: str, last: str) -> None:
    """Of 5 years from 1 May 2024 the last day is 30 April 2029."""
    assert until(start, years) == last


@pytest.mark.parametrize(
    ("start", "years", "last"), [("2023年5月", "3", "2026"), ("2023年12月", "1", "2024")]
)
def test_from_a_month_on_only_the_year_is_known(start: str, years: str, last: str) -> None:
    """From some day in May 2023 on, three years end on 30 April 2026 or in May of that year."""
    assert until(start, years) == last


@pytest.mark.parametrize("start", ["2023年1月", "2023年"])
def test_where_the_year_is_open_nothing_is_said(start: str) -> None:
    """From 1 January 2023 on, three years end in 2025, from the day after on in 2026."""
    assert until(start, "3") == ""
