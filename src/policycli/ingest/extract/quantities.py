"""Numbers with a unit in a sentence, and how exact the sentence says they are.

The unit decides what is a figure. Dates, ordinals (第三条) and names (虾稻 1 号) have none, and
Chinese numerals in set phrases (两个维护, 一批) are left out. Names of papers should be masked.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from policycli.ingest.extract import operators
from policycli.ingest.extract.units import SCALES, TIMES, UNIT, WEAK, is_money, is_share, worth
from policycli.language import N_
from policycli.records.model import Op
from policycli.text.numerals import CHINESE, number

__all__ = ["IMPLIED", "Quantity", "quantities"]

_BARE = rf"(?:{SCALES})(?=[，。；、）)的（(余多至以左]|资金|投资|贷款|\s*$)"
_DIGIT = "[0-9０-９]"
_DIGITS = (
    rf"(?:{_DIGIT}{{1,3}}(?:[,，]{_DIGIT}{{3}}){{1,4}}|{_DIGIT}{{1,15}})(?:[.．]{_DIGIT}{{1,8}})?"
)
_NUMERAL = rf"(?:{_DIGITS}|[{CHINESE}]{{1,12}}(?:点[{CHINESE}]{{1,6}})?)"
_HOLDS = r"(?:[（(](?P<{}>不?(?:包?含|包括))[^（）()]{{0,6}}[）)])?"
_FIGURE = re.compile(
    rf"(?P<share>百分之|千分之)?(?P<value>{_NUMERAL})\s*(?P<more>[余多])?"
    rf"(?:\s*(?P<low>{UNIT}|{SCALES})?\s*{_HOLDS.format('lowholds')}(?:以上)?"
    rf"\s*(?:至|到|[-－—–~～]{{1,2}})\s*(?:百分之|千分之)?(?P<to>{_NUMERAL}))?"
    rf"\s*(?P<more2>[余多])?\s*(?P<unit>{UNIT}|{_BARE})?(?P<more3>[余多])?"
)
_COMPOUND = re.compile(
    rf"(?P<a>{_NUMERAL})(?P<big>亿|万)(?P<b>{_NUMERAL})(?P<unit>(?:万|千)?(?:元|人|吨|亩))"
)
_ROUND = re.compile(
    r"(?P<op>近|超|过|逾|上|约|超过|突破)?(?P<scale>百|千|万|十|百万|千万|百亿|千亿|万亿|亿)(?P<more>[余多])?"
    r"(?:(?P<unit>[元家人户名项个亩吨件台辆条])(?![^元]?[民千万])|(?P<class>级))"
)
_GREAT = re.compile(
    r"(?<![第数十百])(?P<value>[二两三四五六七八九])大"
    r"(?P<noun>[^，。；、：（）“”《》\s大]{0,4}?(?:任务|工程|行动|计划|项目|举措|措施|战略|制度|机制|"
    r"体系|高地|平台|中心|基地|集群|领域|板块|产业|系统|方面))"
)
_TASKS = ("任务", "工程", "行动", "计划", "项目", "举措", "措施", "战略", "制度", "机制")
_MANY = re.compile("(?<=[十百千万亿])[余多]")
_BELOW_ZERO = re.compile("(?:零下|[-−－])$")
_NOT_BEFORE = re.compile(
    r"(?:第|[A-Za-z0-9０-９.．〔\[]|[A-Za-z]-|每|号|的一|数|几|分之|跑|红|第[一二三四五六七八九十两0-9]{1,3}个)$"
)
_DATE_BEFORE = re.compile(r"(?:月|年)\s*$")
_TERM = re.compile(
    r"(?:有效期|期限|期间|周期|聘期|任期|学制|时限|年限|为期|徒刑|拘役|管制|保存|留存|公示|保管|追溯)[为是不少于超过]*$"
)
_RELATIVE = re.compile(
    r"(?:[近前后这上下头去今明往历同每第到至从自于在底过末约]|过去|今后|未来|连续|累计)$"
)
_PAST = re.compile("[近前后这上下去今明往历同每第]$")
_CLAUSE_END = re.compile(r"(?:的?(?:期限|时间))?(?:\s*[，。；、）)\n]|\s*$)")
_YEARS = re.compile(r"(?:完整的?)?(?:会计|纳税|财政|自然)?年度")
_LATELY = re.compile(r"(?:近|前|连续|上)$")
_SET_PHRASES = re.compile(
    r"\s*(?:方面|维护|确立|自信|意识|一体|阶段|层面|环节|代表|百年|布局|全面|坚持|转变|统筹|结合|务必|规定精神|万户|历次|[一二三四五六七]中全会)"
)
_ASPECTS = re.compile("方面|层面|维度|阶段|环节")
_LONGEST_YEARS = 100
_BEHIND = 20  # characters
_CLOSE = 6
_LIST = re.compile(r"\s*(?:[、和及与或×*/]|以及)\s*")

_OR_OF = re.compile(
    rf"{_LIST.pattern}|\s*或者?[^，。；：、]{{1,16}}的\s*"
)  # 的70%或者平均数额的70%

IMPLIED = N_("the unit is not written, but implied")


class Quantity(NamedTuple):
    """A number with its unit, and where it stands in its sentence.

    Attributes:
        noun: What is counted, where it is part of the number: 六大工程.
        told: Whether words before it say how exact it is.
    """

    start: int
    end: int
    value: int | float
    unit: str
    op: Op
    check: str = ""
    noun: str = ""
    told: bool = False


def quantities(sentence: str) -> list[Quantity]:
    """The numbers of a sentence that are figures, in its order."""
    special = list(_special(sentence))
    taken = {at for each in special for at in range(each.start, each.end)}
    found = [each for each in _counted(sentence) if taken.isdisjoint(range(each.start, each.end))]
    return sorted((*_shared(sentence, found), *special), key=lambda each: each.start)


def _shared(sentence: str, found: list[Quantity]) -> list[Quantity]:
    """Words before the first of a list are of all of it: 分别不低于5%、10%和15%."""
    for at in range(1, len(found)):
        first, second = found[at - 1 : at + 1]
        if first.told and first.unit == second.unit and first.start < second.start:
            joined = _OR_OF if is_share(first.unit) else _LIST
            in_list = joined.fullmatch(sentence, first.end, second.start)
            if in_list and second.op == "=":
                found[at] = second._replace(op=first.op, told=True)
    return found


def _counted(sentence: str) -> Iterator[Quantity]:
    last = 0  # where the figure before ends: words before it belong to it
    for found in _FIGURE.finditer(sentence):
        if found.start() < last:
            continue
        lead = sentence[max(last, found.start() - operators.WINDOW) : found.start()]
        compound = _COMPOUND.match(sentence, found.start())
        each = [_compound(compound, lead)] if compound else _plain(sentence, found, lead)
        if each:
            last = each[-1].end
        yield from each


def _compound(found: re.Match[str], lead: str) -> Quantity:
    """一万二千元, 1亿2000万元: in the unit of the larger part."""
    tail = found["unit"]
    small = (number(found["b"]) or 0) * {"万": 10**4, "千": 10**3}.get(tail[0], 1)
    value = round((number(found["a"]) or 0) + small / {"亿": 10**8, "万": 10**4}[found["big"]], 8)
    unit = found["big"] + tail.lstrip("万千")
    behind = operators.after(found.string[found.end() : found.end() + _BEHIND], lead)
    op = behind.op or operators.before(lead, unit) or "="
    return Quantity(found.start(), found.end() + behind.length, _whole(value), unit, op)


def _plain(sentence: str, found: re.Match[str], lead: str) -> list[Quantity]:
    value = number(found["value"].replace("，", ","))
    unit = _unit(found)
    if value is None or not unit:
        return []
    behind = operators.after(sentence[found.end() : found.end() + _BEHIND], lead)
    end = found.end() + behind.length
    upper = number(found["to"]) if found["to"] else None
    if upper is not None:
        return _range(found, (value, upper), end, behind.holds)
    past = unit == "个" and _YEARS.match(sentence, found.end())
    said = behind.op or operators.held(operators.before(lead, "年" if past else unit), behind.holds)
    if unit in ("℃", "摄氏度") and _BELOW_ZERO.search(lead):
        value = -value
    op = said or (">" if _more(found) else "=")
    one = Quantity(found.start(), end, value, unit, op, told=bool(said and not behind.op))
    return [one] if _counts(found, one, lead, bool(said)) else []


def _range(
    found: re.Match[str], values: tuple[float, float], end: int, holds: str
) -> list[Quantity]:
    """5,000万元至2亿元 is at least the one and at most the other."""
    unit, low = _unit(found), found["low"] or ""
    if _NOT_BEFORE.search(found.string[max(found.start() - 3, 0) : found.start()]):
        return []
    if not low or unit.startswith(low):
        own = unit
    elif re.fullmatch(SCALES, low):
        own = low + re.sub(f"^(?:{SCALES})", "", unit)
    else:
        own = low
    own = own.replace("％", "%")
    (base, less), (other, more) = worth(values[0], own), worth(values[1], unit)
    dated = own in TIMES and values[0] > _LONGEST_YEARS
    if base != other or less >= more or dated or _is_date(found, unit):
        return []
    ends: tuple[Op, Op] = (">" if (found["lowholds"] or "")[:1] == "不" else ">=", "<=")
    upper = Quantity(found.start(), end, values[1], unit, "<" if holds == "不含" else ends[1])
    return [Quantity(found.start(), end, values[0], own, ends[0]), upper]


def _unit(found: re.Match[str]) -> str:
    """The unit as people write it; 百分之五 is 5 %."""
    if found["share"]:
        return {"百": "%", "千": "‰"}[found["share"][0]]
    return _MANY.sub("", (found["unit"] or "").replace("％", "%"))


def _more(found: re.Match[str]) -> bool:
    own = found["more"] or found["more2"] or found["more3"]
    return bool(own or _MANY.search(found["unit"] or ""))


def _is_date(found: re.Match[str], unit: str) -> bool:
    """Whether a number of days or years goes on a date: 3月15日, 2023年12月."""
    return unit in TIMES and bool(
        _DATE_BEFORE.search(found.string[max(found.start() - 2, 0) : found.start()])
    )


def _counts(found: re.Match[str], one: Quantity, lead: str, said: bool) -> bool:
    """Whether a number is a figure: not part of a date, an ordinal, a name or a set phrase."""
    behind = found.string[one.end : one.end + _BEHIND]
    if _NOT_BEFORE.search(lead) and not found["share"]:
        return False
    if one.unit in ("名", "位") and lead.endswith("前"):
        return False
    if one.unit in TIMES and not _lasts(found, one, lead, said):
        return False
    if not said and one.unit in WEAK and _ASPECTS.match(behind):
        return False
    if one.unit == "分" and not said and not behind.startswith(("的", "，", "。")):
        return False
    return found["value"][0] not in CHINESE or _says_much(found, one, lead, said)


def _lasts(found: re.Match[str], one: Quantity, lead: str, said: bool) -> bool:
    """Whether it is a time that something takes, and no date."""
    if one.value > 999 or _is_date(found, one.unit):
        return False
    if one.unit not in ("年", "日", "天", "周") or _TERM.search(lead):
        return True
    if said:
        return not (one.told and _PAST.search(lead))
    behind = found.string[one.end : one.end + _BEHIND]
    ends = _CLAUSE_END.match(behind) and one.unit != "日" and one.value <= _LONGEST_YEARS
    return bool(ends and lead and "\u4e00" <= lead[-1] <= "\u9fff" and not _RELATIVE.search(lead))


def _says_much(found: re.Match[str], one: Quantity, lead: str, said: bool) -> bool:
    """Whether a Chinese numeral is meant as a number, and not as in 一批, 两个维护 or 三方面."""
    behind = found.string[one.end : one.end + _BEHIND]
    if _SET_PHRASES.match(behind):
        return False
    if found["share"] or (_LATELY.search(lead) and _YEARS.match(behind)):
        return True
    if one.value == 1 and one.unit in WEAK:
        return said and bool(operators.before(lead[-_CLOSE:], one.unit))
    return said or _is_much(found, one)


def _is_much(found: re.Match[str], one: Quantity) -> bool:
    if found["value"][0] in "百千":
        return _more(found)
    if is_money(one.unit) or is_share(one.unit):
        return one.value > 1 or one.unit not in ("元", "千元")
    return one.unit in TIMES or one.value >= (3 if one.unit not in WEAK else 10)


def _special(sentence: str) -> Iterator[Quantity]:
    """Numbers without a numeral or without a unit: 近亿元, 千亿级, 六大工程."""
    for found in _ROUND.finditer(sentence):
        if not (found["op"] or found["class"]) or (
            found.start() and sentence[found.start() - 1] in _NUMERALS
        ):
            continue
        value, unit = _round_value(found["scale"], found["unit"] or "元")
        exceeds = found["op"] in ("超", "过", "逾", "上", "超过", "突破") or found["more"]
        check = IMPLIED if found["class"] else ""
        yield Quantity(found.start(), found.end(), value, unit, ">" if exceeds else "~", check)
    for found in _GREAT.finditer(sentence):
        noun = found["noun"]
        unit = "项" if noun.endswith(_TASKS) else "个"
        count = number(found["value"])
        if count is not None and not noun.endswith("方面"):
            yield Quantity(found.start(), found.end(), count, unit, "=", IMPLIED, noun)


_NUMERALS = frozenset(CHINESE + "0123456789亿万")


def _round_value(scale: str, counted: str) -> tuple[int, str]:
    """近千亿元 is 1000 亿元, and 近百万家 is 100 万家."""
    for big in ("万亿", "亿", "万"):
        if scale.endswith(big):
            rest = scale.removesuffix(big)
            return {"": 1, "十": 10, "百": 100, "千": 1000}[rest], big + counted
    return {"十": 10, "百": 100, "千": 1000}[scale], counted


def _whole(value: float) -> int | float:
    return int(value) if value == int(value) else value
