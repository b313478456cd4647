"""What is read and asked for to answer a query: only what tells records apart, and once."""

from collections.abc import Callable
from typing import Any

import pytest

from policycli.catalogue import Catalogue
from policycli.search import candidates

Make = Callable[[list[dict[str, Any]]], Catalogue]

TITLES = [
    "科技成果转化办法",
    "科技人才引进计划",
    "科技企业孵化器名单",
    "医疗技术新增项目",
    "技术创新中心",
]


@pytest.fixture(scope="module")
def found(make: Make) -> Catalogue:
    """Some titles, each of a policy."""
    return make([{"id": f"t{n}", "title": title} for n, title in enumerate(TITLES)])


def test_words_are_read_once(found: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks again is answered alike, and no words are read for it."""
    from policycli.search import reader

    first = found.search("科技成果")
    monkeypatch.setattr(reader, "lines_of", lambda _document: pytest.fail("read again"))
    assert found.search("科技成果") == first


@pytest.mark.parametrize(
    "query", ["科技成果", "科记人才", "kejiqiye", "科企孵化器", "科技果成转化"]
)
def test_what_very_many_have_is_not_needed(
    found: Catalogue, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the single characters that many records have, the same record comes first."""
    first = found.search(query)[0].id
    monkeypatch.setattr(candidates, "USUAL", 1)
    assert found.search(query)[0].id == first


def test_a_single_character_is_asked_for_however_many_have_it(
    found: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A short term goes by its characters."""
    monkeypatch.setattr(candidates, "USUAL", 1)
    assert {hit.id for hit in found.search("科")} == {"t0", "t1", "t2"}


def test_what_was_left_out_of_three_is_found_behind_what_stands(found: Catalogue) -> None:
    """技术新 stands in one title; 技术创新, of which a character is missing, is shown as well."""
    assert [(hit.id, hit.how) for hit in found.search("技术新")] == [
        ("t3", "exact"),
        ("t4", "fuzzy"),
    ]
