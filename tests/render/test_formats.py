"""Every renderer over one made-up view: layout, and data that would like to be more than data."""

import csv
import io
import json
from operator import itemgetter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycli.render import FORMATS, write
from policycli.render.wrap import width
from policycli.views.model import Card, Cell, Column, Fact, Section, Text, View

Row = tuple[Cell, ...]
COLUMNS: tuple[Column[Row], ...] = (
    Column("id", "id", itemgetter(0), "id"),
    Column("region", "region", itemgetter(1), "short"),
    Column("title", "measure", itemgetter(2)),
    Column("matched", "found in", itemgetter(3), "note"),
    Column("count", "measures", itemgetter(4), "number"),
    Column("summary", "summary", itemgetter(5), "detail"),
)
LEDGER: Row = (
    "guizhou.ledger",
    "贵州",
    Text("科技成果转化政策台账", ((2, 6),)),
    Text("keywords: 成果转化、政策要点", ((10, 14),)),
    12,
    "省科技厅梳理政策",
)
EVIL = "[red]x[/附件]\x1b[31m\x1b]0;t\x07\x9b2J\u202e反\u2066\ud800\r\n\tpipe | `code` <b> \\"
STEERING = [*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), "\u202e", "\u2066", "\u2028"]


def view_of(*items: Row, card: Any = None, total: int | None = None) -> View[Any]:
    """A view whose items are their own cells."""
    return View("search", "q", items, total or len(items), COLUMNS, _data, card)


def _data(cells: Row) -> dict[str, Any]:
    texts = (cell.text if isinstance(cell, Text) else cell for cell in cells)
    return dict(zip((column.key for column in COLUMNS), texts, strict=True))


def card_of(cells: Row) -> Card:
    """A card that says the title wherever a card can say something."""
    title = str(cells[2])
    columns: tuple[Column[Row], ...] = (
        Column("step", "", itemgetter(0), "number"),
        Column("action", "", itemgetter(1)),
    )
    section = Section("Steps", columns, ((1, title),))
    return Card(str(cells[0]), title, (Fact("region", title),), (title,), (section,))


def written(view: View[Any], form: str, *, color: bool = False) -> str:
    """What a renderer writes for a view."""
    stream = io.StringIO()
    write(view, form, stream, color=color)
    return stream.getvalue()


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def test_plain_leaves_details_out_and_folds_marks_away() -> None:
    """Plain is the columns of a table, tab-separated."""
    expected = "guizhou.ledger\t贵州\t科技成果转化政策台账\tkeywords: 成果转化、政策要点\t12\n"
    assert written(view_of(LEDGER), "plain") == expected


def test_csv_has_every_column() -> None:
    """CSV adds the details, under the keys of the columns."""
    (row,) = csv.DictReader(io.StringIO(written(view_of(LEDGER), "csv")))
    assert list(row) == [column.key for column in COLUMNS]
    assert row["summary"] == "省科技厅梳理政策"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_cells_cannot_become_formulas(form: str, start: str) -> None:
    """Text that a spreadsheet would run gets an apostrophe; numbers keep their sign."""
    text = written(view_of(("a", "b", f"{start}SUM(A1)", "", -5, "")), form)
    (row,) = csv.DictReader(io.StringIO(text), delimiter="," if form == "csv" else "\t")
    assert row["title"].startswith("'")
    assert row["count"] == "-5"


def test_markdown_escapes_what_would_be_markup() -> None:
    """A pipe in data stays in its cell, a tag stays text."""
    line = written(view_of(("a", "b", "x | y <b> `z` *s*", "", 1, "")), "md").splitlines()[2]
    assert line == "| a | b | x \\| y &lt;b> \\`z\\` \\*s\\* |  | 1 |"


def test_json_of_nothing_is_an_empty_list() -> None:
    """Without results JSON is still one object."""
    assert json.loads(written(view_of(), "json")) == {
        "schema": 1,
        "command": "search",
        "query": "q",
        "total": 0,
        "truncated": False,
        "results": [],
    }


def test_json_keeps_data_as_it_is() -> None:
    """JSON is for programs: nothing is replaced."""
    text = written(view_of(("a", "b", EVIL, "", 1, "")), "json")
    assert json.loads(text)["results"][0]["title"] == EVIL
    assert not {*STEERING} - {"\n"} & {*text} - {"\u202e", "\u2066", "\u2028", "\x7f", "\x9b"}


@pytest.mark.parametrize("form", sorted({form.name for form in FORMATS} - {"json", "jsonl"}))
@pytest.mark.parametrize("card", [None, card_of])
def test_data_is_data(form: str, card: Any) -> None:
    """Nothing in a record steers a terminal, turns the writing or adds lines and columns."""
    text = written(view_of((EVIL, EVIL, EVIL, Text(EVIL, ((0, 5),)), 1, EVIL), card=card), form)
    allowed = {"\n", "\t"} if form in ("plain", "tsv") else {"\n"}
    assert not {*STEERING} & {*text} - allowed
    assert "[red]x" in text.replace("\\", "")


@given(st.text(max_size=80))
def test_a_plain_record_is_one_line(text: str) -> None:
    """Whatever is in a record, it is one line with the tabs of its columns."""
    for form, tabs, lines in (("plain", 4, 1), ("tsv", 5, 2)):
        out = written(view_of((text, text, text, text, 1, text)), form)
        assert out.count("\n") == len(out.splitlines()) == lines
        assert out.splitlines()[-1].count("\t") == tabs


@given(st.text(max_size=80))
def test_csv_reads_back(text: str) -> None:
    """However odd the data, a CSV has the rows that went in."""
    out = written(view_of((text, text, text, text, 1.5, text)), "csv")
    assert len(list(csv.reader(io.StringIO(out)))) == 2


def test_a_table_highlights_what_matched() -> None:
    """With colour the marks are bold, ids coloured, notes faint and under their text."""
    lines = written(view_of(LEDGER), "table", color=True).splitlines()
    assert "科技\x1b[1;31m成果转化\x1b[0m政策台账" in lines[2]
    assert "\x1b[36mguizhou.ledger\x1b[0m" in lines[2]
    assert "\x1b[2mkeywords: \x1b[0m\x1b[1;2;31m成果转化" in lines[3]


def test_a_table_fits_its_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """No line is wider than the terminal, and no character is lost."""
    row = (*LEDGER[:2], "科技成果转化" * 9, *LEDGER[3:])
    for columns in (20, 40, 80, 140):
        monkeypatch.setenv("COLUMNS", str(columns))
        text = written(view_of(row), "table")
        assert text.count("科技成果") <= text.count("科") == 9
        assert max(map(width, text.splitlines())) <= columns


def test_ids_stay_whole_on_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where prose would get too little room it goes under its id."""
    monkeypatch.setenv("COLUMNS", "60")
    row = ("tongling.two-strong-one-increase-institute", *LEDGER[1:])
    lines = written(view_of(row), "table").splitlines()
    assert [line.split()[0] for line in lines[2:4]] == [row[0], "科技成果转化政策台账"]


LONG = "tongling.two-strong-one-increase-institute"


@pytest.mark.parametrize("at", range(4))
@pytest.mark.parametrize("columns", range(len(LONG), 141, 7))
def test_ids_are_never_broken_where_one_column_fits_them(
    columns: int, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In whatever column an id stands, it is whole on every terminal that is as wide as it is."""
    monkeypatch.setenv("COLUMNS", str(columns))
    row = (*LEDGER[:at], f"科技成果转化 {LONG}" if at > 1 else LONG, *LEDGER[at + 1 :])
    text = written(view_of(row, LEDGER), "table")
    assert LONG in text
    assert max(map(width, text.splitlines())) <= columns


@pytest.mark.parametrize("columns", [len(LONG), 60, 80])
def test_ids_are_never_broken_on_cards(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A value that holds an id goes under its label where it has too little room beside it."""
    monkeypatch.setenv("COLUMNS", str(columns + 2))  # what stands on a card is set in by two
    card = Card("a", "b", (Fact("repealed by", f"新条例 {LONG}"),))
    assert LONG in written(view_of(LEDGER, card=lambda _row: card), "table")


def test_an_id_that_is_too_wide_stands_above_its_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where an id leaves no room to what stands beside it, it has a line of its own."""
    monkeypatch.setenv("COLUMNS", "60")
    row = (LONG, "内蒙古自治区", "台账", "", 12, "")
    assert written(view_of(row, LEDGER), "table").splitlines()[2:4] == [
        LONG,
        "台账" + " " * 34 + "内蒙古自治区        12",
    ]


def test_a_table_becomes_labelled_lines_where_columns_would_fall_apart(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Below twelve cells for a column that needs more, each row is told line by line."""
    monkeypatch.setenv("COLUMNS", "32")
    row = (*LEDGER[:1], "内蒙古自治区", *LEDGER[2:])
    assert written(view_of(row, row), "table").splitlines()[:7] == [
        "id        guizhou.ledger",
        "region    内蒙古自治区",
        "measure   科技成果转化政策台账",
        "found in  keywords: 成果转化、政",
        "          策要点",
        "measures  12",
        "",
    ]


def test_columns_without_anything_are_left_out_of_a_table() -> None:
    """A column that is empty in every row takes no room."""
    header = written(view_of(("a", "", "title", "", 1, "")), "table").splitlines()[0]
    assert header.split() == ["id", "measure", "measures"]


def test_a_limited_table_says_what_is_left() -> None:
    """The line under a table says how many there are, and how to see them."""
    last = [written(view_of(LEDGER, total=n), "table").splitlines()[-1] for n in (12, 1)]
    assert last == ["1 of 12; -n 12 for all", "1 in all"]


def test_a_terminal_that_is_not_unicodes_gets_ascii_lines() -> None:
    """Where box characters are missing or too wide, hyphens draw the lines."""
    stream = io.TextIOWrapper(io.BytesIO(), "gbk", errors="replace")
    write(view_of(LEDGER), "table", stream)
    write(view_of(LEDGER, LEDGER, card=card_of), "table", stream)
    stream.seek(0)
    text = stream.read()
    assert "--------" in text
    assert not {*"─|?"} & {*text}
