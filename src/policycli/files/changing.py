"""A change of one record: where it is, and which of its keys get which values."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from policycli.errors import UsageError
from policycli.files.faults import spell
from policycli.language import _
from policycli.records.model import to_dict

__all__ = ["REMOVED", "Changes", "Found", "Key", "apply", "difference", "target"]

REMOVED = object()
"""As a value: the key is taken away."""

Key = tuple[str | int, ...]
Changes = Mapping[Key, Any]


class Found(NamedTuple):
    """A record in its file.

    Attributes:
        id: The full id.
        path: The file.
        kind: What it is: a policy, a measure or a problem.
        number: Of the policy or problem in its file.
        measure: Number of the measure in its policy; ``None`` for what is none.
        line: Where the record begins, from 1.
    """

    id: str
    path: str
    kind: type[Any]
    number: int
    measure: int | None
    line: int


def target(whole: Any, found: Found) -> Any:
    """The record in the plain data of its policy, or of itself."""
    return whole if found.measure is None else whole["measures"][found.measure]


def difference(old: Any, new: Any) -> dict[Key, Any]:
    """The changes that make one record into another of its kind; lists of records only grow."""
    return dict(_difference(to_dict(old), to_dict(new)))


def _difference(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[Key, Any]]:
    for name in dict.fromkeys((*new, *old)):
        before, after = old.get(name), new.get(name, REMOVED)
        if isinstance(before, list) and isinstance(after, list) and isinstance(before[0], dict):
            for at, item in enumerate(after):
                inside = _difference(before[at], item) if at < len(before) else [((), item)]
                yield from (((name, at, *key), value) for key, value in inside)
        elif before != after:
            yield (name,), after


def apply(
    record: Any,
    changes: Changes,
    put: Callable[[Any, str | int, Any], None],
    new_table: Callable[[], Any],
) -> None:
    """Make changes in a record.

    Args:
        record: Its plain data, which are changed.
        changes: By key; ``REMOVED`` takes one away, and the number after the last of a list adds to
            it.
        put: Sets a value in a table or list of the record, or adds it to the list.
        new_table: What a table that is missing is made of.

    Raises:
        UsageError: A key leads nowhere.
    """
    for key, value in changes.items():
        holder = _holder(record, key, new_table)
        if value is REMOVED:
            _remove(holder, key)
        else:
            put(holder, key[-1], value)


def _holder(record: Any, key: Key, new_table: Callable[[], Any]) -> Any:
    """The table or list that has the last part of ``key``, made where a table is missing."""
    for at, part in enumerate(key[:-1]):
        if isinstance(part, str) and part not in record and isinstance(key[at + 1], str):
            record[part] = new_table()
        try:
            record = record[part]
        except (LookupError, TypeError) as error:
            raise _nowhere(key) from error
    last = key[-1]
    if isinstance(last, int):
        fits = isinstance(record, list) and last <= len(record)
    else:
        fits = hasattr(record, "keys")
    if not fits:
        raise _nowhere(key)
    return record


def _nowhere(key: Key) -> UsageError:
    return UsageError(_("the record has no {key}").format(key=spell(key)))


def _remove(holder: Any, key: Key) -> None:
    name = key[-1]
    if isinstance(name, int) and name == len(holder):
        raise _nowhere(key)
    if isinstance(name, int) or name in holder:
        del holder[name]
