"""How exact a number is, by the words before and behind it: 不得低于80% is ``>=``.

The words are data. Those before a number say how far they reach over to it; none reaches over
another number or the end of a clause. 以上, 以下 and 以内 hold the number itself (民法典 1259).
"""

import re
from typing import Literal, NamedTuple

from policycli.records.model import Op

__all__ = ["WINDOW", "Behind", "after", "before", "held"]

WINDOW = 40
"""Characters before a number that decide how exact it is."""

_Reach = Literal["number", "share", "noun", "verb"]
_NOT = (
    r"(?:不|未|没有|没|勿|禁止|严禁|避免|防止|杜绝|确保不)"
    r"(?:得|能够|能|应当|应该|应|宜|可以|可|准|许|允许|会|要|再|曾|必)?"
    r"(?:再|都|均|已|累计|合计|总计|分别|同时|一次性|单独|明显|长期|擅自|任意)?"
)
_MORE = "超过|超出|超|高于|高过|高出|多于|多过|大于|大过|长于|晚于|迟于|重于|突破|逾"
_LESS = "低于|低过|少于|少过|小于|小过|短于|早于|轻于"

_BEFORE: tuple[tuple[Op, _Reach, str], ...] = (
    (">=", "noun", rf"{_NOT}(?:{_LESS})"),
    ("<=", "noun", rf"{_NOT}(?:{_MORE})"),
    (
        ">=",
        "number",
        "(?:大于|高于|多于|长于)(?:或者?)?等于|(?:等于|达到)(?:或者?)?(?:超过|大于|高于)",
    ),
    ("<=", "number", "(?:小于|低于|少于|短于)(?:或者?)?等于|等于(?:或者?)?(?:小于|低于|少于)"),
    (">=", "number", "[≥≧]|[>＞]="),
    ("<=", "number", "[≤≦]|[<＜]="),
    (">", "number", "[>＞]"),
    ("<", "number", "[<＜]"),
    ("~", "number", "[≈±]"),
    (">", "share", _MORE.replace("|超|", "|(?<![赶反高])超|")),
    ("<", "share", _LESS),
    ("<", "share", "不足|不满"),
    ("<", "number", "不到|未满|不够|[未没]有?达到?|未到|达不到|不及"),
    (">=", "verb", "至少|最少|起码|不下于|不下|不亚于|最低(?!工资|生活|保障)|最短|最小|下限|底线"),
    (">=", "number", "(?:至迟|最迟|不迟于)[^，。；]{0,16}前"),
    (">=", "number", "(?<![不未圆美期届完充每])满"),
    (
        "<=",
        "verb",
        (
            "最高(?!人民|检察|法院|院|级别|层|水平|学历|权力|荣誉|奖[项金]?$)|"
            "最多|最大|最长|至多|顶多|最迟|最晚|(?<!上不)封顶|上限|限额|高限"
        ),
    ),
    (
        "<=",
        "number",
        "控制(?:在|到)|压[减缩降](?:到|至)|(?<![期有无年时权极界局下上])限(?:报|推|选|申报|推荐|评|额)?",
    ),
    ("<=", "share", "可(?:以)?达到?"),
    ("~", "number", "(?<![最附就邻临靠亲贴相远毗])近|接近|将近|大概|大致|大体|估计"),
    ("~", "number", "(?<![签合条节集公契预违履相制简])约"),
)
_TIGHT_GAP = re.compile(
    r"(?:[为是达到至了过于在有：:“\s]|人民币|合计|总计|共计|(?:本|当)年|每一?[年月日周季人家户个项次]度?|"
    r"[（(][^（()）]{0,6}[）)]?)*"
)
_WORDS = re.compile("|".join(f"(?P<w{n}>{words})" for n, (*_r, words) in enumerate(_BEFORE)))

_NOUN_STOP = re.compile("[，。；：！？]|给予|予以|按|处以|并处|应当|须|由|部分|期限|之日")
_VERB_STOP = re.compile("[，。；！？、]|部分|人员|企业|单位")
_SHARES = ("%", "‰", "倍")
_TIMES = ("年", "个月", "日", "天", "周", "小时", "分钟", "个工作日", "工作日", "期", "届")
_WHOLE = re.compile("(?:额|数|量|面积|收入|资产|资本|资金|款|费用?)$")  # 超过资产总额30%
_COMPARED = ("超过", "不足", "不满")
_FAR = 24  # characters that a noun may have between a word and its number
_NEAR = 12

_HOLDS = r"(?:\s*[（(](?P<holds{0}>不?(?:包?含|包括))[^（()）]{{0,8}}[）)])?"
_AFTER: tuple[tuple[Op, str], ...] = (
    (
        ">=",
        "(?:及其?|或者?|和|含)?以上(?!所|内容|述|各|规定|情形|措施|条件|材料|文件)|起步|打底|保底",
    ),
    (
        "<=",
        (
            "(?:及其?|或者?|和|含)?(?:以下(?!简称|统称|称|所|内容|各|规定|情形|措施|条件|材料)|以内|之内)|"
            "的?(?:限额|额度|标准|范围|限度|幅度|时限)(?:以|之)?内|内(?![资外部容蒙地陆科销需河涵设贸生阁置存网页控])|封顶|为限|为上限|(?:的|作为)上限|为最高限额?"
        ),
    ),
    (">=", "为下限|为底线|(?:的|作为)下限"),
    (">=", r"起(?=[，。；、）)步售\s]|$)"),
    ("~", "左右|上下(?![级水游班])|许(?=[，。；])"),
    (">", "以外|之外|开外"),
)
_STRICT: dict[Op, Op] = {">=": ">", "<=": "<"}
_LOOSE: dict[Op, Op] = {">": ">=", "<": "<="}
_FLIPPED: dict[Op, Op] = {">=": "<", "<=": ">"}
_BEHIND = re.compile(
    _HOLDS.format(1)
    + "(?:"
    + "|".join(f"(?P<w{n}>{words})" for n, (_op, words) in enumerate(_AFTER))
    + ")"
    + _HOLDS.format(2)
)
_ALONE = re.compile(
    r"\s*[（(](?P<holds>不?(?:包?含|包括))(?:本数|该数|[0-9.．]+[^（()）]{1,6})?[）)]"
)
_NOT_IN = re.compile(r"(?:不得|不能|不应当?|不宜|不可|不许|不会|不)(?:在|于|为)?$")


class Behind(NamedTuple):
    """What the words behind a number say of it.

    Attributes:
        op: Empty where they say nothing.
        length: Of the words.
        holds: ``含`` or ``不含`` where brackets say so, else empty.
    """

    op: Op | Literal[""] = ""
    length: int = 0
    holds: str = ""


def after(text: str, lead: str = "") -> Behind:
    """What the text that begins right behind a unit says of the number.

    Args:
        text: Some 20 characters are enough.
        lead: The text before the number, for 不得在三人以下.
    """
    found = _BEHIND.match(text)
    if not found:
        alone = _ALONE.match(text)
        return Behind("", alone.end(), _holds(alone["holds"])) if alone else Behind()
    op = next(op for n, (op, _words) in enumerate(_AFTER) if found[f"w{n}"] is not None)
    holds = _holds(found["holds1"] or found["holds2"])
    if _NOT_IN.search(lead):
        op = _FLIPPED.get(op, op)
    elif holds == "不含":
        op = _STRICT.get(op, op)
    return Behind(op, found.end(), holds)


def held(op: Op | Literal[""], holds: str) -> Op | Literal[""]:
    """What words before a number say of it, where brackets behind it say whether it is held.

    超过5亿元（含5亿元）, 不低于5%（不含）.
    """
    changes = {"含": _LOOSE, "不含": _STRICT}.get(holds, {})
    return changes.get(op, op) if op else op


def _holds(words: str | None) -> str:
    return "" if not words else "不含" if words.startswith("不") else "含"


def before(text: str, unit: str) -> Op | Literal[""]:
    """What the text up to a number says of it; empty where it says nothing.

    Args:
        text: Since the figure before, at most ``WINDOW`` characters.
        unit: Of the number: words before it reach over to a share of something.
    """
    said: Op | Literal[""] = ""
    for found in _WORDS.finditer(text):
        op, reach, _words = _BEFORE[int((found.lastgroup or "w0")[1:])]
        past = found[0] == "近" and unit in _TIMES
        if not past and _reaches(reach, found[0], text[found.end() :], unit):
            said = op
    return said


def _reaches(reach: _Reach, word: str, gap: str, unit: str) -> bool:
    """Whether a word reaches over ``gap`` to a number of this unit."""
    if _TIGHT_GAP.fullmatch(gap):
        return True
    if reach == "verb":
        return len(gap) <= _NEAR and not _VERB_STOP.search(gap)
    if reach == "number" or _NOUN_STOP.search(gap):
        return False
    if unit in _SHARES:
        of = gap.endswith("的") or (word in _COMPARED and _WHOLE.search(gap))
        return len(gap) <= _FAR and (reach == "noun" or bool(of))
    return reach == "noun" and len(gap) <= _NEAR and "的" not in gap
