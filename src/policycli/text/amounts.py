"""Numbers with their units, where they stand in a text or are all of a query.

A number is equal or it is another one: 3.6亿元 is not 23.2亿元, and 0.3694亿元 is 3694万元.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from policycli.errors import UsageError
from policycli.text.numbers import KNOWN_UNITS, quantity, scale_of, unit
from policycli.tuples import NamedTuple

__all__ = ["Amount", "amounts", "asked", "keys"]

_SCALES = "十百千万亿"
_UNITS = "|".join(sorted(map(re.escape, KNOWN_UNITS), key=len, reverse=True))
_IN_TEXT = re.compile(
    r"(?P<number>(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?)"
    rf"(?P<scale>(?:[{_SCALES}](?!克))*)[多余]?(?P<unit>{_UNITS}|)",
    re.ASCII,
)
_DIGITS = frozenset("0123456789")
_SHORT = 2  # characters of a unit that is not known: 条, 号, 年, 课题


class Amount(NamedTuple):
    """A number in a text, or one that is asked for.

    Attributes:
        written: Without the words 万, 亿 and so on.
        number: With them.
        unit: As it is written; in a text only a known one.
        start: Where it begins in the text.
        end: Where number and unit end.
        behind: Where what follows the number begins: the unit, known or not.
    """

    written: Decimal
    number: Decimal
    unit: str
    start: int = 0
    end: int = 0
    behind: int = 0

    def key(self) -> str:
        """By which it is the same as others: its value, with the base unit of a known unit.

        What is counted is not converted: 194 firms (家) are not 194 projects (个).
        """
        if self.unit not in KNOWN_UNITS:
            return _plain(self.number)
        measure = unit(self.unit)
        base = self.unit if measure.dimension == "things" else measure.base
        return f"{_plain(self.number * measure.factor)}{base}"

    def stands(self, text: str) -> Iterator["Amount"]:
        """The amounts of a folded text that are equal to this one."""
        for other in amounts(text):
            if self.unit in KNOWN_UNITS:
                same = bool(other.unit) and other.key() == self.key()
            elif self.unit:
                same = other.number == self.number and text.startswith(self.unit, other.behind)
            else:
                same = self.number in (other.number, other.written)
            if same:
                yield other


def amounts(text: str) -> Iterator[Amount]:
    """Every number in Arabic digits that stands in a folded text."""
    for found in _IN_TEXT.finditer(text):
        written = Decimal(found["number"].replace(",", ""))
        number = written * scale_of(found["scale"])
        yield Amount(written, number, found["unit"], *found.span(), found.start("unit"))


def keys(text: str) -> set[str]:
    """What the amounts of a text are found by (see ``Amount.key``), with unit and without."""
    found = set[str]()
    for amount in amounts(text):
        found |= {amount.key(), _plain(amount.number), _plain(amount.written)}
    return found


def asked(term: str) -> Amount | None:
    """The amount that a folded term is; ``None`` where it says more than that, or none."""
    try:
        number, name, scaled = quantity(term)
    except UsageError:
        return None
    clear = any(char in _DIGITS for char in term)
    if name not in KNOWN_UNITS and (not clear or len(name) > _SHORT or (name.isascii() and name)):
        return None
    return Amount(number, number, name) if clear or scaled else None


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
