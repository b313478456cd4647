"""Burdens that a draft lays on people and firms and its basis does not: deposits, papers, permits.

A paper may not add to the duties of citizens and firms without a basis (立法法 91 and 93).
"""

import re
from collections.abc import Iterator, Sequence

from policycli.finding import Basis, Finding
from policycli.language import N_, _
from policycli.norms.articles import Counterpart
from policycli.norms.bodies import bodies
from policycli.norms.pairing import Side, likeness
from policycli.norms.wording import Topical

__all__ = ["added_burdens"]

_KINDS = (
    r"(?P<deposit>保证金|押金)",
    r"(?P<fee>(?:交纳|缴纳|预交|缴付)[^，。；]{0,16}(?:费|金))",
    r"(?P<paper>(?:办理|出具|开具|提供|提交|凭)[^，。；]{0,12}证明)",
    r"(?P<permit>(?:取得|持有|领取)[^，。；]{0,14}(?:资格|许可|合格证|证书|执照))",
    r"(?P<test>考试|考核合格|培训合格)",
    r"(?P<consent>经[^，。；]{2,20}(?:批准|同意|审批|审核))",
    r"(?P<file>备案)",
    r"(?P<quota>(?:保证|确保|必须|应当)[^，。；]{0,16}(?:计划|指标|任务)的?完成|完成[^，。；]{0,10}(?:计划|指标|任务))",
)
_BURDEN = re.compile("|".join(_KINDS))
_KNOWN = {
    "deposit": "保证金|押金",
    "fee": "费用?|金",
    "paper": "证明",
    "permit": "资格|许可|证",
    "test": "考试|考核|培训",
    "consent": "批准|同意|许可|审批|审核",
    "file": "备案",
    "quota": "计划|指标|任务",
}  # words of an article that knows a burden of that kind

_HEAVY = ("deposit", "fee", "quota")  # the others may be in a law that was not looked at

ADDED = N_("the draft asks for what {title} {article} does not ask for: {burden}")


def added_burdens(
    mine: Sequence[Side], found: Sequence[Counterpart], basis: Sequence[Side], weights: Topical
) -> Iterator[tuple[Finding, Counterpart]]:
    """Burdens of a clause that no article which governs it has.

    Args:
        mine: The norms of the clause.
        found: The articles that govern it, best first.
        basis: Their norms.
        weights: Of pairs of characters.
    """
    known = "".join(c.article.text for c in found)
    for side in mine if basis else ():
        frame = side.frame
        burden = _BURDEN.search(frame.words)
        if frame.modal != "must" or not burden or bodies(frame.subject):
            continue
        if re.search(_KNOWN[burden.lastgroup or ""], known):
            continue
        other = max(basis, key=lambda each: likeness(side, each, weights))
        if other.counterpart:
            heavy = burden.lastgroup in _HEAVY
            yield _added(side, burden[0], other, heavy=heavy), other.counterpart


def _added(side: Side, burden: str, other: Side, *, heavy: bool) -> Finding:
    return Finding(
        rule="burden-added",
        kind="condition-added",
        severity="warning" if heavy else "note",
        message=_(ADDED).replace("{burden}", burden),
        words=side.frame.words,
        span=side.frame.span,
        basis=Basis("", words=other.frame.words, span=other.frame.span),
        direction="stricter",
        confidence=0.5,
    )
