"""Write ``docs/records.schema.json`` from the records: ``python scripts/json_schema.py``.

It describes a TOML catalogue; ``#/$defs/Policy`` and ``Problem`` are lines of JSON Lines. Editors
with TOML support complete and check by it. With ``--check`` nothing is written, and the exit is 1
where the file is behind.
"""

import json
import sys
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from policycli.records import model

PAGE = Path(__file__).parents[1] / "docs" / "records.schema.json"
DATE = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
PATTERNS = {
    "id": "[a-z0-9][a-z0-9-]*",
    "date": DATE,
    "in_force_from": DATE,
    "in_force_until": DATE,
    "retrieved": DATE,
    "received": DATE,
    "due": DATE,
    "period": f"{DATE}|{DATE}/({DATE})?|/{DATE}",
    "code": "[0-9]{6}",
    "instrument": "PI[0-9]{3}",
}
LARGEST = 10**15
WORDS = {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": r"\S"}}


def schema() -> dict[str, Any]:
    """The schema of a whole TOML catalogue."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "policycli catalogue",
        "description": "Policies, measures, problems, words; docs/records.md explains every key.",
        "type": "object",
        "properties": {
            "policies": {"type": "array", "items": {"$ref": "#/$defs/Policy"}},
            "problems": {"type": "array", "items": {"$ref": "#/$defs/Problem"}},
            "synonyms": {"type": "object", "additionalProperties": WORDS},
        },
        "additionalProperties": False,
        "$defs": {kind.__name__: record(kind) for kind in model.RECORDS},
    }


def record(kind: Any) -> dict[str, Any]:
    """The schema of one sort of record."""
    hints = get_type_hints(kind)
    required = [name for name in kind._fields if name not in kind._field_defaults]
    found = {
        "type": "object",
        "properties": {name: value(name, hints[name], name in required) for name in kind._fields},
        "required": required,
        "additionalProperties": False,
    }
    if kind is model.Measure:
        found["oneOf"] = [{"required": ["summary"]}, {"required": ["text"]}]
    return found


def value(name: str, hint: Any, required: bool) -> dict[str, Any]:
    """The schema of a value that an annotation allows."""
    if get_origin(hint) is tuple:
        return {"type": "array", "items": value(name, get_args(hint)[0], required=True)}
    choices = words(hint)
    if choices:
        return {"enum": choices}
    options = [option for option in get_args(hint) or (hint,) if option is not NoneType]
    if options == [str]:
        return text(name, required)
    if options == [int]:
        return {"type": "integer", "minimum": 1, "maximum": 5}
    if int in options:
        return {"type": "number", "exclusiveMinimum": -LARGEST, "exclusiveMaximum": LARGEST}
    return {"$ref": f"#/$defs/{options[0].__name__}"}


def text(name: str, required: bool) -> dict[str, Any]:
    """A text; one that may be left out may be empty as well."""
    pattern = PATTERNS.get(name)
    if pattern:
        whole = pattern if required else rf"{pattern}|\s*"
        return {"type": "string", "pattern": f"^({whole})$"}
    return {"type": "string", "pattern": r"\S"} if required else {"type": "string"}


def words(hint: Any) -> list[str]:
    """The texts that an annotation lists, if it does."""
    if get_origin(hint) is Literal:
        return list(get_args(hint))
    return [word for option in get_args(hint) for word in words(option)]


def main() -> int:
    """Write or check the file."""
    after = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    if "--check" in sys.argv:
        return int(not PAGE.exists() or PAGE.read_text("utf-8") != after)
    PAGE.write_text(after, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
