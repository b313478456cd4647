"""What names mean, and that words which are no names mean nothing."""

from pathlib import Path

import pytest

from policycli.analysis.documents import Paper
from policycli.catalogue import Catalogue
from policycli.errors import NotFoundError

LINES = (Path(__file__).parents[1] / "data" / "names.tsv").read_text("utf-8").splitlines()
NAMES = [line.split("\t") for line in LINES if line and not line.startswith("#")]
NOTHING = [typed for typed, meant in NAMES if meant == "-"]
SOMETHING = [(typed, meant) for typed, meant in NAMES if meant != "-"]


def meaning(catalogue: Catalogue, typed: str) -> str:
    """The id of the record that a name means, the title of a document, or ``-``."""
    try:
        (entry,) = catalogue.meant(typed).entries
    except NotFoundError:
        return "-"
    record = entry.record
    return f"《{record.document.title}》" if isinstance(record, Paper) else entry.id


@pytest.mark.parametrize(("typed", "meant"), SOMETHING)
def test_names_mean_their_record(bundled: Catalogue, typed: str, meant: str) -> None:
    """A name, one with a slip, or a part that nothing else holds, means its record."""
    assert meaning(bundled, typed) == meant


@pytest.mark.parametrize("typed", NOTHING)
def test_other_words_mean_nothing(bundled: Catalogue, typed: str) -> None:
    """Places, bodies, laws that are not there and words of summaries are no names."""
    assert meaning(bundled, typed) == "-"


def test_there_are_enough(bundled: Catalogue) -> None:
    """Both lists are long, and every record that is expected is there."""
    assert min(len(NOTHING), len(SOMETHING)) >= 120
    assert all(bundled.get(meant) for _typed, meant in SOMETHING if meant[0] != "《")


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("贵州", ""),
        ("GUIZHOU", ""),
        ("浙江省科技倫理委員會", ""),
        ("guizuo", "guizhou"),
        ("政策台账", "guizhou.ledger"),
        ("安徽", "tongling"),
        ("产业人材8条", "《产业人才8条》"),
    ],
)
def test_a_guess_says_so(bundled: Catalogue, typed: str, taken: str) -> None:
    """What is not just what was typed says what it was taken as; a larger region does too."""
    assert bundled.meant(typed).taken == taken


def test_several_are_candidates(bundled: Catalogue) -> None:
    """A province of two cities names both; a word that many names hold names five."""
    with pytest.raises(NotFoundError) as several:
        bundled.meant("湖北")
    assert several.value.candidates == ("qianjiang", "shiyan")
    with pytest.raises(NotFoundError) as many:
        bundled.meant("科技成果转化")
    assert len(many.value.candidates) == 5


def test_what_is_near_is_offered(bundled: Catalogue) -> None:
    """Two characters are no name, but the record that has them in its title is a candidate."""
    with pytest.raises(NotFoundError, match="what is near") as near:
        bundled.meant("台账")
    assert near.value.candidates[0] == "guizhou.ledger"
    with pytest.raises(NotFoundError) as nothing:
        bundled.meant("火星")
    assert nothing.value.candidates == ()


def test_a_measure_stands_for_its_policy(bundled: Catalogue) -> None:
    """Where policies are asked for, those of a measure or a document are meant, and it is told."""
    for typed in ("guizhou.ledger", "科技成果转化政策"):
        meant = bundled.policy_meant(typed)
        assert (meant.entries[0].id, meant.taken) == ("guizhou", "guizhou")
    assert bundled.policy_meant("《产业人才8条》").entries[0].id == "tongling"
    assert bundled.resolve("《产业人才8条》").id == "tongling"
    assert bundled.resolve("guizhou.ledger").id == "guizhou.ledger"
