"""What is exported comes back with nothing lost: as a catalogue, a ledger, or a paper."""

import io
from collections.abc import Sequence
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policycli import language
from policycli.exchange import content
from policycli.exchange.intake import drafts
from policycli.files.members import bundled
from policycli.files.read import read
from policycli.ingest.extract.draft import Draft
from policycli.ingest.readers import docx as docx_reader
from policycli.ingest.readers import xlsx as xlsx_reader
from policycli.ingest.readers.blocks import bounded
from policycli.records.model import (
    Document,
    Figure,
    Measure,
    Policy,
    Region,
    Relation,
    Source,
    Step,
)
from tests.ingest.merged import Merged, merged

POLICIES = list(read(bundled()))
READERS = {".xlsx": xlsx_reader.read, ".docx": docx_reader.read}
NEEDS = "、，; ：：1. "

texts = st.text(
    st.characters(exclude_categories=["Cs"])
    | st.sampled_from('"\\\n\r\t\x00\x1b\x7f\u2028#=[]{}' + NEEDS),
    min_size=1,
    max_size=12,
).filter(str.strip)
numbers = st.integers(-(10**14), 10**14) | st.floats(-1e14, 1e14)


@st.composite
def catalogues(draw: st.DrawFn) -> list[Policy]:
    """One or two policies full of odd texts."""
    text = [draw(texts) for _ in range(6)]
    many = tuple(text * draw(st.integers(0, 3)))
    figure = Figure(text[0], draw(numbers), text[1], draw(st.sampled_from(("=", ">", "~"))))
    measure = Measure("m", text[2], text[3], keywords=tuple(text), steps=(Step(text[4], text[5]),))
    measure = measure._replace(targets=many, end="supply", instrument="PI013", status="repealed")
    policy = Policy("a", text[5], aliases=many, region=Region("110000", text[4]), summary=text[0])
    policy = policy._replace(documents=(Document(text[1], role="basis"),), source=Source(text[2]))
    policy = policy._replace(relations=(Relation("is_part_of", text[3]),), level=text[1])
    measures = (measure._replace(figures=(figure,)), Measure("n", text[1], text=text[3]))
    return [policy._replace(measures=measures), Policy("b", text[3])][: draw(st.integers(1, 2))]


def taken_in(ending: str, raw: bytes) -> list[Draft]:
    """What an import makes of a file."""
    return drafts(list(bounded(READERS[ending](raw))), f"x{ending}")


def back(path: Path, raw: bytes) -> list[Policy]:
    """The policies of an exported file, by the way that people take: a catalogue, or an import."""
    if path.suffix in READERS:
        raw = merged("", taken_in(path.suffix, raw)).text.encode()
        path = path.with_suffix(".toml")
    path.write_bytes(raw)
    return list(read(str(path)))


@pytest.mark.parametrize("screen", ["zh", "en"])
@pytest.mark.parametrize("ending", [".toml", ".jsonl", ".xlsx", ".docx"])
def test_the_bundled_catalogue_comes_back(tmp_path: Path, ending: str, screen: str) -> None:
    """Every record of it, to the last figure, whatever the language of either side."""
    language.use(screen)
    raw = content(ending, POLICIES, "题目")
    language.use("en" if screen == "zh" else "zh")
    assert back(tmp_path / f"x{ending}", raw) == POLICIES


TITLES = st.text(max_size=20).map(lambda title: title.encode("utf-8", "replace").decode())


@pytest.mark.parametrize("ending", [".toml", ".jsonl", ".xlsx"])
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(written=catalogues(), title=TITLES)
def test_any_catalogue_comes_back(
    tmp_path: Path, ending: str, written: list[Policy], title: str
) -> None:
    """Quotes, separators, ends of lines and control characters included."""
    assert back(tmp_path / f"x{ending}", content(ending, written, title)) == written


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(written=catalogues(), title=TITLES)
def test_any_catalogue_comes_back_from_word(
    tmp_path: Path, written: list[Policy], title: str
) -> None:
    """Its records are in the file as the text that the test above reads; a paper costs more."""
    assert back(tmp_path / "x.docx", content(".docx", written, title)) == written


TEXT = """# mine
[[policies]]
id = "guizhou" # kept
title = "贵州"
themes = ["政策协同"]

[[policies.measures]]
id = "ledger"
title = "台账"
summary = "梳理政策。"
figures = [
  { indicator = "条数", value = 3, unit = "条" },
]

[[policies.measures]]
id = "review"
title = "评价"
summary = "核对政策。"
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A catalogue that people wrote."""
    path = tmp_path / "mine.toml"
    path.write_text(TEXT, "utf-8")
    return path


def imported(mine: Path, raw: bytes, ending: str = ".xlsx") -> Merged:
    """What the catalogue becomes."""
    now = mine.read_text("utf-8")
    return merged(now, taken_in(ending, raw))


def edited(raw: bytes, changes: Sequence[tuple[str, str, str, str | float]]) -> bytes:
    """A workbook in which cells were changed: sheet, id, title of the column, new value."""
    book = openpyxl.load_workbook(io.BytesIO(raw))
    for sheet, id, title, value in changes:
        head = [cell.value for cell in book[sheet][1]]
        row = next(row for row in book[sheet].iter_rows(2) if row[0].value == id)
        row[head.index(title)].value = value
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("ending", READERS)
def test_an_unchanged_file_changes_nothing(mine: Path, ending: str) -> None:
    """Not a byte of the catalogue it was made of."""
    merged = imported(mine, content(ending, list(read(str(mine))), "题"), ending)
    assert merged.text == TEXT
    assert [outcome.how for outcome in merged.done] == ["unchanged"]


def test_what_was_changed_in_a_ledger_is_taken_over(mine: Path) -> None:
    """Field by field, with the comments and the order of the catalogue, and no conflict."""
    raw = edited(
        content(".xlsx", list(read(str(mine))), "题"),
        [
            ("Policies", "guizhou", "policy", "贵州省"),
            ("Measures", "guizhou.ledger", "end", "环境端"),
            ("Measures", "guizhou.ledger", "themes", "台账、协同"),
            ("Figures", "guizhou.ledger", "value", 4.5),
        ],
    )
    merged = imported(mine, raw)
    assert [(outcome.how, outcome.conflicts) for outcome in merged.done] == [("updated", ())]
    expected = TEXT.replace('"贵州"', '"贵州省"')
    expected = expected.replace(
        '{ indicator = "条数", value = 3, unit = "条" },\n]\n',
        '{ indicator = "条数", value = 4.5, unit = "条" },\n]\n'
        'end = "environment"\nthemes = ["台账", "协同"]\n',
    )
    assert merged.text == expected


def test_what_both_changed_is_a_conflict(mine: Path) -> None:
    """The catalogue was changed after the export: it stays, and the ledger's word beside it."""
    raw = content(".xlsx", list(read(str(mine))), "题")
    mine.write_text(TEXT.replace("梳理政策。", "梳理全部政策。"), "utf-8")
    assert imported(mine, raw).done[0].how == "unchanged"
    changed = edited(raw, [("Measures", "guizhou.ledger", "summary", "汇总政策。")])
    merged = imported(mine, changed)
    assert merged.done[0].conflicts == ("ledger.summary",)
    assert 'summary = "梳理全部政策。" # check: the document now says: "汇总政策。"' in merged.text


def test_rows_are_added_and_missed(mine: Path) -> None:
    """A new row is a new measure; one that is gone is marked, not taken out, and only once."""
    book = openpyxl.load_workbook(io.BytesIO(content(".xlsx", list(read(str(mine))), "题")))
    sheet = book["Measures"]
    head = [cell.value for cell in sheet[1]]
    sheet.delete_rows(3)
    new = {"id": "guizhou.fund", "measure": "基金", "summary": "设立基金。", "deadline": 2025}
    sheet.append([new.get(str(title)) for title in head])
    file = io.BytesIO()
    book.save(file)
    merged = imported(mine, file.getvalue())
    assert merged.done[0].added == 1
    assert merged.done[0].conflicts == ("review",)
    assert '[[policies.measures]]\n# check: no longer in the document\nid = "review"' in merged.text
    assert 'id = "fund"\ntitle = "基金"\nsummary = "设立基金。"\ndeadline = "2025"' in merged.text
    mine.write_text(merged.text, "utf-8")
    for screen in language.LANGUAGES:  # in whichever the mark was written
        language.use(screen)
        assert imported(mine, file.getvalue()).text == merged.text


def test_a_measure_that_was_taken_out_does_not_come_back(mine: Path) -> None:
    """What the catalogue had when it was exported, and has no more, stays away."""
    raw = content(".xlsx", list(read(str(mine))), "题")
    mine.write_text(TEXT[: TEXT.rindex("[[policies.measures]]")], "utf-8")
    assert imported(mine, raw).done[0].how == "unchanged"


def test_changed_wording_of_a_paper_is_told(mine: Path) -> None:
    """The records of a paper come whole; that somebody changed its lines is not kept back."""
    policies = list(read(str(mine)))
    paper = docx.Document(io.BytesIO(content(".docx", policies, "题")))
    line = next(each for each in paper.paragraphs if each.text == "梳理政策。")
    line.runs[0].text = "另一种说法"
    file = io.BytesIO()
    paper.save(file)
    (draft,) = taken_in(".docx", file.getvalue())
    assert [draft.policy] == policies
    assert [check.what for check in draft.checks] == [
        "1 line was changed after the export, which the records do not follow: 另一种说法"
    ]
