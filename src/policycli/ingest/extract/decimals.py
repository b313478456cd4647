"""Parts that are numbered 1, 1.1, 1.2.1, as in emergency plans and technical papers."""

import re
from collections.abc import Sequence

from policycli.ingest.readers.blocks import Block
from policycli.text.part_marks import DEPTHS, Mark

__all__ = ["DECIMAL", "decimals", "depth_of"]

DECIMAL = "decimal"
_NUMBER = re.compile(
    r"(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2}){0,4})(?:[.、．]?[\s\u3000]+|(?<=\.[0-9])(?=[\u4e00-\u9fff]))"
    r"(?![万亿元%％个家倍米吨人年月日])(?P<rest>\S.*)"
)
_FEW = 3  # numbers with a point; fewer may be values
_TITLE = 40  # characters of what stands behind a number without a point


def decimals(blocks: Sequence[Block]) -> list[Mark | None]:
    """The mark of every block; none at all where a paper is not numbered so."""
    marks = [None if block.rows else _mark(block.text) for block in blocks]
    deep = [found.shown for found in marks if found and "." in found.shown]
    counted = len(set(deep)) >= _FEW and any(shown.endswith(".1") for shown in deep)
    return marks if counted else [None] * len(blocks)


def _mark(line: str) -> Mark | None:
    found = _NUMBER.fullmatch(line.partition("\n")[0]) if line[:1].isdigit() else None
    if not found or ("." not in found["number"] and len(found["rest"]) > _TITLE):
        return None
    number = int(found["number"].rpartition(".")[2])
    return Mark(DECIMAL, found["number"], number, 0, found["rest"].strip(), spaced=True)


def depth_of(mark: Mark) -> int:
    """How deep a mark stands; decimal ones and questions are below all others."""
    own = mark.shown.count(".") if mark.kind == DECIMAL else 0
    return DEPTHS.get(mark.kind, max(DEPTHS.values()) + 1 + own)
