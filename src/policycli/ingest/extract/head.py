"""What stands above and below the text of a paper: title, issuers, 发文字号, dates, place.

The layout is that of GB/T 9704-2012: letterhead, number, title, addressees; at the end the
issuers and the date (成文日期). Laws give their passage in brackets under the title.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import dropwhile, pairwise, takewhile
from typing import NamedTuple

from policycli.ingest.extract.bodies import bodies
from policycli.ingest.extract.dates import DATE, date_in, iso, known_day, only_date
from policycli.ingest.extract.doc_numbers import COUNTED, NUMBER, doc_number, issuers_of
from policycli.ingest.extract.front import Front
from policycli.ingest.extract.notice import without_notice
from policycli.ingest.extract.orders import (
    PASSED,
    Passage,
    in_force,
    order,
    order_number,
    passages,
    passed_as,
    unquoted,
)
from policycli.ingest.extract.papers import papers
from policycli.ingest.extract.place import place_of
from policycli.ingest.extract.signing import Signature, signature
from policycli.ingest.extract.split import KIND_OF_PAPER
from policycli.ingest.extract.title import ANNEX, ISSUED_BY, LETTERHEAD, is_site, pieces
from policycli.ingest.extract.title import title as found_title
from policycli.ingest.extract.validity import validity
from policycli.ingest.readers.blocks import Block
from policycli.language import N_
from policycli.records.model import Region
from policycli.text.divisions import leading
from policycli.text.part_marks import mark
from policycli.text.titles import fold

__all__ = ["Head", "head"]

_BETWEEN = re.compile(r"[\s\u3000、，,;；]+")
_TO = re.compile(r"[：:]$")
_SENTENCE = re.compile(r"[。；]")
_OPENS_TEXT = re.compile(
    r"为(?:了|深入|进一步|全面|认真|切实|更好|贯彻|落实|贯彻落实)|近年来|近日[，,]"
)
_NEWS = 400  # characters in which news says what was issued
_SLIPS = 2  # characters in which a title may differ, and fewer
_NEWS_OF = re.compile(
    r"(?:^|[，。\s])(?P<who>[^，。《》\s]{2,60}?)(?:联合|共同|正式|今日)*(?:印发|发布|出台|公布|下发)了?"
    r"《(?P<title>[^》]{4,80})》(?:[（(](?P<number>[^（()）]{6,30})[）)])?"
)
_WITHOUT_PLACE = re.compile("^(?:省|市|县|区|州|旗|自治区)")
_MONTH = re.compile(rf"[（(]?{DATE.pattern}[）)]?")
_HEADLINES = 24  # blocks in which a head ends
_MADE_PUBLIC = re.compile(r"现(?:予以?|将)?(?:公布|发布|印发)")
_OPENING = 3  # blocks in which a notice says what it makes public
_LETTERHEADS = 12  # lines in which one ends
_IN_BRACKETS = re.compile(r"[（(](?P<title>.{4,80})[）)]")
_ORDER_OF = re.compile(
    r"(?P<order>[^《》，。]{2,30}令\s*第?\S{1,6}号)\s*[—–-]{1,2}\s*(?P<title>.{6,90})"
)
_SHORTEST = 6  # characters of a title with a number in brackets behind it
_TELLING = 10  # characters of a title that names no kind of paper
_LONGEST = 45  # characters of a line of a title

Checks = dict[str, str]


class Head(NamedTuple):
    """What is known of a paper as a whole.

    Attributes:
        checks: By key, what is uncertain or was not found.
        body: The blocks that are neither head nor signature.
        notice: The sentences that say that the paper is printed and sent.
    """

    title: str
    issuers: tuple[str, ...]
    doc_number: str
    date: str
    in_force_from: str
    in_force_until: str
    region: Region | None
    level: str
    checks: Checks
    body: tuple[Block, ...]
    notice: str


def head(around: Front, name: str, written: str = "") -> Head:
    """Read the head of a paper.

    Args:
        around: The paper, and what was known around it.
        name: The file's, which is the title where the paper has none.
        written: Its date, where it gives none itself.
    """
    checks: Checks = {}
    facts, blocks = around.facts, _with_letterhead(list(_numbered_apart(around.blocks)))
    count = _head_length(blocks)
    lines = [piece for block in blocks[:count] for piece in pieces(block.text)]
    ordered = order(blocks)
    signed = signature(blocks[count:])
    title, left = found_title(blocks[:count])
    rest = [*left, *signed.blocks]
    if not title and not ordered.title:
        title, rest = _below_signature(rest, checks)
    title = _title(title, (ordered.title, facts.get("title", "")), name, checks)
    text = "\n".join(block.text for block in rest)
    news = f"{facts.get('news', '')}\n{text}"[:_NEWS]
    passed = passages(lines)
    reporters, reported = _reported(title, news)
    issuers = _issuers(title, lines, signed, ordered.issuers, passed, facts, reporters, checks)
    top = takewhile(lambda block: not mark(block.text), blocks[:_HEADLINES])
    alone = [b.text for b in top if NUMBER.fullmatch(b.text.strip("（()） "))]
    told = [*alone, _notice_of(issuers, lines), reported]
    number_found = ordered.number or _doc_number([*lines, *told], facts, checks) or passed_as(lines)
    date = _date(lines, signed, passed, number_found, around, written, checks)
    region, level = place_of(title, issuers, checks)
    since, until = validity(text, date, checks)
    since = since or in_force(lines)
    body, notice = without_notice(rest, title)
    return Head(
        title,
        issuers,
        number_found,
        date,
        since,
        until,
        region,
        level,
        checks,
        tuple(body),
        notice,
    )


def _below_signature(blocks: list[Block], checks: Checks) -> tuple[str, list[Block]]:
    """The title of what is printed and sent, where the paper that sends it bears none.

    It stands below the signature, else in the sentence that says so.
    """
    below = [*dropwhile(lambda block: block.kind == "heading", blocks)]
    body, notice = without_notice(below, "")
    count = _head_length(body) if notice else 0
    title, left = found_title(body[:count])
    if title:
        return title, [*(block for block in blocks if block not in body), *left, *body[count:]]
    said = notice or next((b.text for b in below[:_OPENING] if _MADE_PUBLIC.search(b.text)), "")
    sent = (each.document.title for each in papers(said) if each.document.role == "issued")
    if title := unquoted(next(sent, "")):
        checks["title"] = N_("the paper that the text says it sends, which has no title of its own")
    return title, blocks


def _with_letterhead(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, where a letterhead takes several lines (body, body, 文件) with it as one."""
    for at, block in enumerate(blocks[1:_LETTERHEADS], 1):
        if "".join(block.text.split()) == "文件" and all(bodies(b.text) for b in blocks[:at]):
            names = "\u3000".join(b.text for b in blocks[:at])
            return [block._replace(text=f"{names}文件"), *blocks[at + 1 :]]
    return blocks


def _numbered_apart(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, where a title has its number beside it on its line as two."""
    for at, block in enumerate(blocks):
        found = NUMBER.search(block.text) if at < _HEADLINES else None
        title = _beside(block.text, found) if found and len(block.text) < 2 * _LONGEST else ""
        ordered = _ORDER_OF.fullmatch(block.text) if at < _HEADLINES else None
        if ordered:
            yield block._replace(kind="paragraph", level=0, text=ordered["order"])
            yield block._replace(text=ordered["title"])
        elif found and title:
            yield block._replace(text=title)
            yield block._replace(kind="paragraph", level=0, text=_number_of(block.text, title))
        else:
            yield block


def _number_of(line: str, title: str) -> str:
    """The line without the title that stands in it."""
    return line.replace(title, "").strip("（() ）")


def _beside(line: str, number: re.Match[str]) -> str:
    """The title that has a number behind it, or that stands in brackets behind a number."""
    before, behind = line[: number.start()], line[number.end() :]
    if not before and (title := behind.strip()).find("关于") > 0:
        return title if bodies(title.partition("关于")[0]) and KIND_OF_PAPER.search(title) else ""
    if behind.strip("）) "):
        named = _IN_BRACKETS.fullmatch(behind.strip())
        return named["title"] if named and KIND_OF_PAPER.search(named["title"]) else ""
    bracketed = before.rstrip().endswith(("（", "(")) and len(before) > _SHORTEST
    title = before.rstrip("（( ")
    return title if bracketed or KIND_OF_PAPER.search(title) else ""


def _letterhead(line: str) -> list[str]:
    """Those whom a letterhead names: 某市科学技术局文件, also with its characters spaced out."""
    apart = all(len(token) == 1 for token in line.split())
    name = "".join(line.split()) if apart else line
    return bodies(re.sub(r"\s*文件$", "", name)) if LETTERHEAD.search(name) else []


def _head_length(blocks: Sequence[Block]) -> int:
    """How many blocks stand above the text: up to the first sentence, mark or addressee."""
    for at, block in enumerate(blocks[:_HEADLINES]):
        first = at == 0 and block.kind == "heading"
        if not first and not _in_head(block):
            return at
        known = bodies(block.text) or is_site(block.text)
        if block.kind == "heading" and not known and _ends_head(blocks, at):
            return at + 1
    return min(len(blocks), 1)


def _ends_head(blocks: Sequence[Block], at: int) -> bool:
    """Whether a heading is the last line of the head: what follows is no more of it."""
    following = blocks[at + 1 : at + 2]
    return not any(_in_head(b) and (b.kind != "heading" or b.level == 0) for b in following)


def _in_head(block: Block) -> bool:
    text = block.text
    if block.kind in ("table", "missing") or not text or _OPENS_TEXT.match(text):
        return False
    if ANNEX.fullmatch(text):
        return True
    numbered = NUMBER.search(text) and len(text) < _LONGEST and not mark(text)
    if PASSED.match(text) or numbered:
        return True
    ends = _TO.search(text) or _SENTENCE.search(text) or mark(text)
    return not ends and len(text) <= 2 * _LONGEST and text.replace(" ", "") != "目录"


def _title(found: str, known: Sequence[str], name: str, checks: Checks) -> str:
    """The title that was found, unless it names no paper and one does that is known otherwise."""
    if KIND_OF_PAPER.search(found):
        return found
    for other in known:
        if KIND_OF_PAPER.search(other) or (other and not found):
            return other
    if not found:
        checks["title"] = N_("no title was found, this is the name of the file")
    elif len(found) < _TELLING and not leading(found):
        checks["title"] = N_("it names no kind of paper: is this the title?")
    return found or name


def _issuers(
    title: str,
    lines: Sequence[str],
    signed: Signature,
    ordered: Sequence[str],
    passed: Sequence[Passage],
    facts: Mapping[str, str],
    reported: list[str],
    checks: Checks,
) -> tuple[str, ...]:
    """Those who signed; else whom title, head or letterhead name, or what is known besides."""
    first = (ISSUED_BY.match(line) for line in (title, *lines))
    heads = [bodies(found["who"]) for found in first if found]
    named = next(filter(None, heads), [])
    signers = [_in_full(names, named) for names in (signed.names, ordered)]
    closing = signed.closing
    alone = [name for line in lines if line != title for name in bodies(line)]
    letterhead = [name for line in lines for name in _letterhead(line)]
    passing = next((list(each.names) for each in reversed(passed) if each.names), [])
    known = _known_issuers(facts)
    of_number = [name for line in lines for name in issuers_of(line)]
    alone = reported if set(alone) < set(reported) else alone
    ways = (*signers, named, alone, letterhead, passing, of_number, reported, closing, known)
    names = next((way for way in ways if way), ())
    if not names:
        checks["issuers"] = N_("no issuer was found in head or signature")
    elif names is closing:
        checks["issuers"] = N_("the last line, with no date below it: who signed?")
    elif names is ways[-1] and not facts.get("issuers"):
        checks["issuers"] = N_("who published it, no issuer was found in head or signature")
    return tuple(dict.fromkeys(names))


def _known_issuers(facts: Mapping[str, str]) -> list[str]:
    """Those whom a site names: who issued it as given, who published it where that is a body."""
    named = _BETWEEN.split(facts.get("issuers", ""))
    if any(named) and not any(map(_SENTENCE.search, named)):
        return [name for name in named if name]
    return [name for name in _BETWEEN.split(facts.get("publisher", "")) if bodies(name)]


def _in_full(names: Sequence[str], others: Sequence[str]) -> Sequence[str]:
    """Those who signed as 省科技厅 under a title that names their place: as that names them."""
    short = len(names) == len(others) and all(map(_WITHOUT_PLACE.match, names))
    return others if short and not any(map(_WITHOUT_PLACE.match, others)) else names


def _reported(title: str, text: str) -> tuple[list[str], str]:
    """Who issued it, and its number, by the news that it was published with.

    近日，某部印发了《title》（某发〔2024〕3号）.
    """
    for found in _NEWS_OF.finditer(text):
        one, other = fold(found["title"]), fold(title)
        slip = len(one) == len(other) and sum(map(str.__ne__, one, other)) < _SLIPS
        if slip or one in other or other in one:
            return bodies(found["who"]), found["number"] or ""
    return [], ""


def _doc_number(lines: Sequence[str], facts: Mapping[str, str], checks: Checks) -> str:
    """The 发文字号 of the paper, as it gives it or as was known of it."""
    found, as_laid_down = doc_number(lines)
    if not found:
        told = facts.get("number", "")
        found, as_laid_down = doc_number([told])
        found = found or order_number(told)
    if not as_laid_down:
        checks["doc_number"] = N_("brackets other than 〔〕 in the document")
    return found


def _notice_of(issuers: Sequence[str], lines: Sequence[str]) -> str:
    """The number of a notice whose head names nobody: 公　告 / 2021年第9号."""
    for above, line in pairwise(lines):
        if "".join(above.split()) == "公告" and re.fullmatch(COUNTED, line):
            return f"{' '.join(issuers)}公告{line}"
    return ""


def _date(
    lines: Sequence[str],
    signed: Signature,
    passed: Sequence[Passage],
    doc_number: str,
    around: Front,
    written: str,
    checks: Checks,
) -> str:
    """The date of the signature, of passage or under the title, or what else is known of it."""
    facts = around.facts
    if signed.date:
        return signed.date
    if passed:
        if len(passed) > 1:
            checks["date"] = N_("the last of several dates under the title")
        return max(each.day for each in passed)
    numbered = (line for line in lines if NUMBER.search(line))
    days = (*map(only_date, lines), *map(date_in, numbered))
    dated = [day for day in days if day]
    known = dated[:1] or [day for day in (known_day(facts.get("date", "")), written) if day]
    if known:
        return known[0]
    day, doubt = _doubtful_date(lines, signed, doc_number, around)
    checks["date"] = doubt
    return day


def _doubtful_date(
    lines: Sequence[str], signed: Signature, doc_number: str, around: Front
) -> tuple[str, str]:
    """When it was printed or published, a month, or the year of the number; and what it is."""
    published = known_day(around.facts.get("published", ""))
    told = not around.moment and {"publisher", "issuers"} & set(around.facts)
    if signed.printed or (published and told):
        return signed.printed or published, N_(
            "when it was printed or published; no signature with a date"
        )
    if day := in_force(lines):
        return day, N_("the day from which it holds; no other date was found")
    months = (iso(found) for line in lines if (found := _MONTH.fullmatch(line.strip())))
    if month := next((each for each in months if len(each) > len("2023")), ""):
        return month, N_("only the month, under the title")
    if doc_number and (year := re.search(r"(?:19|20)[0-9]{2}", doc_number)):
        return year[0], N_("only the year of the document number; no signature with a date")
    return "", N_("no date was found in head or signature")
