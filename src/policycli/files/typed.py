"""From ``key=value`` as it was typed to the values of a record: in either language."""

import re
from collections.abc import Iterable
from typing import Any, get_args, get_origin, get_type_hints

import tomli

from policycli import labels
from policycli.codes import CODES, SIGNS, chosen, meant, wordings
from policycli.errors import UsageError
from policycli.files.changing import REMOVED, Key
from policycli.files.faults import shown
from policycli.language import _
from policycli.records.fields import FIELDS, Field
from policycli.text.dates import iso

__all__ = ["parse_changes", "row_of"]

_PART = re.compile(r"([^\[\].]+)(?:\[(\d+)\])?(?:\.|$)")
_BETWEEN = re.compile(r"[、,，;；]")


def parse_changes(kind: type[Any], words: Iterable[str]) -> dict[Key, Any]:
    """``key=value`` words as the values of a record of a kind.

    A key may go deeper, as in ``source.url`` or ``figures[0].value``, and may be called as on the
    screen (``牵头``, ``指标[0].数值``). Texts stand for themselves; codes and regions may be named
    (``供给端``), dates written as people do; lists are ``甲、乙`` or TOML such as ``["甲", "乙"]``,
    other values are TOML. No value at all takes the key away.

    Raises:
        UsageError: A word has no ``=`` or no such key can be, or a value cannot be read.
    """
    return dict(_parse(kind, word) for word in words)


def row_of(kind: type[Any], name: str) -> Field | None:
    """The row of a key of a record of a kind, as ``parse_changes`` takes it; ``None``: of none."""
    return _key(kind, name)[2]


def _parse(kind: type[Any], word: str) -> tuple[Key, Any]:
    name, equals, value = word.partition("=")
    key, hint, row = _key(kind, name.strip())
    if not equals or not key:
        sentence = _("{word} is not a change: write key=value, as in status=repealed")
        raise UsageError(sentence.format(word=repr(word)))
    if key == ("id",):
        raise UsageError(_("an id never changes, since others refer to it"))
    value = value.strip()
    return key, _value(name.strip(), hint, row, value) if value else REMOVED


def _key(kind: Any, name: str) -> tuple[Key, Any, Field | None]:
    """A key, the type of its value (a text where records know no such key), and its row."""
    parts: list[str | int] = []
    row = None
    at = 0
    while at < len(name):
        match = _PART.match(name, at)
        if not match:
            return (), str, None
        row = _row(kind, match[1])
        parts.append(row.key if row else match[1])
        kind = get_type_hints(kind)[row.key] if row else str
        if match[2]:
            parts.append(int(match[2]))
            kind = get_args(kind)[0] if get_origin(kind) is tuple else str
        at = match.end()
        if at < len(name):
            kind = _record(kind)
    return tuple(parts), kind, row


def _row(kind: Any, name: str) -> Field | None:
    """The row of a key of a record, by the key or by what it is called in either language."""
    wanted = name.strip().lower()
    rows = FIELDS.get(kind, ())
    exact = (row for row in rows if row.key == wanted)
    called = (row for row in rows if wanted in (row.en.lower(), row.zh))
    return next(exact, None) or next(called, None)


def _record(kind: Any) -> Any:
    """The record in ``Region | None``; others as they are."""
    return next((option for option in get_args(kind) if option in FIELDS), kind)


def _value(name: str, hint: Any, row: Field | None, text: str) -> Any:
    if hint == tuple[str, ...] and not text.startswith("["):
        items = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
        return [meant("theme", item) for item in items] if _is(row, "themes") else items
    if _is(row, "region") and not text.startswith("{"):
        return _region(text)
    if get_origin(hint) is not tuple and int not in get_args(hint) and _record(hint) not in FIELDS:
        return _text(row, text)
    try:
        return tomli.loads(f"value = {text}")["value"]
    except (ValueError, RecursionError) as error:  # beyond the parser's limits too
        sentence = _("{name}: {text} is not TOML: {why}")
        why = error.msg if isinstance(error, tomli.TOMLDecodeError) else error
        raise UsageError(sentence.format(name=name, text=shown(text), why=why)) from error


def _is(row: Field | None, key: str) -> bool:
    return row is not None and row.key == key


def _text(row: Field | None, text: str) -> str:
    if row and row.kind == "date":
        sides = [iso(side) or side for side in text.split("/")]
        return iso(text) or "/".join(sides)
    if row and row.key == "op":
        return SIGNS.get(text, text)
    if row and (row.codes or row.key) in CODES:
        return _code(row, text)
    return text


def _code(row: Field, text: str) -> str:
    """The code that is meant, by its name or a part of it that no other has.

    For keys that take other texts too these stay as they are.
    """
    key = row.codes or row.key
    codes = CODES[key]
    code = meant(key, text)
    if code in codes or row.written == "text":
        return code
    holding = [each for each in codes if any(text in one for one in wordings(key, each))]
    if len(holding) == 1:
        return holding[0]
    if row.written:
        return text
    sentence = _("{value} is not a value of {name}; write one of: {known}")
    known = labels.join(chosen(key, each) for each in codes)
    name = labels.name(row)
    name = name if name == row.key else f"{name} ({row.key})"
    raise UsageError(sentence.format(value=repr(text), name=name, known=known))


def _region(text: str) -> dict[str, str]:
    """The region with a name or a code."""
    from policycli.text.divisions import find

    found = find(text)
    if len(found) == 1:
        return {"code": found[0].code, "name": found[0].name, "name_en": found[0].english[0]}
    if not found:
        raise UsageError(_("no region is called {name}; give its code").format(name=repr(text)))
    sentence = _("{name} may be any of these regions; give a code: {known}")
    known = labels.join(chosen("region", each.code) for each in found)
    raise UsageError(sentence.format(name=repr(text), known=known))
