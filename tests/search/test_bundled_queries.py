"""How people ask for what the bundled catalogue holds, and what it must not pretend to have."""

from collections import Counter
from pathlib import Path
from typing import NamedTuple

from policycli.catalogue import Catalogue

FILE = Path(__file__).parents[1] / "data" / "bundled_queries.tsv"
FIRST = 0.97  # share of the queries whose first hit must be right
NOTHING = 0.98  # share of the things that are not in the catalogue for which nothing may be found
NONE = "-"


class Row(NamedTuple):
    """A query, what kind of asking it is, and the ids that are right as its first hit."""

    kind: str
    query: str
    right: frozenset[str]


def rows() -> list[Row]:
    """The queries of the file."""
    lines = FILE.read_text("utf-8").splitlines()
    cells = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [Row(kind, query, frozenset(right.split())) for kind, query, right in cells]


ROWS = rows()
SOUGHT = [row for row in ROWS if NONE not in row.right]
ABSENT = [row for row in ROWS if NONE in row.right]


def test_there_are_enough_queries_of_every_kind() -> None:
    """The set is large enough to mean something, and every kind of asking is in it."""
    assert len(SOUGHT) >= 150
    assert len(ABSENT) >= 30
    kinds = {row.kind for row in SOUGHT}
    assert kinds >= {"exact", "homophone", "pinyin", "initials", "traditional", "english"}


def test_every_expected_id_is_in_the_catalogue(bundled: Catalogue) -> None:
    """A query that expects what is not there would never be right."""
    known = {entry.id for entry in bundled.policies()}
    known |= {entry.id for entry in bundled.measures()}
    assert {full_id for row in SOUGHT for full_id in row.right} <= known


def test_the_first_hit_is_right(bundled: Catalogue) -> None:
    """So is at least the share that is promised, and of every kind all but one in eight."""
    missed: dict[str, list[str]] = {}
    for row in SOUGHT:
        first = [hit.id for hit in bundled.search(row.query, limit=1)]
        if not row.right.intersection(first):
            miss = f"{row.query} gives {first}, not {sorted(row.right)}"
            missed.setdefault(row.kind, []).append(miss)
    share = 1 - sum(map(len, missed.values())) / len(SOUGHT)
    assert share >= FIRST, f"only {share:.3f} right: {missed}"
    kinds = Counter(row.kind for row in SOUGHT)
    assert all(len(misses) <= kinds[kind] / 8 for kind, misses in missed.items()), missed


def test_what_is_not_there_is_not_found(bundled: Catalogue) -> None:
    """Nothing is found for what the catalogue does not hold."""
    found = [row.query for row in ABSENT if bundled.search(row.query, limit=1)]
    assert 1 - len(found) / len(ABSENT) >= NOTHING, f"found something for {found}"
