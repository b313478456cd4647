"""What is cited for a record: the paper that it is of, else the source that it was taken from.

A catalogue describes some policies in its own words (an initiative of a city) and holds others as
papers (a law, a notice). What people can look up, and so cite, is the paper itself or, for the
former, the source. Nothing is guessed: what a record does not say is empty here.
"""

import re
from typing import Literal, NamedTuple

from policycli.records.model import Document, HasRecord, Measure, Policy, Problem, Source
from policycli.text.titles import bare

__all__ = ["Citation", "Kind", "of_document", "of_record"]

Kind = Literal["law", "standard", "paper", "page", "other"]

_LAW = re.compile(r"(?:(?<!办)法|条例)(?:[（(][^（）()]*[）)])?$")
_LEVELS = ("法律", "法规", "条例", "司法解释", "规章")  # in the names of ranks of 立法法
_STANDARD = re.compile(
    r"(?:GB|DB\d+)(?:/[TZ])? ?\d|(?:[A-Z]{2}|T/[A-Z]+)(?:/[TZ])? ?\d+(?:\.\d+)*[-—]\d{4}"
)
"""Numbers of standards: of the nation (GB), a province (DB33), a trade (HJ) or a society (T/…)."""
_ARTICLE = re.compile(r"第[〇零一二三四五六七八九十百千\d]+条")


class Citation(NamedTuple):
    """What a reference says.

    Attributes:
        key: Its name in files of references: the id of a record.
        kind: A law, a standard, any other official paper, a page of the web, or another source.
        title: In its own language.
        authors: Bodies that issued it.
        number: 发文字号, or the number of a standard.
        date: As exact as it is known.
        place: What of it is meant, such as an article.
        url: Where it can be read.
        retrieved: The day on which it was read there.
    """

    key: str
    kind: Kind
    title: str
    authors: tuple[str, ...] = ()
    number: str = ""
    date: str = ""
    place: str = ""
    url: str = ""
    retrieved: str = ""


def of_record(entry: HasRecord) -> Citation | None:
    """What is cited for a policy or a measure; ``None`` for a problem, which is no publication."""
    record, head = entry.record, entry.head
    if isinstance(record, Problem):
        return None
    source = head.source or Source()
    place = _place(record) if isinstance(record, Measure) else ""
    found = Citation(entry.id, _page(source), source.title, place=place)
    found = found._replace(url=source.url, retrieved=source.retrieved if source.url else "")
    is_paper = not source.title or bare(source.title) == bare(head.title)
    if is_paper:
        return _as_paper(found, head)
    if head.doc_number:  # a paper, but read about elsewhere: places and addresses are of that
        return _as_paper(Citation(entry.id, "paper", ""), head)
    return found


def _as_paper(found: Citation, head: Policy) -> Citation:
    """The citation with what a policy says of itself as a paper."""
    kind = _kind(head.title, head.level, head.doc_number)
    if kind == "paper" and not (head.doc_number or head.source):
        kind = found.kind  # it may be anything
    return found._replace(
        kind=kind,
        title=head.title,
        authors=head.issuers,
        number=head.doc_number,
        date=head.date,
    )


def of_document(document: Document, key: str) -> Citation:
    """What is cited for a paper that a record names."""
    kind, authors = _kind(document.title), (document.issuer,) if document.issuer else ()
    return Citation(key, kind, document.title.strip("《》 "), authors, date=document.date)


def _page(source: Source) -> Kind:
    return "page" if source.url else "other"


def _kind(title: str, level: str = "", number: str = "") -> Kind:
    if _STANDARD.match(number or title):
        return "standard"
    return "law" if any(each in level for each in _LEVELS) or _LAW.search(title) else "paper"


def _place(measure: Measure) -> str:
    """The article that a measure is, or where it stands in its source."""
    article = _ARTICLE.match(measure.title)
    if article and not measure.locator:
        return article.group()
    return measure.locator.rstrip("、 ")
