"""Rows of a ledger that come, go and move between two imports."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from policycli.exchange.intake import drafts
from policycli.files.read import read
from policycli.ingest.extract.draft import packed
from policycli.ingest.merging.catalogue import Outcome, opened, save
from policycli.ingest.readers.blocks import Block

HEADER = ("政策名称", "主要内容", "责任单位")
FUND, BASE, TALK = "设立五亿元基金。", "建设中试基地。", "每年举办对接会。"
NEW = "开展科技特派员行动。"
Import = Callable[[Sequence[str]], Outcome]


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """The catalogue that imports write."""
    return tmp_path / "my.toml"


@pytest.fixture
def take(catalogue: Path) -> Import:
    """Import a ledger with these wordings of one policy."""

    def import_(texts: Sequence[str]) -> Outcome:
        rows = [HEADER, *(("转化办法", text, f"市{text[:2]}局") for text in texts)]
        found = drafts([Block("sheet", "台账", 0, tuple(rows))], "台账.xlsx")
        (outcome,) = save(opened(str(catalogue)), list(map(packed, found)), force=False).outcomes
        return outcome

    return import_


def texts(catalogue: Path) -> dict[str, str]:
    """The wordings by their ids, in the order of the catalogue."""
    (policy,) = read(str(catalogue))
    return {measure.id: measure.text for measure in policy.measures}


def test_a_row_in_the_middle_moves_no_other(take: Import, catalogue: Path) -> None:
    """Ids, and what people wrote, stay with the rows that they are of; it comes again so."""
    take([FUND, BASE, TALK])
    text = catalogue.read_text("utf-8").replace('lead = "市建设局"', 'lead = "市工信局"')
    catalogue.write_text(text, "utf-8")
    outcome = take([FUND, NEW, BASE, TALK])
    assert (outcome.how, outcome.added, outcome.conflicts) == ("updated", 1, ())
    assert texts(catalogue) == {"item-1": FUND, "item-4": NEW, "item-2": BASE, "item-3": TALK}
    assert 'lead = "市工信局"' in catalogue.read_text("utf-8")
    before = catalogue.read_bytes()
    assert take([FUND, NEW, BASE, TALK]).how == "unchanged"
    assert catalogue.read_bytes() == before


def test_a_row_that_goes_is_marked_itself(take: Import, catalogue: Path) -> None:
    """Not the last one."""
    take([FUND, BASE, TALK])
    assert take([FUND, TALK]).conflicts == ("item-2",)
    assert texts(catalogue) == {"item-1": FUND, "item-2": BASE, "item-3": TALK}


def test_rows_that_change_places_change_nothing(take: Import, catalogue: Path) -> None:
    """They are known wherever they stand."""
    take([FUND, BASE, TALK])
    before = texts(catalogue)
    assert take([TALK, FUND, BASE]).conflicts == ()
    assert texts(catalogue) == before


def test_a_changed_row_beside_a_new_one_is_known_by_likeness(take: Import, catalogue: Path) -> None:
    """What says nearly the same is the same row."""
    take([FUND, BASE, TALK])
    take([NEW, "设立八亿元基金。", BASE, TALK])
    found = texts(catalogue)
    assert found["item-1"] == "设立八亿元基金。"
    assert found["item-4"] == NEW


def test_a_row_that_says_something_else_keeps_its_place(take: Import, catalogue: Path) -> None:
    """Where nothing came or went around it."""
    take([FUND, BASE, TALK])
    take([FUND, NEW, TALK])
    assert texts(catalogue) == {"item-1": FUND, "item-2": NEW, "item-3": TALK}


def test_a_row_that_people_took_out_stays_out(take: Import, catalogue: Path) -> None:
    """Also where a new one comes before it."""
    take([FUND, BASE, TALK])
    text = catalogue.read_text("utf-8")
    head, fund, _base, talk = text.split("[[policies.measures]]")
    catalogue.write_text("[[policies.measures]]".join([head, fund, talk]), "utf-8")
    assert take([NEW, FUND, BASE, TALK]).added == 1
    assert sorted(texts(catalogue).values()) == sorted([FUND, TALK, NEW])


def test_rows_that_say_the_same_are_told_apart_by_their_order(
    take: Import, catalogue: Path
) -> None:
    """Two of one wording stay two."""
    take([FUND, BASE, FUND])
    assert take([FUND, BASE, FUND]).how == "unchanged"
    take([FUND, BASE, FUND, TALK])
    assert list(texts(catalogue).values()) == [FUND, BASE, FUND, TALK]
