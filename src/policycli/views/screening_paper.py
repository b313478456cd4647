"""A screening as a paper to sign (伦理审查建议): facts, reasons, what to hand in, limits."""

from collections.abc import Iterable, Iterator, Sequence

from policycli.ethics.model import Evidence, Screening, Trigger
from policycli.language import _
from policycli.views import screening as views
from policycli.views.model import Column, Part

__all__ = ["parts", "title"]


def title() -> str:
    """What the paper is called."""
    return _("Advice on ethics review")


def parts(screenings: Sequence[Screening]) -> Iterator[Part]:
    """The paper: a chapter for each project, then what it rests on, and where to sign."""
    for each in screenings:
        yield Part("heading", each.title)
        yield from _project(each)
    yield Part("heading", _("Limits"))
    yield Part(
        "text",
        _(
            "This was found by a program that looks for words and reads how they are meant. It is "
            "an aid: it can miss what is worded otherwise, and it does not weigh risks. Whether a "
            "review is needed, and which, the science-ethics committee decides."
        ),
    )
    yield Part(
        "text",
        _("Rules: 科技伦理审查办法（试行） (国科发监〔2023〕167号), in this program's own words."),
    )
    yield Part("text", _("Looked through by (signature): ______________  Date: ______________"))


def _project(each: Screening) -> Iterator[Part]:
    fact = _("{label}: {value}")
    facts = [(_("verdict"), _(views.VERDICTS[each.verdict]))]
    facts += [(_("file"), each.source)] if each.source not in ("", "-") else []
    facts += [(_("procedure"), views.procedure(record)) for record in each.procedures]
    facts += [(_("who reviews"), views.reviewers(each))] if each.procedures else []
    facts += [(_("in the region"), step) for step in views.steps(each)]
    facts += [(_("look at besides"), other) for other in views.others(each)]
    yield from (Part("text", fact.format(label=label, value=value)) for label, value in facts)
    if each.verdict not in ("none", "conditional"):
        yield Part("table", rows=_rows(views.reasons[1:], each.triggers))
    for trigger in each.questions:
        asked = _("to be clarified: {question} ({words})")
        words = "、".join(dict.fromkeys(one.words for one in trigger.evidence))
        yield Part("text", asked.format(question=views.question(trigger.rule), words=words))
    yield from _numbered(_("the application holds"), views.contents(each))
    yield from _aside(views.aside(each))


def _rows(columns: Sequence[Column[Trigger]], items: Iterable[Trigger]) -> list[list[str]]:
    heads = [_(column.title) for column in columns]
    return [heads, *([str(column.cell(item)) for column in columns] for item in items)]


def _numbered(label: str, lines: Sequence[str]) -> Iterator[Part]:
    if lines:
        yield Part("text", _("{label}: {value}").format(label=label, value="").rstrip())
    for number, line in enumerate(lines, 1):
        yield Part("text", f"{number}. {line}")


def _aside(evidence: Sequence[Evidence]) -> Iterator[Part]:
    """Words that were looked at and do not count, in one line."""
    if evidence:
        words = "；".join(
            f"“{each.words}”（{_(views.STANDINGS[each.standing])}）" for each in evidence
        )
        label = _("Looked at, and not counted")
        yield Part("text", _("{label}: {value}").format(label=label, value=words))
