"""What two wordings of one matter say otherwise: figures, deadlines, modals, bodies, conditions.

A review says so of a draft and its basis, a comparison of two measures of one kind, and the
changes of a catalogue of the old and the new wording of an article: all three by the same norms.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Literal

from policycli.finding import Basis, Finding
from policycli.norms.alignment import aligned
from policycli.norms.articles import Article, Counterpart
from policycli.norms.bodies import bodies, levels, renamings
from policycli.norms.figures import differing_figures
from policycli.norms.modal_changes import differing_modals
from policycli.norms.pairing import Side, sides
from policycli.norms.wording import Topical, Weights, covered, grams
from policycli.norms.words import differing_words
from policycli.records.model import Policy
from policycli.tuples import NamedTuple

__all__ = ["Difference", "Wordings"]

Kind = Literal["figure", "deadline", "modality", "body", "condition"]

_MOST = 5_000  # pairs of norms; more are wordings of whole papers, and take long
_NO_PAPER = Policy("", "")  # whose wordings they are says nothing of them

_KINDS: dict[str, Kind] = {
    "figure": "figure",
    "deadline": "deadline",
    "modality": "modality",
    "body": "body",
    "condition-added": "condition",
    "condition-dropped": "condition",
}
"""By kinds of findings; other words that differ can be read where they stand."""

_Side = Literal["", "first", "second"]
_SIDES: dict[str, _Side] = {"stricter": "first", "laxer": "second"}
_OTHER: dict[_Side, _Side] = {"first": "second", "second": "first", "": ""}


class Difference(NamedTuple):
    """One thing that two wordings say otherwise; pairs have the first wording's part first.

    Attributes:
        measure: What is measured; empty where it is about no figure.
        said: The words that make the difference; either is empty where only the other has some.
        norms: Those around them, verbatim.
        values: What figures come to in ``unit``; ``None`` where a wording leaves it open.
        stricter: Which of the two binds more; empty where that is no question.
        confidence: From 0 to 1, that both are about the same.
    """

    kind: Kind
    measure: str
    said: tuple[str, str]
    norms: tuple[str, str]
    values: tuple[float | None, float | None] = (None, None)
    unit: str = ""
    stricter: _Side = ""
    confidence: float = 1.0


class Wordings:
    """All wordings among which some are compared: what is rare in them tells most."""

    def __init__(self, texts: Iterable[str]) -> None:
        pairs = [grams(text) for text in texts]
        known = Counter(chain.from_iterable(pairs))
        self._weights = Weights(known.__getitem__, len(pairs))
        self._topical = Topical(self._weights, pairs)

    def aligned(self, old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
        """The place in ``old`` of each wording in ``new`` that is of the same article."""
        return aligned(old, new, self._topical)

    def differences(self, first: str, second: str) -> tuple[Difference, ...]:
        """What two wordings of one matter say otherwise, in the order of the first."""
        found = [*self._found(first, second)]
        other = [f for f in self._found(second, first) if f.rule.endswith("-specified")]
        told = set(map(_norms, found))
        return (
            *(_difference(f) for f in found),
            *(_turned(_difference(f)) for f in other if _norms(f)[::-1] not in told),
            *(Difference("body", "", names, (first, second)) for names in renamings(first, second)),
        )

    def _found(self, first: str, second: str) -> Iterator[Finding]:
        """Findings in the first text as if the second were its basis."""
        like = covered(grams(first), grams(second), self._weights)
        counterpart = Counterpart(Article("", _NO_PAPER, "", second), "sister", like, like)
        mine, theirs = _apart(sides(first), sides(second, counterpart))
        if len(mine) * len(theirs) > _MOST:
            return iter(())
        with_text = [(side, first) for side in mine]
        found = chain(
            differing_figures(with_text, theirs, self._topical),
            differing_modals(mine, theirs, self._topical),
            differing_words(mine, theirs, self._topical),
        )
        named = (_named(finding) for finding, _counterpart in found if finding.kind in _KINDS)
        return (finding for finding in named if finding)


def _apart(mine: list[Side], theirs: list[Side]) -> tuple[list[Side], list[Side]]:
    """The norms that do not stand word by word on the other side."""
    shared = {side.frame.words for side in mine} & {side.frame.words for side in theirs}
    first, second = (
        [side for side in each if side.frame.words not in shared] for each in (mine, theirs)
    )
    return first, second


def _named(finding: Finding) -> Finding | None:
    """A finding about bodies with their whole names; ``None`` where any body may be meant."""
    if finding.kind != "body" or all(map(levels, finding.differs)):
        return finding
    mine, theirs = map(_body, finding.differs, _norms(finding))
    return finding._replace(differs=(mine, theirs)) if mine and theirs else None


def _body(piece: str, norm: str) -> str:
    """The whole name of the body in a norm that ``piece`` is of; empty where any may be meant."""
    around = (b for b in bodies(norm) if piece and (piece in b.words or b.words in piece))
    return next((body.words for body in around if not body.general), "")


def _norms(finding: Finding) -> tuple[str, str]:
    return finding.words, (finding.basis or Basis("")).words


def _difference(finding: Finding) -> Difference:
    """A finding whose draft is the first wording."""
    return Difference(
        _KINDS[finding.kind],
        finding.measure,
        finding.differs if not finding.rule.endswith("-specified") else (finding.differs[0], ""),
        _norms(finding),
        (finding.value, finding.basis_value),
        finding.unit,
        _SIDES.get(finding.direction, ""),
        finding.confidence,
    )


def _turned(found: Difference) -> Difference:
    """The same with the wordings the other way round."""
    return found._replace(
        said=found.said[::-1],
        norms=found.norms[::-1],
        values=found.values[::-1],
        stricter=_OTHER[found.stricter],
    )
