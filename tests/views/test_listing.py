"""What lists count."""

from policycli.records.model import Document, Entry, Measure, Policy
from policycli.views import listing

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
