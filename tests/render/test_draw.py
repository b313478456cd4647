"""What a terminal draws."""

import io
from operator import itemgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycli.render import write
from policycli.render.draw import bar, drawn, shade
from policycli.render.wrap import width
from policycli.views.model import Column, View


@pytest.mark.parametrize(
    ("share", "drawing"),
    [(1, "████"), (0.5, "██"), (0.53125, "██▏"), (0.001, "▏"), (0, "")],
)
def test_bars_are_exact_to_an_eighth(share: float, drawing: str) -> None:
    """Four cells are the whole; any share above 0 draws at least one mark."""
    assert bar(share, 4, unicode=True) == drawing


def test_bars_of_a_console_without_blocks_are_hashes() -> None:
    """Where there are no blocks a cell is a hash."""
    assert [bar(share, 4, unicode=False) for share in (1, 0.5, 0.001, 0)] == ["####", "##", "#", ""]


@given(st.floats(0, 1), st.integers(1, 60))
def test_a_bar_fits(share: float, cells: int) -> None:
    """No bar is longer than its room."""
    assert width(bar(share, cells, unicode=True)) <= cells
    assert len(bar(share, cells, unicode=False)) <= cells


def test_shades_grow_with_the_count() -> None:
    """The largest count is the darkest, nothing is a point."""
    assert [shade(n, 11, unicode=True) for n in (0, 1, 3, 6, 8, 11)] == [
        *("·", "░ 1", "▒ 3", "▓ 6", "▓ 8", "█ 11"),
    ]
    assert [shade(n, 11, unicode=False) for n in (0, 11)] == [".", "11"]


def test_groups_are_written_once() -> None:
    """A group stands where it begins, not in every row."""
    columns = (Column("group", "", itemgetter(0), "group"), Column("text", "text", itemgetter(1)))
    rows = [("a", "1"), ("a", "2"), ("b", "3"), ("a", "4")]
    groups = [row[0] for row in drawn(columns, rows, 8, unicode=True)]
    assert groups == ["a", "", "b", "a"]


def sides(*titles: str, note: str = "") -> View[tuple[str, ...]]:
    """A view whose columns stand side by side."""
    columns: tuple[Column[tuple[str, ...]], ...] = (
        Column("group", "", itemgetter(0), "group"),
        Column("kind", "kind", itemgetter(1)),
        Column("why", "why", itemgetter(2), "note"),
        *(Column(title, title, itemgetter(at), "side") for at, title in enumerate(titles, 3)),
    )
    row = ("供给端", "平台", note, *(f"{title}的研究院" for title in titles))
    return View("compare", None, [row], 1, columns, lambda _cells: {})


def written(view: View[tuple[str, ...]], columns: int, monkeypatch: pytest.MonkeyPatch) -> str:
    """The table of a view on a terminal of so many columns."""
    monkeypatch.setenv("COLUMNS", str(columns))
    stream = io.StringIO()
    write(view, "table", stream)
    return stream.getvalue()


@pytest.mark.parametrize(("columns", "turned"), [(80, True), (120, False)])
def test_a_table_turns_where_it_is_narrow(
    columns: int, turned: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three sides stand next to each other on 120 columns, and under each other on 80."""
    text = written(sides("东河", "南山", "北岭"), columns, monkeypatch)
    lines = [line.split() for line in text.splitlines()]
    assert (["东河", "东河的研究院"] in lines) == turned
    assert (["kind", "东河", "南山", "北岭"] in lines) == (not turned)
    assert max(map(width, text.splitlines())) <= columns


def test_a_note_turns_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is noted of a row gets a line of its own on any terminal."""
    text = written(sides("东河", "南山", note="the same instrument"), 140, monkeypatch)
    assert "    the same instrument\n" in "\n".join(line.rstrip() for line in text.splitlines())


def test_titles_of_columns_are_data(monkeypatch: pytest.MonkeyPatch) -> None:
    """A region's name steers no terminal, side by side or turned."""
    for columns in (80, 140):
        text = written(sides("[red]\x1b[31m", "b"), columns, monkeypatch)
        assert "\x1b" not in text
        assert "[red]" in text
