"""Lists of policies and powers that offices and systems keep, each by what it asks."""

import pytest

from policycli.exchange.intake import take
from policycli.ingest.extract.drafting import drafts
from policycli.ingest.extract.ledgers.cells import date, deadline, items, several
from policycli.ingest.extract.ledgers.headings import heading as meaning
from policycli.ingest.readers.blocks import Block, paragraph, table
from policycli.records.model import Policy

Rows = list[list[str]]


def policies(rows: Rows, name: str = "Sheet1") -> list[Policy]:
    """The policies of a workbook of one sheet."""
    block = Block("sheet", name, 0, tuple(map(tuple, rows)))
    return [draft.policy for draft in take([block], "台账.xlsx").drafts]


def test_columns_of_a_data_base_are_headings() -> None:
    """A system exports the names of its columns, most of which no record has."""
    rows = [
        ["policy_id", "policy_name", "doc_no", "issuing_org", "publish_date", "content"],
        ["7", "青河市算力券办法", "青数〔2025〕2号", "青河市数据局", "2025/03/01", "抵扣30%。"],
    ]
    (policy,) = policies(rows)
    assert (policy.title, policy.doc_number, policy.issuers, policy.date) == (
        "青河市算力券办法",
        "青数〔2025〕2号",
        ("青河市数据局",),
        "2025-03-01",
    )
    assert [m.text for m in policy.measures] == ["抵扣30%。"]


def test_numbered_columns_of_issuers_are_all_taken() -> None:
    """发布单位1, 发布单位2; a dash says nothing."""
    rows = [
        ["No.", "题目", "发布单位1", "发布单位2", "发布单位3", "研究者编码", "推荐方法"],
        ["1", "《青河市数据条例》", "市数据局", "市司法局", "-", "a", "b"],
    ]
    (policy,) = policies(rows)
    assert (policy.title, policy.issuers) == ("青河市数据条例", ("市数据局", "市司法局"))


def test_a_column_of_days_says_when_and_not_who() -> None:
    """发布 could be either."""
    rows = [["政策名称", "发布", "有效期至"], ["青河市数据办法", "2023.5", "25年11月"]]
    (policy,) = policies(rows)
    assert (policy.date, policy.issuers, policy.in_force_until) == ("2023-05", (), "2025-11")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("23年5月", "2023-05"),
        ("98年12月3日", "1998-12-03"),
        ("25.6.30", "2025-06-30"),
        ("6/28/1999", "1999-06-28"),
        ("3年", ""),
    ],
)
def test_years_and_days_as_people_shorten_them(said: str, meant: str) -> None:
    """A count of years is no year."""
    assert date(said).value == meant


def test_a_day_with_the_month_first_is_marked() -> None:
    """Nobody can know whether 4/5/1988 is in April or in May."""
    assert date("4/5/1988").check
    assert deadline("25年6月30日").value == "2025-06-30"


def test_a_sheet_may_be_called_as_its_policy() -> None:
    """Where nothing else names one."""
    rows = [["条款", "内容", "责任单位"], ["第三条", "设立风险池。", "市财政局"]]
    (policy,) = policies(rows, "青河市科技金融管理办法")
    assert policy.title == "青河市科技金融管理办法"
    assert [(m.text, m.locator) for m in policy.measures] == [("设立风险池。", "第三条")]


def test_a_cell_may_name_several_policies() -> None:
    """The first has the measure; the others are there, marked."""
    rows = [
        ["事项", "支持内容", "政策文件"],
        [
            "孵化补助",
            "每年补助",
            "《甲市双创办法》（甲政〔2023〕9号）\n《甲市孵化细则》（甲科〔2024〕2号）",
        ],
    ]
    first, second = policies(rows)
    assert (first.title, first.doc_number, len(first.measures)) == (
        "甲市双创办法",
        "甲政〔2023〕9号",
        1,
    )
    assert (second.title, second.doc_number, second.measures) == (
        "甲市孵化细则",
        "甲科〔2024〕2号",
        (),
    )


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("《甲办法》、《乙办法》", 2),
        ("《甲办法》", 1),
        ("关于印发《甲办法》《乙办法》的通知", 1),
        ("《甲市关于落实《乙办法》的细则》", 1),
    ],
)
def test_only_papers_side_by_side_are_several(text: str, count: int) -> None:
    """A title within a title is part of it."""
    assert len(several(text)) == count


def test_powers_are_of_the_list_and_rest_on_laws() -> None:
    """实施依据 names what a power of an office rests on, not a policy of its own."""
    rows = [
        ["青河区科技局权责清单"],
        ["序号", "职权名称", "实施依据", "责任事项", "承办机构"],
        ["1", "技术合同登记", "《甲国科技法》第三条；《合同登记办法》", "受理并审查。", "成果科"],
    ]
    (policy,) = policies(rows)
    (measure,) = policy.measures
    assert (policy.title, measure.lead, measure.text) == (
        "青河区科技局权责清单",
        "成果科",
        "受理并审查。",
    )
    assert {(d.title, d.role) for d in measure.documents} == {
        ("甲国科技法", "basis"),
        ("合同登记办法", "basis"),
    }


def test_what_policies_are_compared_in_are_measures() -> None:
    """A row is one for every city, also under a header that names the cities."""
    rows = [
        ["人才政策对比表"],
        ["对比项目", "甲市", "乙市"],
        ["文件名称", "甲市人才办法", "乙市人才办法"],
        ["发文字号", "甲政〔2024〕1号", "乙政〔2024〕2号"],
        ["租房补贴", "每月800元", "每月600元"],
        ["安家补贴", "60万元", ""],
    ]
    one, other = policies(rows)
    assert [(m.title, m.text) for m in one.measures] == [
        ("租房补贴", "每月800元"),
        ("安家补贴", "60万元"),
    ]
    assert [(m.title, m.text) for m in other.measures] == [("租房补贴", "每月600元")]
    assert (one.doc_number, other.doc_number) == ("甲政〔2024〕1号", "乙政〔2024〕2号")


def test_indicators_by_place_are_figures() -> None:
    """指标 and 单位 make a header, whatever the places beside them are called."""
    rows = [["某市指标分解表"], ["指标", "单位", "全市", "东区", "西区"]]
    (policy,) = policies([*rows, ["成交额", "亿元", "9", "5", "4"]])
    (measure,) = policy.measures
    assert [(f.value, f.unit) for f in measure.figures] == [(9, "亿元"), (5, "亿元"), (4, "亿元")]


def test_a_card_in_two_cells_is_no_header() -> None:
    """政策名称 and a name that ends as a heading does: 措施."""
    rows = [
        ["政策名称", "青河市生物医药创新发展措施"],
        ["发文字号", "青政〔2025〕4号"],
        ["支持内容", "每个批件奖励300万元。"],
    ]
    (policy,) = policies(rows)
    assert (policy.title, policy.doc_number) == ("青河市生物医药创新发展措施", "青政〔2025〕4号")


@pytest.mark.parametrize(
    "text", ["（一）建平台。（二）引人才。", "①建平台；②引人才", "第一，建平台；第二，引人才"]
)
def test_a_cell_counts_its_items_in_many_ways(text: str) -> None:
    """Each of them is a measure."""
    assert [item.strip("。") for item in items(text)] == ["建平台", "引人才"]


def test_the_wording_says_which_of_several_bodies_leads() -> None:
    """Also in a table of tasks of a paper, whose title is that of the paper it carries out."""
    rows = [
        ["序号", "改革任务", "工作举措", "责任单位"],
        ["1", "榜单", "发布榜单（市科技局牵头，市教育局配合）", "市教育局、市科技局"],
    ]
    ledger = policies([["某市三年行动方案任务分工表"], *rows])[0].measures[0]
    (draft,) = drafts([paragraph("《某市三年行动方案》任务分工表"), table(rows)], "附件.docx")
    (task,) = draft.policy.measures
    assert draft.policy.title == "某市三年行动方案"
    assert (ledger.lead, ledger.partners) == ("市科技局", ("市教育局",))
    assert (task.lead, task.partners) == (ledger.lead, ledger.partners)


def test_questions_are_answered_by_policies() -> None:
    """A list of questions: the question names the measure, the answer is its wording."""
    rows = [
        ["序号", "问题", "解答", "政策出处"],
        ["1", "兼职要批准吗？", "经单位同意即可。", "某市双创办法（某科〔2023〕9号）"],
    ]
    (policy,) = policies(rows)
    (measure,) = policy.measures
    assert (policy.title, measure.title, measure.text) == (
        "某市双创办法",
        "兼职要批准吗？",
        "经单位同意即可。",
    )


def test_an_aim_in_words_is_what_a_named_task_is_about() -> None:
    """It is no column of numbers, and says more than the name, which has no number of its own."""
    rows = [
        ["某县实施方案任务分解表"],
        ["建设任务", "年度目标（2025年）", "责任部门"],
        ["企业能力提升", "高新技术企业达到85家", "县科工局"],
    ]
    (measure,) = policies(rows)[0].measures
    assert (measure.title, measure.text) == ("企业能力提升", "高新技术企业达到85家")
    assert [(f.value, f.unit) for f in measure.figures] == [(85, "家")]


def test_quarters_are_the_wording_where_there_is_no_other() -> None:
    """What is to be done in each stands in a line of its own."""
    rows = [
        ["某局重点工作推进计划表"],
        ["重点工作", "一季度", "二季度", "责任科室"],
        ["筹建实验室", "完成选址", "签订协议", "平台科"],
    ]
    (measure,) = policies(rows)[0].measures
    assert (measure.text, measure.lead) == ("完成选址\n二季度：签订协议", "平台科")


def test_labels_under_a_header_of_two_words_are_a_card() -> None:
    """项目 and 内容 stand above 政策名称 and its value; a cell of it may count its measures."""
    rows = [
        ["项目", "内容"],
        ["政策名称", "某市生物制造行动计划"],
        ["发文机关", "某市人民政府"],
        ["牵头单位", "市工信局"],
        ["支持措施", "一、平台补助。\n二、设备奖励。"],
    ]
    (policy,) = policies(rows)
    assert (policy.title, policy.issuers) == ("某市生物制造行动计划", ("某市人民政府",))
    assert [(m.text, m.lead) for m in policy.measures] == [
        ("平台补助。", "市工信局"),
        ("设备奖励。", "市工信局"),
    ]


def test_papers_that_came_in_are_policies() -> None:
    """An office registers what was sent to it; the day it came is not the paper's own."""
    rows = [
        ["收文编号", "来文单位", "来文字号", "来文标题", "收文日期", "拟办意见", "承办处室"],
        [
            "S-1",
            "省科技厅",
            "省科〔2025〕3号",
            "关于评价试点的通知",
            "2025/3/4",
            "报送方案",
            "成果处",
        ],
    ]
    (policy,) = policies(rows)
    assert (policy.title, policy.issuers, policy.doc_number, policy.date) == (
        "关于评价试点的通知",
        ("省科技厅",),
        "省科〔2025〕3号",
        "",
    )
    assert [(m.text, m.lead) for m in policy.measures] == [("报送方案", "成果处")]


def test_a_guess_gives_way_to_titles() -> None:
    """评估对象 looks like those whom a policy is for, and names policies."""
    rows = [
        ["评估对象", "制定机关", "评估内容"],
        ["某市科学技术奖励办法", "某市人民政府", "执行情况"],
    ]
    (policy,) = policies(rows)
    assert (policy.title, policy.issuers) == ("某市科学技术奖励办法", ("某市人民政府",))


def test_the_hour_of_a_page_is_no_part_of_its_day() -> None:
    """Systems add it: 2025-07-11 09:30."""
    assert [date(text).value for text in ("2025-07-11 09:30", "2025/7/1 8:00:05")] == [
        "2025-07-11",
        "2025-07-01",
    ]


def test_standards_in_one_unit_are_figures() -> None:
    """Beside a task they would be words; 补助标准（万元） with mere numbers counts."""
    rows = [
        ["政策依据", "扶持项目", "补助标准（万元）"],
        ["《某区软件办法》第五条", "首次上规", "10"],
    ]
    (measure,) = policies(rows)[0].measures
    assert [(f.value, f.unit) for f in measure.figures] == [(10, "万元")]


def test_indicators_in_words_add_to_a_task() -> None:
    """量化指标 with 落户3家 is no name of an indicator."""
    rows = [
        ["某报告任务督办表"],
        ["报告原文", "分解任务", "量化指标", "牵头单位"],
        ["建设科学城", "招引科研院所", "落户3家", "高新区管委会"],
    ]
    (measure,) = policies(rows)[0].measures
    assert "招引科研院所" in measure.title + (measure.text or "")
    assert [(f.value, f.unit) for f in measure.figures] == [(3, "家")]


def test_a_paper_may_list_what_is_granted_and_what_is_planned() -> None:
    """Without anybody who leads: 政策内容 beside names, and indicators called 预期性."""
    grants = [["事项名称", "政策内容", "申报时间"], ["小巨人奖励", "奖励30万元", "每年3月"]]
    plans = [["指标", "2024年", "2030年", "属性"], ["研发投入强度（%）", "2.3", "3.2", "预期性"]]
    (draft,) = drafts([paragraph("某市申报指南"), table(grants), table(plans)], "附件.docx")
    first, second = draft.policy.measures
    assert (first.title, first.text) == ("小巨人奖励", "奖励30万元")
    assert [(f.value, f.unit, f.period) for f in second.figures] == [
        (2.3, "%", "2024"),
        (3.2, "%", "2030"),
    ]


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("publish_org", "policy.issuers"),
        ("issued_at", "policy.date"),
        ("effective_time", "policy.in_force_from"),
        ("release_notes", ""),
        ("目标成果", "measure.text"),
    ],
)
def test_names_of_columns_are_put_together_in_many_ways(heading: str, key: str) -> None:
    """Of words that are known; what only contains one is another thing."""
    found = meaning(heading)
    assert (found.key if found else "") == key


def test_what_a_task_is_to_yield_is_its_wording() -> None:
    """Indicators that only name something group the tasks."""
    rows = [
        ["某市优化环境任务台账"],
        ["指标", "任务措施", "具体工作内容", "责任部门"],
        ["知识产权", "快速维权", "建成维权中心", "市知识产权局"],
        ["知识产权", "开放许可", "开放许可专利", "市知识产权局"],
    ]
    found = policies(rows)[0].measures
    assert [(m.title, m.text) for m in found] == [
        ("快速维权", "建成维权中心"),
        ("开放许可", "开放许可专利"),
    ]
    assert found[0].themes[0] == "知识产权"
