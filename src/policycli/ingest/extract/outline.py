"""The measures of a paper, by its own structure.

Articles (第三条) where it has them; else the lowest numbered parts (（一） under 一、); else what
stands under headings; else paragraphs, which 一是……二是…… parts further. What stands above the
first measure is kept as one too: purpose and basis of a paper are there.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policycli.ingest.extract.decimals import DECIMAL, decimals, depth_of
from policycli.ingest.extract.questions import QUESTION, questions
from policycli.ingest.extract.responsible import Responsible
from policycli.ingest.extract.split import KIND_OF_PAPER
from policycli.ingest.extract.tasks import Task, without_tasks
from policycli.ingest.readers.blocks import Block
from policycli.language import N_
from policycli.text.part_marks import ARTICLE, DEPTHS, Mark, is_title, mark

__all__ = ["Part", "outline", "title_of"]

_ORDINAL = re.compile(r"(?:(?<=[。；：，！\n])|^)\s*((?:[一二三四五六七八九]|十[一二三四五]?)是)")
_FIRST_SENTENCE = re.compile(r"[^。！？：\n]{2,40}?[。！？：]|[^。！？：\n]{2,40}$")
_CLAUSE = re.compile(r"[，；。：、,]")
_ABOUT = re.compile(r"(?:同时，)?在([^，。；]{2,20})方面，")
_OPENING = re.compile(
    r"^(?:(?:近年来?|同时|此外|另外|目前|下一步|其中|首先|其次|最后|当前|今年|"
    r"[^，。；]{2,8}以来|截至[^，。；]{2,12})，)+"
)
_CITED = re.compile(
    r"第|[中和及或](?=第|本|其|该|的|，|所)|款|项(?!目)|、|至(?!少)|的|（|修改为|规定|以外"
)
_COUNT = re.compile(r"[0-9]")
_ASIDE = re.compile(r"(?:专栏|图|表|附表|附图)\s*[0-9一二三四五六七八九十]*(?=[\s\u3000：:.．]|$)")
_ANNEX = re.compile(r"附件\s*[0-9一二三四五六七八九十]*")
_NUMBERED = ("item", "subitem", "point", DECIMAL)
_MOST, _MANY = 0.6, 0.4  # of the points, and of the parts above them
_RUN = 3  # points that are counted through the parts above them
_LONGEST = 40  # characters of a title
_CELLS = "　"

DERIVED = N_("titles are first words of the text")


class Part(NamedTuple):
    """A measure as the paper has it.

    Attributes:
        id: By its kind and number, unique in the paper.
        prose: The text without the tables that stand in it.
        derived: Whether the title is only how the text begins.
        who: Who does it, where a table says so; else ``None``.
    """

    id: str
    title: str
    text: str
    locator: str
    prose: str = ""
    tables: tuple[tuple[tuple[str, ...], ...], ...] = ()
    derived: bool = False
    who: Responsible | None = None


class _Open(NamedTuple):
    """A part while it is read."""

    kind: str
    shown: str
    slug: str
    path: tuple[str, ...]
    title: str
    lines: list[str]
    tables: list[tuple[tuple[str, ...], ...]]
    derived: bool = False


def outline(blocks: Sequence[Block], written: str = "") -> list[Part]:
    """The measures of the text of a paper of the year ``written``, in its order."""
    kept = [block for block in blocks if block.kind != "missing"]
    blocks, listed = without_tasks(kept, written)
    marks = _marks(blocks)
    kinds = _kinds(marks, blocks)
    opened = list(_read(blocks, marks, kinds)) if kinds else list(_paragraphs(blocks))
    parts = [_closed(part) for part in opened if any(part.lines)]
    return _unique([*parts, *(_of_task(n, task) for n, task in enumerate(listed, 1))])


def _marks(blocks: Sequence[Block]) -> Sequence[Mark | None]:
    """The mark of every block, of the kind that the paper as a whole is parted by."""
    for found in (decimals(blocks), questions(blocks)):
        if any(found):
            return found
    aside = (block.rows or _ASIDE.match(block.text) for block in blocks)
    return [None if left else mark(b.text) for b, left in zip(blocks, aside, strict=True)]


def _of_task(number: int, task: Task) -> Part:
    """The measure that a row of a table of tasks is; its numbers are a table of their own."""
    title, whole = (task.title, True) if task.title else title_of(task.text)
    locator = " ".join(filter(None, (task.place, task.section, f"第{task.number or number}项")))
    tables = (task.numbers,) if task.numbers else ()
    prose = "" if tables else task.text
    return Part(f"task-{number}", title, task.text, locator, prose, tables, not whole, task.who)


def _kinds(marks: Sequence[Mark | None], blocks: Sequence[Block]) -> frozenset[str]:
    """The kinds of marks that begin a measure or hold some; none for plain paragraphs."""
    counted = [found.kind for found in marks if found]
    if _has_articles(marks):
        return frozenset(("part", "chapter", "section", ARTICLE, "heading"))
    own = {DECIMAL, QUESTION} & set(counted)
    if own:
        return frozenset((*own, "heading"))
    found = {kind for kind in ("chapter", "section", "item", "subitem") if counted.count(kind) > 1}
    numbered = not found & {"item", "subitem"} and counted.count("point") > 1
    if numbered or _runs_on(marks):
        found.add("point")
    if found or sum(block.kind == "heading" for block in blocks) > 1:
        found |= {"part", "heading"}
    return frozenset(found)


def _runs_on(marks: Sequence[Mark | None]) -> bool:
    """Whether points are counted through the parts above them: 1 to 20 under （一） to （五）."""
    lowest = "subitem" if any(found and found.kind == "subitem" for found in marks) else "item"
    above, last, run = 0, 0, set[int]()  # parts above so far, and those that this count is in
    points: list[set[int]] = []
    for found in marks:
        if found and found.kind == lowest:
            above += 1
        elif found and found.kind == "point":
            run = run if found.number == last + 1 and found.number > 1 else set()
            run.add(above)
            points.append(run)
            last = found.number
    through = [parts for parts in points if len(parts) > 1]
    numbered = set[int]().union(*{id(parts): parts for parts in through}.values())
    return len(through) >= max(_RUN, _MOST * len(points)) and len(numbered) >= _MANY * above


def _has_articles(marks: Sequence[Mark | None]) -> bool:
    numbers = [found.number for found in marks if found and found.kind == ARTICLE and found.spaced]
    loose = [found.number for found in marks if found and found.kind == ARTICLE]
    return bool(numbers) or loose[:2] == [1, 2]


def _read(
    blocks: Sequence[Block], marks: Sequence[Mark | None], kinds: frozenset[str]
) -> Iterator[_Open]:
    """The parts that marks and headings begin; lines of a table of contents are passed over."""
    path: dict[int, tuple[str, str, str]] = {}  # depth: what is shown, slug, title
    part = _Open("preamble", "", "preamble", (), "前言", [], [])
    last, above, counted = 0, 0, False
    ahead = _ahead(blocks, marks)
    for at, block in enumerate(blocks):
        found = marks[at]
        if found and not _begins(found, kinds, last):
            found = None
        again = counted and ahead[at].article == 1 and _titles_annex(block.text)
        if found is None and not again and not _heads(block, kinds):
            _take(part, block)
            continue
        if _in_contents(marks[at], ahead[at], kinds):
            continue
        depth = depth_of(found) if found else block.level or 1
        yield _alone(part) if depth <= above else _leading(part)
        above = depth
        path = {d: entry for d, entry in path.items() if d < depth}
        path[depth] = _entry(found, block)
        if found and found.kind == ARTICLE:
            last, counted = found.number, True
        elif not found and ahead[at].article == 1:
            last = 0
        part = _opened(found, block, path, depth)
    yield _alone(part)


def _heads(block: Block, kinds: frozenset[str]) -> bool:
    """Whether a heading without a mark begins a part; that of a box or a picture does not."""
    return block.kind == "heading" and "heading" in kinds and not _ASIDE.match(block.text)


def _titles_annex(text: str) -> bool:
    """Whether a line is the title of a further paper, whose articles are counted from 1 again."""
    return is_title(text) and bool(_ANNEX.fullmatch(text) or KIND_OF_PAPER.search(text))


def _alone(part: _Open) -> _Open:
    """A part under which nothing stands: its title is then all of its text."""
    if part.kind in _NUMBERED and not part.lines and not part.tables:
        part.lines.append(part.title)
    return part


def _leading(part: _Open) -> _Open:
    """A part with others below it: what it says before them leads to them, as a preamble does."""
    if part.kind not in _NUMBERED:
        return part
    return part._replace(slug=part.slug.replace("item", "preamble", 1))


def _begins(found: Mark, kinds: frozenset[str], last: int) -> bool:
    """Whether a mark begins a part, where ``last`` is the number of the article before.

    An article that is only cited at the beginning of a line does not.
    """
    if found.kind not in kinds:
        return False
    if found.kind != ARTICLE:
        return True
    if not found.spaced and _CITED.match(found.rest):
        return False
    if found.sub:
        return found.number in (last, last + 1)
    return found.number == last + 1 or (found.spaced and found.number > last)


class _Ahead(NamedTuple):
    """What follows a block.

    Attributes:
        article: Number of the next article, 0 where none comes; 1 begins an annex.
        again: Whether the same text comes again below, of a block above every article and in the
            first half.
    """

    article: int
    again: bool


def _ahead(blocks: Sequence[Block], marks: Sequence[Mark | None]) -> list[_Ahead]:
    """What follows each block."""
    articles = [found.number if found and found.kind == ARTICLE else 0 for found in marks]
    first = next((at for at, number in enumerate(articles) if number), len(blocks))
    last = {block.text: at for at, block in enumerate(blocks)}
    following: list[_Ahead] = []
    article = 0
    for at in range(len(blocks) - 1, -1, -1):
        early = at <= min(first, len(blocks) // 2)
        following.append(_Ahead(article, early and last[blocks[at].text] > at))
        article = articles[at] or article
    return following[::-1]


def _in_contents(found: Mark | None, ahead: _Ahead, kinds: frozenset[str]) -> bool:
    """Whether a line is one of a table of contents: the same line comes again as a heading."""
    return bool(found and found.kind != ARTICLE and ARTICLE in kinds and ahead.again)


def _entry(found: Mark | None, block: Block) -> tuple[str, str, str]:
    if found is None:
        return block.text, "", block.text
    slug = f"{found.number}-{found.sub}" if found.sub else str(found.number)
    return found.shown, slug, title_of(found.rest)[0] if found.rest else ""


def _opened(
    found: Mark | None, block: Block, path: dict[int, tuple[str, str, str]], depth: int
) -> _Open:
    above = tuple(_located(*path[d]) for d in sorted(path) if d < depth)
    if found is None:
        return _Open("heading", block.text, "section", above, block.text, [], [])
    slug = _slug(found.kind, path)
    if found.kind == ARTICLE:
        title, text = _article(found)
        return _Open(ARTICLE, found.shown, slug, above, title, [text] if text else [], [])
    if found.kind == QUESTION:
        title = found.rest if len(found.rest) <= _LONGEST else found.rest[: _LONGEST - 1] + "…"
        return _Open(QUESTION, found.shown, slug, above, title, [found.rest], [])
    if is_title(name := found.rest.rstrip("。：")):
        counts = name != found.rest and _COUNT.search(name)  # a sentence whose numbers are figures
        return _Open(found.kind, found.shown, slug, above, name, [found.rest] if counts else [], [])
    title, whole = title_of(found.rest)
    lines = [found.rest] if found.rest else []
    return _Open(found.kind, found.shown, slug, above, title, lines, [], not whole)


def _located(shown: str, slug: str, title: str) -> str:
    """A part above, as a locator names it: with the title of a chapter, which are few."""
    chapter = slug and shown[0] == "第" and shown[-1] in "编章节"
    return f"{shown} {title}".strip() if chapter else shown


def _article(found: Mark) -> tuple[str, str]:
    """Title and text of an article; what stands in 【】 behind its number is its name."""
    named = re.match(r"[【\[]([^】\]]{2,30})[】\]]\s*", found.rest)
    if not named:
        return found.shown, found.rest
    return f"{found.shown} {named[1]}", found.rest[named.end() :]


def _slug(kind: str, path: dict[int, tuple[str, str, str]]) -> str:
    """``article-3``, ``item-2-1`` for （一） under 二、."""
    if kind == ARTICLE:
        return f"article-{path[DEPTHS[ARTICLE]][1]}"
    numbers = [slug for depth, (_s, slug, _t) in sorted(path.items()) if slug]
    return "-".join(("item" if kind in _NUMBERED else kind, *numbers))


def _take(part: _Open, block: Block) -> None:
    if block.kind == "table":
        part.tables.append(block.rows)
        part.lines.extend(map(_row, block.rows))
    elif block.text.replace(" ", "").replace("\u3000", "") != "目录":
        part.lines.append(block.text)


def _row(cells: Sequence[str]) -> str:
    return _CELLS.join(cells).strip()


def _paragraphs(blocks: Sequence[Block]) -> Iterator[_Open]:
    """Every paragraph a part, several where 一是……二是…… is in it; headings lead the next one."""
    number = 0
    above: tuple[str, ...] = ()
    for block in blocks:
        if block.kind == "heading":
            above = (block.text,)
            continue
        number += 1
        if block.rows:
            part = _Open("table", f"第{number}段", f"p{number}", above, "", [], [])
            _take(part, block)
            yield part
            continue
        for shown, slug, text in _ordinals(block.text):
            title, whole = title_of(text.removeprefix(shown))
            path = (*above, f"第{number}段") if shown else above
            place = shown or f"第{number}段"
            yield _Open("p", place, f"p{number}{slug}", path, title, [text], [], not whole)


def _ordinals(text: str) -> Iterator[tuple[str, str, str]]:
    """The sentences that 一是, 二是 begin, with the mark and what it adds to an id."""
    found = list(_ORDINAL.finditer(text))
    if len(found) == 1 and found[0].start() == 0:
        yield found[0][1], "", text
        return
    if len(found) < 2 or found[0][1] != "一是":
        yield "", "", text
        return
    if text[: found[0].start(1)].strip():
        yield "", "", text[: found[0].start(1)].strip()
    ends = [*(match.start(1) for match in found[1:]), len(text)]
    for n, (match, end) in enumerate(zip(found, ends, strict=True), 1):
        yield match[1], f"-{n}", text[match.start(1) : end].strip()


def title_of(text: str) -> tuple[str, bool]:
    """A title, and whether it is a whole sentence of the text."""
    text = text.partition("\n")[0]
    first = _FIRST_SENTENCE.match(text)
    if first and first.end() <= _LONGEST:
        return first[0].rstrip("。！？："), True
    about = _ABOUT.match(text)
    if about:
        return about[1], False
    clause = _CLAUSE.split(_OPENING.sub("", text))
    title = clause[0]
    for more in clause[1:]:
        if len(title) >= 8:
            break
        title += "，" + more
    return (title if len(title) <= _LONGEST else title[: _LONGEST - 1] + "…"), False


def _closed(part: _Open) -> Part:
    text = "\n".join(part.lines)
    title, derived = part.title, part.derived
    if not title:
        title, _whole = title_of(part.lines[0])
        derived = True
    locator = " ".join((*part.path, part.shown)).strip()
    rows = {_row(row) for table in part.tables for row in table}
    prose = "\n".join(line for line in part.lines if line not in rows)
    return Part(part.slug, title, text, locator, prose, tuple(part.tables), derived)


def _unique(parts: list[Part]) -> list[Part]:
    """The parts with ids that no other has; ids of several are numbered."""
    seen: dict[str, int] = {}
    unique = []
    for part in parts:
        count = seen[part.id] = seen.get(part.id, 0) + 1
        suffix = f"-{count}" if part.id == "section" else f"-again{count}" if count > 1 else ""
        unique.append(part._replace(id=part.id + suffix))
    return unique
