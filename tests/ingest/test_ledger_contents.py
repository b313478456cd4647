"""Columns of ledgers whose headings are not known, and what their cells say of them."""

from pathlib import Path

import pytest

from policycli.exchange.intake import Taken, drafts, take
from policycli.ingest.extract.ledgers.cells import deadline, items, placed, responsible
from policycli.ingest.extract.ledgers.column import Asked
from policycli.ingest.extract.ledgers.headings import heading as meaning
from policycli.ingest.readers.blocks import Block, paragraph, table
from policycli.ingest.readers.read import read
from policycli.records.model import Measure, Policy

Rows = list[list[str]]


def taken(rows: Rows, asked: Asked | None = None) -> Taken:
    """What is taken of a workbook of one sheet."""
    block = Block("sheet", "Sheet1", 0, tuple(map(tuple, rows)))
    return take([block], "台账.xlsx", asked=asked or {})


def policies(rows: Rows) -> list[Policy]:
    """The policies of such a workbook."""
    return [draft.policy for draft in taken(rows).drafts]


def measures(rows: Rows) -> tuple[Measure, ...]:
    """The measures of its only policy."""
    (policy,) = policies(rows)
    return policy.measures


def test_beside_numbers_of_papers_the_first_names_are_their_titles() -> None:
    """Whatever the heading is; this is told as a guess."""
    found = taken(
        [
            ["序号", "清单项", "文号", "发文机关"],
            ["1", "电子证照怎么领？一次说清", "青数〔2024〕1号", "青河市数据局"],
            ["2", "青河市创业担保贷款问答", "青人社〔2024〕2号", "青河市人社局"],
        ]
    )
    titles = [draft.policy.title for draft in found.drafts]
    assert titles == ["电子证照怎么领？一次说清", "青河市创业担保贷款问答"]
    assert [(g.column, g.key) for g in found.guessed] == [("清单项", "policy.title")]


@pytest.mark.parametrize("heading", ["法规标题", "文档标题", "文件"])
def test_titles_stand_under_many_headings(heading: str) -> None:
    """Known by themselves, or by the word they end with."""
    (policy,) = policies([[heading, "文号"], ["青河市科学技术奖励办法", "青政〔2024〕1号"]])
    assert (policy.title, policy.doc_number) == ("青河市科学技术奖励办法", "青政〔2024〕1号")


def test_a_meeting_is_no_policy() -> None:
    """A table of tasks whose source is a meeting is of its own title."""
    rows = [
        ["青河区重点督办事项台账"],
        ["任务来源", "交办事项", "交办内容", "责任单位"],
        ["区政府第32次常务会议", "孵化器扩容", "新增孵化面积3万平方米。", "区科技局"],
        ["区长专题会", "开放场景", "发布场景清单。", "区数据局"],
    ]
    (policy,) = policies(rows)
    assert policy.title == "青河区重点督办事项台账"
    assert [each.title for each in policy.measures] == ["孵化器扩容", "开放场景"]


def test_the_place_in_a_paper_is_not_of_its_title() -> None:
    """《某办法》（文号）第三条 is two keys."""
    rows = [
        ["兑现事项", "政策依据", "兑现标准"],
        ["高企奖励", "《青河区高企办法》（青区政办〔2024〕18号）第三条", "奖励25万元。"],
    ]
    (policy,) = policies(rows)
    assert (policy.title, policy.doc_number) == ("青河区高企办法", "青区政办〔2024〕18号")
    assert policy.measures[0].locator == "第三条"
    assert placed("青河市第三条渠道管理办法") == ("青河市第三条渠道管理办法", "")


@pytest.mark.parametrize(
    ("heading", "cells", "lead"),
    [
        ("责任股室", ["农社股", "高新股"], "农社股"),
        ("执行者", ["市科技局、市财政局", "各县政府"], "市科技局、市财政局"),
        ("批准部门", ["市科技局", "市财政局"], ""),
        ("填报人", ["市科技局", "张某"], ""),
        ("计费单位", ["元/件", "元/次"], ""),
    ],
)
def test_a_column_of_bodies_says_who_does_it(heading: str, cells: list[str], lead: str) -> None:
    """But not those who only approve or write."""
    rows = [
        ["青河市2025年科技攻坚任务表"],
        ["任务", "内容", heading],
        *([f"任务{n}", "建设中试平台。", cell] for n, cell in enumerate(cells)),
    ]
    assert measures(rows)[0].lead == lead


def test_a_column_of_days_is_that_of_deadlines() -> None:
    """Where it is about time, and not about the day on which the task was given."""
    rows = [
        ["青河市2025年科技攻坚任务表"],
        ["交办日", "任务", "内容", "牵头单位", "时间点"],
        ["2025-01-03", "扩容", "建设中试平台。", "市科技局", "2025年三季度末"],
        ["2025-01-03", "提质", "培育龙头企业。", "市工信局", "长期"],
    ]
    assert [each.deadline for each in measures(rows)] == ["2025-09-30", "长期"]


def test_a_column_that_is_left_out_is_not_guessed() -> None:
    """--map 执行者= stands before what its cells look like."""
    rows = [["任务", "内容", "执行者"], ["扩容", "建设中试平台。", "市科技局"]]
    found = taken([["青河市任务表"], *rows], {"执行者": ""})
    assert found.drafts[0].policy.measures[0].lead == ""
    assert not found.left


def test_what_says_most_is_the_wording_of_tasks_that_only_have_names() -> None:
    """主抓手 is no known heading; the names on its left stay the title."""
    rows = [
        ["重点方向", "主抓手", "牵头单位"],
        ["人才引育", "实施产业领军人才专项，引进领军人才20名", "市人社局"],
    ]
    (measure,) = measures([["青河市2025年科技工作要点任务分解表"], *rows])
    assert (measure.title, measure.text) == ("人才引育", "实施产业领军人才专项，引进领军人才20名")


def test_targets_by_place_are_figures_of_the_place() -> None:
    """Over each column stands what is counted, in which unit, and when; a sum is no place."""
    rows = [
        ["青河市高新产业目标分解表"] * 3,
        ["县（市、区）", "高新技术企业数（家）", "高新技术企业数（家）", "成交额（亿元）"],
        ["县（市、区）", "2025年", "2026年", "2026年"],
        ["江北区", "320", "360", "52"],
        ["合计", "320", "360", "52"],
    ]
    (measure,) = measures(rows)
    assert [(f.indicator, f.value, f.unit, f.period) for f in measure.figures] == [
        ("江北区 高新技术企业数", 320, "家", "2025"),
        ("江北区 高新技术企业数", 360, "家", "2026"),
        ("江北区 成交额", 52, "亿元", "2026"),
    ]


def test_targets_in_a_paper_are_a_measure_each() -> None:
    """Where nothing else stands in the table; the line that names it is no measure."""
    blocks = [
        paragraph("青河市产业行动方案（2025—2027年）"),
        paragraph("表1 主要目标"),
        table([["指标", "2024年", "2027年目标"], ["技术合同成交额（亿元）", "38.2", "80"]]),
    ]
    (draft,) = drafts(blocks, "方案.docx")
    (measure,) = draft.policy.measures
    assert [(f.value, f.unit, f.period, f.kind) for f in measure.figures] == [
        (38.2, "亿元", "2024", ""),
        (80, "亿元", "2027", "target"),
    ]


def test_statistics_in_a_paper_stay_one_table() -> None:
    """Nothing in it is to be reached."""
    rows = [
        ["指标", "2023年", "2024年"],
        ["成交额（亿元）", "30", "38.2"],
        ["企业（家）", "5", "8"],
    ]
    (draft,) = drafts([paragraph("青河市2024年科技统计公报"), table(rows)], "公报.docx")
    (measure,) = draft.policy.measures
    assert len(measure.figures) == 4


def test_policies_may_be_columns_under_any_corner() -> None:
    """Titles of papers above columns tell what the table is turned by."""
    rows = [
        ["项目", "青河区新型研发机构管理办法", "青河区科技小巨人培育办法"],
        ["文号", "青科规〔2024〕3号", "青科规〔2023〕8号"],
        ["主要内容", "优秀的奖励200万元。", "入库奖励30万元。"],
    ]
    assert [(p.doc_number, p.measures[0].text) for p in policies(rows)] == [
        ("青科规〔2024〕3号", "优秀的奖励200万元。"),
        ("青科规〔2023〕8号", "入库奖励30万元。"),
    ]


def test_standards_come_before_conditions() -> None:
    """What is given is the measure; on what condition is added to it."""
    rows = [
        ["政策名称", "申报条件", "支持力度"],
        ["青河区中试办法", "已备案", "按投资的5%补助"],
    ]
    assert measures(rows)[0].text == "按投资的5%补助\n申报条件：已备案"


def test_of_several_regions_that_which_holds_them_is_taken() -> None:
    """One of two cities would be wrong."""
    rows = [["省份", "城市", "政策名称"], ["湖北省", "宜昌市、荆门市", "就业见习补贴办法"]]
    (draft,) = taken(rows).drafts
    assert draft.policy.region
    assert draft.policy.region.name == "湖北省"
    assert "region" in {check.key for check in draft.checks}


def test_end_instrument_and_themes_are_proposed_for_rows() -> None:
    """As for papers, each with a mark; what the ledger says stays as it says."""
    rows = [
        ["政策名称", "主题", "政策要点", "具体内容"],
        ["青河市转化办法", "科技金融", "设立概念验证中心", "每个补助100万元。"],
        ["青河市人才办法", "", "设立概念验证中心", "每个补助100万元。"],
    ]
    first, second = taken([["科技政策台账"], *rows]).drafts
    assert second.policy.measures[0].end == "service"
    assert {c.key for c in second.checks if c.measure} == {"end", "themes"}
    assert first.policy.themes == ("科技金融",)


def test_a_line_that_headings_reach_down_into_is_of_the_header() -> None:
    """一季度 is no row; what the table has under it is named."""
    rows = [
        ["青河市2025年科技工作要点任务分解表"] * 5,
        ["任务", "具体内容", "季度计划", "季度计划", "牵头单位"],
        ["任务", "具体内容", "一季度", "二季度", "牵头单位"],
        ["扩容", "建设中试平台。", "立项", "开工", "市科技局"],
    ]
    found = taken(rows)
    assert [m.title for m in found.drafts[0].policy.measures] == ["扩容"]
    assert [left.column for left in found.left] == ["季度计划一季度", "季度计划二季度"]


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("市级牵头部门", "measure.lead"),
        ("配合落实单位", "measure.partners"),
        ("牵头区直单位", "measure.lead"),
        ("责任分工联络科室", ""),
        ("职责分工", "measure.lead"),
        ("牵头制定部门", "policy.issuers"),
        ("有效期截止时间", "policy.in_force_until"),
        ("政策出台时间", "policy.date"),
        ("改革任务事项", "measure.title"),
        ("执行期限", "policy.in_force_until"),
    ],
)
def test_headings_say_what_they_are_somewhere(heading: str, key: str) -> None:
    """At the end of the word, or by the role before the kind of body."""
    known = meaning(heading)
    assert (known.key if known else "") == key


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026-03-01至2026-11-30", "2026-11-30"),
        ("2024—2026年", "2026"),
        ("2025年内", "2025-12-31"),
        ("2025年度内", "2025-12-31"),
    ],
)
def test_a_time_ends_with_its_last_day(said: str, day: str) -> None:
    """In the notations that systems and offices have."""
    assert deadline(said).value == day


def test_a_star_marks_who_leads() -> None:
    """★市科技局 市财政局."""
    assert responsible("★市科技局 市财政局") == ("市科技局", ["市财政局"], "")


def test_items_are_counted_in_words_too() -> None:
    """一是……；二是……, in lines or in one."""
    assert items("一是奖补20万元。\n二是再奖5万元。") == ["奖补20万元。", "再奖5万元。"]
    assert items("一是建平台；二是引人才。") == ["建平台", "引人才。"]
    assert items("统一是前提，二是关键") == ["统一是前提，二是关键"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("between", [",", "\t", ";"])
def test_tables_in_text_are_ledgers(tmp_path: Path, encoding: str, between: str) -> None:
    """As Excel and systems write them; a cell in quotation marks holds lines and commas."""
    rows = ["政策名称,文号,主要内容", '青河市办法,青政〔2024〕1号,"补助5%,\n最高5万元。"']
    path = tmp_path / "台账.csv"
    text = "\n".join(rows)
    if between != ",":
        text = text.replace(",", between)
    path.write_bytes(text.encode(encoding))
    (draft,) = drafts(read(str(path)), path.name)
    assert draft.policy.doc_number == "青政〔2024〕1号"
    assert len(draft.policy.measures[0].figures) == 2


def test_what_belongs_to_no_measure_is_named() -> None:
    """A column of bodies beside policies without any wording, a row without one, and a card."""
    column = taken(
        [["政策名称", "文号", "主管部门"], ["青河市办法", "青政〔2024〕1号", "市科技局"]]
    )
    assert [left.column for left in column.left] == ["主管部门"]
    row = taken(
        [
            ["政策名称", "文号", "政策要点", "牵头单位"],
            ["青河市办法", "青政〔2024〕1号", "建平台。", "市科技局"],
            ["云川市办法", "云政〔2024〕1号", "", "市财政局"],
        ]
    )
    assert [(left.row, left.text) for left in row.left] == [(3, "云川市办法")]
    card = taken([["政策名称", "青河市办法"], ["文号", "青政〔2024〕1号"], ["责任科室", "平台科"]])
    assert [(left.column, left.text) for left in card.left] == [("责任科室", "平台科")]


def test_who_wrote_a_card_is_a_label() -> None:
    """登记人 stands behind the body responsible, and is none of it."""
    rows = [
        ["政策名称", "青河市办法", "", ""],
        ["责任科室", "平台科", "登记人", "李某"],
        ["政策要点", "建平台。", "", ""],
    ]
    assert measures(rows)[0].lead == "平台科"


def test_a_page_of_tasks_that_name_their_papers_is_a_ledger() -> None:
    """The papers stand in the column of the basis."""
    rows = [
        ["项目", "扶持措施", "受理部门", "依据文件"],
        ["质量奖", "奖励50万元。", "区市监局", "《青河区质量办法》（青区政规〔2024〕2号）"],
    ]
    (draft,) = drafts([paragraph("青河区惠企政策清单"), table(rows)], "清单.html")
    assert draft.policy.title == "青河区质量办法"


def test_what_adds_to_a_card_is_no_measure() -> None:
    """兑现方式 stands below the wording; alone it is the wording."""
    rows = [["政策名称", "青河市办法"], ["支持内容", "奖励5万元。"], ["兑现方式", "免申即享"]]
    (measure,) = measures(rows)
    assert measure.text == "奖励5万元。\n兑现方式：免申即享"
    (alone,) = measures([rows[0], ["文号", "青政〔2024〕1号"], rows[2]])
    assert alone.text == "免申即享"


def test_a_card_may_have_its_paper_above_it() -> None:
    """Without a label, and with the word for a card behind it; one follows the other."""
    rows = [
        ["《青河市孵化器管理办法》登记卡", ""],
        ["发文字号", "青科规〔2024〕3号"],
        ["主要内容", "认定后奖励100万元。"],
        ["青河市人才公寓管理细则", ""],
        ["发文字号", "青人社〔2024〕9号"],
        ["主要内容", "租金减半。"],
    ]
    assert [(p.title, p.doc_number, len(p.measures)) for p in policies(rows)] == [
        ("青河市孵化器管理办法", "青科规〔2024〕3号", 1),
        ("青河市人才公寓管理细则", "青人社〔2024〕9号", 1),
    ]


def test_half_a_header_is_enough_where_it_is_sure() -> None:
    """任务 and 内容 are headings by themselves; what the others hold shows below them."""
    rows = [
        ["任务", "内容", "干系", "节点"],
        ["扩容", "建设中试平台。", "市科技局", "2025年6月"],
    ]
    (measure,) = measures([["青河市2025年科技工作要点任务分解表"], *rows])
    assert (measure.lead, measure.deadline) == ("市科技局", "2025-06")
