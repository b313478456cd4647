"""Chinese numerals for headings."""

__all__ = ["numeral"]

_DIGITS = "零一二三四五六七八九"
_PLACES = ((1000, "千"), (100, "百"), (10, "十"))


def numeral(number: int) -> str:
    """一, 十二, 一百零三: a whole number from 1 to 9999; larger ones stay in digits."""
    if not 0 < number < 10000:
        return str(number)
    written, rest = "", number
    for value, name in _PLACES:
        digit, rest = divmod(rest, value)
        if digit:
            written += _DIGITS[digit] + name
        elif written and rest and not written.endswith("零"):
            written += "零"
    written += _DIGITS[rest] if rest else ""
    return written.removeprefix("一") if written.startswith("一十") else written
