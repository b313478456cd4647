"""The signature of a paper: who signed and when."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from policycli.ingest.extract.bodies import bodies, of_office, sealed
from policycli.ingest.extract.dates import DATE, DAY, iso, only_date
from policycli.ingest.readers.blocks import Block
from policycli.text.part_marks import mark

__all__ = ["Signature", "signature"]

_LAST = 6  # blocks in which a date needs no signature above it
_CLOSING = 5  # lines at the end, of which the first is a sentence
_PRINTED_ON = re.compile(rf"\s*{DAY}\s*印发$")
_SIGNED = ("paragraph", "heading")  # what is set off by empty lines may pass for a heading


class Signature(NamedTuple):
    """Who signed and when, and the blocks without it.

    Attributes:
        printed: The date of printing below a paper (…印发), for want of another.
        closing: The bodies of its last lines, where none of them has a date.
    """

    blocks: list[Block]
    names: list[str]
    date: str
    printed: str = ""
    closing: tuple[str, ...] = ()


def signature(blocks: Sequence[Block]) -> Signature:
    """The signature of a paper.

    The first line that is a date alone counts: what follows it is an annex. Above the first part of
    the text, where a notice is signed, it needs no names above it.
    """
    printed = next((p for block in blocks if (p := _printed(block))), "")
    opening = True  # above the first part of the text
    for at, block in enumerate(blocks):
        same, date = _signed_line(block)
        above = at and _signs(blocks[at - 1])
        opening = opening and not mark(block.text)
        if date and (same or opening or above or at >= len(blocks) - _LAST):
            start, names = at, same
            while start and _signs(blocks[start - 1]):
                start -= 1
                line = blocks[start].text
                names = (bodies(line) or of_office(line) or []) + names
            return Signature(_kept([*blocks[:start], *blocks[at + 1 :]]), names, date, printed)
    closing, count = _closing(blocks)
    return Signature(_kept(blocks[: len(blocks) - count]), [], "", printed, closing)


def _closing(blocks: Sequence[Block]) -> tuple[tuple[str, ...], int]:
    """The bodies in the last lines below a sentence, and how many lines these are."""
    names: list[str] = []
    for count, block in enumerate(reversed(blocks[-_CLOSING:])):
        text = _PRINTED_ON.sub("", block.text)
        found = bodies(text) if block.kind in _SIGNED and not mark(text) else []
        if text and not found:
            return (tuple(names), count) if names and text.endswith("。") else ((), 0)
        names = found + names
    return (), 0


def _signed_line(block: Block) -> tuple[list[str], str]:
    """The bodies and the date of a line that holds nothing else."""
    if block.kind not in _SIGNED or len(block.text) > 80:
        return [], ""
    if (date := only_date(block.text)) and block.kind == "paragraph":
        return [], date
    found = re.search(rf"(?P<day>{DAY})$", block.text)
    names = bodies(block.text[: found.start()]) if found else []
    return (names, only_date(found["day"])) if found and names else ([], "")


def _signs(block: Block) -> bool:
    """Whether a line is part of a signature: bodies, or a person with the office held."""
    if block.kind not in _SIGNED or len(block.text) > 60 or mark(block.text):
        return False
    text = block.text
    return bool(bodies(text)) or sealed(text) or of_office(text) is not None


def _kept(blocks: Sequence[Block]) -> list[Block]:
    return [block for block in blocks if not _is_note(block) and not _printed(block)]


def _printed(block: Block) -> str:
    """The date of a line such as 某市政府办公室 2023年5月6日印发."""
    if block.kind != "paragraph" or not block.text.endswith("印发") or len(block.text) > 60:
        return ""
    found = list(DATE.finditer(block.text))
    return iso(found[-1]) if found and found[-1][3] else ""


def _is_note(block: Block) -> bool:
    return (
        re.fullmatch(
            r"[（(]?此件.{0,12}(?:公开|发布|发送).{0,12}[）)]?|[（(]本文有删减[）)]", block.text
        )
        is not None
    )
