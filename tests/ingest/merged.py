"""A catalogue as drafts make it."""

from collections.abc import Iterable
from typing import NamedTuple

from policycli.ingest.extract.draft import Draft
from policycli.ingest.merging.merge import Done, merge


class Merged(NamedTuple):
    """The text of a catalogue, and what became of every draft."""

    text: str
    done: list[Done]


def merged(text: str, drafts: Iterable[Draft]) -> Merged:
    """Take drafts into the text of a catalogue."""
    pieces, done = merge(text, drafts, force=False)
    return Merged("".join(pieces), done)
