"""Tables that people keep, and what is wrong with some."""

import pytest

from policycli.errors import DocumentError
from policycli.exchange.ledger import Table, read
from policycli.records.model import Document, Figure, Measure, Policy, Region


def table(name: str, *rows: str) -> Table:
    """A sheet, its cells parted by bars."""
    return Table(name, [row.split("|") for row in rows])


POLICIES = table(
    "政策",
    "青山市政策台账",
    "",
    "编号|政策|地区|行政区划代码",
    "qs|转化行动|青山市|990100",
)
MEASURES = table(
    "要点",
    "备注|政策要点|编号|摘要|四端|主题",
    "勿删|转化基金|qs.fund|设立基金。|服务端|金融、转化",
    "|||||",
)


def test_a_ledger_kept_by_hand_is_read() -> None:
    """Columns in any order under a title of the sheet; those that mean nothing are named."""
    figures = table("指标", "id|indicator|value|unit", "qs.fund|规模|3694|万元")
    papers = table("文件", "编号|文件|关系", "qs|转化办法|印发")
    ledger = read([MEASURES, table("说明", "怎样填写"), figures, papers, POLICIES])
    assert ledger.policies == (
        Policy(
            "qs",
            "转化行动",
            region=Region("990100", "青山市"),
            documents=(Document("转化办法", role="issued"),),
            measures=(
                Measure(
                    "fund",
                    "转化基金",
                    "设立基金。",
                    end="service",
                    themes=("金融", "转化"),
                    figures=(Figure("规模", 3694, "万元"),),
                ),
            ),
        ),
    )
    assert ledger.unknown == ("备注",)
    assert ledger.exported == {}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (["编号|指标|数值", "qs.fund|规模|很多"], "X, row 2: value: must be a number, not text"),
        (["编号|指标|数值", "qs|规模|1"], "X, row 2: there is no qs"),
        (["编号|政策要点", "|无名"], "X, row 2: needs an id"),
        (["编号|政策要点", "gs.x|无主"], "X, row 2: there is no gs"),
        (["编号|政策要点", "qs.fund|重复"], "X, row 2: id: 'fund' is already the id of"),
        (["编号|文件|关系", "qs|办法|喜欢"], "X, row 2: role: '喜欢' is not one of issued"),
        (["编号|政策要点|主题", 'qs.x|题|["", 1]'], "X, row 2: themes: is empty"),
    ],
)
def test_faults_are_told_with_sheet_and_row(rows: list[str], said: str) -> None:
    """What a cell says has to be sound, and belong to something."""
    with pytest.raises(DocumentError) as caught:
        read([POLICIES, MEASURES, table("X", *rows)])
    assert said in str(caught.value)


def test_many_faults_are_counted() -> None:
    """Three are told, and how many more there are."""
    rows = [f"gs.{n}|无主" for n in range(9)]
    with pytest.raises(DocumentError, match="row 4: there is no gs; and 6 more"):
        read([POLICIES, table("X", "编号|政策要点", *rows)])


def test_another_workbook_is_none() -> None:
    """A table without the columns of a ledger is told."""
    with pytest.raises(DocumentError, match="is not a ledger"):
        read([table("Sheet1", "姓名|电话", "甲|1")])
