"""Tables of tasks (分工表, 责任清单): a measure for every row, with who does it and by when.

The header tells what a column is, by a table of words; a row of one cell is a section, and cells
that are empty because they were merged take the one above.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policycli.ingest.extract.responsible import by_when, names
from policycli.ingest.readers.blocks import Block
from policycli.text.part_marks import mark

__all__ = ["Task", "without_tasks"]

Rows = Sequence[Sequence[str]]

_WORDS: dict[str, str] = {
    "number": "序号 编号 项次",
    "title": (
        "措施 任务名称 事项 事项名称 工作任务 项目名称 任务 指标 指标名称 目标 工作事项 "
        "清单事项 类别任务"
    ),
    "text": (
        "任务内容 主要内容 重点任务 具体举措 具体任务 具体措施 工作内容 工作措施 举措 内容 "
        "任务举措 主要任务 目标任务 工作举措 具体内容 重点工作 工作要求 任务要求 分解任务 "
        "落实措施 改革举措 建设内容 推进措施"
    ),
    "lead": (
        "牵头单位 责任单位 牵头部门 责任部门 主办单位 主责单位 牵头单位和责任单位 实施单位 "
        "责任主体 负责单位 牵头责任单位 承办单位 落实单位 第一责任单位"
    ),
    "partners": (
        "配合单位 配合部门 协办单位 参与单位 参加单位 协同单位 责任单位（配合） 参与部门 "
        "协助单位 协作单位"
    ),
    "deadline": (
        "完成时限 完成时间 时间节点 时限 完成期限 时间要求 时限要求 时间安排 完成日期 "
        "进度安排 办理时限"
    ),
    "section": "领域 类别 分类 板块 方面 环节 目标分类 一级任务 任务分类",
    "note": "备注 说明 责任人 责任领导 联系人 分管领导",
}
_KIND = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_TARGET = re.compile(r"目标|(?:19|20)\d{2}年|指标值|数值|目标值|预期")
_INNER = re.compile(r"[\s\u3000]|[（(].*[）)]$")
_CONTINUED = re.compile(r"[（(]?(?:续表|接上表)[0-9一二三]*[）)]?")
_HEADER = 4  # rows in which a header stands


class _Columns(NamedTuple):
    """What the columns of a table of tasks are, and where its rows begin."""

    kinds: tuple[str, ...]
    header: tuple[str, ...]
    start: int


class Task(NamedTuple):
    """A row of a table of tasks.

    Attributes:
        target: Of a table of targets, the words of the column and those of its cell.
        place: The heading above the table.
    """

    number: str
    title: str
    text: str
    section: str
    lead: str
    partners: tuple[str, ...]
    deadline: str
    target: tuple[str, str] = ("", "")
    place: str = ""


def without_tasks(blocks: Sequence[Block]) -> tuple[list[Block], list[Task]]:
    """The blocks with every table of tasks emptied, and the tasks."""
    kept: list[Block] = []
    found: list[Task] = []
    how: _Columns | None = None
    place = ""
    for block in blocks:
        if not block.rows:
            above = mark(block.text)
            place = (above.shown if above else "") if above or block.kind == "heading" else place
            kept += [] if how and _CONTINUED.fullmatch(block.text) else [block]
            continue
        own = _columns(block.rows) or _continued(block.rows, how)
        if own:
            how = own
            found += (t._replace(place=place) for t in _tasks(block.rows[own.start :], own))
        kept.append(block._replace(rows=()) if own else block)
    return kept, found


def _continued(rows: Rows, how: _Columns | None) -> _Columns | None:
    """The columns of the table above, where this one goes on with it without a header."""
    if not how or "number" not in how.kinds or len(rows[0]) != len(how.kinds):
        return None
    first = rows[0][how.kinds.index("number")]
    return how._replace(start=0) if first.isdigit() and first != "1" else None


def _columns(rows: Rows) -> _Columns | None:
    """The columns of a table, where its header is that of a table of tasks."""
    for at, row in enumerate(rows[:_HEADER]):
        kinds = tuple(_kind(cell) for cell in row)
        said = {"title", "text", "section"} & set(kinds)
        if (said and "lead" in kinds) or {"text", "deadline"} <= set(kinds):
            return _Columns(_one_of_each(kinds), tuple(row), at + 1)
    return None


def _kind(cell: str) -> str:
    word = _INNER.sub("", cell)
    return _KIND.get(word) or ("target" if _TARGET.search(word) else "")


def _one_of_each(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """任务 beside 具体举措 is the title; two columns of contents are both text."""
    if "text" not in kinds and "title" in kinds and "target" not in kinds:
        return tuple("text" if kind == "title" else kind for kind in kinds)
    return kinds


def _tasks(rows: Rows, how: _Columns) -> Iterator[Task]:
    """The tasks of the rows below a header."""
    section = ""
    above: dict[str, str] = {}
    for row in rows:
        if tuple(row) == how.header:
            continue
        filled = list(dict.fromkeys(cell for cell in row if cell))
        if len(filled) == 1 and len(row) != 2:
            section = filled[0]
            continue
        cells = _cells(row, how.kinds)
        for kind in ("title", "section"):
            cells[kind] = above[kind] = cells.get(kind) or above.get(kind, "")
        if cells.get("text") or (cells["title"] and cells.get("target")):
            yield _task(cells, section, how)


def _cells(row: Sequence[str], kinds: Sequence[str]) -> dict[str, str]:
    cells: dict[str, str] = {}
    for kind, cell in zip(kinds, row, strict=False):
        if kind and cell:
            cells[kind] = f"{cells[kind]}\n{cell}" if kind in cells and kind != "number" else cell
    return cells


def _task(cells: dict[str, str], section: str, how: _Columns) -> Task:
    led = names(cells.get("lead", ""))
    others = [*led[1:], *names(cells.get("partners", ""))]
    target = ("", "")
    if "target" in how.kinds and cells.get("target"):
        target = (how.header[how.kinds.index("target")], cells["target"])
    return Task(
        cells.get("number", ""),
        cells["title"],
        cells.get("text", ""),
        section or cells["section"],
        led[0] if led else "",
        tuple(name for name in dict.fromkeys(others) if name != led[0]) if led else tuple(others),
        by_when(cells.get("deadline", "") or target[0]),
        target,
    )
