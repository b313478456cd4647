"""Answers short enough for an assistant: what does not fit is counted, never dropped in silence."""

from collections.abc import Iterable, Iterator
from typing import Any

from policycli.render.json import encode

__all__ = ["ROOM", "fitting", "shortened"]

ROOM = 16_000  # characters of JSON, so that one answer leaves an assistant room to think

_OUTLINE = ("id", "title", "title_en")


def fitting(results: Iterable[dict[str, Any]], room: int = ROOM) -> list[dict[str, Any]]:
    """The first results that fit together; the very first always, shortened where it must be."""
    kept: list[dict[str, Any]] = []
    for result in results:
        whole = result if kept else shortened(result, room)
        room -= _size(whole)
        if kept and room < 0:
            break
        kept.append(whole)
    return kept


def shortened(result: dict[str, Any], room: int = ROOM) -> dict[str, Any]:
    """A result with outlines instead of its measures, or without the end of its longest text.

    ``shortened`` names what was cut, and ``measures_total`` says how many measures there are.
    """
    if _size(result) <= room:
        return result
    cut = {**result, "shortened": []}
    if cut.get("measures"):
        measures, cut["measures"] = cut["measures"], []
        cut |= {"measures_total": len(measures), "shortened": ["measures"]}
        cut["measures"] = list(_outlines(measures, room - _size(cut)))
    longest = max(cut, key=lambda key: len(cut[key]) if isinstance(cut[key], str) else 0)
    over = _size(cut) - room
    if over > 0 and isinstance(cut[longest], str):
        cut["shortened"] = [*cut["shortened"], longest]
        cut[longest] = cut[longest][: max(0, len(cut[longest]) - over)] + "…"
    return cut


def _outlines(measures: Iterable[dict[str, Any]], room: int) -> Iterator[dict[str, Any]]:
    """Ids and titles, until the room is used up."""
    for measure in measures:
        outline = {key: measure[key] for key in _OUTLINE if measure.get(key)}
        room -= _size(outline) + len(", ")
        if room < 0:
            return
        yield outline


def _size(value: object) -> int:
    return len(encode(value))
