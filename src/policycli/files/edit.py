"""Changes one record in its file, and leaves everything else in it as it is.

How a format is changed is known to its editor (see ``files.formats``). A change that would make a
fault is not written at all.
"""

import operator
import os
import re
import tempfile
from collections.abc import Iterable
from typing import Any, get_args, get_origin, get_type_hints

import tomli

from policycli.errors import CatalogueError, UsageError
from policycli.files.changing import REMOVED, Changes, Found, Key
from policycli.files.formats import format_of
from policycli.files.read import read
from policycli.files.write import write
from policycli.language import _
from policycli.records.model import Measure, Policy

__all__ = ["Found", "change", "checked", "find", "parse_changes"]

_KEY = re.compile(r"(\w+)(?:\[(\d+)\])?(?:\.|$)")
_BETWEEN = re.compile(r"[、,，;；]")


def find(files: Iterable[str], full_id: str) -> Found | None:
    """The record with an id among catalogue files without faults; ``None`` where none has it."""
    policy_id, _dot, measure_id = full_id.partition(".")
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


def parse_changes(found: Found, words: Iterable[str]) -> dict[Key, Any]:
    """``key=value`` words as the values of a record.

    A key may go deeper, as in ``source.url`` or ``figures[0].value``. Texts stand for themselves,
    lists are ``甲、乙`` or TOML such as ``["甲", "乙"]``, other values are TOML; no value at all
    takes the key away.

    Raises:
        UsageError: A word has no ``=`` or no such key can be, or a value cannot be read.
    """
    kind = Policy if found.measure is None else Measure
    return dict(_parse(kind, word) for word in words)


def _parse(kind: type[Any], word: str) -> tuple[Key, Any]:
    name, equals, value = word.partition("=")
    key = _key(name.strip())
    if not equals or not key:
        sentence = _("{word} is not a change: write key=value, as in status=repealed")
        raise UsageError(sentence.format(word=repr(word)))
    if key == ("id",):
        raise UsageError(_("an id never changes, since others refer to it"))
    return key, _value(name, _hint(kind, key), value.strip()) if value.strip() else REMOVED


def _key(name: str) -> Key:
    parts: list[str | int] = []
    at = 0
    while at < len(name):
        match = _KEY.match(name, at)
        if not match:
            return ()
        parts += [match[1]] + ([int(match[2])] if match[2] else [])
        at = match.end()
    return tuple(parts)


def _hint(kind: Any, key: Key) -> Any:
    """The type of the value at ``key``; a text where the records know no such key."""
    for part in key:
        if isinstance(part, int):
            kind = get_args(kind)[0] if get_origin(kind) is tuple else str
        elif hasattr(_record(kind), "_fields"):
            kind = get_type_hints(_record(kind)).get(part, str)
        else:
            return str
    return kind


def _record(kind: Any) -> Any:
    """The record in ``Region | None``; others as they are."""
    return next((option for option in get_args(kind) if hasattr(option, "_fields")), kind)


def _value(name: str, hint: Any, text: str) -> Any:
    if hint == tuple[str, ...] and not text.startswith("["):
        return [part.strip() for part in _BETWEEN.split(text) if part.strip()]
    if get_origin(hint) is not tuple and int not in get_args(hint) and not _is_record(hint):
        return text
    try:
        return tomli.loads(f"value = {text}")["value"]
    except tomli.TOMLDecodeError as error:
        sentence = _("{name}: {text} is not TOML: {why}")
        raise UsageError(sentence.format(name=name, text=repr(text), why=error.msg)) from error


def _is_record(hint: Any) -> bool:
    return hasattr(_record(hint), "_fields")


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
