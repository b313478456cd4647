"""Counts, and what is missing."""

from policycli import language
from policycli.analysis.matrix import gaps, matrix
from policycli.views import matrix as views
from policycli.views.model import Square
from tests.views.making import EAST, FUND_ENTRY, LEDGER_ENTRY, rows

COUNTED = matrix([FUND_ENTRY, LEDGER_ENTRY])


def test_rows_are_counted_by_the_four_ends() -> None:
    """A count for every end, the total, and for CSV the ids of each count."""
    language.use("zh")
    view = views.view(COUNTED)
    east, west = rows(view)
    assert (east["region"], east["service"], east["environment"], east["total"]) == (
        "东河",
        1,
        0,
        1,
    )
    assert (west["region"], west["environment_ids"], west["service_ids"]) == (
        "西山",
        "west.ledger",
        "",
    )
    titles = {column.key: column.title for column in view.columns}
    assert titles["service"] == "服务端"


def test_the_measures_of_a_row_stand_under_the_counts() -> None:
    """Only those columns in which there are some."""
    east, west = views.view(COUNTED).sections
    assert (east.heading, rows(east)) == ("Donghe", [{"col": "service", "ids": "east.fund"}])
    assert (west.heading, rows(west)) == ("Xishan", [{"col": "environment", "ids": "west.ledger"}])


def test_a_gap_shows_what_others_have() -> None:
    """Some of their measures by name and id, and how many there are."""
    language.use("zh")
    view = views.gaps(gaps(COUNTED), COUNTED)
    assert rows(view) == [
        {"region": "东河", "lacks": "环境端", "others": "政策台账 west.ledger", "count": 1},
        {"region": "西山", "lacks": "服务端", "others": "东河转化基金 east.fund", "count": 1},
    ]


def test_a_measure_of_others_has_a_line_of_its_own() -> None:
    """Plain output has its id first; on an English screen the official title comes last."""
    flat = views.gaps(gaps(COUNTED), COUNTED).flat
    assert flat
    assert [[*row.values()] for row in rows(flat)] == [
        ["west.ledger", "Donghe", "environment", "政策台账", ""],
        ["east.fund", "Xishan", "service", "Donghe transfer fund", "东河转化基金"],
    ]


def test_many_measures_of_others_are_not_all_named() -> None:
    """A cell names four; data and plain output have all of them."""
    many = [FUND_ENTRY._replace(id=f"east.f{n}") for n in range(6)]
    counted = matrix([*many, LEDGER_ENTRY])
    view = views.gaps(gaps(counted), counted)
    lacking = rows(view)[1]
    assert (lacking["count"], lacking["others"].count("east.f")) == (6, 4)
    assert len(view.data(view.items[1])["others"]) == 6
    assert view.flat
    assert len(view.flat.items) == 7


def test_what_is_not_stated_is_said_so() -> None:
    """A measure without an end counts in a column of its own."""
    nowhere = FUND_ENTRY._replace(record=FUND_ENTRY.record._replace(end=""))
    view = views.view(matrix([nowhere, LEDGER_ENTRY]))
    assert "not stated" in [column.title for column in view.columns]
    assert rows(view)[0]["none"] == 1


def test_regions_of_one_name_are_two_rows_of_a_chart() -> None:
    """Their codes tell them apart."""
    assert EAST.region
    twin = EAST._replace(id="twin", region=EAST.region._replace(code="999999"))
    chart = views.chart(matrix([FUND_ENTRY, FUND_ENTRY._replace(id="twin.fund", head=twin)]))
    assert chart
    names = {mark.row for mark in chart.marks if isinstance(mark, Square)}
    assert names == {"Donghe 990200", "Donghe 999999"}


def test_data_is_codes() -> None:
    """The region by its code and its name in the records, each count with its ids."""
    view = views.view(COUNTED)
    data = view.data(view.items[0])
    assert (data["row"], data["name"], data["total"]) == ("990200", "东河市", 1)
    assert {"col": "service", "count": 1, "ids": ["east.fund"]} in data["cells"]
