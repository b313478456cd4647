"""Lengths of time as people type them: 30d, 2w, 3m, 1y, 30天, 两周, 三个月."""

import re
from datetime import date, timedelta

from policycli.errors import UsageError
from policycli.language import _
from policycli.text.dates import OPEN
from policycli.text.numerals import CHINESE, DIGITS, number

__all__ = ["after"]

_UNITS = {
    "days": "d|days?|天|日",
    "weeks": "w|weeks?|周|星期|礼拜",
    "months": "m|months?|个?月",
    "years": "y|years?|年",
}
_LENGTH = re.compile(
    rf"([{DIGITS}{CHINESE}]+)\s*(?:{'|'.join(f'(?P<{k}>{v})' for k, v in _UNITS.items())})",
    re.IGNORECASE,
)


def after(day: str, length: str) -> str:
    """The day that is a length of time after another: 2024-02-29 is 1m after 2024-01-31.

    Args:
        day: ``2024-01-31``.
        length: A number of days, weeks, months or years.

    Raises:
        UsageError: It is no length of time.
    """
    found = _LENGTH.fullmatch(length.strip())
    many = number(found[1]) if found else None
    if not found or not isinstance(many, int):
        sentence = _("{length} is not a length of time: write 30d, 2w, 3m or 1y")
        raise UsageError(sentence.format(length=repr(length)))
    try:
        return _later(date.fromisoformat(day), found.lastgroup or "", many).isoformat()
    except (OverflowError, ValueError):  # past the last year that dates have
        return OPEN[1]


def _later(start: date, unit: str, many: int) -> date:
    if unit in ("days", "weeks"):
        return start + timedelta(**{unit: many})
    months = start.month - 1 + many * (12 if unit == "years" else 1)
    first = date(start.year + months // 12, months % 12 + 1, 1)
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return min(first + timedelta(days=start.day - 1), following - timedelta(days=1))
