"""From when and until when a paper is in force, as its text says."""

import re

from policycli.ingest.extract.dates import DATE, iso
from policycli.language import N_
from policycli.text.numerals import number

__all__ = ["validity"]

_FORCE = re.compile(rf"自\s*{DATE.pattern}\s*起(?:正式)?(?:施行|实施|执行|生效)")
_FROM_NOW = re.compile(r"自(?:公布|发布|印发)之日起(?:正式)?(?:施行|实施|执行)")
_UNTIL = re.compile(rf"(?:有效期|施行|执行|实施)[^。，；]{{0,8}}至\s*{DATE.pattern}")
_YEARS = re.compile(r"有效期(?:限)?[为是]?\s*([0-9一二三四五六七八九十]{1,2})\s*年")


def validity(text: str, date: str, checks: dict[str, str]) -> tuple[str, str]:
    """From when and until when it is in force, as the text says."""
    since, until = "", ""
    if found := _last(_FORCE, text):
        since = iso(found)
    elif _FROM_NOW.search(text):
        since = date
        checks["in_force_from"] = N_("the text says: from the day of publication")
    if found := _last(_UNTIL, text):
        until = iso(found)
    elif (found := _last(_YEARS, text)) and (until := _later(since, number(found[1]))):
        checks["in_force_until"] = N_("counted from the years that the text says it is valid")
    return since, until if not since or until >= since else ""


def _later(since: str, years: int | float | None) -> str:
    """Last day of a validity of N years; only the year when the start is not a day.

    Empty where the year is open too: what begins some day in January may end in December.
    """
    import datetime

    is_day = len(since) == len("2023-05-31")
    if not isinstance(years, int) or (not is_day and since[5:7] in ("", "01")):
        return ""
    if not is_day:
        return str(int(since[:4]) + years)
    start = datetime.date.fromisoformat(since)
    moved = start.replace(year=start.year + years, day=min(start.day, 28))
    moved += datetime.timedelta(days=start.day - min(start.day, 28) - 1)
    return moved.isoformat()


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(text))), None)
