"""Regions: one table of today's codes, and of former ones."""

import pytest

from policycli.text.divisions import (
    Division,
    called,
    division,
    english,
    leading,
    level,
    named,
    plain,
)
from policycli.text.regions import short_name


def code(place: Division | None) -> str:
    """Its code; empty for none."""
    return place.code if place else ""


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("310151", "崇明区"),
        ("330114", "钱塘区"),
        ("440309", "龙华区"),
        ("540600", "那曲市"),
        ("429005", "潜江市"),
        ("810000", "香港特别行政区"),
    ],
)
def test_the_table_is_that_of_today(number: str, name: str) -> None:
    """Divisions made since 2015 are known, and are not former ones."""
    found = division(number)
    assert found
    assert (found.name, found.now) == (name, None)


@pytest.mark.parametrize(
    ("number", "name", "now"),
    [
        ("310230", "崇明县", "310151"),
        ("542400", "那曲地区", "540600"),
        ("371200", "莱芜市", "370116"),
        ("340823", "枞阳县", "340722"),
        ("542623", "米林县", "540481"),  # renumbered in 2015, a city since 2023
        ("330103", "下城区", "330105"),
    ],
)
def test_codes_that_are_no_more_say_what_came_after(number: str, name: str, now: str) -> None:
    """Through all changes up to today's code."""
    found = division(number)
    assert found
    assert (found.name, found.now) == (name, now)
    assert plain(name) in called(now)[0]


def test_every_former_code_leads_to_one_of_today_or_to_none() -> None:
    """No chain of changes ends at what is no more itself."""
    from policycli.text.divisions import _lines

    every = [division(number) for number in _lines()]
    heirs = [division(place.now) for place in every if place and place.now]
    assert len(heirs) > 500
    assert all(place and place.now is None for place in heirs)


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("150000", "Inner Mongolia"),
        ("610000", "Shaanxi"),
        ("140000", "Shanxi"),
        ("150100", "Hohhot"),
        ("650100", "Ürümqi"),
        ("610100", "Xi'an"),
        ("341500", "Lu'an"),
        ("411100", "Luohe"),
        ("140400", "Changzhi"),
        ("420300", "Shiyan"),
        ("429005", "Qianjiang"),
        ("422800", "Enshi"),
        ("340700", "Tongling"),
        ("100000", "China"),
        ("999999", ""),
    ],
)
def test_english_names_are_those_of_maps(number: str, name: str) -> None:
    """Official where they are not pinyin, read as people there say them, without the kind."""
    assert english(number) == name


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("上海市崇明区人民政府", "310151"),
        ("崇明县人民政府", "310230"),
        ("襄樊市科技局", "420600"),
        ("枞阳县人民政府", "340722"),  # today's before the former one of the same name
        ("安庆市枞阳县人民政府", "340823"),
        ("恩施州人民政府", "422800"),
        ("上海浦东", "310115"),
        ("杭州市钱塘区", "330114"),
        ("吉林省科技厅", "220000"),
        ("吉林市科技局", "220200"),
        ("朝阳区人民政府", ""),  # which of them?
        ("北京市朝阳区人民政府", "110105"),
        ("中国科学院", ""),
        ("和平发展", ""),
    ],
)
def test_a_body_stands_in_the_region_it_begins_with(text: str, number: str) -> None:
    """Down to the county, and not where several could be meant."""
    assert code(leading(text)) == number


def test_full_names_are_found_in_titles() -> None:
    """Also former ones, where they are nothing else."""
    found = named("湖北省支持潜江市和崇明县发展的意见")
    assert [place.code for place in found] == ["420000", "429005", "310230"]


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("100000", "国家级"),
        ("420000", "省级"),
        ("420300", "市级"),
        ("429005", "市级"),
        ("310151", "县级"),
    ],
)
def test_a_region_has_its_level(number: str, name: str) -> None:
    """Cities directly under their province count as such."""
    assert level(number) == name


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("贵州省", "贵州"),
        ("内蒙古自治区", "内蒙古"),
        ("广西壮族自治区", "广西"),
        ("新疆维吾尔自治区", "新疆"),
        ("香港特别行政区", "香港"),
        ("恩施土家族苗族自治州", "恩施"),
        ("双江拉祜族佤族布朗族傣族自治县", "双江"),
        ("鄂温克族自治旗", "鄂温克"),
        ("浦东新区", "浦东"),
        ("万柏林区", "万柏林"),
        ("锡林郭勒盟", "锡林郭勒"),
        ("蔚县", "蔚县"),
        ("贵州", "贵州"),
    ],
)
def test_a_short_name_is_the_place_alone(name: str, short: str) -> None:
    """Without kind and peoples, of two characters at least."""
    assert short_name(name) == short


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Ürümqi", "urumqi"),
        ("Xi'an City", "xian"),
        ("Hubei Province", "hubei"),
        ("Guangxi Zhuang Autonomous Region", "guangxi"),
        ("Inner Mongolia Autonomous Region", "innermongolia"),
        ("Enshi Tujia and Miao Autonomous Prefecture", "enshi"),
        ("Hong Kong Special Administrative Region", "hongkong"),
        ("Lvliang", "luliang"),
        ("湖北 省", "湖北省"),
    ],
)
def test_names_are_compared_without_accents_and_kinds(name: str, key: str) -> None:
    """As people write them in English, with kind or without."""
    assert plain(name) == key
