"""Calendars are read back by a library other than the one that wrote them."""

import sys
from datetime import date
from typing import Any

import pytest
import vobject

from policycli import language
from policycli.analysis.due import Due
from policycli.analysis.timeline import Event
from policycli.errors import UsageError
from policycli.exchange.ics import content
from policycli.records.model import Policy

HEAD = Policy("east", "东河市“成果转化”行动；续")
LONG = "东河市科技成果转化中试基地、概念验证中心与技术经理人队伍建设，" * 6
FUND = Event(
    *("2024年底", "deadline", "planned", HEAD, f"{LONG};\\, “末”\n二行", "", ("east.fund",)),
    bodies=("市科技局", "市财政局"),
)


def events(*found: Due) -> list[Any]:
    """The events of a calendar, as vobject has them."""
    return list(vobject.readOne(content(found).decode("utf-8")).contents.get("vevent", ()))


def test_a_day_is_a_day() -> None:
    """An event lasts the whole day, in every time zone, and leaves it free."""
    (event,) = events(Due(FUND, "2024-12-31", 5))
    assert (event.dtstart.value, event.dtend.value) == (date(2024, 12, 31), date(2025, 1, 1))
    assert event.transp.value == "TRANSPARENT"


def test_words_come_back_as_they_were() -> None:
    """Long lines, commas, semicolons, backslashes and line breaks are no syntax."""
    language.use("zh")
    (event,) = events(Due(FUND, "2024-12-31", 5))
    assert event.summary.value == f"期限：{FUND.title}"
    assert event.description.value.splitlines()[0] == HEAD.title
    assert "市科技局、市财政局" in event.description.value


def test_lines_are_as_long_as_the_standard_has_them() -> None:
    """75 octets at most, folded between characters, each ended by CR LF (RFC 5545, 3.1)."""
    lines = content([Due(FUND, "2024-12-31", 5)]).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or line.decode("utf-8") is None for line in lines)


def test_an_event_that_is_moved_stays_the_same() -> None:
    """Its UID is that of the record, so a calendar moves it instead of adding another."""
    (one,), (other,) = events(Due(FUND, "2024-12-31", 5)), events(Due(FUND, "2025-12-31", 370))
    assert one.uid.value == other.uid.value == "east.fund-deadline@policycli"


def test_days_of_one_summary_are_apart() -> None:
    """Two deadlines that a summary names have UIDs of their own."""
    read = [FUND._replace(date=day, quote=day) for day in ("2024", "2025")]
    uids = {event.uid.value for event in events(*(Due(each, "2024-12-31", 5) for each in read))}
    assert len(uids) == 2


def test_nothing_due_is_a_calendar_without_events() -> None:
    """One that takes in the file every night forgets what was in it; it has a component still."""
    assert events() == []
    (component,) = vobject.readOne(content([]).decode()).components()
    assert (component.name, component.tzid.value) == ("VTIMEZONE", "Asia/Shanghai")


def test_without_the_library_one_line_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence ends with the command."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(UsageError, match=r"install icalendar: pip install .*\[office\]'$"):
        content([])
