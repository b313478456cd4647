"""Changes one record in its file, and leaves everything else in it as it is.

How a format is changed is known to its editor (see ``files.formats``). A change that would make a
fault is not written at all.
"""

import operator
import os
import tempfile
from collections.abc import Iterable

from policycli.errors import CatalogueError, UsageError
from policycli.files.changing import Changes, Found, Key
from policycli.files.formats import format_of
from policycli.files.read import read
from policycli.files.write import write
from policycli.language import _
from policycli.records.ids import parts
from policycli.records.model import Policy

__all__ = ["Found", "change", "checked", "find"]


def find(files: Iterable[str], full_id: str) -> Found | None:
    """The record with an id among catalogue files without faults; ``None`` where none has it."""
    policy_id, measure_id = parts(full_id)
    for path in files:
        with open(path, "rb") as file:
            raw = file.read()
        if policy_id.encode() in raw:
            for number, policy in enumerate(read(path)):
                ids = ["", *(measure.id for measure in policy.measures)]
                if policy.id == policy_id and measure_id in ids:
                    measure = ids.index(measure_id) - 1 if measure_id else None
                    locate = format_of(path).load_reader().locate(raw)
                    key: Key = () if measure is None else ("measures", measure)
                    return Found(path, number, measure, locate(number, key)[0])
    return None


def change(found: Found, changes: Changes) -> tuple[Policy, Policy]:
    """Write ``changes`` into the record's file, and return its policy before and after.

    Raises:
        CatalogueError: The record would have faults; nothing was written.
        UsageError: A key leads nowhere.
        OSError: The file cannot be written; it is as it was.
    """
    with open(found.path, "rb") as file:
        raw = file.read()
    content = format_of(found.path).load_editor().edited(raw, found, changes)
    before, after = list(read(found.path)), checked(found.path, content)
    if sum(map(operator.ne, before, after)) > 1 or len(before) != len(after):  # tomlkit slipped
        sentence = _("{path} is written in an unusual way; change it by hand")
        raise UsageError(sentence.format(path=found.path))
    if content != raw:
        write(found.path, content, force=True)
    return before[found.policy], after[found.policy]


def checked(path: str, content: bytes) -> list[Policy]:
    """The policies of a file as it is going to be.

    Raises:
        CatalogueError: It would have faults, which are named as those of ``path``.
    """
    with tempfile.TemporaryDirectory(prefix="policy-") as folder:
        copy = os.path.join(folder, os.path.basename(path))
        with open(copy, "wb") as file:
            file.write(content)
        try:
            return list(read(copy))
        except CatalogueError as error:
            faults = [fault._replace(path=path) for fault in error.faults]
            raise CatalogueError(faults) from error
