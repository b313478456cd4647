"""Changes one record in its file, and leaves everything else in it as it is.

TOML keeps its remarks, its order and its way of writing; of JSON Lines only the record's own line
is written anew. A change that would make a fault is not written at all.
"""

import json
import operator
import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

import tomli
import tomlkit
from tomlkit.items import AoT, Item, Table

from policycli.errors import CatalogueError, UsageError
from policycli.files.faults import spell
from policycli.files.places import nearest, places
from policycli.files.read import read
from policycli.files.write import write
from policycli.language import _
from policycli.records.model import Measure, Policy

__all__ = ["Found", "change", "find", "parse_changes"]

_KEY = re.compile(r"(\w+)(?:\[(\d+)\])?(?:\.|$)")
_BETWEEN = re.compile(r"[、,，;；]")
_REMOVED = object()

Key = tuple[str | int, ...]
Changes = Mapping[Key, Any]


class Found(NamedTuple):
    """A record in its file.

    Attributes:
        path: The file.
        policy: Number of the policy in its file.
        measure: Number of the measure in its policy; ``None`` for the policy itself.
        line: Where the record begins, from 1.
    """

    path: str
    policy: int
    measure: int | None
    line: int


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
                    return Found(path, number, measure, _line(path, raw, number, measure))
    return None


def _line(path: str, raw: bytes, number: int, measure: int | None) -> int:
    if _is_lines(path):
        return [n for n, line in enumerate(raw.split(b"\n"), 1) if line.strip()][number]
    key: Key = (
        ("policies", number) if measure is None else ("policies", number, "measures", measure)
    )
    return nearest(places(raw.decode("utf-8-sig")), key)


def _is_lines(path: str) -> bool:
    return path.lower().endswith(".jsonl")


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
    return key, _value(name, _hint(kind, key), value.strip()) if value.strip() else _REMOVED


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
    changed = _in_lines if _is_lines(found.path) else _in_toml
    content = changed(raw, found, changes)
    before, after = list(read(found.path)), _checked(found.path, content)
    if sum(map(operator.ne, before, after)) > 1 or len(before) != len(after):  # tomlkit slipped
        sentence = _("{path} is written in an unusual way; change it by hand")
        raise UsageError(sentence.format(path=found.path))
    if content != raw:
        write(found.path, content, force=True)
    return before[found.policy], after[found.policy]


def _checked(path: str, content: bytes) -> list[Policy]:
    """The policies of a file as it is going to be."""
    with tempfile.TemporaryDirectory(prefix="policy-") as folder:
        copy = os.path.join(folder, os.path.basename(path))
        with open(copy, "wb") as file:
            file.write(content)
        try:
            return list(read(copy))
        except CatalogueError as error:
            faults = [fault._replace(path=path) for fault in error.faults]
            raise CatalogueError(faults) from error


def _in_toml(raw: bytes, found: Found, changes: Changes) -> bytes:
    mark = b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b""
    document = tomlkit.parse(raw.decode("utf-8-sig"))
    policy: Any = document["policies"]
    _apply(_target(policy[found.policy], found), changes)
    return mark + tomlkit.dumps(document).encode()


def _in_lines(raw: bytes, found: Found, changes: Changes) -> bytes:
    lines = raw.split(b"\n")
    line = lines[found.line - 1]
    data = json.loads(line.decode("utf-8-sig"))
    _apply(_target(data, found), changes)
    end = b"\r" if line.endswith(b"\r") else b""
    lines[found.line - 1] = json.dumps(data, ensure_ascii=False, default=str).encode() + end
    return b"\n".join(lines)


def _target(policy: Any, found: Found) -> Any:
    return policy if found.measure is None else policy["measures"][found.measure]


def _apply(record: Any, changes: Changes) -> None:
    for key, value in changes.items():
        holder = _holder(record, key)
        if value is _REMOVED:
            _remove(holder, key[-1])
        else:
            _put(holder, key[-1], value)


def _holder(record: Any, key: Key) -> Any:
    """The table or list that has the last part of ``key``, made where a table is missing."""
    for at, part in enumerate(key[:-1]):
        if isinstance(part, str) and part not in record and isinstance(key[at + 1], str):
            record[part] = tomlkit.inline_table() if _is_toml(record) else {}
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


def _is_toml(record: Any) -> bool:
    return isinstance(record, Item)


def _remove(holder: Any, name: str | int) -> None:
    if isinstance(name, int) or name in holder:
        del holder[name]


def _put(holder: Any, name: str | int, value: Any) -> None:
    """Set a value; a new key of a TOML table follows the others, before the blank line."""
    if not _is_toml(holder):
        holder[name] = value
        return
    item = _item(value, multiline=isinstance(holder, Table))
    last = _last_key(holder) if isinstance(name, str) and name not in holder else None
    if last is None:
        holder[name] = item
    else:
        holder.value._insert_after(last, name, item)


def _last_key(holder: Any) -> Any:
    """Of a table on lines of its own the last key that is no table itself."""
    if not isinstance(holder, Table):
        return None
    simple = [key for key, item in holder.value.body if key and not isinstance(item, Table | AoT)]
    return simple[-1] if simple else None


def _item(value: Any, *, multiline: bool) -> Any:
    """A value as TOML is best read: tables on one line each, long texts over several."""
    if isinstance(value, dict):
        table = tomlkit.inline_table()
        for name, inner in value.items():
            table[name] = _item(inner, multiline=False)
        return table
    if isinstance(value, list):
        array = tomlkit.array().multiline(any(isinstance(inner, dict) for inner in value))
        for inner in value:
            array.append(_item(inner, multiline=False))
        return array
    if isinstance(value, str) and "\n" in value and multiline:
        return tomlkit.string(value, multiline=True)
    return tomlkit.item(value)
