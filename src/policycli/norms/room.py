"""Norms that leave room, such as 原则上不得 and 主要用于, and the same ones that leave none."""

import re
from collections.abc import Iterator, Sequence

from policycli.finding import Basis, Finding
from policycli.language import N_
from policycli.norms.articles import Counterpart
from policycli.norms.frames import Frame
from policycli.norms.modality import Direction
from policycli.norms.pairing import Pair, Side, paired
from policycli.norms.wording import Topical

__all__ = ["differing_room"]

_ROOM = re.compile(
    "原则上|一般(?=不|应|为|在|由|每|实)|主要(?=用于|从|由|通过|采取|依靠)|尽量|尽可能|酌情|力争|争取(?=在|于|达)"
)
_SHOWN = 12  # characters of a norm without such a word that are quoted
_LIKE = 0.5  # likeness of norms from which room that a draft takes is more than a hint
_WORD = 2  # characters of the word that stands after one that leaves room
_TIES = frozenset(("must", "not", "plain"))  # who may or is encouraged has room anyway

LEFT = N_("the draft leaves room ({draft}) where {title} {article} leaves none ({basis})")
TAKEN = N_("the draft leaves no room ({draft}) where {title} {article} leaves some ({basis})")


def differing_room(
    draft: Sequence[Side], basis: Sequence[Side], weights: Topical
) -> Iterator[tuple[Finding, Counterpart]]:
    """Norms of a clause that leave room where the same norm of a counterpart does not, or not."""
    for pair in paired(draft, basis, weights):
        mine = _only_in(pair.draft.words, pair.basis.words)
        theirs = _only_in(pair.basis.words, pair.draft.words)
        if (mine and theirs) or {pair.draft.modal, pair.basis.modal} - _TIES:
            continue
        if _without(mine, pair.basis) or _without(theirs, pair.draft):
            yield _finding(pair, mine, theirs), pair.counterpart


def _only_in(words: str, other: str) -> re.Match[str] | None:
    """The first word that leaves room in a norm and does not stand in the other."""
    return next((found for found in _ROOM.finditer(words) if found[0] not in other), None)


def _without(found: re.Match[str] | None, other: Frame) -> bool:
    """Whether the other norm says without room what this one says after the word for it."""
    return bool(found and found.string[found.end() :][:_WORD] in other.words)


def _finding(pair: Pair, mine: re.Match[str] | None, theirs: re.Match[str] | None) -> Finding:
    way: Direction = "laxer" if mine else "stricter"
    return Finding(
        rule=f"room-{way}",
        kind="modality",
        severity="warning" if mine and pair.likeness >= _LIKE else "note",
        message=LEFT if mine else TAKEN,
        words=pair.draft.words,
        span=pair.draft.span,
        basis=Basis("", words=pair.basis.words, span=pair.basis.span),
        differs=(
            mine[0] if mine else pair.draft.modal_words or pair.draft.action[:_SHOWN],
            theirs[0] if theirs else pair.basis.modal_words or pair.basis.action[:_SHOWN],
        ),
        direction=way,
        confidence=round(min(1.0, pair.likeness), 2),
    )
