"""Numbers, their units, and what bounds they are."""

import pytest

from policycli.norms.quantities import masked, quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("不低于百分之三十", (30, 30, "%", "floor")),
        ("不得超过三年", (36, 36, "月", "ceiling")),
        ("处五万元以下的罚款", (50_000, 50_000, "元", "ceiling")),
        ("连续三至五年", (36, 60, "月", "exact")),
        ("在十五个工作日内答复", (15, 15, "工作日", "ceiling")),
        ("每年6月30日前报送", (630, 630, "日期", "ceiling")),
        ("年满十八周岁以上", (18, 18, "岁", "floor")),
        ("满二年的", (24, 24, "月", "floor")),
        ("奖励20%", (20, 20, "%", "exact")),
    ],
)
def test_reads_value_unit_and_bound(text: str, expected: tuple[float, float, str, str]) -> None:
    """A quantity is read with the unit it is compared in, and as floor, ceiling or exact."""
    (found,) = quantities(text)

    assert found[:4] == expected


@pytest.mark.parametrize(
    "text",
    [
        "依照第三条第二款办理",
        "统一管理",
        "一次性告知",
        "2023年5月1日起施行",
        "一个单位",
        "报告上一年度情况",
    ],
)
def test_numbers_of_other_uses_are_no_quantities(text: str) -> None:
    """Articles, dates of papers and set phrases measure nothing."""
    assert quantities(text) == ()


def test_masked_keeps_what_is_measured() -> None:
    """Masking blanks the number alone."""
    assert masked("提取不低于百分之三十的收益") == "提取不低于#的收益"


def test_a_floor_and_the_ceiling_behind_it_are_a_range() -> None:
    """一万元以上五万元以下 is one quantity; 以上 alone stays a floor."""
    (scale,) = quantities("处一万元以上五万元以下罚款")
    floor, deadline = quantities("取水一万吨以上的，应当在三十日内申报")

    assert (scale.low, scale.high, scale.words) == (10_000, 50_000, "一万元以上五万元以下")
    assert (floor.bound, deadline.bound) == ("floor", "ceiling")
