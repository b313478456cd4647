"""Figures of many policies."""

import pytest

from policycli import language
from policycli.records.model import Entry, Figure
from policycli.views import figures
from policycli.views.model import Bar
from tests.views.making import EAST, MONEY, WEST, rows

LARGE = Entry("east.fund", EAST, MONEY)
SMALL = Entry("west.fund", WEST, Figure("补助", 5000, "万元", "=", "2023", "budget"))
FIRMS = Entry("west.firms", WEST, Figure("企业", 100, "家", ">=", "2024", "target"))


@pytest.mark.parametrize(
    ("lang", "kind", "region"), [("zh", "投入", "东河"), ("en", "budget", "Donghe")]
)
def test_a_figure_is_one_line(lang: str, kind: str, region: str) -> None:
    """The value as people write it, and for CSV its parts and its base unit."""
    language.use(lang)
    row = rows(figures.view([LARGE]))[0]
    assert (row["id"], row["region"], row["kind"], row["period"]) == (
        *("east.fund", region, kind, "2023"),
    )
    parts = [row[key] for key in ("op", "value", "unit", "base_value", "base_unit")]
    assert parts == ["~", 2, "亿元", 200_000_000, "元"]


def test_values_are_converted_to_a_unit_that_is_asked_for() -> None:
    """What is exact is a number; what is not says so."""
    view = figures.view([LARGE, SMALL], unit="亿元")
    assert [row["converted"] for row in rows(view)] == ["≈ 2", 0.5]
    kinds = {column.key: column.kind for column in view.columns}
    assert (kinds["converted"], kinds["figure"]) == ("number", "detail")
    assert "converted" not in rows(figures.view([LARGE]))[0]


def test_bars_are_shares_of_the_largest() -> None:
    """A column of shares, only where bars are drawn."""
    assert [row["bar"] for row in rows(figures.view([LARGE, SMALL], plot=True))] == [1.0, 0.25]
    assert "bar" not in rows(figures.view([LARGE]))[0]


def test_money_of_one_period_is_added_up() -> None:
    """Under the figures for readers, beside them for programs; what may not be added is not."""
    view = figures.view([LARGE, SMALL, FIRMS])
    (section,) = view.sections
    (total,) = rows(section)
    assert (total["total"], total["kind"], total["period"], total["figures"]) == (
        *("≈ CNY 250 million", "budget", "2023", 2),
    )
    assert dict(view.extra)["totals"][0]["ids"] == ["east.fund", "west.fund"]
    assert figures.view([FIRMS]).sections == ()


def test_a_limit_cuts_lines_and_not_totals() -> None:
    """The sum is that of all figures that were found."""
    view = figures.view([LARGE, SMALL], limit=1)
    assert (len(view.items), view.total) == (1, 2)
    assert dict(view.extra)["totals"][0]["figures"] == 2


def test_a_chart_has_one_scale_for_a_dimension() -> None:
    """Money is drawn in 亿元 where some of it is that large, and written as the record has it."""
    chart = figures.chart([LARGE, SMALL])
    assert chart
    bars = [mark for mark in chart.marks if isinstance(mark, Bar)]
    assert [(bar.value, bar.unit, bar.written) for bar in bars] == [
        (2, "亿元", "≈ 2亿元"),
        (0.5, "亿元", "5000万元"),
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_data_is_the_record(lang: str) -> None:
    """With its place and its base value, whatever the screen speaks."""
    language.use(lang)
    view = figures.view([FIRMS])
    data = view.data(view.items[0])
    assert (data["id"], data["policy"], data["op"], data["kind"]) == (
        *("west.firms", "west", ">=", "target"),
    )
    assert (data["base_value"], data["base_unit"]) == (100, "个")
