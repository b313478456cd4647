"""How alike short Chinese texts are, and what they have in common."""

from collections.abc import Iterable, Sequence

from policycli.records.model import Region
from policycli.text.regions import short_name

__all__ = ["bigrams", "common", "likeness", "without_place"]

_MOST = 4  # shared words that are told


def without_place(text: str, region: Region | None) -> str:
    """``text`` without the name of its own region, which says nothing of what is done there."""
    if region is None:
        return text
    for name in (region.name, short_name(region.name)):
        text = text.replace(name, "")
    return text


def bigrams(texts: Iterable[str]) -> frozenset[str]:
    """All pairs of neighbouring characters in the texts; letters alone say nothing."""
    pairs = (text[at : at + 2] for text in texts for at in range(len(text) - 1))
    return frozenset(pair for pair in pairs if not pair.isascii())


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Dice's coefficient of two sets, 0-1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def common(one: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    """The longest pieces of two characters or more that texts of both sides have, at most four."""
    everything = "\n".join(other)
    pieces = dict.fromkeys(piece for text in one for piece in _pieces(text, everything))
    longest = sorted(pieces, key=lambda piece: -len(piece))
    kept: list[str] = []
    for piece in longest:
        if not any(piece in longer for longer in kept):
            kept.append(piece)
    return tuple(kept[:_MOST])


def _pieces(text: str, everything: str) -> list[str]:
    """The parts of ``text``, from left to right, that stand in ``everything``; no half words."""
    if text.isascii():
        return [text] if text in everything.split("\n") else []
    pieces, start = [], 0
    while start < len(text) - 1:
        end = start
        while end < len(text) and text[start : end + 1] in everything:
            end += 1
        piece = text[start:end].strip(" “”、，（）")
        if len(piece) > 1:
            pieces.append(piece)
        start = max(end, start + 1)
    return pieces
