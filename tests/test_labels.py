"""How codes and values are written."""

from typing import get_args

import pytest

from policycli import labels, language
from policycli.records import model
from policycli.records.model import Figure, Region


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("内蒙古自治区", "内蒙古"),
        ("广西壮族自治区", "广西"),
        ("香港特别行政区", "香港"),
        ("贵州省", "贵州"),
        ("潜江市", "潜江"),
        ("市", "市"),
        ("恩施土家族苗族自治州", "恩施"),
    ],
)
def test_regions_are_shown_by_their_short_names(name: str, short: str) -> None:
    """What every region is, province or city, need not be said in a table."""
    language.use("zh")
    assert labels.region(Region("000000", name, "English")) == short


def test_a_region_without_an_english_name_is_shown_in_chinese() -> None:
    """English falls back to Chinese."""
    assert labels.region(Region("000000", "贵州省")) == "贵州"
    assert labels.region(None) == ""


@pytest.mark.parametrize(
    ("figure", "written"),
    [
        (Figure("", 4, "亿元"), "4亿元"),
        (Figure("", 92.6, "%"), "92.6%"),
        (Figure("", 5000, "人", op=">"), "> 5000人"),
        (Figure("", 1, "亿元", op="~"), "≈ 1亿元"),
    ],
)
def test_figures_are_written_as_people_write_them(figure: Figure, written: str) -> None:
    """Operator, number and unit stand together."""
    language.use("zh")
    assert labels.figure(figure) == written


def test_figures_are_read_out_in_english() -> None:
    """Money, people and the like; what merely counts stays."""
    assert labels.figure(Figure("", 1, "亿元", op="~")) == "≈ CNY 100 million"
    assert labels.figure(Figure("", 20, "家", op=">=")) == "≥ 20家"


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("end", get_args(model.End)),
        ("status", get_args(model.Status)),
        ("role", get_args(model.Role)),
        ("kind", get_args(model.Kind)),
        ("relation", get_args(model.RelationType)),
    ],
)
def test_every_code_has_a_name_in_chinese(name: str, codes: tuple[str, ...]) -> None:
    """No code of the records reaches a Chinese screen as it is."""
    language.use("zh")
    shown = [getattr(labels, name)(code) for code in codes]
    assert not any(text.isascii() for text in shown)


def test_an_unknown_instrument_is_shown_as_its_code() -> None:
    """Codes beyond the known ones are no mistake."""
    assert labels.instrument("PI099") == "PI099"


def test_a_region_without_an_english_name_has_that_of_its_code() -> None:
    """As drafts of documents have none."""
    assert labels.region(Region("330114", "钱塘区")) == "Qiantang"
    assert labels.region(Region("999999", "长三角")) == "长三角"
