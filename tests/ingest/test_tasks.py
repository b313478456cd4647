"""Tables of tasks and targets, and who is responsible by the end of a text."""

import pytest

from policycli.exchange.intake import drafts
from policycli.ingest.extract.responsible import by_when, responsible
from policycli.ingest.extract.tables import table_figures
from policycli.ingest.readers.blocks import heading, paragraph, table
from policycli.ingest.readers.html import read as page
from policycli.records.model import Measure

HEADER = ["序号", "任务内容", "牵头单位", "配合单位", "完成时限"]


def measures(*tables: list[list[str]]) -> tuple[Measure, ...]:
    """The measures of a paper that has these tables."""
    blocks = [heading("青河市任务分工表", 1), *(table(rows) for rows in tables)]
    (draft,) = drafts(blocks, "paper.docx")
    return draft.policy.measures


def test_a_row_of_a_table_of_tasks_is_a_measure() -> None:
    """With who leads and takes part, by when, its section and its figures."""
    first, second = measures(
        [
            HEADER,
            ["一、平台", "", "", "", ""],
            ["1", "建成中试基地不少于3个。", "市科技局", "市财政局、各区人民政府", "2026年6月底前"],
            ["二、人才", "", "", "", ""],
            ["2", "引进团队。", "市人才办", "", "持续推进"],
        ]
    )
    assert (first.text, first.lead) == ("建成中试基地不少于3个。", "市科技局")
    assert first.partners == ("市财政局", "各区人民政府")
    assert (first.deadline, first.locator) == ("2026-06-30", "一、平台 第1项")
    assert [(f.value, f.unit, f.op) for f in first.figures] == [(3, "个", ">=")]
    assert (second.lead, second.partners, second.deadline) == ("市人才办", (), "持续推进")


def test_a_merged_title_is_that_of_the_rows_below() -> None:
    """任务 beside 具体举措, of which the second and third row have none."""
    header = ["任务", "序号", "具体举措", "责任部门", "配合部门", "完成时间"]
    rows = [
        header,
        ["建平台", "1", "建设甲。", "市科技局", "", "2025年"],
        ["", "2", "建设乙。", "市科技局", "", "2025年10月"],
    ]
    assert [(m.title, m.deadline) for m in measures(rows)] == [
        ("建平台", "2025"),
        ("建平台", "2025-10"),
    ]


def test_a_table_goes_on_with_and_without_its_header() -> None:
    """As where it takes two pages."""
    one = [HEADER, ["1", "甲。", "市科技局", "", ""]]
    for more in ([HEADER, ["2", "乙。", "市财政局", "", ""]], [["2", "乙。", "市财政局", "", ""]]):
        assert [m.lead for m in measures(one, more)] == ["市科技局", "市财政局"]


def test_a_table_of_targets_gives_figures() -> None:
    """Of the year in its header, with who is responsible."""
    rows = [["指标", "2027年目标", "责任单位"], ["研发投入强度", "不低于3.2%", "市科技局"]]
    (measure,) = measures(rows)
    (figure,) = measure.figures
    assert (measure.title, measure.lead) == ("研发投入强度", "市科技局")
    assert (figure.indicator, figure.value, figure.unit) == ("研发投入强度", 3.2, "%")
    assert (figure.op, figure.period, figure.kind) == (">=", "2027", "target")


def test_a_unit_may_stand_in_the_first_cell() -> None:
    """技术合同成交额（亿元）."""
    rows = [["指标", "2023年基数", "2025年目标"], ["技术合同成交额（亿元）", "52", "80"]]
    read = [each.figure for each in table_figures(rows, "")]
    assert [(f.indicator, f.value, f.unit, f.period, f.kind) for f in read] == [
        ("技术合同成交额", 52, "亿元", "2023", ""),
        ("技术合同成交额", 80, "亿元", "2025", "target"),
    ]


def test_other_tables_stay_text() -> None:
    """One without bodies is no table of tasks."""
    rows = [["序号", "名称", "数量"], ["1", "平台", "3个"]]
    assert [m.id for m in measures(rows)] == ["p1"]


@pytest.mark.parametrize(
    ("text", "lead", "partners"),
    [
        ("（责任单位：各高等院校、科研院所）", "各高等院校", ("科研院所",)),
        (
            "（牵头单位：市科技局；配合单位：市财政局、各区政府）",
            "市科技局",
            ("市财政局", "各区政府"),
        ),
        ("（市科技局、市财政局按职责分工负责）", "市科技局", ("市财政局",)),
        ("（市科技局牵头，市财政局、市教育局等部门配合）", "市科技局", ("市财政局", "市教育局")),
        ("责任单位：市科技局、各区政府，下同", "市科技局", ("各区政府",)),
        ("（企业负责人应当到场）", "", ()),
        ("（负责部门：科技处；适用范围：全部项目）", "科技处", ()),
        ("本项由项目负责人负责。", "", ()),
    ],
)
def test_who_is_responsible(text: str, lead: str, partners: tuple[str, ...]) -> None:
    """Bodies alone, each with the whole of its name."""
    found = responsible(f"加大投入。{text}")
    assert (found.lead, found.partners) == (lead, partners)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2025年6月底前", "2025-06-30"),
        ("2024年2月底", "2024-02-29"),
        ("2025年底前完成", "2025-12-31"),
        ("二〇二五年十月", "2025-10"),
        ("2025年8月31日", "2025-08-31"),
        ("2025年2月30日", "2025-02"),
        ("2024—2026年", "2026"),
        ("持续实施", ""),
        ("立即", ""),
    ],
)
def test_a_deadline_is_as_exact_as_it_is_given(words: str, day: str) -> None:
    """底 is the last day."""
    assert by_when(words) == day


def test_merged_cells_of_a_page_stand_in_every_row() -> None:
    """So that columns stay columns."""
    source = (
        "<table><tr><th rowspan=2>任务</th><th colspan=2>安排</th></tr>"
        "<tr><th>牵头单位</th><th>完成时限</th></tr>"
        "<tr><td rowspan=2>建平台</td><td>市科技局</td><td>2025年</td></tr>"
        "<tr><td>市财政局</td><td>2026年</td></tr></table>"
    )
    (block,) = page(source.encode())
    assert block.rows == (
        ("任务", "安排", ""),
        ("任务", "牵头单位", "完成时限"),
        ("建平台", "市科技局", "2025年"),
        ("建平台", "市财政局", "2026年"),
    )
    (draft,) = drafts([heading("青河市分工表", 1), block], "page.html")
    assert [(m.lead, m.deadline) for m in draft.policy.measures] == [
        ("市科技局", "2025"),
        ("市财政局", "2026"),
    ]


def test_a_table_of_tasks_among_numbered_parts_is_taken_out_whole() -> None:
    """What stands around it is read as if it was not there."""
    blocks = [
        heading("青河市行动方案", 1),
        paragraph("一、总体要求。加快建设。"),
        paragraph("二、重点任务。见下表。"),
        table([HEADER, ["1", "建平台。", "市科技局", "", "2025年"]]),
        paragraph("三、组织实施。加强领导。"),
    ]
    (draft,) = drafts(blocks, "paper.docx")
    assert [m.id for m in draft.policy.measures] == ["item-1", "item-2", "item-3", "task-1"]


def test_bodies_that_only_guide_make_no_table_of_tasks() -> None:
    """指导部门 is none that does it."""
    header = ["序号", "改革举措", "主要内容", "指导部门"]
    rows = [header, ["1", "三合一审判", "整合审判资源。", "最高人民法院"]]
    assert [m.lead for m in measures(rows)] == [""]


@pytest.mark.parametrize(
    ("title", "deadline"),
    [
        ("青河市2024年任务分工表", "2024-06-30"),
        ("青河市2024—2026年任务分工表", "6月底"),
        ("青河市任务分工表", "6月底"),
    ],
)
def test_a_deadline_without_a_year_has_that_of_the_paper(title: str, deadline: str) -> None:
    """Marked; where the title names several or none, nothing is made up."""
    blocks = [
        heading(title, 1),
        paragraph("为抓好落实，制定本表。"),
        table([HEADER, ["1", "建平台。", "市科技局", "", "6月底"]]),
    ]
    (draft,) = drafts(blocks, "paper.docx")
    assert draft.policy.measures[-1].deadline == deadline
    marked = "deadline" in {check.key for check in draft.checks}
    assert marked == deadline.startswith("2024")


def test_a_deadline_in_running_text_has_the_year_of_the_title() -> None:
    """It stands in brackets at the end, with who does it."""
    lines = ["一、企业。新增六家。（责任股室：企业股；完成时限：10月底）", "二、平台。建成两个。"]
    blocks = [heading("青河市2023年工作方案", 1), *map(paragraph, lines)]
    (draft,) = drafts(blocks, "paper.docx")
    first = draft.policy.measures[0]
    assert (first.lead, first.deadline) == ("企业股", "2023-10-31")
