"""Narrowing by region, end, theme and the like, before anything is ranked."""

from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["Filters"]


class Filters(NamedTuple):
    """What records are wanted: any of the values of one filter, and every filter given.

    Attributes:
        region: Names in Chinese or English, or GB/T 2260 codes; a province takes in its cities.
        end: ``supply`` or 供给端 and so on.
        year: Of the policy's date, its documents or its figures.
    """

    region: tuple[str, ...] = ()
    end: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    instrument: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    year: tuple[str, ...] = ()

    @classmethod
    def of(cls, **values: str | Iterable[str] | None) -> "Filters":
        """Filters from loose keyword values: one word, several, or ``None`` for no filter."""
        return cls(**{key: _words(value) for key, value in values.items()})


def _words(value: str | Iterable[str] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)
