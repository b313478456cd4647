"""What the headings of a table's columns mean: the words of ``records.fields``, and their endings.

A heading is known by itself (发文单位), by what it names first (文件名称及文号), or by how it ends,
since Chinese names a thing last: 本轮政策发文单位 is a 发文单位.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from policycli.errors import UsageError
from policycli.language import _
from policycli.records.fields import FIELDS, Field
from policycli.records.model import Figure, Measure, Policy, Region, Source

__all__ = [
    "ADDS",
    "BESIDE",
    "IGNORED",
    "SERIAL",
    "Heading",
    "asked",
    "heading",
    "plain",
    "unit_of",
    "usual",
]

_RECORDS: dict[str, type[Any]] = {
    "policy": Policy,
    "measure": Measure,
    "figure": Figure,
    "source": Source,
    "region": Region,
}
_NO_COLUMN = ("id", "figures", "measures", "relations", "source", "steps")
_BODIES = ("单位", "部门", "机关", "机构", "主体", "处室", "科室", "")
_TIMES = ("日期", "时间", "时期", "时限", "期限", "年月", "年份", "年度", "年限", "节点", "日")
_ENDINGS = {
    "issuers": _BODIES,
    "lead": _BODIES,
    "partners": _BODIES,
    "targets": ("对象", "主体", "范围", "企业", "人群"),
    "in_force_from": ("日期", "时间", "年月", "年份", "日"),
}
_SHORTEST_ENDING = 3  # characters; a shorter one, such as 单位, is that of too many headings
_SURE_ENDINGS = (
    "measure.text",
    "measure.summary",
    "measure.targets",
    "measure.deadline",
    "policy.doc_number",
    "source.url",
)
"""Keys whose headings are told by two characters: 措施内容, 奖补对象, 批准文号."""
_SURE_WORDS = (
    *("标题", "题名", "题目", "任务", "事项", "项目", "依据", "时限", "领域", "分类", "类别"),
    *(
        "层级",
        "指标",
        "网址",
        "链接",
        "地区",
        "区域",
        "省市",
        "区县",
        "省份",
        "城市",
        "市州",
        "县区",
        "受众",
        "板块",
        "大类",
        "成果",
        "成效",
    ),
)
"""Words of two characters that any heading may end with: 法规标题, 兑现事项."""
_LONGEST = 16  # characters of a heading
_BRACKETS = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
_SIGNS = re.compile(r"[\s*＊:：.。、，/·_\-《》“”\"]+")
_LETTERS = re.compile(r"[a-z]+")
_COUNT = re.compile(r"\d$")
"""What tells columns of one kind apart: 发布单位1, 发布单位2."""
_LEADS = ("牵头", "主责", "主办", "责任")
_ROLE = re.compile(
    rf".*?({'|'.join(_LEADS)}|配合|协[同办作助]|参与|参加)"
    r"(?:(?!分工|联络|联系|监督|分管|制定|起草|印发|发文).){0,4}"
    r"(?:单位|部门|机构|处室|科室|股室|处|科|股)"
)
_SYSTEM = re.compile(
    r"(?:publish|issue|release|pub|(?P<holds>effect|implement))(?:\w*_)?"
    r"(?:(?P<who>org\w*|agency|unit|dept|department|body|by)|date|time|day|at|on)"
)
_KIND = re.compile(r"(?:名称|类型)$")
_OF_SOMEBODY = ("policy.issuers", "measure.lead", "measure.partners", "measure.targets")
_AND = re.compile(r"[及和与、/\n]")
_UNIT = re.compile(r"[(（]\s*(?:单位\s*[:：]\s*)?([^()（）\d]{1,8})\s*[)）]\s*$")

SERIAL = frozenset(["序号", "编号", "行号", "号", "no", "序", "编码", "项次"])
"""Headings of columns that only count the rows."""
BESIDE = frozenset(
    [
        "备注",
        "说明",
        "备考",
        "附注",
        "联系人",
        "联系电话",
        "电话",
        "责任人",
        "负责人",
        "经办人",
        "填报人",
        "附件",
        "完成情况",
        "进展情况",
        "工作进展",
        "落实情况",
        "进展",
        "进度",
        "是否完成",
        "解读",
        "解读链接",
        "信息公开",
        "公开方式",
        "责任领导",
        "分管领导",
        "牵头领导",
        "起草单位",
        "起草部门",
        "起草科室",
        "起草处室",
        "解释单位",
        "解释部门",
        "咨询电话",
        "存在问题",
        "下一步工作",
        "下步打算",
        "注意事项",
        "备注事项",
        "办理依据",
    ]
)
"""Headings that ledgers have and records have no key for."""
ADDS = 99
"""The rank of what only adds to the wording, and of the surest of that."""
IGNORED = ""
"""The key of a column that nobody wants."""


class Heading(NamedTuple):
    """What a column holds.

    Attributes:
        key: As ``policy.date`` or ``source.url``.
        rank: 0 for the surest heading of a key; of two columns the lower one counts.
        guessed: Known only by how it ends.
        adds: Whether it only adds to the wording that another column has.
        also: Other keys that the same column holds: 发文机关、文号及日期.
    """

    key: str
    rank: int = 0
    guessed: bool = False
    adds: bool = False
    also: tuple[str, ...] = ()


def plain(text: str) -> str:
    """A heading as it is compared: without spaces, signs, and what stands in brackets."""
    whole = unicodedata.normalize("NFKC", text)
    return _SIGNS.sub("", _BRACKETS.sub("", whole)).lower() or _SIGNS.sub("", whole).lower()


def unit_of(text: str) -> str:
    """The unit that a heading names in brackets: 万元 of 资金规模（万元）."""
    found = _UNIT.search(unicodedata.normalize("NFKC", text).replace("(", "（").replace(")", "）"))
    return found[1].strip() if found else ""


@cache
def heading(text: str) -> Heading | None:
    """What a heading means; ``None`` where it is none that is known."""
    word = plain(text)
    if not word or len(word) > _LONGEST or word in BESIDE or word in SERIAL:
        return None
    known = _words()
    if found := known.get(word) or known.get(_COUNT.sub("", word)):
        return found
    first, *others = map(plain, _AND.split(text))
    if others and (named := known.get(first) or _by_end(first)):
        also = tuple(known[each].key for each in others if each in known)
        sure = all(each in known for each in (first, *others))
        return named._replace(guessed=not sure, also=also)
    if (chinese := _LETTERS.sub("", word)) != word and chinese in known:
        return known[chinese]
    return _by_role(word) or _by_end(word) or _by_kind(word) or _of_system(text)


def _of_system(text: str) -> Heading | None:
    """What a column of a data base holds by the words of its name: publish_org, issued_time."""
    found = _SYSTEM.fullmatch(text.strip().lower())
    if not found:
        return None
    when = "policy.in_force_from" if found["holds"] else "policy.date"
    return Heading("policy.issuers" if found["who"] else when, guessed=True)


def _by_kind(word: str) -> Heading | None:
    """What a heading of bodies or people means that says 名称 or 类型 behind them."""
    found = _words().get(_KIND.sub("", word))
    return found._replace(guessed=True) if found and found.key in _OF_SOMEBODY else None


def _by_role(word: str) -> Heading | None:
    """What 市级牵头部门 and 配合落实单位 say: the first role before a kind of body."""
    found = _ROLE.fullmatch(word)
    key = "measure.lead" if found and found[1] in _LEADS else "measure.partners"
    return Heading(key, guessed=True) if found else None


def _by_end(word: str) -> Heading | None:
    """What a heading means by its longest ending that is known."""
    for start in range(1, len(word) - 1):
        ending = word[start:]
        found = _words().get(ending)
        is_sure = len(ending) >= _SHORTEST_ENDING or ending in _SURE_WORDS
        if found and (is_sure or found.key in _SURE_ENDINGS):
            return found._replace(guessed=True)
    return None


@cache
def _words() -> dict[str, Heading]:
    """All headings that are known: those that offices give before the names of keys."""
    found: dict[str, Heading] = {}
    for key, field in _fields():
        main, _bar, more = field.also.partition("|")
        for rank, word in enumerate(_also(field, main)):
            found.setdefault(plain(word), Heading(key, rank))
        for rank, word in enumerate(_also(field, more), ADDS):
            found.setdefault(plain(word), Heading(key, rank, adds=True))
    for key, field in _fields():
        for word in (*(field.heading or ()), field.zh, field.en):
            found.setdefault(plain(word), Heading(key))
    return found


def _also(field: Field, words: str) -> Iterator[str]:
    endings = _ENDINGS.get(field.key, _TIMES)
    for word in words.split():
        yield from (word[:-1] + end for end in endings) if word.endswith("*") else (word,)


def usual(field: Field) -> str:
    """The surest of the headings that offices give a key; empty where none is known."""
    return next(_also(field, field.also.partition("|")[0]), "")


def _fields() -> Iterator[tuple[str, Field]]:
    """Every key that a column can have, with its row."""
    for name, record in _RECORDS.items():
        for field in FIELDS[record]:
            if field.key not in _NO_COLUMN and not (name == "measure" and field.key == "documents"):
                yield f"{name}.{field.key}", field


def asked(key: str) -> str:
    """The key that somebody typed: ``measure.lead``, ``lead``, ``牵头``, or nothing to leave it.

    A key that policies and measures both have is that of the policy.

    Raises:
        UsageError: There is none of this name; the nearest are named.
    """
    wanted = key.strip().lower()
    if wanted in ("", "-"):
        return IGNORED
    names: dict[str, str] = {}
    for full, field in _fields():
        whole = field.heading or (field.en, field.zh)
        for name in (full, field.key, field.en, field.zh, *whole):
            names.setdefault(name.lower(), full)
    if wanted in names:
        return names[wanted]
    from difflib import get_close_matches

    near = get_close_matches(wanted, names, 3, 0.5) or ["policy.title", "measure.text"]
    what = _("{key} is not a key of a record: did you mean {near}?")
    raise UsageError(what.format(key=key, near=", ".join(dict.fromkeys(near))))
