"""How single texts are written: ids, dates, periods and codes.

Each returns what is wrong, with ``{value}`` where the text goes, or nothing.
"""

import re
from collections.abc import Callable, Mapping

from policycli.files.faults import BAD_CODE, BAD_DATE, BAD_ID, BAD_PERIOD
from policycli.finding import Rule
from policycli.language import N_, _
from policycli.text.dates import iso
from policycli.tuples import NamedTuple

__all__ = ["INSTRUMENTS", "RULES", "TextRule"]

Wrong = Callable[[str], str]


class TextRule(NamedTuple):
    """How a text is written, and by which rule it is a fault to write it otherwise."""

    rule: Rule
    wrong: Wrong

    def __call__(self, value: str) -> str:
        """What is wrong with a text; nothing where it is right."""
        return self.wrong(value)


_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")
_REGION = re.compile(r"[0-9]{6}")
_INSTRUMENT = re.compile(r"PI[0-9]{3}")


def _date(value: str) -> str:
    if not _DATE.fullmatch(value):
        return _("{value} is not a date: write 2023, 2023-05 or 2023-05-31")
    return "" if iso(value) else _("{value} is not in the calendar")


def _period(value: str) -> str:
    start, _slash, end = value.partition("/")
    sides = [side for side in (start, end) if side]
    if not sides or not all(map(_DATE.fullmatch, sides)):
        return _("{value} is not a period: write 2023, 2022/, /2023 or 2022-05/2023")
    common = min(len(start), len(end))  # May to the end of 2023 is 2023-05/2023
    if start[:common] > end[:common]:
        return _("{value} ends before it begins")
    return next(filter(None, map(_date, sides)), "")


def _like(pattern: re.Pattern[str], what: str) -> Wrong:
    def wrong(value: str) -> str:
        return "" if pattern.fullmatch(value) else _(what)

    return wrong


_KNOWN = (6, 7, 8, 9, 11, 12, 13, 17, 18, 21, 22, 23, 24, 26, 27, 29, 30, 31, 32, 33)
INSTRUMENTS = tuple(f"PI{number:03}" for number in _KNOWN)
"""The codes of the STIP Compass that the program has names for; others are no fault."""

RULES: Mapping[str, TextRule] = {
    "id": TextRule(
        BAD_ID,
        _like(_SLUG, N_("{value} is not an id: write a-z, 0-9 and hyphens, as in talent-fund")),
    ),
    **dict.fromkeys(
        ("date", "in_force_from", "in_force_until", "retrieved", "received", "due", "done"),
        TextRule(BAD_DATE, _date),
    ),
    "deadline": TextRule(BAD_DATE, lambda _value: ""),  # a date or words, such as 2027年底
    "period": TextRule(BAD_PERIOD, _period),
    "code": TextRule(
        BAD_CODE, _like(_REGION, N_("{value} is not a code of GB/T 2260: write six digits"))
    ),
    "instrument": TextRule(
        BAD_CODE, _like(_INSTRUMENT, N_("{value} is not an instrument: write PI and 3 digits"))
    ),
}
"""By the name of the field, which means the same in every record."""
