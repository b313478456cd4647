"""Questions and answers: a press conference, or a policy explained."""

import re
from collections.abc import Sequence

from policycli.ingest.readers.blocks import Block
from policycli.text.part_marks import Mark

__all__ = ["QUESTION", "questions"]

QUESTION = "question"
_ASKED = re.compile(
    r"(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）)]?[、.．]?\s*)?"
    r"(?P<who>(?:问|Q|提问|问题)\s*[0-9一二三四五六七八九十]{0,3}|[\u4e00-\u9fffA-Za-z·（）()]{2,16})"
    r"\s*[:：]\s*(?P<question>[^\n]{4,400})"
)
_ASKERS = re.compile(r"问|Q|提问|.*记者$")
_FEW = 2  # questions; one may be in any text


def questions(blocks: Sequence[Block]) -> list[Mark | None]:
    """The mark of every block that asks something; none at all where there are too few."""
    marks: list[Mark | None] = []
    asked = 0
    for block in blocks:
        found = None if block.rows else _ASKED.fullmatch(block.text)
        if found and (found["question"][-1] in "？?" or _ASKERS.match(found["who"])):
            asked += 1
            rest = found["question"]
            marks.append(Mark(QUESTION, f"第{asked}问", asked, 0, rest, spaced=True))
        else:
            marks.append(None)
    return marks if asked >= _FEW else [None] * len(blocks)
