"""What is cited for a record: the paper itself, or the source that it was taken from."""

import pytest

from policycli.records.ids import alone
from policycli.records.model import Document, Entry, Measure, Policy, Problem, Source
from policycli.views.citation import Citation, of_document, of_record

NOTICE = Policy(
    "trial",
    "关于开展试点的通知",
    issuers=("青山市人民政府",),
    doc_number="青政发〔2021〕5号",
    date="2021-02-03",
    source=Source("关于开展试点的通知", "通知.docx", "https://example.org/5", "2022-01-02"),
)
DRIVE = Policy(
    "drive",
    "青山市科技成果转化行动",
    issuers=("青山市科技局",),
    date="2023",
    source=Source("青山：行动起来", "第1段", "https://example.org/qs"),
)


def cited(policy: Policy, measure: Measure | None = None) -> Citation | None:
    """The citation of a policy, or of a measure in it."""
    if measure:
        return of_record(Entry(f"{policy.id}.{measure.id}", policy, measure))
    return of_record(Entry(policy.id, policy, policy))


def test_a_record_of_a_paper_cites_the_paper() -> None:
    """Who issued it, its number and date, and where it was read and when."""
    assert cited(NOTICE) == Citation(
        "trial",
        "paper",
        "关于开展试点的通知",
        ("青山市人民政府",),
        "青政发〔2021〕5号",
        "2021-02-03",
        "",
        "https://example.org/5",
        "2022-01-02",
    )


def test_a_description_cites_its_source() -> None:
    """What is told of an initiative is said by its source; issuer and date are not the source's."""
    source = Citation("drive", "page", "青山：行动起来", url="https://example.org/qs")
    assert cited(DRIVE) == source
    offline = DRIVE._replace(source=Source("青山：行动起来", retrieved="2023-05-01"))
    assert cited(offline) == Citation("drive", "other", "青山：行动起来")


def test_a_paper_that_was_read_about_elsewhere_has_no_address() -> None:
    """The address, and places, are those of the page that tells of it."""
    found = cited(NOTICE._replace(source=DRIVE.source), Measure("one", "一", locator="第3段"))
    assert found
    assert (found.title, found.url, found.place) == ("关于开展试点的通知", "", "")


@pytest.mark.parametrize(
    ("title", "locator", "place"),
    [
        ("第五十六条", "", "第五十六条"),
        ("第三条 数据分级", "", "第三条"),
        ("数据分级", "第三条", "第三条"),
        ("总体要求", "一、", "一"),
        ("总体要求", "", ""),
    ],
)
def test_a_measure_says_where_it_stands(title: str, locator: str, place: str) -> None:
    """A law is cited by article; what has no place is cited as a whole."""
    found = cited(NOTICE, Measure("m", title, locator=locator))
    assert found
    assert (found.key, found.title, found.place) == ("trial.m", NOTICE.title, place)


@pytest.mark.parametrize(
    ("policy", "kind"),
    [
        (Policy("a", "中华人民共和国数据安全法"), "law"),
        (Policy("a", "绿河省促进科技进步条例（2021修订）"), "law"),
        (Policy("a", "青山市数据规定", level="地方性法规"), "law"),
        (Policy("a", "青山市资金管理办法", doc_number="青财〔2020〕1号"), "paper"),
        (Policy("a", "成果分类指南", doc_number="DB33/T 1234—2020"), "standard"),
        (Policy("a", "GB/T 7714—2015 参考文献著录规则"), "standard"),
        (Policy("a", "AI 2030行动计划"), "other"),
        (Policy("a", "青山市成果转化行动"), "other"),
    ],
)
def test_what_a_paper_is(policy: Policy, kind: str) -> None:
    """Its rank, title and number say it; what says nothing of itself is another source."""
    found = cited(policy)
    assert found
    assert found.kind == kind


def test_a_named_document_and_a_problem() -> None:
    """Of a document is cited what is said of it; a problem was never published."""
    named = of_document(Document("《青山市成果转化办法》", "2023-05", "青山市科技局"), "drive")
    assert named == Citation(
        "drive", "paper", "青山市成果转化办法", ("青山市科技局",), date="2023-05"
    )
    assert of_record(alone(Problem("p1", "查不到台账", "2024-01-01"))) is None
