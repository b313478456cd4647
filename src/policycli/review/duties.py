"""Duties of the basis that no clause of the draft has."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from policycli.finding import Basis, Finding
from policycli.language import N_
from policycli.norms.articles import Counterpart
from policycli.norms.pairing import Side, likeness, same_violation, set_phrase, sides
from policycli.norms.wording import Topical, covered, grams, held

__all__ = ["governing", "missing_duties", "unmentioned"]

_SAME_ARTICLE = 0.24  # likeness of an article whose duties a clause ought to have
_SECOND = 0.3  # the same of the second best article
_WEIGHTY_ARTICLE = 0.12  # the same of the best article, for duties that weigh
_COPIED = 0.7  # the same, for those that do not; what such an article lacks was left out
_HAS = 0.4  # likeness of a norm of the draft from which it has a duty
_HAS_HERE = 0.24  # the same of a norm of the very clause
_REPEATED = 0.5  # likeness of items of a list that are the same one
_SAID = 0.38  # share of a duty's words in one clause from which that may have it
_SAID_WHOLE = 0.62  # the same of an article that is copied, from which another clause has it
_SAID_HERE = 0.8  # the same in the very clause, which has words of its neighbours anyway
_TAKEN_OVER = 0.3  # likeness of an article to the clause from which what it lacks was left out
_NOWHERE = 0.35  # share of its words in one clause up to which a duty is surely lacking
_OTHERS = re.compile(
    r"^(?:国务院|中国[^，。]{2,8}[会院]|国家(?!机关|设立|工作人员)|全国|最高人民|中央|省、自治区、直辖市|省(?:级|人民|政府))"
)  # whose duties a draft below cannot lay down
_MUST = ("应当", "必须")  # also in 应当鼓励
_REFERS = re.compile("[前上]款|前条|本(?:法|条例|办法|规定)(?:第|施行)|由国务院|由国家")
_PART = re.compile("[^，,。；;\n]+")
_PART_SAYS = 2.0  # weight of a part of a duty that can be asked for, as below
_SAYS_MUCH = 3.0  # weight of a norm that can be asked for, in pairs that no article has
_WEIGHTY = re.compile(
    "公示|公开|公布|公告|告知|通知|说明|保密|泄露|听取|免费|签订|提交|报送|报告|备案|赔偿|吊销|回避"
    "|核查|检查|检验|检测|评估|保存|听证|登记|书面|答复|受理|退还|销毁|取得|资格|批准|同意"
)  # what others can claim or check, unlike 加强 and 推动

MISSING = N_("no clause of the draft has this duty of {title} {article}")


def governing(found: Sequence[Counterpart]) -> list[Counterpart]:
    """The articles whose duties a clause ought to have: the best one, and a second as like."""
    return [c for at, c in enumerate(found[:2]) if not at or c.likeness >= _SECOND]


def missing_duties(
    found: Sequence[Counterpart],
    mine: Sequence[Side],
    every: Mapping[int, Sequence[Side]],
    weights: Topical,
) -> Iterator[tuple[Finding, Counterpart]]:
    """Duties and prohibitions of the articles most like a clause that the whole draft lacks.

    Args:
        found: The counterparts of the clause.
        mine: Its norms.
        every: The norms of every clause, by its number.
        weights: Of pairs of characters.
    """
    elsewhere = {number: each for number, each in every.items() if each is not mine}
    for at, counterpart in enumerate(governing(found)):
        norms = sides(counterpart.article.text, counterpart)
        copied = counterpart.likeness >= _COPIED
        said = _SAID_WHOLE if copied else _SAID
        lacking = [
            side
            for side in norms
            if (_asked(side, mine, weights) or (copied and _binds(side)))
            and counterpart.likeness >= _least(at, side)
            and not _has_here(side, mine, norms, weights)
            and not _has(side, elsewhere, weights, said)
        ]
        if lacking:
            sure = counterpart.likeness >= _TAKEN_OVER and _surely(lacking, every, weights)
            yield _missing(_span(lacking), counterpart, sure=sure), counterpart
        if counterpart.likeness >= _TAKEN_OVER:
            had = [side for side in norms if side not in lacking]
            for finding in _missing_parts(had, counterpart, every, weights):
                yield finding, counterpart
        if counterpart.likeness >= _SAME_ARTICLE:
            yield from _missing_items(norms, counterpart, every, weights)


def _asked(side: Side, mine: Sequence[Side], weights: Topical) -> bool:
    """Whether a clause ought to have a norm: a duty, or a sanction for acts that it punishes."""
    known = weights.plain
    says_little = known.sum(side.words) < _SAYS_MUCH * known.greatest
    if says_little or any(each.frame.hands_on for each in mine):
        return False
    if side.frame.punishes:
        return any(each.frame.punishes and same_violation(side, each, weights) for each in mine)
    return _binds(side) and not set_phrase(side, weights)


def _least(at: int, side: Side) -> float:
    """Likeness of an article to the clause from which one of its duties is asked for."""
    if _weighs(side):
        return _SECOND if at else _WEIGHTY_ARTICLE
    return _COPIED


def _weighs(side: Side) -> bool:
    return _bounds(side) or bool(_WEIGHTY.search(side.frame.words))


def _bounds(side: Side) -> bool:
    """Whether a norm forbids, or lays down how much or how long."""
    frame = side.frame
    bounds = any(q.bound != "exact" or q.unit == "%" for q in frame.quantities)
    return frame.modal == "not" or bounds


def unmentioned(
    paper: Sequence[Counterpart], every: Mapping[int, Sequence[Side]], weights: Topical
) -> Iterator[tuple[Finding, Counterpart]]:
    """Articles of a basis with duties that weigh and that no clause of the draft has.

    Args:
        paper: Its articles that are no counterpart of any clause.
        every: The norms of every clause, by its number.
        weights: Of pairs of characters.
    """
    for counterpart in paper:
        norms = sides(counterpart.article.text, counterpart)
        lacking = [
            side for side in norms if _asked(side, (), weights) and not _has(side, every, weights)
        ]
        if any(map(_bounds, lacking)):
            sure = _surely(lacking, every, weights)
            finding = _missing(_span(lacking), counterpart, sure=sure)
            yield finding._replace(rule="missing-duty-of-basis", confidence=0.4), counterpart


def _binds(side: Side) -> bool:
    """Whether a norm lays down a duty that a draft below could have to repeat.

    What refers to a paragraph before it (前款规定的) is nothing without that.
    """
    frame = side.frame
    if _OTHERS.match(frame.subject) or _OTHERS.match(frame.words) or _REFERS.search(frame.words):
        return False
    bounds = any(q.bound != "exact" for q in frame.quantities)
    return bounds or frame.modal in ("must", "not") or frame.modal_words.startswith(_MUST)


def _missing_items(
    norms: Sequence[Side],
    counterpart: Counterpart,
    every: Mapping[int, Sequence[Side]],
    weights: Topical,
) -> Iterator[tuple[Finding, Counterpart]]:
    """Items of a list that the draft repeats but for these."""
    lists: dict[str, list[Side]] = {}
    for side in norms:
        if side.frame.lead and not _binds(side):
            lists.setdefault(side.frame.lead, []).append(side)
    for items in lists.values():
        lacking = [item for item in items if not _repeated(item, every, weights)]
        if len(lacking) <= len(items) / 3:
            yield from (
                (_missing(item.frame.span, counterpart, sure=True), counterpart) for item in lacking
            )


def _repeated(item: Side, every: Mapping[int, Sequence[Side]], weights: Topical) -> bool:
    return any(
        covered(item.words, each.words, weights) >= _REPEATED
        for mine in every.values()
        for each in mine
    )


def _has_here(side: Side, mine: Sequence[Side], norms: Sequence[Side], weights: Topical) -> bool:
    """Whether the clause says it in other words, with a norm that says no other one more."""
    share = held(side.words, _whole(mine), weights)
    if share >= (_SAID if _same_figures(side, mine) else _SAID_HERE):
        return True
    for each in mine:
        score = likeness(side, each, weights)
        if score >= _HAS_HERE and all(likeness(n, each, weights) <= score for n in norms):
            return True
    return False


def _same_figures(side: Side, mine: Sequence[Side]) -> bool:
    """Whether the clause has every figure of a norm that has some: 至少保存二年 is 不得少于二年."""
    here = {(q.unit, q.low) for each in mine for q in each.frame.quantities}
    own = {(q.unit, q.low) for q in side.frame.quantities}
    return bool(own) and own <= here


def _has(
    side: Side, every: Mapping[int, Sequence[Side]], weights: Topical, said: float = _SAID
) -> bool:
    """Whether a clause says it, in like words or among others."""
    for mine in every.values():
        if held(side.words, _whole(mine), weights) >= said:
            return True
        if any(likeness(side, each, weights) >= _HAS for each in mine):
            return True
    return False


def _missing_parts(
    norms: Iterable[Side],
    counterpart: Counterpart,
    every: Mapping[int, Sequence[Side]],
    weights: Topical,
) -> Iterator[Finding]:
    """What a duty asks for besides, of duties that the draft has: 听取意见，并公开规定."""
    for side in norms:
        if side.frame.punishes or not _binds(side):
            continue
        start, end = side.frame.modal_span[1], side.frame.span[1]
        for part in _PART.finditer(counterpart.article.text, start, end):
            words = grams(part[0])
            says_much = weights.plain.sum(words) >= _PART_SAYS * weights.plain.greatest
            asked = says_much and _WEIGHTY.search(part[0]) and "国务院" not in part[0]
            if asked and _nowhere(words, every, weights, _SAID):
                yield _missing(part.span(), counterpart, "missing-part")


def _surely(lacking: Sequence[Side], every: Mapping[int, Sequence[Side]], weights: Topical) -> bool:
    """Whether one of the norms weighs and is nowhere in the draft, in no words at all."""
    return any(_weighs(side) and _nowhere(side.words, every, weights) for side in lacking)


def _nowhere(
    words: frozenset[str],
    every: Mapping[int, Sequence[Side]],
    weights: Topical,
    most: float = _NOWHERE,
) -> bool:
    """Whether no clause has more than a share of these words, by default about a third."""
    return all(held(words, _whole(mine), weights) <= most for mine in every.values())


def _whole(norms: Sequence[Side]) -> frozenset[str]:
    """The pairs of characters of a clause."""
    return frozenset().union(*(each.sentence for each in norms))


def _span(norms: Sequence[Side]) -> tuple[int, int]:
    """From the first to the last of some norms of an article."""
    return norms[0].frame.span[0], norms[-1].frame.span[1]


def _missing(
    span: tuple[int, int],
    counterpart: Counterpart,
    rule: str = "missing-duty",
    *,
    sure: bool = False,
) -> Finding:
    """One finding for all the norms of an article that are lacking.

    A law holds whether a draft repeats it or not: only what was left out of an article that the
    draft takes over is more than a note.
    """
    return Finding(
        rule=rule,
        kind="missing-duty",
        severity="warning" if sure else "note",
        message=MISSING,
        basis=Basis("", words=counterpart.article.text[slice(*span)], span=span),
        direction="laxer",
        confidence=round(counterpart.likeness, 2),
    )
