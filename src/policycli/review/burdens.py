"""Burdens that a draft lays on people and firms and its basis does not: deposits, fees, quotas.

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

_KINDS = (  # permits, papers and reports may be in a law that was not looked at
    r"(?P<deposit>保证金|押金)",
    r"(?P<fee>(?:交纳|缴纳|预交|缴付)[^，。；]{0,16}(?:费|金))",
    r"(?P<quota>(?:保证|确保|必须|应当)[^，。；]{0,16}(?:计划|指标|任务)的?完成|完成[^，。；]{0,10}(?:计划|指标|任务))",
)
_BURDEN = re.compile("|".join(_KINDS))
_KNOWN = {
    "deposit": "保证金|押金",
    "fee": "费用?|金",
    "quota": "计划|指标|任务",
}  # words of an article that knows a burden of that kind

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
        asked = [b for b in _BURDEN.finditer(frame.words) if not re.search(_kind(b), known)]
        if frame.modal != "must" or not asked or bodies(frame.subject):
            continue
        other = max(basis, key=lambda each: likeness(side, each, weights))
        if other.counterpart:
            yield _added(side, asked[0][0], other), other.counterpart


def _kind(burden: re.Match[str]) -> str:
    """The words of an article that knows a burden of this kind."""
    return _KNOWN[burden.lastgroup or ""]


def _added(side: Side, burden: str, other: Side) -> Finding:
    return Finding(
        rule="burden-added",
        kind="condition-added",
        severity="warning",
        message=_(ADDED).replace("{burden}", burden),
        words=side.frame.words,
        span=side.frame.span,
        basis=Basis("", words=other.frame.words, span=other.frame.span),
        direction="stricter",
        confidence=0.5,
    )
