"""Each thing is said once, however many rules find it."""

from collections import defaultdict
from collections.abc import Sequence

from policycli.finding import Basis, Finding
from policycli.review.model import SEVERITIES

__all__ = ["EXACT", "once"]

EXACT = ("figure", "deadline", "modality")
"""Kinds that say how much, or how strictly, norms differ."""

_IN_WORDS = ("scope", "term")  # rules that say no more than which words differ


def once(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, each thing said once, where it is said with most confidence.

    What an article has and the draft lacks is said at one clause; that a figure or a modal is
    otherwise, of one paper. Where one of these differs, or a sanction is added, that words differ
    too is left out, and so is that a sanction is lacking where all it stands in is missing.
    """
    best: dict[object, Finding] = {}
    for finding in findings:
        key = _what(finding)
        if key not in best or _rank(finding) > _rank(best[key]):
            best[key] = finding
    by_article: dict[str, list[Finding]] = defaultdict(list)
    for finding in best.values():
        by_article[_basis(finding).id].append(finding)
    return [
        finding
        for finding in best.values()
        if not any(_says(each, finding) for each in by_article[_basis(finding).id])
    ]


def _basis(finding: Finding) -> Basis:
    return finding.basis or Basis("")


def _what(finding: Finding) -> object:
    """What a finding is about, so that it need not be said again."""
    if finding.kind == "missing-duty" and finding.basis:
        return finding.basis.id, finding.basis.span
    if finding.kind in EXACT:
        return finding.clause, finding.span, finding.rule
    return id(finding)


def _rank(finding: Finding) -> tuple[int, float]:
    return -SEVERITIES.index(finding.severity), finding.confidence


def _says(one: Finding, other: Finding) -> bool:
    """Whether a finding tells what a note on the same article tells less exactly."""
    mine, theirs = _basis(one), _basis(other)
    if other.severity != "note":
        return False
    if other.rule == "sanction-left-out":
        return one.kind == "missing-duty" and _within(theirs.span, mine.span)
    exact = one.kind in EXACT and not one.rule.endswith("-specified")
    return (
        (exact or one.rule == "sanction-added")
        and other.rule in _IN_WORDS
        and one.clause == other.clause
        and _within(one.span, other.span)
        and _within(mine.span, theirs.span)
    )


def _within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
