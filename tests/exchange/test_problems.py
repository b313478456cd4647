"""Problems go out as a workbook, and what people filled in comes back."""

import io
from typing import Any

import openpyxl
import pytest

from policycli import language
from policycli.analysis.handling import Said
from policycli.errors import DocumentError
from policycli.exchange.problems import Filled, content, filled, merged
from policycli.ingest.readers.xlsx import read
from policycli.records.model import Asker, Copy, Document, Event, Problem, Rating

DAY = Said("2026-08-10", "张")
FULL = Problem(
    "p2026-001", "经费、设备与“结余”", "2026-07-01", "第一行\n=1+1", Asker("institute", "某所"),
    ("guizhou.ledger", "某办法"), ("省科技厅", "省财政厅"), "省科技厅", "2026-07-31", "rated",
    (Event("2026-07-01", "received"), Event("2026-07-09", "rated", "张", "好")), "可以",
    (Document("某条例"),), Rating(4, "及时", "2026-07-09"), (Copy("省审计厅", "2026-07-09"),),
)  # fmt: skip
ASSIGNED = FULL._replace(
    id="p2026-002", answer="", rating=None, state="assigned", events=(), copied_to=(), documents=()
)


def table(problem: Problem, fill: dict[str, Any] | None = None) -> bytes:
    """A workbook with a problem, some cells of which are filled in."""
    book = openpyxl.load_workbook(io.BytesIO(content([problem], "题")))
    sheet = book.worksheets[0]
    titles = [cell.value for cell in sheet[1]]
    for title, value in (fill or {}).items():
        sheet.cell(2, titles.index(title) + 1).value = value
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def rows(raw: bytes) -> list[Filled]:
    """What an import sees of a workbook."""
    return filled(read(raw), "2026-08-10", [])


def back(old: Problem, raw: bytes) -> tuple[Problem, list[str]]:
    """A problem after an import, and what was not taken."""
    left: list[str] = []
    (row,) = rows(raw)
    return merged(old, row, DAY, left), left


@pytest.mark.parametrize("screen", language.LANGUAGES)
@pytest.mark.parametrize("problem", [FULL, ASSIGNED], ids=["rated", "assigned"])
def test_an_unchanged_table_changes_nothing(problem: Problem, screen: str) -> None:
    """Whatever the language of its headings, and of the screen that takes it in."""
    language.use(screen)
    raw = table(problem)
    language.use("en")
    assert back(problem, raw) == (problem, [])


@pytest.mark.parametrize(
    ("title", "cell", "change"),
    [
        ("title", "另一个标题", {"title": "另一个标题"}),
        ("due", "2026年8月31日", {"due": "2026-08-31"}),
        ("due", None, {"due": ""}),
        ("bodies", "省教育厅、省科技厅", {"bodies": ("省教育厅", "省科技厅")}),
        ("kind of asker", "企业", {"asker": Asker("enterprise", "某所")}),
        ("about", "guizhou", {"about": ("guizhou",)}),
    ],
)
def test_what_was_changed_is_taken(title: str, cell: Any, change: dict[str, Any]) -> None:
    """That key and no other; an emptied cell empties it."""
    assert back(ASSIGNED, table(ASSIGNED, {title: cell})) == (ASSIGNED._replace(**change), [])


def test_what_the_catalogue_changed_meanwhile_stays() -> None:
    """In the same key it is said; in another one both changes stand."""
    raw = table(ASSIGNED, {"lead": "省教育厅"})
    both = ASSIGNED._replace(due="2026-09-30")
    assert back(both, raw) == (both._replace(lead="省教育厅"), [])
    other = ASSIGNED._replace(lead="省财政厅")
    new, left = back(other, raw)
    assert new == other
    assert left == ["Problems, row 2: lead was changed in the catalogue meanwhile, which stays"]


def test_an_answer_that_was_filled_in_is_a_step() -> None:
    """With its event; where it is out of order it is named and not taken."""
    raw = table(ASSIGNED, {"answer": "可以"})
    new, left = back(ASSIGNED, raw)
    assert (new.answer, new.state, left) == ("可以", "answered", [])
    assert new.events == (Event("2026-08-10", "answered", "张"),)
    received = ASSIGNED._replace(state="received")
    new, left = back(received, table(received, {"answer": "可以", "due": "2026-09-01"}))
    assert new == received._replace(due="2026-09-01")
    assert left[0].startswith("Problems, row 2: p2026-002 is received")


def test_a_rating_that_was_filled_in_is_a_step() -> None:
    """On the day that stands beside it."""
    done = ASSIGNED._replace(state="answered", answer="可以")
    fill = {"score": 5, "why rated so": "及时", "rated on": "2026-08-09"}
    new, left = back(done, table(done, fill))
    assert (new.state, new.rating, left) == ("rated", Rating(5, "及时", "2026-08-09"), [])


def test_a_table_of_ones_own() -> None:
    """Known by its headings alone, under a title; a row without a day came in today."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    header = ["标题", "反映人", "问题内容"]
    for row in (["征集表"], header, ["不敢转", "某大学", "怕"], [], ["经费"]):
        sheet.append(row)
    raw = io.BytesIO()
    book.save(raw)
    first, second = rows(raw.getvalue())
    assert first.problem == Problem("", "不敢转", "2026-08-10", "怕", Asker("", "某大学"))
    assert (second.problem.title, second.exported) == ("经费", None)


@pytest.mark.parametrize(
    ("fill", "said"),
    [
        ({"score": 7}, "row 2: score: must be a whole number from 1 to 5"),
        ({"due": "快了"}, "row 2: due: '快了' is not a date"),
        ({"kind of asker": "学校"}, "row 2: kind of asker: '学校' is not one of"),
        ({"title": None}, "row 2: title: is missing"),
    ],
)
def test_faults_name_their_row(fill: dict[str, Any], said: str) -> None:
    """Nothing of such a table is taken."""
    with pytest.raises(DocumentError, match=said.replace(".", r"\.")):
        rows(table(ASSIGNED, fill))


def test_what_is_not_taken_is_called_as_its_column() -> None:
    """Whoever filled the table in has seen no key of ours."""
    language.use("zh")
    raw = table(ASSIGNED, {"牵头": "省教育厅"})
    _new, left = back(ASSIGNED._replace(lead="省财政厅"), raw)
    assert left == ["问题第 2 行：“牵头”在目录里也改过，保留目录中的"]
    with pytest.raises(DocumentError, match="第 2 行: 办理期限: '快了' 不是日期"):
        rows(table(ASSIGNED, {"办理期限": "快了"}))


def test_no_table() -> None:
    """An empty one to be filled in has no problems yet."""
    with pytest.raises(DocumentError, match="has no problems"):
        rows(content([], "题"))


def test_an_empty_table_shows_what_to_fill_in() -> None:
    """Its columns are shown, those for readers are not."""
    sheet = openpyxl.load_workbook(io.BytesIO(content([], "题"))).worksheets[0]
    columns = sheet.column_dimensions.items()
    hidden = {letter for letter, column in columns if column.hidden}
    shown = {cell.value for cell in sheet[1] if cell.coordinate.rstrip("1") not in hidden}
    assert {"title", "asked by", "received", "wording", "answer", "score"} <= shown
    assert not {"history", "as exported"} & shown
