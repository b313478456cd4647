"""What a score means: the scale that ``docs/search.md`` describes."""

from collections.abc import Callable
from typing import Any

import pytest

from policycli.catalogue import Catalogue

Make = Callable[[list[dict[str, Any]]], Catalogue]

RECORD = {
    "id": "one",
    "title": "科技成果转化台账",
    "aliases": ["清单制度"],
    "keywords": ["转移办法"],
    "documents": [{"title": "关于推动落实的通知"}],
    "summary": "由牵头部门汇总，每个季度更新，向社会公开。",
}


def score(catalogue: Catalogue, query: str) -> float:
    """The score of the one record."""
    hits = catalogue.search(query)
    return hits[0].score if hits else 0.0


@pytest.mark.parametrize(
    ("query", "points"),
    [
        ("科技成果转化台账", 100),  # the whole title
        ("科技成果轉化台賬", 100),  # in traditional characters
        ("清单制度", 98),  # a whole alias
        ("关于推动落实的通知", 95),  # a whole document title
        ("转移办法", 94),  # a whole keyword
        ("台账", 90 + 10 * 2 / 8),  # two characters of eight of the title
        ("每个季度更新", 85 * 0.9),  # a part of the summary
        ("科技成国转化台账", 100 * (1 - 0.25 / 8)),  # one character of eight sounds alike
        ("kejichengguozhuanhuataizhang", 100),  # the sounds of the whole title
        ("kjcgzhtz", 100),  # its first letters
        ("台账 清单制度", (2 * 92.5 + 4 * 98) / 6),  # terms count by their length
    ],
)
def test_scores_are_as_described(make: Make, query: str, points: float) -> None:
    """Worth of the field, less the mistakes, less what is left of the name."""
    assert score(make([RECORD]), query) == pytest.approx(points)


def test_what_fits_less_than_60_is_left_out(make: Make) -> None:
    """Half of a term wrong, or more than half of the terms missing, finds nothing."""
    catalogue = make([RECORD])
    for query in ("科技成果甲乙丙丁", "台账 房产 婚姻", "zxqvkj"):
        assert catalogue.search(query) == []


def test_a_missing_word_counts_nothing(make: Make) -> None:
    """Half of the terms are shown, with what they score among all, and say what is missing."""
    (hit,) = make([RECORD]).search("台账 房产")
    assert hit.missing == ("房产",)
    assert hit.score == pytest.approx(92.5 / 2)


def test_sentences_score_up_to_59(make: Make) -> None:
    """What a sentence shares with a record never counts like words as they were typed."""
    catalogue = make([RECORD, RECORD | {"id": "two", "title": "房屋租赁合同"}])
    hits = catalogue.search("怎么汇总并向社会公开一个季度的更新情况")
    assert hits
    assert all(0 < hit.score <= 59 for hit in hits)


def test_of_equals_the_shorter_title_then_the_newer_comes_first(make: Make) -> None:
    """Where two titles fit alike, the one that says less besides is first, then the later one."""
    named = {"a": "科技成果转化若干措施", "b": "科技成果转化", "c": "科技成果转化办法"}
    policies: list[dict[str, Any]] = [{"id": key, "title": title} for key, title in named.items()]
    policies += [{"id": "old", "title": "人才引进计划", "date": "2019"}]
    policies += [{"id": "new", "title": "人才引进计划", "date": "2023-05"}]
    catalogue = make(policies)
    assert [hit.id for hit in catalogue.search("科技成果转化")] == ["b", "c", "a"]
    assert [hit.id for hit in catalogue.search("人才引进")] == ["new", "old"]
