"""Whether what a draft cites is there: the paper, under this name, in force, with this article."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from policycli.finding import Basis, Finding
from policycli.language import N_
from policycli.norms.tables import tables
from policycli.norms.wording import same_words
from policycli.records.model import Policy
from policycli.review.citations import Citation, citations
from policycli.review.clauses import Clause
from policycli.review.known import Known
from policycli.text.addresses import article_of, lacks
from policycli.text.divisions import leading
from policycli.text.quotes import quoted
from policycli.text.titles import fold, short

__all__ = ["Checked", "cited"]

_SLIPS = 1  # characters by which a title may be mistyped: two make another word
_TELLING = 5  # characters of a title that can be mistyped and still be known
_KIND = re.compile("(?:暂行)?(?:条例|办法|规定|细则|决定|规则|意见|通知|法)$")
_ENDED = re.compile("[^。；]*(?:废止|停止执行|不再(?:适用|执行))")
_NUMBERS = re.compile(r"\d+|[一二三四五六七八九十]+")

REPEALED = N_("{title} is no longer in force since {date}; {by} took its place")
WRONG_NAME = N_("no paper is called {title}; {near} is")
WRONG_ARTICLE = N_("{title} has no {article}: its articles go from 1 to {last}")
WRONG_PART = N_("{article} of {title} has no {part}")
NOT_FOUND = N_("{title} is not in the catalogue, so it was not checked")


class Checked(NamedTuple):
    """What came of the citations of a draft.

    Attributes:
        total: How many there are.
        verified: How many name a known paper, and an article that it has where they name one.
        unknown: How many name a paper that is not in the catalogue.
    """

    findings: tuple[Finding, ...]
    total: int
    verified: int
    unknown: int


def cited(clauses: Sequence[Clause], known: Known, without: frozenset[str]) -> Checked:
    """Check every citation of the clauses.

    Args:
        clauses: Of the draft.
        known: What is known.
        without: Ids of papers that do not count, such as the draft itself.
    """
    names: dict[str, str] = {}
    findings: list[Finding] = []
    titles = known.titles.keys() | tables().repealed.keys()
    total = unknown = 0
    for clause in clauses:
        for citation in citations(clause.text, names, titles):
            heads = known.called(citation.title)
            if heads and all(head.id in without for head in heads):
                continue  # the draft itself, or the version whose place it takes
            total += 1
            found = list(_checked(citation, heads, known))
            if _ENDED.match(clause.text, citation.span[1]):  # it says so itself
                found = [f for f in found if f.kind != "cites-repealed"]
            unknown += not heads and all(f.kind == "cites-not-found" for f in found)
            findings += (f._replace(clause=clause.number, clause_title=clause.title) for f in found)
    wrong = sum(f.kind != "cites-not-found" for f in findings)
    return Checked(tuple(findings), total, max(0, total - unknown - wrong), unknown)


def _checked(citation: Citation, heads: Sequence[Policy], known: Known) -> Iterator[Finding]:
    repealed = _repealed(citation)
    if repealed:
        yield _finding(
            "cites-repealed", citation, "", REPEALED, 0.98,
            title=citation.title, date=repealed["since"], by=repealed["by"],
        )  # fmt: skip
        return
    if heads:
        yield from _articles(citation, heads[0], known)
        return
    near = _near(citation.title, known)
    if near:
        yield _finding(
            "cites-wrong-name", citation, near, WRONG_NAME, 0.9, title=citation.title, near=near
        )
        return
    yield _finding("cites-not-found", citation, "", NOT_FOUND, 0.5, title=citation.title)


def _repealed(citation: Citation) -> dict[str, str] | None:
    """What the table of repealed laws says of a paper."""
    return tables().repealed.get(fold(citation.title)) or tables().repealed.get(
        short(citation.title)
    )


def _articles(citation: Citation, head: Policy, known: Known) -> Iterator[Finding]:
    """The first article, or part of one, that is cited and that the newest version has not."""
    articles = {article_of(article.title): article.text for article in known.law(head.id)}
    last = max((number for number in articles if number), default=None)
    if last is None:
        return
    for address in citation.addresses:
        text = articles.get(address.number)
        if text is None or lacks(text, address):
            message = WRONG_ARTICLE if text is None else WRONG_PART
            finding = _finding(
                "cites-wrong-article", citation, head.title, message, 0.95,
                title=head.title, article=address.whole, part=address.inner, last=last[0],
            )  # fmt: skip
            yield finding._replace(basis=Basis(head.id, head.title, "", head.level, head.date))
            return


def _near(title: str, known: Known) -> str:
    """The known title that a cited one is a slip of; empty where it may be another paper."""
    plain = fold(title)
    if len(plain) < _TELLING:
        return ""
    found = process.extract(
        plain, known.titles.keys(), scorer=OSA.distance, score_cutoff=_SLIPS, limit=3
    )
    for near, _distance, _at in found:
        if _slip(plain, near):
            return known.titles[near][0]
    short = same_words(plain)
    same = (t for key, (t, *_rest) in known.titles.items() if same_words(key) == short)
    return next(same, "")


def _slip(one: str, other: str) -> bool:
    """Whether titles differ by a slip, not in region, number or kind, nor by a word."""
    if _NUMBERS.findall(one) != _NUMBERS.findall(other):
        return False
    kinds = [_KIND.search(each) for each in (one, other)]
    if all(kinds) and kinds[0][0] != kinds[1][0]:  # type: ignore[index]
        return False
    first, second = leading(one), leading(other)
    if (first and first.code) != (second and second.code):
        return False
    return OSA.distance(one, other) <= _SLIPS


def _finding(
    rule: str, citation: Citation, real: str, message: str, confidence: float, **words: object
) -> Finding:
    from policycli.language import _

    severity = "note" if rule == "cites-not-found" else "error"
    return Finding(
        rule=rule,
        kind=rule,
        severity=severity,  # type: ignore[arg-type]
        message=_(message).format(**words),
        words=citation.words,
        span=citation.span,
        basis=Basis("", real, words=quoted(real) if real else ""),
        confidence=confidence,
    )
