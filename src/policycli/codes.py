"""The codes that keys take, by what they are called, and the code that a word means."""

from collections.abc import Mapping
from functools import cache

from policycli.language import N_, _, both, pick
from policycli.text.regions import short_name

__all__ = [
    "CODES",
    "INSTRUMENTS",
    "INVERSES",
    "KINDS",
    "RELATIONS",
    "SIGNS",
    "chosen",
    "meant",
    "wordings",
]

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
INVERSES = {
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
