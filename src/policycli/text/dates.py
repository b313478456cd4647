"""Dates as exact as they are known: 2023, 2023-03, 2023年5月, 2027年底, and dates in sentences."""

import re
from collections.abc import Iterable, Iterator

from policycli.errors import UsageError
from policycli.language import _
from policycli.tuples import NamedTuple

__all__ = ["OPEN", "Mention", "Span", "days", "iso", "joined", "mentions", "span", "typed"]

_PARTS = r"(\d{4})\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?)?"
_PLAIN = r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?|(\d\d)(\d\d))?"
_CHINESE = "〇○Ｏ◯Oo零一二三四五六七八九十"
_WRITTEN = (
    rf"(\d{{4}}|[{_CHINESE}]{{4}})\s*年"
    rf"(?:\s*([\d{_CHINESE}]{{1,3}})\s*月(?:\s*([\d{_CHINESE}]{{1,3}})\s*[日号])?)?"
)
_ZEROS = str.maketrans("○Ｏ◯Oo", "〇〇〇〇〇")  # what is typed for 〇
# Patterns are texts, which re compiles when they are first asked.
_AROUND = "^(?:截[至止]|[到至于])|[底末]?(?:[之以]?前)?(?:完成)?$"  # of a deadline
_WITHIN = (
    "(?P<year>[^年]{4}年)(?:(?P<half>[上下])半年|第?(?P<quarter>[一二三四1-4])季度)"
    "|(?P<month>[^年]{4}年[^月]+月)(?P<third>[上中下])旬"
)
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


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
    """The days that a date, a period such as ``2022/``, or words such as 2027年底前 may mean.

    Halves and quarters of a year and thirds of a month (旬) are such words too.

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
    bare = re.sub(_AROUND, "", text.strip())
    date = iso(bare)
    if not date:
        return _part(bare)
    month, day = date[5:7], date[8:]
    last = month or "12"
    return Span(
        f"{date[:4]}-{month or '01'}-{day or '01'}",
        f"{date[:4]}-{last}-{day or _length(int(date[:4]), int(last)):02}",
    )


def _part(text: str) -> Span | None:
    """The days of a half or quarter of a year, or of a third of a month."""
    found = re.fullmatch(_WITHIN, text)
    start = found and iso(found["month"] or found["year"])
    if not found or not start:
        return None
    if found["third"]:
        first = {"上": 1, "中": 11, "下": 21}[found["third"]]
        last = first + 9 if first < 21 else _length(int(start[:4]), int(start[5:]))
        return Span(f"{start}-{first:02}", f"{start}-{last:02}")
    if found["half"]:
        first, months = {"上": 1, "下": 7}[found["half"]], 6
    else:
        first, months = _number(found["quarter"]) * 3 - 2, 3
    last = first + months - 1
    return Span(f"{start}-{first:02}-01", f"{start}-{last:02}-{_length(int(start), last):02}")


def iso(text: str) -> str:
    """A date as records have it: ``2023``, ``2023-05`` or ``2023-05-31``.

    Taken from any way to write one: 2023年5月, 2023/5/31, 2023.5, 20230531, ２０２３年,
    二〇二三年五月三十一日. Empty for what is none, or stands in no calendar.
    """
    text = text.strip()
    for pattern in (_PLAIN, _WRITTEN):
        if found := re.fullmatch(pattern, text):
            return joined(found.groups())
    return ""


def joined(parts: Iterable[str | None]) -> str:
    """The same from a year, and as far as there are, a month and a day, in digits or Chinese."""
    values = [_number(part) for part in parts if part]
    return "-".join(map("{:02}".format, values)) if _in_calendar(*values) else ""


def typed(text: str) -> str:
    """The same of what somebody typed.

    Raises:
        UsageError: It is not a date.
    """
    date = iso(text)
    if not date:
        sentence = _("{value} is not a date: write 2023, 2023-05 or 2023-05-31")
        if any(re.fullmatch(pattern, text.strip()) for pattern in (_PLAIN, _WRITTEN)):
            sentence = _("{value} is not in the calendar")
        raise UsageError(sentence.format(value=repr(text)))
    return date


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    from policycli.text.numerals import number

    value = number(text.translate(_ZEROS))
    return value if isinstance(value, int) else 0


def _in_calendar(year: int, month: int = 1, day: int = 1) -> bool:
    return 1000 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= _length(year, month)


def _length(year: int, month: int) -> int:
    """How many days a month has."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _LENGTHS[month - 1]


def mentions(text: str) -> Iterator[Mention]:
    """The dates that Chinese sentences name, in order."""
    for sentence in re.split("[。；\n]", text):
        found = list(re.finditer(_PARTS, sentence))
        ends = [*(match.start() for match in found[1:]), len(sentence)]
        for match, end in zip(found, ends, strict=False):
            before = re.split("[，、：]", sentence[: match.start()])[-1]
            after = sentence[match.end() : end]
            if date := iso(match[0]):
                since = "/" if after.startswith(("以来", "起")) else ""
                yield Mention(date + since, before, after, sentence)
