"""Kinds of ledgers and task tables that offices keep, each by what it asks of the reader."""

import pytest

from policycli.exchange.intake import Taken, take
from policycli.ingest.extract.ledgers.cells import code, deadline, joint
from policycli.ingest.readers.blocks import Block, heading, paragraph, table
from policycli.records.model import Measure, Policy

Rows = list[list[str]]


def taken(rows: Rows) -> Taken:
    """What is taken of a workbook of one sheet."""
    return take([Block("sheet", "Sheet1", 0, tuple(map(tuple, rows)))], "台账.xlsx")


def policies(rows: Rows) -> list[Policy]:
    """The policies of such a workbook."""
    return [draft.policy for draft in taken(rows).drafts]


def measures(rows: Rows) -> tuple[Measure, ...]:
    """The measures of its only policy."""
    (policy,) = policies(rows)
    return policy.measures


def test_a_header_of_few_known_words_is_one() -> None:
    """Beside 政策名称 one more is enough; a number is a figure in the unit of the table."""
    rows = [
        ["青河市科技资金一览表（单位：万元）"],
        ["政策名称", "资金规模", "支持方向", "管理层次", "设立年度"],
        ["青河市专项资金办法", "500", "平台建设", "一层", "甲"],
    ]
    (measure,) = measures(rows)
    assert measure.text == "平台建设"
    assert [(f.indicator, f.value, f.unit) for f in measure.figures] == [("资金规模", 500, "万元")]


def test_a_card_with_few_known_labels_is_no_header() -> None:
    """A number, or the name of a paper, is a value."""
    rows = [
        ["政策名称", "青河市办法", "文号", "青政〔2024〕1号", "档号", "A1"],
        ["要点", "建平台。"],
    ]
    (policy,) = policies(rows)
    assert (policy.title, policy.doc_number) == ("青河市办法", "青政〔2024〕1号")


def test_what_stands_behind_a_label_is_its_value() -> None:
    """Also where it ends as a label does; what stands behind that is one again."""
    rows = [
        ["文件名称", "青河市项目验收办法"],
        ["适用对象", "项目承担单位", "起草科室", "计划科"],
        ["主要内容", "按期验收。"],
    ]
    (measure,) = measures(rows)
    assert (measure.targets, measure.lead) == (("项目承担单位",), "")


def test_of_several_columns_of_tasks_the_last_one_names_it() -> None:
    """What stands on its left is its group."""
    rows = [
        ["青河市人工智能若干措施任务清单"],
        ["一级任务", "二级任务", "具体措施", "主责单位"],
        ["夯实底座", "建设中心", "建成中心2个。", "市数据局"],
    ]
    (measure,) = measures(rows)
    assert (measure.themes, measure.title, measure.text) == (
        ("夯实底座",),
        "建设中心",
        "建成中心2个。",
    )


def test_of_two_wordings_the_short_one_is_the_title() -> None:
    """措施 beside 主要内容."""
    rows = [["政策名称", "措施", "主要内容"], ["青河市办法", "精简材料", "材料压减一半。"]]
    (measure,) = measures(rows)
    assert (measure.title, measure.text) == ("精简材料", "材料压减一半。")


def test_standards_are_the_wording_where_there_is_no_other() -> None:
    """Before conditions, which only add to it."""
    rows = [
        ["事项名称", "政策依据", "兑现条件", "兑现标准", "受理部门"],
        ["研发补助", "《青河市十条》", "规上企业", "补助6万元", "市科技局"],
    ]
    (measure,) = measures(rows)
    assert (measure.title, measure.text) == ("研发补助", "补助6万元\n兑现条件：规上企业")
    assert measure.lead == "市科技局"


def test_a_dash_says_nothing_and_same_says_what_stands_above() -> None:
    """—, 无 and 同上."""
    rows = [
        ["政策名称", "发文单位", "文号", "内容"],
        ["甲办法", "市科技局", "青科〔2024〕1号", "建平台。"],
        ["乙办法", "同上", "——", "建基地。"],
        ["丙办法", "无", "/", "〃"],
    ]
    found = policies(rows)
    assert [(p.issuers, p.doc_number) for p in found[1:]] == [(("市科技局",), ""), ((), "")]
    assert found[2].measures[0].text == "建基地。"


def test_items_of_one_cell_share_what_other_columns_say_but_for_numbers() -> None:
    """A sum for all of them is no figure of each, and stands with the first."""
    rows = [["政策名称", "支持方向", "资金（万元）"], ["甲办法", "1、建平台；2、引人才", "500"]]
    assert [m.text for m in measures(rows)] == ["建平台\n资金（万元）：500", "引人才"]


def test_a_section_called_as_papers_are_is_no_policy() -> None:
    """三、保障措施 in a table of tasks."""
    rows = [
        ["青河市行动方案任务分工表"],
        ["序号", "任务", "责任单位"],
        ["三、保障措施"],
        ["1", "健全机制。", "市科技局"],
    ]
    (measure,) = measures(rows)
    assert measure.themes == ("保障措施",)


def test_province_and_city_are_one_place() -> None:
    """The narrower one."""
    rows = [["省份", "城市", "政策名称", "文号"], ["浙江省", "湖州市", "甲办法", ""]]
    (policy,) = policies(rows)
    assert policy.region
    assert policy.region.name == "湖州市"


def test_a_validity_has_two_ends_in_any_column() -> None:
    """有效期 is asked for its last day alone."""
    rows = [["政策名称", "政策有效期"], ["甲办法", "2024年4月1日至2027年3月31日"]]
    (policy,) = policies(rows)
    assert (policy.in_force_from, policy.in_force_until) == ("2024-04-01", "2027-03-31")


@pytest.mark.parametrize(
    ("said", "status"),
    [("继续有效", "in-force"), ("宣布失效", "repealed"), ("否（已被替代）", "repealed")],
)
def test_results_of_a_clearing_are_states(said: str, status: str) -> None:
    """清理意见 and its like; a remark in brackets does not matter."""
    assert code("status", said).value == status


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("三季度末", "2025-09-30"),
        ("第四季度", "2025-12-31"),
        ("上半年", "2025-06-30"),
        ("年度内", "2025-12-31"),
        ("每季度", "每季度"),
    ],
)
def test_parts_of_the_year_of_the_table_are_deadlines(said: str, day: str) -> None:
    """With a mark, since the year is not beside them."""
    assert deadline(said, "2025").value == day


def test_who_leads_an_issue_is_an_issuer_like_others() -> None:
    """县科技局（牵头）."""
    assert joint("县科技局（牵头）、县财政局") == ["县科技局", "县财政局"]


@pytest.mark.parametrize("document", ["sheet", "paper"])
@pytest.mark.parametrize(
    ("header", "lead", "partners", "marked"),
    [
        ("责任单位", "市科技局、市财政局", (), True),
        ("责任单位（第一个为牵头单位）", "市科技局", ("市财政局",), False),
    ],
)
def test_several_bodies_lead_together(
    document: str, header: str, lead: str, partners: tuple[str, ...], marked: bool
) -> None:
    """That is marked; where a table says that the first one leads, the others take part."""
    rows = [["任务", header], ["建平台。", "市科技局、市财政局"]]
    if document == "sheet":
        (draft,) = taken([["青河市行动方案任务分工表"], *rows]).drafts
    else:
        (draft,) = take([heading("青河市行动方案", 1), table(rows)], "方案.docx").drafts
    (measure,) = draft.policy.measures
    assert (measure.lead, measure.partners) == (lead, partners)
    assert ("several bodies, and none is said to lead" in [c.what for c in draft.checks]) == marked


def test_a_text_that_is_nothing_but_a_list_of_policies_is_a_ledger() -> None:
    """A page that a system exports, or a list of what is in force."""
    rows = [["序号", "文件名称", "文号"], ["1", "甲办法", "青科〔2024〕1号"]]
    blocks = [paragraph("现行有效文件目录"), table(rows), paragraph("注：截至6月。")]
    found = take(blocks, "目录.docx")
    assert [d.policy.doc_number for d in found.drafts] == ["青科〔2024〕1号"]
    assert [each.text for each in found.left] == ["注：截至6月。"]


@pytest.mark.parametrize("said", ["各县（市）科技局：", "现将目录公布如下。"])
def test_a_paper_with_a_list_stays_a_paper(said: str) -> None:
    """One that addresses somebody, or says something of its own."""
    rows = [["序号", "文件名称", "文号"], ["1", "甲办法", "青科〔2024〕1号"]]
    blocks = [paragraph("关于公布目录的通知"), paragraph(said), table(rows)]
    (draft,) = take(blocks, "通知.docx").drafts
    assert draft.policy.title == "关于公布目录的通知"


def test_the_title_above_a_table_of_tasks_is_no_measure() -> None:
    """附件 and its title stand between the paper and its table."""
    rows = [["序号", "任务", "牵头单位"], ["1", "建平台。", "市科技局"]]
    blocks = [
        heading("青河市行动方案", 1),
        paragraph("青河市行动方案任务分工表"),
        table(rows),
    ]
    (draft,) = take(blocks, "方案.docx").drafts
    assert [m.text for m in draft.policy.measures] == ["建平台。"]


def test_a_table_of_indicators_in_a_paper_gives_all_its_columns() -> None:
    """Basis and target, with the unit in its own column."""
    rows = [["指标", "单位", "2023年基数", "2025年目标", "责任单位"]]
    rows += [["成交额", "亿元", "52", "80", "市科技局"]]
    (draft,) = take([heading("青河市规划", 1), table(rows)], "规划.docx").drafts
    (measure,) = draft.policy.measures
    assert measure.text == "单位：亿元；2023年基数：52；2025年目标：80"
    assert [(f.value, f.unit, f.period) for f in measure.figures] == [
        (52, "亿元", "2023"),
        (80, "亿元", "2025"),
    ]


def test_two_lines_of_a_header_are_read_in_either_order() -> None:
    """时间 above 印发 is 印发时间."""
    rows = [
        ["文件名", "时间", "时间"],
        ["文件名", "印发", "到期"],
        ["甲办法", "2023.2.20", "2028.2.19"],
    ]
    (policy,) = policies(rows)
    assert (policy.date, policy.in_force_until) == ("2023-02-20", "2028-02-19")


def test_of_a_beginning_and_an_end_the_end_is_the_deadline() -> None:
    """启动 and 完成 under 时间进度安排."""
    rows = [
        ["任务", "责任部门", "时间进度安排", "时间进度安排"],
        ["任务", "责任部门", "启动", "完成"],
        ["建平台", "市科技局", "2024年3月", "2026年12月"],
    ]
    (measure,) = measures([["青河市三年行动责任清单"], *rows])
    assert measure.deadline == "2026-12"


def test_an_aim_beside_a_task_is_not_its_wording() -> None:
    """It adds to what is to be done."""
    rows = [["工作目标", "主要任务", "责任部门"], ["达到百亿。", "建市场1个", "市科技局"]]
    (measure,) = measures([["青河市三年行动责任清单"], *rows])
    assert measure.text == "建市场1个\n工作目标：达到百亿。"


def test_columns_are_known_by_what_stands_in_them() -> None:
    """Names of papers, and 发文字号 under a heading of another kind."""
    title, number = "青河市科技奖励办法", "青政〔2023〕8号"
    for header in (["序号", "文号", "名目"], ["序号", "出处", "政策名称"]):
        (policy,) = policies([header, ["1", number, title]])
        assert (policy.title, policy.doc_number) == (title, number)


def test_a_heading_may_stand_in_two_languages() -> None:
    """发文机关 Issuer."""
    (policy,) = policies([["政策名称 Title", "发文机关 Issuer"], ["甲办法", "市科技局"]])
    assert policy.issuers == ("市科技局",)


def test_numbers_beside_a_unit_are_figures_under_any_heading() -> None:
    """其中：上半年目标."""
    rows = [["指标名称", "计量单位", "2025年目标", "其中：上半年"], ["企业数", "家", "40", "18"]]
    (measure,) = measures([["青河市指标任务表"], *rows])
    assert [(f.value, f.unit) for f in measure.figures] == [(40, "家"), (18, "家")]


def test_a_registration_card_in_a_text_is_a_ledger() -> None:
    """政策登记表 as .docx."""
    rows = [
        ["政策名称", "青河市建设意见", "", ""],
        ["发文单位", "青河市人民政府", "文号", "青政发〔2024〕19号"],
        ["主要内容", "建设先导区3个。", "", ""],
    ]
    (draft,) = take([paragraph("重大政策登记表"), table(rows)], "登记表.docx").drafts
    assert (draft.policy.title, draft.policy.doc_number) == ("青河市建设意见", "青政发〔2024〕19号")
    assert [m.text for m in draft.policy.measures] == ["建设先导区3个。"]


def test_the_title_of_a_table_keeps_its_brackets() -> None:
    """行动 is a kind of paper, and what stands in brackets at the end is none of its name."""
    rows = [["任务", "责任单位"], ["建平台。", "市科技局"]]
    for title in ("青河市攻坚行动任务清单（2025年）", "（青河市攻坚行动任务清单）"):
        (policy,) = policies([[title], *rows])
        assert policy.title == "青河市攻坚行动"


def test_a_column_of_states_is_the_state() -> None:
    """现行状态, whatever the column is called; 是 and 否 may be about anything."""
    rows = [
        ["政策名称", "文号", "现行状态", "公开"],
        ["甲办法", "青科〔2024〕1号", "现行有效", "是"],
    ]
    found = taken(rows)
    assert found.drafts[0].policy.status == "in-force"
    assert [each.column for each in found.left] == ["公开"]


def test_a_column_of_bodies_leads_where_no_other_does() -> None:
    """发放部门; but not who only writes or checks."""
    rows = [["政策名称", "主要内容", "审核单位", "发放部门"], ["甲办法", "补贴。", "甲局", "乙局"]]
    found = taken(rows)
    assert found.drafts[0].policy.measures[0].lead == "乙局"
    assert [each.column for each in found.left] == ["审核单位"]


def test_a_column_may_hold_three_things() -> None:
    """发文单位、文号及时间, a line each."""
    rows = [
        ["文件名", "发文单位、文号及时间"],
        ["甲办法", "市科技局\n青科〔2024〕6号\n2024年2月19日"],
    ]
    (policy,) = policies(rows)
    assert (policy.issuers, policy.doc_number, policy.date) == (
        ("市科技局",),
        "青科〔2024〕6号",
        "2024-02-19",
    )


def test_of_several_columns_of_indicators_the_last_one_is_counted() -> None:
    """一级指标 is the group of 二级指标."""
    rows = [["一级指标", "二级指标", "单位", "2026年目标", "责任部门"]]
    rows += [["创新投入", "研发强度", "%", "2.5", "区科技局"]]
    (measure,) = measures([["青川区监测指标"], *rows])
    assert (measure.title, measure.themes) == ("研发强度", ("创新投入",))
    assert [(f.indicator, f.value, f.unit) for f in measure.figures] == [("研发强度", 2.5, "%")]


def test_the_column_that_says_most_is_the_wording_where_no_other_is() -> None:
    """By likeness, which is named; what is beside the matter is left."""
    rows = [["政策名称", "文号", "看点", "办理地址"]]
    rows += [["甲办法", "", "设立五十亿元的母基金", "某路某号某楼某室某窗口前台"]]
    found = taken(rows)
    assert [m.text for m in found.drafts[0].policy.measures] == ["设立五十亿元的母基金"]
    assert [each.key for each in found.guessed] == ["measure.text"]
    assert [each.column for each in found.left] == ["办理地址"]
