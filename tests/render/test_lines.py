"""Styled lines, before anything is printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycli.render.lines import across, beside, indented, needed, shared, word, wrapped
from policycli.render.wrap import width
from policycli.views.model import Text

TEXTS = st.text(alphabet="成果转化 ab1，（）\n", max_size=60)


def plain(line: list[tuple[str, str]]) -> str:
    """The words of a line."""
    return "".join(words for words, _style in line)


def test_marks_cut_a_line_where_its_look_changes() -> None:
    """A marked range keeps its look over the end of a line, on top of the look of the cell."""
    lines = wrapped(Text("科技成果转化台账", marks=((2, 6),)), 8, "dim")
    assert lines == [
        [("科技", "dim"), ("成果", "dim bold red")],
        [("转化", "dim bold red"), ("台账", "dim")],
    ]


def test_nothing_written_is_no_line() -> None:
    """An empty cell takes no line; an empty line within a text stays one."""
    assert wrapped("", 10) == []
    assert wrapped("成果\n\n转化", 10) == [[("成果", "")], [], [("转化", "")]]


@given(TEXTS, st.integers(2, 30))
def test_wrapping_loses_no_word(text: str, columns: int) -> None:
    """Every character but spaces is on some line, and no line is wider than asked for."""
    lines = [plain(line) for line in wrapped(text, columns)]
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    assert all(width(line) <= columns for line in lines)


def test_blocks_stand_in_their_columns() -> None:
    """Columns begin where they begin whatever is before them; nothing trails a line."""
    blocks = [wrapped("成果\n转化", 6), wrapped("7", 3), [[], *wrapped("x", 4)]]
    lines = list(beside(blocks, (6, 3, 4), (False, True, False)))
    assert list(map(plain, lines)) == ["成果      7", "转化         x"]


def test_indented_lines_do_not_grow_spaces_where_they_are_empty() -> None:
    """Only what is written is set in."""
    assert list(map(plain, indented([[("a", "")], []], 2))) == ["  a", ""]


@pytest.mark.parametrize(
    ("needs", "leasts", "room", "widths"),
    [
        ([5, 8], [5, 2], 80, [5, 8]),  # enough for all
        ([10, 50, 90], [10, 2, 2], 84, [10, 35, 35]),  # those that can be narrower share the rest
        ([10, 20, 90], [10, 2, 2], 84, [10, 20, 50]),  # none gets more than it needs
        ([10, 60, 90], [10, 42, 2], 84, [10, 42, 28]),  # none gets less than its least
        ([30, 30, 90], [30, 30, 2], 34, [10, 10, 10]),  # too little for that: all alike
        ([3, 30, 90], [3, 30, 2], 34, [3, 13, 14]),
    ],
)
def test_columns_share_the_room(
    needs: list[int], leasts: list[int], room: int, widths: list[int]
) -> None:
    """Leasts come first, the rest is divided fairly."""
    assert shared(needs, leasts, room) == widths


@given(
    st.lists(st.tuples(st.integers(0, 200), st.integers(2, 90)), min_size=1, max_size=8),
    st.integers(40, 200),
)
def test_columns_fit_the_room(wanted: list[tuple[int, int]], room: int) -> None:
    """However much is wanted, all columns with their gaps are as wide as the room at most."""
    needs, leasts = [need for need, _least in wanted], [least for _need, least in wanted]
    assert across(shared(needs, leasts, room)) <= room


def test_the_longest_word_is_one_that_fits() -> None:
    """Chinese and spaces end a word, hyphens do not; a word for which there is no room is none."""
    assert word("成果tongling.pilot-base转化 a https://example.org/a/very/long/path", 24) == 19
    assert word("成果转化", 24) == 0


def test_the_longest_line_is_what_a_cell_needs() -> None:
    """Chinese counts twice, and lines are counted one by one."""
    assert needed("成果\nabc") == 4
