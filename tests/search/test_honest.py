"""Hits are honest: every word has to fit, a number is equal, and a label says how."""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from policycli.catalogue import Catalogue
from policycli.codes import CODES
from policycli.search.answer import Hit

FILE = Path(__file__).parents[1] / "data" / "honest_queries.tsv"


class Row(NamedTuple):
    """A query, which ids are right, and which word is nowhere."""

    kind: str
    query: str
    right: tuple[str, ...]
    missing: str = ""


def rows() -> list[Row]:
    """The queries of the file."""
    lines = FILE.read_text("utf-8").splitlines()
    cells = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [Row(kind, query, tuple(right.split()), *rest) for kind, query, right, *rest in cells]


ROWS = rows()
WORDS = [row for row in ROWS if row.kind == "words"]
NUMBERS = [row for row in ROWS if row.kind == "number"]


def test_there_are_enough_queries() -> None:
    """As many as mean something."""
    assert len(WORDS) >= 60
    assert len(NUMBERS) >= 40


def of(hit: Hit, right: tuple[str, ...]) -> bool:
    """Whether a hit is one of these records, or a measure of one of these policies."""
    return right == ("*",) or hit.id in right or hit.policy in right


@pytest.mark.parametrize("row", WORDS, ids=lambda row: row.query)
def test_a_word_that_is_nowhere_is_named(bundled: Catalogue, row: Row) -> None:
    """The records with the other words come, and each says which word it has not."""
    hits = bundled.search(row.query)
    assert hits
    assert of(hits[0], row.right), hits[0].id
    assert {hit.missing for hit in hits} == {(row.missing,)}


@pytest.mark.parametrize("row", NUMBERS, ids=lambda row: row.query)
def test_a_number_is_equal_or_not_found(bundled: Catalogue, row: Row) -> None:
    """Every record found has the number, in whatever unit, and is labelled so."""
    hits = bundled.search(row.query, limit=None)
    assert {hit.id for hit in hits} <= set(row.right)
    assert bool(hits) == (row.right != ("-",))
    assert {hit.how for hit in hits} <= {"exact"}


@pytest.mark.parametrize(
    ("query", "how", "first"),
    [
        ("台账", "exact", "guizhou.ledger"),  # in a title, also where a keyword is worth more
        ("臺賬", "exact", "guizhou.ledger"),
        ("ethics committee", "exact", "zhejiang.ethics-committee"),
        ("贵州台账", "exact", "guizhou.ledger"),  # both are there, apart
        ("哪些地方有基金", "exact", "neimenggu.talent-fund"),
        ("PI031", "exact", "guizhou.consistency-review"),
        ("tax incentive", "translation", "guizhou.coordination-mechanism"),
        ("R&D", "translation", "tongling.tongguan-institute"),
        ("subsidies", "translation", "neimenggu.youth-fund"),
        ("环境保护", "synonym", "guizhou.coordination-mechanism"),
        ("cgzhtz", "initials", "guizhou.ledger"),
        ("台帐", "phonetic", "guizhou.ledger"),
        ("taizhang", "phonetic", "guizhou.ledger"),
        ("博土后", "lookalike", "tongling.postdoctoral-workstation"),
        ("科技伦理数字化化治理平台", "fuzzy", "zhejiang.digital-platform"),
        ("贵州 taizhang", "phonetic", "guizhou.ledger"),  # the weakest of two
    ],
)
def test_the_label_says_how(bundled: Catalogue, query: str, how: str, first: str) -> None:
    """It is that of the weakest word, whatever field the words stand in."""
    hit = bundled.search(query)[0]
    assert (hit.id, hit.how) == (first, how)


def test_every_value_of_a_list_finds_its_records(bundled: Catalogue) -> None:
    """By its code and by its names in both languages."""
    missed = []
    found: dict[str, set[str]] = {}
    for entry in bundled.measures():
        codes = {"end": entry.record.end, "instrument": entry.record.instrument}
        named = [name for key, code in codes.items() for name in (code, *CODES[key][code])]
        named += [name for theme in entry.record.themes for name in (theme, *CODES["theme"][theme])]
        for name in named:
            if name not in found:
                found[name] = ids(bundled, name)
            if entry.id not in found[name]:
                missed.append((name, entry.id))
    assert missed == []


def ids(catalogue: Catalogue, query: str) -> set[str]:
    """All records that a query finds."""
    return {hit.id for hit in catalogue.search(query, limit=None)}


def test_regions_are_found_by_their_codes(bundled: Catalogue) -> None:
    """With all their measures."""
    assert {full_id.partition(".")[0] for full_id in ids(bundled, "429005")} == {"qianjiang"}
    assert len(ids(bundled, "429005")) == len(bundled.measures(region="潜江")) + 1


def test_words_that_stand_in_different_records_are_each_named(bundled: Catalogue) -> None:
    """Of two words that no record has together every hit says which it lacks."""
    answer = bundled.lookup("小龙虾 纪检监察", limit=None)
    assert set(answer.missing) == {"小龙虾", "纪检监察"}
    for hit in answer.hits:
        assert len(hit.missing) == 1
        assert (hit.policy == "guizhou") == (hit.missing == ("小龙虾",))


def test_a_guess_does_not_take_the_place_of_another_word(bundled: Catalogue) -> None:
    """青年基金 looks a little like 公积金, but cannot stand for both."""
    hits = bundled.search("公积金 青年基金")
    assert hits[0].id == "neimenggu.youth-fund"
    assert {hit.missing for hit in hits} == {("公积金",)}


def test_a_question_of_which_something_is_missing_is_only_near(bundled: Catalogue) -> None:
    """Its words need not all be there, but then no hit is called exact."""
    hit = bundled.search("科技成果转化政策台账 归谁管")[0]
    assert (hit.id, hit.how, hit.missing) == ("guizhou.ledger", "fuzzy", ())


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("台账 无人机", "Missing: 无人机"),
        ("小龙虾 纪检监察", "Each lacks some of: 小龙虾, 纪检监察"),
    ],
)
def test_a_line_says_what_is_missing(policy: Any, query: str, words: str) -> None:
    """On standard error, above the hits; JSON has it with each of them."""
    done = policy("search", query, "--all", "--json")
    said, *_more = sorted(done.stderr.splitlines())
    assert said.startswith("No record has all of these words. ")
    assert set(said.partition(": ")[2].split(", ")) == set(words.partition(": ")[2].split(", "))
    assert words.partition(":")[0] in said
    assert all(hit["missing"] for hit in json.loads(done.stdout)["results"])


def test_a_hit_without_a_word_is_labelled_so(bundled: Catalogue) -> None:
    """However well its other words fit."""
    hits = bundled.search("科技成果转化 奖励")
    assert {hit.how for hit in hits} == {"partial"}
    assert all(hit.missing == ("奖励",) for hit in hits)
