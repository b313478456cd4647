"""A catalogue file in pieces: what stands between the headers of its policies and measures.

Only a piece that changes is parsed and written anew, so that everything else stays as it is to
the last space, and a file of a thousand papers is taken apart in no time.
"""

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import NamedTuple

from policycli.files.places import LONG_TEXT

__all__ = ["Piece", "PolicyPieces", "taken_apart"]

_HEADER = re.compile(
    rf"{LONG_TEXT}|^[ \t]*(?P<policies>\[\[\s*policies(?P<measures>\.measures)?\s*\]\])",
    re.DOTALL | re.MULTILINE,
)
"""A text of several lines, which may hold anything, or the header of a policy or measure."""


class Piece(NamedTuple):
    """The text of one record, from its header on, and the empty lines and comments behind it."""

    text: str
    tail: str


class PolicyPieces(NamedTuple):
    """The pieces of a policy: its own fields, and each of its measures."""

    head: Piece
    measures: list[Piece]

    def joined(self) -> str:
        """The text of all pieces."""
        return "".join(piece.text + piece.tail for piece in (self.head, *self.measures))


def taken_apart(text: str) -> tuple[str, Iterator[PolicyPieces]]:
    """What stands above the first policy of a catalogue, and its policies."""
    starts = (found for found in _HEADER.finditer(text) if found["policies"])
    first = next(starts, None)
    if first is None:
        return text, iter(())
    return text[: first.start()], _policies(text, chain((first,), starts))


def _policies(text: str, headers: Iterator[re.Match[str]]) -> Iterator[PolicyPieces]:
    """The policies from their headers and those of their measures; one is held at a time."""
    policy: PolicyPieces | None = None
    for header, following in pairwise(chain(headers, (None,))):
        assert header is not None  # noqa: S101 - only the last one is
        piece = _piece(text[header.start() : following.start() if following else len(text)])
        if policy and header["measures"]:
            policy.measures.append(piece)
        elif not header["measures"]:
            yield from (policy,) if policy else ()
            policy = PolicyPieces(piece, [])
    yield from (policy,) if policy else ()


def _piece(text: str) -> Piece:
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    end = len(lines)
    while end > 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return Piece("".join(lines[:end]), "".join(lines[end:]))
