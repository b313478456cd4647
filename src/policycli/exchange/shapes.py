"""What the values of a record are, as its class says: for formats whose columns have types."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

__all__ = ["Held", "shape"]


class Held(NamedTuple):
    """A key of a record and what it holds.

    Attributes:
        how: ``one`` value, several ``words``, one ``record`` or none, or several ``records``.
        kind: Of the value, each word, or each record.
    """

    key: str
    how: Literal["one", "words", "record", "records"]
    kind: Any


@cache
def shape(record: Any) -> tuple[Held, ...]:
    """The keys of a class of records, in their order."""
    return tuple(_held(record))


def _held(record: Any) -> Iterator[Held]:
    for key, hint in get_type_hints(record).items():
        kinds = [kind for kind in get_args(hint) if hasattr(kind, "_fields")]
        if get_origin(hint) is tuple:
            yield Held(key, "records" if kinds else "words", kinds[0] if kinds else str)
        elif kinds:
            yield Held(key, "record", kinds[0])
        else:
            numbers = {int, float} & {hint, *get_args(hint)}
            yield Held(key, "one", max(numbers, key=(int, float).index, default=str))
