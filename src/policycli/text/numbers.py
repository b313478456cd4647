"""Numbers and units as Chinese papers write them: 3,694万元, 三千六百万, 92.6%, 近亿.

Units of one dimension convert into each other (GB 3100 for weight and area); a unit that is not
known is a dimension of its own, so that it converts with 万 and 亿 alone.
"""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from math import prod

from policycli.errors import UsageError
from policycli.language import _
from policycli.tuples import NamedTuple

__all__ = ["KNOWN_UNITS", "Quantity", "Unit", "convert", "friendly", "plain", "quantity", "scale"]
__all__ += ["scale_of", "unit"]


class Unit(NamedTuple):
    """A unit, and how it stands to the base unit of its dimension.

    Attributes:
        dimension: ``money``, ``people``, ``things``, ``share``, ``weight``, ``area``, or for
            a unit that is not known its own name.
        base: The base unit, such as 元.
        factor: How many base units one of this unit is.
    """

    dimension: str
    base: str
    factor: Decimal


class Quantity(NamedTuple):
    """A number that was read, with its unit.

    Attributes:
        number: Words such as 万 and 亿 are counted in.
        unit: What stands after the number; may be empty.
        scaled: Whether there was a 十, 百, 千, 万 or 亿 in it.
    """

    number: Decimal
    unit: str
    scaled: bool


_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_SCALES = _SMALL | _LARGE
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_ARABIC = {char: str(value) for char, value in _DIGITS.items()}
_NUMERALS = frozenset("0123456789.,") | _SCALES.keys() | _DIGITS.keys()
_FORMAL = str.maketrans(
    "壹贰叁肆伍陆柒捌玖拾佰仟萬億兩貳參陸", "一二三四五六七八九十百千万亿两二三六"
)
_NOT_IN_UNITS = (_NUMERALS | {*"几数"}) - _SCALES.keys()
_HEDGES = (
    "大约",
    "约",
    "近",
    "将近",
    "接近",
    "超过",
    "超",
    "逾",
    "不少于",
    "至少",
    "不低于",
    "人民币",
)
_LONGEST = 40  # characters of a numeral; nobody writes more
_VAGUE = ("以上", "左右", "上下", "以内")
KNOWN_UNITS = {
    name: Unit(dimension, base, Decimal(factor))
    for dimension, base, names in (
        ("money", "元", {"元": "1"}),
        ("people", "人", {"人": "1", "名": "1", "位": "1"}),
        ("things", "个", {"个": "1", "家": "1", "所": "1"}),  # 个 counts whatever 家 and 所 do
        ("share", "%", {"%": "1", "‰": "0.1"}),
        ("points", "个百分点", {"个百分点": "1", "百分点": "1"}),
        ("weight", "吨", {"吨": "1", "千克": "0.001", "公斤": "0.001", "斤": "0.0005"}),
        ("area", "亩", {"亩": "1", "平方米": "0.0015", "公顷": "15", "平方公里": "1500"}),
    )
    for name, factor in names.items()
}
"""Units by their names; 万 and 亿 may stand before each."""


@lru_cache(1024)
def unit(name: str) -> Unit:
    """What a unit is worth: 万元 is 10,000 of 元, and 万台 10,000 of 台."""
    base, factor = unicodedata.normalize("NFKC", name).strip(), Decimal(1)
    while base not in KNOWN_UNITS and len(base) > 1 and base[0] in _SCALES:
        base, factor = base[1:], factor * _SCALES[base[0]]
    known = KNOWN_UNITS.get(base, Unit(base, base, Decimal(1)))
    return known._replace(factor=known.factor * factor)


def scale_of(words: str) -> int:
    """How many times 万, 亿 and so on after a number multiply it."""
    return prod(_SCALES[word] for word in words)


def convert(value: float | Decimal, name: str, to: str = "") -> int | float:
    """``value`` of the unit ``name`` in the unit ``to``, or in the base unit.

    Raises:
        UsageError: The units do not measure the same.
    """
    own, other = unit(name), unit(to or unit(name).base)
    if own.dimension != other.dimension:
        sentence = _("{unit} does not convert to {other}")
        raise UsageError(sentence.format(unit=name, other=to))
    return plain(Decimal(str(value)) * own.factor / other.factor)


def plain(number: Decimal) -> int | float:
    """A whole number as such, any other as a float."""
    return int(number) if number == number.to_integral_value() else float(number)


def scale(value: float, base: str) -> str:
    """The unit that people write such a value of a base unit in: 亿元 for 3,100,000,000 of 元."""
    if base == "%":
        return base
    word = next((word for word, factor in reversed(_LARGE.items()) if abs(value) >= factor), "")
    return word + base


def friendly(value: float, base: str) -> tuple[int | float, str]:
    """A value in a base unit as people write it: 31 of 亿元 for 3,100,000,000 of 元."""
    name = scale(value, base)
    return convert(value, base, name), name


def quantity(text: str) -> Quantity:
    """Read ``1亿``, ``3,694万元``, ``三千六百万``, ``92.6%``, ``百分之二十``, ``近亿``.

    Words around the number that make it vague (近, 约, 多, 以上) do not change it.

    Raises:
        UsageError: It is no number, or may be several.
    """
    words = _bare(text)
    for start, sign in (("百分之", "%"), ("千分之", "‰")):
        if words.startswith(start):
            words = words.removeprefix(start) + sign
    minus = words.startswith(("-", "负"))
    end = _end(words, int(minus))
    written, name = words[int(minus) : end], words[end:].strip()
    number = _number(written) if len(written) <= _LONGEST else None
    if number is None or not (name in KNOWN_UNITS or _NOT_IN_UNITS.isdisjoint(name)):
        sentence = _("{text} is not a number: write 3694万元, 1亿, 三千六百万 or 92.6%")
        raise UsageError(sentence.format(text=text or "''"))
    scaled = any(char in _SCALES for char in written)
    return Quantity(-number if minus else number, name, scaled)


def _bare(text: str) -> str:
    """``text`` without spaces and what makes it vague, in one script."""
    words = "".join(unicodedata.normalize("NFKC", text).split()).translate(_FORMAL)
    while hedge := next((hedge for hedge in _HEDGES if words.startswith(hedge)), ""):
        words = words.removeprefix(hedge)
    for vague in _VAGUE:
        words = words.removesuffix(vague)
    words = re.sub("点(?=[零〇一二三四五六七八九])", ".", words)
    return words.replace("多", "").replace("余", "")


def _end(words: str, start: int) -> int:
    """Where the number that begins at ``start`` ends: before a unit, which 千克 is as a whole."""
    end = start
    while end < len(words) and words[end:] not in KNOWN_UNITS and words[end] in _NUMERALS:
        end += 1
    return end


def _number(written: str) -> Decimal | None:
    """What a numeral says; ``None`` where it is not well formed.

    The largest scale splits it: what stands before is multiplied, what follows is added.
    """
    scale = next((char for char in reversed(_SCALES) if char in written), "")
    if not scale:
        return _digits(written)
    before, _scale, after = written.rpartition(scale)
    if scale in _SMALL and any(char in _SCALES for char in before):
        return None
    times = _number(before) if before else Decimal(1)
    rest = _rest(after, _SCALES[scale])
    return None if times is None or rest is None else times * _SCALES[scale] + rest


def _rest(written: str, scale: int) -> Decimal | None:
    """What follows a scale; one Chinese digit counts the next smaller one (三千六 is 3600)."""
    if not written:
        return Decimal(0)
    if written in _DIGITS and scale > 10:
        return Decimal(_DIGITS[written]) * scale / 10
    rest = _number(written[1:] if written[0] in "零〇" else written)
    clear = rest is not None and (not written.isdecimal() or rest >= scale // 10)
    return rest if rest is not None and clear and rest < scale else None


def _digits(written: str) -> Decimal | None:
    """A number without scales, in Chinese digits (三, 三.五, 二〇二三) or in Arabic ones."""
    whole, point, rest = written.partition(".")
    if written[:1] in _DIGITS:
        digits, fraction = ("".join(_ARABIC.get(c, "?") for c in part) for part in (whole, rest))
    else:
        first, *groups = whole.split(",")
        grouped = 1 <= len(first) <= 3 and all(len(group) == 3 for group in groups)
        digits = first + "".join(groups) if grouped or not groups else ""
        fraction = rest
    good = _plain_digits(digits) and (_plain_digits(fraction) if point else True)
    return Decimal(f"{digits}.{fraction}" if point else digits) if good else None


def _plain_digits(text: str) -> bool:
    return text.isascii() and text.isdecimal()
