"""A catalogue file in pieces: what stands between the headers of its policies and measures.

Only a piece that changes is parsed and written anew, so that everything else stays as it is to
the last space, and a file of a thousand papers is taken apart in no time.
"""

from typing import NamedTuple

from policycli.files.places import places

__all__ = ["Piece", "PolicyPieces", "taken_apart"]


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


def taken_apart(text: str) -> tuple[str, list[PolicyPieces]]:
    """What stands above the first policy of a catalogue, and its policies."""
    lines = text.splitlines(keepends=True)
    starts = sorted((at - 1, len(key)) for key, at in places(text).items() if _is_record(key))
    ends = [at for at, _depth in [*starts, (len(lines), 0)][1:]]
    policies: list[PolicyPieces] = []
    for (start, depth), end in zip(starts, ends, strict=True):
        piece = _piece(lines[start:end])
        if depth == 2:
            policies.append(PolicyPieces(piece, []))
        elif policies:
            policies[-1].measures.append(piece)
    above = lines[: starts[0][0]] if starts else lines
    return "".join(above), policies


def _is_record(key: tuple[str | int, ...]) -> bool:
    """Whether a place is the header of a policy or of a measure."""
    names = key[::2]
    return names in (("policies",), ("policies", "measures")) and len(key) % 2 == 0


def _piece(lines: list[str]) -> Piece:
    end = len(lines)
    while end > 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return Piece("".join(lines[:end]), "".join(lines[end:]))
