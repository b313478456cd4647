"""What in a draft does not fit the draft itself: contradictions, references, numbering."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from policycli.finding import Basis, Finding
from policycli.language import N_, _
from policycli.review.citations import Own, own_references
from policycli.review.clauses import Clause, Draft
from policycli.review.frames import Frame, frames
from policycli.review.quantities import masked
from policycli.review.wording import same_words
from policycli.text.addresses import Address, article_of, lacks, parts_of
from policycli.text.part_marks import mark

__all__ = ["internal"]

_TELLING = 12  # characters of two norms that may contradict each other

_SENTENCES = re.compile(r"[。；]")
_LISTED = re.compile("下列|之一")
_PENALTY = re.compile("罚款|处分|吊销|没收|拘留")

CONTRADICTS = N_("clause {other} says the same with {theirs} where this one says {mine}")
NO_CLAUSE = N_("there is no {number} in the draft")
NO_PART = N_("{clause} of the draft has no {part}")
NOTHING_ABOVE = N_("nothing stands above that {words} could mean")
GAP = N_("{title} follows {before}")


def internal(draft: Draft) -> Iterator[Finding]:
    """Findings that need nothing but the draft."""
    yield from _contradictions(draft.clauses)
    yield from _references(draft)
    yield from _gaps(draft.clauses)


def _contradictions(clauses: Sequence[Clause]) -> Iterator[Finding]:
    """Norms of two clauses that are the same but for a figure or the modal."""
    groups: dict[str, list[tuple[Clause, Frame]]] = {}
    for clause in clauses:
        for frame in frames(clause.text):
            words = _bare(frame)
            if _PENALTY.search(frame.words):  # a scale is that of the violation before it
                listed = _LISTED.search(clause.text)  # whose items come after it
                before = clause.text if listed else clause.text[: frame.span[0]]
                words = same_words(masked(before)) + words
            if len(words) >= _TELLING:
                groups.setdefault(words, []).append((clause, frame))
    for each in groups.values():
        for (one, mine), (other, theirs) in combinations(each, 2):
            if one.number != other.number and _differ(mine, theirs):
                yield _contradiction(other, theirs, one, mine)


def _bare(frame: Frame) -> str:
    """The words of a norm in its sentence, without its figures and the modal's word."""
    start, end = (at - frame.span[0] for at in frame.modal_span)
    words = frame.words
    if frame.modal in ("must", "may"):
        words = words[:start] + "@" + words[end:]
    return same_words(masked(frame.lead + words))


def _differ(one: Frame, other: Frame) -> bool:
    mine, theirs = ([(q.low, q.high, q.unit) for q in f.quantities] for f in (one, other))
    return mine != theirs or {one.modal, other.modal} == {"must", "may"}


def _contradiction(clause: Clause, frame: Frame, other: Clause, theirs: Frame) -> Finding:
    values = [("、".join(q.words for q in f.quantities) or f.modal_words) for f in (frame, theirs)]
    return Finding(
        rule="internal-contradiction",
        kind="internal",
        severity="error",
        message=_(CONTRADICTS).format(other=other.title, mine=values[0], theirs=values[1]),
        clause=clause.number,
        clause_title=clause.title,
        words=frame.words,
        span=frame.span,
        basis=Basis(
            f"#{other.number}",
            clause=other.title,
            relation="self",
            words=theirs.words,
            span=theirs.span,
        ),
        confidence=0.9,
    )


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
        if own.who[1:] not in title[-8:]:
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


def _numbers(clauses: Sequence[Clause]) -> Mapping[int, int]:
    """The number of each article by that of its clause; none for drafts without articles."""
    found = ((clause.number, mark(clause.title)) for clause in clauses)
    return {at: each.number for at, each in found if each and each.kind == "article"}
