"""Catalogues in JSON Lines, for bulk: one policy or problem a line, read line by line."""

import json
from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Any

from policycli.files.encoding import decode
from policycli.files.faults import NOT_JSON, Faults, shown, spell
from policycli.files.formats import Contents
from policycli.files.places import Locate
from policycli.files.validate import Seen, check_id, read_either
from policycli.language import _
from policycli.records.model import Policy, Problem

__all__ = ["locate", "read"]


def read(path: str) -> Contents:
    """The records of a JSON Lines file as they are read, up to the first fault; it has no others.

    Going through the records raises a ``CatalogueError`` with every fault of the file, at its end:
    what came before is not to be used either. It raises an ``OSError`` where it cannot be read.
    """
    return Contents(_records(path), {})


def _records(path: str) -> Iterator[Policy | Problem]:
    faults = Faults(path)
    seen: Seen = {}
    with open(path, "rb") as file:
        for line, raw in enumerate(file, 1):
            if raw.isspace():
                continue
            record = _record(decode(raw, line, faults), line, seen, faults)
            if record and not faults.count:
                yield record
    if faults.count:
        raise faults.error()


def locate(raw: bytes) -> Locate:
    """The lines of a file that could be read, one a record."""
    numbers = [n for n, line in enumerate(raw.split(b"\n"), 1) if line.strip()]
    return lambda number, key: (numbers[number], spell(key))


def _record(text: str, line: int, seen: Seen, faults: Faults) -> Policy | Problem | None:
    note = partial(faults.add, line=line)
    try:
        data = json.loads(text.strip(), object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        what = _("not JSON: {why} (column {column})")
        note((), what.format(why=error.msg, column=error.colno), NOT_JSON)
        return None
    except (ValueError, RecursionError) as error:  # beyond the parser's limits, or a key twice
        note((), _("not JSON: {why}").format(why=error), NOT_JSON)
        return None
    check_id(seen, data, _("line {n}").format(n=line), (), note)
    return read_either(data, (), note)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A table; of two values for one key, JSON would silently drop the first."""
    table = dict(pairs)
    if len(table) < len(pairs):
        twice, _count = Counter(key for key, _value in pairs).most_common(1)[0]
        raise ValueError(_("the key {key} is there twice").format(key=shown(twice)))
    return table
