"""Kinds of sanctions that a clause adds to those of the law for the same acts, or leaves out."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from policycli.finding import Basis, Finding, Severity
from policycli.language import N_
from policycli.norms.articles import Counterpart
from policycli.norms.pairing import Side
from policycli.norms.wording import Topical, covered

__all__ = ["differing_sanctions"]

_SAME_ACTS = 0.5  # likeness of the acts from which one sanction is held against the other
_SURELY = 0.65  # the same, from which a kind that is added is more than a hint
_PENALTIES = {
    "警告": "警告(?!标|牌|信)",
    "通报批评": "通报批评",
    "罚款": "罚款(?!上缴|收缴|收入|缴纳|决定)",
    "没收": "没收",
    "停产停业": "停产|停业|停止(?:生产|经营|执业)|关闭",
    "吊销": "吊销|降低资质|(?:暂扣|撤销|收回)[^，。；]{0,10}(?:证|许可|资质|资格)",
    "拘留": "拘留",
}
"""The kinds of 行政处罚法 9; bans from taking part are left to what the paper is about."""
_OTHERS = {"处分": "处分|行政责任", "赔偿": "赔偿|民事责任"}
"""What else follows from an act. 刑事责任 follows whether a paper says so or not."""
_KINDS = {kind: re.compile(words) for kind, words in {**_PENALTIES, **_OTHERS}.items()}
_ELSEWHERE = re.compile(
    "(?:依照|按照|根据|依据)[^，。；]{0,24}(?:规定|法律|法规)[^，。；]{0,8}(?:处罚|处理|执行|追究|承担)|依法(?:予以|给予)?(?:处罚|查处|处理)"
)  # which sanctions, another paper says

ADDED = N_("{title} {article} has no {draft} for these acts; a paper below it may not add kinds")
LEFT_OUT = N_("{title} {article} has {basis} for these acts, the draft has not")


def differing_sanctions(
    mine: Sequence[Side], basis: Sequence[Side], weights: Topical
) -> Iterator[tuple[Finding, Counterpart]]:
    """Kinds of sanctions that a clause and a law have otherwise for the same acts.

    Whoever rules below a law keeps to its acts, kinds and ranges (行政处罚法 12 to 14).
    """
    known = _by_acts(basis)
    for acts, own in _by_acts(mine).items():
        like, other = max(
            ((covered(acts, each, weights), each) for each in known),
            key=lambda one: one[0],
            default=(0.0, acts),
        )
        if like >= _SAME_ACTS:
            yield from _differing(own, known[other], mine, like)


def _by_acts(norms: Iterable[Side]) -> dict[frozenset[str], list[Side]]:
    """Sanctions by the acts that they are for."""
    found: dict[frozenset[str], list[Side]] = {}
    for side in norms:
        if side.frame.punishes and side.violation:
            found.setdefault(side.violation, []).append(side)
    return found


def _differing(
    own: Sequence[Side], law: Sequence[Side], clause: Sequence[Side], like: float
) -> Iterator[tuple[Finding, Counterpart]]:
    """At most one kind that is added, and one that is left out."""
    counterpart = law[0].counterpart
    assert counterpart is not None  # noqa: S101 - only norms of counterparts are compared
    mine, theirs = _kinds(own), _kinds(law)
    added = [kind for kind in mine if kind in _PENALTIES and not _KINDS[kind].search(_text(law))]
    lacking = [kind for kind in theirs if not any(_has(side, kind) for side in clause)]
    if added and not _ELSEWHERE.search(counterpart.article.text):
        severity: Severity = "warning" if like >= _SURELY else "note"
        finding = _finding("added", mine[added[0]], law[0], (added[0], ""), like)
        yield finding._replace(severity=severity), counterpart
    if lacking and not any(_ELSEWHERE.search(side.frame.sentence) for side in clause):
        yield (
            _finding("left-out", own[0], theirs[lacking[0]], ("", lacking[0]), like),
            counterpart,
        )


def _text(law: Sequence[Side]) -> str:
    return law[0].counterpart.article.text if law[0].counterpart else ""


def _has(side: Side, kind: str) -> bool:
    return bool(_KINDS[kind].search(side.frame.sentence))


def _kinds(norms: Iterable[Side]) -> Mapping[str, Side]:
    """The kinds of sanctions in norms, each with the first one that has it."""
    found: dict[str, Side] = {}
    for side in norms:
        _acts, _of, follows = side.frame.words.rpartition("的，")
        for kind, words in _KINDS.items():
            if words.search(follows):
                found.setdefault(kind, side)
    return found


def _finding(
    what: str, own: Side, law: Side, differs: tuple[str, str], confidence: float
) -> Finding:
    return Finding(
        rule=f"sanction-{what}",
        kind="scope",
        severity="note",
        message=ADDED if what == "added" else LEFT_OUT,
        words=own.frame.words,
        span=own.frame.span,
        basis=Basis("", words=law.frame.words, span=law.frame.span),
        differs=differs,
        direction="stricter" if what == "added" else "laxer",
        confidence=round(min(1.0, confidence), 2),
    )
