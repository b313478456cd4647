"""Orders (令) that make a regulation public, and the passages under the title of a law."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from policycli.ingest.extract.bodies import NATION, bodies, parted, plain_name
from policycli.ingest.extract.dates import DATE, DAY, date_in, iso
from policycli.ingest.extract.doc_numbers import COUNTED, counted
from policycli.ingest.readers.blocks import Block

__all__ = [
    "PASSED",
    "Order",
    "Passage",
    "in_force",
    "order",
    "order_number",
    "passages",
    "passed_as",
    "unquoted",
]

_ORDER = re.compile(rf"(?P<who>[\u4e00-\u9fff、\s]{{2,60}}?)\s*(?P<kind>令|公\s*告){COUNTED}")
_ORDER_OF_PASSAGE = re.compile(
    rf"(?<=日)\s*(?P<who>[\u4e00-\u9fff][\u4e00-\u9fff、 ]{{1,40}}?)(?P<kind>令|公告){COUNTED}"
)
_ORDER_COUNTED = re.compile(  # 某局第4号令
    rf"(?<=日)\s*(?P<who>[\u4e00-\u9fff][\u4e00-\u9fff、 ]{{1,40}}?){COUNTED}(?P<kind>令)"
)
_CODES = {"国务院": "国令", "主席": "主席令"}  # as gov.cn numbers the orders of both
_MADE = "通过|公布|发布|印发|修订|修正案?|修改|批准|颁布|废止|施行|实施"
PASSED = re.compile(
    rf"^(?:[（(].*(?:{_MADE})|(?:根据)?\s*{DAY}.*(?:{_MADE})(?:[，,、；;\s].{{0,60}})?[）)]?。?$)"
)
_IN_FORCE = re.compile(rf"[（(]?自?\s*{DAY}\s*起?\s*(?:施行|实施|生效)[）)]?。?")
_PASSAGE = re.compile(
    rf"(?P<day>{DAY})(?:起施行)?[\s\u3000，,]*(?:由|经)?"
    r"(?P<who>[\u4e00-\u9fff][\u4e00-\u9fff、\s]{1,90}?)(?=第?[0-9〇一二三四五六七八九十百]+(?:次|号)|令|公告|发布|公布|"
    r"印发|批准|《|修订|修改|(?:[\u4e00-\u9fff]{1,3}务|常务|[部局委院]长办公|主任办公)会议|审判委员会|党组)"
)
_CHAMBER = re.compile(r"(?:审判委员会|检察委员会|党组|常务会议|部务会议|主席团)$")
_PUBLISHED = re.compile(r"《(?P<title>[^《》]{4,60})》(?:已|经|业)")
_BY_MEETING = re.compile(
    r"[已业]?[由经](?P<who>[\u4e00-\u9fff]{4,40}?)第[0-9〇零一二三四五六七八九十百]+次会议"
)
_WORDING = 6  # blocks below an order in which it says what it makes public
_HEAD = 5  # lines of the head of an order
_ORDERED = 14  # blocks in which an order stands


class Order(NamedTuple):
    """An order (令) above the regulation, named in it, that it makes public."""

    number: str = ""
    issuers: tuple[str, ...] = ()
    title: str = ""


def order(blocks: Sequence[Block]) -> Order:
    """The order that a paper begins with; empty where there is none."""
    for at, block in enumerate(blocks[:_ORDERED]):
        if block.kind == "table":
            continue
        head = _order_head([b.text for b in blocks[at : at + _HEAD]])
        said = "".join(block.text for block in blocks[at + 1 : at + _WORDING])
        law, passed = _PUBLISHED.search(said), _BY_MEETING.search(said)
        if not head or (head.kind == "公告" and not law):
            continue
        who = tuple(NATION.sub("", name) for name in head.who.split())
        names = tuple(bodies(" ".join(who)))
        if names or who[-1].endswith("主席"):
            if not names and passed:
                names = _passing(passed["who"])
            code = _CODES.get(who[-1].removeprefix("中华人民共和国"), f"{who[0]}{head.kind}")
            return Order(code + head.counted, names, unquoted(law["title"]) if law else "")
    return Order()


def unquoted(title: str) -> str:
    """A title that stood in 《》: names in it are then in brackets of their own."""
    return title.replace("〈", "《").replace("〉", "》")


class _OrderHead(NamedTuple):
    """Whose order (令) or notice (公告) a paper begins with, and its number: 第310号."""

    who: str
    kind: str
    counted: str


def _order_head(lines: Sequence[str]) -> _OrderHead | None:
    """The head of an order in one or several lines: bodies, 令, number."""
    for count in range(1, len(lines) + 1):
        if found := _ORDER.fullmatch(_in_a_row(lines[:count])):
            return _OrderHead(found["who"], "".join(found["kind"].split()), counted(found))
    return None


def _in_a_row(lines: Sequence[str]) -> str:
    """Lines of a head, where 令 stands behind a body in the middle of several at the end of all."""
    row = [line.strip() for line in lines]
    middle = [at for at, line in enumerate(row[:-2]) if at and line.endswith("令")]
    if len(middle) == 1 and all(bodies(line.removesuffix("令")) for line in row[:-1]):
        row = [*(line.removesuffix("令") for line in row[:-1]), "令", row[-1]]
    return " ".join(row)


def order_number(told: str) -> str:
    """The number of an order that a site tells: 某会令【第3号】."""
    found = _ORDER.fullmatch(told.strip())
    return _ordered(found["who"], "".join(found["kind"].split()), found) if found else ""


def passed_as(lines: Sequence[str]) -> str:
    """The number of the order that the last passage names: 国务院令第487号公布."""
    passed = [line for line in lines if PASSED.match(line) and not _IN_FORCE.fullmatch(line)]
    ways = (_ORDER_OF_PASSAGE, _ORDER_COUNTED)
    found = [match for line in passed[-1:] for way in ways for match in way.finditer(line)]
    return _ordered(found[-1]["who"], found[-1]["kind"], found[-1]) if found else ""


def _ordered(who: str, kind: str, found: re.Match[str]) -> str:
    """The number of an order as it is cited: 国令第487号, 公安部令第9号."""
    told = (NATION.sub("", name) for name in re.split(r"[、\s]+", who.strip()))
    each = [name for names in told for name in parted(names)]
    names = " ".join(each if each.count(each[-1]) == 1 else each[-1:])  # 甲、乙 甲令第3号
    return _CODES.get(names.removeprefix("中华人民共和国"), f"{names}{kind}") + counted(found)


def in_force(lines: Sequence[str]) -> str:
    """The day from which a law holds, where a line of its own says so: 2022年1月1日 施行."""
    days = (date_in(line) for line in lines if _IN_FORCE.fullmatch(line))
    return next(days, "")


class Passage(NamedTuple):
    """When a law was passed, amended or published, and by whom: two bodies do so together."""

    day: str
    names: tuple[str, ...]


def passages(lines: Sequence[str]) -> list[Passage]:
    """The passages of a law, in the order of the lines; not the day from which it holds."""
    found: list[Passage] = []
    for line in lines:
        if not PASSED.match(line) or _IN_FORCE.fullmatch(line):
            continue
        known = {match.start("day"): match["who"] for match in _PASSAGE.finditer(line)}
        days = [match for match in DATE.finditer(line) if match[3] and not _begins(line, match)]
        for day in days:
            made = Passage(iso(day), _passing(known.get(day.start(), "")))
            if line[: day.start()].endswith("、") and found:
                last = found.pop()
                made = Passage(max(last.day, made.day), (*last.names, *made.names))
            found.append(made)
    return found


def _begins(line: str, day: re.Match[str]) -> bool:
    """Whether a day is the one from which a law holds: 自某日起施行."""
    return line[: day.start()].endswith(("自", "从")) and line[day.end() :].startswith("起")


def _passing(who: str) -> tuple[str, ...]:
    """The bodies of 上海市第十五届人民代表大会常务委员会, without the term or what they sat as."""
    names = (_CHAMBER.sub("", name).removesuffix("的") for name in re.split(r"[\s、]+", who))
    plain = (plain_name(part) for name in names for part in parted(name))
    return tuple(dict.fromkeys(name for name in plain if name and not name.endswith("主席")))
