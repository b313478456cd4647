"""Filters narrow what is searched, and field words in the query are filters too."""

from pathlib import Path

import pytest

from policycli.catalogue import Catalogue, open_catalogue
from policycli.errors import UsageError
from policycli.search.filters import Filters


def policies(catalogue: Catalogue, query: str, **filters: str | list[str]) -> set[str]:
    """The policies whose records fit."""
    return {hit.policy for hit in catalogue.search(query, limit=None, **filters)}


@pytest.mark.parametrize(
    "name", ["湖北", "湖北省", "42", "420000", "湖", "Hubei", "hubei province", "HUBEI"]
)
def test_a_province_takes_in_its_cities(bundled: Catalogue, name: str) -> None:
    """湖北 lets through both of its cities, by its name, a part of it, or its code."""
    assert policies(bundled, "人才", region=name) == {"qianjiang", "shiyan"}


@pytest.mark.parametrize("name", ["潜江", "潜江市", "429005", "Qianjiang", "潛江"])
def test_a_city_goes_by_every_name(bundled: Catalogue, name: str) -> None:
    """Chinese, traditional, English, with and without its kind, or by code."""
    assert policies(bundled, "基金", region=name) == {"qianjiang"}


@pytest.mark.parametrize(
    ("name", "policy"),
    [
        ("Anhui", "tongling"),
        ("340000", "tongling"),
        ("Nei Menggu", "neimenggu"),
        ("Inner Mongolia Autonomous Region", "neimenggu"),
        ("貴州省", "guizhou"),
        ("520000", "guizhou"),
    ],
)
def test_a_region_is_its_code(bundled: Catalogue, name: str, policy: str) -> None:
    """Its names in both languages, and that of its province, come from the table of codes."""
    assert {entry.id for entry in bundled.policies(region=name)} == {policy}


def test_regions_of_ones_own_go_by_the_table_too(tmp_path: Path) -> None:
    """Without an English name of their own, under a code that is no more, or without any code."""
    own = tmp_path / "own.toml"
    places = {"a": ("310230", "崇明县"), "b": ("310151", "崇明区"), "c": ("220200", "吉林市")}
    places |= {"d": ("220000", "吉林省"), "e": ("999999", "长三角"), "f": ("100000", "全国")}
    own.write_text(
        "".join(
            f'[[policies]]\nid = "{key}"\ntitle = "科技创新办法"\n'
            f'region = {{ code = "{code}", name = "{name}" }}\n'
            for key, (code, name) in places.items()
        ),
        "utf-8",
    )
    catalogue = open_catalogue(own, bundled=False)
    found = {
        name: "".join(entry.id for entry in catalogue.policies(region=name))
        for name in ("崇明区", "崇明县", "310230", "Chongming", "上海", "吉林", "吉林市")
    }
    assert found == {
        "崇明区": "ab",
        "崇明县": "ab",
        "310230": "a",
        "Chongming": "ab",
        "上海": "ab",
        "吉林": "cd",
        "吉林市": "c",
    }
    assert [entry.id for entry in catalogue.policies(region=["长三角", "China"])] == ["e", "f"]


@pytest.mark.parametrize("end", ["service", "服务端", "服务", "SERVICE", "服務端"])
def test_ends_go_by_either_language(bundled: Catalogue, end: str) -> None:
    """The end of a measure is named in Chinese or in English."""
    hits = bundled.search("基金", end=end)
    assert hits
    assert all(getattr(hit.record, "end", "") == "service" for hit in hits)


def test_filters_are_all_wanted_values_are_any_of_them(bundled: Catalogue) -> None:
    """Several values of one filter widen it, several filters narrow."""
    assert policies(bundled, "成果转化", region=["贵州", "铜陵"]) == {"guizhou", "tongling"}
    both = bundled.search("成果转化", limit=None, region="贵州", end="environment")
    assert {hit.policy for hit in both} == {"guizhou"}
    assert all(getattr(hit.record, "end", "") == "environment" for hit in both)


def test_field_words_are_filters(bundled: Catalogue) -> None:
    """``region:湖北`` in the query is the same as the filter."""
    typed = [hit.id for hit in bundled.search("基金 region:湖北", limit=None)]
    assert typed == [hit.id for hit in bundled.search("基金", limit=None, region="湖北")]
    assert typed


def test_records_without_a_word(bundled: Catalogue) -> None:
    """``-铜陵`` leaves out every record that has the word anywhere, also in traditional script."""
    for query in ("成果转化 -铜陵", "成果转化 -銅陵"):
        assert "tongling" not in policies(bundled, query)
    assert "tongling" in policies(bundled, "成果转化")


def test_phrases_stand_to_the_letter(bundled: Catalogue) -> None:
    """A quoted word allows no mistake; unquoted it does."""
    assert bundled.search("一致姓评价")
    assert bundled.search('"一致姓评价"') == []
    assert bundled.search('"一致性评价"')[0].id == "guizhou.consistency-review"


def test_documents_are_named_in_every_hit(bundled: Catalogue) -> None:
    """``doc:`` wants records that name such a document."""
    hits = bundled.search("科技伦理 doc:实施意见", limit=None)
    assert hits
    for hit in hits:
        assert any("实施意见" in document.title for document in hit.record.documents)


@pytest.mark.parametrize(
    ("name", "value", "near"),
    [
        ("region", "贵洲", r"Guizhou \(520000\)"),
        ("end", "suply", "supply"),
        ("theme", "成果转换", "成果转化"),
    ],
)
def test_unknown_values_suggest_known_ones(
    bundled: Catalogue, name: str, value: str, near: str
) -> None:
    """A value that nothing has is refused with the nearest that the catalogue has."""
    with pytest.raises(UsageError, match=near):
        bundled.lookup("基金", filters=Filters.of(**{name: value}))
    with pytest.raises(UsageError, match=near):
        bundled.search(f"基金 {name}:{value}")


def test_unknown_filters_are_refused(bundled: Catalogue) -> None:
    """The filters there are, are named."""
    with pytest.raises(UsageError, match="region, end"):
        bundled.search("基金", colour="red")


def test_what_filters_leave_is_ranked_as_without_them(bundled: Catalogue) -> None:
    """A filter changes who is in the list, not who stands before whom."""
    every = [hit.id for hit in bundled.search("成果转化", limit=None) if hit.policy == "guizhou"]
    assert every == [h.id for h in bundled.search("成果转化", limit=None, region="贵州")]
