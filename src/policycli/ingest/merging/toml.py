"""Draft records → TOML for people to go on with, uncertain places marked ``# check:``."""

from collections.abc import Iterable, Mapping
from typing import Any

import tomlkit
from tomlkit.items import Array, InlineTable, Item, Table

from policycli.files import state
from policycli.files.digests import MEASURES, plain
from policycli.ingest.extract.draft import Check, Draft
from policycli.language import _

__all__ = ["CHECK", "changed", "doubted", "measure_text", "notes_of", "policy_text"]

CHECK = "check: "
_SHOWN = 80  # characters of a comment

Notes = Mapping[tuple[str, int], str]


def policy_text(draft: Draft, id: str) -> str:
    """A policy with its measures, as it goes into a catalogue.

    Args:
        draft: What was read.
        id: The one it gets in the catalogue.
    """
    data = plain(draft.policy)
    measures = data.pop("measures", [])
    notes = notes_of(draft.checks, "")
    said = state.line(draft.policy.id, {**data, MEASURES: measures})
    remembered = said if draft.exported is None else ""
    head = _text("[[policies]]", remembered, {**data, "id": id}, notes)
    return "\n".join([head, *(measure_text(measure, draft) for measure in measures)])


def measure_text(data: Mapping[str, Any], draft: Draft) -> str:
    """A measure of a draft, as it goes into a catalogue."""
    notes = notes_of(draft.checks, data["id"])
    remembered = state.line(data["id"], data) if draft.exported is None else ""
    return _text("[[policies.measures]]", remembered, data, notes)


def notes_of(checks: Iterable[Check], measure: str) -> Notes:
    """What is uncertain about one record, in the language of the screen."""
    notes: dict[tuple[str, int], str] = {}
    for check in checks:
        if check.measure == measure:
            place = (check.key, check.item)
            said = _(check.what)
            notes[place] = f"{notes[place]}; {said}" if place in notes else said
    return notes


def _text(header: str, remembered: str, data: Mapping[str, Any], notes: Notes) -> str:
    table = tomlkit.table()
    if remembered:
        table.add(tomlkit.comment(remembered))
    for (key, _at), what in notes.items():
        if key not in data:
            table.add(tomlkit.comment(f"{CHECK}{key}: {what}"))
    for key, value in data.items():
        table.add(key, item(key, value, notes))
    return f"{header}\n{table.as_string()}"


def item(key: str, value: Any, notes: Notes) -> Item:
    """A value as TOML, with what is uncertain about it as comments."""
    made: Item = _item(key, value, notes)
    if (key, -1) in notes:
        made.comment(CHECK + notes[key, -1])
    return made


def _item(key: str, value: Any, notes: Notes) -> Item:
    if isinstance(value, str):
        return tomlkit.string(value, multiline="\n" in value)
    if isinstance(value, dict):
        return _inline(value)
    if isinstance(value, list):
        return _array(key, value, notes)
    number: Item = tomlkit.item(value)
    return number


def _inline(value: Mapping[str, Any]) -> InlineTable:
    table = tomlkit.inline_table()
    table.update(value)
    return table


def _array(key: str, values: list[Any], notes: Notes) -> Array:
    """Texts on one line, tables on a line each."""
    array = tomlkit.array()
    if not any(isinstance(value, dict) for value in values):
        array.extend(values)
        return array
    for at, value in enumerate(values):
        note = notes.get((key, at))
        array.add_line(_inline(value), indent="  ", comment=note and CHECK + note)
    array.add_line(indent="")
    return array


def changed(table: Table, key: str, value: Any, notes: Notes) -> None:
    """Give a field of a record that stands in a file another value; ``None`` takes it out."""
    if value is None:
        table.remove(key)
    elif key in table:
        table[key] = item(key, value, notes)
    else:
        table.append(key, item(key, value, notes))


def doubted(table: Table, key: str, value: Any) -> None:
    """Mark a field that was changed by hand with what the document says now."""
    said = _("nothing") if value is None else _item(key, value, {}).as_string().replace("\n", "")
    said = said if len(said) <= _SHOWN else said[: _SHOWN - 1] + "…"
    what = CHECK + _("the document now says: {value}").format(value=said)
    if key in table:
        table[key].comment(what)
    else:
        table.add(tomlkit.comment(f"{CHECK}{key}: {what.removeprefix(CHECK)}"))
