"""Where lines may end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycli.render.wrap import breaks, fill, width

MIXED = st.text(alphabet="成果转化政策 ab1 23%，。（）《》“”", max_size=60)


@pytest.mark.parametrize(("text", "cells"), [("", 0), ("abc", 3), ("成果", 4), ("《a》", 5)])
def test_width_counts_cells(text: str, cells: int) -> None:
    """Chinese characters and marks take two cells."""
    assert width(text) == cells


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("科技成果转化", 6, ["科技成", "果转化"]),
        ("科技成，果", 6, ["科技", "成，果"]),
        ("科技（成果）", 6, ["科技", "（成", "果）"]),
        ("投入3694万元", 6, ["投入", "3694万", "元"]),
        ("投入3694万元", 10, ["投入3694万", "元"]),
        ("成立于2023年底", 10, ["成立于", "2023年底"]),
        ("technology transfer", 12, ["technology", "transfer"]),
        ("1。a《。", 3, ["1。", "a", "《", "。"]),
        ("guizhou.problem-handling", 17, ["guizhou.problem-", "handling"]),
        (
            "guizhou.ledger guizhou.problem-handling",
            32,
            ["guizhou.ledger", "guizhou.problem-handling"],
        ),
        ("写成：.docx、.pdf。", 14, ["写成：.docx、", ".pdf。"]),
        ("internationalisation", 8, ["internat", "ionalisa", "tion"]),
        ("", 8, [""]),
    ],
)
def test_lines_end_where_they_may(text: str, columns: int, lines: list[str]) -> None:
    """Words and numbers stay whole, and no line begins or ends with the wrong mark."""
    assert fill(text, columns) == lines


@given(MIXED, st.integers(2, 30))
def test_nothing_is_lost_and_everything_fits(text: str, columns: int) -> None:
    """Lines are no wider than asked for, apart from the spaces they end with."""
    ends = [0, *breaks(text, columns), len(text)]
    pieces = [text[start:end] for start, end in pairwise(ends)]
    assert "".join(pieces) == text
    assert all(width(piece.rstrip()) <= columns for piece in pieces)
