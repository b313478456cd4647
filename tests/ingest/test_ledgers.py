"""Ledgers as offices keep them: where the table is, what its columns are, what a row says."""

from collections.abc import Mapping, Sequence
from io import BytesIO

import openpyxl
import pytest

from policycli.errors import DocumentError, UsageError
from policycli.exchange.intake import Taken, take
from policycli.ingest.extract.ledgers.headings import asked, heading
from policycli.ingest.readers import xlsx
from policycli.records.model import Measure, Policy

Rows = Sequence[Sequence[object]]
NONE: Mapping[str, str] = {}


def book(*sheets: tuple[str, Rows, Sequence[str], Mapping[str, str]]) -> bytes:
    """A workbook: of every sheet its name, rows, merged ranges and links."""
    made, file = openpyxl.Workbook(), BytesIO()
    made.remove(made.worksheets[0])
    for name, rows, merged, links in sheets:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for cells in merged:
            sheet.merge_cells(cells)
        for cell, address in links.items():
            sheet[cell].hyperlink = address
    made.save(file)
    return file.getvalue()


def taken(
    rows: Rows,
    merged: Sequence[str] = (),
    links: Mapping[str, str] = NONE,
    named: Mapping[str, str] = NONE,
) -> Taken:
    """What is taken of a workbook of one sheet."""
    blocks = list(xlsx.read(book(("Sheet1", rows, merged, links))))
    return take(blocks, "台账.xlsx", "", named)


def policies(rows: Rows, merged: Sequence[str] = ()) -> list[Policy]:
    """The policies of such a workbook."""
    return [draft.policy for draft in taken(rows, merged).drafts]


def left(document: Taken) -> list[tuple[str, int, str]]:
    """What was not taken: columns, and rows by their number, with the reason."""
    return [(each.column, each.row, each.reason) for each in document.left]


LEDGER: Rows = [
    ["青河市科技政策台账"],
    ["填报单位：市科技局    填报日期：2024年6月30日"],
    ["序号", "政策名称", "文号", "发文机关", "印发时间", "政策内容", "责任分工", None, "备注"],
    [None, None, None, None, None, None, "牵头", "配合", None],
    [
        1,
        "转化办法",
        "青政〔2024〕3号",
        "青河市政府、市科技局",
        "2024.3",
        "建基地3个。",
        "市科技局",
        "市财政局",
        "甲",
    ],
    [None, None, None, None, None, "设立5亿元的基金。", "市财政局", None, None],
    ["注：本台账每季度更新。"],
]
MERGED = ("A1:I1", "A2:I2", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "F3:F4", "G3:H3", "I3:I4")


def test_a_ledger_with_titles_above_and_notes_below() -> None:
    """The header has two lines; rows without a policy are of the one above; a note is no row."""
    document = taken(LEDGER, MERGED)
    (draft,) = document.drafts
    policy = draft.policy
    assert (policy.id, policy.title) == ("qingzheng-2024-3", "转化办法")
    assert (policy.doc_number, policy.date) == ("青政〔2024〕3号", "2024-03")
    assert policy.issuers == ("青河市政府", "市科技局")
    first, second = policy.measures
    assert (first.title, first.text) == ("建基地3个", "建基地3个。")
    assert (first.lead, first.partners) == ("市科技局", ("市财政局",))
    assert [(f.value, f.unit) for f in second.figures] == [(5, "亿元")]
    assert (second.lead, second.partners) == ("市财政局", ())


def test_what_is_not_taken_is_named() -> None:
    """A column without a key, a label above the table, a note; a column that counts is nothing."""
    no_key = "no key of a record is known for it; name one with --map"
    assert left(taken(LEDGER, MERGED)) == [
        ("填报单位", 0, no_key),
        ("填报日期", 0, no_key),
        ("备注", 0, no_key),
        ("", 7, "a note, not a row"),
    ]


def test_a_column_that_is_named_is_taken() -> None:
    """Under the key that somebody gave for it; or not at all, and not named either."""
    document = taken(LEDGER, MERGED, named={"备注": "policy.summary"})
    assert document.drafts[0].policy.summary == "甲"
    assert document.mapped == {"备注"}
    ignored = taken(LEDGER, MERGED, named={"备注": ""})
    assert "备注" not in [column for column, _row, _reason in left(ignored)]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("measure.lead", "measure.lead"),
        ("牵头", "measure.lead"),
        ("date", "policy.date"),
        ("url", "source.url"),
        ("", ""),
    ],
)
def test_keys_are_named_in_either_language(typed: str, key: str) -> None:
    """With the record or without; of two records that have it, the policy."""
    assert asked(typed) == key


def test_a_wrong_key_is_answered_with_near_ones() -> None:
    """So that nobody has to look them up."""
    with pytest.raises(UsageError, match="leed is not a key of a record: did you mean lead"):
        asked("leed")


@pytest.mark.parametrize(
    ("text", "key", "guessed"),
    [
        ("发文单位", "policy.issuers", False),
        (" 发文\n部门* ", "policy.issuers", False),
        ("印发日期", "policy.date", False),
        ("主管部门（盖章）", "measure.lead", False),
        ("文件名称及文号", "policy.title", False),
        ("本市政策发布时间", "policy.date", True),
        ("措施内容", "measure.text", True),
    ],
)
def test_headings_are_known_by_themselves_or_by_their_ends(
    text: str, key: str, guessed: bool
) -> None:
    """Spaces, signs and brackets do not count."""
    found = heading(text)
    assert found is not None
    assert (found.key, found.guessed) == (key, guessed)


@pytest.mark.parametrize("text", ["填报单位", "联系电话", "序号", "备注", "更新日期"])
def test_other_headings_mean_nothing(text: str) -> None:
    """The short end of a heading, such as 单位, does not say what it is."""
    assert heading(text) is None


def test_groups_of_rows_are_themes_or_levels() -> None:
    """A row with one text for all columns is one; a policy has that of its first row."""
    rows: Rows = [
        ["政策名称", "发文单位", "主要内容"],
        ["一、省级政策", None, None],
        ["甲办法", "青省政府", "补助10万元。"],
        ["二、人才引育（2项）", None, None],
        ["乙办法", "青河市政府", "补助20万元。"],
    ]
    first, second = policies(rows, ("A2:C2", "A4:C4"))
    assert (first.level, first.themes) == ("省级", ())
    assert (second.level, second.themes) == ("", ("人才引育",))


def test_a_table_of_tasks_is_of_the_paper_that_its_title_names() -> None:
    """Number and year stand there too; roles stand in the cell, sections are themes."""
    rows: Rows = [
        ["附件2"],
        ["《青河市氢能行动计划》2024年重点任务分解表"],
        ["（青政办〔2024〕5号）"],
        ["序号", "重点任务", "具体举措", "责任单位", "完成时限"],
        ["一、制氢", None, None, None, None],
        [1, "扩大产能", "建站5座。", "牵头：市发改委；配合：市应急局、市住建局", "9月底前"],
        [2, None, "产能达到1万吨以上。", "市能源局牵头，市工信局配合", "2024年第三季度"],
        ["合计", None, "2项", None, None],
    ]
    merged = ("A1:E1", "A2:E2", "A3:E3", "A5:E5", "B6:B7")
    document = taken(rows, merged)
    policy = document.drafts[0].policy
    assert (policy.title, policy.doc_number) == ("青河市氢能行动计划", "青政办〔2024〕5号")
    first, second = policy.measures
    assert [m.title for m in policy.measures] == ["扩大产能", "扩大产能"]
    assert (first.lead, first.partners) == ("市发改委", ("市应急局", "市住建局"))
    assert (second.lead, second.partners) == ("市能源局", ("市工信局",))
    assert (first.deadline, second.deadline) == ("2024-09-30", "2024-09-30")
    assert (first.themes, second.themes) == (("制氢",), ("制氢",))
    assert left(document) == [("", 8, "a sum")]
    checks = [(check.measure, check.key) for check in document.drafts[0].checks]
    assert ("item-1", "deadline") in checks  # the year is a guess, the quarter is not
    assert ("item-2", "deadline") not in checks


def test_a_table_of_indicators_gives_figures() -> None:
    """With period and kind from the heading, unit from its column, the name or the cell."""
    rows: Rows = [
        ["青河市科技创新规划主要指标表"],
        ["指标名称", "计量单位", "2025年基数", "2030年目标"],
        ["研发投入强度", "%", 2.1, "≥3"],
        ["合同成交额（亿元）", None, 120, "300以上"],
    ]
    (policy,) = policies(rows)
    assert policy.title == "青河市科技创新规划"
    figures = [tuple(f)[:6] for measure in policy.measures for f in measure.figures]
    assert figures == [
        ("研发投入强度", 2.1, "%", "=", "2025", "actual"),
        ("研发投入强度", 3, "%", ">=", "2030", "target"),
        ("合同成交额", 120, "亿元", "=", "2025", "actual"),
        ("合同成交额", 300, "亿元", ">=", "2030", "target"),
    ]


CARD: Rows = [
    ["政策登记卡", None, None, None],
    ["政策名称", "青河县数字农业三条", None, None],
    ["发文字号", "青政〔2024〕2号", "发文机关", "青河县政府"],
    ["成文日期", "2024年2月1日", "效力状态", "已废止"],
    ["主要内容", "1.建农场10个。\n2.购机补助20%。", None, None],
    ["责任单位", "县农业农村局", "联系电话", "123"],
]


def test_cards_stand_one_below_the_other() -> None:
    """Label and value side by side; numbered lines are measures; a label without a key is named."""
    second = [
        ["政策登记卡"],
        ["政策名称", "乙办法"],
        ["发文机关", "青河县科技局"],
        ["内容", "补。"],
    ]
    document = taken([*CARD, [], *second], ("A1:D1", "B2:D2", "B5:D5"))
    first, other = (draft.policy for draft in document.drafts)
    assert (first.title, first.doc_number) == ("青河县数字农业三条", "青政〔2024〕2号")
    assert (first.date, first.status) == ("2024-02-01", "repealed")
    assert [m.text for m in first.measures] == ["建农场10个。", "购机补助20%。"]
    assert {m.lead for m in first.measures} == {"县农业农村局"}
    assert (other.title, other.issuers) == ("乙办法", ("青河县科技局",))
    assert [(column, row) for column, row, _reason in left(document)] == [("联系电话", 6)]


def test_a_card_may_hold_a_table_of_tasks() -> None:
    """Which are then tasks of the policy on the card."""
    table = [["工作任务", "责任单位", "完成时限"], ["培训20场。", "县科技局", "2025年12月31日前"]]
    (policy,) = policies([*CARD[:4], *table])
    assert policy.title == "青河县数字农业三条"
    assert policy.issuers == ("青河县政府",)
    assert [(m.text, m.deadline) for m in policy.measures] == [("培训20场。", "2025-12-31")]


def test_a_table_whose_columns_are_policies_is_turned() -> None:
    """As where two cities are compared."""
    rows: Rows = [
        ["政策名称", "甲市十条", "乙市八条"],
        ["发文单位", "甲市政府", "乙市政府"],
        ["主要内容", "奖50万元。", "奖80万元。"],
    ]
    assert [(p.title, p.issuers, p.measures[0].text) for p in policies(rows)] == [
        ("甲市十条", ("甲市政府",), "奖50万元。"),
        ("乙市八条", ("乙市政府",), "奖80万元。"),
    ]


@pytest.mark.parametrize(
    ("cell", "date", "doubtful"),
    [
        ("2024.3.5", "2024-03-05", False),
        ("二〇二三年十二月", "2023-12", False),
        ("２０２２年８月", "2022-08", False),
        ("2024/7/1 ", "2024-07-01", False),
        (20240901, "2024-09-01", False),
        (45366, "2024-03-15", True),
        (2024.1, "2024-01", True),  # or 2024.10
        ("2024年5月6日印发", "2024-05-06", True),
        ("去年", "", True),
    ],
)
def test_dates_in_every_notation(cell: object, date: str, doubtful: bool) -> None:
    """What had to be guessed is marked."""
    (draft,) = taken([["政策名称", "发文日期"], ["甲办法", cell]]).drafts
    assert draft.policy.date == date
    assert any(check.key == "date" for check in draft.checks) == doubtful


@pytest.mark.parametrize(
    ("cell", "deadline"),
    [
        ("2025年底前", "2025-12-31"),
        ("2025年6月底", "2025-06-30"),
        ("2024年2月末前", "2024-02-29"),
        ("2025年6月", "2025-06"),
        ("2025年上半年", "2025-06-30"),
        ("2024年12月31日前完成", "2024-12-31"),
        ("2024—2026年", "2026"),
        ("长期", "长期"),
        ("每年12月", "每年12月"),
        ("年底前", "年底前"),  # of which year nobody says
    ],
)
def test_deadlines(cell: str, deadline: str) -> None:
    """A day where one is meant, words where none is."""
    (policy,) = policies([["政策名称", "主要内容", "完成时限"], ["甲办法", "建站。", cell]])
    assert policy.measures[0].deadline == deadline


def test_links_are_addresses_of_the_policies() -> None:
    """Those behind titles, and those of a column of links."""
    rows: Rows = [
        ["政策名称", "主要内容", "原文链接"],
        ["甲办法", "补。", None],
        ["乙办法", "奖。", "查看"],
    ]
    document = taken(rows, (), {"A2": "https://a.example/1", "C3": "https://a.example/2"})
    sources = [draft.policy.source for draft in document.drafts]
    assert [source.url for source in sources if source] == [
        "https://a.example/1",
        "https://a.example/2",
    ]


def test_several_sheets() -> None:
    """Each with its header; one of something else is named; the source names the sheet."""
    head = ["政策名称", "主要内容"]
    sheets = [
        ("2023年", [head, ["甲办法", "补10万元。"], head, ["乙办法", "补20万元。"]], (), NONE),
        ("2024年", [head, ["丙办法", "补30万元。"]], (), NONE),
        ("联系人", [["姓名", "电话"], ["甲", "1"]], (), NONE),
    ]
    document = take(list(xlsx.read(book(*sheets))), "台账.xlsx")
    assert [draft.policy.title for draft in document.drafts] == ["甲办法", "乙办法", "丙办法"]
    assert [draft.policy.source.locator for draft in document.drafts if draft.policy.source] == [
        "台账.xlsx 2023年",
        "台账.xlsx 2023年",
        "台账.xlsx 2024年",
    ]
    assert [(each.sheet, each.reason) for each in document.left] == [
        ("联系人", "holds no table of policies, tasks or indicators")
    ]


def test_a_table_without_policies_is_refused() -> None:
    """Statistics are none, however they are headed."""
    with pytest.raises(DocumentError, match=r"is not a ledger: .*--map"):
        taken([["部门", "2022年", "2023年", "合计"], ["市科技局", 4, 6, 10]])


def test_rows_that_contradict_each_other_are_marked() -> None:
    """The first row counts."""
    rows: Rows = [
        ["政策名称", "发文单位", "主要内容"],
        ["甲办法", "甲局", "补。"],
        ["甲办法", "乙局", "奖。"],
    ]
    (draft,) = taken(rows).drafts
    assert draft.policy.issuers == ("甲局",)
    assert [(c.key, c.what) for c in draft.checks if c.key == "issuers"] == [
        ("issuers", "another row says: 乙局")
    ]


def test_what_other_columns_say_is_added_to_the_wording() -> None:
    """With the heading before it; the figures of both are found."""
    rows: Rows = [
        ["政策名称", "内容摘要", "支持标准"],
        ["甲办法", "支持首台套。", "最高奖励50万元"],
    ]
    measure: Measure = policies(rows)[0].measures[0]
    assert measure.text == "支持首台套。\n支持标准：最高奖励50万元"
    assert [(f.op, f.value, f.unit) for f in measure.figures] == [("<=", 50, "万元")]


def test_a_column_may_hold_two_things() -> None:
    """As its heading says: each goes where it belongs."""
    rows: Rows = [
        ["政策名称及文号", "发文机关及日期", "主要内容"],
        ["《转化办法》（青政〔2024〕3号）", "青河市政府，2024年2月26日", "补。"],
        ["人才办法\n青人社〔2023〕7号", "市人社局、市财政局\n2023-05", "奖。"],
    ]
    first, second = policies(rows)
    assert (first.title, first.doc_number) == ("转化办法", "青政〔2024〕3号")
    assert (first.issuers, first.date) == (("青河市政府",), "2024-02-26")
    assert (second.title, second.doc_number) == ("人才办法", "青人社〔2023〕7号")
    assert (second.issuers, second.date) == (("市人社局", "市财政局"), "2023-05")


def test_a_wording_is_known_by_itself() -> None:
    """Under a heading of its own making, which is said; remarks are never that."""
    rows: Rows = [
        ["政策名称", "文号", "干货", "备注"],
        ["转化办法", "青政〔2024〕3号", "对中试基地给予补助。", "以上内容仅供内部参考。"],
    ]
    document = taken(rows)
    assert document.drafts[0].policy.measures[0].text == "对中试基地给予补助。"
    assert [(each.column, each.key) for each in document.guessed] == [("干货", "measure.text")]
    assert [each.column for each in document.left] == ["备注"]


def test_a_time_of_validity_has_two_ends() -> None:
    """In one cell."""
    rows: Rows = [["政策名称", "执行期限"], ["甲办法", "2023年5月1日至2026年4月30日"]]
    (policy,) = policies(rows)
    assert (policy.in_force_from, policy.in_force_until) == ("2023-05-01", "2026-04-30")


def test_a_label_beside_a_table_is_none_of_its_columns() -> None:
    """Merged over header and rows; and a label of a card that is not known is not a value."""
    rows: Rows = [
        ["基本信息", "政策名称", "转化条例", "文号", "青人常〔2022〕6号"],
        [None, "制定机关", "青河市人大常委会", "采集时间", "2022年9月1日"],
        ["政策内容", "条款", "内容要点", "责任单位", None],
        [None, "第八条", "设立基金5亿元。", "市财政局", None],
    ]
    document = taken(rows, ("A1:A2", "A3:A4"))
    policy = document.drafts[0].policy
    assert policy.issuers == ("青河市人大常委会",)
    assert [m.lead for m in policy.measures] == ["市财政局"]
    assert [(m.text, m.locator) for m in policy.measures] == [("设立基金5亿元。", "第八条")]
    assert "采集时间" in [each.column for each in document.left]
