"""Duties of the basis that no clause of the draft has."""

import re
from collections.abc import Iterator, Mapping, Sequence

from policycli.finding import Basis, Finding
from policycli.language import N_
from policycli.review.known import Counterpart
from policycli.review.pairing import Side, likeness, sides
from policycli.review.wording import Topical, covered, held

__all__ = ["missing_duties", "unmentioned"]

_SAME_ARTICLE = 0.24  # likeness of an article whose duties a clause ought to have
_SECOND = 0.3  # the same of the second best article
_HAS = 0.4  # likeness of a norm of the draft from which it has a duty
_REPEATED = 0.5  # likeness of items of a list that are the same one
_SAID = 0.62  # share of a duty's words in one clause from which the clause has it
_NATION = re.compile(
    r"^(?:国务院|国家(?!机关|设立|工作人员)|全国|最高人民|中央|省、自治区、直辖市)"
)
_STRONG = re.compile(r"依法(?:追究|承担|给予)|吊销|罚款|没收|赔偿|责令")

MISSING = N_("no clause of the draft has this duty of {title} {article}")


def missing_duties(
    found: Sequence[Counterpart], every: Mapping[int, Sequence[Side]], weights: Topical
) -> Iterator[tuple[Finding, Counterpart]]:
    """Duties and prohibitions of the articles most like a clause that the whole draft lacks."""
    for at, counterpart in enumerate(found):
        if at > 1 or counterpart.likeness < (_SECOND if at else _SAME_ARTICLE):
            continue
        norms = sides(counterpart.article.text, counterpart)
        lacking = [side for side in norms if _binds(side) and not _has(side, every, weights)]
        if lacking:
            yield _missing(lacking, counterpart), counterpart
        yield from _missing_items(norms, counterpart, every, weights)


def unmentioned(
    paper: Sequence[Counterpart], every: Mapping[int, Sequence[Side]], weights: Topical
) -> Iterator[tuple[Finding, Counterpart]]:
    """Articles of a basis whose prohibitions and measured duties no clause of the draft has.

    Args:
        paper: Its articles that are no counterpart of any clause.
        every: The norms of every clause, by its number.
        weights: Of pairs of characters.
    """
    for counterpart in paper:
        for side in sides(counterpart.article.text, counterpart):
            strong = side.frame.modal == "not" and not _STRONG.search(side.frame.words)
            strong = strong or any(q.unit == "%" for q in side.frame.quantities)
            if strong and _binds(side) and not _has(side, every, weights):
                finding = _missing([side], counterpart)
                yield finding._replace(rule="missing-duty-of-basis", confidence=0.4), counterpart
                break


def _binds(side: Side) -> bool:
    """Whether a norm lays down a duty that a draft below could have to repeat."""
    frame = side.frame
    if _NATION.match(frame.subject) or _NATION.match(frame.words):
        return False
    return frame.modal in ("must", "not") or bool(_STRONG.search(frame.words))


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
            yield from ((_missing([item], counterpart), counterpart) for item in lacking)


def _repeated(item: Side, every: Mapping[int, Sequence[Side]], weights: Topical) -> bool:
    return any(
        covered(item.words, each.words, weights) >= _REPEATED
        for mine in every.values()
        for each in mine
    )


def _has(side: Side, every: Mapping[int, Sequence[Side]], weights: Topical) -> bool:
    for mine in every.values():
        whole = frozenset().union(*(each.sentence for each in mine)) if mine else frozenset()
        if held(side.words, whole, weights) >= _SAID:
            return True
        if any(likeness(side, each, weights) >= _HAS for each in mine):
            return True
    return False


def _missing(lacking: Sequence[Side], counterpart: Counterpart) -> Finding:
    """One finding for all the norms of an article that are lacking, from the first to the last."""
    start, end = lacking[0].frame.span[0], lacking[-1].frame.span[1]
    return Finding(
        rule="missing-duty",
        kind="missing-duty",
        severity="warning",
        message=MISSING,
        basis=Basis("", words=counterpart.article.text[start:end], span=(start, end)),
        direction="laxer",
        confidence=round(counterpart.likeness, 2),
    )
