"""What a figure counts: the words behind its unit (102 家成员单位) or before it (众创空间 4 家)."""

import re

from policycli.text.numerals import CHINESE

__all__ = ["indicator"]

_BEHIND = re.compile(
    r"\s*的?((?:[^，。；、：！？（）()“”《》\d\s]|“[^”]{1,12}”|（[^）]{1,12}）){2,30})"
)
_CUT = re.compile(
    r"进行|用于|并|以及|及其|和(?:超过|近|约|[0-9])|撬动|带动|支持|推动|开展|参加|，|达到|，|同比|培育|企业投资$"
)
_BOUND = re.compile(  # the upper one of 一万元以上五万元以下罚款
    rf"^(?:不满|不超过|至)?[{CHINESE}万亿0-9.,]+(?:[元人倍岁日年%]|周岁|个月)(?:以下|以内)?的?"
)
_CLAUSE = re.compile(r"[，。；：！？、（）()《》]")
_TAIL = re.compile(
    r"(?:不得|不能|不应当?|不宜|不可|不再|应当?|必须|须|保持|控制|力争|将|均|可达?|最长|最低|最多|上限|封顶|在|于|不|"
    r"等于|小于|多于|由|从|零下|人民币|(?:提高|提升|降低|增加|压减|扩大|上升|下降|压缩)(?:到|至)|每[月日季周人家户个件项亩吨]|约为|大约|将近|接近|不低于|不少于|不超过|不高于|至少|最高|超过|突破|高于|低于|少于|大于|不满|未满|达到|总计|"
    r"合计|共计|分别为|为|达|近|超|约|逾|共|有|至|到|了|的|以|每年|仅|已|给予|支持)+\s*$"
)
_HEAD = re.compile(
    r"^\s*(?:“?十.五”?(?:期间|时期)|全市(?=[共建已累])|建有|争取|集聚|培育|开展|推荐|"
    r"目前|其中|同时|此外|全年|截至目前|今年以来|今年|近年来|同期|已经|已|共|累计|获得?|每[年家个项]|"
    r"按照|对|将|可|给予|一次性|安排|设立|新增|建立|新建|建设|组织|投入|完成|实现|并|和|及|再|以|力争|"
    r"确保|[0-9]{4}\s*[—－-]\s*[0-9]{4}\s*年|[0-9]{4}\s*年(?:度|底|末|以来)?|到|[至—-]|"
    r"[0-9]{1,2}\s*月|[0-9]{1,2}[.．、]\s*)+"
)
_CHANGE = re.compile(r"^(?:同比|环比|较上年|比上年)?(?:增长|增加|下降|减少|提高|提升|降低)了?$")
_RISES = re.compile(  # 由每年2亿元提高到5亿元 is one thing twice
    r"(?:逐步|进一步)?(?:提高|提升|增加|增长|拓展|扩大|上升|上调|下降|下调|降低|压减|压缩|缩短|减少|调整)"
    r"(?:到|至|为)"
)
_LONGEST = 30
_RELATED = re.compile(  # 奖酬比例不低于净收入的: the one before, or else what it is a share of
    r"(?P<one>.*?)(?:不(?:得|能|应当?|宜|可)?)?(?:超过|低于|高于|少于|多于|大于|小于)(?P<of>.{2,})"
)
_MEASURED = re.compile(
    "(?:比例|比重|占比|率|强度|费用?|额|额度|支出|投入|资金|收入|价格?|标准|工资|数|面积|期限|时间|成本|比)$"
)
_JOINS = ("/", "／", "和", "及", "与", "并", "或", "以及")
_NEAR = 8  # characters
_PER = re.compile(r"(?P<per>每一?[年月日季周人家户个件项亩吨])度?[^，。；每]{0,5}$")
_SHARES = ("%", "‰", "个百分点", "百分点", "倍")


def indicator(before: str, behind: str, unit: str, previous: str) -> str:
    """The name of a figure; empty where none was found.

    Args:
        before: The sentence between the figure before and this one.
        behind: The sentence after its unit.
        unit: Shares are named by what stands before them.
        previous: The name of the figure before, which 同比增长 is of.
    """
    name, follows = _before(before), _behind(behind)
    if not name and not follows and _RISES.fullmatch(before.strip()):
        return previous
    if _CHANGE.match(name) and previous:
        return f"{previous}{name}"[: 2 * _LONGEST]
    whose = behind.lstrip().startswith("的") and _MEASURED.search(name)  # 成交额超过1亿元的企业
    ahead = whose or unit in _SHARES or not follows
    first, second = (name, follows) if ahead else (follows, name)
    named, per = first or second, _PER.search(before[-_NEAR:])
    return f"{named}（{per['per']}）" if named and per else named


def _behind(text: str) -> str:
    found = None if text.startswith(_JOINS) or _RISES.match(text) else _BEHIND.match(text)
    name = (
        _CUT.split(_BOUND.sub("", found[1]))[0].strip("的").rstrip("和与及等:： ") if found else ""
    )
    return name if len(name) >= 2 else ""


def _before(text: str) -> str:
    """The last clause before the number that names something, without what only leads to it."""
    for clause in reversed(_CLAUSE.split(text.rstrip())):
        name = (
            _HEAD.sub("", _related(_TAIL.sub("", clause.strip())))
            .strip("“” 的")
            .rstrip("和与及等:")
        )
        if name.count("”") != name.count("“"):
            name = name.replace("”", "")
        if len(name) >= 2:
            return name[-_LONGEST:]
    return ""


def _related(clause: str) -> str:
    """What a clause is about that compares one thing with another."""
    found = _RELATED.fullmatch(clause)
    if not found:
        return clause
    return found["one"] if _MEASURED.search(found["one"]) else found["of"]
