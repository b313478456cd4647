"""A draft as the review takes it: where it stands, and its clauses."""

import re
from typing import NamedTuple

from policycli.records.model import Policy, Region
from policycli.review.ranks import Place, place_of

__all__ = ["Clause", "Draft", "draft_of"]

_PREAMBLE = "preamble"
_SENTENCE = re.compile("[。；：]")


class Clause(NamedTuple):
    """A clause of the draft.

    Attributes:
        number: 1, 2, 3 … in the draft; 0 for what stands above the first.
        title: As it is marked: 第三条, （一）.
        text: Its wording, lines and all.
    """

    number: int
    title: str
    text: str


class Draft(NamedTuple):
    """A draft.

    Attributes:
        place: Region and rank.
        path: Of the file; empty where it is a record.
    """

    title: str
    region: Region | None
    level: str
    date: str
    place: Place
    clauses: tuple[Clause, ...]
    path: str = ""
    id: str = ""

    def clause(self, number: int) -> Clause:
        """The clause with this number."""
        return next(clause for clause in self.clauses if clause.number == number)


def draft_of(policy: Policy, path: str = "") -> Draft:
    """A policy as a draft: its measures are the clauses."""
    kept = [m for m in policy.measures if m.id != _PREAMBLE or _SENTENCE.search(_wording(m))]
    first = 0 if kept and kept[0].id == _PREAMBLE else 1
    clauses = tuple(Clause(at, m.title, _wording(m)) for at, m in enumerate(kept, first))
    place = place_of(policy)
    return Draft(
        policy.title, policy.region, policy.level, policy.date, place, clauses, path, policy.id
    )


def _wording(measure: Policy | object) -> str:
    return getattr(measure, "text", "") or getattr(measure, "summary", "")
