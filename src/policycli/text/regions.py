"""Names of regions as people write them: with and without what kind of region each is."""

import re

__all__ = ["short_name"]

_KINDS = (
    "特别行政区",
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "地区",
    "特区",
    "新区",
    "省",
    "市",
    "县",
    "区",
    "盟",
    "旗",
)
"""What names of regions end with (GB/T 2260), the longer ones first."""
_PEOPLES = (
    "(?:维吾尔|(?:各|蒙古|回|藏|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜"
    "|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|鄂温克"
    "|保安|裕固|独龙|鄂伦春)族|蒙古|哈萨克|柯尔克孜|塔吉克|锡伯|回)+$"
)
"""The peoples that autonomous regions are named after, behind the place."""


def short_name(name: str) -> str:
    """A region's name without its kind: 贵州 for 贵州省, 恩施 for 恩施土家族苗族自治州.

    At least two characters stay.
    """
    for kind in _KINDS:
        short = name.removesuffix(kind)
        if short != name and len(short) >= 2:
            if not kind.startswith("自治"):
                return short
            place = re.sub(_PEOPLES, "", short)
            return place if len(place) >= 2 else short.removesuffix("族")
    return name
