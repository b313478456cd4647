"""Which rows of a ledger are which, where some came, went or moved since the last import.

Rows have no numbers of their own: a draft counts them. So they are known by what they say; what
stands between rows that say the same is compared by likeness and by its place.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import count
from typing import Any, NamedTuple

from policycli.files import state
from policycli.files.digests import digests, plain
from policycli.ingest.extract.draft import Draft
from policycli.ingest.merging.records_text import PolicyPieces
from policycli.records.model import Policy

__all__ = ["renamed"]

_COUNTED = re.compile(r"item-([0-9]+)")
_ALIKE = 0.5  # of the texts of a row that was changed
_MOST = 400  # pairs of rows that are compared by likeness


class _Row(NamedTuple):
    """A row: its id, what it says as a digest, and in words.

    Attributes:
        said: Empty of a row that people took out of the catalogue, whose words are not known.
    """

    id: str
    said: str
    words: str


def renamed(draft: Draft, pieces: PolicyPieces, known: Policy) -> Draft:
    """A draft whose rows have the ids under which the catalogue knows them.

    Args:
        draft: With ids that count its rows.
        pieces: Of the policy in the catalogue, with what is remembered of each row.
        known: The same policy.
    """
    remembered = state.read(pieces.head.text)
    if not (remembered and draft.rows):
        return draft
    old = _old(pieces, known)
    new = [_new(data) for data in plain(draft.policy).get("measures", ())]
    ids = {new[there].id: old[here].id for here, there in _pairs(old, new).items()}
    fresh = _fresh([*(row.id for row in old), *(measure.id for measure in known.measures)])
    named = {row.id: ids.get(row.id) or next(fresh) for row in new}
    measures = (m._replace(id=named[m.id]) for m in draft.policy.measures)
    return draft._replace(
        policy=draft.policy._replace(measures=tuple(measures)),
        checks=tuple(c._replace(measure=named.get(c.measure, c.measure)) for c in draft.checks),
    )


def _old(pieces: PolicyPieces, known: Policy) -> list[_Row]:
    """The rows that the document had when it was last imported, in its order."""
    rows: dict[str, _Row] = {}
    for piece, measure in zip(pieces.measures, known.measures, strict=True):
        if said := state.read(piece.text):
            rows[said.id] = _Row(said.id, _digest(said.digests), measure.text or measure.summary)
    order = dict.fromkeys([*state.listed(pieces.head.text), *rows])
    return [rows.get(id, _Row(id, "", "")) for id in order]


def _new(data: Mapping[str, Any]) -> _Row:
    return _Row(data["id"], _digest(digests(data)), data.get("text") or data.get("summary", ""))


def _digest(said: Mapping[str, str]) -> str:
    return said.get("text") or said.get("summary", "")


def _fresh(known: Iterable[str]) -> Iterator[str]:
    """Ids for new rows, counted on from those there are."""
    numbers = (int(found[1]) for id in known if (found := _COUNTED.fullmatch(id)))
    return (f"item-{number}" for number in count(max(numbers, default=0) + 1))


def _pairs(old: Sequence[_Row], new: Sequence[_Row]) -> dict[int, int]:
    """The places of rows that are the same, by their old places."""
    matcher = SequenceMatcher(None, [r.said for r in old], [r.said for r in new], autojunk=False)
    found: dict[int, int] = {}
    gaps: list[tuple[list[int], list[int]]] = []
    for what, start, end, begin, stop in matcher.get_opcodes():
        if what == "equal" and old[start].said:
            found |= zip(range(start, end), range(begin, stop), strict=True)
        else:
            gaps.append((list(range(start, end)), list(range(begin, stop))))
    found |= _moved(old, new, gaps)
    for here, there in gaps:
        left, right = [n for n in here if n not in found], _without(there, found)
        found |= _alike(old, new, left, right)
        left, right = [n for n in left if n not in found], _without(right, found)
        if len(left) == len(right):
            found |= zip(left, right, strict=True)
    return found


def _without(places: Sequence[int], found: Mapping[int, int]) -> list[int]:
    taken = set(found.values())
    return [place for place in places if place not in taken]


def _moved(
    old: Sequence[_Row], new: Sequence[_Row], gaps: Sequence[tuple[list[int], list[int]]]
) -> dict[int, int]:
    """Rows that say the same at another place."""
    places: dict[str, list[int]] = {}
    for _here, there in gaps:
        for place in there:
            places.setdefault(new[place].said, []).append(place)
    left = (n for here, _there in gaps for n in here if old[n].said)
    return {n: places[old[n].said].pop(0) for n in left if places.get(old[n].said)}


def _alike(
    old: Sequence[_Row], new: Sequence[_Row], left: Sequence[int], right: Sequence[int]
) -> dict[int, int]:
    """Rows that say nearly the same, the most alike first."""
    if len(left) * len(right) > _MOST:
        return {}
    ratios = [
        (SequenceMatcher(None, old[n].words, new[m].words, autojunk=False).ratio(), n, m)
        for n in left
        for m in right
        if old[n].words
    ]
    found: dict[int, int] = {}
    for ratio, n, m in sorted(ratios, key=lambda each: (-each[0], *each[1:])):
        if ratio >= _ALIKE and n not in found and m not in found.values():
            found[n] = m
    return found
