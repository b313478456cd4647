"""What in a draft does not fit the draft itself: references and numbering, and all the rest."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from policycli.finding import Basis, Finding
from policycli.language import N_, _
from policycli.review.citations import Own, own_references
from policycli.review.clauses import Clause, Draft
from policycli.review.contradictions import contradictions
from policycli.review.terms import terms
from policycli.text.addresses import Address, article_of, lacks, parts_of
from policycli.text.numerals import CHINESE, number
from policycli.text.part_marks import mark

__all__ = ["internal"]

_SENTENCES = re.compile(r"[。；]")
_ANNOUNCED = re.compile(
    rf"(?:下列|以下)(?P<n>(?!一[种项个])[{CHINESE}\d]{{1,3}})(?:种|项|个|类|款)"
)

_REMARK = re.compile(r"[（(][^（）()]*[）)]$")  # （征求意见稿）
_KIND = 8  # characters at the end of a title, in which stands what sort of paper it is

NO_CLAUSE = N_("there is no {number} in the draft")
NO_PART = N_("{clause} of the draft has no {part}")
NOTHING_ABOVE = N_("nothing stands above that {words} could mean")
GAP = N_("{title} follows {before}")
COUNT = N_("{announced} are announced, {n} follow")


def internal(draft: Draft) -> Iterator[Finding]:
    """Findings that need nothing but the draft."""
    yield from contradictions(draft)
    yield from terms(draft.clauses)
    yield from _references(draft)
    yield from _gaps(draft.clauses)
    yield from _items(draft.clauses)


def _references(draft: Draft) -> Iterator[Finding]:
    """References to clauses, paragraphs and items that the draft has not."""
    articles = {article_of(clause.title): clause for clause in draft.clauses}
    articles.pop(None, None)
    for clause in draft.clauses:
        for own in own_references(clause.text):
            said = (_missing(own, each, clause, articles, draft.title) for each in own.addresses)
            missing = next(filter(None, said), "") if articles else ""
            if missing:
                yield Finding(
                    rule="internal-reference",
                    kind="internal",
                    severity="warning",
                    message=missing,
                    clause=clause.number,
                    clause_title=clause.title,
                    words=own.words,
                    span=own.span,
                    basis=Basis("", relation="self"),
                    confidence=0.9,
                )


def _missing(
    own: Own,
    address: Address,
    clause: Clause,
    articles: Mapping[tuple[int, int] | None, Clause],
    title: str,
) -> str:
    """What is not there of what a clause refers to; empty where all is.

    Only a paper of its own kind speaks of itself as 本办法: others quote.
    """
    if own.who == "前款":
        before = clause.text[: own.span[0]]
        above = max(len(parts_of(before)), len(_SENTENCES.findall(before)))
        return _(NOTHING_ABOVE).format(words=own.words) if above < address.paragraph else ""
    meant: Clause | None = clause
    if own.who != "本条":
        if own.who[1:] not in _REMARK.sub("", title)[-_KIND:]:
            return ""
        meant = articles.get(address.number)
    if meant is None:
        return _(NO_CLAUSE).format(number=address.whole)
    lacking = lacks(meant.text, address)
    return _(NO_PART).format(clause=meant.title, part=address.inner) if lacking else ""


def _gaps(clauses: Sequence[Clause]) -> Iterator[Finding]:
    numbers = _numbers(clauses)
    marked = [clause for clause in clauses if clause.number in numbers]
    for before, clause in pairwise(marked):
        if numbers[clause.number] not in (numbers[before.number], numbers[before.number] + 1):
            yield Finding(
                rule="internal-numbering",
                kind="internal",
                severity="warning",
                message=_(GAP).format(title=clause.title, before=before.title),
                clause=clause.number,
                clause_title=clause.title,
                words=clause.title,
                basis=Basis(f"#{before.number}", clause=before.title, relation="self"),
                confidence=0.95,
            )


def _items(clauses: Iterable[Clause]) -> Iterator[Finding]:
    """Items of a clause that are not numbered one after the other, or fewer or more than said."""
    for clause in clauses:
        for lines in parts_of(clause.text):
            marks = [found for line in lines if (found := mark(line)) and found.kind == "subitem"]
            for before, item in pairwise(marks):
                if item.number != before.number + 1:
                    message = _(GAP).format(title=item.shown, before=before.shown)
                    yield _numbering(clause, item.shown, message)
            announced = _ANNOUNCED.search("".join(lines[:1]))
            if announced and marks and number(announced["n"]) != len(marks):
                message = _(COUNT).format(announced=announced[0], n=len(marks))
                yield _numbering(clause, announced[0], message)


def _numbering(clause: Clause, words: str, message: str) -> Finding:
    start = clause.text.find(words)
    return Finding(
        rule="internal-numbering",
        kind="internal",
        severity="warning",
        message=message,
        clause=clause.number,
        clause_title=clause.title,
        words=words,
        span=(start, start + len(words)),
        basis=Basis("", relation="self"),
        confidence=0.9,
    )


def _numbers(clauses: Sequence[Clause]) -> Mapping[int, int]:
    """The number of each article by that of its clause; none for drafts without articles."""
    found = ((clause.number, mark(clause.title)) for clause in clauses)
    return {at: each.number for at, each in found if each and each.kind == "article"}
