"""A change of one record: where it is, and which of its keys get which values."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from policycli.errors import UsageError
from policycli.files.faults import spell
from policycli.language import _
from policycli.records.model import Measure, Policy

__all__ = ["REMOVED", "Changes", "Found", "Key", "apply", "target"]

REMOVED = object()
"""As a value: the key is taken away."""

Key = tuple[str | int, ...]
Changes = Mapping[Key, Any]


class Found(NamedTuple):
    """A record in its file.

    Attributes:
        id: The full id.
        path: The file.
        policy: Number of the policy in its file.
        measure: Number of the measure in its policy; ``None`` for the policy itself.
        line: Where the record begins, from 1.
    """

    id: str
    path: str
    policy: int
    measure: int | None
    line: int

    @property
    def kind(self) -> type[Policy | Measure]:
        """What it is."""
        return Policy if self.measure is None else Measure


def target(policy: Any, found: Found) -> Any:
    """The record in the plain data of its policy."""
    return policy if found.measure is None else policy["measures"][found.measure]


def apply(
    record: Any,
    changes: Changes,
    put: Callable[[Any, str | int, Any], None],
    new_table: Callable[[], Any],
) -> None:
    """Make changes in a record.

    Args:
        record: Its plain data, which are changed.
        changes: By key; ``REMOVED`` takes one away.
        put: Sets a value in a table or list of the record.
        new_table: What a table that is missing is made of.

    Raises:
        UsageError: A key leads nowhere.
    """
    for key, value in changes.items():
        holder = _holder(record, key, new_table)
        if value is REMOVED:
            _remove(holder, key[-1])
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
        fits = isinstance(record, list) and last < len(record)
    else:
        fits = hasattr(record, "keys")
    if not fits:
        raise _nowhere(key)
    return record


def _nowhere(key: Key) -> UsageError:
    return UsageError(_("the record has no {key}").format(key=spell(key)))


def _remove(holder: Any, name: str | int) -> None:
    if isinstance(name, int) or name in holder:
        del holder[name]
