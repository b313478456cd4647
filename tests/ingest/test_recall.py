"""How much comes out of real papers, against what people took out of them by hand."""

import gzip
import json
import random
from pathlib import Path
from typing import Any

import pytest

from benchmarks.ingest import BULLETINS, LAWS, articles, bulletins, compared, share
from tests.ingest.making import MAKERS, from_markdown, pdf

SAMPLE = 300  # laws


@pytest.mark.skipif(not BULLETINS.exists(), reason="the bulletins are not here")
@pytest.mark.parametrize("ending", MAKERS)
def test_the_bulletins_come_out(ending: str, tmp_path: Path) -> None:
    """All six policies, 95% of their figures and 98% of the papers named in 《》."""
    result = bulletins(ending, tmp_path)
    assert result.policies == 6
    assert share(result.figures) >= 0.95
    assert share(result.documents) >= 0.98


@pytest.mark.skipif(not BULLETINS.exists(), reason="the bulletins are not here")
def test_the_bulletins_come_out_of_two_columns(tmp_path: Path) -> None:
    """As much as of any other document."""
    path = tmp_path / "columns.pdf"
    path.write_bytes(pdf(from_markdown(BULLETINS.read_text("utf-8")), columns=2))
    result = compared(path)
    assert result.policies == 6
    assert share(result.figures) >= 0.95
    assert share(result.documents) >= 0.98


@pytest.mark.skipif(not LAWS.exists(), reason="the laws are not here")
def test_the_articles_of_laws_come_out() -> None:
    """99% of the articles of laws written as text, with number and wording."""
    with gzip.open(LAWS, "rt", encoding="utf-8") as file:
        laws: list[dict[str, Any]] = [json.loads(line) for line in file]
    found = [articles(law) for law in random.Random(5).sample(laws, SAMPLE)]
    assert share((sum(hit for hit, _of in found), sum(of for _hit, of in found))) >= 0.99
