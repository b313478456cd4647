"""What changed between two states of a catalogue: 立、改、废、释."""

from policycli.analysis.diff import ChangedField, Moved, changes
from policycli.analysis.links import links
from policycli.analysis.wording import changed_words
from policycli.records.model import Document, Figure, Measure, Policy, Relation

FUND = Figure("基金规模", 3694, "万元", period="2023")
FIRMS = Figure("支持企业", 50, "家")
MEASURE = Measure("m", "基金", "设立3694万元基金", figures=(FUND, FIRMS))
POLICY = Policy("a", "青山行动", themes=("转化", "金融"), measures=(MEASURE,))


def kinds(old: list[Policy], new: list[Policy]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Kind, id and cause of every change."""
    return [(change.kind, change.id, change.by) for change in changes(old, new)]


def test_the_same_is_no_change() -> None:
    """Nor is another order of policies or measures."""
    two = Measure("n", "台账", "清单")
    old = [POLICY._replace(measures=(MEASURE, two)), Policy("b", "乙")]
    new = [Policy("b", "乙"), POLICY._replace(measures=(two, MEASURE))]
    assert changes(old, new) == []


def test_policies_and_measures_come_and_go() -> None:
    """A policy comes or goes with its measures, as one change; all in the order of 立改废."""
    old = [POLICY, Policy("b", "乙", measures=(MEASURE,))]
    new = [POLICY._replace(measures=(Measure("n", "台账", "清单"),)), Policy("c", "丙")]
    assert kinds(old, new) == [
        ("added", "a.n", ()),
        ("added", "c", ()),
        ("repealed", "a.m", ()),
        ("repealed", "b", ()),
    ]
    assert all(change.whole for change in changes(old, new))


def test_a_change_of_wording_tells_its_words() -> None:
    """Field by field; texts with the words that changed, lists and codes with both values."""
    changed = MEASURE._replace(summary="设立4000万元基金", end="service")
    new = POLICY._replace(themes=("转化", "人才"), measures=(changed,))
    policy, measure = changes([POLICY], [new])
    assert policy.fields == (ChangedField("themes", ("转化", "金融"), ("转化", "人才")),)
    words, end = measure.fields
    assert (words.field, words.words) == ("summary", (("3694", "4000"),))
    assert [(each.kind, each.said) for each in words.differences] == [
        ("figure", ("3694万元", "4000万元"))
    ]
    assert end == ChangedField("end", "", "service")


def test_figures_that_moved_have_their_difference() -> None:
    """Exact as decimals; none where the unit is another or a figure came or went."""
    new = (
        Figure("基金规模", 3694.1, "万元", period="2024"),
        Figure("支持企业", 1, "百家"),
        Figure("人数", 7, "人"),
    )
    gone = Figure("投出比例", 92.6, "%")
    old = MEASURE._replace(figures=(*MEASURE.figures, gone))
    (change,) = changes(
        [POLICY._replace(measures=(old,))],
        [POLICY._replace(measures=(MEASURE._replace(figures=new),))],
    )
    assert change.figures == (
        Moved(FUND, new[0], 0.1),
        Moved(FIRMS, new[1], None),
        Moved(None, new[2], None),
        Moved(gone, None, None),
    )


def test_two_figures_of_one_indicator_keep_their_periods() -> None:
    """A figure is compared with the one it has most in common with."""
    old = tuple(
        Figure("经费", value, "万元", period=year) for value, year in ((1, "22"), (2, "23"))
    )
    new = (old[1]._replace(value=5), old[0]._replace(value=4))
    (change,) = changes(
        [POLICY._replace(measures=(MEASURE._replace(figures=old),))],
        [POLICY._replace(measures=(MEASURE._replace(figures=new),))],
    )
    assert change.figures == (Moved(old[1], new[0], 3), Moved(old[0], new[1], 3))


def test_a_status_or_another_policy_repeals() -> None:
    """废 is a new status, or a policy that says it repeals; 释 one that says it interprets."""
    gone = POLICY._replace(status="repealed")
    assert kinds([POLICY], [gone]) == [("repealed", "a", ())]
    for relation, kind in (
        ("repeals", "repealed"),
        ("amends", "amended"),
        ("interprets", "explained"),
    ):
        by = Policy("b", "乙", relations=(Relation(relation, "青山行动"),))  # type: ignore[arg-type]
        assert sorted(kinds([POLICY], [POLICY, by])) == sorted(
            [("added", "b", ()), (kind, "a", ("b",))]
        )
    by = Policy("b", "乙", relations=(Relation("repeals", "a"),))
    assert kinds([POLICY, by], [POLICY, by]) == []
    assert ("repealed", "a", ("b",)) in kinds([POLICY], [POLICY._replace(summary="新"), by])


def test_links_find_their_target_by_id_and_title() -> None:
    """Also with 《》, and by the role of a document; an unclear title is no link."""
    old, other = Policy("old", "条例"), Policy("other", "办法")
    new = Policy(
        "new",
        "条例",
        relations=(Relation("repeals", "《条例》"), Relation("amends", "other")),
        documents=(Document("办法", role="repealed"), Document("没有的", role="repealed")),
    )
    assert [(link.type, link.target.id) for link in links([old, other, new])] == [
        ("repeals", "old"),
        ("amends", "other"),
        ("repeals", "other"),
    ]
    third = Policy("third", "条例")
    assert "repeals" not in {link.type for link in links([old, third, new])}


def test_words_are_whole_numbers_and_latin_words() -> None:
    """Characters of Chinese change one by one, and near changes read as one."""
    assert changed_words("超过50家", "超过150家") == (("50", "150"),)
    assert changed_words("the old law", "the new law") == (("old", "new"),)
    assert changed_words("负责梳理", "负责梳理更新") == (("", "更新"),)
    assert changed_words("省科技厅牵头", "省财政厅牵头") == (("科技", "财政"),)
    assert changed_words("甲乙丙", "丁乙戊") == (("甲乙丙", "丁乙戊"),)


def test_long_texts_are_compared_in_bounded_time() -> None:
    """What lies between the first and the last change is told as one where it is too much."""
    text = "".join(map(chr, range(0x4E00, 0x9000)))
    assert changed_words(text, text.replace("乙", "改")) == (("乙", "改"),)
    old, new = "甲" * 30_000, "乙" * 30_000
    assert changed_words(f"前{old}后", f"前{new}后") == ((old, new),)


def edition(*texts: str) -> list[Policy]:
    """A rule of which every article is called by its number."""
    numbers = "一二三四五六七八九"
    articles = (
        Measure(f"a{n}", f"第{numbers[n - 1]}条", "", text=t) for n, t in enumerate(texts, 1)
    )
    return [Policy("law", "供水条例", measures=tuple(articles))]


QUALITY = "供水企业应当每季度检测一次水质，并公布结果。"
PAYING = "用户应当自收到通知之日起三十日内缴纳水费。"
REPAIRS = "因施工停止供水的，应当提前二十四小时通知居民。"
PLANS = "县级以上人民政府编制节约用水规划。"


def test_articles_keep_their_past_where_their_numbers_moved() -> None:
    """An article put in before others is all that is new; a moved one tells what else changed."""
    new = edition(QUALITY, PLANS, PAYING, REPAIRS.replace("二十四", "四十八"))
    found = changes(edition(QUALITY, PAYING, REPAIRS), new)

    assert [(change.kind, change.id, change.was) for change in found] == [
        ("added", "law.a2", ""),
        ("amended", "law.a4", "law.a3"),
        ("moved", "law.a3", "law.a2"),
    ]
    assert [field.field for field in found[1].fields] == ["title", "text"]


def test_a_number_that_another_article_took_is_repealed_all_the_same() -> None:
    """The article that went is told beside the one that has its number now."""
    found = changes(edition(QUALITY, PLANS, PAYING), edition(QUALITY, PAYING))

    assert [(change.kind, change.id, change.was) for change in found] == [
        ("repealed", "law.a2", ""),
        ("moved", "law.a2", "law.a3"),
    ]


def test_an_article_written_anew_in_its_place_is_amended() -> None:
    """Where no number moved, an article in quite other words is still the one of that number."""
    found = changes(edition(QUALITY, PLANS, PAYING), edition(QUALITY, REPAIRS, PAYING))

    assert [(change.kind, change.id) for change in found] == [("amended", "law.a2")]


def test_measures_with_names_are_known_by_their_ids() -> None:
    """What has an id for ever is another measure under another id, however alike."""
    new = POLICY._replace(measures=(MEASURE._replace(id="n"),))

    assert kinds([POLICY], [new]) == [("added", "a.n", ()), ("repealed", "a.m", ())]
