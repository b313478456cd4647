"""The title of a paper among the lines above its text.

A title takes one line or several, which follow each other and end with what kind of paper it is
(GB/T 9704-2012, 7.3.1). Above and between stand letterheads, numbers, dates, names of gazettes and
of sites, which part it from lines that belong to something else.
"""

import re
from collections.abc import Iterator, Sequence

from policycli.ingest.extract.bodies import bodies
from policycli.ingest.extract.dates import only_date
from policycli.ingest.extract.doc_numbers import NUMBER, is_numbered_notice
from policycli.ingest.extract.orders import PASSED
from policycli.ingest.extract.papers import tidy
from policycli.ingest.extract.split import KIND_OF_PAPER
from policycli.ingest.readers.blocks import Block
from policycli.text.divisions import leading
from policycli.text.part_marks import mark

__all__ = ["ANNEX", "ISSUED_BY", "LETTERHEAD", "is_site", "pieces", "title"]

LETTERHEAD = re.compile(r"(?<!规范性)文件$")
ISSUED_BY = re.compile(r"^(?P<who>[^《》，。]{2,60}?)(?:关于|印发|转发|批转)")
_ORDER = re.compile(
    r"[（(]?(?:\S{2,20}(?:令|公告))?\s*(?:\d{4}年\s*)?第?\s*[0-9〇零一二三四五六七八九十百]+\s*号[）)]?|\S{2,20}令"
)
_SITE = re.compile(r"[\u4e00-\u9fff]{2,20}(?:网|网站|官网|门户网?|公众号|信息公开平台)")
_NOTICE = re.compile(r"\S{2,20}(?:公告|通告)")
_GAZETTE = re.compile(r".*公报(?:[\s·•（(]*(?:19|20)\d\d.*|第.*[期号].*)?")
ANNEX = re.compile(r"附[件录表]\s*[\d一二三四五六七八九十]*[：:]?")
_LATIN = re.compile(r"[\x00-\x7f’–—]+")
_ENDS = re.compile(
    rf"{KIND_OF_PAPER.pattern}|(?:印发|转发|发布|公布|批转)[^《》]{{0,8}}《.+》(?:的通知)?$"
)
_CALLED = re.compile(
    r"的\s*(?:通知|意见|决定|函|批复|通报|公告|通告|报告|答复|请示|说明|解释|公示)(?:[（(][^（）()]{1,40}[）)])?$"
)
_OF_SEVERAL = re.compile(r"(?:公告|令)\s*[〔\[]")  # the number of what several bodies issue
_OPENS = re.compile(r"^(?:关于|印发|转发|批转|对|公布|发布)")
_ASIDE = re.compile(r"[（(].{1,20}[）)]")
_NOTE = re.compile(  # to readers, below or behind a title: （仅注册用户登录可见）
    r"[（(][^（()）]*(?:可见|登录|查阅|下载|扫码|节选|此件)[^（()）]*[）)]$"
)
_STATE = re.compile(r"[（(](?:.{0,10}稿|试行|暂行|草案|.{0,8}修[订正])[）)]")  # of the paper
_ONLY_NEWS = re.compile(r"(?:最新|发布|重要|紧急|印发|政策)(?:通知|公告|通告|消息)")
_YEAR = re.compile(r"^(?:19|20)\d\d年度?")
_UNFINISHED = re.compile(r"关于|印发|转发|批转")
_LINES = 5  # that a title takes at most
_LONGEST = 130  # characters of one


def title(blocks: Sequence[Block]) -> tuple[str, list[Block]]:
    """The title, and the lines above the text that have another use than to be part of it."""
    above = ("", *(block.text for block in blocks))
    texts = zip(blocks, above, strict=False)
    lines = [b for b, over in texts if b.text and not mark(b.text) and _can_be(b.text, over)]
    if any(not _LATIN.fullmatch(block.text) for block in lines):
        lines = [block for block in lines if not _LATIN.fullmatch(block.text)]
    headings = [b for b in lines if b.kind == "heading" and not bodies(b.text)]
    top = min((block.level for block in headings), default=0)
    used = [block for block in headings if block.level == top]
    if not any(KIND_OF_PAPER.search(block.text) for block in used):
        used = _named(blocks, lines) or used or _first(_runs(blocks, lines))
    used = [*used, *_state(blocks, used)]
    found = tidy(_NOTE.sub("", _together([block.text for block in used])))
    left = (block for block in lines if block not in used)
    return found, [block for block in left if not _of_title(block.text, found)]


def _state(blocks: Sequence[Block], used: Sequence[Block]) -> list[Block]:
    """The line below the title that says in which state the paper is: （征求意见稿）."""
    below = blocks[blocks.index(used[-1]) + 1 :][:1] if used else []
    return [block for block in below if _STATE.fullmatch("".join(block.text.split()))]


def is_site(line: str) -> bool:
    """Whether a line is the name of a site: 某市科技网."""
    return _SITE.fullmatch("".join(line.split())) is not None


def pieces(line: str) -> list[str]:
    """Body, date and number of a line that has them beside each other; else the line."""
    found = line.strip("（()）").split()
    if any(_OF_SEVERAL.search(p) for p in found[1:]):
        return [line]
    known = (NUMBER.fullmatch(p) or only_date(p) or bodies(p) for p in found)
    numbered = any(NUMBER.fullmatch(p) or only_date(p) for p in found)
    return found if len(found) > 1 and numbered and all(known) else [line]


def _can_be(line: str, above: str) -> bool:
    """Whether a line can be one of a title, below another."""
    joined = "".join(line.split())
    if len(pieces(line)) > 1 or (_NOTICE.fullmatch(line) and bodies(line[:-2])):
        return False
    if is_numbered_notice(line) or _GAZETTE.fullmatch(line) or ANNEX.match(line):
        return False
    if _called(line):
        return bool(above) and not bodies(above) and not KIND_OF_PAPER.search(above)
    if is_site(line) or _ONLY_NEWS.fullmatch(joined) or _NOTE.match(joined):
        return False
    if joined.endswith((",", "，")):
        return False
    other = NUMBER.search(line) or LETTERHEAD.search(joined) or PASSED.match(line)
    return not other and not only_date(line) and not _ORDER.fullmatch(line)


def _runs(blocks: Sequence[Block], lines: Sequence[Block]) -> Iterator[list[Block]]:
    """The lines that follow each other with nothing between that cannot be of a title."""
    run: list[Block] = []
    for block in blocks:
        if run and run[-1].kind != block.kind and _whole(run[-1].text) and not _called(block.text):
            yield run
            run = []
        if block in lines:
            run.append(block)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _called(line: str) -> bool:
    """Whether a line only says what kind of paper it is: 公　告."""
    return "".join(line.split()) in ("公告", "通告")


def _whole(line: str) -> bool:
    """Whether a line of another kind may end what can be a title: no body, nothing begun."""
    return not bodies(line) and (not _UNFINISHED.search(line) or bool(_ENDS.search(line)))


def _named(blocks: Sequence[Block], lines: Sequence[Block]) -> list[Block]:
    """The lines of the first run that say what kind of paper it is."""
    for run in _runs(blocks, lines):
        start = _start(run)
        if end := _end(run, start):
            return run[start:end]
    return []


def _first(runs: Iterator[list[Block]]) -> list[Block]:
    """The first line that names more than bodies, with those above it whose sentence it ends."""
    first: list[Block] = []
    for run in runs:
        if not first or all(bodies(block.text) for block in first):
            names = next((n for n, b in enumerate(run) if not bodies(b.text)), len(run) - 1)
            first = run[: names + 1] if _OPENS.match(run[names].text) else run[names : names + 1]
    return first


def _start(run: Sequence[Block]) -> int:
    """Where the title begins: below a letterhead whose names it gives again."""
    start = 0
    while start + 1 < len(run) and bodies(run[start].text):
        below = _together([block.text for block in run[start + 1 : start + _LINES]])
        named = ISSUED_BY.match(below)
        if not named or not bodies(named["who"]) or _OPENS.match(run[start + 1].text):
            break
        if not _again(bodies(run[start].text), bodies(named["who"])):
            break
        start += 1
    if start + 1 < len(run) and _names_place_again(run, start):
        start += 1
    anew = (at for at in range(start + 1, min(len(run), _LINES)) if _begins_anew(run, start, at))
    return next(anew, start)


def _again(names: Sequence[str], below: Sequence[str]) -> bool:
    """Whether all names are given again below, also shortened: 某某区管理委员会, 某某管委会."""
    return all(any(_shortened(short, name) for short in below) for name in names)


def _shortened(short: str, name: str) -> bool:
    """Whether a name has all characters of a shorter one, in its order."""
    rest = iter(name)
    return all(char in rest for char in short)


def _names_place_again(run: Sequence[Block], start: int) -> bool:
    """Whether a title stands below a body and begins with its place: 某市科技局 / 某市某办法."""
    body, below = run[start].text, run[start + 1].text
    place = leading(body) if bodies(body) and not bodies(below) else None
    return bool(place and leading(_YEAR.sub("", below)) == place and _end(run, start + 1))


def _begins_anew(run: Sequence[Block], start: int, at: int) -> bool:
    """Whether a title begins with a line, and what stands above it names nobody and nothing."""
    above = "".join(block.text for block in run[start:at])
    opens = _OPENS.match(run[at].text) and _end(run, at)
    return bool(opens) and not bodies(above) and not re.search("[《》]|关于|印发", above)


def _end(run: Sequence[Block], start: int) -> int:
    """How many lines of a run end with the title; 0 where none says what kind of paper it is.

    What is issued or forwarded may itself end a line: 转发某部关于加快建立某某报告 / 制度的通知.
    """
    whole, end = "", 0
    for at, block in enumerate(run[start : start + _LINES], start + 1):
        if end and (_CALLED.search(whole) or _whole_title(block.text)):
            break
        whole += "".join(block.text.split())
        if len(whole) > _LONGEST:
            break
        if whole.count("《") != whole.count("》"):
            continue
        called = _ENDS.search(whole) and (not end or _CALLED.search(whole))
        if called or (end and _ASIDE.fullmatch(block.text)):
            end = at
    return end


def _whole_title(line: str) -> bool:
    """Whether a line is a title of its own."""
    named = ISSUED_BY.match(line)
    return bool(_OPENS.match(line) or (named and bodies(named["who"])))


def _together(lines: Sequence[str]) -> str:
    """The lines as one; names of bodies below each other stay apart."""
    whole = ""
    for line in lines:
        apart = whole and bodies(whole) and bodies(line)
        whole += f" {line}" if apart else line
    return whole


def _of_title(line: str, found: str) -> bool:
    """Whether a line is a title too, or a piece of one, as where it takes two lines."""
    named = bodies(line) or ISSUED_BY.match(line) or KIND_OF_PAPER.search(line)
    return bool(named) or "".join(line.split()) in "".join(found.split())
