"""Changes records in their file, and leaves everything else in it as it is.

How a format is changed is known to its editor (see ``files.formats``). A change that would make a
fault is not written at all.
"""

import operator
import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from policycli.errors import CatalogueError, ConflictError, UsageError
from policycli.files.changing import Changes, Found, Key, difference
from policycli.files.formats import format_of
from policycli.files.locking import changing
from policycli.files.read import records
from policycli.files.temporary import new_folder
from policycli.language import _
from policycli.records.ids import parts
from policycli.records.model import Measure, Policy, Problem

__all__ = ["Found", "Written", "add", "change", "checked", "find", "rewrite", "update"]

Whole = Policy | Problem
"""What stands in a file by itself."""


def find(files: Iterable[str], full_id: str) -> Found | None:
    """The record with an id among catalogue files without faults; ``None`` where none has it."""
    for path in files:
        with open(path, "rb") as file:
            found, _whole = _find(path, file.read(), full_id)
        if found:
            return found
    return None


def _find(path: str, raw: bytes, full_id: str) -> tuple[Found | None, list[Whole]]:
    """Where a record stands in a file, and all that the file holds, as far as it was read."""
    own_id, measure_id = parts(full_id)
    if own_id.encode() not in raw:
        return None, []
    whole = list(records(path))
    for number, record in enumerate(whole):
        measures = record.measures if isinstance(record, Policy) else ()
        ids = ["", *(measure.id for measure in measures)]
        if record.id == own_id and measure_id in ids:
            measure = ids.index(measure_id) - 1 if measure_id else None
            key: Key = () if measure is None else ("measures", measure)
            line = format_of(path).load_reader().locate(raw)(number, key)[0]
            kind = Measure if measure_id else type(record)
            return Found(full_id, path, kind, number, measure, line), whole
    return None, whole


def change(
    found: Found, changes: Changes | Callable[[Any], Changes], *, force: bool = False
) -> tuple[Any, Any]:
    """Change a record in its file, and return its policy, or the problem, before and after.

    Args:
        found: The record; where it stands is looked up again once nobody else can move it.
        changes: See ``Changes``; or what makes them of the policy or problem as it then is.
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
        made = changes(before[now.number]) if callable(changes) else changes
        content = format_of(now.path).load_editor().edited(raw, [(now, made)])
        after = checked(now.path, content)
        if sum(map(operator.ne, before, after)) > 1 or len(before) != len(after):  # tomlkit slipped
            sentence = _("{path} is written in an unusual way; change it by hand")
            raise UsageError(sentence.format(path=now.path))
        if content != raw:
            file.replace(content)
    return before[now.number], after[now.number]


def update(found: Found, make: Callable[[Any], Any], *, force: bool = False) -> Any:
    """Make a problem into what ``make`` makes of it; else as ``change``.

    Returns:
        The problem as it stands in the file now.
    """
    decided = change(found, lambda old: difference(old, make(old)), force=force)
    return decided[1]


def add(path: str, make: Callable[[Collection[str]], Problem]) -> Problem:
    """Write one more problem into a catalogue file, which is made where there is none.

    Args:
        path: The file.
        make: Gives the problem, once the ids are known that the file has.

    Raises:
        As ``rewrite``.
    """
    return rewrite(path, lambda there: Written((), (make(there.keys()),))).added[0]


class Written(NamedTuple):
    """Problems to be written into a file: those that it has, as they are to be, and new ones."""

    changed: Sequence[Problem]
    added: Sequence[Problem]


def rewrite(path: str, decide: Callable[[Mapping[str, Whole]], Written]) -> Written:
    """Write problems into a catalogue file in one change; it is made where there is none.

    Args:
        path: The file.
        decide: Gives what is to be written, once it is known what the file has, by id.

    Raises:
        CatalogueError: The file, or a problem, has faults; nothing was written.
        ConflictError: Somebody else changes the file.
        OSError: The file cannot be written; it is as it was.
    """
    with changing(path) as file:
        raw = file.content or b""
        before = {record.id: record for record in checked(path, raw)}
        wanted = decide(before)
        content = _rewritten(path, raw, before, wanted)
        after = before | {problem.id: problem for problem in (*wanted.changed, *wanted.added)}
        if {record.id: record for record in checked(path, content)} != after:
            sentence = _("{path} is written in an unusual way; change it by hand")
            raise UsageError(sentence.format(path=path))
        if content != raw:
            file.replace(content)
    return wanted


def _rewritten(path: str, raw: bytes, before: Mapping[str, Whole], wanted: Written) -> bytes:
    """The content of a file with problems changed and added."""
    known = format_of(path)
    editor, locate = known.load_editor(), known.load_reader().locate(raw)
    numbers = {id: number for number, id in enumerate(before)}
    edits = []
    for problem in wanted.changed:
        number = numbers[problem.id]
        found = Found(problem.id, path, Problem, number, None, locate(number, ())[0])
        edits.append((found, difference(before[problem.id], problem)))
    content: bytes = editor.edited(raw, edits) if edits else raw
    for problem in wanted.added:
        content = editor.added(content, problem)
    return content


def checked(path: str, content: bytes) -> list[Whole]:
    """What a file is going to hold.

    Raises:
        CatalogueError: It would have faults, which are named as those of ``path``.
    """
    with new_folder() as folder:
        copy = os.path.join(folder, os.path.basename(path))
        with open(copy, "wb") as file:
            file.write(content)
        try:
            return list(records(copy))
        except CatalogueError as error:
            faults = [fault._replace(path=path) for fault in error.faults]
            raise CatalogueError(faults) from error
