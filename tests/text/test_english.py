"""Values with Chinese units, read out in English."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycli.text.english import read_out


@pytest.mark.parametrize(
    ("value", "unit", "english"),
    [
        (4, "亿元", "CNY 400 million"),
        (3694, "万元", "CNY 36.94 million"),
        (0.5, "亿元", "CNY 50 million"),
        (1.2, "万亿元", "CNY 1.2 trillion"),
        (31, "亿元", "CNY 3.1 billion"),
        (5000, "元", "CNY 5,000"),
        (2, "亿美元", "USD 200 million"),
        (5000, "人", "5,000 people"),
        (1.2, "万名", "12,000 people"),
        (350, "万吨", "3.5 million tonnes"),
        (2.5, "个百分点", "2.5 percentage points"),
        (1.5, "千克", "1.5 kg"),
        (3, "万公顷", "30,000 hectares"),
        (152, "家", "152家"),
        (92.6, "%", "92.6%"),
        (3, "万台", "3万台"),
        (-0.1, "亿元", "CNY -10 million"),
        (0, "万元", "CNY 0"),
    ],
)
def test_amounts_are_read_out(value: float, unit: str, english: str) -> None:
    """万 and 亿 become thousands, millions and billions; what has no English stays."""
    assert read_out(value, unit) == english


@given(st.integers(-(10**9), 10**9), st.sampled_from(["元", "万元", "亿元", "万亿元"]))
def test_nothing_is_rounded(value: int, unit: str) -> None:
    """What is read out is the number that was written, whatever its size."""
    words = read_out(value, unit).removeprefix("CNY ").replace(",", "").split(" ")
    sizes = {"million": 10**6, "billion": 10**9, "trillion": 10**12}
    size = sizes[words[1]] if len(words) > 1 else 1
    factor = {"元": 1, "万元": 10**4, "亿元": 10**8, "万亿元": 10**12}[unit]
    assert float(words[0]) * size == pytest.approx(value * factor)
