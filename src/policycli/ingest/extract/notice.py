"""What a paper says to those it goes to: addressees, that it is printed and sent, its annexes.

None of it is a measure; the papers that it names and the day from which it holds are still taken.
"""

import re
from collections.abc import Iterator, Sequence

from policycli.ingest.extract.orders import PASSED
from policycli.ingest.extract.split import KIND_OF_PAPER
from policycli.ingest.readers.blocks import Block
from policycli.text.part_marks import mark

__all__ = ["without_notice"]

_ADDRESSED = re.compile(
    r"[^。；]{0,300}(?:政府|部门|单位|机构|局|委|办|厅|院|校|所|公司|企业|会|中心|同志|处|司|站|高校|大学|"
    r"银行|集团|者|用户|人|区|县|市|省|州|镇|乡|科|部)[）)]?[：:]"
)
_SENT = re.compile(
    r"现(?:将|予|以)?[^。]{0,120}(?:印发|转发|下发|发布|公布|通知|公告|通报)(?:给你们|如下)?[^。]{0,60}|"
    r"(?:特此|此)(?:通知|公告|通报|函告|批复|复)?[^。]{0,4}"
)
_ANNEXES = re.compile(r"附\s*件\s*[:：]\s*\S[^。]{1,120}")
_NEXT_ANNEX = re.compile(r"[0-9]{1,2}\s*[.．、]\s*\S[^。；]{1,80}")
_SENTENCE = re.compile(r"[^。]+[。]?")
_TITLE, _LINE = 3, 45  # lines of a title, and characters of one
_LONGEST = 600  # characters


def without_notice(blocks: Sequence[Block], title: str) -> tuple[list[Block], str]:
    """The blocks without what is said to the addressees above the first mark, and what that was."""
    blocks = list(_without_annexes(blocks))
    end = next((n for n, b in enumerate(blocks) if mark(b.text) or b.kind != "paragraph"), 0)
    kept, said = [], []
    for block in blocks[:end]:
        text = block.text
        if _ADDRESSED.fullmatch(text) or _flat(text) in _flat(title) or PASSED.match(text):
            continue
        found = [s[0] for s in _SENTENCE.finditer(text) if _is_notice(s[0])]
        said += found
        rest = "".join(s[0] for s in _SENTENCE.finditer(text) if s[0] not in found)
        if rest.strip():
            kept.append(block._replace(text=rest.strip()))
    end += _annex_title(blocks[end:]) if said else 0
    below = (b for b in blocks[end:] if b.kind != "heading" or _flat(b.text) not in _flat(title))
    return [*kept, *below], "\n".join(said)


def _without_annexes(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without the list of annexes above the signature: 附件：1.某表 / 2.某表."""
    listed = False
    for block in blocks:
        text = block.text if block.kind == "paragraph" else ""
        listed = bool(_ANNEXES.fullmatch(text) or (listed and _NEXT_ANNEX.fullmatch(text)))
        if not listed:
            yield block


def _annex_title(blocks: Sequence[Block]) -> int:
    """How many lines the title of what is sent takes, which begins with a heading."""
    if not blocks or blocks[0].kind != "heading":
        return 0
    for count in range(2, _TITLE + 1):
        lines = [block.text for block in blocks[:count]]
        if any(mark(line) or len(line) > _LINE for line in lines):
            return 0
        if KIND_OF_PAPER.search("".join(lines)):
            return count
    return 0


def _is_notice(sentence: str) -> bool:
    return len(sentence) <= _LONGEST and _SENT.search(sentence) is not None


def _flat(text: str) -> str:
    return "".join(text.split())
