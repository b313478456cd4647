"""Tables of tasks (分工表, 责任清单) in a paper: a measure for every row, with who does it by when.

What the columns are is known as in ledgers; a row of one cell is a section, and cells that are
empty because they were merged take the one above.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from policycli.ingest.extract.dates import title_year
from policycli.ingest.extract.ledgers.cells import (
    THIS_YEAR,
    Said,
    deadline,
    issuers,
    items,
    led,
    ranked,
    responsible,
)
from policycli.ingest.extract.ledgers.column import Column
from policycli.ingest.extract.ledgers.columns import columns
from policycli.ingest.extract.ledgers.context import first_leads
from policycli.ingest.extract.ledgers.grid import Line, Sheet, Table, distinct, tables
from policycli.ingest.extract.ledgers.headings import SERIAL, heading, plain
from policycli.ingest.extract.responsible import Responsible, by_when
from policycli.ingest.extract.responsible import responsible as said_to_lead
from policycli.ingest.readers.blocks import Block
from policycli.text.part_marks import mark

__all__ = ["Task", "without_tasks"]

_CONTINUED = re.compile(r"[（(]?(?:续表|接上表)[0-9一二三]*[）)]?")
_TITLE = re.compile(
    r"[^。；]{4,60}(?:表|清单|台账)(?:[（(][^（）()]*[）)])?|表\s*\d[\d.-]*[^。；]{0,40}"
)
_GROUPS = ("policy.themes", "measure.themes")
_TIMED = {"measure.text", "measure.deadline"}
_TARGETS = {"figure.indicator", "figure.value"}
_AIM = re.compile(r"目标|计划|预期|规划|任务")
_PLANNED = ("预期性", "约束性")
"""What plans call their indicators."""
_GRANT = re.compile(r"政策|支持|扶持|奖|补|优惠|资助")
_COUNTED = ("figure.unit", "figure.value")
_NAMES = ("measure.title", "figure.indicator")


class _Read(NamedTuple):
    """A table of tasks that goes on where the next one has no header, and the year it is of."""

    table: Table
    columns: Sequence[Column]
    year: str = ""

    @property
    def serial(self) -> int:
        """The column that counts the rows; -1 where there is none."""
        titles = enumerate(self.table.titles)
        return next((at for at, title in titles if plain(title) in SERIAL), -1)


class Task(NamedTuple):
    """A row of a table of tasks.

    Attributes:
        numbers: Of a table of indicators, its columns of numbers and their cells, two rows that
            begin with what the row is called.
        place: The heading above the table.
    """

    number: str
    title: str
    text: str
    section: str
    who: Responsible
    numbers: tuple[tuple[str, ...], ...] = ()
    place: str = ""


def without_tasks(blocks: Sequence[Block], written: str = "") -> tuple[list[Block], list[Task]]:
    """The blocks without tables of tasks, and the tasks.

    Args:
        blocks: Of a paper.
        written: The year that it is of, for deadlines that name none.
    """
    kept: list[Block] = []
    found: list[Task] = []
    how: _Read | None = None
    place = ""
    for block in blocks:
        if not block.rows:
            above = mark(block.text)
            place = (above.shown if above else "") if above or block.kind == "heading" else place
            kept += [] if how and _CONTINUED.fullmatch(block.text) else [block]
            continue
        title = kept[-1].text if kept and _is_title(kept[-1]) else ""
        year = title_year(title, written)
        own = [each._replace(year=year) for each in _read(block, title)]
        own = own or list(_continued(block, how))
        for how in own:
            found += (task._replace(place=place) for task in _tasks(how))
        if own:
            kept = kept[: -1 if title else None]
        kept += [] if own else [block]
    return kept, found


def _is_title(block: Block) -> bool:
    """Whether a paragraph is nothing but the title of the table below."""
    return block.kind == "paragraph" and _TITLE.fullmatch(block.text) is not None


def _read(block: Block, title: str) -> Iterator[_Read]:
    """The tables of a block with their columns, where these are those of tables of tasks.

    Numbers are tasks where they are to be reached, which a heading or the title above says.
    """
    for table in tables(Sheet("", block.rows)):
        found, _left = columns(table, {})
        keys = {c.key for c in found if heading(c.title) or c.key == "figure.value"}
        said = keys & {*_NAMES, *_GROUPS, "measure.text"}
        planned = any(cell in _PLANNED for line in table.body for cell in line.cells)
        aims = keys >= _TARGETS and (planned or _AIM.search("".join([title, *table.titles])))
        if (said and "measure.lead" in keys) or keys >= _TIMED or aims or _grants(found):
            yield _Read(table, found)


def _grants(found: Sequence[Column]) -> bool:
    """Whether a table lists what is granted: 事项名称 beside 扶持内容."""
    sure = {c.key: c.title for c in found if not c.known.guessed}
    return "measure.title" in sure and _GRANT.match(sure.get("measure.text", "")) is not None


def _continued(block: Block, how: _Read | None) -> Iterator[_Read]:
    """The table above, where this one goes on with it without a header."""
    if not how or how.serial < 0 or len(block.rows[0]) != len(how.table.titles):
        return
    first = block.rows[0][how.serial]
    if first.isdigit() and first != "1":
        lines = [Line(at, row) for at, row in enumerate(block.rows)]
        yield _Read(how.table._replace(body=lines), how.columns)


def _tasks(read: _Read) -> Iterator[Task]:
    """The tasks of the rows below a header."""
    section = ""
    above: dict[str, str] = {}
    for line in read.table.body:
        filled = distinct(line.cells)
        if len(filled) == 1 and len(line.cells) != 2:
            section = filled[0]
            continue
        cells = _cells(line, read.columns)
        for key in (*_NAMES, *_GROUPS):
            cells[key] = above[key] = cells.get(key) or above.get(key, "")
        if task := _task(line, cells, section, read):
            number = line.cells[read.serial] if read.serial >= 0 else ""
            for text in items(task.text):
                yield task._replace(number=number, text=text)


def _cells(line: Line, found: Sequence[Column]) -> dict[str, str]:
    cells: dict[str, str] = {}
    for column in found:
        if text := line.cells[column.at]:
            cells[column.key] = "\n".join(filter(None, (cells.get(column.key, ""), text)))
    return cells


def _task(line: Line, cells: Mapping[str, str], section: str, read: _Read) -> Task | None:
    name = next(filter(None, (cells[key] for key in _NAMES)), "")
    group = next(filter(None, (cells[key] for key in _GROUPS)), "")
    counted = [(c.title, line.cells[c.at]) for c in read.columns if c.key in _COUNTED]
    counted = [each for each in counted if name and each[1]]
    text = cells.get("measure.text", "") or _words(counted)
    if not text and not name:
        return None
    bodies = cells.get("measure.lead", "")
    if bodies and first_leads(read.table):
        bodies = ranked(bodies)
    lead, partners, doubt = led(responsible(bodies), said_to_lead(text).lead)
    partners += issuers(cells.get("measure.partners", ""))
    until = cells.get("measure.deadline", "")
    said = deadline(until, read.year) if until else Said(by_when(counted[-1][0] if counted else ""))
    own = said.check == THIS_YEAR
    who = Responsible(lead, tuple(dict.fromkeys(partners)), said.value, bool(doubt), own)
    numbers = tuple(zip(("指标", name), *counted, strict=True)) if counted else ()
    return Task("", name, text or name, section or group, who, numbers)


def _words(counted: Sequence[tuple[str, str]]) -> str:
    """What columns of numbers say, in words."""
    if len(counted) == 1:
        return counted[0][1]
    return "；".join(f"{title}：{text}" for title, text in counted)
