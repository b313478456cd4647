"""Problems go their way step by step, and what is out of order is refused."""

from itertools import product

import pytest

from policycli.analysis.handling import STEPS, Said, answered, copied, rated, reopened, taken
from policycli.analysis.problems import (
    Wanted,
    answered_on,
    askers_kind,
    days_taken,
    is_overdue,
    narrow,
    new_id,
)
from policycli.errors import UsageError
from policycli.records.ids import alone
from policycli.records.model import Asker, Copy, Event, Problem, Rating

NEW = Problem("p2026-001", "不敢转", "2026-07-01", events=(Event("2026-07-01", "received"),))
DAY = Said("2026-07-09", "张", "电话")


def in_state(state: str) -> Problem:
    """A problem that is in this state already."""
    return NEW._replace(state=state, events=(Event("2026-07-02", state),))  # type: ignore[arg-type]


def test_the_whole_way() -> None:
    """Each step leaves one event with its day, and the problem in the state after it."""
    problem = taken(NEW, "assign", Said("2026-07-02"), bodies=("省科技厅",))
    problem = answered(problem, Said("2026-07-03"), "可以")
    problem = rated(problem, Said("2026-07-04", "", "及时"), 5)
    problem = copied(problem, Said("2026-07-05"), "省审计厅")
    problem = taken(problem, "close", Said("2026-07-06"))
    ways = [(event.date[-2:], event.state) for event in problem.events]
    assert ways == [
        ("01", "received"),
        ("02", "assigned"),
        ("03", "answered"),
        ("04", "rated"),
        ("05", "rated"),
        ("06", "closed"),
    ]
    assert problem.state == "closed"
    assert problem.rating == Rating(5, "及时", "2026-07-04")
    assert problem.copied_to == (Copy("省审计厅", "2026-07-05"),)


@pytest.mark.parametrize(
    ("action", "state"), list(product(STEPS, ("received", "assigned", "answered")))
)
def test_a_step_out_of_order_is_refused(action: str, state: str) -> None:
    """The sentence names the problem, where it stands, and what can be done instead."""
    problem = in_state(state)
    if state in STEPS[action].before:  # type: ignore[index]
        assert len(taken(problem, action, DAY).events) == 2  # type: ignore[arg-type]
        return
    with pytest.raises(UsageError, match=f"p2026-001 is {state}; “{action}” is for") as error:
        taken(problem, action, DAY)  # type: ignore[arg-type]
    possible = [name for name, step in STEPS.items() if state in step.before]
    assert str(error.value).endswith(": " + ", ".join(possible))


def test_no_step_is_before_the_last() -> None:
    """A history goes one way; two steps on one day are fine."""
    with pytest.raises(UsageError, match="2026-06-30 is before the last step"):
        taken(NEW, "assign", Said("2026-06-30"))
    assert taken(NEW, "assign", Said("2026-07-01")).state == "assigned"


def test_reopening_loses_nothing() -> None:
    """The old answer and rating stay in the history, each in its own event."""
    problem = answered(in_state("assigned"), Said("2026-07-03", "", "口头"), "第一次答复")
    problem = rated(problem, Said("2026-07-04"), 2)
    problem = reopened(problem, Said("2026-07-05"))
    assert problem.rating is None
    problem = answered(problem, Said("2026-07-06"), "第二次答复")
    assert problem.answer == "第二次答复"
    notes = [event.note for event in problem.events]
    assert notes == ["", "口头\n第一次答复", "2/5", "", ""]


def test_a_body_gets_a_solution_once() -> None:
    """A second copy to the same body is a slip."""
    problem = copied(in_state("closed"), DAY, "省纪委监委")
    with pytest.raises(UsageError, match="省纪委监委 has the solution"):
        copied(problem, DAY, "省纪委监委")


def test_how_long_it_took() -> None:
    """To the last answer, or to today while one is waited for; unknown where a date is rough."""
    problem = answered(in_state("assigned"), Said("2026-07-31"), "可以")
    assert (answered_on(problem), days_taken(problem, "2027-01-01")) == ("2026-07-31", 30)
    assert days_taken(NEW, "2026-07-11") == 10
    assert days_taken(reopened(problem, Said("2026-08-01")), "2026-08-10") == 40
    assert days_taken(NEW._replace(received="2026-07"), "2026-07-11") is None


@pytest.mark.parametrize(
    ("state", "due", "today", "late"),
    [
        ("received", "2026-07-10", "2026-07-10", False),
        ("assigned", "2026-07-10", "2026-07-11", True),
        ("assigned", "2026-07", "2026-07-31", False),
        ("reopened", "2026-07", "2026-08-01", True),
        ("answered", "2026-07-10", "2026-07-11", False),
        ("assigned", "", "2026-07-11", False),
    ],
)
def test_what_is_late(state: str, due: str, today: str, late: bool) -> None:
    """What still waits for an answer on the day after the last one."""
    assert is_overdue(in_state(state)._replace(due=due), today) == late


def test_what_is_wanted() -> None:
    """Every filter has to pass, and any value of one."""
    other = Problem(
        "p2026-002", "经费", "2026-08-15", "", Asker("university", "贵州大学"),
        about=("guizhou.ledger",), bodies=("省财政厅",), lead="省科技厅", state="assigned",
    )  # fmt: skip
    entries = [alone(NEW), alone(other)]

    def ids(**wanted: object) -> str:
        passing = narrow(entries, Wanted(**wanted), "2026-09-01")  # type: ignore[arg-type]
        return "".join(entry.id[-1] for entry in passing)

    assert ids() == "12"
    assert ids(states=("assigned", "closed")) == "2"
    assert ids(bodies=("财政",)) == ids(bodies=("科技厅",)) == "2"
    assert ids(asker="贵州") == ids(asker="university") == "2"
    assert ids(about=("guizhou",)) == ids(about=("guizhou.ledger",)) == "2"
    assert ids(about=("guizhou.led",)) == ""
    assert ids(until="2026-07") == "1"
    assert ids(since="2026-08", until="2026-08") == "2"
    assert ids(since="2026-08", states=("received",)) == ""


def test_ids_count_up_within_a_year() -> None:
    """Other ids and other years do not count."""
    assert new_id("2026-07-01", []) == "p2026-001"
    assert new_id("2026-07-01", ["p2026-009", "p2025-100", "p2026-x", "guizhou"]) == "p2026-010"
    assert new_id("2026", ["p2026-999"]) == "p2026-1000"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("贵州大学", "university"),
        ("贵州大学科技园有限公司", "enterprise"),
        ("省冶金研究院 张三", "institute"),
        ("张三", ""),
        ("", ""),
    ],
)
def test_names_that_say_what_they_are(name: str, kind: str) -> None:
    """The last word that does decides; a person's name says nothing."""
    assert askers_kind(name) == kind
