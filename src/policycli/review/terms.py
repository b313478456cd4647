"""Terms that a draft defines twice, or calls otherwise than it said it would."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policycli.finding import Basis, Finding, Severity
from policycli.language import N_, _
from policycli.norms.wording import same_words
from policycli.review.clauses import Clause

__all__ = ["terms"]

_DEFINED = re.compile(
    r"本[\u4e00-\u9fff]{1,2}所称的?(?P<term>[^，。；：]{2,20}?)，?是指(?P<meaning>[^。；\n]+)"
)
_SHORT = re.compile(
    r"(?P<meaning>[\u4e00-\u9fff]{4,24})[（(]以下(?:简称|统称|称)[：:]?[“\"]?(?P<term>[^”\"）)]{2,12})[”\"]?[）)]"
)
_NAME = re.compile("(?:局|委员会|厅|办公室|委|部|中心|领导小组)$")
_START = re.compile(".*(?:由|经|向|报|对|按照|根据|会同|以及|和|及)(?=.{4})")

TWICE = N_("{term} is defined otherwise in {other}")
FULL = N_("{term} is to be called {short}, as {other} says")


class _Term(NamedTuple):
    clause: Clause
    term: str
    meaning: str
    span: tuple[int, int]


def terms(clauses: Sequence[Clause]) -> Iterator[Finding]:
    """Findings on definitions and on short names."""
    yield from _twice(list(_found(clauses, _DEFINED)))
    short = list(_found(clauses, _SHORT))
    yield from _twice(short)
    yield from _in_full(clauses, short)


def _found(clauses: Sequence[Clause], pattern: re.Pattern[str]) -> Iterator[_Term]:
    for clause in clauses:
        for match in pattern.finditer(clause.text):
            meaning = _START.sub("", match["meaning"])
            yield _Term(clause, match["term"].strip("《》"), meaning, match.span())


def _twice(found: Sequence[_Term]) -> Iterator[Finding]:
    """Terms whose later definition says something else than the first."""
    first: dict[str, _Term] = {}
    for each in found:
        known = first.setdefault(each.term, each)
        if same_words(known.meaning) != same_words(each.meaning):
            message = _(TWICE).format(term=each.term, other=known.clause.title)
            yield _finding(each.clause, each.span, message, known, "warning")


def _in_full(clauses: Sequence[Clause], short: Sequence[_Term]) -> Iterator[Finding]:
    """Bodies that have a short name and are called by the long one again, the first place each."""
    for each in short:
        if not _NAME.search(each.meaning):
            continue
        for clause in clauses:
            at = clause.text.find(each.meaning)
            if clause.number > each.clause.number and at >= 0:
                message = _(FULL).format(
                    term=each.meaning, short=each.term, other=each.clause.title
                )
                yield _finding(clause, (at, at + len(each.meaning)), message, each, "note")
                break


def _finding(
    clause: Clause, span: tuple[int, int], message: str, known: _Term, severity: Severity
) -> Finding:
    return Finding(
        rule="internal-term",
        kind="internal",
        severity=severity,
        message=message,
        clause=clause.number,
        clause_title=clause.title,
        words=clause.text[slice(*span)],
        span=span,
        basis=Basis(
            f"#{known.clause.number}",
            clause=known.clause.title,
            relation="self",
            words=known.clause.text[slice(*known.span)],
            span=known.span,
        ),
        confidence=0.8,
    )
