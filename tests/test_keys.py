"""Every key of every record survives each file, is shown to readers, and is searched or not.

The record is made from the classes themselves, by type, so a new key is in these tests without
anybody thinking of it; the last of them adds one, and runs the others on it.
"""

import html
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from itertools import count
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import docx
import openpyxl
import pytest

import policycli
from policycli import codes, labels, language
from policycli.catalogue import open_catalogue
from policycli.exchange import content
from policycli.exchange.intake import drafts
from policycli.files.edit import add
from policycli.files.read import read, records
from policycli.files.rules import RULES
from policycli.ingest.extract.draft import Draft
from policycli.ingest.readers import docx as docx_reader
from policycli.ingest.readers import xlsx as xlsx_reader
from policycli.ingest.readers.blocks import bounded
from policycli.records.fields import FIELDS, Field
from policycli.records.ids import alone
from policycli.records.model import RECORDS, Entry, Event, Measure, Policy, Problem, to_dict
from policycli.render.markdown import lines as markdown
from policycli.views import cards
from tests.ingest.merged import merged

LISTS = ("documents", "figures", "measures", "steps", "relations", "events", "copies")
SIGNS = {"=": "", "~": "≈", ">=": "≥", "<=": "≤"}
NOT_SHOWN = {
    (".docx", "*.id"): "a paper for readers has no ids",
    (".csv", "Policy.*"): "its lines are measures; policies stand in the workbook",
}
"""What a format leaves out, with the reason; everything else of a record has to be in it."""

READERS = {".xlsx": xlsx_reader.read, ".docx": docx_reader.read}
_numbers = count(1)


def taken_in(ending: str, raw: bytes) -> list[Draft]:
    """What an import makes of a file."""
    return drafts(list(bounded(READERS[ending](raw))), f"x{ending}")


def text(key: str) -> str:
    """A text that stands nowhere else, written as the rule of its key wants it."""
    number = next(_numbers)
    rare = "".join(chr(0x6200 + 97 * number + 31 * at) for at in range(4))
    samples = (rare, f"2021-03-{number % 28 + 1:02}", "PI013", "330000", f"x{number}-y")
    rule = RULES.get(key)
    return next(sample for sample in samples if not (rule and rule(sample)))


def value(key: str, hint: Any) -> Any:
    """A value of this type, other than its default."""
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        return tuple(value(key, inner) for _ in range(1 if hasattr(inner, "_fields") else 2))
    choices = [choice for choice in literals(hint) if choice not in ("", "=", "unknown")]
    if choices:
        return choices[next(_numbers) % len(choices)]
    kinds = [kind for kind in get_args(hint) or (hint,) if kind is not type(None)]
    if key == "score":
        return 4
    if int in kinds:
        return 7000.5 + next(_numbers)
    return text(key) if kinds == [str] else record(kinds[0])


def literals(hint: Any) -> list[str]:
    """The words that an annotation lists."""
    if get_origin(hint) is Literal:
        return list(get_args(hint))
    return [word for inner in get_args(hint) for word in literals(inner)]


def record(kind: type[Any], **given: Any) -> Any:
    """A record all of whose keys say something."""
    hints = get_type_hints(kind)
    made = {name: given.get(name) or value(name, hints[name]) for name in kind._fields}
    if kind is Measure:
        made["summary" if "text" in given else "text"] = ""
    return kind(**made)


def whole() -> Policy:
    """A policy with one measure that has a summary, and one with its original wording."""
    measures = (record(Measure), record(Measure, text=text("text"), summary_en="", id="second"))
    policy: Policy = record(Policy, id="whole", measures=measures)
    return policy


def handled() -> Problem:
    """A problem all of whose keys say something, in the state of its last event."""
    event: Event = record(Event)
    problem: Problem = record(Problem, id="handled", state=event.state, events=(event,))
    return problem


POLICY = whole()
PROBLEM = handled()


def leaves(of: Any, path: str = "") -> Iterator[tuple[str, Field, Any]]:
    """Every value of a record and of what is inside it, with its path and the row of its key."""
    path = type(of).__name__ if isinstance(of, Policy | Measure | Problem) else path
    for row in FIELDS[type(of)]:
        said = getattr(of, row.key)
        for each in said if row.kind in (*LISTS, "list", "lines") else (said,):
            if hasattr(each, "_fields"):
                yield from leaves(each, f"{path}.{row.key}")
            elif each not in ("", None):
                yield f"{path}.{row.key}", row, each


def words(row: Field, said: Any) -> list[str]:
    """What readers may see for a value: itself, or the name of the code in either language."""
    if row.key == "op":
        return [SIGNS.get(said, said)]
    named = codes.CODES.get(row.codes or row.key, {})
    if said in named:
        return [said, *named[said]]
    return [str(said)]


def shown(ending: str) -> str:
    """Everything that readers see in a file, in both languages."""
    pages = []
    for screen in language.LANGUAGES:
        language.use(screen)
        pages.append(visible(ending, content(ending, [POLICY], "题")))
    return "\n".join(pages)


def visible(ending: str, raw: bytes) -> str:
    """The text of a file without what is hidden in it."""
    if ending == ".docx":
        paper = docx.Document(io.BytesIO(raw))
        cells = (cell.text for table in paper.tables for row in table.rows for cell in row.cells)
        return "\n".join([*(paragraph.text for paragraph in paper.paragraphs), *cells])
    if ending == ".xlsx":
        return "\n".join(cells_of(raw))
    page = raw.decode()
    page = re.sub(r"<[^>]+>", "\n", page.partition("<main>")[2]) if ending == ".html" else page
    return html.unescape(page)


def cells_of(raw: bytes) -> Iterator[str]:
    """What stands in the columns of a workbook but for hidden ones of its own."""
    for sheet in openpyxl.load_workbook(io.BytesIO(raw)).worksheets:
        for column in sheet.iter_cols(values_only=True):
            if column[0] not in ("as exported", "导出时"):
                yield from (str(cell) for cell in column if cell is not None)


def test_every_key_has_a_row() -> None:
    """The table of keys and the classes name the same ones, and of the same kinds."""
    assert set(FIELDS) == set(RECORDS)
    for kind in RECORDS:
        assert {row.key for row in FIELDS[kind]} == set(kind._fields)
        for row in FIELDS[kind]:
            hint = get_type_hints(kind)[row.key]
            assert (row.kind in (*LISTS, "list", "lines")) == (get_origin(hint) is tuple), row
            assert (row.kind == "amount") == (int in get_args(hint)), row


@pytest.mark.parametrize("screen", language.LANGUAGES)
def test_every_key_has_a_name(screen: str) -> None:
    """In either language, one that no other key of the record has."""
    language.use(screen)
    for kind in RECORDS:
        names = [labels.name(row) for row in FIELDS[kind]]
        assert len(set(names)) == len(names)
        assert all(names)
        assert all(name.isascii() == (screen == "en") for name in names)


@pytest.mark.parametrize("ending", [".toml", ".jsonl", ".xlsx", ".docx"])
def test_every_key_survives(tmp_path: Path, ending: str) -> None:
    """What is exported and taken in again is the same to the last key."""
    raw = content(ending, [POLICY], "题")
    if ending in READERS:
        taken = merged("", taken_in(ending, raw))
        raw, ending = taken.text.encode(), ".toml"
    file = tmp_path / f"x{ending}"
    file.write_bytes(raw)
    assert [to_dict(policy) for policy in read(str(file))] == [to_dict(POLICY)]


@pytest.mark.parametrize("ending", READERS)
def test_an_unchanged_file_changes_no_key(ending: str) -> None:
    """An import of what was just exported leaves the catalogue as it is."""
    before = content(".toml", [POLICY], "").decode()
    raw = content(ending, [POLICY], "题")
    assert merged(before, taken_in(ending, raw)).text == before


@pytest.mark.parametrize("ending", [".md", ".html", ".docx", ".xlsx", ".csv"])
def test_every_key_is_shown(ending: str) -> None:
    """On the card, the page, in the paper and in the ledgers, in at least one of the languages."""
    text_of = shown(ending)
    missing = {
        path
        for path, row, said in leaves(POLICY)
        if not any(word in text_of for word in words(row, said))
    }
    left_out = [pattern for form, pattern in NOT_SHOWN if form == ending]
    assert {path for path in missing if not any(fnmatch(path, each) for each in left_out)} == set()


@pytest.mark.parametrize("ending", [".toml", ".jsonl"])
def test_every_key_of_a_problem_survives(tmp_path: Path, ending: str) -> None:
    """What is written into a catalogue is read again to the last key."""
    file = str(tmp_path / f"x{ending}")
    add(file, lambda _ids: PROBLEM)
    assert [to_dict(problem) for problem in records(file)] == [to_dict(PROBLEM)]


def test_every_key_of_a_problem_is_shown() -> None:
    """On its card, in at least one of the languages; what policies are exported to has none."""
    pages = ""
    entry: Entry[Any] = alone(PROBLEM)
    for screen in language.LANGUAGES:
        language.use(screen)
        pages += "".join(markdown(cards.view([entry], [])))
    said = [word for _path, row, value in leaves(PROBLEM) for word in [words(row, value)]]
    assert [each for each in said if not any(word in pages for word in each)] == []


def test_every_searched_key_is_found(tmp_path: Path) -> None:
    """What a key says finds its record by that key; one that is not searched has no weight."""
    file = tmp_path / "x.jsonl"
    file.write_bytes(content(".jsonl", [POLICY], ""))
    add(str(file), lambda _ids: PROBLEM)
    catalogue = open_catalogue(str(file), bundled=False)
    for of in (POLICY, *POLICY.measures, PROBLEM):
        for row in FIELDS[type(of)]:
            said = [str(value) for path, _row, value in leaves(of) if path.split(".")[1] == row.key]
            hits = [hit for typed in said for hit in catalogue.search(typed)]
            found = {match.field for hit in hits for match in hit.matched}
            assert (row.key in found) == (row.search is not None and said != []), row.key


NEW = {
    "Measure": 'Field("sponsor", "sponsor", "资助方", "text", "Who pays for it", '
    'search=Search("$", 0.9, "text")),',
    "Policy": 'Field("contact", "contact", "联系方式", "list", "Whom to ask"),',
    "Figure": 'Field("remark", "remark", "说明", "text", "What to mind"),',
    "Document": 'Field("place", "place", "存放处", "text", "Where it is kept"),',
}
NEW["Problem"] = 'Field("channel", "channel", "渠道", "text", "How it came in"),'
TYPES = {"Policy": ("contact", "tuple[str, ...] = ()")}


def test_a_new_key_needs_two_lines(tmp_path: Path) -> None:
    """One line in the class and one row in the table: then all of these tests hold for it too."""
    package = Path(policycli.__file__).parent
    copy = tmp_path / "src" / "policycli"
    shutil.copytree(package, copy, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(package.parents[1] / "data", tmp_path / "data")
    model, fields = copy / "records" / "model.py", copy / "records" / "fields.py"
    classes, table = model.read_text("utf-8"), fields.read_text("utf-8")
    for kind, row in NEW.items():
        key, hint = TYPES.get(kind, (row.split('"')[1], 'str = ""'))
        classes = re.sub(
            rf"(class {kind}\(NamedTuple\):.*?\n)\n\n", rf"\1    {key}: {hint}\n\n\n", classes,
            count=1, flags=re.DOTALL,
        )  # fmt: skip
        table = table.replace(f"_{kind.upper()} = (\n", f"_{kind.upper()} = (\n    {row}\n")
    model.write_text(classes, "utf-8")
    fields.write_text(table, "utf-8")
    foreign = ("COV", "PYTEST")  # the copy is not what is measured, nor part of this run
    environ = {key: value for key, value in os.environ.items() if not key.startswith(foreign)}
    environ["PYTHONPATH"] = str(tmp_path / "src")
    where = [sys.executable, "-c", "import policycli; print(policycli.__file__)"]
    assert subprocess.check_output(where, env=environ, text=True).startswith(str(copy))
    call = [sys.executable, "-m", "pytest", "-q", "-c", os.devnull, "--rootdir", str(tmp_path)]
    call += ["-p", "no:cacheprovider", "--noconftest", "-k", "not two_lines", __file__]
    done = subprocess.run(call, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]
