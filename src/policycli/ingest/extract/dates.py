"""Where papers have dates: in sentences, and on lines of their own."""

import re

from policycli.text.dates import joined
from policycli.text.numerals import CHINESE, DIGITS

__all__ = ["DATE", "DAY", "date_in", "iso", "known_day", "only_date", "title_year"]

_YEAR = rf"([{DIGITS}]{{4}}|[{CHINESE}○Ｏ◯Oo]{{4}})"
_UNIT = rf"([{DIGITS}]{{1,2}}|[{CHINESE}]{{1,3}})"
DATE = re.compile(rf"{_YEAR}\s*年(?:\s*{_UNIT}\s*月(?:\s*{_UNIT}\s*日)?)?")
DAY = r"(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
"""A day in digits, as a pattern."""

_DASHED = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?![0-9])")
_YEAR_OF = re.compile(
    r"(?<![0-9])((?:19|20)[0-9]{2})(?:\s*年|(?=\s*[—–~～至到-]+\s*(?:19|20)[0-9]))"
)
_ONLY = re.compile(r"[（(]?(.{6,20}?)[）)]?")


def iso(found: re.Match[str]) -> str:
    """``2023``, ``2023-03`` or ``2023-03-01``; empty for what is in no calendar."""
    return joined(found.groups())


def date_in(text: str) -> str:
    """The last date that a text gives to the day; empty where there is none."""
    days = [iso(found) for found in DATE.finditer(text) if found[3]]
    return days[-1] if days else ""


def only_date(line: str) -> str:
    """The date of a line that holds nothing else, to the day."""
    inside = _ONLY.fullmatch(line.replace(" ", "").replace("\u3000", ""))
    if not inside:
        return ""
    found = DATE.fullmatch(inside[1]) or _DASHED.fullmatch(inside[1])
    return iso(found) if found and found.group(3) else ""


def title_year(title: str, otherwise: str) -> str:
    """The year that a title names; empty where it names several, ``otherwise`` where none."""
    years = _YEAR_OF.findall(title)
    return years[0] if len(years) == 1 else "" if years else otherwise


def known_day(text: str) -> str:
    """The date that a site gives of a paper, to the day or to the month."""
    found = _DASHED.search(text) or DATE.search(text)
    return iso(found) if found and found[2] else ""
