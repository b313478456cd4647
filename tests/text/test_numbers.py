"""Numbers and units as Chinese papers write them."""

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycli.errors import UsageError
from policycli.text.numbers import Quantity, convert, friendly, quantity, unit

DIGITS = "零一二三四五六七八九"
SCALES = ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十"))


def in_chinese(number: int) -> str:
    """A number below 10**12 written out in full, as a cheque has it: 一十五, 三百零五."""
    if number < 10:
        return DIGITS[number]
    factor, scale = next(pair for pair in SCALES if number >= pair[0])
    times, rest = divmod(number, factor)
    gap = "零" if 0 < rest < factor // 10 else ""
    return in_chinese(times) + scale + gap + (in_chinese(rest) if rest else "")


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        ("1亿", 100_000_000, ""),
        ("3,694万元", 36_940_000, "元"),
        ("３，６９４万元", 36_940_000, "元"),
        ("3694 万元", 36_940_000, "元"),
        ("三千六百万", 36_000_000, ""),
        ("92.6%", Decimal("92.6"), "%"),
        ("12.5％", Decimal("12.5"), "%"),
        ("百分之二十", 20, "%"),
        ("近亿", 100_000_000, ""),
        ("两千多万元", 20_000_000, "元"),
        ("超过5000人", 5000, "人"),
        ("1亿元以上", 100_000_000, "元"),
        ("3亿5000万", 350_000_000, ""),
        ("1万亿元", 10**12, "元"),
        ("十五家", 15, "家"),
        ("一百零五", 105, ""),
        ("三百五", 350, ""),
        ("一亿五", 150_000_000, ""),
        ("三点五亿", 350_000_000, ""),
        ("十三点五", Decimal("13.5"), ""),
        ("壹佰万元", 1_000_000, "元"),
        ("二〇二三", 2023, ""),
        ("1万5000", 15_000, ""),
        ("50千克", 50, "千克"),
        ("-5", -5, ""),
        ("负3%", -3, "%"),
        ("5个百分点", 5, "个百分点"),
    ],
)
def test_numbers_are_read(text: str, number: Decimal | int, name: str) -> None:
    """Arabic and Chinese digits, scales, commas, full width and words such as 近 are understood."""
    read = quantity(text)
    assert (read.number, read.unit) == (number, name)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "几千万",
        "数亿",
        "1,00",
        "1.2.3",
        "5.",
        ".",
        "3亿5",
        "3千5千",
        "十百",
        "亿" * 3000,
    ],
)
def test_what_is_unclear_is_told(text: str) -> None:
    """What is no number, or may be several, gets a sentence with examples to write."""
    with pytest.raises(UsageError, match="is not a number: write 3694万元"):
        quantity(text)


def test_a_scale_is_remembered() -> None:
    """Whether 万 or 亿 was written decides what a number beside ``--unit`` means."""
    assert [quantity(text).scaled for text in ("5", "5亿", "5元")] == [False, True, False]


@pytest.mark.parametrize(
    ("value", "name", "to", "result"),
    [
        (3694, "万元", "", 36_940_000),
        (2.65, "亿元", "元", 265_000_000),
        (3694, "万元", "亿元", 0.3694),
        (27, "位", "名", 27),
        (92.6, "%", "", 92.6),
        (70, "万吨", "", 700_000),
        (500, "公斤", "吨", 0.5),
        (3, "万台", "台", 30_000),
        (2, "公顷", "亩", 30),
    ],
)
def test_values_convert_within_a_dimension(value: float, name: str, to: str, result: float) -> None:
    """Without a unit to convert to it is the base unit; a decimal does not lose a cent."""
    assert convert(value, name, to) == result


def test_values_do_not_convert_between_dimensions() -> None:
    """Money is not people, and a unit that is unknown is like no other."""
    for name, to in (("万元", "人"), ("%", "个百分点"), ("万台", "套")):
        with pytest.raises(UsageError, match="does not convert"):
            convert(1, name, to)


def test_units_of_one_dimension_have_one_base() -> None:
    """名, 位 and 人 count people; 家 and 个 count things."""
    assert {unit(name).base for name in ("人", "名", "位", "万人")} == {"人"}
    assert unit("家").dimension == unit("个").dimension != unit("人").dimension


@pytest.mark.parametrize(
    ("value", "base", "written"),
    [
        (3_100_000_000, "元", "31亿元"),
        (36_940_000, "元", "3694万元"),
        (265, "个", "265个"),
        (92.6, "%", "92.6%"),
    ],
)
def test_values_are_written_with_scales(value: float, base: str, written: str) -> None:
    """Large values are told in 万 and 亿."""
    number, unit = friendly(value, base)
    assert f"{number}{unit}" == written


@given(st.integers(0, 10**12 - 1))
def test_what_is_written_out_is_read_back(number: int) -> None:
    """Every number in Chinese is the number that was meant."""
    assert quantity(in_chinese(number)) == Quantity(Decimal(number), "", number >= 10)


@given(st.integers(0, 10**12), st.sampled_from(["元", "家", "%", "吨", ""]))
def test_commas_do_not_matter(number: int, name: str) -> None:
    """A number with thousands set apart is the same number."""
    assert quantity(f"{number:,}{name}") == quantity(f"{number}{name}")


@given(
    st.text(max_size=30)
    | st.text(alphabet="零一二两十百千万亿0123456789.,点近多几元%", max_size=30)
)
def test_any_text_is_a_number_or_told(text: str) -> None:
    """Whatever is typed, it is read or refused with a sentence."""
    with contextlib.suppress(UsageError):
        assert isinstance(quantity(text).number, Decimal)
