"""Who issued a paper, when, and under which number: letterheads, signatures, orders, passages."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from policycli.ingest.extract.dates import DATE, iso, only_date
from policycli.ingest.readers.blocks import Block
from policycli.text.numerals import number
from policycli.text.part_marks import mark

__all__ = [
    "NUMBER",
    "PASSED",
    "Order",
    "Passage",
    "Signature",
    "bodies",
    "doc_number",
    "is_numbered_notice",
    "order",
    "passages",
    "passed_as",
    "signature",
]

NUMBER = re.compile(
    r"(?P<code>[\u4e00-\u9fff]{1,14})\s*[〔\[［（(【﹝]\s*(?P<year>(?:19|20)[0-9]{2})\s*[〕\]］）)】﹞]\s*"
    r"第?\s*(?P<number>[0-9]{1,5})\s*号"
)
_COUNT = r"第?\s*(?P<n>[0-9〇零一二三四五六七八九十百]{1,5})\s*号"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})\s*年\s*"
_SESSION = r"(?P<session>〔[^〔〕]{1,8}〕)?"  # 公告〔十五届〕第20号, of a congress
_COUNTED = rf"\s*{_SESSION}\s*[（(]?(?:{_YEAR})?{_COUNT}[）)]?"
_NOTICE = re.compile(rf"(?P<who>[\u4e00-\u9fff\s]{{2,40}}?公\s*告){_COUNTED}")
_ORDER = re.compile(rf"(?P<who>[\u4e00-\u9fff、\s]{{2,60}}?)\s*(?P<kind>令|公\s*告){_COUNTED}")
_ORDER_OF_PASSAGE = re.compile(
    rf"(?<=日)\s*(?P<who>[\u4e00-\u9fff][\u4e00-\u9fff ]{{1,40}}?)(?P<kind>令|公告){_COUNTED}"
)
_CODES = {"国务院": "国令", "主席": "主席令"}  # as gov.cn numbers the orders of both
_BODY = re.compile(
    r"(?:中央|政府|办公厅|办公室|委员会|委|厅|局|部|院|会|司|署|行|中心|集团|公司|大学|学院|银行|法院|检察院|"
    r"组|海关|总队|支队|协会|联合会|总社|管委会|指挥部|人大)$"
)
_SPACED = re.compile(r".+?(?:委员会|办公室|办公厅|总局|[部委局厅署办会院行](?!员|公|党))")
_ASIDE = re.compile(r"(?:[（(][^（()）]{1,30}[）)])+$")  # another name of a body, who sealed for it
_ENDS_OF_BODIES = "局厅委部院行会室府署心队"
_NO_BODY = re.compile(
    r"[《》“”，。；：？！0-9]|关于|印发|通知|全[部会]|本|公布|发布|施行|通过|工作(?!办公室|委员会|领导小组|机制|专班|组|站|中心|协调|联席|局|部)"
)
_PERSON = re.compile(
    r".{0,20}?(?:总理|主席|省长|市长|州长|县长|区长|部长|主任|局长|署长|行长|厅长|院长|检察长|会长|校长)[：:]?"
    r"[\u4e00-\u9fff·]{2,12}"
)
_DAY = r"(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
_MADE = "通过|公布|发布|印发|修订|修正案?|修改|批准|颁布|废止|施行|实施"
PASSED = re.compile(
    rf"^(?:[（(].*(?:{_MADE})|(?:根据)?\s*{_DAY}.*(?:{_MADE})(?:[，,、；;\s].{{0,60}})?[）)]?。?$)"
)
_PASSAGE = re.compile(
    rf"(?P<day>{_DAY})(?:起施行)?[\s\u3000，,]*(?:由|经)?"
    r"(?P<who>[\u4e00-\u9fff][\u4e00-\u9fff\s]{1,60}?)(?=第?[0-9〇一二三四五六七八九十百]+(?:次|号)|令|公告|发布|公布|"
    r"印发|批准|《|修订|修改|(?:[\u4e00-\u9fff]{1,3}务|常务|[部局委院]长办公|主任办公)会议|审判委员会|党组)"
)
_TERM = re.compile(r"第[0-9〇一二三四五六七八九十百]+届")
_CHAMBER = re.compile(r"(?:审判委员会|检察委员会|党组|常务会议|部务会议|主席团)$")
_OTHERS = re.compile("等[0-9一二三四五六七八九十]+个?(?:部门|单位|委办局)$")
_NATION = re.compile(r"^中华人民共和国(?!主席)")
_PUBLISHED = re.compile(r"《(?P<title>[^《》]{4,60})》(?:已|经|业)")
_BY_MEETING = re.compile(
    r"[已业]?[由经](?P<who>[\u4e00-\u9fff]{4,40}?)第[0-9〇零一二三四五六七八九十百]+次会议"
)
_WORDING = 6  # blocks below an order in which it says what it makes public
_LAST = 6  # blocks in which a date needs no signature above it
_SIGNED = ("paragraph", "heading")  # what is set off by empty lines may pass for a heading
_ORDERED = 14  # blocks in which an order stands


class Order(NamedTuple):
    """An order (令) above the regulation, named in it, that it makes public."""

    number: str = ""
    issuers: tuple[str, ...] = ()
    title: str = ""


class Signature(NamedTuple):
    """Who signed and when, and the blocks without it.

    Attributes:
        printed: The date of printing below a paper (…印发), for want of another.
    """

    blocks: list[Block]
    names: list[str]
    date: str
    printed: str = ""


def bodies(text: str) -> list[str]:
    """The bodies that a line or the beginning of a title names, where it names nothing else."""
    tokens = [
        token for token in re.split(r"[\s\u3000、，]+", _ASIDE.sub("", text.strip())) if token
    ]
    names = [_plain_name(part) for name in _unspaced(tokens) for part in _parted(name)]
    known = (_BODY.search(name) and not _NO_BODY.search(name) for name in names)
    return names if names and all(known) else []


def _parted(name: str) -> list[str]:
    """The bodies of one place that nothing stands between: 某市科技局某市财政局."""
    cuts = [0, *(at for at in _again(name) if name[at - 1] in _ENDS_OF_BODIES), len(name)]
    return [name[start:end] for start, end in pairwise(cuts)]


def _again(name: str) -> Iterator[int]:
    """Where in a name its first two characters stand again."""
    at = name.find(name[:2], 1)
    while at > 0:
        yield at
        at = name.find(name[:2], at + 1)


def _plain_name(name: str) -> str:
    """A body without 中华人民共和国, the term of a congress, and how many others there are."""
    return _OTHERS.sub("", _NATION.sub("", _TERM.sub("", name)))


def _unspaced(tokens: Sequence[str]) -> list[str]:
    """The names, those whole that were spaced out: 财　政　部."""
    names: list[str] = []
    run = ""
    for token in (*tokens, ""):
        if len(token) == 1:
            run += token
            continue
        names += [*(_SPACED.findall(run) or [run]), token]
        run = ""
    return [name for name in names if name]


def doc_number(lines: Sequence[str]) -> tuple[str, bool]:
    """The 发文字号 of a paper, and whether its brackets are 〔〕 (GB/T 9704, 7.2.5)."""
    for line in lines:
        if found := NUMBER.search(line):
            written = f"{found['code']}〔{found['year']}〕{int(found['number'])}号"
            return written, "〔" in found[0]
    for line in (*lines, *map("".join, pairwise(lines))):
        found = _NOTICE.fullmatch(line)
        if found and bodies(who := _named(found["who"])):
            return f"{who}公告{_counted(found)}", True
    return "", True


def _named(who: str) -> str:
    """Whose notice it is, each body once spaced: 财政部 税务总局."""
    return " ".join(re.sub(r"公\s*告$", "", who).split())


def _counted(found: re.Match[str]) -> str:
    year = f"{found['year']}年" if found["year"] else ""
    return f"{found['session'] or ''}{year}第{number(found['n'])}号"


def is_numbered_notice(line: str) -> bool:
    """Whether a line is the number of a notice (公告): 某局公告2022年第16号."""
    return _NOTICE.fullmatch(line) is not None


def order(blocks: Sequence[Block]) -> Order:
    """The order that a paper begins with; empty where there is none."""
    for at, block in enumerate(blocks[:_ORDERED]):
        if block.kind == "table":
            continue
        head = _order_head([b.text for b in blocks[at : at + 3]])
        said = "".join(block.text for block in blocks[at + 1 : at + _WORDING])
        law, passed = _PUBLISHED.search(said), _BY_MEETING.search(said)
        if not head or (head.kind == "公告" and not law):
            continue
        who = tuple(_NATION.sub("", name) for name in head.who.split())
        names = tuple(bodies(" ".join(who)))
        if names or who[-1].endswith("主席"):
            if not names and passed:
                names = _passing(passed["who"])
            code = _CODES.get(who[-1].removeprefix("中华人民共和国"), f"{who[0]}{head.kind}")
            return Order(code + head.counted, names, _unquoted(law["title"]) if law else "")
    return Order()


def _unquoted(title: str) -> str:
    """A title that stood in 《》: names in it are then in brackets of their own."""
    return title.replace("〈", "《").replace("〉", "》")


class _OrderHead(NamedTuple):
    """Whose order (令) or notice (公告) a paper begins with, and its number: 第310号."""

    who: str
    kind: str
    counted: str


def _order_head(lines: Sequence[str]) -> _OrderHead | None:
    """The head of an order in one to three lines: body, 令, number."""
    for count in range(1, len(lines) + 1):
        if found := _ORDER.fullmatch(" ".join(lines[:count])):
            return _OrderHead(found["who"], "".join(found["kind"].split()), _counted(found))
    return None


def passed_as(lines: Sequence[str]) -> str:
    """The number of the order that the last passage names: 国务院令第487号公布."""
    passed = [line for line in lines if PASSED.match(line)]
    found = [match for line in passed[-1:] for match in _ORDER_OF_PASSAGE.finditer(line)]
    return _ordered(found[-1]["who"], found[-1]["kind"], found[-1]) if found else ""


def _ordered(who: str, kind: str, counted: re.Match[str]) -> str:
    """The number of an order as it is cited: 国令第487号, 公安部令第9号."""
    names = " ".join(_NATION.sub("", name) for name in who.split())
    return _CODES.get(names.removeprefix("中华人民共和国"), f"{names}{kind}") + _counted(counted)


class Passage(NamedTuple):
    """When a law was passed, amended or published, and by whom: two bodies do so together."""

    day: str
    names: tuple[str, ...]


def passages(lines: Sequence[str]) -> list[Passage]:
    """The passages of a law, in the order of the lines."""
    found: list[Passage] = []
    for line in lines:
        if not PASSED.match(line):
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
    names = (_CHAMBER.sub("", name).removesuffix("的") for name in who.split())
    plain = (_plain_name(name) for name in names)
    return tuple(name for name in plain if name and not name.endswith("主席"))


def signature(blocks: Sequence[Block]) -> Signature:
    """The signature of a paper.

    The first line that is a date alone counts: what follows it is an annex. Above the first part of
    the text, where a notice is signed, it needs no names above it.
    """
    printed = next((p for block in blocks if (p := _printed(block))), "")
    opening = True  # above the first part of the text
    for at, block in enumerate(blocks):
        same, date = _signed_line(block)
        above = at and _signs(blocks[at - 1])
        opening = opening and not mark(block.text)
        if date and (same or opening or above or at >= len(blocks) - _LAST):
            start, names = at, same
            while start and _signs(blocks[start - 1]):
                start -= 1
                names = bodies(blocks[start].text) + names
            return Signature(_kept([*blocks[:start], *blocks[at + 1 :]]), names, date, printed)
    return Signature(_kept(blocks), [], "", printed)


def _signed_line(block: Block) -> tuple[list[str], str]:
    """The bodies and the date of a line that holds nothing else."""
    if block.kind not in _SIGNED or len(block.text) > 80:
        return [], ""
    if (date := only_date(block.text)) and block.kind == "paragraph":
        return [], date
    found = re.search(rf"(?P<day>{_DAY})$", block.text)
    names = bodies(block.text[: found.start()]) if found else []
    return (names, only_date(found["day"])) if found and names else ([], "")


def _signs(block: Block) -> bool:
    """Whether a line is part of a signature: bodies, or a person with the office held."""
    if block.kind not in _SIGNED or len(block.text) > 60 or mark(block.text):
        return False
    joined = re.sub(r"[\s\u3000]", "", block.text)
    sealed = _ASIDE.fullmatch(joined) and "章" in joined
    return bool(bodies(block.text) or sealed or (len(joined) < 26 and _PERSON.fullmatch(joined)))


def _kept(blocks: Sequence[Block]) -> list[Block]:
    return [block for block in blocks if not _is_note(block) and not _printed(block)]


def _printed(block: Block) -> str:
    """The date of a line such as 某市政府办公室 2023年5月6日印发."""
    if block.kind != "paragraph" or not block.text.endswith("印发") or len(block.text) > 60:
        return ""
    found = list(DATE.finditer(block.text))
    return iso(found[-1]) if found and found[-1][3] else ""


def _is_note(block: Block) -> bool:
    return (
        re.fullmatch(
            r"[（(]?此件.{0,12}(?:公开|发布|发送).{0,12}[）)]?|[（(]本文有删减[）)]", block.text
        )
        is not None
    )
