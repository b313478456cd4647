"""Why a review found something, as lines for readers and as data for programs."""

from collections.abc import Iterator
from typing import Any

from policycli.finding import Finding
from policycli.language import _, pick
from policycli.norms.articles import Counterpart
from policycli.norms.frames import Frame
from policycli.review.explain import Why
from policycli.text.brief import brief
from policycli.text.quotes import quoted

__all__ = ["data", "lines"]

_MOST = 3  # other counterparts that are named
_LONG = 60  # characters of an action that are shown


def lines(finding: Finding, why: Why) -> Iterator[str]:
    """The rule, what was paired, and the counterpart among the others, a line each."""
    rule = _("rule {rule}, confidence {confidence}")
    yield rule.format(rule=finding.rule, confidence=round(finding.confidence, 2))
    fact = _("{label}: {value}")
    for label, norm in ((_("norm of the draft"), why.draft), (_("norm of the basis"), why.basis)):
        if norm is not None:
            yield fact.format(label=label, value=_norm(norm))
    if finding.basis_value is not None:
        yield fact.format(label=_("values"), value=_values(finding))
    yield from _counterparts(why)


def _norm(norm: Frame) -> str:
    """Who, what it does, what is done, and under which conditions."""
    action = brief(norm.action, _LONG)
    return " | ".join(filter(None, (*norm.conditions, norm.subject, norm.modal_words, action)))


def _values(finding: Finding) -> str:
    known = (value for value in (finding.value, finding.basis_value) if value is not None)
    both = (f"{value:g} {finding.unit}" for value in known)
    return pick("，", ", ").join(
        filter(None, (finding.measure, pick(" 与 ", " beside ").join(both)))
    )


def _counterparts(why: Why) -> Iterator[str]:
    if why.counterpart is not None:
        sentence = _("counterpart {place} of {n}, alike by {likeness}")
        yield sentence.format(
            place=why.place, n=len(why.considered) + 1, likeness=_alike(why.counterpart)
        )
    others = pick("、", ", ").join(map(_other, filter(_alike, why.considered[:_MOST])))
    if others:
        yield _("{label}: {value}").format(label=_("also considered"), value=others)


def _other(each: Counterpart) -> str:
    return f"{quoted(each.article.head.title)}{each.article.title} ({_alike(each)})"


def _alike(each: Counterpart) -> float:
    return round(each.likeness, 2)


def data(why: Why) -> dict[str, Any]:
    """The same for programs."""
    return {
        "draft_norm": _frame(why.draft),
        "basis_norm": _frame(why.basis),
        "counterpart": _counterpart(why.counterpart) if why.counterpart else None,
        "place": why.place,
        "considered": list(map(_counterpart, why.considered)),
    }


def _frame(norm: Frame | None) -> dict[str, Any] | None:
    if norm is None:
        return None
    keys = ("words", "lead", "subject", "modal", "modal_words", "action", "conditions")
    return {key: getattr(norm, key) for key in keys} | {
        "quantities": [{"words": q.words, "unit": q.unit} for q in norm.quantities]
    }


def _counterpart(each: Counterpart) -> dict[str, Any]:
    return {
        "id": each.article.id,
        "relation": each.relation,
        "likeness": round(each.likeness, 3),
        "score": round(each.score, 3),
    }
