"""Changes one record in its file, and leaves everything else in it as it is.

How a format is changed is known to its editor (see ``files.formats``). A change that would make a
fault is not written at all.
"""

import operator
import os
from collections.abc import Iterable

from policycli.errors import CatalogueError, ConflictError, UsageError
from policycli.files.changing import Changes, Found, Key
from policycli.files.formats import format_of
from policycli.files.locking import changing
from policycli.files.read import read
from policycli.files.temporary import new_folder
from policycli.language import _
from policycli.records.ids import parts
from policycli.records.model import Policy

__all__ = ["Found", "change", "checked", "find"]


def find(files: Iterable[str], full_id: str) -> Found | None:
    """The record with an id among catalogue files without faults; ``None`` where none has it."""
    for path in files:
        with open(path, "rb") as file:
            found, _policies = _find(path, file.read(), full_id)
        if found:
            return found
    return None


def _find(path: str, raw: bytes, full_id: str) -> tuple[Found | None, list[Policy]]:
    """Where a record stands in a file, and the policies of the file as far as they were read."""
    policy_id, measure_id = parts(full_id)
    if policy_id.encode() not in raw:
        return None, []
    policies = list(read(path))
    for number, policy in enumerate(policies):
        ids = ["", *(measure.id for measure in policy.measures)]
        if policy.id == policy_id and measure_id in ids:
            measure = ids.index(measure_id) - 1 if measure_id else None
            key: Key = () if measure is None else ("measures", measure)
            line = format_of(path).load_reader().locate(raw)(number, key)[0]
            return Found(full_id, path, number, measure, line), policies
    return None, policies


def change(found: Found, changes: Changes, *, force: bool = False) -> tuple[Policy, Policy]:
    """Write ``changes`` into the record's file, and return its policy before and after.

    Args:
        found: The record; where it stands is looked up again once nobody else can move it.
        changes: See ``Changes``.
        force: Whether a file that is marked as read-only may be changed.

    Raises:
        CatalogueError: The record would have faults; nothing was written.
        ConflictError: Somebody else changes the file, or has taken the record away.
        UsageError: A key leads nowhere.
        OSError: The file cannot be written; it is as it was.
    """
    with changing(found.path, force=force) as file:
        raw = file.content or b""
        now, before = _find(found.path, raw, found.id)
        if now is None:
            sentence = _("{path} no longer has {id}: somebody else has changed it")
            raise ConflictError(sentence.format(path=found.path, id=found.id))
        content = format_of(now.path).load_editor().edited(raw, now, changes)
        after = checked(now.path, content)
        if sum(map(operator.ne, before, after)) > 1 or len(before) != len(after):  # tomlkit slipped
            sentence = _("{path} is written in an unusual way; change it by hand")
            raise UsageError(sentence.format(path=now.path))
        if content != raw:
            file.replace(content)
    return before[now.policy], after[now.policy]


def checked(path: str, content: bytes) -> list[Policy]:
    """The policies of a file as it is going to be.

    Raises:
        CatalogueError: It would have faults, which are named as those of ``path``.
    """
    with new_folder() as folder:
        copy = os.path.join(folder, os.path.basename(path))
        with open(copy, "wb") as file:
            file.write(content)
        try:
            return list(read(copy))
        except CatalogueError as error:
            faults = [fault._replace(path=path) for fault in error.faults]
            raise CatalogueError(faults) from error
