"""Which norm of the draft and which known norm say something of the same matter."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

from policycli.norms.articles import Counterpart
from policycli.norms.frames import Frame, frames
from policycli.norms.quantities import masked
from policycli.norms.wording import Topical, Weighing, covered, grams
from policycli.tuples import NamedTuple

__all__ = [
    "Pair",
    "Side",
    "likeness",
    "likest",
    "likest_first",
    "paired",
    "same_violation",
    "set_phrase",
    "sides",
]

_SAME_MATTER = 0.4  # likeness from which two norms are of the same matter
_MUTUAL = 0.24  # the same, where no other norm of either side is as like
_TELLING = 40.0  # weight of a norm that is no set phrase, such as 依法追究刑事责任
_SAME_ACTS = 0.35  # likeness of the acts that two sanctions are for, from which they are the same
_SAME_SENTENCE = 0.8  # the same of their sentences, where acts are only cited
_SET_PHRASE = 0.37  # weight of the mean pair of 依法追究刑事责任, as a share of the greatest
_ACTION, _SENTENCE, _SUBJECT = 0.6, 0.25, 0.15  # what each part counts for


_T = TypeVar("_T")


class Side(NamedTuple):
    """A norm with the article it stands in, and the pairs of characters of its parts."""

    frame: Frame
    counterpart: Counterpart | None
    words: frozenset[str]
    action: frozenset[str]
    subject: frozenset[str]
    sentence: frozenset[str]
    violation: frozenset[str]


class Pair(NamedTuple):
    """A norm of the draft and the known norm most like it.

    Attributes:
        likeness: 0 to 1.
    """

    draft: Frame
    basis: Frame
    counterpart: Counterpart
    likeness: float


@lru_cache(16384)
def _side(frame: Frame) -> tuple[frozenset[str], ...]:
    return (
        grams(masked(frame.words)),
        grams(masked(frame.action)),
        grams(frame.subject),
        grams(masked(frame.lead + frame.sentence)),
        grams(masked(frame.violation)),
    )


def sides(text: str, counterpart: Counterpart | None = None) -> list[Side]:
    """The norms of a text, ready to be compared."""
    return [Side(frame, counterpart, *_side(frame)) for frame in frames(text)]


def likeness(one: Side, other: Side, weights: Weighing) -> float:
    """How much two norms are of the same matter, 0 to 1: what is done counts most."""
    action = covered(one.action, other.action, weights)
    if not action:
        return 0.0
    sentence = covered(one.sentence, other.sentence, weights)
    subject = (
        covered(one.subject, other.subject, weights) if one.subject and other.subject else sentence
    )
    return _ACTION * action + _SENTENCE * sentence + _SUBJECT * subject


def same_violation(one: Side, other: Side, weights: Weighing) -> bool:
    """Whether both are sanctions for the same acts, or neither is one.

    Scales of fines look alike, and those for other acts say nothing of each other. Where acts are
    only cited (违反本法第九条规定的) all the rest has to be the same.
    """
    if one.frame.punishes != other.frame.punishes:
        return False
    if not one.frame.punishes:
        return True
    if one.violation and other.violation:
        return covered(one.violation, other.violation, weights) >= _SAME_ACTS
    return covered(one.sentence, other.sentence, weights) >= _SAME_SENTENCE


def likest_first(known: Iterable[_T], like: Callable[[_T], float]) -> list[tuple[float, _T]]:
    """What is known with its likeness, the likest first; of equals that of the better article."""
    return sorted(((like(each), each) for each in known), key=lambda pair: -pair[0])


def set_phrase(side: Side, weights: Topical) -> bool:
    """Whether a norm has only words that hundreds of papers have: 违反规定的，依法承担责任."""
    known = weights.plain
    return known.sum(side.words) < _SET_PHRASE * known.greatest * len(side.words)


def paired(draft: Sequence[Side], basis: Sequence[Side], weights: Weighing) -> list[Pair]:
    """Each norm of the draft with the most like known one, where one is like enough.

    Two norms in quite other words still mean each other where each is the other's most like one.
    """
    found: list[Pair] = []
    scores = [[likeness(side, other, weights) for other in basis] for side in draft]
    for mine, row in enumerate(scores):
        score, at = max(((score, -at) for at, score in enumerate(row)), default=(0.0, 0))
        mutual = score >= _MUTUAL and all(each[-at] <= score for each in scores)
        counterpart = basis[-at].counterpart if basis else None
        if counterpart is not None and (mutual or score >= _SAME_MATTER):
            found.append(Pair(draft[mine].frame, basis[-at].frame, counterpart, score))
    return found


def likest(one: str, other: str, weights: Topical) -> float:
    """The likeness of the two likest norms of two texts, set phrases apart."""
    theirs = sides(other)
    mine = [side for side in sides(one) if weights.plain.sum(side.words) >= _TELLING]
    scores = (likeness(side, each, weights) for side in mine for each in theirs)
    return max(scores, default=0.0)
