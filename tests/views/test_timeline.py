"""What happened and what is planned."""

import pytest

from policycli import language
from policycli.analysis.timeline import Event
from policycli.views import timeline
from policycli.views.model import Stretch
from tests.views.making import EAST, rows

POLICY = Event("2023-03", "policy", "past", EAST, EAST.title, EAST.title_en, ("east",))
FOUNDED = Event(
    "2023-05-31", "founding", "past", EAST, "基金", "Fund", ("east", "east.fund"), "5月设立"
)
GOAL = Event("2027", "target", "planned", EAST, "企业 100家", "", ("east.fund",))
VAGUE = Event("验收前", "deadline", "planned", EAST, "企业", "", ("east.fund",))


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("zh", ["2023-05-31", "已发生", "东河", "成立", "east.fund", "基金", "5月设立"]),
        ("en", ["2023-05-31", "past", "Donghe", "founding", "east.fund", "Fund", "5月设立"]),
    ],
)
def test_an_event_is_one_line(lang: str, expected: list[str]) -> None:
    """The id is that of the record nearest to it; the quote is as the summary has it."""
    language.use(lang)
    (row,) = rows(timeline.view([FOUNDED]))
    assert [*row.values()][:7] == expected
    assert row["ids"] == "east\neast.fund"
    assert row.get("official") == ("基金" if lang == "en" else None)


def test_what_has_no_english_title_has_no_other_one() -> None:
    """Documents and targets are Chinese on every screen."""
    assert [row["official"] for row in rows(timeline.view([POLICY, GOAL]))] == [EAST.title, ""]


def test_rough_dates_are_stretches_of_a_picture() -> None:
    """A month is as long as it is; what is no date at all is not drawn."""
    chart = timeline.chart([POLICY, FOUNDED, VAGUE])
    assert chart
    assert [(mark.first, mark.last) for mark in chart.marks if isinstance(mark, Stretch)] == [
        ("2023-03-01", "2023-03-31"),
        ("2023-05-31", "2023-05-31"),
    ]
    assert timeline.chart([VAGUE]) is None


@pytest.mark.parametrize(
    ("lang", "label"),
    [
        ("zh", "东河市成果转化行动"),
        ("en", "Donghe's transfer drive\n东河市成果转化行动"),
    ],
)
def test_a_label_has_the_official_title(lang: str, label: str) -> None:
    """On an English screen on a line of its own, under the English one."""
    language.use(lang)
    chart = timeline.chart([POLICY])
    assert chart
    (mark,) = chart.marks
    assert isinstance(mark, Stretch)
    assert mark.label == label


def test_an_open_stretch_does_not_leave_its_state() -> None:
    """``2023-03/`` in the past ends where the past does, not where the plans are."""
    chart = timeline.chart([POLICY._replace(date="2023-03/"), FOUNDED, GOAL])
    assert chart
    first = chart.marks[0]
    assert isinstance(first, Stretch)
    assert (first.first, first.last, first.group) == ("2023-03-01", "2023-05-31", "past")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_data_is_codes(lang: str) -> None:
    """What and state are codes, whatever the screen speaks."""
    language.use(lang)
    view = timeline.view([FOUNDED, GOAL], limit=1)
    data = view.data(view.items[0])
    assert (view.truncated, data["what"], data["state"], data["ids"]) == (
        True,
        "founding",
        "past",
        ["east", "east.fund"],
    )
