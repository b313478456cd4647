"""Cells and columns that views share."""

import pytest

from policycli import language
from policycli.records.model import Entry, Measure, Policy
from policycli.views.cells import (
    ID,
    POLICY,
    REGION,
    listed,
    named,
    official,
    official_titles,
    summary,
    title,
)
from policycli.views.model import Text
from tests.views.making import EAST, FUND_ENTRY, LEDGER_ENTRY


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("zh", ["east.fund", "东河", "东河市成果转化行动", "东河转化基金", "基金投向中试。"]),
        (
            "en",
            [
                *("east.fund", "Donghe", "Donghe's transfer drive"),
                *("Donghe transfer fund", "基金投向中试。"),
            ],
        ),
    ],
)
def test_shared_columns_speak_the_language_of_the_screen(lang: str, expected: list[str]) -> None:
    """What has no English stays Chinese."""
    language.use(lang)
    cells = [column.cell(FUND_ENTRY) for column in (ID, REGION, POLICY)]
    assert [*cells, title(FUND_ENTRY), summary(FUND_ENTRY)] == expected


def test_an_article_without_summary_is_told_by_its_wording() -> None:
    """The text stands in for the summary that a law does not have."""
    article = Measure("a1", "第一条", text="为了促进转化，制定本条例。")
    assert summary(Entry("east.a1", EAST, article)) == "为了促进转化，制定本条例。"


def test_the_official_title_stands_with_a_translation_alone() -> None:
    """A Chinese screen has it already, and so has a record without an English title."""
    assert official("东河转化基金", "Donghe transfer fund") == "东河转化基金"
    assert official("政策台账", "") == ""
    (column,) = official_titles()
    assert [column.cell(FUND_ENTRY), column.cell(LEDGER_ENTRY)] == ["东河转化基金", ""]
    language.use("zh")
    assert official("东河转化基金", "Donghe transfer fund") == ""
    assert official_titles() == ()


def test_a_named_title_has_the_official_one_faint_under_it() -> None:
    """One cell for both, as a fact on a card needs it."""
    fund = Policy("fund", "东河转化基金", "Donghe fund")
    cell = named(fund)
    assert isinstance(cell, Text)
    assert cell.text == "Donghe fund\n东河转化基金"
    assert [cell.text[start:end] for start, end in cell.faint] == ["东河转化基金"]
    assert named(Policy("ledger", "政策台账")) == "政策台账"
    language.use("zh")
    assert named(fund) == "东河转化基金"


def test_a_title_says_that_its_record_holds_no_more() -> None:
    """A measure as its policy, unless it says otherwise of itself."""
    dead = Policy("p", "办法", "Rules", status="repealed")
    old, new = (Policy("p", "计划", in_force_until=until) for until in ("2020-05", "2999"))
    measure = Measure("m", "补贴")
    assert named(dead) == Text("Rules (repealed)\n办法", (), ((17, 19),))
    assert title(Entry("p.m", dead, measure)) == "补贴 (repealed)"
    assert title(Entry("p.m", dead, measure._replace(status="in-force"))) == "补贴"
    assert [title(Entry("p", each, each)) for each in (old, new)] == ["计划 (expired)", "计划"]


def test_listed_names_have_what_is_cited_faint() -> None:
    """Ids follow names; with an official title both go under the name."""
    cell = listed([("fund", "基金", "a.b"), ("台账", "", "a.c")])
    assert cell.text == "fund\n基金 a.b\n台账 a.c"
    assert [cell.text[start:end] for start, end in cell.faint] == ["基金 a.b", "a.c"]
    assert listed([]).text == ""
