"""The names that codes have on the screen, and how values are written there."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from time import strftime
from typing import Any, NamedTuple

from policycli.language import N_, _, both, chinese, pick
from policycli.records.fields import Field, named, rows
from policycli.records.model import Figure, Measure, Policy, Region, Step
from policycli.text.dates import days
from policycli.text.regions import short_name

__all__ = [
    "CODES",
    "ENDS",
    "INSTRUMENTS",
    "KINDS",
    "LEVELS",
    "RELATIONS",
    "ROLES",
    "SIGNS",
    "STATUSES",
    "THEMES",
    "amount",
    "called",
    "chosen",
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
    "meant",
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
    "wordings",
]

_NAMED = dict(named())
_BEGINNING = 24  # characters that tell a long text from others

ENDS = {
    "supply": N_("supply"),
    "service": N_("service"),
    "demand": N_("demand"),
    "environment": N_("environment"),
}
INSTRUMENTS = {
    "PI006": N_("institutional funding"),
    "PI007": N_("project grants for public research"),
    "PI008": N_("grants for business R&D"),
    "PI009": N_("centres of excellence"),
    "PI011": N_("fellowships and talent"),
    "PI012": N_("loans"),
    "PI013": N_("equity financing"),
    "PI017": N_("technology extension and advice"),
    "PI018": N_("mobility schemes"),
    "PI021": N_("collaboration platforms"),
    "PI022": N_("research infrastructure"),
    "PI023": N_("information and data"),
    "PI024": N_("strategies and plans"),
    "PI026": N_("horizontal coordination bodies"),
    "PI027": N_("standards and certification"),
    "PI029": N_("risk sharing"),
    "PI030": N_("governance reform"),
    "PI031": N_("policy evaluation"),
    "PI032": N_("regulation and soft law"),
    "PI033": N_("oversight and ethical advice bodies"),
}
STATUSES = {
    "in-force": N_("in force"),
    "not-yet": N_("not yet in force"),
    "amended": N_("since amended"),
    "repealed": N_("no longer in force"),
    "unknown": N_("unknown"),
}
ROLES = {
    "issued": N_("issued"),
    "amended": N_("amended"),
    "repealed": N_("repealed"),
    "basis": N_("basis"),
    "cited": N_("cited"),
}
KINDS = {
    "budget": N_("budget"),
    "target": N_("target"),
    "actual": N_("actual"),
    "growth": N_("growth"),
    "count": N_("count"),
}
_HOWS = {
    "exact": N_("exact"),
    "phonetic": N_("by sound"),
    "lookalike": N_("by look"),
    "fuzzy": N_("close"),
    "initials": N_("initials"),
    "synonym": N_("synonym"),
    "translation": N_("translation"),
}
RELATIONS = {
    "based_on": N_("based on"),
    "applies": N_("applies"),
    "amends": N_("amends"),
    "repeals": N_("repeals"),
    "consolidates": N_("consolidates"),
    "corrects": N_("corrects"),
    "cites": N_("cites"),
    "is_part_of": N_("part of"),
    "related_to": N_("related to"),
    "forwards": N_("forwards"),
    "interprets": N_("interprets"),
}
_INVERSES = {
    "based_on": N_("basis of"),
    "applies": N_("applied by"),
    "amends": N_("amended by"),
    "repeals": N_("repealed by"),
    "consolidates": N_("consolidated by"),
    "corrects": N_("corrected by"),
    "cites": N_("cited by"),
    "is_part_of": N_("has the part"),
    "related_to": N_("related to"),
    "forwards": N_("forwarded by"),
    "interprets": N_("interpreted by"),
}
LEVELS = {
    "国家级": N_("national"),
    "省级": N_("provincial"),
    "市级": N_("municipal"),
    "县级": N_("county"),
}
THEMES = {
    "乳业": N_("dairy industry"),
    "产业集群": N_("industrial clusters"),
    "企业培育": N_("fostering of firms"),
    "关键技术攻关": N_("key technologies"),
    "创新平台": N_("innovation platforms"),
    "县域创新": N_("innovation in counties"),
    "成果转化": N_("technology transfer"),
    "政策协同": N_("policy coordination"),
    "数字化": N_("digitalization"),
    "标准规范": N_("standards"),
    "现代农业": N_("modern agriculture"),
    "监督评价": N_("oversight and evaluation"),
    "科技人才": N_("sci-tech talent"),
    "科技伦理": N_("sci-tech ethics"),
    "科技投入": N_("sci-tech spending"),
    "科技金融": N_("sci-tech finance"),
    "科研项目": N_("research projects"),
    "营商环境": N_("business environment"),
}
"""Of the bundled catalogue; others have their own names alone."""

SIGNS = {"≥": ">=", "≤": "<=", "≈": "~", "＞": ">", "＜": "<", "": "="}
"""Operators of figures by the signs that people write."""

_OPS = {"=": "", ">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ ", "~": "≈ "}
CODES: Mapping[str, Mapping[str, str]] = {
    "end": ENDS,
    "instrument": INSTRUMENTS,
    "status": STATUSES,
    "role": ROLES,
    "kind": KINDS,
    "level": LEVELS,
    "type": RELATIONS,
    "theme": THEMES,
}
"""The names of the codes that a key takes, by that key."""


def wordings(key: str, code: str) -> tuple[str, ...]:
    """All that is read as a code under a key: itself, its names in both languages, or both."""
    if key == "region":
        from policycli.text.divisions import division

        place = division(code.ljust(6, "0"))
        return (
            (place.code, place.name, short_name(place.name), *place.english) if place else (code,)
        )
    known = CODES.get(key, {}).get(code)
    names = both(known) if known else ()
    return (code, *names, *(f"{code} {name}" for name in names))


@cache
def meant(key: str, word: str) -> str:
    """The code under a key that a word in either language means; where none is, the word itself."""
    codes = CODES[key]
    if word in codes:
        return word
    plain = word.strip().lower()
    same = (code for code in codes if plain in map(str.lower, wordings(key, code)))
    return next(same, word)


def chosen(key: str, code: str) -> str:
    """A value that may be typed, in the language of the screen, with its code: 供给端 (supply)."""
    if key == "region":
        whole, *names = wordings(key, code)
        return f"{pick(names[0], names[2])} ({whole})" if names else code
    known = CODES.get(key, {}).get(code)
    shown = _(known) if known else code
    return code if shown == code else f"{shown} ({code})"


def end(code: str) -> str:
    """供给端 for ``supply``, and so on."""
    return _(ENDS.get(code, code))


def instrument(code: str) -> str:
    """What a STIP Compass code stands for, with the code in front."""
    return f"{code} {_(INSTRUMENTS[code])}" if code in INSTRUMENTS else code


def status(code: str) -> str:
    """Whether a policy, measure or document is in force."""
    return _(STATUSES.get(code, code))


def role(code: str) -> str:
    """What a policy did with a document."""
    return _(ROLES.get(code, code))


def kind(code: str) -> str:
    """What sort of figure it is."""
    return _(KINDS.get(code, code))


def how(code: str) -> str:
    """In which way a query fits."""
    return _(_HOWS.get(code, code))


def relation(code: str) -> str:
    """How a policy stands to another paper."""
    return _(RELATIONS.get(code, code))


def inverse(code: str) -> str:
    """How the other paper stands to the policy."""
    return _(_INVERSES.get(code, code))


def level(name: str) -> str:
    """A level of government; records name it in Chinese."""
    return name if chinese() else LEVELS.get(name, name)


def theme(name: str) -> str:
    """A theme; records name it in Chinese."""
    return _(THEMES.get(name, name))


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
        return coded(row.key, said)
    if row.kind == "amount":
        return figure(record)
    return pick(str(said), getattr(record, f"{row.key}_en", ""))


def coded(key: str, code: str) -> str:
    """What a code under a key stands for."""
    return _CODED[key](code)


def whole(record: NamedTuple) -> str:
    """A figure, document, source or relation in one line."""
    shown = (row for row in rows(record) if row.shown != "part" and not row.translates)
    parts = (value(record, row) for row in shown)
    return " ".join(part for part in parts if part)


def called(record: Policy | Measure, head: Policy) -> str:
    """The title of a policy or measure, with a word on it where it holds no more."""
    return marked(pick(record.title, record.title_en), record, head)


def title(measure: Measure, head: Policy) -> str:
    """The same; a title that is a mere number goes with how the article begins."""
    shown = pick(measure.title, measure.title_en)
    if measure.text:
        from policycli.text.part_marks import is_number  # reads numerals, which takes 7 ms to load

        shown = f"{shown} {short(measure.text)}" if is_number(measure.title) else shown
    return marked(shown, measure, head)


def marked(shown: str, record: Policy | Measure, head: Policy) -> str:
    """``shown`` with a word on it where a record is repealed, or its policy has expired."""
    if (record.status or head.status) == "repealed":
        return _("{title} (repealed)").format(title=shown)
    if head.in_force_until and days(head.in_force_until).last < strftime("%Y-%m-%d"):
        return _("{title} (expired)").format(title=shown)
    return shown


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
    "paper": "《{}》".format,
    "region": whole,
    "source": whole,
    "steps": lambda of: "\n".join(steps(of)),
    "figures": _records,
    "documents": _records,
    "relations": _records,
    "measures": lambda measures: str(len(measures)),
}
_CODED: Mapping[str, Callable[[str], str]] = {
    "end": end,
    "instrument": instrument,
    "status": status,
    "role": role,
    "kind": kind,
    "level": level,
    "type": relation,
    "op": op,
}
