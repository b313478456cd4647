"""Numbers in running text, and what is equal to one that is asked for."""

import pytest

from policycli.text.amounts import asked, keys


def found(query: str, text: str) -> list[str]:
    """What stands in the text for a number that is asked for."""
    amount = asked(query)
    assert amount
    return [text[other.start : other.end] for other in amount.stands(text)]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("3694万元", "争取3694万元,另有23694万元", ["3694万元"]),
        ("0.3694亿元", "争取3,694万元", ["3,694万元"]),
        ("三千六百九十四万元", "争取3694万元", ["3694万元"]),
        ("3.6亿元", "投资23.2亿元,3.65亿元,36亿元", []),
        ("3000条", "征集3000多条信息", ["3000多"]),
        ("3000", "3000多条,13000人,3000.5吨", ["3000多"]),
        ("20亿", "总额20亿元,20家", ["20亿元"]),
        ("8条", "产业人才8条,8家,18条", ["8"]),
        ("2023年", "2023年3月,2023家", ["2023"]),
        ("2千克", "2千克,2千公斤,2000克", ["2千克"]),
        ("百分之二十", "增长20%,20个", ["20%"]),
        ("102名", "102位专家,102家单位", ["102位"]),
        ("194家", "194个项目,194家企业", ["194家"]),
    ],
)
def test_a_number_is_equal_or_it_is_another(query: str, text: str, expected: list[str]) -> None:
    """Units convert, thousands may have commas, and no part of a number is a number."""
    assert found(query, text) == expected


@pytest.mark.parametrize(
    "term",
    ["台账", "六大工程", "十四五", "5g", "第56条", "2023年3月", "一家", "万", "产业人才8条", ""],
)
def test_words_are_no_numbers(term: str) -> None:
    """Neither is what holds a number and says more."""
    assert asked(term) is None


def test_every_number_is_found_by_all_its_names() -> None:
    """With the base unit, in full, and as it is written."""
    assert keys("约3694万元") == {"36940000元", "36940000", "3694"}
