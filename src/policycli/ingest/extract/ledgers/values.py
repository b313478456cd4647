"""Columns of numbers → figures: 单位, 2023年基数, 2025年目标, 资金（万元）."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from policycli.ingest.extract.figures import figures
from policycli.ingest.extract.ledgers.column import Column
from policycli.ingest.extract.ledgers.headings import plain, unit_of
from policycli.records.model import Figure
from policycli.text.numerals import number

__all__ = ["read"]

Cells = Mapping[str, Sequence[tuple[Column, str]]]
Kind = Literal["target", "actual", "growth", ""]

_YEAR = re.compile(r"((?:19|20)[0-9]{2})")
_BARE = re.compile(
    r"([≥≤＞＜><≈~约近超过不低于少高多至达到大小]*\s*[\d.,]+)\s*"
    r"((?:及以)?(?:以上|以下|以内|左右|上|下)?)"
)
_NUMBER = re.compile(r"(-?[\d,]+(?:\.\d+)?)\s*([%％‰]?)")
_ALL = ("数值", "数量", "目标值", "指标值", "目标", "数", "值")
_KINDS: tuple[tuple[Kind, str], ...] = (
    ("growth", "增长|增速|增幅"),
    ("target", "目标|计划|预期|预计|规划|任务"),
    ("actual", "基数|基期|现状|实际|完成|当前|实绩"),
)


def read(
    cells: Cells, name: str, around: Mapping[str, str], *, worded: bool
) -> tuple[tuple[Figure, ...], list[str]]:
    """The figures of a row, and what its columns of numbers say in words.

    Args:
        cells: Of the row, by key.
        name: What the row is about.
        around: What the rows above the table say: the unit of all of it.
        worded: Whether the row has a wording, beside which a mere number is a figure and no words.
    """
    unit = "".join(text for _column, text in cells.get("figure.unit", ()))
    unit = unit or unit_of(name) or around.get("figure.unit", "")
    found: list[Figure] = []
    words: list[str] = []
    for column, text in cells.get("figure.value", ()):
        counted = list(_figures(column, text, name, unit))
        found += counted
        if not (worded and counted and _BARE.fullmatch(text.strip())):
            words.append(f"{column.title}：{_with_unit(text, unit)}")
    return tuple(found), words


def _figures(column: Column, text: str, name: str, unit: str) -> Iterator[Figure]:
    year = _YEAR.search(column.title)
    period = year[1] if year else ""
    kinds: Iterator[Kind] = (kind for kind, words in _KINDS if re.search(words, column.title))
    kind: Kind = next(kinds, "")
    said = _counted(column, name)
    own = unit_of(column.title) or unit
    if plain_number := _NUMBER.fullmatch(text.strip()):
        value = number(plain_number[1].replace(",", ""))
        own = plain_number[2].replace("％", "%") or own
        if own and value is not None:
            yield Figure(said, value, own, "=", period, kind)
        return
    for each in figures(_with_unit(text, own)):
        figure = each.figure
        yield figure._replace(
            indicator=said, period=figure.period or period, kind=kind or figure.kind
        )


def _with_unit(text: str, unit: str) -> str:
    """What a cell says, with the unit behind a number that has none: ≥300, 1500以上."""
    found = _BARE.fullmatch(text.strip())
    return f"{found[1]}{unit}{found[2]}" if found else text


def _counted(column: Column, name: str) -> str:
    """What a number counts: the row, and the column where that says more than when."""
    title = re.sub(r"(?:19|20)[0-9]{2}\s*年?(?:底|末|度)?", "", plain(column.title))
    row = "" if "。" in name else re.sub(r"[（(][^（）()]*[）)]$", "", name).strip()
    whole = title in _ALL or any(re.fullmatch(f"(?:{w})(?:值|数)?", title) for _k, w in _KINDS)
    if not title or whole:
        return row
    return f"{row} {title}".strip()
