"""What the codes of a review mean to readers: conclusions, kinds, severities, what to do."""

from policycli.finding import Basis, Finding
from policycli.language import N_, _, pick
from policycli.review.model import Review
from policycli.text.quotes import quoted
from policycli.views import differences

__all__ = [
    "CONCLUSIONS",
    "SEVERITIES",
    "basis",
    "kind",
    "looked_at",
    "relation",
    "source",
    "suggestion",
    "where",
]

CONCLUSIONS = {
    "consistent": N_("consistent: nothing was found that has to be changed"),
    "amend": N_("to be amended: it differs from what holds"),
    "conflict": N_("in conflict with what holds"),
    "unchecked": N_("not judged: nothing in the catalogues could be compared with it"),
}
"""What a conclusion says; a machine's aid, people decide."""

SEVERITIES = {"error": N_("error"), "warning": N_("warning"), "note": N_("note")}

_KINDS = {
    **differences.KINDS,
    "scope": ("适用范围", "scope"),
    "condition-added": ("增设条件", "condition added"),
    "condition-dropped": ("减少条件", "condition dropped"),
    "term": ("用语", "term"),
    "definition": ("定义", "definition"),
    "missing-duty": ("义务缺失", "missing duty"),
    "cites-repealed": ("引用失效文件", "cites what is repealed"),
    "cites-wrong-name": ("引用名称有误", "cites a wrong name"),
    "cites-wrong-article": ("引用条款不存在", "cites a wrong article"),
    "cites-not-found": ("引用未能核查", "cites what is not known"),
    "internal": ("内部矛盾", "within the draft"),
    "red-line": ("红线", "red line"),
}

_RELATIONS = {
    "higher": ("上位", "higher"),
    "same-region": ("同地区", "same region"),
    "sister": ("其他地区", "other region"),
    "self": ("本草案", "this draft"),
    "line": ("红线", "red line"),
}

_DO_BY_RULE = {
    "sanction-added": N_("take out the kind of sanction, or name the law that has it"),
    "sanction-left-out": N_("check whether it has to be written; what the law has holds anyway"),
}
"""What to do where that of the kind does not say it."""

_DO = {
    "figure": N_("bring the figure into line with the basis, or state the ground for another one"),
    "deadline": N_("bring the deadline into line with the basis, or state the ground for another"),
    "modality": N_("keep the force that the basis has: a duty stays a duty, a ban stays a ban"),
    "body": N_("name the body that the basis names, or check who is competent now"),
    "scope": N_("check whether those whom it leaves out or takes in are meant"),
    "condition-added": N_("take the condition out, or name what allows it"),
    "condition-dropped": N_("add the condition that the basis has"),
    "term": N_("use the words of the basis, or check that others mean the same"),
    "definition": N_("take over the definition of the basis"),
    "missing-duty": N_("check whether the duty has to be written; what holds anyway need not be"),
    "cites-repealed": N_("cite what took its place, and check the article"),
    "cites-wrong-name": N_("cite it by its full and right name"),
    "cites-wrong-article": N_("check the number of the article"),
    "cites-not-found": N_("check the citation by hand: the catalogue has no such paper"),
    "internal": N_("bring the clauses of the draft into line with each other"),
    "red-line": N_("take it out, or name the law or the exception that allows it"),
}

_NOTHING_COMPARED = N_(
    "No clause could be compared: nothing in the catalogues in use is on its matter; name those of "
    "the laws with --catalogue."
)


def basis(finding: Finding) -> Basis:
    """What a finding rests on; empty where it rests on nothing that has a name."""
    return finding.basis or Basis("")


def kind(code: str) -> str:
    """What a kind of finding is called."""
    return pick(*_KINDS[code])


def looked_at(review: Review) -> str:
    """How much was found, and how much was looked at, in a sentence."""
    sentence = _(
        "Errors: {error}, warnings: {warning}, notes: {note}; clauses: {clauses}, of which "
        "{without_counterpart} have no counterpart; citations: {citations}, of which "
        "{citations_unknown} could not be checked."
    )
    said = sentence.format(**review.counts, **review.coverage)
    if review.only or review.coverage["with_counterpart"] or not review.coverage["clauses"]:
        return said
    return said + pick("", " ") + _(_NOTHING_COMPARED)


def relation(code: str) -> str:
    """What the relation of a paper to the draft is called; empty where there is none."""
    return pick(*_RELATIONS[code]) if code else ""


def where(finding: Finding) -> str:
    """The clause and the kind: 第二条 · 期限."""
    return " · ".join(filter(None, (finding.clause_title, kind(finding.kind))))


def source(finding: Finding) -> str:
    """The paper and article that a finding rests on: 《…法》第二条; red lines name both at once."""
    on = basis(finding)
    return on.title if on.relation == "line" else (quoted(on.title) if on.title else "") + on.clause


def suggestion(finding: Finding) -> str:
    """What to do about a finding: its own suggestion, that of its rule, or that of its kind."""
    return finding.suggestion or _(_DO_BY_RULE.get(finding.rule) or _DO[finding.kind])
