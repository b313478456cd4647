"""A review as a paper to sign (政策一致性评价意见), chapter by chapter."""

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from policycli.finding import Finding
from policycli.language import N_, _, chinese
from policycli.review.clauses import Clause
from policycli.review.model import Review
from policycli.text.brief import brief
from policycli.text.numerals import numeral
from policycli.text.quotes import quoted
from policycli.views import review_changes as changes
from policycli.views.model import Cell, Part
from policycli.views.review import shown, wordings
from policycli.views.review_labels import (
    CONCLUSIONS,
    SEVERITIES,
    basis,
    kind,
    looked_at,
    relation,
    source,
    suggestion,
    where,
)

__all__ = ["parts", "title"]

_WHOLE = 60  # characters of a clause by which it is known again

_METHOD = (
    N_(
        "A program cut the draft into clauses, looked for articles of the catalogue on the same "
        "matter, and compared figures, deadlines, duties, bodies, conditions and words, citations, "
        "red lines and what has to fit within the draft. It finds by words and grammar."
    ),
    N_(
        "It misses what is said in quite other words, knows no paper that is not in the catalogue, "
        "and weighs neither purpose nor reasonableness. That nothing was found does not mean that "
        "nothing is there. A duty of a higher law that is left out is a hint: many need not be "
        "repeated."
    ),
)


def title() -> str:
    """What the paper is called."""
    return _("Opinion on consistency with what holds")


def parts(review: Review, severity: str, catalogues: Sequence[str]) -> Iterator[Part]:
    """The paper.

    Args:
        review: What was found.
        severity: The least that is listed: ``error``, ``warning`` or ``note``.
        catalogues: Names of those that the draft was read against.
    """
    listed = shown(review, severity)
    missing = [each for each in listed if each.kind == "missing-duty"]
    chapters = (
        (_("The draft"), [_facts(review, catalogues)]),
        (_("Conclusion"), _conclusion(review)),
        (_("What it was read against"), _bases(review, listed)),
        (_("Clause by clause"), [_clauses(review, listed)]),
        *_changes(review),
        (_("Findings"), _findings([f for f in listed if f.kind != "missing-duty"], len(missing))),
        (_("Papers cited"), _citations(review)),
        (_("Clauses without counterpart"), _alone(review)),
        (_("Method and limits"), [Part("text", _(sentence)) for sentence in _METHOD]),
        (_("Appendix: duties of the basis that the draft does not have"), [_missing(missing)]),
    )
    for number, (name, content) in enumerate(chapters, 1):
        yield Part("heading", f"{numeral(number)}、{name}" if chinese() else f"{number}. {name}")
        yield from content


def _table(
    heads: Sequence[str], rows: Iterable[Sequence[Cell]], widths: Sequence[int] = ()
) -> Part:
    """A table, or a line that says that there is nothing to list."""
    filled = list(rows)
    if not filled:
        return Part("text", _("None."))
    return Part("table", rows=[heads, *filled], widths=widths)


def _facts(review: Review, catalogues: Sequence[str]) -> Part:
    draft = review.draft
    pairs = (
        (_("title"), draft.title),
        (_("region"), draft.region.name if draft.region else ""),
        (_("level"), draft.level),
        (_("date"), draft.date),
        (_("clauses"), str(len(draft.clauses))),
        (_("file"), os.path.basename(draft.path) if draft.path != "-" else ""),
        (_("read against"), "、".join(catalogues)),
    )
    rows = ((label, value or _("not stated")) for label, value in pairs)
    return _table((_("item"), _("details")), rows, (1, 4))


def _conclusion(review: Review) -> Iterator[Part]:
    said = _("The draft is {conclusion}.")
    yield Part("text", said.format(conclusion=_(CONCLUSIONS[review.conclusion])))
    yield Part("text", looked_at(review))
    yield Part(
        "text",
        _("This was found by a program and is an aid. The conclusion is drawn by who signs here."),
    )
    yield Part("text", _("Opinion of the reviewer: ________________________________"))
    yield Part("text", _("Looked through by (signature): ______________  Date: ______________"))


def _bases(review: Review, listed: Iterable[Finding]) -> Iterator[Part]:
    """The papers that clauses or findings rest on, and how many more were looked through."""
    first = {each[0].article.head.id for each in review.counterparts.values() if each}
    found = {basis(each).id.rpartition(".")[0] for each in listed}
    papers = [each for each in review.bases if each.named or each.id in first | found]
    heads = (_("paper"), _("level"), _("date"), _("relation"), _("clauses"))
    rows = (
        (
            quoted(each.title) + (_(" (named in the draft)") if each.named else ""),
            each.level,
            each.date,
            relation(each.relation),
            str(each.clauses),
        )
        for each in papers
    )
    yield _table(heads, rows, (8, 3, 3, 2, 2))
    if len(papers) < len(review.bases):
        more = _("Papers that were looked through besides: {n}.")
        yield Part("text", more.format(n=len(review.bases) - len(papers)))


def _clauses(review: Review, listed: Sequence[Finding]) -> Part:
    """Every clause, the article most like it, and the kinds of what was found there."""
    heads = (_("draft"), _("counterpart"), _("differences"))
    rows = (
        (_worded(clause.title, clause.text), _counterpart(review, clause), _found(clause, listed))
        for clause in review.draft.clauses
    )
    return _table(heads, rows, (5, 5, 3))


def _changes(review: Review) -> Iterator[tuple[str, list[Part]]]:
    """The chapter on what changes against the version that is replaced, where there is one."""
    if review.replaces is not None:
        heads = [_(column.title) for column in changes.COLUMNS]
        rows = ([column.cell(each) for column in changes.COLUMNS] for each in review.changes)
        yield changes.heading(review), [_table(heads, rows, (2, 5, 5))]


def _worded(title: str, text: str) -> str:
    return text if _bare(text).startswith(_bare(title)) else f"{title}　{text}"


def _bare(text: str) -> str:
    return "".join(text.split())


def _counterpart(review: Review, clause: Clause) -> str:
    best = next(iter(review.counterparts.get(clause.number, ())), None)
    if best is None:
        return _("no counterpart")
    article = best.article
    return _worded(quoted(article.head.title) + article.title, article.text)


def _found(clause: Clause, listed: Sequence[Finding]) -> str:
    mine = (each for each in listed if each.clause == clause.number)
    return "\n".join(f"{each.id} {kind(each.kind)}" for each in mine) or _("none found")


def _findings(listed: Sequence[Finding], elsewhere: int) -> Iterator[Part]:
    """A table for each severity, the worst first, and how many stand in the appendix."""
    if not listed:
        yield Part("text", _("None."))
    heads = (_("id"), _("about"), _("draft"), _("basis"), _("finding and suggestion"))
    for severity, found in groupby(listed, lambda each: each.severity):
        rows = [_finding(each) for each in found]
        counted = _("{severity}: {n}")
        yield Part("text", counted.format(severity=_(SEVERITIES[severity]), n=len(rows)))
        yield _table(heads, rows, (4, 5, 10, 10, 10))
    if elsewhere:
        sentence = _("Besides, duties of the basis that the draft does not have: {n} (appendix).")
        yield Part("text", sentence.format(n=elsewhere))


def _finding(each: Finding) -> Sequence[Cell]:
    mine, theirs = wordings(each)
    advice = _("{label}: {value}").format(label=_("suggestion"), value=suggestion(each))
    ground = theirs if theirs.text else source(each)
    return (each.id, where(each), mine, ground, f"{each.message}\n{advice}")


def _citations(review: Review) -> Iterator[Part]:
    """All that is wrong or could not be checked, notes too: nothing is passed over in silence."""
    sentence = _(
        "Citations: {citations}; right as far as the catalogue tells: {citations_verified}; could "
        "not be checked: {citations_unknown}."
    )
    yield Part("text", sentence.format(**review.coverage))
    heads = (_("clause"), _("cited"), _("kind"), _("finding"))
    cited = (each for each in review.findings if each.kind.startswith("cites-"))
    rows = [(each.clause_title, each.words, kind(each.kind), each.message) for each in cited]
    if rows:
        yield _table(heads, rows, (2, 5, 3, 6))


def _alone(review: Review) -> Iterator[Part]:
    alone = [c for c in review.draft.clauses if not review.counterparts.get(c.number)]
    for clause in alone:
        yield Part("text", brief(_worded(clause.title, clause.text), _WHOLE))
    if not alone:
        yield Part("text", _("None."))


def _missing(missing: Iterable[Finding]) -> Part:
    heads = (_("id"), _("basis"), _("wording"), _("nearest clause"))
    rows = (
        (each.id, source(each), basis(each).words, each.clause_title or "-") for each in missing
    )
    return _table(heads, rows, (2, 4, 7, 2))
