"""The numerals in marks, dates and figures; what they are worth, ``text.numbers`` knows."""

from functools import lru_cache

from policycli.errors import UsageError
from policycli.text.numbers import plain, quantity

__all__ = ["CHINESE", "DIGITS", "number", "year"]

CHINESE = "〇零一二两三四五六七八九十百千"
DIGITS = "0-9０-９"


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
