"""Who does what a measure lays down, and by when, as the end of its text says it."""

import datetime
import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from policycli.language import N_
from policycli.text.numerals import CHINESE, number, year

__all__ = ["FIRST_OF_SEVERAL", "SEVERAL", "Responsible", "by_when", "names", "responsible"]

FIRST_OF_SEVERAL = N_("the first of several bodies responsible")
SEVERAL = N_("several bodies, and none is said to lead")

_INSIDE = r"[（(][^（）()]{1,16}[）)]"  # 各市（州）人民政府
_LABEL = re.compile(
    r"(?:(?P<how>牵头|责任|负责|主办|主责|承办|实施)(?:单位|部门|科室|处室|股室|主体)|"
    r"(?P<with>配合|参与|协办|参加|协助|协同)(?:单位|部门)?)\s*[:：]"
)
_LISTED = re.compile(rf"\s*(?P<names>(?:{_INSIDE}|[^（）()〔〕\[\]【】；;。\n]){{2,160}})")
_BY = re.compile(
    rf"[（(〔\[【](?P<names>(?:{_INSIDE}|[^（）()〔〕\[\]【】：:。；]){{2,80}}?)"
    r"(?P<how>牵头|(?:按(?:照)?职责(?:分工)?|分别|共同|具体)*负责)(?![人制同])"
    rf"(?P<rest>(?:{_INSIDE}|[^（）()〔〕\[\]【】。]){{0,80}})[）)〕\]】]"
)
_RUNNING = re.compile(rf"由(?P<names>(?:{_INSIDE}|[^（）()，。；：:由]){{2,60}}?)(?:负责)?牵头")
_DONE = re.compile(
    r"(?P<when>[0-9]{4}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日|底|末)?)(?:之|以)?前[^，。；]{0,10}?"
    r"(?:完成|办结|建成|落实|出台|到位|投入使用)"
)
_FIRST = ("牵头", "主办", "主责")  # of several bodies only the first leads
_WHEN = re.compile(
    r"(?:完成|办结|落实|实施)?(?:时限|时间|期限|节点)(?:要求)?\s*[:：]\s*(?P<when>[^）)；;。，\n]{2,30})"
)
_PIECE = re.compile(rf"(?:{_INSIDE}|[^、，,；;\s（）()])+")
_OTHER_LABEL = re.compile(r"[、，,；;\s]*[\u4e00-\u9fff]{2,8}[：:]")
_JOINED = re.compile(r"(?<=[局厅委部会府办])(?:和|及|与|会同)")
_BEFORE = re.compile(r"^.*由(?=..)")  # 此项工作由某局负责
_PLACES = r"[（(][省市州盟县旗区乡镇街道、，科技厅局委]{1,8}[）)]"
_END = re.compile(
    r"(?:按(?:照)?(?:各自)?职责(?:分工)?|分别|共同|具体|配合|参与|负责|牵头|落实|组织实施|为主|"
    r"等(?:有关|相关|单位|部门|按|共同|配合|参与|负责|$))+.*$|"
    rf"(?!{_PLACES})[（(].*$"
)
_BODY = re.compile(
    r"(?:[局委厅部办府会院所司署行校团处科股站社组企县区市州乡镇盟旗]|中心|公司|单位|机构|部门|集团|大学|学院|高校|街道|"
    r"联盟|基地|平台|园区|海关|法院|总队|支队|集聚区|开发区|高新区|新区|主体|承担方|依托方|中科院|工商联|妇联|"
    r"科协|医保|税务|邮政|企业家|村|馆|[科农师医工交]大)$"
)
_MONTH_ONLY = re.compile(r"\s*[0-9]{1,2}\s*月")
_YEAR = rf"(?P<year>[0-9]{{4}}|[{CHINESE}]{{4}})\s*年"
_BEFORE_THEN = re.compile("完成|前|底|止")
_DATE = re.compile(
    rf"{_YEAR}(?:\s*(?P<month>[0-9]{{1,2}}|[{CHINESE}]{{1,2}})\s*月)?(?:\s*(?P<day>[0-9]{{1,2}})\s*日)?"
    r"\s*(?:度)?\s*(?P<end>底|末)?"
)


class Responsible(NamedTuple):
    """Who leads, who takes part and until when.

    Attributes:
        doubtful: Whether it is uncertain who of several leads.
        year_of_paper: Whether the deadline names no year, and that of its paper was taken.
    """

    lead: str = ""
    partners: tuple[str, ...] = ()
    deadline: str = ""
    doubtful: bool = False
    year_of_paper: bool = False


def responsible(text: str, written: str = "") -> Responsible:
    """What a text says of it; the body that leads stands first.

    Args:
        text: Of a measure.
        written: The year that its paper is of, for a deadline that names none.
    """
    until = _WHEN.search(text) or _only(_DONE, text)
    if until and written and _MONTH_ONLY.match(until["when"]):
        whole = text.replace(until["when"], f"{written}年{until['when']}", 1)
        return responsible(whole)._replace(year_of_paper=True)
    deadline = by_when(until["when"]) if until else ""
    labelled = list(_labelled(text))
    lead = next((each for each in labelled if each[0] in _FIRST), None)
    lead = lead or next((each for each in labelled if each[0]), None)
    if lead:
        how, first = lead
        others = [name for each in labelled if each is not lead for name in each[1]]
    elif by := _BY.search(text):
        how, first, others = by["how"], names(by["names"]), names(by["rest"])
        deadline = deadline or (by_when(by["rest"]) if _BEFORE_THEN.search(by["rest"]) else "")
    elif running := _only(_RUNNING, text):
        how, first, others = "牵头", names(running["names"]), []
    else:
        return Responsible(deadline=deadline)
    if not first:
        return Responsible(deadline=deadline)
    partners = dict.fromkeys(name for name in (*first[1:], *others) if name != first[0])
    several = len(first) > 1 and how not in _FIRST
    return Responsible(first[0], tuple(partners), deadline, several)


def _only(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """What running text says once; of several it cannot be known which the whole measure is of."""
    found = list(pattern.finditer(text))
    return found[0] if len(found) == 1 else None


def _labelled(text: str) -> Iterator[tuple[str, list[str]]]:
    """The bodies behind 牵头单位：, 责任单位：, and behind 配合单位： (whose kind is empty)."""
    found = list(_LABEL.finditer(text))
    for label, below in zip_longest(found, found[1:]):
        listed = _LISTED.match(text, label.end(), below.start() if below else len(text))
        if listed and (named := names(listed["names"])):
            yield label["how"] or "", named


def names(text: str) -> list[str]:
    """The bodies that a list names, without what is said of their parts in it.

    What has a label of its own (适用范围：某区) ends the list.
    """
    listed = _OTHER_LABEL.split(text.lstrip("：: "))[0]
    pieces = (name for piece in _PIECE.findall(listed) for name in _JOINED.split(piece))
    found = (_END.sub("", _BEFORE.sub("", name)).strip("，、：: \n") for name in pieces)
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
