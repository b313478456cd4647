"""What a paper that an export wrote has in it, also after somebody has been at it."""

import json

import pytest

from policycli.exchange.exported import drafts
from policycli.ingest.readers.blocks import Block


@pytest.mark.parametrize("lines", [None, 5, {}, [1]])
def test_a_paper_without_the_names_of_its_lines_counts_as_changed(lines: object) -> None:
    """Its records come back all the same, with a mark that they may be behind."""
    kept = {"policies": [{"id": "a", "title": "甲办法"}], "lines": lines}
    blocks = [Block("records", json.dumps(kept)), Block("paragraph", "甲办法")]
    (draft,) = drafts(blocks)
    assert draft.policy.title == "甲办法"
    assert [check.what for check in draft.checks] == [
        "1 line was changed after the export, which the records do not follow: 甲办法"
    ]
