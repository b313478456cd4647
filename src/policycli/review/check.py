"""The review of a draft: counterparts, differences, citations, red lines, what is inside."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from policycli.finding import Basis, Finding
from policycli.language import _
from policycli.norms.articles import Counterpart
from policycli.norms.figures import differing_figures
from policycli.norms.modal_changes import differing_modals
from policycli.norms.pairing import Side, sides
from policycli.norms.room import differing_room
from policycli.norms.wording import Topical, grams
from policycli.norms.words import differing_words
from policycli.review.burdens import added_burdens
from policycli.review.cited import Checked, cited
from policycli.review.clauses import Clause, Draft
from policycli.review.counterparts import Wanted, counterparts
from policycli.review.duties import governing, missing_duties, unmentioned
from policycli.review.internal import internal
from policycli.review.known import Known
from policycli.review.model import SEVERITIES, Conclusion, Paper, Review
from policycli.review.once import EXACT, once
from policycli.review.options import Options
from policycli.review.redlines import red_lines
from policycli.review.replaced import changed_clauses
from policycli.review.sanctions import differing_sanctions
from policycli.review.topic import carried_out, on_topic, parents
from policycli.text.quotes import quoted

__all__ = ["review"]

_SAME_ARTICLE = 0.6  # likeness from which a paper of the same rank rules on the same matter
_FOLLOWED = 0.35  # share of the articles of a paper from which the draft follows it


def review(draft: Draft, known: Known, wanted: Wanted, asked: Options) -> Review:
    """Review a draft.

    Args:
        draft: What is reviewed.
        known: What it is read against.
        wanted: Which papers may be its basis.
        asked: What else was asked for.
    """
    found = counterparts(draft, known, wanted)
    weights = Topical(known.weights, (grams(clause.text) for clause in draft.clauses))
    findings: list[Finding] = []
    every = {clause.number: sides(clause.text) for clause in draft.clauses}
    papers = parents(found, wanted.only | wanted.named)
    held = on_topic(draft, found, known.weights, papers)
    foremost = carried_out(draft.title, found, papers)
    for clause in draft.clauses:
        found_here = _differences(clause, held[clause.number], papers, every, weights)
        findings += [_of_its_matter(finding, foremost) for finding in found_here]
    findings = once(findings)
    named = wanted.only | wanted.named
    findings += _unmentioned(_own(held.values(), papers), every, known, weights, named)
    checked = cited(draft.clauses, known, wanted.without)
    findings += [*checked.findings, *internal(draft), *red_lines(draft)]
    findings = [f for f in findings if _wanted(f, asked)]
    findings.sort(key=lambda f: (SEVERITIES.index(f.severity), f.clause, f.span))
    findings = [f._replace(id=f"f{at:03d}") for at, f in enumerate(findings, 1)]
    coverage = _coverage(draft, found, checked)
    before = known.law(wanted.replaced) if wanted.replaced else ()
    return Review(
        draft,
        _conclusion(findings, coverage),
        _bases(found, wanted),
        found,
        tuple(findings),
        coverage,
        tuple(asked.only),
        before[0].head if before else None,
        changed_clauses(draft.clauses, before, weights) if before else (),
    )


def _wanted(finding: Finding, asked: Options) -> bool:
    names = {finding.rule, finding.kind, finding.kind.partition("-")[0]}
    return not names & {*asked.ignore} and (not asked.only or bool(names & {*asked.only}))


def _coverage(
    draft: Draft, found: dict[int, tuple[Counterpart, ...]], checked: Checked
) -> dict[str, int]:
    """How much was looked at: nothing is passed over in silence."""
    return {
        "clauses": len(draft.clauses),
        "with_counterpart": sum(map(bool, found.values())),
        "without_counterpart": sum(not each for each in found.values()),
        "citations": checked.total,
        "citations_verified": checked.verified,
        "citations_unknown": checked.unknown,
    }


def _conclusion(findings: Iterable[Finding], coverage: Mapping[str, int]) -> Conclusion:
    """What the findings come to; where nothing could be compared that is no consistency."""
    severities = {finding.severity for finding in findings}
    if "error" in severities:
        return "conflict"
    if "warning" in severities:
        return "amend"
    compared = coverage["with_counterpart"] or coverage["citations_verified"]
    return "consistent" if compared else "unchecked"


def _differences(
    clause: Clause,
    found: Sequence[Counterpart],
    papers: frozenset[str],
    every: dict[int, list[Side]],
    weights: Topical,
) -> Iterator[Finding]:
    """What a clause has otherwise than its counterparts.

    Figures and modals are held against all of them; words, and what is missing, only against the
    papers that the draft carries out: of other laws a draft has to say nothing.
    """
    mine = every[clause.number]
    (own,) = _own([found], papers)
    pairs = [
        *differing_words(mine, _norms(own), weights),
        *added_burdens(mine, own, _norms(own), weights),
        *missing_duties(own, mine, every, weights),
        *differing_sanctions(mine, _norms(own), weights),
        *differing_room(mine, _norms(own), weights),
    ]
    with_text = [(side, clause.text) for side in mine]
    for paper in dict.fromkeys(c.article.head.id for c in found):
        norms = _norms(c for c in found if c.article.head.id == paper)
        pairs += differing_figures(with_text, norms, weights)
        pairs += differing_modals(mine, norms, weights)
    for finding, counterpart in pairs:
        yield _placed(_as_it_binds(finding, counterpart), clause, counterpart)


def _as_it_binds(finding: Finding, counterpart: Counterpart) -> Finding:
    """A finding; no more than a note where a paper of the same rank hardly has the same article.

    Neighbours by rank rule on matters of their own: another reservoir, another market.
    """
    binds = counterpart.relation == "higher" or counterpart.likeness >= _SAME_ARTICLE
    return finding if binds else finding._replace(severity="note")


def _of_its_matter(finding: Finding, foremost: frozenset[str]) -> Finding:
    """A finding; a note where a law of another matter only has other words, or duties besides."""
    paper = finding.basis.id.partition(".")[0] if finding.basis else ""
    exact = finding.kind in EXACT or paper in foremost
    return finding if exact else finding._replace(severity="note")


def _norms(counterparts: Iterable[Counterpart]) -> list[Side]:
    return [side for c in counterparts for side in sides(c.article.text, c)]


def _own(found: Iterable[Sequence[Counterpart]], papers: frozenset[str]) -> list[list[Counterpart]]:
    """Of the counterparts of each clause those in papers that the draft carries out."""
    return [[c for c in each if c.article.head.id in papers] for each in found]


def _unmentioned(
    found: Iterable[Sequence[Counterpart]],
    every: dict[int, list[Side]],
    known: Known,
    weights: Topical,
    papers: Iterable[str],
) -> Iterator[Finding]:
    """What the draft leaves out of the papers that it names and follows article by article."""
    seen = {c.article.id for each in found for c in governing(each)}
    for paper in papers:
        law = known.law(paper)
        rest = [article for article in law if article.id not in seen]
        if len(law) - len(rest) >= _FOLLOWED * len(law):
            articles = [Counterpart(article, "higher", 0.0, 0.0) for article in rest]
            for finding, counterpart in unmentioned(articles, every, weights):
                yield _placed(finding, Clause(0, "", ""), counterpart)


def _placed(finding: Finding, clause: Clause, counterpart: Counterpart) -> Finding:
    """A finding with where it stands in the draft, and what it goes by."""
    article = counterpart.article
    head = article.head
    words = finding.basis or Basis("")
    return finding._replace(
        message=_said(finding, counterpart),
        clause=clause.number,
        clause_title=clause.title,
        basis=words._replace(
            id=article.id,
            title=head.title,
            clause=article.title,
            level=head.level,
            date=head.date,
            relation=counterpart.relation,
        ),
    )


def _said(finding: Finding, counterpart: Counterpart) -> str:
    """The sentence of a finding, with what it is about; what papers say is no format."""
    article = counterpart.article
    draft, basis = finding.differs
    sentence = _(finding.message)
    for name, value in (
        ("title", quoted(article.head.title)),
        ("article", article.title),
        ("measure", finding.measure),
        ("draft", draft),
        ("basis", basis),
    ):
        sentence = sentence.replace(f"{{{name}}}", value)
    return sentence.lstrip(":： ")  # where it is not known what is measured


def _bases(found: dict[int, tuple[Counterpart, ...]], wanted: Wanted) -> tuple[Paper, ...]:
    """The papers that clauses have counterparts in, those with most clauses first."""
    clauses: dict[str, set[int]] = {}
    one: dict[str, Counterpart] = {}
    for number, each in found.items():
        for counterpart in each:
            paper = counterpart.article.head.id
            clauses.setdefault(paper, set()).add(number)
            one.setdefault(paper, counterpart)
    papers = sorted(one, key=lambda paper: (-len(clauses[paper]), paper))
    return tuple(
        Paper(
            p,
            (h := one[p].article.head).title,
            h.level,
            h.date,
            one[p].relation,
            p in wanted.named,
            len(clauses[p]),
        )
        for p in papers
    )
