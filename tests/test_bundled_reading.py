"""What the six bulletins say side by side, worked out by hand from the bundled catalogue."""

import pytest

import policycli
from policycli.analysis.figures import totals
from policycli.analysis.matrix import gaps
from policycli.errors import NotFoundError


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> policycli.Catalogue:
    """The bundled catalogue, with an index of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        return policycli.open_catalogue()


def test_money_is_in_order(catalogue: policycli.Catalogue) -> None:
    """Shiyan's 3694万元 stand between Tongling's 1000万元 and the funds of 1亿元."""
    money = catalogue.figures(unit="亿元", sort="value")
    written = [f"{entry.record.value}{entry.record.unit}" for entry in money]
    assert written[:3] == ["1000亿元", "26亿元", "23.2亿元"]
    assert written[-3:] == ["1亿元", "3694万元", "1000万元"]


def test_funds_add_up_and_a_year_of_spending_stays_apart(catalogue: policycli.Catalogue) -> None:
    """20 + 10 + 1 亿元 of three funds; the 4亿元 of 2023 and money already spent do not join."""
    (total,) = totals(catalogue.figures())
    assert (total.value, total.unit, total.figures) == (3_100_000_000, "元", 3)
    assert total.ids == ("tongling.equity-fund", "qianjiang.industry-funds")


def test_limits_find_what_lies_between(catalogue: policycli.Catalogue) -> None:
    """From 三千万 to 1亿元 there are 3694万元, about 1亿元 and the 1亿元 of Runze."""
    found = catalogue.figures(minimum="三千万元", maximum="1亿元")
    assert {entry.id for entry in found} == {
        "shiyan.national-funds",
        "tongling.equity-fund",
        "qianjiang.industry-funds",
    }


def test_guizhou_works_on_the_environment_alone(catalogue: policycli.Catalogue) -> None:
    """Six measures of the environment end; the other three ends are its gaps."""
    counted = catalogue.matrix()
    (line,) = [line for line in counted.lines if line.key == "520000"]
    assert [len(cell) for cell in line.cells] == [0, 0, 0, 6]
    lacking = [gap.column for gap in gaps(counted) if gap.line.key == "520000"]
    assert lacking == ["supply", "service", "demand"]


def test_smes_of_two_cities_share_a_row_and_a_figure(catalogue: policycli.Catalogue) -> None:
    """Tongling registered 648 technology SMEs and Qianjiang 265, under other indicators."""
    compared = catalogue.compare("铜陵", "qianjiang")
    sides = [[[entry.id for entry in side] for side in row.sides] for row in compared.rows]
    assert [["tongling.technology-smes"], ["qianjiang.technology-smes"]] in sides
    (numbers,) = compared.figures
    assert [[entry.record.value for entry in side] for side in numbers.sides] == [[648], [265]]


def test_a_name_of_several_policies_is_not_guessed(catalogue: policycli.Catalogue) -> None:
    """湖北 has two of them: the candidates are told."""
    with pytest.raises(NotFoundError) as told:
        catalogue.compare("湖北", "铜陵")
    assert {"qianjiang", "shiyan"} <= {*told.value.candidates}


def test_zhejiang_from_paper_to_goal(catalogue: policycli.Catalogue) -> None:
    """Opinions at the end of 2022, a list and a committee in 2023, a goal for 2027."""
    events = catalogue.timeline(region="浙江")
    assert [(event.date, event.what) for event in events] == [
        ("2022-12-31", "document"),
        ("2023", "document"),
        ("2023-03", "founding"),
        ("2027", "deadline"),
    ]


@pytest.mark.parametrize("title", ["《产业人才8条》", "产业人才8条", "《产业人材8条》"])
def test_a_document_is_found(catalogue: policycli.Catalogue, title: str) -> None:
    """By its title, with the marks or without, and with a wrong character."""
    (paper,) = catalogue.papers(title)
    assert paper.ids == ("tongling", "tongling.industrial-talent-8")
