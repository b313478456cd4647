"""Modals that differ: a duty that became a choice, a prohibition that became a permission."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from policycli.finding import Basis, Finding, Severity
from policycli.language import N_
from policycli.norms.articles import Counterpart
from policycli.norms.modality import Modality, direction
from policycli.norms.pairing import Side, likeness, likest_first, same_violation, set_phrase
from policycli.norms.wording import Topical, covered
from policycli.tuples import NamedTuple

__all__ = ["differing_modals"]

_ACTION = 0.36  # likeness of what is done from which two modals are about the same
_MUTUAL = 0.24  # the same, where no other norm of either side is as like
_CLEAR = 0.72  # from which a difference is no slip of the pairing
_LIKELY = 0.45  # from which it is more than a hint, where the same people have to act
_CLOSE = 0.12
_SAME_MATTER = 0.35  # likeness of article and clause from which that can be an error
_NEAR_MATTER = 0.18  # the same, from which it can be anything
_SHOWN = 20  # characters of a norm without a modal that are quoted
_NATION = re.compile("^国家(?!机关|工作人员)")


class _Change(NamedTuple):
    """What becomes of a modal of the basis in the draft.

    Attributes:
        severity: Of a change that may be a slip of the pairing.
        clear: The same of one that is none.
        least: Likeness of what is done from which it is told.
    """

    severity: Severity
    clear: Severity
    least: float = _MUTUAL


_CHANGES: dict[tuple[Modality, Modality], _Change] = {
    ("must", "may"): _Change("warning", "error"),
    ("must", "encouraged"): _Change("warning", "warning", 0.45),
    ("must", "not"): _Change("note", "error"),  # 应当协助 and 不得阻碍 are one
    ("not", "may"): _Change("warning", "error"),
    ("not", "must"): _Change("note", "error"),
    ("not", "encouraged"): _Change("warning", "warning", 0.45),
    ("may", "not"): _Change("warning", "error"),
    ("may", "must"): _Change("warning", "warning"),
    ("may", "encouraged"): _Change("note", "note", 0.6),
    ("encouraged", "not"): _Change("warning", "warning"),
    ("encouraged", "must"): _Change("note", "note", 0.6),
    ("encouraged", "may"): _Change("note", "note", 0.3),
    # What is stated binds: 由企业组织实施 where the basis only encourages is more.
    ("encouraged", "plain"): _Change("note", "note", 0.3),
    ("plain", "may"): _Change("warning", "warning", 0.4),
    ("plain", "encouraged"): _Change("note", "note", 0.45),
    ("may", "plain"): _Change("note", "note", 0.6),
}
"""By modals of basis and draft; must and plain bind alike, and so do those that are not here."""

CHANGED = N_("the draft says {draft} where {title} {article} says {basis}")


def differing_modals(
    draft: Sequence[Side], basis: Sequence[Side], weights: Topical
) -> Iterator[tuple[Finding, Counterpart]]:
    """Norms of a clause that bind otherwise than the same norm of its counterparts."""
    for side in draft:
        like = partial(_same_act, side, weights=weights)
        scored = likest_first((o for o in basis if same_violation(side, o, weights)), like)
        near = [(score, other) for score, other in scored if score >= _ACTION]
        if not near and scored and _only(side, scored[0][1], draft, weights):
            near = scored[:1]
        if not near:
            continue
        best, other = near[0]
        if any(o.frame.modal == side.frame.modal for score, o in near if score >= best - _CLOSE):
            continue
        finding = _changed(side, other, best)
        counterpart = other.counterpart
        if finding and counterpart is not None and counterpart.likeness >= _least(side, weights):
            yield finding, counterpart


def _least(side: Side, weights: Topical) -> float:
    """Likeness of article and clause from which norms are of one matter; set phrases say little."""
    return _SAME_MATTER if set_phrase(side, weights) else _NEAR_MATTER


def _only(side: Side, other: Side, draft: Sequence[Side], weights: Topical) -> bool:
    """Whether two norms in quite other words can only mean each other: the likest both ways."""
    own = _same_act(side, other, weights)
    return own >= _MUTUAL and all(_same_act(each, other, weights) <= own for each in draft)


def _same_act(one: Side, other: Side, weights: Topical) -> float:
    action = covered(one.action, other.action, weights)
    if "plain" in (one.frame.modal, other.frame.modal):
        action = max(action, covered(one.words, other.words, weights))
    return 0.7 * action + 0.3 * likeness(one, other, weights) if action else 0.0


def _sure(other: Side, score: float) -> bool:
    """Whether a difference is no slip of the pairing: the articles are of one matter too."""
    counterpart = other.counterpart
    return score >= _CLEAR and counterpart is not None and counterpart.likeness >= _SAME_MATTER


def _says(side: Side) -> bool:
    """Whether a norm without a modal states a rule: not 国家发展……, nor an item of a list."""
    frame = side.frame
    return frame.modal != "plain" or not (frame.lead or _NATION.match(frame.words))


def _modal(side: Side) -> str:
    """The modal of a norm; how it begins, where it has none."""
    return side.frame.modal_words or side.frame.action[:_SHOWN]


def _has_to_favour(side: Side) -> bool:
    """Whether a norm is a duty to encourage (应当扶持): that is no less than a duty."""
    return side.frame.modal == "encouraged" and side.frame.modal_words.startswith(("应", "必须"))


def _alike(one: Side, other: Side, score: float) -> bool:
    """Whether two norms are so much of one act that a difference is more than a hint.

    The same people have to do it, and what is done has to be the same for the most part.
    """
    same_people = not (one.subject and other.subject and one.subject.isdisjoint(other.subject))
    return score >= _CLEAR or (score >= _LIKELY and same_people)


def _changed(one: Side, other: Side, score: float) -> Finding | None:
    mine, theirs = one.frame.modal, other.frame.modal
    change = _CHANGES.get((theirs, mine))
    if change is None or score < change.least or not (_says(one) and _says(other)):
        return None
    if (mine == "must" and _has_to_favour(other)) or (theirs == "must" and _has_to_favour(one)):
        return None
    way = direction(theirs, mine)
    severity = change.clear if _sure(other, score) else change.severity
    severity = severity if _alike(one, other, score) else "note"
    return Finding(
        rule=f"modality-{way}",
        kind="modality",
        severity=severity,
        message=CHANGED,
        words=one.frame.words,
        span=one.frame.span,
        basis=Basis("", words=other.frame.words, span=other.frame.span),
        differs=(_modal(one), _modal(other)),
        direction=way,
        confidence=round(min(1.0, score), 2),
    )
