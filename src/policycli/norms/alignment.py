"""Which article of an edition an article of a later one was: by wording, whatever its number."""

from collections.abc import Iterator, Sequence
from heapq import nlargest

from policycli.norms.wording import Weighing, covered, grams

__all__ = ["aligned"]

_SAME_ARTICLE = 0.3  # likeness from which an article is an earlier one reworded
_RAREST = 24  # pairs of characters of an article by which articles like it are looked for


def aligned(old: Sequence[str], new: Sequence[str], weights: Weighing) -> dict[int, int]:
    """The place in ``old`` of each place in ``new`` that has one: the likest pairs first.

    Args:
        old: Wordings of the earlier edition, in its order.
        new: Those of the later one.
        weights: Of pairs of characters.
    """
    scored = sorted(
        (-like, abs(at - place), at, place)
        for like, at, place in _alike(old, new, weights)
        if like >= _SAME_ARTICLE
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _less, _apart, at, place in scored:
        if at not in pairs and place not in taken:
            pairs[at] = place
            taken.add(place)
    return pairs


def _alike(
    old: Sequence[str], new: Sequence[str], weights: Weighing
) -> Iterator[tuple[float, int, int]]:
    """Likeness and places of the wordings that share one of the rarest pairs of the new one."""
    known = [grams(text) for text in old]
    having: dict[str, list[int]] = {}
    for place, found in enumerate(known):
        for gram in found:
            having.setdefault(gram, []).append(place)
    for at, text in enumerate(new):
        found = grams(text)
        rarest = nlargest(_RAREST, sorted(found & having.keys()), key=weights.of)
        for place in {place for gram in rarest for place in having[gram]}:
            yield covered(found, known[place], weights), at, place
