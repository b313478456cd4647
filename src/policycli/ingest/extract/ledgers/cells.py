"""What cells say: bodies, dates, deadlines, codes, and the names of papers."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from policycli import codes
from policycli.ingest.extract.doc_numbers import NUMBER, doc_number
from policycli.ingest.extract.papers import tidy
from policycli.ingest.extract.responsible import SEVERAL
from policycli.language import N_, _
from policycli.text.dates import iso, mentions, span
from policycli.text.part_marks import mark

__all__ = [
    "SERIAL_DAY",
    "Said",
    "apart",
    "between",
    "bodies",
    "code",
    "date",
    "deadline",
    "group",
    "issuers",
    "items",
    "joint",
    "led",
    "listed",
    "paper",
    "placed",
    "ranked",
    "responsible",
    "several",
]

_BETWEEN = re.compile(r"(?:[、，,；;/|\n]|\s{2,})+(?![^（(]*[）)])")
_SPACE = re.compile(r"\s+(?![^（(]*[）)])")
_SHORTEST_BODY = 3  # characters of a body that only a space parts from the next
_TAIL = re.compile(
    r"(?:等(?:[有相]关|[0-9一二三四五六七八九十]+个?)?(?:部门|单位)?)?"
    r"(?:按(?:照)?(?:各自)?职责(?:分工)?(?:负责)?|分工负责|分别负责|共同负责|负责)?$"
)
_LABELLED = re.compile(
    r"(?P<role>牵头|主办|责任|负责|主责|配合|协办|参与|参加|协助)(?:责任)?(?:单位|部门|处室)?\s*[:：]\s*"
    r"(?P<names>.*?)(?=[；;。\n]|(?:牵头|主办|责任|负责|配合|协办|参与|参加|协助)(?:责任)?(?:单位|部门|处室)?\s*[:：]|$)"
)
_PARTNERS = ("配合", "协办", "参与", "参加", "协助")
_MARKED = re.compile(
    r"(?:[（(](?P<role>牵头|主办|主责|配合|协办|参与)[^）)]{0,4}[）)]|(?P<verb>牵头|主办|配合|协办|参与|参加))$"
)
_STARS = ("★", "☆", "▲", "※", "*")
"""What ledgers mark the one that leads with."""
_OLD_DAYS = range(20000, 60000)  # 1954 to 2064, as Excel counts days
_HALF_YEARS = {"上": "06-30", "下": "12-31"}
_QUARTERS = {"一": "03-31", "二": "06-30", "三": "09-30", "四": "12-31"}
_QUARTER = re.compile(
    r"(\d{4})\s*年?\s*(?:第?([一二三四1-4])季度|([上下])半年|[Qq]([1-4]))[底末前]*"
)
_END = re.compile(r"(?:年度?|月)?[底末内]之?前?$")
_BEFORE = re.compile(r"(?:以前|之前|前|止|完成|前完成)$")
_NO_YEAR = re.compile(
    r"(?:当年|今年)?(?:(\d{1,2})月(?:(\d{1,2})日)?([底末]?)|年([底末])|年度内?"
    r"|(第?[一二三四1-4]季度|[上下]半年)[底末]?)之?前?(?:完成)?$"
)
_POINT = re.compile(r"(?:^|(?<=[。；;]))\s*(?:(\d{1,2})(?:[.．](?!\d)|、)|[（(](\d{1,2})[）)])\s*")
_COUNTED = re.compile(
    r"(?:^|(?<=[。；;\n]))\s*(?:([一二三四五六七八九十])是|[（(]([一二三四五六七八九十])[)）]|"
    r"第([一二三四五六七八九十])[，,]|([①-⑩])、?)"
)
_NUMERALS = ("一二三四五六七八九十", "①②③④⑤⑥⑦⑧⑨⑩")
_PLACE = re.compile(
    r"(?<=[》）)])\s*((?:第[零〇一二三四五六七八九十百\d]+[章节条款项](?:之[一二三四五六七八九十])?[、，,至到—-]?)+)\s*$"
)
_DATE = re.compile(
    r"(?:19|20)\d{2}(?:\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?[底末]?前?)?|[-/.]\d{1,2}(?:[-/.]\d{1,2})?)"
)
_RANGE = re.compile(rf"(?:{_DATE.pattern}|\d{{4}})\s*(?:[至到]|[—–~～-]+)\s*(?=\d{{4}})")
_BRACKETED = re.compile(r"(?:^|(?<=[\n、，,；;和及》）)]))\s*(?:[\d一二三四五]+[.、]\s*)?《")
_REMARK = re.compile(r"[（(][^（）()]*[）)]$")
_UNTIL = re.compile(r"\s*(?:至|到|[—–~～-]+)\s*")
_TENTH = re.compile(r"\d{4}\.1")
_SHORT_YEAR = re.compile(r"^[’']?(\d{2})(?=年\d{1,2}月|\.\d{1,2}\.\d)")
_CLOCK = re.compile(r"(?<=\d)(?:\s+|T)\d{1,2}:\d{2}(?::\d{2})?$")
_AMERICAN = re.compile(r"(0?[1-9]|1[0-2])/(\d{1,2})/((?:19|20)\d{2})")

NO_DATE = N_("the ledger says: {text}")
SERIAL_DAY = N_("a number in the ledger, taken as Excel counts days")
MONTH_FIRST = N_("taken with the month first, as 6/28/1999 has it")
TENTH = N_("perhaps October: a cell keeps the number 2024.10 as 2024.1")
THIS_YEAR = N_("the year is that of the table or of the paper")
RANGE_END = N_("the end of the time that the ledger gives")

_CODES: Mapping[str, Mapping[str, str]] = {
    "status": {
        "in-force": "有效 现行 现行有效 执行中 在执行 正在执行 生效 已生效 实施中 继续有效 "
        "在用 是 保留 予以保留",
        "not-yet": "尚未施行 尚未生效 未生效 未施行 待施行 待生效 待实施",
        "amended": "修订 已修订 已修改 修改 予以修改 部分失效 部分有效 部分废止 已修正",
        "repealed": "废止 已废止 失效 已失效 停止执行 不再执行 无效 到期失效 宣布失效 予以废止 否",
        "unknown": "不详 未知 待核实 待定",
    },
    "level": {
        "国家级": "国家 中央 国家级 国家层面 中央级 国家部委 部级 部委",
        "省级": "省 省级 自治区 自治区级 直辖市 省部级 省级层面 省层面 全省",
        "市级": "市 市级 地市 地市级 设区市 州市级 市本级 市层面 全市 市州级",
        "县级": "县 县级 区 区级 区县 区县级 县区级 县市区级 县（市、区）级 县（区）级 旗县级",
    },
}


class Said(NamedTuple):
    """A value, and what is uncertain about it."""

    value: str = ""
    check: str = ""


def bodies(text: str) -> list[str]:
    """The bodies that a cell names, each once; a comma in brackets parts none."""
    parts = [part.strip() for part in _BETWEEN.split(text)]
    return list(dict.fromkeys(name for part in parts if (name := _body(part))))


def listed(text: str) -> list[str]:
    """The items of a list, or the paragraphs where there are several."""
    parts = text.split("\n") if "\n" in text else _BETWEEN.split(text)
    return [part.strip() for part in parts if part.strip()]


def issuers(text: str) -> list[str]:
    """The bodies of a cell where a space may also part them."""
    found: list[str] = []
    for name in bodies(text):
        parts = _SPACE.split(name)
        found += parts if min(map(len, parts)) >= _SHORTEST_BODY else ["".join(parts)]
    return list(dict.fromkeys(found))


def joint(text: str) -> list[str]:
    """The bodies that issued a paper, without the word that one of them leads."""
    return list(dict.fromkeys(_marked(name)[0] for name in issuers(text)))


def _body(text: str) -> str:
    return _TAIL.sub("", text.strip(" 。.\u3000")).strip() or text.strip()


def responsible(text: str) -> tuple[str, list[str], str]:
    """Who leads and who takes part, as a cell with the bodies responsible says, and the doubt."""
    lead: list[str] = []
    partners: list[str] = []
    if _LABELLED.search(text):
        for found in _LABELLED.finditer(text):
            into = partners if found["role"] in _PARTNERS else lead
            into += issuers(found["names"])
        return "、".join(lead), partners, ""
    names = [_marked(name) for name in issuers(text)]
    if any(role not in ("", *_PARTNERS) for _name, role in names):
        lead = [name for name, role in names if role not in ("", *_PARTNERS)]
        return "、".join(lead), [name for name, _role in names if name not in lead], ""
    lead = [name for name, role in names if not role]
    partners = [name for name, role in names if role]
    return "、".join(lead), partners, SEVERAL if len(lead) > 1 else ""


def led(named: tuple[str, list[str], str], said: str) -> tuple[str, list[str], str]:
    """Bodies of which none is said to lead, with the one that the wording says does."""
    names = issuers(named[0])
    if not named[2] or said not in names:
        return named
    return said, [*(name for name in names if name != said), *named[1]], ""


def ranked(text: str) -> str:
    """Bodies with the word that the first one leads, as ``responsible`` heeds it."""
    first, *others = issuers(text)
    if not others or _LABELLED.search(text):
        return text
    return f"牵头：{first}；配合：{'、'.join(others)}"


def _marked(name: str) -> tuple[str, str]:
    """A body without its role, and the role: 市科技局（牵头）, 市科技局牵头."""
    if name.startswith(_STARS):
        return name.lstrip("".join(_STARS)), "牵头"
    found = _MARKED.search(name)
    if not found:
        return name, ""
    return name[: found.start()].strip(), found["role"] or found["verb"]


def between(text: str) -> tuple[str, str] | None:
    """Both ends of a time: 2023年5月1日至2026年4月30日; ``None`` of anything else."""
    found = list(_DATE.finditer(text))
    if len(found) != 2 or not _UNTIL.fullmatch(text[found[0].end() : found[1].start()]):
        return None
    return found[0][0], found[1][0]


def date(text: str) -> Said:
    """A date in any notation, to be looked at where the cell says it in another way."""
    words = _century(text.strip().strip("。.（）()").replace(" 00:00:00", ""))
    words = _CLOCK.sub("", words)
    if found := _AMERICAN.fullmatch(words):
        return Said(iso(f"{found[3]}-{found[1]}-{found[2]}"), MONTH_FIRST)
    if words.isdecimal() and len(words) == 5 and int(words) in _OLD_DAYS:
        return Said(_day(int(words)), SERIAL_DAY)
    if day := iso(words) or iso("".join(words.split())):
        return Said(day, TENTH if _TENTH.fullmatch(words) else "")
    inside = next((each.date.rstrip("/") for each in mentions(words)), "")
    return Said(inside, _(NO_DATE).format(text=text))


def _century(words: str) -> str:
    """A year of two digits in full: 2025年6月 of 25年6月; a count of years stays: 3年."""
    return _SHORT_YEAR.sub(lambda year: ("19" if year[1] > "50" else "20") + year[1], words)


def _day(number: int) -> str:
    """The day that Excel keeps as a number: days since 30 December 1899."""
    import datetime

    return (datetime.date(1899, 12, 30) + datetime.timedelta(number)).isoformat()


def deadline(text: str, year: str = "") -> Said:
    """A deadline: the last day of what is said to end; words where they name no day.

    Args:
        text: Such as 2025年6月底前, 2025年第三季度, 年底前, 长期.
        year: The one that a table is about, for what names none.
    """
    words = _century("".join(text.split()).strip("。（）()"))
    if words.isdecimal() and len(words) == 5 and int(words) in _OLD_DAYS:
        return Said(_day(int(words)), SERIAL_DAY)
    if _RANGE.match(words):
        end = deadline(_RANGE.sub("", words, count=1))
        return Said(end.value, RANGE_END) if end.value[:4].isdecimal() else Said(text.strip())
    if found := _QUARTER.fullmatch(words):
        return Said(f"{found[1]}-{_part_of_year(found)}")
    if found := _NO_YEAR.match(words):
        return _in_year(found, year) if year else Said(text.strip())
    plain = _BEFORE.sub("", _BEFORE.sub("", words))
    ends = _END.search(words.removesuffix("完成"))
    whole = _END.sub(lambda end: end[0][0] if end[0][0] in "年月" else "", plain)
    day = iso(whole) or iso(whole.rstrip("年月"))
    if not day:
        return Said(text.strip())
    known = span(day)
    return Said(known.last if ends and known else day)


def _part_of_year(found: re.Match[str]) -> str:
    if found[3]:
        return _HALF_YEARS[found[3]]
    counted = found[2] or found[4]
    return _QUARTERS["一二三四"[int(counted) - 1] if counted.isdecimal() else counted]


def _in_year(found: re.Match[str], year: str) -> Said:
    """What a deadline without a year means in the year of the table."""
    month, day, ends, _whole, part = found.groups()
    if not month and not part:
        return Said(f"{year}-12-31", THIS_YEAR)
    said = deadline(f"{year}年" + (part or f"{month}月" + (f"{day}日" if day else ends)))
    return said._replace(check=THIS_YEAR)


def code(key: str, text: str) -> Said:
    """The code that a cell means; of a level its words where they are no name of one."""
    word = "".join(text.split())
    meant = codes.meant(key, text.strip())
    known = codes.CODES[key]
    if meant in known:
        return Said(meant)
    for value, words in _CODES.get(key, {}).items():
        if word in words.split() or _REMARK.sub("", word) in words.split():
            return Said(value)
    return Said(word if key == "level" else "", _(NO_DATE).format(text=text))


def placed(text: str) -> tuple[str, str]:
    """A paper without the place in it that a cell names, and that: 第三条 of 《某办法》第三条."""
    found = _PLACE.search(text)
    return (text[: found.start()], found[1]) if found else (text, "")


def several(text: str) -> list[str]:
    """The papers of a cell that names several, each in 《》 with what stands behind it.

    What is parted stands on lines of its own, or only a sign is between: 《甲办法》、《乙办法》.
    """
    starts = [found.start() for found in _BRACKETED.finditer(text)]
    if len(starts) < 2 or starts[0]:
        return [text]
    ends = [*starts[1:], len(text)]
    return [text[a:b].strip(" \n、，,；;和及") for a, b in zip(starts, ends, strict=True)]


def paper(text: str) -> tuple[str, str]:
    """The title of a paper without 《》, and the 发文字号 where the cell has it too."""
    number, _laid_down = doc_number([text])
    if found := NUMBER.search(text):
        text = text[: found.start()] + text[found.end() :]
        text = re.sub(r"[（(\[【]\s*[）)\]】]", "", text)
    words = tidy("".join(text.split("\n"))).strip(" ，,、")
    numbered = mark(words)
    if numbered and numbered.kind in ("point", "item", "subitem", "subpoint"):
        words = numbered.rest
    if words.startswith("《") and words.find("》") == len(words) - 1:
        words = words[1:-1]
    return words, number


def apart(text: str, key: str) -> tuple[str, str]:
    """What a cell says besides a date or 发文字号, and that: 市科技局，2024年2月6日.

    Args:
        text: All of the cell.
        key: Of what is to be parted off; for other keys nothing is.
    """
    if key == "measure.partners":
        first, *others = re.split(r"[/；;\n]", text, maxsplit=1)
        return first, "".join(others)
    pattern = {"doc_number": NUMBER, "date": _DATE, "deadline": _DATE}.get(key.rpartition(".")[2])
    found = pattern.search(text) if pattern else None
    if not found:
        return text, ""
    rest = f"{text[: found.start()]}\n{text[found.end() :]}"
    lines = (line.strip(" ，,、；;/（()）") for line in rest.split("\n"))
    return "\n".join(filter(None, lines)), found[0]


def group(text: str) -> str:
    """The name of a group of rows, without the number before it: 人才引育 of 二、人才引育."""
    words = "".join(text.split())
    found = mark(words)
    name = found.rest if found and found.rest else words
    return re.sub(r"[（(]\s*(?:共?\d+[项条件个]|\d+)\s*[）)]$", "", name).strip("：:。【】[]")


def items(text: str) -> list[str]:
    """The numbered lines of a cell, each an item; the whole where there are no such lines."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    marks = [mark(line) for line in lines]
    counted = [found.number for found in marks if found]
    if len(counted) < 2 or counted != list(range(1, len(counted) + 1)) or not marks[0]:
        return list(_inline(text.strip()))
    found: list[str] = []
    for line, begins in zip(lines, marks, strict=True):
        if begins:
            found.append(begins.rest)
        else:
            found[-1] += f"\n{line}"
    return found


def _counted(found: re.Match[str]) -> int:
    sign = next(filter(None, found.groups()))
    return next(signs.index(sign) for signs in _NUMERALS if sign in signs) + 1


def _inline(text: str) -> Iterator[str]:
    """The items of a cell that run on in one line: 1.……；2.……, 一是……；二是……, （一）…… or ①……."""
    points = [(found, int(found[1] or found[2])) for found in _POINT.finditer(text)]
    counted = [(found, _counted(found)) for found in _COUNTED.finditer(text)]
    found = points if len(points) > len(counted) else counted
    numbers = [number for _found, number in found]
    if len(found) < 2 or numbers != list(range(1, len(found) + 1)) or found[0][0].start():
        yield text
        return
    ends = [*(each.start() for each, _number in found[1:]), len(text)]
    for (each, _number), end in zip(found, ends, strict=True):
        yield text[each.end() : end].strip().rstrip("；;")
