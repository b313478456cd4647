"""Figures in tables: a value, its row's name, and the unit that its column or row gives."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from policycli.ingest.extract.figures import Found, figures
from policycli.ingest.extract.periods import period
from policycli.records.model import Figure
from policycli.text.numerals import CHINESE, DIGITS, number

__all__ = ["table_figures"]

Rows = Sequence[Sequence[str]]

_UNIT_COLUMN = re.compile(r"(?:计量)?单位$")
_IN_HEADER = re.compile(r"[（(](?:单位[:：])?\s*([^（()）\d]{1,8})[)）]\s*$")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\s*年")
_SERIAL = re.compile(r"序号|编号|代码|年份|年度|日期|电话|邮编|No\.?", re.IGNORECASE)
_BARE = re.compile(rf"[{DIGITS}.．,，\s]+[%％]?|[{CHINESE}]+")
_VALUES = ("", "数量", "数值", "指标值", "目标值")
_BODY = re.compile(r"单位名称|责任单位|牵头单位|配合单位")


def table_figures(rows: Rows, written: str) -> Iterator[Found]:
    """The figures of a table whose first row is its header.

    Args:
        rows: All rows, the header first.
        written: The year that the paper is of.
    """
    if not rows:
        return
    header, *body = rows
    units = next((at for at, cell in enumerate(header) if _UNIT_COLUMN.match(cell)), None)
    for row in body:
        label = row_label = _label(header, row, units)
        if not label:
            continue
        in_label = _IN_HEADER.search(label)
        unit = row[units] if units is not None and units < len(row) else ""
        unit = unit or (in_label[1] if in_label else "")
        label = _IN_HEADER.sub("", label).strip()
        for title, cell in zip(header, row, strict=False):
            if cell and cell not in (row_label, unit) and not _SERIAL.search(title):
                yield from _cell(label, title, cell, unit, written)


def _label(header: Sequence[str], row: Sequence[str], units: int | None) -> str:
    """What a row is called: its first cell that is neither a number nor the unit."""
    for at, cell in enumerate(row[: len(header)]):
        named = cell and number(cell) is None and at != units and not _SERIAL.search(header[at])
        if named:
            return cell
    return ""


def _cell(label: str, title: str, cell: str, unit: str, written: str) -> Iterator[Found]:
    when = period(title, written) if _YEAR.search(title) else None
    kind: Literal["target", ""] = "target" if "目标" in title else ""
    name = _IN_HEADER.sub("", title).strip()
    indicator = label if when or name in _VALUES else f"{label} {name}"
    in_header = _IN_HEADER.search(title)
    own = unit or (in_header[1] if in_header else "")
    value = number(cell.rstrip("%％")) if _BARE.fullmatch(cell) else None
    if value is not None:
        shown = "%" if cell.endswith(("%", "％")) else own
        if shown:
            text = when.text if when else ""
            yield Found(Figure(indicator, value, shown, "=", text, kind), 0)
        return
    if len(cell) > 30 or _BODY.search(title):
        return
    for found in figures(cell, written) or figures(cell + own, written):
        text = found.figure.period or (when.text if when else "")
        figure = found.figure._replace(indicator=indicator, period=text)
        yield Found(figure._replace(kind=kind or figure.kind), 0)
