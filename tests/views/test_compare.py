"""Policies side by side."""

import pytest

from policycli import language
from policycli.analysis.compare import compare
from policycli.records.model import Entry, Policy
from policycli.views import compare as views
from policycli.views.model import Section, Text, View
from tests.views.making import EAST, FUND, LEDGER, MONEY, WEST, plain, rows

BY_EAST = EAST._replace(measures=(FUND,))
BY_WEST = WEST._replace(
    measures=(FUND._replace(title_en="", figures=(MONEY._replace(value=3),)), LEDGER)
)


def compared(*, explain: bool = False) -> View[views.Item]:
    """Both policies side by side."""
    entries = [Entry(policy.id, policy, policy) for policy in (BY_EAST, BY_WEST)]
    return views.view(compare(entries), explain=explain)


def test_each_policy_has_a_column() -> None:
    """Rows stand under their end, name what they are about, and list measures with their ids."""
    language.use("zh")
    view = compared()
    assert [column.title for column in view.columns[-3:-1]] == ["东河", "西山"]
    both, only, shared, numbers = rows(view)
    assert (both["group"], both["kind"]) == ("服务端", "科技金融 · PI013 股权融资")
    assert (both["east"], both["west"]) == ("东河转化基金 east.fund", "东河转化基金 west.fund")
    assert (only["kind"], only["east"], only["west"]) == (
        "PI023 信息与数据（仅西山）",
        "",
        "政策台账 west.ledger",
    )
    assert (shared["group"], shared["kind"]) == ("共有的政策工具", "PI013 股权融资")
    assert (numbers["group"], numbers["kind"]) == ("共有的指标", "基金规模")
    assert (numbers["east"], numbers["west"]) == (
        "≈ 2亿元 基金规模 east.fund",
        "≈ 3亿元 基金规模 west.fund",
    )


def test_an_official_title_stands_under_an_english_one() -> None:
    """On an English screen, faint, with the id."""
    cell = compared().columns[-3].cell(compared().items[0])
    assert cell == Text("Donghe transfer fund\n东河转化基金 east.fund", (), ((21, 37),))


def test_two_policies_of_one_region_are_told_by_their_titles() -> None:
    """The name of the region says nothing then."""
    twin = Policy("twin", "东河市第二办法", region=EAST.region, measures=(LEDGER,))
    view = views.view(compare([Entry(p.id, p, p) for p in (BY_EAST, twin)]))
    assert [column.title for column in view.columns[-3:-1]] == [
        "Donghe's transfer drive",
        "东河市第二办法",
    ]


@pytest.mark.parametrize("explain", [False, True])
def test_reasons_are_notes_where_they_are_asked_for(explain: bool) -> None:
    """Else they are for CSV; the words are the same."""
    view = compared(explain=explain)
    column = next(column for column in view.columns if column.key == "reasons")
    assert column.kind == ("note" if explain else "detail")
    words = plain(column.cell(view.items[0]))
    assert words.startswith("east.fund and west.fund: the same instrument PI013; themes ")


def test_every_measure_has_a_line_of_its_own() -> None:
    """Plain output has the id first and one fact in a column."""
    language.use("zh")
    flat = compared().flat
    assert isinstance(flat, Section)
    first, *others = rows(flat)
    assert first == {
        "id": "east.fund",
        "policy": "东河",
        "group": "服务端",
        "theme": "科技金融",
        "instrument": "PI013",
        "title": "东河转化基金",
        "value": "",
    }
    assert [row["id"] for row in others] == [
        *("west.fund", "west.ledger", "east.fund", "west.fund", "east.fund", "west.fund"),
    ]
    assert (others[-1]["title"], others[-1]["value"]) == ("基金规模", "≈ 3亿元")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_data_has_every_key_on_every_row(lang: str) -> None:
    """Codes and records, whatever the screen speaks."""
    language.use(lang)
    view = compared()
    results = [view.data(item) for item in view.items]
    assert [result["part"] for result in results] == [
        *("measures", "measures", "instruments", "figures"),
    ]
    assert len({tuple(result) for result in results}) == 1
    assert (results[0]["group"], results[1]["only"]) == ("service", "west")
    assert results[0]["sides"]["east"] == [
        {"id": "east.fund", "title": "东河转化基金", "title_en": "Donghe transfer fund"}
    ]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "期限 · 台账：东河 三十日、西山 十日（更严）"),
        ("en", "deadline · 台账: Donghe 三十日, Xishan 十日 (stricter)"),
    ],
)
def test_what_measures_of_one_kind_say_otherwise_stands_beside_them(lang: str, said: str) -> None:
    """What is measured, the value of each side and who is stricter, in both languages."""
    language.use(lang)
    text = "市科技部门应当建立政策台账，台账在三十日内公布。"
    sides = [
        EAST._replace(measures=(LEDGER._replace(text=text),)),
        WEST._replace(measures=(LEDGER._replace(text=text.replace("三十", "十")),)),
    ]
    view = views.view(compare([Entry(p.id, p, p) for p in sides]))
    assert rows(view)[0]["differences"] == said
    (data, *_instruments) = map(view.data, view.items)
    assert data["differences"][0]["ids"] == ["east.ledger", "west.ledger"]
    assert data["differences"][0]["values"] == [30, 10]
