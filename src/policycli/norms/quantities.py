"""Quantities in the wording of norms: a number, its unit, and whether it is a floor or a ceiling.

Numbers of articles, dates of papers and set phrases (一次性, 统一) are none.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from policycli.norms.wording import folded
from policycli.text.numerals import CHINESE, number
from policycli.tuples import NamedTuple

__all__ = ["TIME", "Bound", "Measured", "masked", "quantities"]

Bound = Literal["floor", "ceiling", "exact"]

TIME = ("月", "日", "工作日", "小时", "日期")
"""Units that make a quantity a deadline or a duration."""

_N = (
    r"(?:[0-9][0-9,]*(?:\.[0-9]+)?"
    rf"|[{CHINESE}万]*[一二两三四五六七八九十百千][{CHINESE}万亿]*(?:点[{CHINESE}]+)?)"
)
_UNITS: dict[str, dict[str, float]] = {
    "元": {"元": 1, "万元": 10**4, "亿元": 10**8},
    "月": {"月": 1, "个月": 1, "年": 12, "周年": 12},
    "工作日": {"工作日": 1, "个工作日": 1},
    "日": {"日": 1, "天": 1, "周": 7},
    "小时": {"小时": 1, "分钟": 1 / 60},
    "岁": {"岁": 1, "周岁": 1},
    "%": {"%": 1, "‰": 0.1, "成": 10},
    "毫升": {"毫升": 1, "升": 1000},
    "米": {"米": 1, "公里": 1000, "厘米": 0.01},
    "平方米": {"平方米": 1, "亩": 2000 / 3, "公顷": 10**4, "平方公里": 10**6},
    "吨": {"吨": 1, "千克": 0.001, "公斤": 0.001},
}  # what each unit is compared in, and how many of it
_COUNTED = (
    "倍",
    "立方米",
    "人",
    "名",
    "户",
    "次",
    "家",
    "分",
    "辆",
    "件",
    "个",
    "项",
    "层",
    "学时",
)
_BASE = {unit: (base, n) for base, units in _UNITS.items() for unit, n in units.items()}
_BASE |= {unit: (unit, 1.0) for unit in _COUNTED}
_UNIT = "|".join(sorted(map(re.escape, _BASE), key=len, reverse=True))
_FIGURE = re.compile(
    rf"(?P<share>百分之|千分之)(?P<percent>{_N})(?:至(?:百分之|千分之)?(?P<percent_to>{_N}))?"
    rf"|(?P<value>{_N})(?:至|到|—|-|~)?(?P<to>(?<=[至到—~-]){_N})?(?P<unit>{_UNIT})"
)
_DAY = re.compile(rf"(?:(?P<month>{_N})月(?:(?P<day>{_N})日|底|末)|(?P<quarter>[一二三四])季度)")
_YEAR = re.compile(rf"(?:[12][0-9]{{3}}|[一二][{CHINESE}]{{3}})年(?:{_N}月(?:{_N}日)?)?")
_ORDINAL = re.compile(
    rf"第{_N}(?:条|款|项|章|节|编|次|届|届|类)?(?:之{_N})?|[（(]{_N}[)）]|[一二两三]级"
)
_NOT = r"(?<!不)(?<!不[得应能])"
_FLOOR = re.compile(
    r"(?:不(?:得|应|能)?(?:低于|少于|小于|短于|不足)|至少|最低|最少"
    rf"|{_NOT}(?:超过|高于|多于|大于)|满)[^，。；]{{0,3}}$|最[低少][^，。；]{{0,5}}为$"
)
_CEILING = re.compile(
    r"(?:不(?:得|应|能)?(?:超过|高于|多于|大于|长于|超出)|最高|最多|至多|最长|上限|[不未]满"
    rf"|{_NOT}(?:不足|低于|少于))[^，。；]{{0,3}}$"
)
_AFTER_FLOOR = re.compile(r"(?:及|或者)?以上")
_AFTER_CEILING = re.compile(r"(?:及|或者)?(?:以下|以内|之内|内|前|之前)")
_TO = re.compile("(?:及|或者)?以上[、，,]?(?:至)?")
_UNTIL = re.compile("(?:及|或者)?以[下内]")
_WEAK = ("个", "次", "项", "名", "人", "家", "户", "件", "分", "层", "辆", "成")
_OF_A_YEAR = ("度", "级", "龄")  # 上一年度 is no duration
_NOT_COUNTED = re.compile(r"(?:统|同|唯|单|任|某|每|逐|一|第|专|不|万|之)$")
_SET = re.compile(
    r"性|般|定|切|律|体|致|并|旦|方面|公开|一|起|直|系列|批|些|度|代|期|流|窗|站|网|卡|类|条龙"
)


class Measured(NamedTuple):
    """A quantity in a text.

    Attributes:
        low: Its value in the unit that is compared; the lower end of a range.
        high: The upper end; the same where it is no range.
        unit: The unit that is compared: 元, 月, 日, %, …; 日期 for a day of the year (MMDD).
        words: As it is written.
        span: Where in the text.
    """

    low: float
    high: float
    unit: str
    bound: Bound
    words: str
    span: tuple[int, int]


@lru_cache(8192)
def quantities(text: str) -> tuple[Measured, ...]:
    """The quantities of a text, in its order."""
    plain = folded(text)
    taken = [found.span() for pattern in (_ORDINAL, _YEAR) for found in pattern.finditer(plain)]
    days = [*_days(plain, taken)]
    taken += [day.span for day in days]
    found = sorted([*days, *_figures(plain, taken)], key=lambda q: q.span)
    return tuple(_ranges(plain, found))


def _ranges(text: str, found: list[Measured]) -> Iterator[Measured]:
    """Quantities, with a floor and the ceiling right behind it (一万元以上五万元以下) made one."""
    at = 0
    while at < len(found):
        whole = _range(text, *found[at : at + 2]) if at + 1 < len(found) else None
        yield whole or found[at]
        at += 2 if whole else 1


def _range(text: str, one: Measured, other: Measured) -> Measured | None:
    """Two quantities as one, where they are the ends of it."""
    ends = _UNTIL.match(text, other.span[1])
    between = text[one.span[1] : other.span[0]]
    if not ends or not _TO.fullmatch(between) or one.unit != other.unit or one.low > other.high:
        return None
    span = one.span[0], ends.end()
    return Measured(one.low, other.high, one.unit, "exact", text[slice(*span)], span)


def _days(text: str, taken: list[tuple[int, int]]) -> Iterator[Measured]:
    for found in _DAY.finditer(text):
        if _inside(found.span(), taken):
            continue
        if found["quarter"]:
            value = float({"一": 331, "二": 630, "三": 930, "四": 1231}[found["quarter"]])
        else:
            month = number(found["month"]) or 0
            value = month * 100.0 + float(number(found["day"]) or 31 if found["day"] else 31)
        yield Measured(value, value, "日期", _bound(text, *found.span()), found[0], found.span())


def _figures(text: str, taken: list[tuple[int, int]]) -> Iterator[Measured]:
    for found in _FIGURE.finditer(text):
        start, end = found.span()
        if _inside((start, end), taken) or _phrase(text, found):
            continue
        if found["share"]:
            scale = 1.0 if found["share"] == "百分之" else 0.1
            low, high, unit = found["percent"], found["percent_to"], "%"
        else:
            unit, scale = _BASE[found["unit"]]
            low, high = found["value"], found["to"]
        first = _value(low)
        last = _value(high) if high else first
        if first is not None and last is not None:
            bound = _bound(text, start, end)
            yield Measured(first * scale, last * scale, unit, bound, found[0], (start, end))


def _value(written: str) -> float | None:
    value = number(written.replace(",", "").replace("点", "点"))
    return None if value is None else float(value)


def _inside(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)


def _phrase(text: str, found: re.Match[str]) -> bool:
    """Whether it is no quantity but a set phrase: 统一, 一次性, 一个."""
    start, end = found.span()
    if found["unit"] == "年" and text[end : end + 1] in _OF_A_YEAR:
        return True
    if found["share"] or found["unit"] not in _WEAK:
        return False
    weak = found["value"] in ("一", "两", "1")
    return weak or bool(_NOT_COUNTED.search(text[:start]) or _SET.match(text[end:]))


def _bound(text: str, start: int, end: int) -> Bound:
    before, after = text[max(0, start - 8) : start], text[end : end + 4]
    if _AFTER_FLOOR.match(after):
        return "floor"
    if _AFTER_CEILING.match(after) or _CEILING.search(before):
        return "ceiling"
    return "floor" if _FLOOR.search(before) else "exact"


@lru_cache(8192)
def masked(text: str) -> str:
    """``text`` with its quantities blanked, so that likeness is of what they measure."""
    for each in reversed(quantities(text)):
        start, end = each.span
        text = text[:start] + "#" + text[end:]
    return text
