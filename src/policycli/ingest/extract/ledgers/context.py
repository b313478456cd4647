"""What stands around a table, or on a card: a title, and labels with their values."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policycli.ingest.extract.doc_numbers import NUMBER
from policycli.ingest.extract.ledgers.cells import paper
from policycli.ingest.extract.ledgers.grid import Line, Table, distinct, is_label
from policycli.ingest.extract.ledgers.headings import SERIAL, heading, plain
from policycli.ingest.extract.split import KIND_OF_PAPER

__all__ = ["Context", "context", "first_leads", "is_note", "pairs", "policy_title"]

Pair = tuple[str, str]

_SEGMENTS = re.compile(r"\s{2,}|\u3000+|[；;](?=[^；;]{2,8}[：:])")
_LABELLED = re.compile(r"([^：:。，]{2,12})[：:]\s*(.*)")
_ANNEX = re.compile(r"附\s*[件表]\s*[0-9一二三四五六七八九十]*(?:[-—][0-9]+)?\s*[：:]?\s*")
_LIKE_LABEL = re.compile(
    r"[\u4e00-\u9fff]{2,6}(?:日期|时间|期限|编号|方式|状态|类型|情况|电话|单位|部门|机关|地址|"
    r"科室|处室|人员|范围|依据|渠道|领域|类别|级别|结果|要求|意见)"
    r"|(?:登记|填报|填表|录入|审核|复核|校对|采集|制表|报送|受理|审批|起草|联络|签收)人"
)
_NOTE = re.compile(
    r"[（(]?(?:注|备注|说明|附注|填表|填报|制表|审核|联系|(?:数据|资料)来源|统计口径|"
    r"(?:生成|更新|导出|统计|打印|查询|截[至止])(?:时间|日期|时点)?\s*[：:]|※|\*)"
)
_OF_TABLE = re.compile(
    r"(?:的?(?:(?:重点|主要|目标|工作|年度|责任|任务|分工|分解|落实|推进|进度|政策|指标|措施|举措|清单式?)+)"
    r"(?:一览表|明细表|汇总表|推进表|计划表|分工方案|表|清单|台账)|(?:一览|明细|汇总)表|(?:任务|责任|职责)分工)"
    r"(?:[（(][^（）()]*[）)])?$"
)
_UNIT = re.compile(r"单位[:：]\s*([^\s（()）：:]{1,6})[)）]\s*$", re.MULTILINE)
_FIRST_LEADS = re.compile(r"(?:第一|首)[位个名家]?[^，。；]{0,8}(?:牵头|主办|主责)")
_WHOLLY = re.compile(r"^[（(]([^（）()]*)[）)]$")
_NAMED = re.compile(r"《([^《》]{4,})》")


class Context(NamedTuple):
    """What is known of a table before its header.

    Attributes:
        title: The line that names it; empty where there is none.
        number: A 发文字号 that stands there.
        values: Labels that are known with their values, by the key they stand for.
        unknown: Labels that are not.
    """

    title: str
    number: str
    values: dict[str, str]
    unknown: tuple[str, ...]


def context(lines: Sequence[Line]) -> Context:
    """What the rows above a header say."""
    values: dict[str, str] = {}
    unknown: list[str] = []
    texts: list[str] = []
    number = ""
    if unit := _UNIT.search("\n".join(cell for line in lines for cell in line.cells)):
        values["figure.unit"] = unit[1]
    for line in lines:
        for label, value in pairs(line):
            if not label:
                number = number or (paper(value)[1] if NUMBER.search(value) else "")
                texts.append(value)
            elif known := heading(label):
                values.setdefault(known.key, value)
            elif value and plain(label) not in SERIAL:
                unknown.append(label)
    return Context(_title(texts), number, values, tuple(unknown))


def pairs(line: Line) -> Iterator[Pair]:
    """The labels of a row with what stands behind them; texts without a label have none."""
    inside = distinct(line.cells)
    at = 0
    while at < len(inside):
        text, at = inside[at], at + 1
        alone = len(inside) == 1  # 某区监测指标 is then the title of a table
        label = _is_heading(text, first=alone)
        if not label and not (at > 1 and _LIKE_LABEL.fullmatch(text)):
            yield from _within(text)
            continue
        start = at
        while at < len(inside) and not _is_heading(inside[at], first=at == start):
            if at > start and _LIKE_LABEL.fullmatch(inside[at]):
                break
            at += 1
        yield text, _value(inside[start:at])


def _is_heading(cell: str, *, first: bool) -> bool:
    """Whether a cell is a label; 项目承担单位 right behind one (``first``) is its value."""
    known = heading(cell)
    return is_label(cell) and not (first and known is not None and known.guessed)


def _value(cells: Sequence[str]) -> str:
    """What stands behind a label; a number before it only counts."""
    if len(cells) > 1 and cells[0].isdigit():
        cells = cells[1:]
    return "\n".join(cells)


def _within(text: str) -> Iterator[Pair]:
    """The labels in one cell: 填报单位：县科技局    填报日期：2024年6月."""
    for part in filter(None, (part.strip() for part in _SEGMENTS.split(text))):
        found = _LABELLED.fullmatch(part)
        if found and not _ANNEX.fullmatch(part):
            yield found[1].strip("（( "), found[2].strip("）) ")
        else:
            yield "", _ANNEX.sub("", part, count=1)


def _title(texts: Sequence[str]) -> str:
    """The longest line that is neither a note nor nothing but a 发文字号."""
    lines = [text for text in texts if not is_note(text)]
    bare = [_WHOLLY.sub(r"\1", NUMBER.sub("", _UNIT.sub("", text)).strip()) for text in lines]
    return max(bare, key=len, default="")


def is_note(text: str) -> bool:
    """Whether a line above or below a table explains it."""
    return _NOTE.match(text) is not None


def first_leads(table: Table) -> bool:
    """Whether a table says that the first of several bodies leads: 列第一位的为牵头单位."""
    around = (cell for line in (*table.above, *table.body) for cell in line.cells)
    return any(_FIRST_LEADS.search(text) for text in (*table.titles, *around))


def policy_title(title: str) -> tuple[str, bool]:
    """The paper that a table of tasks is of, by the table's title, and whether that names one.

    《某计划》重点任务分解表 and 某计划重点任务分解表 are both of 某计划.
    """
    if named := _NAMED.search(title):
        return named[1], True
    bare = _OF_TABLE.sub("", title)
    if bare != title and (KIND_OF_PAPER.search(bare) or bare.endswith(("要点", "行动"))):
        return bare, True
    return title, KIND_OF_PAPER.search(title) is not None
