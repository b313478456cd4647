"""The codes that keys take, what they are called, and the code that a word means.

A code is known by its names in both languages on every screen, so both stand here, English first.
"""

from collections.abc import Mapping
from functools import cache

from policycli.language import pick
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
    "name_of",
    "wordings",
]

ENDS = {
    "supply": ("supply", "供给端"),
    "service": ("service", "服务端"),
    "demand": ("demand", "需求端"),
    "environment": ("environment", "环境端"),
}
INSTRUMENTS = {
    "PI006": ("institutional funding", "机构资助"),
    "PI007": ("project grants for public research", "公共研究项目资助"),
    "PI008": ("grants for business R&D", "企业研发资助"),
    "PI009": ("centres of excellence", "卓越中心"),
    "PI011": ("fellowships and talent", "人才资助"),
    "PI012": ("loans", "贷款"),
    "PI013": ("equity financing", "股权融资"),
    "PI017": ("technology extension and advice", "技术推广与咨询"),
    "PI018": ("mobility schemes", "人员流动"),
    "PI021": ("collaboration platforms", "合作平台"),
    "PI022": ("research infrastructure", "科研基础设施"),
    "PI023": ("information and data", "信息与数据"),
    "PI024": ("strategies and plans", "战略与规划"),
    "PI026": ("horizontal coordination bodies", "统筹协调机构"),
    "PI027": ("standards and certification", "标准与认证"),
    "PI029": ("risk sharing", "风险分担"),
    "PI030": ("governance reform", "治理改革"),
    "PI031": ("policy evaluation", "政策评价"),
    "PI032": ("regulation and soft law", "法规与软法"),
    "PI033": ("oversight and ethical advice bodies", "监督与伦理咨询机构"),
}
STATUSES = {
    "in-force": ("in force", "现行有效"),
    "not-yet": ("not yet in force", "尚未施行"),
    "amended": ("since amended", "已被修改"),
    "repealed": ("no longer in force", "已经失效"),
    "unknown": ("unknown", "不详"),
}
ROLES = {
    "issued": ("issued", "印发"),
    "amended": ("amended", "修订"),
    "repealed": ("repealed", "废止"),
    "basis": ("basis", "依据"),
    "cited": ("cited", "提及"),
}
KINDS = {
    "budget": ("budget", "投入"),
    "target": ("target", "目标"),
    "actual": ("actual", "实际"),
    "growth": ("growth", "增长"),
    "count": ("count", "数量"),
}
ASKERS = {
    "university": ("university", "高校"),
    "institute": ("institute", "科研院所"),
    "enterprise": ("enterprise", "企业"),
    "researcher": ("researcher", "科研人员"),
    "other": ("other", "其他"),
}
STATES = {
    "received": ("received", "已收到"),
    "assigned": ("assigned", "已交办"),
    "answered": ("answered", "已答复"),
    "rated": ("rated", "已评价"),
    "closed": ("closed", "已办结"),
    "reopened": ("reopened", "重新办理"),
}
RELATIONS = {
    "based_on": ("based on", "依据"),
    "applies": ("applies", "执行"),
    "amends": ("amends", "修改"),
    "repeals": ("repeals", "废止"),
    "consolidates": ("consolidates", "合并"),
    "corrects": ("corrects", "更正"),
    "cites": ("cites", "引用"),
    "is_part_of": ("part of", "属于"),
    "related_to": ("related to", "相关"),
    "forwards": ("forwards", "转发"),
    "interprets": ("interprets", "解读"),
}
INVERSES = {
    "based_on": ("basis of", "据此制定的有"),
    "applies": ("applied by", "被适用于"),
    "amends": ("amended by", "修改它的"),
    "repeals": ("repealed by", "废止它的"),
    "consolidates": ("consolidated by", "被汇编于"),
    "corrects": ("corrected by", "更正见"),
    "cites": ("cited by", "被引用于"),
    "is_part_of": ("has the part", "包含"),
    "related_to": ("related to", "相关"),
    "forwards": ("forwarded by", "转发见"),
    "interprets": ("interpreted by", "解读见"),
}
LEVELS = {
    "国家级": ("national", "国家级"),
    "省级": ("provincial", "省级"),
    "市级": ("municipal", "市级"),
    "县级": ("county", "县级"),
}
THEMES = {
    "乳业": ("dairy industry", "乳业"),
    "产业集群": ("industrial clusters", "产业集群"),
    "企业培育": ("fostering of firms", "企业培育"),
    "关键技术攻关": ("key technologies", "关键技术攻关"),
    "创新平台": ("innovation platforms", "创新平台"),
    "县域创新": ("innovation in counties", "县域创新"),
    "成果转化": ("technology transfer", "成果转化"),
    "政策协同": ("policy coordination", "政策协同"),
    "数字化": ("digitalization", "数字化"),
    "标准规范": ("standards", "标准规范"),
    "现代农业": ("modern agriculture", "现代农业"),
    "监督评价": ("oversight and evaluation", "监督评价"),
    "科技人才": ("sci-tech talent", "科技人才"),
    "科技伦理": ("sci-tech ethics", "科技伦理"),
    "科技投入": ("sci-tech spending", "科技投入"),
    "科技金融": ("sci-tech finance", "科技金融"),
    "科研项目": ("research projects", "科研项目"),
    "营商环境": ("business environment", "营商环境"),
}
"""Of the bundled catalogue; others have their own names alone."""

SIGNS = {"≥": ">=", "≤": "<=", "≈": "~", "＞": ">", "＜": "<", "": "="}
"""Operators of figures by the signs that people write."""

Names = Mapping[str, tuple[str, str]]

CODES: Mapping[str, Names] = {
    "end": ENDS,
    "instrument": INSTRUMENTS,
    "status": STATUSES,
    "role": ROLES,
    "kind": KINDS,
    "level": LEVELS,
    "type": RELATIONS,
    "theme": THEMES,
    "asker": ASKERS,
    "state": STATES,
}
"""The names of the codes that a key takes, by that key or by what ``Field.codes`` says."""


def wordings(key: str, code: str) -> tuple[str, ...]:
    """All that is read as a code under a key: itself, its names in both languages, or both."""
    if key == "region":
        from policycli.text.divisions import division

        place = division(code.ljust(6, "0"))
        return (
            (place.code, place.name, short_name(place.name), *place.english) if place else (code,)
        )
    names = CODES.get(key, {}).get(code, ())
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
    name = name_of(CODES.get(key, {}), code)
    return code if name == code else f"{name} ({code})"


def name_of(names: Names, code: str) -> str:
    """A code by its name in the language of the screen; one without a name stays as it is."""
    english, chinese = names.get(code, (code, code))
    return pick(chinese, english)
