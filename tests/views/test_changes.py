"""What changed, in words and as data."""

import pytest

from policycli import language
from policycli.analysis.diff import changes
from policycli.records.model import Document, Measure, Policy, Relation
from policycli.views.changes import view
from tests.views.making import FUND, LEDGER, MONEY, plain, rows

OLD = Policy("east", "东河行动", title_en="Donghe drive", themes=("转化",), measures=(FUND, LEDGER))


def lines(new: Policy | None, lang: str = "zh", old: Policy | None = OLD) -> list[str]:
    """What is said of every change, by lines."""
    language.use(lang)
    made = changes([old] if old else [], [new] if new else [])
    return [row["changed"] for row in rows(view(["a", "b"], made, None))]


def changed(measure: Measure, lang: str = "zh") -> str:
    """What is said where the fund became this measure."""
    (said,) = lines(OLD._replace(measures=(measure, LEDGER)), lang)
    return said


@pytest.mark.parametrize(
    ("measure", "zh", "en"),
    [
        (FUND._replace(lead="财政局"), "牵头：+“财政局”", "lead: +“财政局”"),
        (FUND._replace(end="supply"), "四端：“服务端” → “供给端”", "end: “service” → “supply”"),
        (
            FUND._replace(themes=("转化", "科技金融")),
            "主题：+“转化”",
            "themes: +“转化”",
        ),
        (
            FUND._replace(figures=(MONEY._replace(value=3),)),
            "基金规模：≈ 2亿元 → ≈ 3亿元 (+1亿元)",
            "基金规模: ≈ CNY 200 million → ≈ CNY 300 million (+CNY 100 million)",
        ),
        (FUND._replace(figures=()), "基金规模：−≈ 2亿元", "基金规模: −≈ CNY 200 million"),
    ],
)
def test_a_change_is_one_line_in_the_language_of_the_screen(
    measure: Measure, zh: str, en: str
) -> None:
    """The field and what it said and says; what came is +, what went is −."""
    assert (changed(measure, "zh"), changed(measure, "en")) == (zh, en)


def test_another_order_is_said() -> None:
    """Nothing came and nothing went."""
    old = OLD._replace(themes=("甲", "乙"))
    assert lines(OLD._replace(themes=("乙", "甲")), "en", old) == ["themes: another order"]


def test_long_wordings_are_cut() -> None:
    """A line shows forty characters of each wording."""
    said = changed(FUND._replace(lead="局" * 60))
    assert said == f"牵头：+“{'局' * 39}…”"


def test_documents_and_relations_are_named_in_one_line() -> None:
    """By what tells them from others."""
    new = OLD._replace(
        documents=(Document("办法", "2024", "市政府", "basis"),),
        relations=(Relation("amends", "旧办法"),),
    )
    assert lines(new) == ["文件：+“《办法》 依据 2024 市政府”\n相关：+“修改 旧办法”"]


@pytest.mark.parametrize(
    ("lang", "kind", "title"), [("zh", "立", "东河行动"), ("en", "added", "Donghe drive")]
)
def test_a_new_policy_is_one_change(lang: str, kind: str, title: str) -> None:
    """It says how many measures it brings; the official title stands under an English one."""
    language.use(lang)
    (row,) = rows(view(["a", "b"], changes([], [OLD]), None))
    assert (row["id"], row["kind"], row["title"]) == ("east", kind, title)
    assert row["changed"] == ("要点 2 条" if lang == "zh" else "measures: 2")
    assert row.get("official") == ("东河行动" if lang == "en" else None)


def test_who_repealed_a_policy_is_said() -> None:
    """With its id, which also stands in a column for CSV."""
    new = Policy("new", "新办法", relations=(Relation("repeals", "east"),))
    shown = view(["a", "b"], changes([OLD], [OLD, new]), None)
    repealed = next(row for row in rows(shown) if row["id"] == "east")
    assert (repealed["kind"], repealed["by"], repealed["changed"]) == ("repealed", "new", "by: new")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_data_is_the_same_in_every_language(lang: str) -> None:
    """Codes, old and new values as records have them."""
    language.use(lang)
    new = OLD._replace(measures=(FUND._replace(end="supply", figures=()), LEDGER))
    shown = view(["a", "b"], changes([OLD], [new]), 1)
    data = shown.data(shown.items[0])
    assert (data["kind"], data["id"], data["policy"]) == ("amended", "east.fund", "east")
    end = {"field": "end", "old": "service", "new": "supply", "words": [], "differences": []}
    assert data["fields"] == [end]
    assert [figure["new"] for figure in data["figures"]] == [None]
    assert plain(shown.columns[0].cell(shown.items[0])) == "east.fund"


def test_what_a_wording_says_otherwise_stands_beside_its_words() -> None:
    """Figures, modals and bodies, with who is stricter, below the words that changed."""
    old = FUND._replace(summary="由市科技部门应当按不低于百分之五十的比例奖励。", figures=())
    new = old._replace(summary="由市科技部门可以按不低于百分之三十的比例奖励。")
    policy = OLD._replace(measures=(old, LEDGER))
    (said,) = lines(policy._replace(measures=(new, LEDGER)), "zh", policy)
    words, *differences = said.splitlines()
    assert words == "摘要：“应当” → “可以”；“五” → “三”"
    assert differences[0].endswith("：百分之五十 → 百分之三十（更宽）")
    assert differences[1] == "情态：“应当” → “可以”（更宽）"


def test_a_moved_article_names_its_former_number() -> None:
    """Its number is said once, with the id that it had."""
    first = Measure("a1", "第一条", "", text="供水企业应当每季度检测一次水质。")
    new = Measure("a2", "第二条", "", text=first.text)
    old, later = (Policy("law", "供水条例", measures=(m,)) for m in (first, new))

    assert lines(later, "zh", old) == ["原为：第一条 [law.a1]"]
    assert lines(later, "en", old) == ["formerly: 第一条 [law.a1]"]
