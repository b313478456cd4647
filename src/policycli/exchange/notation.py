"""How the values of records stand in cells, and what cells say.

Every notation is made for readers. Where what it writes would not be read as the same value (a
list whose items hold its separators, marks that steer a screen), the value is written as JSON.
"""

import json
import re
from collections.abc import Callable
from functools import cache, partial
from typing import Any, NamedTuple

from policycli import codes, labels
from policycli.records.fields import Field
from policycli.records.model import Step, from_dict
from policycli.text.dates import iso
from policycli.text.sanitize import clean

__all__ = ["TEXT", "Notation", "notation"]

_SEPARATORS = re.compile(r"[、；;]|，\s*|, ")
_NUMBERED = re.compile(r"[0-9]+[.．、]\s*")
_LABEL = re.compile(r"：|: ")


class Notation(NamedTuple):
    """A way to write values.

    Attributes:
        mark: What JSON of such a value begins with.
    """

    write: Callable[[Any], str]
    read: Callable[[str], Any]
    mark: str = "["

    def cell(self, value: Any) -> str:
        """What a cell says of ``value``, plain data of a record; empty for nothing."""
        if value in ("", None, []):
            return ""
        text = clean(self.write(value))
        return text if self.value(text) == value else _json(value)

    def value(self, cell: str) -> Any:
        """The value that a cell tells, which may be none that a record can have."""
        if cell.startswith(self.mark):
            try:
                return json.loads(cell)
            except (ValueError, RecursionError):  # none, or nested more deeply than is read
                pass
        return self.read(cell)


def _json(value: Any) -> str:
    """JSON in which nothing steers a screen."""
    text = json.dumps(value, ensure_ascii=False)
    return "".join(char if clean(char) == char else f"\\u{ord(char):04x}" for char in text)


def _same(text: str) -> str:
    return text


def _number(cell: str) -> int | float | str:
    """A number; what is none stays as it is, for the rules of records to tell."""
    for kind in (int, float):
        try:
            return kind(cell.replace(",", ""))
        except ValueError:
            continue
    return cell


def _coded(key: str) -> Notation:
    """The codes of a key, by their names in either language."""
    return Notation(partial(labels.coded, key), partial(codes.meant, key), '"')


def _lines(cell: str) -> list[str]:
    return [line for line in cell.split("\n") if line.strip()]


def _joined(items: list[str]) -> str:
    """In one line, or where an item holds a separator, one a line."""
    separated = any(_SEPARATORS.search(item) for item in items)
    return "\n".join(items) if separated else labels.join(items)


def _items(cell: str) -> list[str]:
    parts = _lines(cell) if "\n" in cell else _SEPARATORS.split(cell)
    return [part.strip() for part in parts if part.strip()]


def _steps(steps: list[dict[str, str]]) -> str:
    return "\n".join(labels.steps(from_dict(Step, step) for step in steps))


def _step(line: str) -> dict[str, str]:
    told = _NUMBERED.sub("", line.strip(), count=1)
    parts = _LABEL.split(told, maxsplit=1)
    return {"action": parts[1], "actor": parts[0]} if len(parts) > 1 else {"action": told}


def _relations(relations: list[dict[str, str]]) -> str:
    return "\n".join(f"{labels.relation(each['type'])} {each['target']}" for each in relations)


def _relation(line: str) -> dict[str, str]:
    """What it is, by the longest name that the line begins with, then to which paper."""
    kinds = codes.RELATIONS.items()
    names = {word.lower(): code for code, both in kinds for word in (code, *both)}
    told = line.strip()
    fits = [name for name in names if told.lower().startswith(f"{name} ")]
    name = max(fits, key=len, default="")
    kind = names[name] if name else told.partition(" ")[0]
    return {"type": kind, "target": told[len(name) :].strip() if name else told.partition(" ")[2]}


TEXT = Notation(_same, _same, '"')
NUMBER = Notation(str, _number, '"')
DATE = Notation(_same, lambda cell: iso(cell) or cell, '"')
LIST = Notation(_joined, _items)
THEMES = Notation(_joined, lambda cell: [codes.meant("theme", each) for each in _items(cell)])
LINES = Notation("\n".join, _lines)
STEPS = Notation(_steps, lambda cell: [_step(line) for line in _lines(cell)])
RELATIONS = Notation(_relations, lambda cell: [_relation(line) for line in _lines(cell)])
OP = Notation(
    lambda op: labels.op(op).strip(), lambda cell: codes.SIGNS.get(cell.strip(), cell), '"'
)
_KINDS = {
    "amount": NUMBER,
    "number": NUMBER,
    "date": DATE,
    "list": LIST,
    "lines": LINES,
    "steps": STEPS,
    "relations": RELATIONS,
}


@cache
def notation(field: Field) -> Notation:
    """How the values of a key stand in a cell."""
    if field.kind == "code":
        return OP if field.key == "op" else _coded(field.codes or field.key)
    return THEMES if field.key == "themes" else _KINDS.get(field.kind, TEXT)
