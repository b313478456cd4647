"""What a search answers with."""

from collections.abc import Iterable
from typing import Literal, get_args

from policycli.records.model import Entry, Measure, Policy, Record
from policycli.tuples import NamedTuple

__all__ = ["HOWS", "Answer", "Hit", "How", "Match", "named", "weakest"]

How = Literal[
    "exact", "translation", "synonym", "initials", "phonetic", "lookalike", "fuzzy", "partial"
]
HOWS: tuple[How, ...] = get_args(How)
"""From what was typed to the letter to what has only some of its words."""


def weakest(hows: Iterable[How]) -> How:
    """The one that is furthest from what was typed."""
    return max(hows, key=HOWS.index)


class Match(NamedTuple):
    """What matched where.

    Attributes:
        field: Key of the record's field, such as ``title`` or ``figures``; the policy's own
            fields carry ``policy.`` in front when the hit is a measure.
        how: In which way the query fits it: that of the weakest of its words.
        text: The field's text, or the part of a long one around the match.
        spans: Character ranges ``(start, end)`` of ``text`` that fit, in order, not overlapping.
        score: 0-100, how well this field alone fits.
        wording: What stands there, folded.
        mistakes: What its mistakes cost, in characters (see ``docs/search.md``).
        size: Characters, syllables or letters of the term; for a sentence its pairs of characters.
        worth: 0-1, what a perfect match in the field is worth.
    """

    field: str
    how: How
    text: str
    spans: tuple[tuple[int, int], ...]
    score: float
    wording: str = ""
    mistakes: float = 0.0
    size: int = 0
    worth: float = 1.0


class Hit(NamedTuple):
    """One record found, as ``Entry`` with its place in the ranking.

    Attributes:
        score: 0-100; 100 is an exact title.
        matched: Best first; never empty.
        missing: Words of the query that it does not have; none of the others has them all.
    """

    id: str
    head: Policy
    record: Record
    score: float
    matched: tuple[Match, ...]
    missing: tuple[str, ...] = ()

    @property
    def how(self) -> How:
        """In which way the query fits it: that of the weakest of its words."""
        if self.missing:
            return "partial"
        return weakest(match.how for match in self.matched)

    @property
    def policy(self) -> str:
        """The id of the policy it belongs to."""
        return self.head.id


def named(entry: Entry[Measure]) -> Hit:
    """The hit of a record that was named and not looked for."""
    title = entry.record.title
    match = Match("title", "exact", title, ((0, len(title)),), 100.0, title, 0.0, len(title))
    return Hit(entry.id, entry.head, entry.record, 100.0, (match,))


class Answer(NamedTuple):
    """Everything a search found out.

    Attributes:
        hits: Best first, at most as many as were asked for.
        total: How many records matched at all.
        suggestions: Where nothing matched, the nearest words of the catalogue, nearest first.
    """

    hits: list[Hit]
    total: int
    suggestions: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """Words of the query that some hit lacks; where one lacks any, they all do."""
        return tuple(dict.fromkeys(word for hit in self.hits for word in hit.missing))
