"""``policy import``: what people and scripts get, and how it ends."""

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import policycli
from policycli.errors import DocumentError
from policycli.ingest.readers import kinds
from policycli.ingest.readers.kinds import Reader
from policycli.ingest.readers.sandbox import close

PAPER = """\
# 铜陵市科技局关于加快转化的意见

一、加大投入。今年安排资金3亿元。
二、建设平台。依据《甲办法》。
"""


TWO = """\
[[policies]]
id = "qs"
title = "转化行动"

[[policies.measures]]
id = "fund"
title = "转化基金"
summary = "设立基金。"

[[policies.measures]]
id = "base"
title = "中试基地"
summary = "建设基地。"
"""


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A small paper."""
    path = tmp_path / "paper.md"
    path.write_text(PAPER, "utf-8")
    return path


def test_without_a_catalogue_drafts_are_printed(policy: Any, paper: Path) -> None:
    """As TOML, with what to look at told on standard error."""
    result = policy("import", str(paper))
    assert result.code == 0
    assert result.out.startswith("[[policies]]\n# import: tongling-")
    assert "# check: " in result.out
    assert result.err.endswith("places are marked “# check:”; look at them.\n")


@pytest.mark.parametrize("form", ["table", "plain", "json", "jsonl", "csv", "tsv", "md"])
def test_a_catalogue_takes_drafts_in(policy: Any, paper: Path, tmp_path: Path, form: str) -> None:
    """What became of them comes in every format."""
    result = policy("import", str(paper), "-o", str(tmp_path / "my.toml"), "-f", form)
    assert result.code == 0
    assert "铜陵市科技局关于加快转化的意见" in "".join(result.out.split())
    listed = policy("list", "--measures", POLICY_CATALOGUE=str(tmp_path / "my.toml"))
    assert "加大投入" in listed.out


def test_keys_of_json_are_frozen(policy: Any, paper: Path) -> None:
    """Scripts lean on them."""
    answer = json.loads(policy("import", str(paper), "/none.txt", "--json").out)
    assert (answer["command"], answer["total"]) == ("import", 2)
    assert list(answer["results"][0]) == [
        "file",
        "outcome",
        "id",
        "title",
        "measures",
        "figures",
        "documents",
        "checks",
        "added",
        "conflicts",
        "marked",
    ]
    assert list(answer["results"][1]) == ["file", "outcome", "error"]


def test_what_is_marked_is_listed(policy: Any, tmp_path: Path) -> None:
    """With the words it was read from, on standard error and in JSON; of many the first."""
    paper = tmp_path / "paper.md"
    paper.write_text("# 铜陵市某意见\n\n一、甲。今年投入3亿元。\n\n二、乙。\n", "utf-8")
    result = policy("import", str(paper), "--json")
    marked = json.loads(result.out)["results"][0]["marked"]
    assert {
        "measure": "item-1",
        "key": "figures",
        "item": 0,
        "what": "the year is not stated",
        "words": "甲。今年投入3亿元。",
    } in marked
    what = "the year is not stated; what is counted was not found (“甲。今年投入3亿元。”)\n"
    assert f".item-1.figures[0]: {what}" in result.err
    paper.write_text("# 某意见\n\n" + "今年投入3亿元。\n\n" * 20, "utf-8")
    lines = policy("import", str(paper)).err.splitlines()
    assert (len(lines), lines[-2]) == (10, "  …")


def test_what_is_marked_is_listed_as_validate_lists_it(policy: Any, tmp_path: Path) -> None:
    """With file, line and key; once all is settled nothing is left and the exit is 0."""
    paper, catalogue = tmp_path / "paper.md", tmp_path / "my.toml"
    paper.write_text("# 铜陵市某意见\n\n一、甲。今年投入3亿元。\n\n二、乙。\n", "utf-8")
    taken = policy("import", str(paper), "-o", str(catalogue), "--json")
    listed = policy("validate", str(catalogue), "--checks", "--json")
    marks = json.loads(listed.out)["results"]
    assert json.loads(taken.out)["marks"] == marks
    figure = next(mark for mark in marks if mark["key"].endswith("figures[0]"))
    line = catalogue.read_text("utf-8").splitlines()[figure["line"] - 1]
    assert "value = 3, " in line
    assert "# check: the year is not stated (“甲。今年投入3亿元。”)" in line
    assert figure["words"] == "甲。今年投入3亿元。"
    assert listed.code == 1
    assert policy("validate", str(catalogue), "--checks", "--strict").code == 2
    settled = re.sub(r" ?# check: .*", "", catalogue.read_text("utf-8"))
    catalogue.write_text(settled, "utf-8")
    assert policy("validate", str(catalogue), "--checks").code == 0


def test_one_bad_file_does_not_stop_the_rest(policy: Any, paper: Path) -> None:
    """It is told, the others are written, and the exit is 2."""
    tmp_path = paper.parent
    (tmp_path / "bad.pdf").write_bytes(b"\x00 no pdf")
    result = policy("import", str(tmp_path), "-o", str(tmp_path / "my.toml"), "--json")
    assert result.code == 2
    assert [item["outcome"] for item in json.loads(result.out)["results"]] == ["new", "failed"]
    assert f"Error: {tmp_path / 'bad.pdf'}: is a damaged PDF\n" in result.err
    assert (tmp_path / "my.toml").exists()


def test_a_conflict_exits_with_1(policy: Any, paper: Path, tmp_path: Path) -> None:
    """As ``diff`` does where there is something to look at."""
    catalogue = tmp_path / "my.toml"
    policy("import", str(paper), "-o", str(catalogue))
    catalogue.write_text(catalogue.read_text("utf-8").replace('"加大投入"', '"投入"'), "utf-8")
    paper.write_text(PAPER.replace("加大投入", "增加投入"), "utf-8")
    result = policy("import", str(paper), "-o", str(catalogue))
    assert result.code == 1
    assert "both changed, and the catalogue stays: item-1.title\n" in result.err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["import"], "Missing argument 'FILE...'"),
        (["import", "x.txt", "-o", "x.json"], "name a file that ends in .toml"),
        (["import", "x.txt", "--date", "soon"], "'soon' is not a date"),
        (["import", "/none.txt"], "Error: /none.txt: No such file or directory"),
    ],
)
def test_mistakes_exit_with_2(policy: Any, args: list[str], said: str) -> None:
    """With a sentence."""
    result = policy(*args)
    assert (result.code, said in result.err) == (2, True), result.err


def test_a_ledger_comes_back_as_it_went(policy: Any, tmp_path: Path) -> None:
    """Exported and imported again it changes nothing; a new catalogue has all of it."""
    mine, book = tmp_path / "my.toml", tmp_path / "台账.xlsx"
    mine.write_text(TWO, "utf-8")
    args = ("--no-bundled", "--catalogue", str(mine))
    assert policy("export", str(book), *args, POLICY_LANG="zh").code == 0
    assert policy("import", str(book), "-o", str(mine)).out.split("\t")[:2] == ["qs", "unchanged"]
    assert mine.read_text("utf-8") == TWO
    new = str(tmp_path / "new.toml")
    assert policy("import", str(book), "-o", new, POLICY_LANG="zh").code == 0
    listed = policy("list", "--measures", "--no-bundled", "--catalogue", new)
    assert [line.split("\t")[0] for line in listed.out.splitlines()] == ["qs.fund", "qs.base"]


def test_a_foreign_workbook_is_told(policy: Any, tmp_path: Path) -> None:
    """It is no ledger, and named as such."""
    book, path = openpyxl.Workbook(), tmp_path / "x.xlsx"
    book.worksheets[0].append(["姓名", "电话"])
    book.save(path)
    result = policy("import", str(path))
    assert result.code == 2
    assert result.err.startswith(f"Error: {path}: is not a ledger: ")


@pytest.fixture
def kept(tmp_path: Path) -> str:
    """A ledger that an office keeps."""
    book, path = openpyxl.Workbook(), tmp_path / "台账.xlsx"
    sheet = book.worksheets[0]
    sheet.title = "台账"
    for row in (
        ["政策名称", "本市出台时间", "主要内容", "备注"],
        ["转化办法", "2024.3", "补。", "甲"],
    ):
        sheet.append(row)
    sheet.append(["注：每季度更新。"])
    book.save(path)
    return str(path)


def test_what_of_a_ledger_is_not_taken_is_named(policy: Any, kept: str) -> None:
    """Column by column and row by row, on standard error and in JSON."""
    result = policy("import", kept, "--json")
    assert result.code == 0
    said = result.err.splitlines()
    assert f"{kept}: sheet 台账: column 本市出台时间 is taken as policy.date" in said
    no_key = "no key of a record is known for it; name one with --map"
    assert f"{kept}: not taken: sheet 台账, column 备注: {no_key}" in said
    assert f"{kept}: not taken: sheet 台账, row 3 (注：每季度更新。): a note, not a row" in said
    answer = json.loads(result.out)
    where = [(each["column"], each["row"], each["reason"]) for each in answer["not_taken"]]
    assert where == [("备注", None, no_key), ("", 3, "a note, not a row")]
    assert [each["key"] for each in answer["guessed_columns"]] == ["policy.date"]


def test_a_column_is_named(policy: Any, kept: str) -> None:
    """A wrong key, a column that is not there and a forgotten = are wrong usage."""
    result = policy("import", kept, "--map", "备注=policy.summary")
    assert 'summary = "甲"' in result.out
    assert "column 备注" not in result.err
    for named, said in (
        ("备注=sumary", "sumary is not a key of a record: did you mean summary"),
        ("没有=date", "--map 没有: no table has such a column"),
        ("备注", "--map 备注: write a column and its key, such as 备注=policy.summary"),
    ):
        result = policy("import", kept, "--map", named)
        assert (result.code, result.out) == (2, "")
        assert said in result.err


def test_an_empty_folder_is_told(policy: Any, tmp_path: Path) -> None:
    """Nothing to import is most likely another folder."""
    result = policy("import", str(tmp_path))
    assert (result.code, result.err) == (2, f"Error: {tmp_path}: no documents in this folder\n")


def test_folders_are_searched(policy: Any, paper: Path, tmp_path: Path) -> None:
    """To the bottom, without hidden files and the locks of Word; a file counts once."""
    for name in (".x.md", "~$x.docx", "sub/.notes.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    result = policy("import", str(tmp_path), str(paper), "--json")
    assert json.loads(result.out)["total"] == 1


def test_what_a_folder_holds_besides_is_reported(policy: Any, paper: Path, tmp_path: Path) -> None:
    """A line each; what can be no paper does not make the call a failure, a damaged one does."""
    for name in ("sub/notes.rst", "list.xlsx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    result = policy("import", str(paper.parent), "--json")
    assert result.code == 0
    assert result.err.splitlines()[:2] == [
        f"Skipped: {tmp_path / 'list.xlsx'}: is a ledger, which has to be named itself",
        f"Skipped: {tmp_path / 'sub/notes.rst'}: is not a document, by its name",
    ]
    results = json.loads(result.out)["results"]
    assert [each["outcome"] for each in results] == ["new", "skipped", "skipped"]
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    result = policy("import", str(paper.parent))
    assert result.code == 2
    assert f"Error: {tmp_path / 'old.doc'}: is damaged" in result.err


SPARE_READER = """\
from policycli.ingest.readers.blocks import paragraph

def read(raw):
    for line in raw.decode().upper().removeprefix("SPARE").split("|"):
        yield paragraph(line)
"""


def test_a_new_kind_of_document_is_one_module_and_one_row(
    policy: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its name, by its content under another name, in folders, in help and in messages."""
    (tmp_path / "spare.py").write_text(SPARE_READER, "utf-8")
    path = os.pathsep.join([str(tmp_path), *sys.path])
    row = Reader((".spare",), lambda raw: raw.startswith(b"spare"), "spare", "spare papers")
    monkeypatch.setattr(kinds, "READERS", [row, *kinds.READERS])
    papers = tmp_path / "papers"
    papers.mkdir()
    for name in ("a.spare", "b.txt"):
        (papers / name).write_text(f"spare某市科技局关于{name}的通知|一、加大投入。|二、加强组织。")
    close()  # a process that waits knows nothing of the new module
    for named in (papers, papers / "a.spare", papers / "b.txt"):
        result = policy("import", str(named), "--json", PYTHONPATH=path)
        assert result.code == 0
        assert {each["measures"] for each in json.loads(result.out)["results"]} == {2}
    assert re.search(r"\.spare +spare papers", policy("import", "--help").out)
    (tmp_path / "x.gif").write_bytes(b"GIF89a")
    assert "expected one of .spare, .docx" in policy("import", str(tmp_path / "x.gif")).err


def test_the_bar_is_for_terminals(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It shows the file that is being read, and goes away."""
    from policycli.render.terminal import progress

    stream = io.StringIO()
    assert list(progress([str(paper)], stream)) == [str(paper)]
    assert capsys.readouterr().out == ""


def test_reading_commands_load_nothing_of_it() -> None:
    """Neither the import nor what it stands on costs a search anything."""
    code = (
        "import sys; from policycli.cli.main import run; run(['search', '--no-bundled', '基金']);"
        "print([n for n in sys.modules if n.startswith(('policycli.ingest', 'tomlkit', 'pdf'))])"
    )
    environ = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, check=True
    )
    assert done.stdout.decode().endswith("[]\n")


def test_the_api_reads_a_document(paper: Path, tmp_path: Path) -> None:
    """As records, the same that the command writes."""
    (policy,) = policycli.read_document(str(paper))
    assert [measure.title for measure in policy.measures] == ["加大投入", "建设平台"]
    (tmp_path / "x.gif").write_bytes(b"GIF89a")
    with pytest.raises(DocumentError, match="is not a document"):
        policycli.read_document(str(tmp_path / "x.gif"))


def test_an_interrupt_keeps_what_is_done(
    policy: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read goes into the catalogue, and the next import goes on from there."""
    folder, catalogue = tmp_path / "papers", tmp_path / "my.toml"
    folder.mkdir()
    for number in (1, 2):
        (folder / f"{number}.md").write_text(PAPER.replace("转化", f"转化{number}"), "utf-8")

    def stopped(work: Any, files: list[str]) -> Iterator[Any]:
        yield work(files[0])
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("policycli.cli.import_.side_by_side", stopped)
        result = policy("import", str(folder), "-o", str(catalogue))
    assert result.code == 130
    assert "Interrupted: 1 of 2 files are taken in; import again to go on.\n" in result.err
    again = json.loads(policy("import", str(folder), "-o", str(catalogue), "--json").out)
    assert [each["outcome"] for each in again["results"]] == ["unchanged", "new"]


def test_an_interrupt_before_anything_is_done_writes_nothing(
    policy: Any, paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor does one without a catalogue print half of the drafts."""

    def stopped(_work: Any, _files: list[str]) -> Iterator[Any]:
        raise KeyboardInterrupt
        yield

    monkeypatch.setattr("policycli.cli.import_.side_by_side", stopped)
    catalogue = tmp_path / "my.toml"
    for options in ([], ["-o", str(catalogue)]):
        result = policy("import", str(paper), *options)
        assert (result.code, result.out) == (130, "")
    assert not catalogue.exists()
