"""Plain data → records: every fault is noted, none stops the reading.

The records themselves say what is expected: readers are made from their annotations, so a field
added to ``model`` is read, checked and required without a word here. (Pydantic would do this too,
for 200 ms of start-up and a translation of each of its messages.)
"""

import datetime
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import NoneType
from typing import Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

from policycli.files import faults
from policycli.files.faults import Key, Note, shown
from policycli.files.formats import Contents
from policycli.files.rules import RULES, TextRule
from policycli.language import _
from policycli.records.model import Measure, Policy, Problem, Rating

__all__ = ["Seen", "check_id", "read_catalogue", "read_contents", "read_either", "read_record"]
__all__ += ["read_records"]

T = TypeVar("T")

Reader = Callable[[object, Key, Note], object]

Seen = dict[str, str]
"""Ids that were met, each with the place where it was, in words."""

_LARGEST = 10**15


_LISTS: Mapping[str, Any] = {"policies": Policy, "problems": Problem}
_SYNONYMS = "synonyms"


def read_either(data: object, key: Key, note: Note) -> Policy | Problem | None:
    """The record that ``data`` holds; whenever something was noted, it is not to be used.

    Args:
        data: What a parser of JSON made of one policy or problem: whichever it has more keys of.
        key: Where ``data`` stands, to begin the keys of faults with.
        note: Told of every fault.
    """
    keys = data.keys() if isinstance(data, dict) else ()
    kind = max(_LISTS.values(), key=lambda kind: len(set(kind._fields).intersection(keys)))
    return cast("Policy | Problem | None", _record(kind)(data, key, note))


def read_records(data: Mapping[str, object], note: Note) -> tuple[Policy | Problem, ...]:
    """The records that the whole of a TOML file holds, policies first; see ``read_either``."""
    return tuple(read_contents(data, note).records)


def read_contents(data: Mapping[str, object], note: Note) -> Contents:
    """What the whole of a TOML file holds; arguments as of ``read_either``."""
    for name in data:
        if name not in (known := (*_LISTS, _SYNONYMS)):
            note((name,), _unknown_key(name, known), faults.UNKNOWN_KEY)
    synonyms = _synonyms(data.get(_SYNONYMS, {}), note)
    seen: Seen = {}
    records: list[Policy | Problem] = []
    for name, kind in _LISTS.items():
        found = _list(_record(kind), seen)(data.get(name, []), (name,), note)
        records += cast("tuple[Policy | Problem, ...]", found or ())
    return Contents(records, synonyms)


def _synonyms(table: object, note: Note) -> dict[str, tuple[str, ...]]:
    if type(table) is not dict:
        note((_SYNONYMS,), _wrong_type(_("a table"), table), faults.WRONG_TYPE)
        return {}
    words = _list(_text(None, required=True))
    found = {word: words(value, (_SYNONYMS, word), note) for word, value in table.items()}
    for word, value in found.items():
        if not word.strip() or value == ():
            note((_SYNONYMS, word), _("is empty"), faults.EMPTY)
    return cast("dict[str, tuple[str, ...]]", found)


def read_record(kind: type[T], data: object, note: Note) -> T | None:
    """The record of some kind that the whole of a file holds; see ``read_either``."""
    return cast("T | None", _record(cast("Any", kind))(data, (), note))


def read_catalogue(data: Mapping[str, object], note: Note) -> tuple[Policy, ...]:
    """The policies alone."""
    return tuple(record for record in read_records(data, note) if isinstance(record, Policy))


def check_id(seen: Seen, data: object, place: str, key: Key, note: Note) -> None:
    """Note a table whose id was met before; remember others with ``place``, where they stand."""
    name = data.get("id") if isinstance(data, dict) else None
    if isinstance(name, str) and seen.setdefault(name, place) != place:
        what = _("{id} is already the id of {first}")
        note((*key, "id"), what.format(id=shown(name), first=seen[name]), faults.DUPLICATE_ID)


@cache
def _record(kind: type[Any]) -> Reader:
    """Reads a table into a record of ``kind``."""
    required = kind._fields[: len(kind._fields) - len(kind._field_defaults)]
    hints = get_type_hints(kind)
    readers = {name: _field(name, hints[name], name in required) for name in kind._fields}

    def read(data: object, key: Key, note: Note) -> object:
        if type(data) is not dict:
            note(key, _wrong_type(_("a table"), data), faults.WRONG_TYPE)
            return None
        values = {}
        for name, value in data.items():
            if name in readers:
                values[name] = readers[name](value, (*key, name), note)
            else:
                note((*key, name), _unknown_key(name, readers), faults.UNKNOWN_KEY)
        missing = [name for name in required if name not in values]
        for name in missing:
            note((*key, name), _("is missing"), faults.MISSING_KEY)
        if kind in _CHECKS:
            _CHECKS[kind](data, key, note)
        return None if missing else kind(**values)

    return read


def _field(name: str, hint: object, required: bool) -> Reader:
    if get_origin(hint) is tuple:
        return _list(_field(name, get_args(hint)[0], required=True))
    choices = _choices(hint)
    if choices:
        return _choice(choices)
    options = [option for option in get_args(hint) or (hint,) if option is not NoneType]
    if options == [str]:
        return _text(RULES.get(name), required)
    return _number if int in options else _record(options[0])


def _choices(hint: object) -> tuple[str, ...]:
    if get_origin(hint) is Literal:
        return get_args(hint)
    return tuple(choice for option in get_args(hint) for choice in _choices(option))


def _list(item: Reader, seen: Seen | None = None) -> Reader:
    """Reads a list; ids in it are told apart from those in ``seen`` too."""

    def read(value: object, key: Key, note: Note) -> object:
        if type(value) is not list:
            note(key, _wrong_type(_("a list"), value), faults.WRONG_TYPE)
            return None
        met: Seen = {} if seen is None else seen
        for n, one in enumerate(value):
            check_id(met, one, f"{key[-1]}[{n}]", (*key, n), note)
        return tuple([item(one, (*key, n), note) for n, one in enumerate(value)])

    return read


def _text(rule: TextRule | None, required: bool) -> Reader:
    def read(value: object, key: Key, note: Note) -> object:
        if type(value) is datetime.date and rule:
            value = value.isoformat()  # TOML has dates of its own
        if type(value) is not str:
            note(key, _wrong_type(_("text"), value), faults.WRONG_TYPE)
        elif not value.strip():
            if required:
                note(key, _("is empty"), faults.EMPTY)
        elif half := _not_unicode(value):
            note(key, half, faults.BAD_TEXT)
        elif rule and (wrong := rule(value)):
            note(key, wrong.format(value=shown(value)), rule.rule)
        return value

    return read


def _choice(choices: tuple[str, ...]) -> Reader:
    def read(value: object, key: Key, note: Note) -> object:
        if type(value) is not str:
            note(key, _wrong_type(_("text"), value), faults.WRONG_TYPE)
        elif value not in choices:
            allowed = ", ".join(filter(None, choices))
            what = _("{value} is not one of {choices}")
            note(key, what.format(value=shown(value), choices=allowed), faults.UNKNOWN_VALUE)
        return value

    return read


def _number(value: object, key: Key, note: Note) -> object:
    if isinstance(value, bool) or not isinstance(value, int | float):
        note(key, _wrong_type(_("a number"), value), faults.WRONG_TYPE)
    elif not -_LARGEST < value < _LARGEST:  # nan and the infinities are not either
        note(key, _("must be a finite number of at most 15 digits"), faults.BAD_NUMBER)
    return value


def _check_wording(measure: dict[str, object], key: Key, note: Note) -> None:
    given = [name for name in ("summary", "text") if str(measure.get(name, "")).strip()]
    if not given:
        note(key, _("needs one of summary and text"), faults.WORDING)
    elif len(given) > 1:
        note(key, _("has both summary and text: keep one"), faults.WORDING)


def _check_state(problem: dict[str, object], key: Key, note: Note) -> None:
    """Its state and the last of its events say the same."""
    events = problem.get("events")
    last = events[-1] if type(events) is list and events else None
    said = last.get("state") if isinstance(last, dict) else None
    state = problem.get("state", Problem._field_defaults["state"])
    if said and said != state:
        what = _("is {state}, but the last event says {said}")
        note((*key, "state"), what.format(state=state, said=said), faults.STATE)


def _check_score(rating: dict[str, object], key: Key, note: Note) -> None:
    score = rating.get("score", 1)
    if type(score) is float or (type(score) is int and not 1 <= score <= 5):
        note((*key, "score"), _("must be a whole number from 1 to 5"), faults.BAD_SCORE)


_CHECKS: Mapping[type[Any], Callable[[dict[str, object], Key, Note], None]] = {
    Measure: _check_wording,
    Problem: _check_state,
    Rating: _check_score,
}
"""What the values of a record have to do with each other."""


def _not_unicode(value: str) -> str:
    """JSON can spell half a character, which nothing can write out again."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return _("has half a character (a lone surrogate)")
    return ""


def _unknown_key(name: str, known: Iterable[str]) -> str:
    from rapidfuzz import fuzz, process  # only where there is a fault

    near = process.extractOne(name, list(known), scorer=fuzz.ratio, score_cutoff=60)
    if near:
        return _("unknown key; did you mean {near}?").format(near=near[0])
    return _("unknown key")


def _wrong_type(expected: str, value: object) -> str:
    names = {
        bool: _("true or false"),
        int: _("a number"),
        float: _("a number"),
        str: _("text"),
        list: _("a list"),
        dict: _("a table"),
        NoneType: _("null"),
        datetime.date: _("a date"),
    }
    got = names.get(type(value), _("a time"))
    return _("must be {expected}, not {got}").format(expected=expected, got=got)
