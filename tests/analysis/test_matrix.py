"""Counts by two properties, and what is missing."""

import pytest

from policycli.analysis.matrix import Axis, Choice, Matrix, chosen, gaps, matrix
from policycli.errors import UsageError
from policycli.records.ids import alone
from policycli.records.model import Asker, Entry, Measure, Problem

Measures = list[Entry[Measure]]
PROBLEMS = [
    alone(
        Problem(
            "p1",
            "不敢转",
            "2025-12-30",
            asker=Asker("university"),
            lead="科技厅",
            bodies=("财政厅",),
        )
    ),
    alone(
        Problem("p2", "查不到", "2026-01-02", lead="科技厅", bodies=("科技厅",), state="answered")
    ),
    alone(Problem("p3", "等太久", "2026-02", about=("guizhou", "guizhou.ledger"))),
]


def counts(counted: Matrix) -> dict[str, list[int]]:
    """Every row's counts."""
    return {line.key: [len(cell) for cell in line.cells] for line in counted.lines}


def test_regions_are_counted_by_end(measures: Measures) -> None:
    """All four ends are columns, also the one that nobody has."""
    counted = matrix(measures)
    assert counted.columns == ("supply", "service", "demand", "environment")
    assert counts(counted) == {"990200": [0, 1, 1, 0], "980300": [0, 1, 0, 1]}
    assert [line.total for line in counted.lines] == [2, 2]


def test_themes_count_in_each_and_the_most_frequent_stand_first(measures: Measures) -> None:
    """The venture fund has two themes; its row of 科技金融 has the fund of Donghe too."""
    counted = matrix(measures, "theme")
    assert list(counts(counted)) == ["科技金融", "企业培育", "成果转化", "科技伦理"]
    assert [e.id for e in counted.lines[0].cells[1]] == ["donghe.fund", "nanshan.capital"]


def test_columns_of_other_axes_are_what_there_is(measures: Measures) -> None:
    """Years rise, kinds keep their order, and what gives none stands last under an empty key."""
    assert matrix(measures, cols="year").columns == ("2023", "2024", "")
    assert matrix(measures, cols="kind").columns == ("budget", "target", "actual", "growth", "")
    assert matrix(measures, "issuer", "status").columns == ("in-force",)


def test_a_row_total_counts_a_measure_once(measures: Measures) -> None:
    """donghe.fund has a budget and an actual figure, and is one measure."""
    assert matrix(measures, cols="kind").lines[0].total == 2


@pytest.mark.parametrize(
    ("rows", "cols", "said"),
    [
        ("end", "region", "end cannot be rows, nor region columns: swap them"),
        ("region", "theme", "no matrix of region by theme: rows are region, theme"),
        ("year", "end", "columns are end, status, year, kind"),
        ("state", "body", "state cannot be rows, nor body columns: swap them"),
        ("body", "end", "rows are body, asker, about; columns are state, year"),
        ("region", "state", "rows are body, asker, about"),
    ],
)
def test_impossible_combinations_are_explained(
    measures: Measures, rows: str, cols: str, said: str
) -> None:
    """What cannot be rows or columns is told, with what can."""
    with pytest.raises(UsageError, match=said):
        matrix(measures, rows, cols)  # type: ignore[arg-type]


def test_problems_are_counted_by_who_settles_them() -> None:
    """One of two bodies counts for both, one of a body that leads it once."""
    counted = matrix(PROBLEMS, "body", "state")
    assert counted.columns == ("received", "answered")
    assert counts(counted) == {"科技厅": [1, 1], "财政厅": [1, 0], "": [1, 0]}


def test_problems_are_counted_by_year_asker_and_what_they_are_about() -> None:
    """Years are those of the receipt; what names no asker, or is about nothing, stands last."""
    assert counts(matrix(PROBLEMS, "asker", "year")) == {"university": [1, 0], "": [0, 2]}
    by_subject = matrix(PROBLEMS, "about", "state")
    assert [line.key for line in by_subject.lines] == ["guizhou", "guizhou.ledger", ""]


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ((None, None), ("region", "end")),
        (("theme", None), ("theme", "end")),
        (("about", None), ("about", "state")),
        ((None, "state"), ("body", "state")),
        ((None, "year"), ("region", "year")),
    ],
)
def test_what_is_not_chosen_is_usual(
    asked: tuple[Choice, Choice], meant: tuple[Axis, Axis]
) -> None:
    """Whether measures or problems are counted, the axis that was chosen says."""
    assert chosen(*asked) == meant


def test_gaps_are_what_others_have(measures: Measures) -> None:
    """Nanshan lacks the demand end and Donghe the environment; nobody misses the supply end."""
    found = gaps(matrix(measures))
    assert [(gap.line.key, gap.column, [e.id for e in gap.others]) for gap in found] == [
        ("990200", "environment", ["nanshan.committee"]),
        ("980300", "demand", ["donghe.smes"]),
    ]


def test_others_come_by_turns(measures: Measures) -> None:
    """The measures to look at are one of each row after the other, each once."""
    third = measures[0]._replace(id="x.y", head=measures[0].head._replace(region=None))
    lone = [
        e._replace(head=e.head._replace(issuers=(issuer,)))
        for issuer in "甲乙"
        for e in measures[:1]
    ]
    rest = measures[3]._replace(head=measures[3].head._replace(issuers=("丙",)))
    (gap, *_rest) = gaps(matrix([rest, *lone, third], "issuer"))
    assert (gap.line.key, gap.column) == ("丙", "service")
    assert [entry.id for entry in gap.others][:1] == ["donghe.fund"]


def test_no_gap_is_looked_for_in_years(measures: Measures) -> None:
    """To have nothing of 2021 is no lack."""
    with pytest.raises(UsageError, match="not a gap; --gaps works with end, kind"):
        gaps(matrix(measures, cols="year"))
