"""What happened when, and what is planned."""

import pytest

from policycli.analysis.documents import named, papers
from policycli.analysis.timeline import Event, timeline
from policycli.errors import UsageError
from policycli.records.model import Document, Entry, Measure, Policy
from policycli.text.titles import bare

Twins = list[Entry[Policy]]
Measures = list[Entry[Measure]]


@pytest.fixture(scope="session")
def documents(twins: Twins, measures: Measures) -> list[Entry[Document]]:
    """The documents that the policies and their measures name."""
    every: list[Entry[Policy] | Entry[Measure]] = [*twins, *measures]
    return [Entry(e.id, e.head, document) for e in every for document in e.record.documents]


@pytest.fixture
def events(twins: Twins, measures: Measures, documents: list[Entry[Document]]) -> list[Event]:
    """All events, as seen on 30 June 2024."""
    return timeline(twins, measures, documents, today="2024-06-30")


def test_events_stand_in_order(events: list[Event]) -> None:
    """A year alone stands at its beginning for what happened, at its end for what is planned."""
    assert [(event.date, event.what, event.state) for event in events] == [
        ("2023/", "founding", "past"),
        ("2023-02-01", "document", "past"),
        ("2023-03", "policy", "past"),
        ("2023-05", "founding", "past"),
        ("2024", "expiry", "planned"),
        ("2024年底", "deadline", "planned"),
        ("2024", "target", "planned"),
    ]


def test_what_was_due_is_neither_past_nor_planned(
    twins: Twins, measures: Measures, documents: list[Entry[Document]]
) -> None:
    """After its time a deadline was due, and a policy has expired."""
    later = timeline(twins, measures, documents, today="2025-01-01", since="2024")
    assert {event.what: event.state for event in later if event.date != "2023/"} == {
        "expiry": "past",
        "deadline": "due",
        "target": "due",
    }


def test_a_founding_is_quoted(events: list[Event]) -> None:
    """The sentence that it was read from stands beside it."""
    assert [event.quote for event in events if event.what == "founding"] == [
        "委员会2023年以来正式成立",
        "基金2023年5月设立，投向中试",
    ]


@pytest.mark.parametrize(
    ("start", "end", "dates"),
    [
        ("2023-04", "2023-12", {"2023/", "2023-05"}),
        ("", "2023-01", {"2023/"}),
        ("2024年12月", "", {"2024", "2024年底"}),
        ("2023-03-31", "2023-03-31", {"2023/", "2023-03"}),
    ],
)
def test_what_may_lie_between_two_dates_is_shown(
    twins: Twins,
    measures: Measures,
    documents: list[Entry[Document]],
    start: str,
    end: str,
    dates: set[str],
) -> None:
    """A month counts where any of its days is inside; what happened since 2023 did so by today."""
    found = timeline(twins, measures, documents, today="2024-06-30", since=start, until=end)
    assert {event.date for event in found} == dates


def test_a_policy_dated_by_its_own_document_is_told_once() -> None:
    """成文日期 and the date of the paper that was issued are one event."""
    paper = Document("办法", "2022-12-31", role="issued")
    policy = Policy("a", "甲", date="2022-12-31", documents=(paper,))
    found = timeline(
        [Entry("a", policy, policy)], [], [Entry("a", policy, paper)], today="2024-01-01"
    )
    assert [event.what for event in found] == ["document"]


def test_a_deadline_in_words_stands_last() -> None:
    """Words that are no date are kept, and left out where dates are asked for."""
    entry = Entry("a.m", Policy("a", "甲"), Measure("m", "题", deadline="“十四五”末"))
    (event,) = timeline([], [entry], [], today="2024-01-01")
    assert (event.date, event.state) == ("“十四五”末", "planned")
    assert timeline([], [entry], [], today="2024-01-01", since="2020") == []


def test_no_date_is_told() -> None:
    """A limit that is no date says what to write."""
    with pytest.raises(UsageError, match="last year is not a date: write 2023"):
        timeline([], [], [], today="2024-01-01", since="last year")


def test_limits_the_wrong_way_round_are_told() -> None:
    """Nothing lies between a date and an earlier one; rough dates that overlap are fine."""
    with pytest.raises(UsageError, match="2024-05 is after 2023"):
        timeline([], [], [], today="2024-01-01", since="2024-05", until="2023")
    assert timeline([], [], [], today="2024-01-01", since="2024-05", until="2024") == []


def test_a_document_is_one_for_its_policy(documents: list[Entry[Document]]) -> None:
    """Mentions are merged: the more exact date, the stronger role, all the records."""
    (paper,) = papers(documents)
    assert paper.document == Document("东河市转化办法", "2023-02-01", role="issued")
    assert paper.ids == ("donghe", "donghe.fund")


@pytest.mark.parametrize(
    "title", ["《东河市转化办法》", "东河市转化办法", " 转化办法 ", "《转化办法"]
)
def test_a_document_is_found_by_its_title(documents: list[Entry[Document]], title: str) -> None:
    """With the marks or without, as a whole or in part."""
    assert [paper.head.id for paper in named(papers(documents), title)] == ["donghe"]
    assert named(papers(documents), "条例") == named(papers(documents), "《》") == []


def test_titles_are_compared_without_width() -> None:
    """Spaces, marks and the width of brackets do not tell titles apart."""
    assert bare("《办 法(试行)》") == bare("办法（试行）")


def founded(measure: Measure, **limits: str) -> list[tuple[str, str]]:
    """Dates and quotes of the foundings that a measure tells of."""
    head = Policy("p", "政策")
    events = timeline([], [Entry("p.m", head, measure)], [], today="2024-06-30", **limits)
    return [(event.date, event.quote) for event in events if event.what == "founding"]


def test_the_date_of_a_measure_is_its_founding() -> None:
    """It is told once, with the sentence that says the same; other dates of the text stay."""
    measure = Measure("m", "委员会", "委员会2023年3月成立。2022年5月筹备组成立。", date="2023-03")
    assert founded(measure) == [
        ("2022-05", "2022年5月筹备组成立"),
        ("2023-03", "委员会2023年3月成立"),
    ]
    assert founded(measure._replace(summary="统筹伦理治理。")) == [("2023-03", "")]


def test_what_began_in_2023_is_not_on_from_2030() -> None:
    """A founding lies where it began, also where what it began goes on."""
    measure = Measure("m", "委员会", "委员会2023年以来正式成立。")
    assert founded(measure, since="2030") == []
    assert founded(measure, since="2024-06") == [("2023/", "委员会2023年以来正式成立")]
