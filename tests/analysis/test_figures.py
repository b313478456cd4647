"""Which figures are wanted, in which order, and what they add up to."""

import pytest

from policycli.analysis import figures
from policycli.analysis.figures import Total, Wanted
from policycli.errors import UsageError
from policycli.records.model import Entry, Figure, Measure, Policy

HEAD, OTHER = Policy("a", "甲"), Policy("b", "乙")


def entry(value: float, unit: str, kind: str = "budget", **rest: str) -> Entry[Figure]:
    """A figure of the policy ``a``, or of the one named ``head``."""
    head = OTHER if rest.pop("head", "") else HEAD
    indicator = rest.pop("indicator", "资金")
    return Entry(f"{head.id}.m", head, Figure(indicator, value, unit, kind=kind, **rest))  # type: ignore[arg-type]


MANY = [
    entry(1000, "万元"),
    entry(1, "亿元", "actual"),
    entry(3694, "万元"),
    entry(92.6, "%", "growth"),
]


def values(entries: list[Entry[Figure]]) -> list[float]:
    """The values, as written."""
    return [each.record.value for each in entries]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(), [1000, 1, 3694, 92.6]),
        (Wanted(unit="元"), [1000, 1, 3694]),
        (Wanted(kind="budget"), [1000, 3694]),
        (Wanted(minimum="三千万元"), [1, 3694]),
        (Wanted(minimum="3000万", maximum="5000万"), [3694]),
        (Wanted(minimum="50%"), [92.6]),
        (Wanted(unit="万元", minimum="3694"), [1, 3694]),
        (Wanted(unit="亿元", minimum="0.5"), [1]),
        (Wanted(unit="亿元", minimum="3000万"), [1, 3694]),
        (Wanted(maximum="100"), [92.6]),
    ],
)
def test_figures_are_narrowed(wanted: Wanted, expected: list[float]) -> None:
    """Limits count in base units; without a unit of its own one counts in ``--unit``."""
    assert values(figures.narrow(MANY, wanted)) == expected


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Wanted(minimum="很多"), "很多 is not a number"),
        (Wanted(unit="亿元", minimum="50%"), "% does not convert to 亿元"),
        (Wanted(minimum="1亿元", maximum="50%"), "% does not convert to 元"),
        (Wanted(unit="吨"), "no figure is in 吨; units here are 万元, 亿元, %"),
        (Wanted(minimum="2亿", maximum="1亿"), "no figure lies between 2亿 and 1亿"),
    ],
)
def test_unclear_limits_are_told(wanted: Wanted, said: str) -> None:
    """What cannot be meant is a sentence."""
    with pytest.raises(UsageError, match=said):
        figures.narrow(MANY, wanted)


def test_figures_are_sorted_across_units() -> None:
    """3694万元 stands between 1000万元 and 1亿元; other dimensions come after."""
    assert values(figures.by_value(MANY)) == [1, 3694, 1000, 92.6]


def test_shares_are_of_the_largest_of_a_dimension() -> None:
    """Money is compared with money; what is negative or nothing has no length."""
    some = [*MANY, entry(-5, "人"), entry(0, "人")]
    assert figures.shares(some) == pytest.approx([0.1, 1, 0.3694, 1, 0, 0])


def test_budgets_of_one_period_are_added() -> None:
    """Money set aside adds up whatever it is for; 4亿元 of another year does not join."""
    some = [
        entry(2, "亿元"),
        entry(5000, "万元", indicator="另一"),
        entry(4, "亿元", period="2023"),
    ]
    assert figures.totals(some) == [
        Total("budget", "", "", "=", 250_000_000, "元", 2, ("a.m",)),
    ]


def test_one_indicator_of_several_policies_is_added() -> None:
    """648 and 265 firms of two policies are 913; twice in one policy they may be the same firms."""
    one, other = entry(648, "家", "actual"), entry(265, "家", "actual", head="b")
    (total,) = figures.totals([one, other])
    assert (total.value, total.unit, total.ids) == (913, "个", ("a.m", "b.m"))
    assert figures.totals([one, entry(265, "家", "actual")]) == []


@pytest.mark.parametrize(("unit", "kind"), [("%", "actual"), ("亿元", "growth"), ("亿元", "")])
def test_what_makes_no_sense_is_not_added(unit: str, kind: str) -> None:
    """Shares, growth and figures of no kind have no total."""
    assert figures.totals([entry(1, unit, kind), entry(2, unit, kind, head="b")]) == []


@pytest.mark.parametrize(
    ("ops", "op"),
    [("= =", "="), ("= ~", "~"), ("> =", ">="), ("<= <", "<="), ("> <", None), ("~ >", None)],
)
def test_a_sum_is_as_exact_as_its_parts(ops: str, op: str | None) -> None:
    """Bounds stay bounds, and a sum of bounds on both sides says nothing."""
    some = [entry(1, "亿元", op=op, indicator=str(at)) for at, op in enumerate(ops.split())]
    assert [total.op for total in figures.totals(some)] == ([op] if op else [])


def test_decimals_add_up() -> None:
    """2.65 and 23.2 亿元 are 25.85, to the cent."""
    (total,) = figures.totals([entry(2.65, "亿元"), entry(23.2, "亿元", indicator="另一")])
    assert total.value == 2_585_000_000


def test_a_query_keeps_the_figures_that_hold_it() -> None:
    """Of a measure whose indicators hold the query those alone are shown, else all of them."""
    measure = Measure("m", "题", figures=(Figure("孵化器", 2, "家"), Figure("星创天地", 6, "家")))
    found: list[Entry[Policy | Measure]] = [Entry("a.m", HEAD, measure), Entry("a", HEAD, HEAD)]
    assert values(figures.of(found, "孵化器")) == [2]
    assert values(figures.of(found, "fuhuaqi")) == [2, 6]
