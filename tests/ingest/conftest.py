"""A document on the spot, and what is read out of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from policycli.exchange.intake import drafts
from policycli.ingest.extract.draft import Draft
from policycli.ingest.readers.read import read

PAPERS = Path(__file__).parent / "papers"
Taken = Callable[[str], Draft]


@pytest.fixture
def taken() -> Taken:
    """The only draft of a text, or of a file in ``papers``."""

    def take(text: str) -> Draft:
        from policycli.ingest.readers import text as reader

        blocks = read(str(PAPERS / text)) if "\n" not in text else list(reader.parse(text))
        (draft,) = drafts(blocks, "paper.txt")
        return draft

    return take
