"""Papers that nobody tuned this to: what the drafts of a 通知 with a 办法, and of a 意见, hold."""

from collections.abc import Callable

import pytest

from policycli.exchange.intake import drafts
from policycli.ingest.extract.draft import Draft
from policycli.ingest.readers.text import parse
from policycli.records.model import Region, Relation

Taken = Callable[[str], Draft]


def test_a_notice_has_its_head(taken: Taken) -> None:
    """Title over two lines, issuer, number, dates, and what it issues and repeals."""
    policy = taken("notice.txt").policy
    assert policy.title == "青河省人民政府办公厅关于印发《青河省科技成果转化促进办法》的通知"
    assert policy.id == "qingzhengbanfa-2024-17"
    assert policy.issuers == ("青河省人民政府办公厅",)
    assert (policy.doc_number, policy.date) == ("青政办发〔2024〕17号", "2024-03-18")
    assert (policy.in_force_from, policy.in_force_until) == ("2024-05-01", "2029-04-30")
    roles = {document.title: document.role for document in policy.documents}
    assert roles == {
        "青河省科技成果转化促进办法": "issued",
        "青河省科技成果转化暂行办法": "repealed",
    }
    assert policy.relations == (
        Relation("repeals", "青河省科技成果转化暂行办法"),
        Relation("based_on", "中华人民共和国促进科技成果转化法"),
        Relation("based_on", "青河省科学技术进步条例"),
    )


def test_articles_are_measures(taken: Taken) -> None:
    """With chapter and number, all their paragraphs, and without what is only cited."""
    measures = {measure.id: measure for measure in taken("notice.txt").policy.measures}
    assert list(measures) == [
        "preamble",
        "article-1",
        "article-2",
        "article-2-1",
        "article-3",
        "article-4",
        "article-5",
        "article-6",
    ]
    assert measures["article-2-1"].text == "依照\n第五条规定获得奖励的，不适用前款规定。"
    assert measures["article-3"].locator == "第二章 经费与奖励 第三条"
    assert measures["article-3"].text.endswith("\n项目承担单位应当在三十日内报送材料。")
    assert "（二）以作价投资方式实施的" in measures["article-4"].text


def test_numbered_parts_are_measures(taken: Taken) -> None:
    """（一） under 一、 with 1. inside; titles without text are measures too."""
    measures = taken("opinions.txt").policy.measures
    assert [(m.locator, m.title) for m in measures] == [
        ("", "前言"),
        ("一、 （一）", "指导思想"),
        ("一、 （二）", "主要目标"),
        ("二、 （三）", "建设高能级平台"),
        ("二、 （四）", "引进培育人才"),
        ("三、 （五）", "加强组织领导"),
        ("三、 （六）", "加大投入"),
    ]
    assert "1. 布局建设概念验证中心" in measures[3].text


def test_who_is_responsible(taken: Taken) -> None:
    """Who leads stands first in 责任单位, which is marked, or before 牵头."""
    draft = taken("opinions.txt")
    platforms, talent = draft.policy.measures[3:5]
    assert (platforms.lead, platforms.partners) == ("市科技局", ("市发展改革委", "市财政局"))
    assert (talent.lead, talent.partners) == ("市人才办", ("市科技局", "市教育局"))
    assert [check.measure for check in draft.checks if check.key == "lead"] == [platforms.id]


def test_joint_issuers_and_a_date_under_the_title(taken: Taken) -> None:
    """Two bodies before 关于, and the date in brackets."""
    policy = taken("opinions.txt").policy
    assert policy.issuers == ("中共云溪市委", "云溪市人民政府")
    assert policy.date == "2023-11-06"


@pytest.mark.parametrize(
    ("title", "region", "level"),
    [
        ("铜陵市人民政府关于加快发展的意见", Region("340700", "铜陵市"), "市级"),
        ("湖北潜江：强化创新驱动", Region("429005", "潜江市"), "市级"),
        ("上海市浦东新区关于支持创新的办法", Region("310115", "浦东新区"), "县级"),
        ("市中区关于支持创新的办法", None, ""),
        ("国务院关于印发规划的通知", None, "国家级"),
    ],
)
def test_the_place_has_its_code(title: str, region: Region | None, level: str) -> None:
    """GB/T 2260, where the name can only mean one division."""
    (draft,) = drafts(list(parse(f"# {title}\n\n一、加大投入。\n二、加强组织。")), "x.md")
    assert (draft.policy.region, draft.policy.level) == (region, level)


def test_what_is_not_found_is_marked() -> None:
    """Nothing is guessed silently."""
    (draft,) = drafts(list(parse("# 某项工作\n\n大力推进有关工作的开展。")), "x.md")
    keys = {check.key for check in draft.checks}
    assert {"issuers", "date", "region"} <= keys
    assert (draft.policy.issuers, draft.policy.date, draft.policy.region) == ((), "", None)


def test_the_date_may_be_told() -> None:
    """今年 is then of that year."""
    text = "# 某市通报\n\n今年，投入3亿元专项资金。"
    (draft,) = drafts(list(parse(text)), "x.md", "2022-11")
    assert draft.policy.date == "2022-11"
    assert draft.policy.measures[0].figures[0].period == "2022"


def test_relations_of_a_title() -> None:
    """Forwarding and explaining are told by the title."""
    for title, kind in (
        ("某市转发《甲通知》的通知", "forwards"),
        ("《甲办法》政策解读", "interprets"),
    ):
        (draft,) = drafts(list(parse(f"# {title}\n\n现将有关事项说明。")), "x.md")
        assert [relation.type for relation in draft.policy.relations] == [kind]


def test_a_bulletin_is_parted() -> None:
    """At headings of level 1; two empty lines make one in plain text."""
    for text in (
        "# 甲市加快转化\n正文。\n# 乙市建设平台\n正文。",
        "\n\n甲市加快转化\n\n正文。\n\n\n乙市建设平台\n\n正文。",
    ):
        assert [d.policy.title for d in drafts(list(parse(text)), "x")] == [
            "甲市加快转化",
            "乙市建设平台",
        ]


@pytest.mark.parametrize(
    "text",
    [
        "# 某市办法\n正文。\n# 总体要求\n正文。\n# 保障措施\n正文。",
        "# 一、甲\n正文。\n# 二、乙\n正文。",
        "# 第一章 总则\n第一条　甲。\n# 第二章 附则\n第二条　乙。",
    ],
)
def test_sections_of_one_paper_stay_together(text: str) -> None:
    """Numbered headings and those called 总体要求 are no policies of their own."""
    assert len(drafts(list(parse(text)), "x.md")) == 1


def test_firstly_secondly_part_a_paragraph() -> None:
    """一是…二是… inside a paragraph are measures, and what leads to them is one."""
    text = "# 某省机制\n\n建立协调机制。一是建立台账。牵头梳理。二是开展评价。三是解决问题。"
    (draft,) = drafts(list(parse(text)), "x.md")
    assert [(m.locator, m.title) for m in draft.policy.measures] == [
        ("第1段", "建立协调机制"),
        ("第1段 一是", "建立台账"),
        ("第1段 二是", "开展评价"),
        ("第1段 三是", "解决问题"),
    ]
