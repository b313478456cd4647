"""Who does what a measure lays down, and by when, as the end of its text says it."""

import datetime
import re
from typing import NamedTuple

from policycli.language import N_
from policycli.text.numerals import CHINESE, number, year

__all__ = ["FIRST_OF_SEVERAL", "SEVERAL", "Responsible", "by_when", "names", "responsible"]

FIRST_OF_SEVERAL = N_("the first of several bodies responsible")
SEVERAL = N_("several bodies, and none is said to lead")

_MARK = r"\s*[:：]\s*(?P<names>[^）)；;。\n]{2,160})"
_LEAD = re.compile(
    rf"(?P<how>牵头|责任|负责|主办|主责|承办|实施)(?:单位|部门|科室|处室|主体){_MARK}"
)
_BY = re.compile(
    r"[（(](?P<names>[^（）()：:。；]{2,80}?)"
    r"(?P<how>牵头|(?:按(?:照)?职责(?:分工)?|分别|共同|具体)*负责)(?![人制同])"
    r"(?P<rest>[^（）()。]{0,80})[）)]"
)
_PARTNERS = re.compile(rf"(?:配合|参与|协办|参加|协助|协同)(?:单位|部门)?{_MARK}")
_WHEN = re.compile(
    r"(?:完成|办结|落实|实施)?(?:时限|时间|期限|节点)(?:要求)?\s*[:：]\s*(?P<when>[^）)；;。，\n]{2,30})"
)
_BETWEEN = re.compile(r"[、，,；;\s]+|(?<=[局厅委部会府办])(?:和|及|与|会同)")
_END = re.compile(
    r"(?:按(?:照)?(?:各自)?职责(?:分工)?|分别|共同|具体|配合|参与|负责|牵头|落实|组织实施|为主|"
    r"等(?:有关|相关|单位|部门|按|共同|配合|参与|负责|$))+.*$|[（(].*$"
)
_BODY = re.compile(
    r"(?:[局委厅部办府会院所司署行校团处科站社组企县区市州乡镇盟旗]|中心|公司|单位|机构|部门|集团|大学|学院|高校|街道|"
    r"联盟|基地|平台|园区|海关|法院|总队|支队|集聚区|开发区|高新区|新区|主体|承担方|依托方|中科院|工商联|妇联|"
    r"科协|医保|税务|邮政|企业家|村|馆)$"
)
_YEAR = rf"(?P<year>[0-9]{{4}}|[{CHINESE}]{{4}})\s*年"
_DATE = re.compile(
    rf"{_YEAR}(?:\s*(?P<month>[0-9]{{1,2}}|[{CHINESE}]{{1,2}})\s*月)?(?:\s*(?P<day>[0-9]{{1,2}})\s*日)?"
    r"\s*(?:度)?\s*(?P<end>底|末)?"
)


class Responsible(NamedTuple):
    """Who leads, who takes part, until when, and whether it is uncertain who of several leads."""

    lead: str = ""
    partners: tuple[str, ...] = ()
    deadline: str = ""
    doubtful: bool = False


def responsible(text: str) -> Responsible:
    """What a text says of it; the body that leads stands first."""
    until = _WHEN.search(text)
    deadline = by_when(until["when"]) if until else ""
    found = _LEAD.search(text) or _BY.search(text)
    named = names(found["names"]) if found else []
    if not found or not named:
        return Responsible(deadline=deadline)
    with_them = _PARTNERS.search(text)
    rest = with_them["names"] if with_them else found.groupdict().get("rest") or ""
    others = dict.fromkeys([*named[1:], *names(rest)])
    several = len(named) > 1 and found["how"] not in ("牵头", "主办", "主责")
    return Responsible(named[0], tuple(n for n in others if n != named[0]), deadline, several)


def names(text: str) -> list[str]:
    """The bodies that a list names, without what is said of their parts in it."""
    found = (_END.sub("", name).strip("，、：: \n") for name in _BETWEEN.split(text))
    return [name for name in found if 2 <= len(name) <= 30 and _BODY.search(name)]


def by_when(text: str) -> str:
    """A deadline as a date, as exact as it is given; empty for 持续实施 and the like."""
    found = list(_DATE.finditer(text))
    if not found:
        return ""
    last = found[-1]
    own, month = year(last["year"]), number(last["month"]) if last["month"] else 12
    if not own or not isinstance(month, int) or not 1 <= month <= 12:
        return ""
    if last["day"]:
        return _day(int(own), month, int(last["day"]))
    if last["end"]:
        first = datetime.date(int(own) + month // 12, month % 12 + 1, 1)
        return (first - datetime.timedelta(days=1)).isoformat()
    return f"{own}-{month:02d}" if last["month"] else own


def _day(own: int, month: int, day: int) -> str:
    try:
        return datetime.date(own, month, day).isoformat()
    except ValueError:
        return f"{own}-{month:02d}"
