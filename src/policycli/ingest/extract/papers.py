"""Named papers (《…》) in a text, and what the text says was done with them.

The role follows from the last verb before the name (印发, 修订, 根据…), or by what follows it
(…同时废止). Names in a row share the verb before the first.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from policycli.ingest.extract.dates import date_in
from policycli.language import N_
from policycli.records.model import Document

__all__ = ["Found", "mask", "papers", "tidy"]

Role = Literal["issued", "amended", "repealed", "basis", "cited"]

_OPEN, _CLOSE, _ENDS = "《〈", "》〉", "。\n"
_SIGNS = re.compile(f"[{_OPEN}{_CLOSE}{_ENDS}]")
_LONGEST = 200  # characters of a title
_ISSUING = "印发|出台|制定|制订|发布|颁布|公布|下发|颁发|起草"  # 某部发布的《X》 is only cited
_BEFORE: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("repealed", re.compile("废止|撤销")),
    ("amended", re.compile("修订|修改|修正|完善")),
    ("issued", re.compile(f"(?:{_ISSUING})(?![^，。；]{{0,4}}的$)|实施了|推出")),
    ("basis", re.compile("根据|依据|按照|依照|遵照|遵循|贯彻|落实|执行|对照")),
    (
        "cited",
        re.compile("转发|列入|纳入|参照|参加|(?<!意)见|适用|符合|违反|解读|不同于|原(?!则)"),
    ),
)
_AFTER: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("repealed", re.compile("(?:同时|予以|即行|自行|一并|届时)?(?:废止|失效|停止执行)")),
    ("amended", re.compile("(?:作|做|进行|予以)(?:出|了)?(?:如下|以下)?(?:修改|修订|修正)")),
    (
        "issued",
        re.compile("现(?:予|将)?(?:以)?(?:公布|发布|印发)|现印发|(?:审议|讨论)?通过，现|^印发给"),
    ),
)
_BETWEEN = re.compile(r"(?:（[^）]{0,60}）|\([^)]{0,60}\)|以及|[、，,和及与或\s])*")
_JOINED = re.compile(r"(?:（[^）]{0,60}）)?(?:以及|[、和及与])[^，。；：《》]{2,30}")
_SENTENCE = "。；！？\n"
_INNER = re.compile(r"(?<=[0-9A-Za-z])\s+(?=[^\x00-\x7f])|(?<=[^\x00-\x7f])\s+(?=[0-9A-Za-z])")
_SPREAD = re.compile(r"\S(?:\s+\S){2,}")
_KINDS = "规划|方案|指引|纲要|办法|条例"
_VAGUE = "有关|相关|国家有关|国家相关|各自|上级|本|该|其|既定"
_UNMARKED = re.compile(
    rf"(根据|按照|依据|依照|纳入|融入|列入)(?!{_VAGUE})"
    rf"(?P<title>“十.五”规划|[^《》，。；：、（）“”]{{4,30}}?(?:{_KINDS}))"
    r"(?=[，。；、的和]|要求|规定|$)"
)
_QUOTED = re.compile(r"“(?P<title>[^“”《》，。；]{2,20}?[0-9]+\s*条)”")
_OF_TITLE = re.compile(
    rf"(?:印发|发布|公布)(?P<title>[^《》，。；]{{4,60}}?(?:{_KINDS}|意见|措施|细则|规定|"
    "预案|计划|目录|清单|规则|要点|规程|标准|规范|举措))的(?:通知|公告|决定|函)$"
)
_PAPER_OF_ONE = re.compile(r"(?:证|证书|执照|协议|合同|申请[表书])$")  # for one applicant
_NAMED = re.compile(  # what makes a name of words without 《》
    "关于|“|^(?:国家|中国|中华|全国|中共|国务院|本?省|本?市|[\u4e00-\u9fff]{2,6}[省市县区州])"
)
_AND = re.compile(rf"和(?P<title>[^《》，。；：、（）“”的]{{4,25}}?(?:{_KINDS}))(?=的|[，。；])")

NAMED_WITHOUT_MARKS = N_("named without 《》: is this its title?")


class Found(NamedTuple):
    """A paper, where its name begins in the text, and what is uncertain about it."""

    document: Document
    at: int
    check: str = ""


def papers(text: str) -> list[Found]:
    """The papers that a text names, in its order, each once for every role."""
    spans = list(_spans(text))
    found = [*_marked(text, spans), *_unmarked(mask(text))]
    best: dict[tuple[str, str], Found] = {}
    for each in found:
        key = (each.document.title, each.document.role)
        if key not in best or (each.document.date and not best[key].document.date):
            best[key] = each
    return sorted(best.values(), key=lambda each: each.at)


def mask(text: str) -> str:
    """``text`` with the names of papers blanked, so that nothing inside them is taken for more."""
    pieces, at = [], 0
    for start, end in _spans(text):
        pieces += [text[at:start], "《" * (end - start)]
        at = end
    return "".join((*pieces, text[at:]))


def tidy(title: str) -> str:
    """A title without the spaces that typesetting left: around numbers, and in 通　　知."""
    title = title.strip()
    if _SPREAD.fullmatch(title):
        return "".join(title.split())
    return _INNER.sub("", title)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where outermost 《…》 begin and end; one that is not closed is none."""
    depth, start = 0, 0
    for found in _SIGNS.finditer(text):
        at, char = found.start(), found[0]
        if char == "《" or (char in _OPEN and depth):
            start = start if depth else at
            depth += 1
        elif char in _CLOSE and depth:
            depth -= 1
            if not depth and 3 <= at + 1 - start <= _LONGEST:
                yield start, at + 1
        elif char in _ENDS and depth:
            depth = 0


def _marked(text: str, spans: list[tuple[int, int]]) -> Iterator[Found]:
    before_end, role, date = 0, "", ""
    ends = _row_ends(text, spans)
    for n, (start, end) in enumerate(spans):
        in_row = bool(role) and _goes_on(text[before_end:start])
        if not in_row:
            clause = _sentence_before(text, max(before_end, 0), start)
            role, date = _role_before(clause), date_in(clause)
        said = _role_after(text, ends[n]) or role
        title = tidy(text[start + 1 : end - 1])
        said = "cited" if _PAPER_OF_ONE.search(title) else said
        kept = date if said == "issued" else ""
        yield Found(Document(title, kept, role=said), start)  # type: ignore[arg-type]
        before_end = end


def _goes_on(between: str) -> bool:
    """Whether the verb before a name is of the next one too: 根据《A》和某部发布的《B》."""
    if _BETWEEN.fullmatch(between):
        return True
    joined = _JOINED.fullmatch(between) is not None
    return joined and all(_last(pattern, between) < 0 for _role, pattern in _BEFORE)


def _sentence_before(text: str, lower: int, start: int) -> str:
    begin = max(text.rfind(mark, lower, start) for mark in _SENTENCE)
    return text[max(begin + 1, lower) : start]


def _role_before(clause: str) -> Role:
    """The role that the last verb of a clause gives."""
    places = {role: _last(pattern, clause) for role, pattern in _BEFORE}
    role = max(places, key=lambda name: places[name])
    return role if places[role] >= 0 else "cited"


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((found.start() for found in pattern.finditer(text)), default=-1)


def _row_ends(text: str, spans: list[tuple[int, int]]) -> list[int]:
    """Where the row ends that each name stands in: 《A》、《B》同时废止."""
    ends = [end for _start, end in spans]
    for n in range(len(spans) - 2, -1, -1):
        if _BETWEEN.fullmatch(text, spans[n][1], spans[n + 1][0]):
            ends[n] = ends[n + 1]
    return ends


def _role_after(text: str, end: int) -> Role | Literal[""]:
    """The role that the words behind a name, or behind the row it stands in, give."""
    behind = text[end : end + 40]
    stop = min((at for at in map(behind.find, "。；《") if at >= 0), default=len(behind))
    found = ((role, pattern.search(behind[:stop])) for role, pattern in _AFTER)
    return next((role for role, match in found if match), "")


def _unmarked(text: str) -> Iterator[Found]:
    """Papers that are named without 《》; whether it is their title is for people to say."""
    if found := _OF_TITLE.search(text):
        yield Found(Document(tidy(found["title"]), role="issued"), found.start("title"))
    for found in _UNMARKED.finditer(text):
        if not _NAMED.search(found["title"]):
            continue
        role: Role = "cited" if found[1] in ("纳入", "融入", "列入") else "basis"
        yield _doubtful(found, role)
        also = _AND.match(text, found.end())
        if also:
            yield _doubtful(also, role)
    for found in _QUOTED.finditer(text):
        yield _doubtful(found, "cited")


def _doubtful(found: re.Match[str], role: Role) -> Found:
    document = Document(tidy(found["title"]), role=role)
    return Found(document, found.start("title"), NAMED_WITHOUT_MARKS)
