"""Write ``docs/schemas`` from the classes of results: ``python scripts/output_schemas.py``.

Each describes what ``policy COMMAND --json`` writes; ``#/$defs/result`` is a line of
``-f jsonl``. Keys may be added, so none is forbidden. With ``--check`` nothing is written, and the
exit is 1 where a file is behind, missing or left over.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from types import NoneType, UnionType
from typing import (
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from policycli.render.json import SCHEMA
from policycli.views.answers import ANSWERS, Row
from policycli.views.file_rows import Manifest, ManifestSource

FOLDER = Path(__file__).parents[1] / "docs" / "schemas"
DRAFT = "https://json-schema.org/draft/2020-12/schema"
SIMPLE: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    NoneType: {"type": "null"},
}
HEAD: dict[str, Any] = {
    "schema": {"const": SCHEMA},
    "command": {"type": "string"},
    "query": {"anyOf": [{"type": ["string", "null"]}, {"type": "array", "items": SIMPLE[str]}]},
    "total": {"type": "integer", "minimum": 0},
    "truncated": {"type": "boolean"},
}


def schemas() -> dict[str, dict[str, Any]]:
    """A schema for every command, by its name; the sorts of ``list`` are one."""
    commands = {name: _command(name) for name in ANSWERS}
    made = {command: schema(command) for command in dict.fromkeys(commands.values())}
    return made | {"manifest": manifest()}


def manifest() -> dict[str, Any]:
    """What stands beside a file that was written."""
    return {
        "$schema": DRAFT,
        "title": "FILE.manifest.json, of --manifest",
        **record((Manifest,)),
        "$defs": {"ManifestSource": record((ManifestSource,))},
    }


def _command(name: str) -> str:
    return "list" if name.startswith("list ") else name


def schema(command: str) -> dict[str, Any]:
    """What a command writes."""
    answers = [answer for name, answer in ANSWERS.items() if _command(name) == command]
    rows = [record(row) for answer in answers for row in answer.rows]
    beside = record(answers[0].extra)
    every = [row for answer in answers for row in (*answer.rows, answer.extra)]
    kinds = dict.fromkeys(kind for row in every for kind in row)
    return {
        "$schema": DRAFT,
        "title": f"policy {command} --json",
        "type": "object",
        "properties": {
            **HEAD,
            "command": {"const": command},
            **beside["properties"],
            "results": {"type": "array", "items": {"$ref": "#/$defs/result"}},
        },
        "required": [*HEAD, *beside["required"], "results"],
        "$defs": {
            "result": rows[0] if len(rows) == 1 else {"anyOf": rows},
            **{kind.__name__: record((kind,)) for kind in sorted(_inside(kinds), key=_name)},
        },
    }


def record(row: Row) -> dict[str, Any]:
    """An object with the keys of several classes; of the same key the last one counts."""
    properties: dict[str, Any] = {}
    required: dict[str, None] = {}
    for kind in row:
        for key, hint in get_type_hints(kind).items():
            properties.pop(key, None)
            properties[key] = value(hint)
            if _always(kind, key):
                required[key] = None
    return {"type": "object", "properties": properties, "required": list(required)}


def _always(kind: Any, key: str) -> bool:
    """Whether a key is always there; of records those are left out that are empty."""
    if is_typeddict(kind):
        return key in kind.__required_keys__
    return key not in kind._field_defaults


def value(hint: Any) -> dict[str, Any]:
    """The schema of what an annotation allows."""
    if hint is Any:
        return {}
    origin, inner = get_origin(hint), get_args(hint)
    if origin is None:
        return SIMPLE.get(hint) or {"$ref": f"#/$defs/{hint.__name__}"}
    if origin is Literal:
        return {"enum": list(inner)}
    if origin in (Union, UnionType):
        return {"anyOf": list(map(value, inner))}
    if origin in (list, tuple):
        return {"type": "array", "items": value(inner[0])}
    return {"type": "object", "additionalProperties": value(inner[-1])}


def _inside(kinds: Iterable[Any]) -> set[Any]:
    """The classes that stand in the keys of others, at any depth."""
    found: set[Any] = set()
    waiting = [hint for kind in kinds for hint in get_type_hints(kind).values()]
    while waiting:
        hint = waiting.pop()
        waiting += get_args(hint)
        if (is_typeddict(hint) or hasattr(hint, "_fields")) and hint not in found:
            found.add(hint)
            waiting += get_type_hints(hint).values()
    return found


def _name(kind: Any) -> str:
    return str(kind.__name__)


def main() -> int:
    """Write or check the files."""
    texts = {
        FOLDER / f"{name.replace(' ', '-')}.json": json.dumps(each, ensure_ascii=False, indent=1)
        + "\n"
        for name, each in schemas().items()
    }
    there = {path: path.read_text("utf-8") for path in FOLDER.glob("*.json")}
    if "--check" in sys.argv:
        return int(there != texts)
    FOLDER.mkdir(exist_ok=True)
    for path in there.keys() - texts.keys():
        path.unlink()
    for path, text in texts.items():
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
