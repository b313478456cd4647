"""Questions and answers: a press conference, or a policy explained."""

import re
from collections.abc import Sequence

from policycli.ingest.readers.blocks import Block
from policycli.text.part_marks import Mark, mark

__all__ = ["QUESTION", "questions"]

QUESTION = "question"
_ASKED = re.compile(
    r"(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）)]?[、.．]?\s*)?"
    r"(?P<who>(?:问|Q|提问|问题)\s*[0-9一二三四五六七八九十]{0,3}|[\u4e00-\u9fffA-Za-z·（）()]{2,16})"
    r"\s*[:：]\s*(?P<question>[^\n]{4,400})"
)
_ASKERS = re.compile(r"问|Q|提问|.*记者$")
_FEW = 2  # questions; one may be in any text
_PARTS = 3  # above the first question, which is then itself in a part
_MANY, _NEARLY_ALL = 3, 0.8  # of numbered lines


def questions(blocks: Sequence[Block]) -> list[Mark | None]:
    """The mark of every block that asks something; none where that is not how a paper is parted.

    It is not where too few do, and where parts are counted above the first.
    """
    marks = _asked(blocks)
    first = next((at for at, found in enumerate(marks) if found), len(marks))
    counted = sum(bool(not b.rows and mark(b.text)) for b in blocks[:first])
    if sum(map(bool, marks)) >= _FEW and counted < _PARTS:
        return marks
    return _counted(blocks)


def _counted(blocks: Sequence[Block]) -> list[Mark | None]:
    """The marks of the kind that is counted first, where (nearly) all of that kind are asked."""
    marks = [None if block.rows else mark(block.text) for block in blocks]
    kind = next((found.kind for found in marks if found), "")
    own = [found if found and found.kind == kind else None for found in marks]
    asked = sum(bool(found and found.rest[-1:] in tuple("？?")) for found in own)
    if asked < _MANY or asked < _NEARLY_ALL * sum(map(bool, own)):
        return [None] * len(blocks)
    return [found and found._replace(kind=QUESTION) for found in own]


def _asked(blocks: Sequence[Block]) -> list[Mark | None]:
    """The mark of every block that says who asks."""
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
    return marks
