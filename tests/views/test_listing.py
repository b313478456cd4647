"""What lists count."""

import pytest

from policycli import language
from policycli.records.model import Document, Entry, Measure, Policy
from policycli.views import listing
from tests.views.making import EAST, FUND_ENTRY, LEDGER_ENTRY, rows

HEAD = Policy("a", "甲", issuers=("科技厅",), themes=("转化",))
TALENT = Measure("b", "乙", lead="科技厅", partners=("大学",), themes=("转化", "人才"))
FUND = Measure("c", "丙", lead="财政厅", themes=("转化",))
MEASURES = [Entry("a.b", HEAD, TALENT), Entry("a.c", HEAD, FUND)]
LAW = Document("促进法", "2015", "人大", "basis")
DOCUMENTS = [Entry("a", HEAD, LAW), Entry("a.b", HEAD, LAW), Entry("a.c", HEAD, Document("办法"))]


def test_themes_are_counted_most_frequent_first() -> None:
    """A theme counts the policies and the measures that have it."""
    view = listing.themes([Entry("a", HEAD, HEAD)], MEASURES)
    assert view.items == [("转化", 1, 2), ("人才", 0, 1)]


@pytest.mark.parametrize(
    ("lang", "names", "officials"),
    [
        ("zh", ["成果转化", "人才"], [None, None]),
        ("en", ["technology transfer", "人才"], ["成果转化", ""]),
    ],
)
def test_themes_are_called_as_on_the_screen(
    lang: str, names: list[str], officials: list[str | None]
) -> None:
    """In English with the name that records have; one that has no English name stands alone."""
    language.use(lang)
    head = HEAD._replace(themes=("成果转化",))
    own = TALENT._replace(themes=("成果转化", "人才"))
    shown = rows(listing.themes([Entry("a", head, head)], [Entry("a.b", head, own)]))
    assert [row["name"] for row in shown] == names
    assert [row.get("official") for row in shown] == officials
    assert [row["theme"] for row in shown] == ["成果转化", "人才"]


def test_a_document_is_listed_once() -> None:
    """A document named by several records is one item with all their ids."""
    view = listing.documents(DOCUMENTS)
    assert [view.data(paper)["ids"] for paper in view.items] == [["a", "a.b"], ["a.c"]]


def test_bodies_are_counted_by_what_they_do() -> None:
    """Issuing, leading, taking part and issuing documents are counted apart."""
    view = listing.bodies([Entry("a", HEAD, HEAD)], MEASURES, DOCUMENTS)
    assert view.items == [
        ("科技厅", 1, 1, 0, 0),
        ("财政厅", 0, 1, 0, 0),
        ("大学", 0, 0, 1, 0),
        ("人大", 0, 0, 0, 1),
    ]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("zh", ["east.fund", "东河", "东河转化基金", "服务端"]),
        ("en", ["east.fund", "Donghe", "Donghe transfer fund", "service"]),
    ],
)
def test_measures_are_listed_in_the_language_of_the_screen(lang: str, expected: list[str]) -> None:
    """With the official title of what is shown in English, at the end of the line."""
    language.use(lang)
    first, second = rows(listing.measures([FUND_ENTRY, LEDGER_ENTRY]))
    assert [*first.values()][:4] == expected
    assert (first["instrument"], second["summary"]) == ("PI013", "梳理政策。")
    officials = [first.get("official"), second.get("official")]
    assert officials == (["东河转化基金", ""] if lang == "en" else [None, None])
    assert list(first)[-1] == ("official" if lang == "en" else "summary")


def test_policies_are_listed_with_what_they_have() -> None:
    """The date as the record has it, and how many measures."""
    policy = EAST._replace(measures=(FUND_ENTRY.record,), level="市级")
    (row,) = rows(listing.policies([Entry("east", EAST, policy)]))
    assert (row["date"], row["measures"], row["level"], row["issuers"]) == (
        *("2023-03", 1, "municipal", "东河市科技局"),
    )


def test_documents_have_an_id_for_programs() -> None:
    """The first record that names one."""
    first, second = rows(listing.documents(DOCUMENTS))
    assert (first["id"], first["ids"], second["id"]) == ("a", "a\na.b", "a.c")


def test_bodies_that_are_named_as_often_stand_in_the_order_of_their_documents() -> None:
    """Each is named once, by a document alone; every process lists them alike."""
    names = [f"机构{n}" for n in range(20)]
    documents = [
        Entry("a", HEAD, Document(f"文件{n}", issuer=name)) for n, name in enumerate(names)
    ]
    assert [body.name for body in listing.bodies([], [], documents).items] == names
