"""Reading across policies: figures, comparison, matrix, timeline, documents."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

COMMANDS: dict[str, list[str]] = {
    "figures": ["figures"],
    "bars": ["figures", "--unit", "亿元", "--sort", "value", "--plot"],
    "compare": ["compare", "donghe", "nanshan"],
    "explain": ["compare", "donghe", "nanshan", "beiling", "--by", "instrument", "--explain"],
    "matrix": ["matrix"],
    "themes": ["matrix", "--rows", "theme", "--cols", "year"],
    "gaps": ["matrix", "--gaps"],
    "timeline": ["timeline"],
    "documents": ["documents"],
}
TEXTS = {name: args for name, args in COMMANDS.items() if name != "bars"}

# The keys that scripts lean on, see test_answers.py.
ENVELOPES = {
    "figures": ["schema", "command", "query", "total", "truncated", "totals", "results"],
    "compare": ["schema", "command", "query", "total", "truncated", "by", "policies", "results"],
    "matrix": ["schema", "command", "query", "total", "truncated", "rows", "cols", "results"],
    "gaps": ["schema", "command", "query", "total", "truncated", "rows", "cols", "results"],
    "timeline": ["schema", "command", "query", "total", "truncated", "results"],
    "documents": ["schema", "command", "query", "total", "truncated", "results"],
}
RESULTS = {
    "figures": [
        *(
            "id",
            "policy",
            "region",
            "indicator",
            "value",
            "unit",
            "op",
            "period",
            "kind",
            "indicator_en",
        ),
        *("base_value", "base_unit"),
    ],
    "compare": [
        *(
            "part",
            "group",
            "theme",
            "instrument",
            "indicator",
            "only",
            "sides",
            "reasons",
            "differences",
        ),
    ],
    "matrix": ["row", "name", "total", "cells"],
    "gaps": ["row", "name", "lacks", "others"],
    "timeline": [
        *("date", "what", "state", "policy", "region", "title", "title_en", "role", "quote", "ids"),
        "done",
    ],
    "documents": ["title", "date", "issuer", "role", "status", "policy", "region", "ids"],
}
TOTAL = ["kind", "indicator", "period", "op", "value", "unit", "figures", "ids"]
REASON = ["ids", "score", "instrument", "themes", "words"]


def answer(policy: Any, *args: str) -> Any:
    """The JSON of a command line."""
    return json.loads(policy(*args, "--json").out)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_tables_look_as_approved(twins: Any, golden: Any, lang: str) -> None:
    """Every command prints the tables that were read and approved, at 80 columns."""
    runs = [twins(*args, "-f", "table", "--lang", lang) for args in COMMANDS.values()]
    golden(f"reading.{lang}.table", "\n".join(result.out for result in runs))


@pytest.mark.parametrize("form", ["plain", "csv", "tsv", "md"])
def test_other_formats_look_as_approved(twins: Any, golden: Any, form: str) -> None:
    """So do lines, spreadsheets and Markdown."""
    runs = [twins(*args, "-f", form, "--lang", "zh") for args in TEXTS.values()]
    golden(f"reading.zh.{form}", "\n".join(result.out for result in runs))


def test_a_wide_terminal_puts_policies_side_by_side(twins: Any, golden: Any) -> None:
    """Where every policy has room for a column, it has one; shades and bars are coloured."""
    color = ("-f", "table", "--color", "always", "--lang", "zh")
    runs = [twins(*COMMANDS[name], *color, COLUMNS="110") for name in ("compare", "matrix", "bars")]
    golden("reading.color", "\n".join(result.out for result in runs))


@pytest.mark.parametrize("name", ENVELOPES)
def test_json_has_the_agreed_keys(twins: Any, name: str) -> None:
    """Every result has every key, also where its value is empty."""
    found = answer(twins, *COMMANDS[name])
    assert list(found) == ENVELOPES[name]
    assert found["command"] == COMMANDS[name][0]
    assert found["total"] == len(found["results"]) > 0
    assert [list(result) for result in found["results"]] == [RESULTS[name]] * found["total"]


def test_json_of_figures_has_base_values_and_totals(twins: Any) -> None:
    """3694万元 is 36,940,000 of 元; the two funds of no period add up to 2.5亿元, about."""
    found = answer(twins, "figures")
    (bound,) = [each for each in found["results"] if each["value"] == 3694]
    assert (bound["base_value"], bound["base_unit"]) == (36_940_000, "元")
    (total,) = found["totals"]
    assert list(total) == TOTAL
    assert (total["value"], total["op"], total["figures"]) == (250_000_000, "~", 2)


def test_json_of_a_comparison_tells_its_parts(twins: Any) -> None:
    """Rows of measures, then instruments and figures, each with what every policy has."""
    found = answer(twins, *COMMANDS["compare"])
    parts = [result["part"] for result in found["results"]]
    assert parts == ["measures", "measures", "measures", "instruments", "figures"]
    first = found["results"][0]
    assert first["sides"]["nanshan"] == [
        {"id": "nanshan.capital", "title": "南山创投基金", "title_en": "Nanshan venture fund"}
    ]
    assert [list(reason) for reason in first["reasons"]] == [REASON]
    assert found["query"] == ["donghe", "nanshan"]
    assert [policy["id"] for policy in found["policies"]] == found["query"]


def test_json_of_a_matrix_has_counts_and_ids(twins: Any) -> None:
    """Every cell has its column, its count and its ids."""
    first = answer(twins, "matrix")["results"][0]
    assert (first["row"], first["name"], first["total"]) == ("990200", "东河市", 2)
    assert first["cells"][1] == {"col": "service", "count": 1, "ids": ["donghe.fund"]}


def test_a_query_finds_figures(twins: Any) -> None:
    """Figures of the measures that fit; of one whose indicator says it, those alone."""
    found = answer(twins, "figures", "基金规模")["results"]
    assert [result["value"] for result in found] == [2, 5000]


@pytest.mark.parametrize(
    ("args", "ids"),
    [
        (["--kind", "budget"], ["donghe.fund", "nanshan.capital"]),
        (["--kind", "投入", "--lang", "zh"], ["donghe.fund", "nanshan.capital"]),
        (["--min", "一亿"], ["donghe.fund"]),
        (["--unit", "人", "--region", "东河"], None),
        (["--max", "20%"], ["nanshan.capital"]),
    ],
)
def test_figures_are_narrowed(twins: Any, args: list[str], ids: list[str] | None) -> None:
    """By kind, also as the screen calls it, by limits, and by unit."""
    result = twins("figures", *args, "--json")
    assert result.code == (2 if ids is None else 0)
    if ids is not None:
        assert [each["id"] for each in json.loads(result.out)["results"]] == ids


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["figures", "--min", "许多"], 2, "许多 is not a number: write 3694万元"),
        (["figures", "--kind", "sum"], 2, "there is no kind sum; kinds are budget, target"),
        (["figures", "--plot", "-f", "csv"], 2, "a drawing needs the format table; leave csv out"),
        (["figures", "--min", "9万亿"], 1, "No figure matches."),
        (["compare", "donghe"], 2, "name two to six policies, not 1"),
        (["compare", "donghe", "东河市"], 2, "donghe is given twice"),
        (["compare", "dongge.fund", "火星"], 2, "nothing is called 火星"),
        (["matrix", "--rows", "end", "--cols", "region"], 2, "swap them"),
        (["matrix", "--rows", "town"], 2, "'town' is not one of 'region'"),
        (["matrix", "--gaps", "--cols", "year"], 2, "is not a gap"),
        (["matrix", "--gaps", "--region", "东河"], 1, "Nothing is missing."),
        (["timeline", "--from", "yesterday"], 2, "yesterday is not a date: write 2023"),
        (["timeline", "--to", "1990"], 1, "No dated record matches."),
        (["documents", "--region", "南山"], 1, "No record matches these filters."),
    ],
)
def test_mistakes_and_nothing_are_told(twins: Any, args: list[str], code: int, said: str) -> None:
    """What is wrong and what to do in a sentence; nothing at all is 1, a mistake 2."""
    result = twins(*args)
    assert (result.code, result.out) == (code, "")
    assert said in result.err


def test_nothing_to_compare_exits_with_1(twins: Any, tmp_path: Path) -> None:
    """Policies without measures have nothing in common and nothing of their own."""
    path = tmp_path / "empty.toml"
    path.write_text('[[policies]]\nid = "zero"\ntitle = "空"\n', "utf-8")
    result = twins("compare", "zero", "beiling", "--catalogue", str(path))
    assert result.code == 2  # --catalogue takes the place of the twins
    both = twins("compare", "zero", "beiling", *(f"--catalogue={p}" for p in (path, TWINS)))
    assert (both.code, both.out) == (1, "")
    assert both.err == "These policies have no measures to compare.\n"


TWINS = Path(__file__).parents[1] / "data" / "twins.toml"


@pytest.mark.parametrize("name", ["《东河市转化办法》", "东河市转化办法", "《转化办法》"])
def test_show_finds_a_document(twins: Any, name: str) -> None:
    """With its marks or without, by all of its title or, in marks, by a part."""
    (shown,) = answer(twins, "show", name)["results"]
    assert (shown["title"], shown["role"]) == ("东河市转化办法", "issued")
    assert shown["ids"] == ["donghe", "donghe.fund"]


def test_a_document_is_a_card(twins: Any) -> None:
    """On a terminal a document has its policy, role and date, and who names it."""
    out = twins("show", "《东河市转化办法》", "-f", "table").out
    lines = [line.strip() for line in out.splitlines()]
    assert lines[:2] == ["《东河市转化办法》", "donghe"]
    assert {"role    issued", "date    2023-02-01", "donghe.fund"} <= {*lines}


def test_a_record_is_shown_before_a_document(twins: Any) -> None:
    """A title that a record has means the record; in marks a policy's title will do too."""
    for name in ("北岭条例", "《北岭条例》"):
        assert twins("show", name).out.startswith("beiling\t")


@pytest.mark.parametrize("name", TEXTS)
def test_a_file_is_written_as_its_ending_says(twins: Any, tmp_path: Path, name: str) -> None:
    """``-o`` writes what a pipe would get; a CSV begins with the mark that Excel looks for."""
    for form, ending in (("json", "json"), ("jsonl", "jsonl"), ("md", "md"), ("plain", "txt")):
        path = tmp_path / f"{name}.{ending}"
        assert twins(*TEXTS[name], "-o", str(path)) == (0, "", "")
        assert path.read_text("utf-8") == twins(*TEXTS[name], "-f", form).out
    path = tmp_path / f"{name}.csv"
    assert twins(*TEXTS[name], "-o", str(path)).code == 0
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert len(list(csv.reader(path.read_text("utf-8-sig").splitlines()))) > 1


def test_a_file_is_not_replaced_unless_forced(twins: Any, tmp_path: Path) -> None:
    """What is there stays there, and no half file is left."""
    path = tmp_path / "list.csv"
    path.write_text("mine", "utf-8")
    kept = twins("list", "-o", str(path))
    assert (kept.code, path.read_text("utf-8")) == (2, "mine")
    assert "already exists; --force overwrites it" in kept.err
    assert twins("list", "-o", str(path), "--force").code == 0
    assert path.read_text("utf-8-sig").startswith("id,region")
    assert [each.name for each in tmp_path.iterdir()] == ["list.csv"]


def test_a_failing_answer_leaves_the_file(
    twins: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where writing breaks off, the old file is whole and nothing lies beside it."""
    path = tmp_path / "list.json"
    path.write_text("mine", "utf-8")
    monkeypatch.setattr("policycli.views.cards.to_dict", lambda _record: 1 / 0)
    assert twins("list", "-o", str(path), "--force").code == 70
    assert path.read_text("utf-8") == "mine"
    assert [each.name for each in tmp_path.iterdir()] == ["list.json"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("x.doc", "use one of .txt, .json"),
        ("none/x.csv", "none/x.csv: "),
        (".", "cannot tell a format from "),
    ],
)
def test_a_file_that_cannot_be_written_is_told(
    twins: Any, tmp_path: Path, name: str, said: str
) -> None:
    """An unknown ending and a folder that is not there are sentences."""
    result = twins("list", "-o", str(tmp_path / name))
    assert result.code == 2
    assert said in result.err


def test_a_format_is_stronger_than_an_ending(twins: Any, tmp_path: Path) -> None:
    """``-f`` says what is written whatever the file is called; a file has no colours."""
    path = tmp_path / "list.text"
    assert twins("list", "-f", "table", "-o", str(path), CLICOLOR_FORCE="1").code == 0
    assert "\x1b" not in path.read_text("utf-8")


def test_cells_of_a_spreadsheet_are_no_formulas(twins: Any) -> None:
    """What begins with = in a catalogue is text in a CSV."""
    out = twins("list", "--measures", "-f", "csv", "--lang", "zh").out
    assert "'=基金投向早期项目。" in out


@settings(max_examples=60, deadline=None)
@given(value=st.text(max_size=20), form=st.sampled_from(["plain", "json", "table", "csv"]))
def test_any_value_ends_well(twins: Any, value: str, form: str) -> None:
    """Whatever is typed, the exit is 0, 1 or 2, and no traceback is seen."""
    for args in (
        ["figures", "--min", value, "--max", value],
        ["figures", "--unit", value, "--kind", value],
        ["compare", "donghe", value],
        ["matrix", "--rows", value],
        ["timeline", "--from", value],
        ["show", f"《{value}》"],
    ):
        result = twins(*args, "-f", form)
        assert result.code in (0, 1, 2), result.err
        assert "Traceback" not in result.err


@pytest.mark.parametrize("name", ["figures", "matrix", "timeline"])
def test_a_picture_is_drawn_into_a_file(twins: Any, tmp_path: Path, name: str) -> None:
    """``--chart`` writes the file and nothing else, and does not replace one unasked."""
    path = tmp_path / f"{name}.svg"
    assert twins(name, "--chart", str(path), "--lang", "zh") == (0, "", f"已写入 {path}。\n")
    assert "东河" in path.read_text("utf-8")
    again = twins(name, "--chart", str(path))
    assert (again.code, "--force overwrites it" in again.err) == (2, True)
    assert twins(name, "--chart", str(path), "--force").code == 0


@pytest.mark.parametrize("args", [["figures", "--min", "9万亿"], ["timeline", "--to", "1990"]])
def test_nothing_is_not_drawn(twins: Any, tmp_path: Path, args: list[str]) -> None:
    """Where there is nothing to draw no file is made, and the exit is 1."""
    path = tmp_path / "none.svg"
    assert twins(*args, "--chart", str(path)).code == 1
    assert not path.exists()


@pytest.mark.parametrize("name", ["x.gif", "x"])
def test_a_picture_of_another_kind_is_told(twins: Any, tmp_path: Path, name: str) -> None:
    """The endings that can be drawn are named."""
    result = twins("matrix", "--chart", str(tmp_path / name))
    assert result.code == 2
    assert "use one of .svg, .png, .html" in result.err
