"""Write the tables of keys in ``docs/records.md`` anew: ``python scripts/records_reference.py``.

They are made from ``records.fields``; what stands around them is written by hand. With ``--check``
nothing is written, and the exit is 1 where the page is behind.
"""

import sys
from pathlib import Path
from typing import Any

from policycli.records.fields import FIELDS, Field
from policycli.records.model import Measure

PAGE = Path(__file__).parents[1] / "docs" / "records.md"
HEAD = "| key | type | meaning | example |\n|---|---|---|---|\n"
TYPES = {
    "list": "list of text",
    "lines": "list of text",
    "paper": "text",
    "amount": "number",
    "steps": "list of step",
    "figures": "list of figure",
    "documents": "list of document",
    "relations": "list of relation",
    "measures": "list of measure",
    "events": "list of event",
    "copies": "list of copy",
}


def table(kind: type[Any]) -> str:
    """The keys of a record, in the order of its class."""
    rows = {row.key: row for row in FIELDS[kind]}
    return HEAD + "".join(line(kind, rows[key]) for key in kind._fields)


def line(kind: type[Any], row: Field) -> str:
    """One key; of the two wordings of a measure either is required."""
    required = row.key not in kind._field_defaults
    either = kind is Measure and row.key in ("summary", "text")
    key = f"**{row.key}**" if required or either else row.key
    code = (row.codes or row.key) if row.kind == "code" else ""
    form = row.written or code or TYPES.get(row.kind, row.kind)
    example = f"`{row.example}`" if row.example else ""
    return f"| {key} | {form} | {row.meaning} | {example} |".replace("|  |", "| |") + "\n"


def written(page: str) -> str:
    """The page with all tables as they should be."""
    for kind in FIELDS:
        head, title, below = page.partition(f"## {kind.__name__}\n")
        before, _key, rest = below.partition("| key |")
        _old, end, after = rest.partition("\n\n")
        page = head + title + before + table(kind).rstrip() + end + after
    return page


def main() -> int:
    """Write or check the page."""
    before = PAGE.read_text("utf-8")
    after = written(before)
    if "--check" in sys.argv:
        return int(before != after)
    PAGE.write_text(after, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
