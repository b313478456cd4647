"""Figures in a text: a number with its unit, what it counts, how exact it is and for when.

The unit decides what is a figure. Dates, ordinals (第三条) and names (虾稻 1 号) have none, and
Chinese numerals in set phrases (两个维护, 一批) are left out. Names of papers should be masked.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from policycli.ingest.extract.indicators import indicator
from policycli.ingest.extract.periods import Period, period
from policycli.language import N_
from policycli.records.model import Figure, Kind, Op
from policycli.text.numerals import CHINESE, number

__all__ = ["Found", "figures"]

_SCALES = "万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千|百"
_MONEY = "人民币|元|美元|欧元|港元|日元|英镑"
_COUNTED = (
    "人次|家次|项次|人|名|位|户|家|个|项|条|件|种|类|套|台|辆|架|艘|座|所|处|篇|部|册|次|批|支|只|"
    "头|株"
)
_MEASURED = (
    "吨|公斤|千克|斤|克|亩|公顷|平方公里|平方千米|平方米|立方米|公里|千米|米|厘米|毫米|微米|纳米|"
    "千瓦时|兆瓦时|千瓦|兆瓦|吉瓦|度电|吨标准煤|辆次|标准箱|倍|册次|场次|场|课时|学时|分"
)
_SHARES = "个百分点|百分点|％|%|‰"
_LASTING = "个工作日|工作日|个月|小时|分钟|周岁|年|日|天|周"
_UNIT = (
    rf"(?P<unit>(?:{_SCALES})?(?:{_MONEY}|{_MEASURED}|{_SHARES}|{_LASTING}|{_COUNTED})"
    rf"|(?:{_SCALES})(?=[，。；、）)]|以上|左右|资金|投资|贷款))"
)
_DIGIT = "[0-9０-９]"
_DIGITS = (
    rf"(?:{_DIGIT}{{1,3}}(?:[,，]{_DIGIT}{{3}}){{1,4}}|{_DIGIT}{{1,15}})(?:[.．]{_DIGIT}{{1,8}})?"
)
_NUMERAL = rf"(?:{_DIGITS}|[{CHINESE}]{{1,12}}(?:点[{CHINESE}]{{1,6}})?)"
_FIGURE = re.compile(
    rf"(?P<share>百分之|千分之)?(?P<value>{_NUMERAL})\s*(?P<more>[余多])?"
    rf"(?:\s*(?P<low>{_SCALES})?(?:{_MONEY}|{_SHARES}|{_COUNTED})?"
    rf"\s*(?:至|到|[-－—–~～])\s*(?:百分之)?(?P<to>{_NUMERAL}))?"
    rf"\s*(?P<more2>[余多])?\s*{_UNIT}?(?P<more3>[余多])?(?P<after>以上|以下|以内|之内|内|左右|上下)?"
)
_COMPOUND = re.compile(
    rf"(?P<a>{_NUMERAL})(?P<big>亿|万)(?P<b>{_NUMERAL})(?P<unit>(?:万|千)?(?:元|人|吨|亩))"
)
_ROUND = re.compile(
    r"(?P<op>近|超|过|逾|上|约|超过|突破)?(?P<scale>百|千|万|十|百万|千万|百亿|千亿|万亿|亿)"
    r"(?:(?P<unit>元)|(?P<class>级))"
)
_GREAT = re.compile(
    r"(?<![第数十百])(?P<value>[二两三四五六七八九])大"
    r"(?P<noun>[^，。；、：（）“”《》\s大]{0,4}?(?:任务|工程|行动|计划|项目|举措|措施|战略|制度|机制|"
    r"体系|高地|平台|中心|基地|集群|领域|板块|产业|系统|方面))"
)
_TASKS = ("任务", "工程", "行动", "计划", "项目", "举措", "措施", "战略", "制度", "机制")

_BEFORE: tuple[tuple[Op, re.Pattern[str]], ...] = tuple(
    (op, re.compile(f"(?:{words})\\s*(?:人民币)?$"))  # type: ignore[misc]
    for op, words in (
        (">=", "不低于|不少于|不小于|至少|最低|不短于"),
        ("<=", "不超过|不高于|不多于|不大于|不长于|最高|最多|至多|控制在|上限为"),
        (">", "超过|超|突破|逾|多于|高于|大于"),
        ("<", "低于|少于|小于|不足|未满|不满"),
        ("~", "近|接近|将近|(?<![签合条节集公契])约|约为|大概"),
    )
)
_AFTER: dict[str, Op] = {"以上": ">=", "以下": "<=", "以内": "<=", "之内": "<=", "内": "<="}
_AFTER |= {"左右": "~", "上下": "~"}
_NOT_BEFORE = re.compile(r"(?:第|[A-Za-z0-9０-９.．〔\[（(]年?|[月年]第?|每|号|的一|数|几|分之)$")
_MONTH_BEFORE = re.compile(r"(?:月|年)\s*$")
_TERM = re.compile(r"(?:有效期|期限|为期|不少于|不超过)[为是]?$")
_WEAK = ("个", "次", "种", "类", "条", "批", "部", "处")
_SET_PHRASES = re.compile(
    r"\s*(?:方面|维护|确立|自信|意识|一体|阶段|层面|环节|代表|百年|布局|全面|坚持|转变|统筹|结合|务必|"
    r"以上(?!.*人)|工作日(?!内))"
)
_GROWTH = re.compile(r"增长|增幅|增速|同比|环比|下降|减少|提高|增加|降低|提升|翻")
_GOAL = re.compile(r"力争|争取到|计划到|预计|将达到")
_OPENING = re.compile(r"[^，；]{1,40}，")
_CLOSE = 16  # characters that decide what a number is
_NEAR = 400  # characters before a number in which its period is looked for
_SENTENCE = re.compile(r"[^。！？\n]+[。！？\n]?")

IMPLIED = N_("the unit is not written, but implied")
NO_INDICATOR = N_("what is counted was not found")


class Found(NamedTuple):
    """A figure, where it stands in the text, and what is uncertain about it."""

    figure: Figure
    at: int
    checks: tuple[str, ...] = ()


class _Raw(NamedTuple):
    """A number with its unit, before what is around it was looked at."""

    start: int
    end: int
    value: int | float
    unit: str
    op: Op
    check: str = ""
    noun: str = ""


def figures(text: str, written: str = "") -> list[Found]:
    """The figures of a text, in its order.

    Args:
        text: A measure, with the names of papers masked.
        written: The year that the paper is of, for 今年; empty where it is not known.
    """
    found: list[Found] = []
    for sentence in _SENTENCE.finditer(text):
        found += _in_sentence(sentence[0], sentence.start(), written)
    return found


def _in_sentence(sentence: str, offset: int, written: str) -> Iterator[Found]:
    raws = _without_overlaps([*_compounds(sentence), *_plain(sentence), *_special(sentence)])
    last_end, last_name = 0, ""
    for raw in raws:
        before = sentence[max(last_end, raw.start - _NEAR) : raw.start]
        when = period(_timed(sentence, raw.start), written)
        name = raw.noun or indicator(
            before, sentence[raw.end : raw.end + _NEAR], raw.unit, last_name
        )
        checks = [check for check in (raw.check, when.check) if check]
        checks += [] if name else [NO_INDICATOR]
        kind = _kind(raw, before, when)
        figure = Figure(name or sentence[:20], raw.value, raw.unit, raw.op, when.text, kind)
        yield Found(figure, offset + raw.start, tuple(checks))
        last_end, last_name = raw.end, name


def _timed(sentence: str, at: int) -> str:
    """The part of a sentence whose period holds: a semicolon ends it, unless the sentence began so.

    ``1至8月，建立……；新增……`` is all of these months.
    """
    near = sentence[max(at - _NEAR, 0) : at]
    opening = _OPENING.match(sentence, 0, at)
    return (opening[0] if opening else "") + near.rpartition("；")[2]


def _without_overlaps(raws: list[_Raw]) -> list[_Raw]:
    """In the order of the text; of two at the same place the first in the list stays."""
    kept: list[_Raw] = []
    taken = [False] * (max((raw.end for raw in raws), default=0) + 1)
    for raw in raws:
        if not any(taken[raw.start : raw.end]) or (kept and kept[-1].start == raw.start):
            kept.append(raw)
            taken[raw.start : raw.end] = [True] * (raw.end - raw.start)
    return sorted(kept, key=lambda raw: raw.start)


def _kind(raw: _Raw, before: str, when: Period) -> Kind | Literal[""]:
    """Only what the sentence says: that something grows, or that it is a goal."""
    clause = re.split("[，；。]", before)[-1]
    if raw.unit in ("%", "个百分点", "百分点", "倍") and _GROWTH.search(clause):
        return "growth"
    return "target" if when.goal or _GOAL.search(clause) else ""


def _compounds(sentence: str) -> Iterator[_Raw]:
    """一万二千元, 1亿2000万元: in the unit of the larger part."""
    for found in _COMPOUND.finditer(sentence):
        first, second = number(found["a"]), number(found["b"])
        if first is None or second is None:
            continue
        tail = found["unit"]
        small = second * {"万": 10**4, "千": 10**3}.get(tail[0], 1)
        big = {"亿": 10**8, "万": 10**4}[found["big"]]
        value = round(first + small / big, 8)
        unit = found["big"] + tail.lstrip("万千")
        op = _op(_close(sentence, found), "", "")
        yield _Raw(found.start(), found.end(), _whole(value), unit, op)


def _plain(sentence: str) -> Iterator[_Raw]:
    for found in _FIGURE.finditer(sentence):
        unit = _unit(found)
        if not unit or not _counts(sentence, found, unit):
            continue
        value = number(found["value"].replace("，", ","))
        upper = number(found["to"]) if found["to"] else None
        if value is None:
            continue
        if upper is None:
            more = found["more"] or found["more2"] or found["more3"] or ""
            op = _op(_close(sentence, found), more, found["after"] or "")
            yield _Raw(found.start(), found.end(), value, unit, op)
        elif upper > value:
            low = unit if not found["low"] or unit.startswith(found["low"]) else found["low"] + unit
            yield _Raw(found.start(), found.end(), value, low, ">=")
            yield _Raw(found.start(), found.end(), upper, unit, "<=")


def _close(sentence: str, found: re.Match[str]) -> str:
    """The words right before a number; looking at more of a long sentence would take long."""
    return sentence[max(found.start() - _CLOSE, 0) : found.start()]


def _unit(found: re.Match[str]) -> str:
    """The unit as people write it; 百分之五 is 5 %."""
    if found["share"]:
        return {"百": "%", "千": "‰"}[found["share"][0]]
    return (found["unit"] or "").replace("％", "%")


def _counts(sentence: str, found: re.Match[str], unit: str) -> bool:
    """Whether a number is a figure: not part of a date, an ordinal, a name or a set phrase."""
    before, behind = _close(sentence, found), sentence[found.end() : found.end() + _CLOSE]
    if _NOT_BEFORE.search(before) and not (found["share"] or "").strip():
        return False
    if unit in ("年", "日", "天", "周", "月") and not _lasts(before, found):
        return False
    if unit == "分" and not behind.startswith(("以上", "的", "，", "。")):
        return False
    return found["value"][0] not in CHINESE or _says_much(found, unit, behind)


def _lasts(before: str, found: re.Match[str]) -> bool:
    """Whether a number of days or years is a time that something takes, and no date."""
    value = number(found["value"])
    if value is None or value > 999 or _MONTH_BEFORE.search(before):
        return False
    return bool(found["after"] or _TERM.search(before))


def _says_much(found: re.Match[str], unit: str, behind: str) -> bool:
    """Whether a Chinese numeral is meant as a number, and not as in 一批, 两个维护 or 三方面."""
    value = number(found["value"])
    if value is None or _SET_PHRASES.match(behind):
        return False
    if re.match(rf"(?:{_SCALES})?(?:{_MONEY})|(?:{_SHARES})|倍", unit) or found["share"]:
        return value > 1 or unit not in ("元", "千元")
    if re.fullmatch(_LASTING, unit):
        return True
    return value >= 10 or (value >= 3 and unit not in _WEAK)


def _op(before: str, more: str, after: str) -> Op:
    """How exact a number is, by the words before and behind it."""
    if after:
        return _AFTER[after]
    found = next((op for op, pattern in _BEFORE if pattern.search(before)), None)
    return found or (">" if more else "=")


def _special(sentence: str) -> Iterator[_Raw]:
    """Numbers without a numeral or without a unit: 近亿元, 千亿级, 六大工程."""
    for found in _ROUND.finditer(sentence):
        if not (found["op"] or found["class"]):
            continue
        value, unit = _round_value(found["scale"])
        op: Op = ">" if (found["op"] or "")[:1] in (*"超过逾上突",) and found["op"] else "~"
        check = IMPLIED if found["class"] else ""
        yield _Raw(found.start(), found.end(), value, unit, op, check)
    for found in _GREAT.finditer(sentence):
        noun = found["noun"]
        unit = "项" if noun.endswith(_TASKS) else "个"
        count = number(found["value"])
        if count is not None and not noun.endswith("方面"):
            yield _Raw(found.start(), found.end(), count, unit, "=", IMPLIED, noun)


def _round_value(scale: str) -> tuple[int, str]:
    """近千亿元 is 1000 亿元, and 近百万元 is 100 万元."""
    for big in ("万亿", "亿", "万"):
        if scale.endswith(big):
            rest = scale.removesuffix(big)
            return {"": 1, "十": 10, "百": 100, "千": 1000}[rest], f"{big}元"
    return {"十": 10, "百": 100, "千": 1000}[scale], "元"


def _whole(value: float) -> int | float:
    return int(value) if value == int(value) else value
