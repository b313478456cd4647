"""Citations of records on the command line."""

import json
from pathlib import Path
from typing import Any

import pytest


def test_every_command_that_finds_records_cites_them(policy: Any) -> None:
    """``search``, ``show``, ``list`` and ``documents`` write the styles; titles are official."""
    number = "青山市科技局，青山市财政局. 青山市科技成果转化行动：青科〔2023〕1号[Z]. 2023-05-04.\n"
    law = "绿河省促进科技进步条例[Z]. 2021"
    assert policy("list", "-f", "gbt7714").out.startswith(f"{number}{law}.\n")
    assert policy("show", "qingshan", "-f", "gbt7714").out == number
    assert policy("show", "lvhe-regulation.article-1", "-f", "gbt7714").out == f"{law}：第一条.\n"
    before = policy("show", "qingshan", "-f", "gbt7714-2015").out
    assert before == number.replace("，", ", ").replace("：", ": ").replace("[Z]", "[A]")
    assert law in policy("search", "绿河省条例", "-f", "gbt7714").out
    paper = "青山市科技局. 青山市成果转化办法[Z]. 2023-05-04.\n"
    assert paper in policy("documents", "-f", "gbt7714").out
    assert policy("show", "《青山市成果转化办法》", "-f", "gbt7714").out == paper
    assert paper in policy("list", "--documents", "-f", "gbt7714").out


def test_a_file_of_references(policy: Any, tmp_path: Path) -> None:
    """``-o`` writes BibTeX by its ending, and any style that ``-f`` names."""
    bib, items = tmp_path / "a.bib", tmp_path / "a.json"
    assert policy("list", "-o", str(bib)).code == 0
    assert bib.read_text("utf-8").startswith("@misc{qingshan,\n")
    assert policy("list", "-f", "csl-json", "-o", str(items)).code == 0
    assert json.loads(items.read_text("utf-8"))[0]["id"] == "qingshan"


def test_what_cannot_be_cited_is_wrong_usage(policy: Any) -> None:
    """Lists of themes say so; answers that hold nothing citable do not know the styles."""
    wrong = policy("list", "--themes", "-f", "bibtex")
    assert (wrong.code, wrong.out) == (2, "")
    assert "nothing in this list can be cited; leave bibtex out" in wrong.err
    assert policy("figures", "-f", "bibtex").code == 2
    assert "bibtex" not in policy("figures", "--help").out


@pytest.mark.parametrize("form", ["gbt7714", "bibtex", "csl-json"])
def test_problems_are_left_out_aloud(policy: Any, tmp_path: Path, form: str) -> None:
    """A problem is no publication; how many there were is said."""
    mine = tmp_path / "p.toml"
    mine.write_text(
        '[[problems]]\nid = "p1"\ntitle = "鲸落难题"\nreceived = "2024-01-01"\n', "utf-8"
    )
    found = policy("search", "鲸落难题", "-f", form, "--catalogue", str(mine))
    assert found.out == ("[]\n" if form == "csl-json" else "")
    assert "Left out, since problems are no publications: 1" in found.err
