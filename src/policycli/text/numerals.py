"""Numerals in marks, dates and headings, read and written; units are those of ``text.numbers``."""

from functools import lru_cache

from policycli.errors import UsageError
from policycli.text.numbers import plain, quantity

__all__ = ["CHINESE", "DIGITS", "number", "numeral", "year"]

CHINESE = "〇零一二两三四五六七八九十百千"
DIGITS = "0-9０-９"

_DIGITS = "零一二三四五六七八九"
_PLACES = ((1000, "千"), (100, "百"), (10, "十"))


@lru_cache(4096)
def number(text: str) -> int | float | None:
    """The value of a numeral in digits or in Chinese; ``None`` for anything else."""
    try:
        found = quantity(text)
    except UsageError:
        return None
    return None if found.unit else plain(found.number)


def year(text: str) -> str:
    """A year of four digits, however it is written; empty for anything else."""
    value = number(text)
    return str(value) if isinstance(value, int) and 1900 <= value < 2100 else ""


def numeral(number: int) -> str:
    """一, 十二, 一百零三: a whole number from 1 to 9999; larger ones stay in digits."""
    if not 0 < number < 10000:
        return str(number)
    written, rest = "", number
    for value, name in _PLACES:
        digit, rest = divmod(rest, value)
        if digit:
            written += _DIGITS[digit] + name
        elif written and rest and not written.endswith("零"):
            written += "零"
    written += _DIGITS[rest] if rest else ""
    return written.removeprefix("一") if written.startswith("一十") else written
