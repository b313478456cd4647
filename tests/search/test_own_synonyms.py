"""A catalogue of one's own says what is meant by everyday words."""

import json
import os
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

import policycli
from policycli.catalogue import Catalogue
from policycli.errors import CatalogueError
from policycli.files.edit import change, find

POLICIES = """\
[[policies]]
id = "a"
title = "小微企业上规模培育办法"

[[policies]]
id = "b"
title = "事业单位转制为企业的规定"
"""
WORDS = """
[synonyms]
"小升规" = ["规模以上工业企业培育", "小微企业上规模"]
"《轉企》" = ["转制为企业"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two catalogues: records, and words alone."""
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "own.toml").write_text(POLICIES, "utf-8")
    (tmp_path / "kept" / "words.toml").write_text(WORDS, "utf-8")
    return tmp_path / "kept"


def opened(folder: Path) -> Catalogue:
    """The catalogues of a folder, whose index is kept beside it."""
    with mock.patch.dict(os.environ, {"XDG_CACHE_HOME": str(folder.parent / "cache")}):
        return policycli.open_catalogue(folder, bundled=False)


def found(catalogue: Catalogue, query: str) -> list[tuple[str, str]]:
    """Ids and labels."""
    return [(hit.id, hit.how) for hit in catalogue.search(query)]


def test_words_of_one_catalogue_serve_all(folder: Path) -> None:
    """A word is looked for as what stands in policies, whatever its script and signs."""
    catalogue = opened(folder)
    assert found(catalogue, "小升规") == [("a", "synonym")]
    assert found(catalogue, "转企") == [("b", "synonym")]
    assert ("b", "fuzzy") in found(catalogue, "我们单位转企以后怎么办？")


def test_words_can_change_and_go(folder: Path) -> None:
    """The next search knows what the file says now."""
    assert found(opened(folder), "小升规")
    (folder / "words.toml").write_text('[synonyms]\n"改企" = ["转制为企业"]\n', "utf-8")
    changed = opened(folder)
    assert found(changed, "小升规") == []
    assert found(changed, "改企") == [("b", "synonym")]
    (folder / "words.toml").unlink()
    assert found(opened(folder), "改企") == []


def test_words_stay_where_they_are_when_the_file_is_edited(folder: Path) -> None:
    """Changing a record leaves the table as it stands."""
    own = folder / "own.toml"
    own.write_text(POLICIES + WORDS, "utf-8")
    record = find([str(own)], "a")
    assert record is not None
    change(record, {("status",): "repealed"})
    assert own.read_text("utf-8").endswith(WORDS)


def test_info_counts_words(policy: Any, folder: Path) -> None:
    """``policy info`` says how many each catalogue has."""
    said = json.loads(policy("info", "--json", "--catalogue", str(folder)).stdout)
    counts = {
        Path(used["path"]).name: used["synonyms"] for used in said["results"][0]["catalogues"]
    }
    assert counts["words.toml"] == 2
    assert counts["own.toml"] == 0


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('synonyms = ["小升规"]', "synonyms: must be a table, not a list"),
        ('[synonyms]\n"小升规" = "培育"', "synonyms.小升规: must be a list, not text"),
        ('[synonyms]\n"小升规" = []', "synonyms.小升规: is empty"),
        ('[synonyms]\n"小升规" = ["培育", " "]', "synonyms.小升规[1]: is empty"),
        ('[synonyms]\n"" = ["培育"]', "is empty"),
        ('[synonym]\n"小升规" = ["培育"]', "did you mean synonyms?"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(folder: Path, wrong: str, said: str) -> None:
    """A faulty table is a fault of its file."""
    (folder / "words.toml").write_text(wrong + "\n", "utf-8")
    with pytest.raises(CatalogueError) as caught:
        opened(folder)
    (fault,) = caught.value.faults
    assert said in str(fault)
