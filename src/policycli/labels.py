"""The names that codes have on the screen, and how values are written there."""

from collections.abc import Callable, Iterable, Mapping
from time import strftime
from typing import Any

from policycli.codes import CODES, INSTRUMENTS, INVERSES, name_of
from policycli.language import N_, _, chinese, pick
from policycli.records.fields import Field, named, rows
from policycli.records.model import Figure, Measure, Policy, Problem, Record, Region, Step
from policycli.text.quotes import quoted
from policycli.text.regions import short_name
from policycli.tuples import NamedTuple

__all__ = [
    "amount",
    "called",
    "coded",
    "end",
    "field",
    "figure",
    "heading",
    "how",
    "indicator",
    "instrument",
    "inverse",
    "join",
    "kind",
    "level",
    "marked",
    "name",
    "op",
    "region",
    "relation",
    "role",
    "short",
    "status",
    "steps",
    "theme",
    "title",
    "value",
    "whole",
]

_NAMED = dict(named())
_BEGINNING = 24  # characters that tell a long text from others

_HOWS = {
    "exact": N_("exact"),
    "phonetic": N_("by sound"),
    "lookalike": N_("by look"),
    "fuzzy": N_("close"),
    "partial": N_("in part"),
    "initials": N_("initials"),
    "synonym": N_("synonym"),
    "translation": N_("translation"),
}
_OPS = {"=": "", ">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ ", "~": "≈ "}


def end(code: str) -> str:
    """供给端 for ``supply``, and so on."""
    return name_of(CODES["end"], code)


def instrument(code: str) -> str:
    """What a STIP Compass code stands for, with the code in front."""
    return f"{code} {name_of(INSTRUMENTS, code)}" if code in INSTRUMENTS else code


def status(code: str) -> str:
    """Whether a policy, measure or document is in force."""
    return name_of(CODES["status"], code)


def role(code: str) -> str:
    """What a policy did with a document."""
    return name_of(CODES["role"], code)


def kind(code: str) -> str:
    """What sort of figure it is."""
    return name_of(CODES["kind"], code)


def how(code: str) -> str:
    """In which way a query fits."""
    return _(_HOWS.get(code, code))


def relation(code: str) -> str:
    """How a policy stands to another paper."""
    return name_of(CODES["type"], code)


def inverse(code: str) -> str:
    """How the other paper stands to the policy."""
    return name_of(INVERSES, code)


def level(name: str) -> str:
    """A level of government; records name it in Chinese."""
    return name_of(CODES["level"], name)


def theme(name: str) -> str:
    """A theme; records name it in Chinese."""
    return name_of(CODES["theme"], name)


def field(key: str) -> str:
    """What a record's field is called; ``policy.title`` is the title of the measure's policy."""
    own = key.removeprefix("policy.")
    shown = name(_NAMED[own]) if own in _NAMED else own
    return shown if own == key else _("policy’s {field}").format(field=shown)


def name(row: Field) -> str:
    """What a key is called."""
    return pick(row.zh, row.en)


def heading(row: Field) -> str:
    """What its column is called, where several sorts of records stand side by side."""
    english, chinese_ = row.heading or (row.en, row.zh)
    return pick(chinese_, english)


def value(record: Any, row: Field) -> str:
    """What a record says under a key, in words; lines where it says several things.

    Of two wordings that of the screen. Empty where the record says nothing.
    """
    said = getattr(record, row.key)
    if said in ("", (), None):
        return ""
    if row.key == "themes":
        return join(map(theme, said))
    if row.kind in _WRITTEN:
        return _WRITTEN[row.kind](said)
    if row.kind == "code":
        return coded(row.codes or row.key, said)
    if row.kind == "amount":
        return figure(record)
    return pick(str(said), getattr(record, f"{row.key}_en", ""))


def coded(key: str, code: str) -> str:
    """What a code under a key stands for."""
    return _CODED[key](code) if key in _CODED else name_of(CODES[key], code)


def whole(record: NamedTuple) -> str:
    """A figure, document, source or relation in one line."""
    shown = (row for row in rows(record) if row.shown != "part" and not row.translates)
    parts = (value(record, row) for row in shown)
    return " ".join(part for part in parts if part)


def called(record: Record, head: Policy) -> str:
    """The title of a record, with a word on it where it holds no more; see ``marked``."""
    return marked(pick(record.title, record.title_en), record, head)


def title(measure: Measure, head: Policy) -> str:
    """The same; a title that is a mere number goes with how the article begins."""
    shown = pick(measure.title, measure.title_en)
    if measure.text:
        from policycli.text.part_marks import is_number  # reads numerals, which takes 7 ms to load

        shown = f"{shown} {short(measure.text)}" if is_number(measure.title) else shown
    return marked(shown, measure, head)


def marked(shown: str, record: Record, head: Policy) -> str:
    """``shown`` with a word on it where a record is repealed, or its policy has expired.

    A problem goes with how far its handling is.
    """
    if isinstance(record, Problem):
        return _("{title} ({state})").format(title=shown, state=coded("state", record.state))
    if (record.status or head.status) == "repealed":
        return _("{title} (repealed)").format(title=shown)
    if head.in_force_until and _is_over(head.in_force_until):
        return _("{title} (expired)").format(title=shown)
    return shown


def _is_over(date: str) -> bool:
    from policycli.text.dates import days

    return days(date).last < strftime("%Y-%m-%d")


def short(text: str) -> str:
    """``text``, or how it begins."""
    return text if len(text) <= _BEGINNING else text[:_BEGINNING] + "…"


def region(place: Region | None) -> str:
    """The short name of a region: 贵州 for 贵州省; where it has no English name, its code's."""
    if not place:
        return ""
    short = short_name(place.name)
    if chinese() or place.name_en:
        return pick(short, place.name_en)
    from policycli.text.divisions import english

    return english(place.code) or short


def join(values: Iterable[str]) -> str:
    """Values after each other."""
    return ("、" if chinese() else ", ").join(values)


def steps(of: Iterable[Step]) -> list[str]:
    """A procedure, a line a step: ``1. 省科技厅：梳理政策``."""
    lines = []
    for number, step in enumerate(of, 1):
        who = _("{label}: {value}").format(label=step.actor, value="") if step.actor else ""
        lines.append(f"{number}. {who}{step.action}")
    return lines


def figure(record: Figure) -> str:
    """A number as people write it: ``> 5000人``, ``4亿元``, ``92.6%``, or CNY 400 million."""
    return op(record.op) + amount(record.value, record.unit)


def amount(value: float, unit: str) -> str:
    """A value with its unit; in English money, people and the like are read out."""
    if not chinese() and not unit.isascii():
        from policycli.text.english import read_out

        return read_out(value, unit)
    return f"{value}{unit}"


def indicator(record: Figure) -> str:
    """What a figure counts."""
    return pick(record.indicator, record.indicator_en)


def op(sign: str) -> str:
    """What stands before a number that is not exact: ``≈ ``, ``≥ `` and so on."""
    return _OPS[sign]


def _records(records: Iterable[NamedTuple]) -> str:
    return "\n".join(map(whole, records))


_WRITTEN: Mapping[str, Callable[[Any], str]] = {
    "list": join,
    "lines": "\n".join,
    "paper": quoted,
    "region": whole,
    "source": whole,
    "steps": lambda of: "\n".join(steps(of)),
    "figures": _records,
    "documents": _records,
    "relations": _records,
    "asker": whole,
    "rating": whole,
    "events": _records,
    "copies": _records,
    "measures": lambda measures: str(len(measures)),
}
_CODED: Mapping[str, Callable[[str], str]] = {"instrument": instrument, "op": op}
"""Codes that are written otherwise than by their names."""
