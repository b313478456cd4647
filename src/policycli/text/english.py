"""Values and their units as English has them: CNY 400 million for 4亿元."""

from decimal import Decimal

from policycli.text.numbers import plain, unit

__all__ = ["read_out"]

_CURRENCIES = {"元": "CNY", "美元": "USD", "欧元": "EUR", "港元": "HKD"}
_NOUNS = {
    "人": "people",
    "名": "people",
    "位": "people",
    "人次": "visits",
    "亩": "mu",
    "公顷": "hectares",
    "平方米": "m²",
    "平方公里": "km²",
    "千克": "kg",
    "公斤": "kg",
    "吨": "tonnes",
    "年": "years",
    "个月": "months",
    "天": "days",
    "公里": "km",
    "个百分点": "percentage points",
}
_LARGE = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def read_out(value: float, name: str) -> str:
    """A value of a unit; what merely counts (家, 项) and what has no English stays as it is."""
    base = name if name in _NOUNS else name.lstrip("十百千万亿")
    number = Decimal(str(value)) * unit(name).factor / unit(base).factor
    if base in _CURRENCIES:
        return f"{_CURRENCIES[base]} {_number(number)}"
    if base in _NOUNS:
        return f"{_number(number)} {_NOUNS[base]}"
    return f"{value}{name}"


def _number(number: Decimal) -> str:
    for size, word in _LARGE:
        if abs(number) >= size:
            return f"{plain(number / size):,} {word}"
    return f"{plain(number):,}"
