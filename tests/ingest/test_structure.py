"""How papers are parted: counts that run on, decimal numbers, boxes, headings inside one paper."""

import pytest

from policycli.exchange.intake import drafts
from policycli.ingest.readers.text import parse
from policycli.records.model import Policy


def policies(text: str) -> list[Policy]:
    """The policies of a text whose paragraphs are parted by bars."""
    blocks = list(parse(text.replace("|", "\n")))
    return [draft.policy for draft in drafts(blocks, "paper.md")]


def locators(text: str) -> list[str]:
    """The last mark of every measure of the only policy of a text."""
    (policy,) = policies(text)
    return [measure.locator.split(" ")[-1] for measure in policy.measures]


def test_points_that_are_counted_through_are_measures() -> None:
    """1. to 5. under two parts; parts without points stay measures of their own."""
    text = (
        "# 青河市行动方案|一、目标|形成体系。|二、任务|（一）研发|1.甲。|2.乙。|"
        "（二）转化|3.丙。|4.丁。|三、保障|5.戊。"
    )
    assert locators(text) == ["一、", "1.", "2.", "3.", "4.", "5."]


def test_points_that_begin_anew_are_text() -> None:
    """They are steps of the part above."""
    text = (
        "# 青河市行动方案|一、任务|（一）研发|1.甲。|2.乙。|（二）转化|1.丙。|2.丁。|"
        "二、保障|（一）组织|1.戊。"
    )
    assert locators(text) == ["（一）", "（二）", "（一）"]


def test_numbers_go_over_a_hundred() -> None:
    """Of a long list of tasks."""
    text = "# 青河市任务|" + "|".join(f"{n}.完成任务{n}。" for n in range(1, 121))
    assert locators(text)[-1] == "120."


def test_decimal_numbers_are_parts() -> None:
    """1.1 and 2.1.1 where nothing is below them, also without a space; contents are left out."""
    text = (
        "# 青河市应急预案|目录|1 总则|1.1 目的|1.2 依据|2 机制|1 总则|1.1 目的|"
        "规范工作。|1.2 依据|有关规定。|2 机制|2.1 机构|2.1.1 领导小组|组长一人。|"
        "2.1.2办公室|设在局内。|2.2 分级|分为四级。"
    )
    assert locators(text) == ["1.1", "1.2", "2.1.1", "2.1.2", "2.2"]


def test_values_are_no_decimal_numbers() -> None:
    """A line that begins with 1.5 亿元."""
    text = "# 青河市措施|一、甲|1.5亿元用于研发。|2.5亿元用于转化。|二、乙|3.1 亿元备用。"
    assert locators(text) == ["一、", "二、"]


def test_a_box_belongs_to_what_is_above_it() -> None:
    """专栏 begins no policy and no measure."""
    text = "# 青河市创新规划|一、任务|加大投入。|# 专栏1 重大工程|建设平台。|二、保障|加强组织。"
    assert locators(text) == ["一、", "二、"]
    assert "建设平台。" in policies(text)[0].measures[0].text


@pytest.mark.parametrize(
    "text",
    [
        "# 青河市创新规划|正文。|# 发展环境|正文。|# 战略方向|正文。",
        "# 发展环境|（一）甲。|（二）乙。|# 战略方向|（三）丙。|（四）丁。",
    ],
)
def test_headings_inside_do_not_part_a_paper(text: str) -> None:
    """Under the title of a paper, or where a count goes on."""
    assert len(policies(text)) == 1


def test_points_of_a_few_parts_do_not_part_the_others() -> None:
    """A count through two of many parts leaves all of them whole."""
    parts = "|".join(f"（{n}）某项工作|推进。" for n in "一二三四五六七八")
    text = f"# 青河市规划|一、任务|{parts}|二、工程|（一）甲|1.子。|2.丑。|（二）乙|3.寅。"
    assert locators(text)[-2:] == ["（一）", "（二）"]


def test_a_title_with_a_comma_is_no_measure() -> None:
    """Where parts stand below it; a sentence there leads to them."""
    text = (
        "# 青河市规划|一、促进消费，加快提质升级|（一）甲|推进。|（二）乙|推进。|"
        "二、优化结构|到明年见效。|（三）丙|推进。|（四）丁|推进。"
    )
    (policy,) = policies(text)
    ids = ["item-1-1", "item-1-2", "preamble-2", "item-2-3", "item-2-4"]
    assert [measure.id for measure in policy.measures] == ids
    assert policy.measures[2].text == "到明年见效。"


def test_the_title_of_an_annex_begins_no_other_paper() -> None:
    """It comes again below the notice that the annex is sent with."""
    (policy,) = policies(
        "# “十四五”青河市规划|青河市人民政府关于印发|“十四五”青河市规划的通知|青政发〔2021〕3号|"
        "各局：|现印发给你们。|青河市人民政府|2021年3月4日|"
        "# “十四五”青河市规划|（一）甲|推进。|（二）乙|推进。"
    )
    assert (policy.issuers, policy.date) == (("青河市人民政府",), "2021-03-04")
    assert [measure.id for measure in policy.measures] == ["item-1", "item-2"]


@pytest.mark.parametrize(
    ("asker", "answerer"), [("问", "答"), ("青河日报记者", "李四"), ("问1", "答1")]
)
def test_questions_are_measures(asker: str, answerer: str) -> None:
    """Each with its answer, also where that counts 一是 and 二是 in paragraphs of its own."""
    (policy,) = policies(
        f"# 创新措施有关情况|{asker}：为什么要出台？|{answerer}：为了支持创新。|"
        "一是加大投入。|二是加强组织。|"
        f"{asker}：什么时候施行？|{answerer}：自公布之日起。"
    )
    found = [(m.id, m.title, m.locator) for m in policy.measures]
    assert found == [
        ("question-1", "为什么要出台？", "第1问"),
        ("question-2", "什么时候施行？", "第2问"),
    ]
    assert policy.measures[0].text.endswith("二是加强组织。")


def test_a_further_annex_counts_its_articles_again() -> None:
    """Its title stands above it, without being marked as a heading."""
    (policy,) = policies(
        "# 关于印发两个办法的通知|现印发给你们。|青河市项目办法|第一条 为项目。|第二条 施行。|"
        "附件2|青河市资金办法|第一条 为资金。|第二条 施行。"
    )
    found = [(m.locator, m.text) for m in policy.measures if not m.id.startswith("preamble")]
    assert found == [
        ("第一条", "为项目。"),
        ("第二条", "施行。"),
        ("青河市资金办法 第一条", "为资金。"),
        ("青河市资金办法 第二条", "施行。"),
    ]
    assert len({m.id for m in policy.measures}) == len(policy.measures)


def test_articles_that_nothing_parts_from_their_text_are_articles() -> None:
    """第三条项目…… is one, 第二条第一款 at the beginning of a line is not."""
    text = (
        "# 青河市办法|第一条为了规范，制定本办法。|第二条本办法适用于项目：|"
        "第一条第一款所称项目除外。|第三条项目分三类。|第四条中央资金从其规定。"
    )
    assert locators(text) == ["第一条", "第二条", "第三条", "第四条"]


def test_numbered_questions_are_measures_with_their_answers() -> None:
    """Parts inside an answer stay in it; a year behind a point is no fraction."""
    text = (
        "# 热点问答|1.2025年指标有多少？|答：一百个。|2.怎样申请？|（一）在网上。|（二）在窗口。|"
        "3.何时公布？|答：年底。"
    )
    assert locators(text) == ["1.", "2.", "3."]


def test_questions_inside_one_part_do_not_part_a_paper() -> None:
    """Where parts are counted above the first."""
    text = (
        "# 备案指引|一、对象|企业。|二、材料|合同。|三、流程|网上。|四、问答|问：收费吗？|答：不。|"
        "问：多久？|答：三天。"
    )
    assert locators(text) == ["一、", "二、", "三、", "四、"]
