"""Dates as exact as they are known: 2023, 2023-03, 2023年5月, 2027年底, and dates in sentences."""

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["OPEN", "Mention", "Span", "days", "mentions", "span"]

_PARTS = r"(\d{4})\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?)?"
_ISO = r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?"
_LAST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


OPEN = ("0001-01-01", "9999-12-31")
"""What stands for a beginning or an end that is not known."""


class Span(NamedTuple):
    """The first and the last day that a date may mean, as ``2023-01-01``."""

    first: str
    last: str


class Mention(NamedTuple):
    """A date in a sentence.

    Attributes:
        date: ``2023``, ``2023-05`` or ``2023-05-04``; ``2023/`` for 2023年以来.
        before: What stands before it in its clause.
        after: What follows it, up to the end of the sentence or the next date.
        text: The whole sentence.
    """

    date: str
    before: str
    after: str
    text: str


def span(date: str) -> Span | None:
    """The days that a date, a period such as ``2022/``, or words such as 2027年底 may mean.

    ``None`` where there is no date in it, or none of the calendar.
    """
    start, slash, end = date.strip().partition("/")
    sides = [_days(side) if side else None for side in (start, end)]
    if (start and not sides[0]) or (end and not sides[1]) or not any(sides):
        return None
    first, last = (sides[0], sides[1]) if slash else (sides[0], sides[0])
    return Span(first.first if first else OPEN[0], last.last if last else OPEN[1])


def days(date: str) -> Span:
    """The same; all the days there are where no date is known."""
    return span(date) or Span(*OPEN)


def _days(text: str) -> Span | None:
    found = re.fullmatch(_ISO, text) or re.fullmatch(_PARTS + "[底末]?前?", text)
    if not found:
        return None
    year, month, day = found.groups()
    if not (1 <= int(month or 1) <= 12 and 1 <= int(day or 1) <= _LAST[int(month or 1) - 1]):
        return None
    first = f"{year}-{int(month or 1):02}-{int(day or 1):02}"
    last_month = int(month or 12)
    return Span(first, f"{year}-{last_month:02}-{int(day or _LAST[last_month - 1]):02}")


def mentions(text: str) -> Iterator[Mention]:
    """The dates that Chinese sentences name, in order."""
    for sentence in re.split("[。；\n]", text):
        found = list(re.finditer(_PARTS, sentence))
        ends = [*(match.start() for match in found[1:]), len(sentence)]
        for match, end in zip(found, ends, strict=False):
            before = re.split("[，、：]", sentence[: match.start()])[-1]
            after = sentence[match.end() : end]
            yield Mention(_iso(match, after), before, after, sentence)


def _iso(match: re.Match[str], after: str) -> str:
    year, month, day = match.groups()
    date = "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])
    return f"{date}/" if after.startswith(("以来", "起")) else date
