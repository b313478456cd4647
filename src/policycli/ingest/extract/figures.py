"""Figures in a text: a number with its unit, what it counts, how exact it is and for when."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from policycli.ingest.extract.indicators import indicator
from policycli.ingest.extract.periods import Period, period
from policycli.ingest.extract.quantities import Quantity, quantities
from policycli.ingest.extract.units import is_share
from policycli.language import N_
from policycli.records.model import Figure, Kind

__all__ = ["Found", "figures"]

_GROWTH = re.compile(r"增长|增幅|增速|同比|环比|下降|减少|提高|增加|降低|提升|翻")
_GOAL = re.compile(r"力争|争取到|计划到|预计|将达到")
_OPENING = re.compile(r"[^，；]{1,40}，")
_NEAR = 400  # characters before a number in which its period is looked for
_JOINS = ("、", "和", "或", "及", "与")  # of a list
_SENTENCE = re.compile(r"[^。！？\n]+[。！？\n]?")

NO_INDICATOR = N_("what is counted was not found")


class Found(NamedTuple):
    """A figure, where it stands in the text, and what is uncertain about it."""

    figure: Figure
    at: int
    checks: tuple[str, ...] = ()


def figures(text: str, written: str = "") -> list[Found]:
    """The figures of a text, in its order.

    Args:
        text: A measure, with the names of papers masked.
        written: The year that the paper is of, for 今年; empty where it is not known.
    """
    found: list[Found] = []
    for sentence in _SENTENCE.finditer(text):
        found += _in_sentence(sentence[0], sentence.start(), written)
    return found


def _in_sentence(sentence: str, offset: int, written: str) -> Iterator[Found]:
    raws = quantities(sentence)
    last_end = 0
    for raw, name in zip(raws, _names(sentence, raws), strict=True):
        before = sentence[max(last_end, raw.start - _NEAR) : raw.start]
        when = period(_timed(sentence, raw.start), written)
        checks = [check for check in (raw.check, when.check) if check]
        checks += [] if name else [NO_INDICATOR]
        kind = _kind(raw, before, when)
        figure = Figure(name or sentence[:20], raw.value, raw.unit, raw.op, when.text, kind)
        yield Found(figure, offset + raw.start, tuple(checks))
        last_end = raw.end


def _names(sentence: str, raws: Sequence[Quantity]) -> list[str]:
    """What each number counts: both ends of a range the same, a list as its last or first."""
    names: list[str] = []
    end = 0
    for at, raw in enumerate(raws):
        if at and raw.start == raws[at - 1].start:
            names.append(names[-1])
            continue
        before = sentence[max(end, raw.start - _NEAR) : raw.start]
        behind = sentence[raw.end : raw.end + _NEAR]
        names.append(raw.noun or indicator(before, behind, raw.unit, names[-1] if names else ""))
        end = raw.end
    for at in range(len(raws) - 2, -1, -1):
        between = sentence[raws[at].end : raws[at + 1].start]
        names[at] = names[at] or (names[at + 1] if between in _JOINS else "")
    for at in range(1, len(raws)):
        between = sentence[raws[at - 1].end : raws[at].start]
        names[at] = names[at] or (names[at - 1] if between in _JOINS else "")
    return names


def _timed(sentence: str, at: int) -> str:
    """The part of a sentence whose period holds: a semicolon ends it, unless the sentence began so.

    ``1至8月，建立……；新增……`` is all of these months.
    """
    near = sentence[max(at - _NEAR, 0) : at]
    opening = _OPENING.match(sentence, 0, at)
    return (opening[0] if opening else "") + near.rpartition("；")[2]


def _kind(raw: Quantity, before: str, when: Period) -> Kind | Literal[""]:
    """Only what the sentence says: that something grows, or that it is a goal."""
    clause = re.split("[，；。]", before)[-1]
    if is_share(raw.unit) and _GROWTH.search(clause):
        return "growth"
    return "target" if when.goal or _GOAL.search(clause) else ""
