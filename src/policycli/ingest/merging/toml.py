"""Draft records → TOML for people to go on with, uncertain places marked ``# check:``."""

from collections.abc import Iterable, Mapping
from typing import Any

import tomlkit
from tomlkit.items import Item, Table

from policycli.files import state
from policycli.files.digests import MEASURES, plain
from policycli.files.marks import CHECK, comment
from policycli.files.toml_writer import written
from policycli.ingest.extract.draft import Check, Draft
from policycli.language import _

__all__ = ["changed", "doubted", "measure_text", "notes_by_record", "policy_texts"]


_SHOWN = 80  # characters of a value in a comment

Notes = Mapping[tuple[str, int], str]


def policy_texts(draft: Draft, id: str) -> tuple[str, list[str]]:
    """A policy, and each of its measures, as they go into a catalogue.

    Args:
        draft: What was read.
        id: The one it gets in the catalogue.
    """
    data = plain(draft.policy)
    measures = data.pop("measures", [])
    notes = notes_by_record(draft.checks)
    files = filter(None, [draft.file])
    said = state.line(draft.policy.id, {**data, MEASURES: measures}, files=tuple(files))
    remembered = said if draft.exported is None else ""
    head = _text("[[policies]]", remembered, {**data, "id": id}, notes.get("", {}))
    return head, [measure_text(each, notes.get(each["id"], {}), draft) for each in measures]


def measure_text(data: Mapping[str, Any], notes: Notes, draft: Draft) -> str:
    """A measure of a draft, as it goes into a catalogue, with what is uncertain about it."""
    remembered = state.line(data["id"], data) if draft.exported is None else ""
    return _text("[[policies.measures]]", remembered, data, notes)


def notes_by_record(checks: Iterable[Check]) -> dict[str, Notes]:
    """What is uncertain about each record, by its id, in the language of the screen.

    The policy itself has the empty id; a record without a note is not in it.
    """
    records: dict[str, dict[tuple[str, int], str]] = {}
    for check in checks:
        notes, place = records.setdefault(check.measure, {}), check[1:3]
        said = comment(_(check.what), "" if check.words in notes.get(place, "") else check.words)
        notes[place] = f"{notes[place]}; {said}" if place in notes else said
    return dict(records)


def _text(header: str, remembered: str, data: Mapping[str, Any], notes: Notes) -> str:
    """A record with what is remembered of it, and with comments on what is uncertain."""
    missing = (f"{CHECK}{key}: {what}" for (key, _at), what in notes.items() if key not in data)
    lines = (f"{key} = {_noted(key, value, notes)}" for key, value in data.items())
    comments = (f"# {comment}" for comment in (remembered, *missing) if comment)
    return "\n".join([header, *comments, *lines]) + "\n"


def _noted(key: str, value: Any, notes: Notes) -> str:
    """A value as TOML, with what is uncertain about it as comments."""
    items = {at: CHECK + what for (name, at), what in notes.items() if name == key and at >= 0}
    said = f" # {CHECK}{notes[key, -1]}" if (key, -1) in notes else ""
    return written(value, len(key), items) + said


def _item(key: str, value: Any, notes: Notes) -> Item:
    """The same for a file that is edited."""
    made: Item = tomlkit.parse(f"{key} = {_noted(key, value, notes)}\n")[key]
    return made


def changed(table: Table, key: str, value: Any, notes: Notes) -> None:
    """Give a field of a record that stands in a file another value; ``None`` takes it out."""
    if value is None:
        table.remove(key)
    elif key in table:
        table[key] = _item(key, value, notes)
    else:
        table.append(key, _item(key, value, notes))


def doubted(table: Table, key: str, value: Any) -> None:
    """Mark a field that was changed by hand with what the document says now."""
    said = _("nothing") if value is None else written(value).replace("\n", "")
    said = said if len(said) <= _SHOWN else said[: _SHOWN - 1] + "…"
    what = CHECK + _("the document now says: {value}").format(value=said)
    if key in table:
        table[key].comment(what)
    else:
        table.add(tomlkit.comment(f"{CHECK}{key}: {what.removeprefix(CHECK)}"))
