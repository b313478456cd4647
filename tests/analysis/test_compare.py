"""Which measures are of one kind, and what policies share."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycli.analysis.compare import Comparison, compare
from policycli.analysis.grouping import kinds
from policycli.analysis.likeness import bigrams, common, likeness, without_place
from policycli.errors import UsageError
from policycli.records.model import Entry, Measure, Policy, Region

Twins = list[Entry[Policy]]


def rows(compared: Comparison) -> list[tuple[str, str, list[list[str]]]]:
    """Every row as group, theme and the ids of its sides."""
    return [
        (row.group, row.theme, [[e.id.partition(".")[2] for e in side] for side in row.sides])
        for row in compared.rows
    ]


def test_measures_of_one_kind_share_a_row(twins: Twins) -> None:
    """Two funds with one instrument and theme stand together, what one has alone by itself."""
    assert rows(compare(twins[:2])) == [
        ("service", "科技金融", [["fund"], ["capital"]]),
        ("demand", "企业培育", [["smes"], []]),
        ("environment", "科技伦理", [[], ["committee"]]),
    ]


def test_what_one_has_alone_is_named(twins: Twins) -> None:
    """A row knows the only policy that has something in it."""
    assert [row.only for row in compare(twins[:2]).rows] == ["", "donghe", "nanshan"]


def test_a_reason_says_what_is_shared(twins: Twins) -> None:
    """Instrument, themes and words that both have, without the names of their regions."""
    (reason,) = compare(twins[:2]).rows[0].reasons
    assert reason.ids == ("donghe.fund", "nanshan.capital")
    assert (reason.instrument, reason.themes, reason.words) == (
        "PI013",
        ("科技金融",),
        ("投资基金",),
    )
    # 0.35 for the instrument, 0.30 for the theme, and wording above what measures of one kind need
    assert reason.score == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("instrument", ["PI013", "PI027", "PI033"]),
        ("theme", ["企业培育", "科技伦理", "科技金融"]),
    ],
)
def test_rows_are_grouped_as_asked(twins: Twins, by: str, groups: list[str]) -> None:
    """By instrument or theme the same kinds stand under other headings."""
    assert [row.group for row in compare(twins[:2], by).rows] == groups  # type: ignore[arg-type]


def test_shared_instruments_and_figures(twins: Twins) -> None:
    """PI013 is used by both, and both say how large their fund is."""
    compared = compare(twins[:2])
    assert [shared.instrument for shared in compared.instruments] == ["PI013"]
    (numbers,) = compared.figures
    assert (numbers.indicator, numbers.kind) == ("基金规模", "budget")
    assert [[e.record.value for e in side] for side in numbers.sides] == [[2], [5000]]


def test_a_policy_without_measures_has_an_empty_side(twins: Twins) -> None:
    """Beiling has nothing; two policies without measures have no rows at all."""
    assert [row.only for row in compare(twins[1:]).rows] == ["nanshan", "nanshan"]
    empty = Entry("x", Policy("x", "无"), Policy("x", "无"))
    assert compare([twins[2], empty]).rows == ()


def test_a_second_measure_joins_the_row_it_is_like() -> None:
    """Two talent measures of one policy stand in one cell beside that of the other."""
    one, other = Policy("a", "甲"), Policy("b", "乙")
    talent = Measure("x", "人才引进", end="environment", instrument="PI011", themes=("人才",))
    sides = [
        one._replace(measures=(talent, talent._replace(id="y", title="人才培养"))),
        other._replace(measures=(talent,)),
    ]
    (row,) = compare([Entry(p.id, p._replace(measures=()), p) for p in sides]).rows
    assert [[e.id for e in side] for side in row.sides] == [["a.x", "a.y"], ["b.x"]]
    assert len(row.reasons) == 2


def test_measures_of_other_ends_are_of_other_kinds() -> None:
    """The same words on the supply and on the demand end stand in two rows."""
    measure = Measure("x", "平台", end="supply", instrument="PI022", themes=("平台",))
    other = measure._replace(end="demand")
    entries = [
        Entry(i, Policy(i, i), Policy(i, i, measures=(m,)))
        for i, m in (("a", measure), ("b", other))
    ]
    assert len(compare(entries).rows) == 2
    assert len(compare(entries, "theme").rows) == 1


def test_wording_alone_counts_where_nothing_else_is_given() -> None:
    """Articles of laws have neither instrument nor theme: much the same title is one kind."""
    titles = ("科技伦理委员会", "科技伦理审查委员会", "附则")
    laws = [
        Policy(name, name, measures=(Measure("x", title),))
        for name, title in zip("abc", titles, strict=True)
    ]
    compared = compare([Entry(law.id, law._replace(measures=()), law) for law in laws])
    assert [[len(side) for side in row.sides] for row in compared.rows] == [[1, 1, 0], [0, 0, 1]]


def test_articles_are_likened_by_what_they_say() -> None:
    """第一条 of one law is not 第一条 of another; what says the same is of one kind."""
    funds = "县级以上人民政府应当设立科技成果转化基金，支持中小企业。"
    texts = {
        "old": {"第一条": "为了规范科技活动，制定本条例。", "第二条": funds},
        "new": {"第一条": funds.replace("支持", "扶持"), "第二条": "本条例自公布之日起施行。"},
    }
    laws = [
        Policy(name, name, measures=tuple(Measure(at, at, text=t) for at, t in articles.items()))
        for name, articles in texts.items()
    ]
    compared = compare([Entry(law.id, law._replace(measures=()), law) for law in laws])
    both = [row for row in compared.rows if not row.only]
    assert [[e.id for e in side] for row in both for side in row.sides] == [
        ["old.第二条"],
        ["new.第一条"],
    ]


def test_rare_words_make_articles_of_one_kind() -> None:
    """What all articles say tells nothing: the same matter in other words is found by the rest."""
    texts = {
        "law": {
            "第一条": "县级以上人民政府应当加强献血工作的领导，把献血工作纳入规划。",
            "第二条": "血站采集血液必须由具有采血资格的医务人员进行，一次性采血器材用后必须销毁。",
            "第三条": "县级以上人民政府应当加强献血工作的宣传，对献血工作给予奖励。",
        },
        "rule": {
            "第一条": "血站应当使用一次性采血器材，用后依法销毁；采血人员应当具有相应资格。",
            "第二条": "县级以上人民政府应当把献血工作的经费列入预算。",
        },
    }
    laws = [
        Policy(name, name, measures=tuple(Measure(at, at, text=t) for at, t in articles.items()))
        for name, articles in texts.items()
    ]
    compared = compare([Entry(law.id, law._replace(measures=()), law) for law in laws])
    pairs = [reason.ids for row in compared.rows for reason in row.reasons]
    assert ("law.第二条", "rule.第一条") in pairs


def test_measures_of_one_kind_have_their_differences() -> None:
    """Figures and modals, with the ids of both measures in the order of the policies."""
    text = "转化收益中用于奖励的比例应当不低于百分之五十，由完成单位在三十日内兑现。"
    laws = [
        Policy(name, name, measures=(Measure("x", "第一条", text=said),))
        for name, said in (("a", text), ("b", text.replace("五十", "七十").replace("三十", "十")))
    ]
    (row,) = compare([Entry(law.id, law._replace(measures=()), law) for law in laws]).rows
    assert [
        (each.ids, each.difference.kind, each.difference.values) for each in row.differences
    ] == [(("a.x", "b.x"), "figure", (50, 70)), (("a.x", "b.x"), "deadline", (30, 10))]


@given(
    st.lists(
        st.builds(
            Measure,
            id=st.just("x"),
            title=st.text("科技成果转化基金", max_size=9),
            themes=st.lists(st.sampled_from(["金融", "平台"]), unique=True).map(tuple),
            instrument=st.sampled_from(["", "", "PI013", "PI022"]),
        ),
        max_size=8,
    )
)
def test_pairs_that_are_not_looked_at_are_of_no_kind(drawn: list[Measure]) -> None:
    """Leaving out pairs that have nothing rare in common changes nothing."""
    entries = [
        Entry(f"{'ab'[at % 2]}.{at}", Policy("ab"[at % 2], "甲"), measure)
        for at, measure in enumerate(drawn)
    ]

    def everyone(texts: list[Any], *_known: Any) -> Iterator[tuple[Any, ...]]:
        pairs = combinations(texts, 2)
        return (pair for pair in pairs if pair[0].entry.policy != pair[1].entry.policy)

    with patch("policycli.analysis.grouping._pairs", everyone):
        every = kinds(entries)
    assert kinds(entries) == every


@pytest.mark.parametrize(
    ("which", "said"),
    [
        ([0], "two to six policies, not 1"),
        ([0, 1, 0], "donghe is given twice"),
        ([0] * 7, "not 7"),
    ],
)
def test_what_cannot_be_compared_is_told(twins: Twins, which: list[int], said: str) -> None:
    """One policy, the same twice, or more than six are a mistake in the call."""
    with pytest.raises(UsageError, match=said):
        compare([twins[at] for at in which])


def test_likeness_is_of_bigrams() -> None:
    """成果转化 and 成果推广 share one pair of three each; letters alone do not count."""
    assert likeness(bigrams(["成果转化"]), bigrams(["成果推广"])) == pytest.approx(1 / 3)
    assert likeness(bigrams(["SME"]), bigrams(["SME"])) == 0


def test_common_words_are_whole() -> None:
    """The longest shared pieces come first; English counts as whole words only."""
    one, other = ["科技型中小企业评价", "patent"], ["入库科技型中小企业", "pat"]
    assert common(one, other) == ("科技型中小企业",)
    assert common(["SME"], ["SME"]) == ("SME",)


def test_a_place_says_nothing_of_its_measures() -> None:
    """The region's own name is left out of what is compared."""
    region = Region("340700", "铜陵市")
    assert without_place("铜陵市“产业人才8条”", region) == "“产业人才8条”"
    assert without_place("铜陵", None) == "铜陵"
