"""A bulletin of several policies → one list of blocks for each.

Headings of level 1 part it, unless they are the sections of one paper: numbered, or called 总则,
工作目标 and the like. Under a title of its own, a bulletin's headings must name a place or a paper.
"""

import re
from collections.abc import Sequence

from policycli.ingest.extract.bodies import bodies
from policycli.ingest.extract.dates import DATE
from policycli.ingest.readers.blocks import Block
from policycli.text.divisions import leading, named
from policycli.text.part_marks import is_title, mark
from policycli.text.titles import fold

__all__ = ["KIND_OF_PAPER", "split"]

KIND_OF_PAPER = re.compile(
    r"(?:通知|办法|意见|行动|方案|规定|条例|措施|细则|规划|决定|公告|决议|纲要|计划|批复|函|通报|报告|指南|"
    r"指引|清单|章程|规则|政策|解读|法|通告|公示|答复|复函|请示|预案|解释|规程|准则)(?:[（(][^）)]{1,12}[）)])?$"
)
_SECTION = re.compile(
    r"(?:总则|附则|附件|附录|目录|前言|序言|引言|导言|概述|背景|总体(?:要求|目标|思路)|指导思想|基本原则|"
    r"(?:主要|重点|工作|发展)(?:任务|目标|举措|措施|内容)|保障措施|组织(?:实施|保障|领导)|适用范围|罚则|"
    r"监督管理|法律责任|实施步骤|工作要求|有关要求|说明|结语|参考文献)"
)

_ASIDE = re.compile(r"专栏|附件|附表|附图|[图表]\s*[0-9]")
_LETTERHEAD = re.compile(r"[府厅委局室部会]文件$")
_DATED = re.compile(rf"\s*{DATE.pattern}$")  # behind those who signed
_SENDS = re.compile("现(?:将|印发|发布|公布)")
_NAMED = re.compile("《(.+?)》")
_SHORT = 10  # characters of the heading of a section


def split(blocks: Sequence[Block]) -> list[list[Block]]:
    """The parts of a document, each with its heading; one part where it is one paper."""
    starts = _starts(blocks)
    if len(starts) < 2 or not _is_bulletin(blocks, starts):
        return [list(blocks)]
    ends = [*starts[1:], len(blocks)]
    parts = [list(blocks[start:end]) for start, end in zip(starts, ends, strict=True)]
    return [part for part in parts if any(block.kind != "heading" for block in part)]


def _starts(blocks: Sequence[Block]) -> list[int]:
    """Where policies may begin: not where a title comes again, as that of an annex does."""
    starts: list[int] = []
    sent: set[str] = set()
    for at, block in enumerate(blocks):
        above = fold(blocks[starts[-1]].text) if starts else ""
        sent |= _sent(block)
        annex = any(name.startswith(fold(block.text)) for name in sent)
        if _starts_policy(block) and not annex and (not starts or fold(block.text) not in above):
            starts.append(at)
    return starts


def _sent(block: Block) -> set[str]:
    """The papers that a notice says it sends: its annexes, no policies beside it."""
    if block.kind != "paragraph" or not _SENDS.search(block.text):
        return set()
    return {fold(found) for found in _NAMED.findall(block.text)}


def _starts_policy(block: Block) -> bool:
    if block.kind != "heading" or block.level != 1 or mark(block.text):
        return False
    if block.text.startswith(("（", "(")) and block.text.endswith(("）", ")")):
        return False  # a note: （本文有删减）
    if _LETTERHEAD.search(block.text) or bodies(_DATED.sub("", block.text)):
        return False
    return not (_SECTION.match(block.text) and len(block.text) <= _SHORT) and not _ASIDE.match(
        block.text
    )


def _is_bulletin(blocks: Sequence[Block], starts: Sequence[int]) -> bool:
    """Whether several policies begin at ``starts``; each must have some text below it."""
    ends = [*starts[1:], len(blocks)]
    filled = [
        start
        for start, end in zip(starts, ends, strict=True)
        if any(block.kind != "heading" for block in blocks[start + 1 : end])
    ]
    if len(filled) < 2 or _counts_up(blocks):
        return False
    titled = any(block.kind == "heading" and block.level == 0 for block in blocks)
    named_ones = [at for at in filled if _names_policy(blocks[at].text)]
    if KIND_OF_PAPER.search(blocks[filled[0]].text) or _goes_on(blocks, starts):
        titled = True  # a paper with headings inside
    return not titled or len(named_ones) == len(filled)


def _counts_up(blocks: Sequence[Block]) -> bool:
    """Whether articles are counted through all of it, as in one law with unnumbered headings."""
    marks = [found for block in blocks if (found := mark(block.text)) and found.kind == "article"]
    return len(marks) > 1 and [found.number for found in marks].count(1) <= 1


def _goes_on(blocks: Sequence[Block], starts: Sequence[int]) -> bool:
    """Whether a count goes on below a heading, as in one paper: its first mark is no first one."""
    ends = [*starts[1:], len(blocks)]
    firsts = (
        next((found for b in blocks[start + 1 : end] if (found := mark(b.text))), None)
        for start, end in zip(starts, ends, strict=True)
    )
    return any(found and found.number > 1 for found in firsts)


def _names_policy(title: str) -> bool:
    if not is_title(title) and not KIND_OF_PAPER.search(title):
        return bool(leading(title))
    return bool(KIND_OF_PAPER.search(title) or leading(title) or named(title))
