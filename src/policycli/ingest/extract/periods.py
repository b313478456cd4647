"""The period that a sentence gives for its figures."""

import re
from typing import NamedTuple

from policycli.language import N_
from policycli.text.numerals import CHINESE, DIGITS, number, year

__all__ = ["Period", "period"]

_NOT_TO_A_DAY = r"(?!\s*[0-9０-９]{1,2}\s*日)(?!底?前)"
_FOUR = f"[{DIGITS}]{{4}}"
_Y = rf"(?P<year>[{DIGITS}]{{4}}|[{CHINESE}]{{4}}|今|本|去|上)\s*(?:年度?)"
_MONTH = rf"(?:[{DIGITS}]{{1,2}}|[{CHINESE}]{{1,3}})"
_PATTERNS = tuple(
    (form, re.compile(pattern))
    for form, pattern in (
        ("months", rf"(?:{_Y})?\s*(?P<a>{_MONTH})\s*月?\s*[至到\-－—–~～]\s*(?P<b>{_MONTH})\s*月"),
        ("years", rf"(?P<year>{_FOUR})\s*年?\s*[至到\-－—–~～]\s*(?P<end>{_FOUR})\s*年"),
        ("plan", r"“?(?P<plan>十[二三四五]五|十五五)”?(?:时期|期间|末)"),
        ("since", rf"{_Y}(?:(?P<a>{_MONTH})\s*月)?以来"),
        ("until", rf"(?:到|至)\s*{_Y}(?:底|末)?"),
        ("month", rf"{_Y}\s*(?P<a>{_MONTH})\s*月{_NOT_TO_A_DAY}"),
        ("half", rf"(?:{_Y})?\s*(?P<half>[上下])半年"),
        ("year", rf"{_Y}(?!\s*{_MONTH}\s*月\s*[0-9０-９]){_NOT_TO_A_DAY}"),
    )
)
_PLANS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}  # first years
_RELATIVE = {"今": 0, "本": 0, "去": -1, "上": -1}

NO_YEAR = N_("the year is not stated")


class Period(NamedTuple):
    """A period as records write it, what is uncertain about it, and whether it lies ahead."""

    text: str = ""
    check: str = ""
    goal: bool = False


def period(before: str, written: str) -> Period:
    """The period of a figure.

    Args:
        before: The sentence up to the figure; what was said last counts.
        written: The year that the paper is of, for 今年; empty where it is not known.
    """
    found = [(form, match) for form, pattern in _PATTERNS for match in pattern.finditer(before)]
    if not found:
        return Period()
    # Of those that end at the same place the first pattern says most.
    form, match = max(found, key=lambda each: each[1].end())
    return _read(form, match, written)


def _read(form: str, match: re.Match[str], written: str) -> Period:
    groups = match.groupdict()
    if form == "plan":
        first = _PLANS[groups["plan"]]
        return Period(f"{first}/{first + 4}")
    own = _year(groups.get("year") or "今", written)
    if not own:
        return Period(check=NO_YEAR)
    if form == "years":
        return Period(f"{own}/{groups['end']}" if own <= groups["end"] else "")
    months = _month(groups.get("a")), _month(groups.get("b"))
    return _FORMS[form](own, *months, groups.get("half") or "")


def _months(own: str, first: str, last: str, _half: str) -> Period:
    return Period(f"{own}{first}/{own}{last}" if first and first <= last else "")


def _since(own: str, first: str, _last: str, _half: str) -> Period:
    return Period(f"{own}{first}/")


def _until(own: str, _first: str, _last: str, _half: str) -> Period:
    return Period(own, goal=True)


def _half_year(own: str, _first: str, _last: str, half: str) -> Period:
    return Period(f"{own}-01/{own}-06" if half == "上" else f"{own}-07/{own}-12")


def _plain(own: str, first: str, _last: str, _half: str) -> Period:
    return Period(own + first)


_FORMS = {
    "months": _months,
    "since": _since,
    "until": _until,
    "half": _half_year,
    "month": _plain,
    "year": _plain,
}


def _year(text: str, written: str) -> str:
    if text in _RELATIVE:
        return str(int(written) + _RELATIVE[text]) if written else ""
    return year(text)


def _month(text: str | None) -> str:
    value = number(text) if text else None
    return f"-{value:02d}" if isinstance(value, int) and 1 <= value <= 12 else ""
