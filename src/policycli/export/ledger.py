"""The ledger (台账): measures, policies, figures and documents as tables with every fact."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from policycli import words
from policycli.language import N_, _, pick
from policycli.model import Document, Figure, Measure, Policy, Region, Relation, Source
from policycli.views.model import Cell, Column

__all__ = ["Sheet", "documents", "figures", "measures", "policies", "sheets"]


class Sheet(NamedTuple):
    """A table of the ledger.

    Attributes:
        name: What it is called, in the language of the screen.
    """

    name: str
    columns: tuple[Column, ...]
    rows: list[tuple[Cell, ...]]


def sheets(of: Sequence[Policy]) -> list[Sheet]:
    """All four tables."""
    return [measures(of), policies(of), figures(of), documents(of)]


def measures(of: Iterable[Policy]) -> Sheet:
    """Every measure with its policy."""
    columns = (
        Column("id", N_("id"), "id"),
        Column("region", N_("region"), "short"),
        Column("policy", N_("policy")),
        Column("title", N_("measure")),
        Column("summary", N_("summary")),
        Column("end", N_("end"), "short"),
        Column("instrument", N_("instrument")),
        Column("lead", N_("lead")),
        Column("partners", N_("partners")),
        Column("targets", N_("aims")),
        Column("steps", N_("steps")),
        Column("figures", N_("figures")),
        Column("documents", N_("documents")),
        Column("themes", N_("themes")),
        Column("keywords", N_("keywords")),
        Column("deadline", N_("deadline"), "short"),
        Column("status", N_("status"), "short"),
        Column("locator", N_("place in the source")),
    )
    rows = [_measure(policy, measure) for policy in of for measure in policy.measures]
    return Sheet(_("Measures"), columns, rows)


def _measure(policy: Policy, measure: Measure) -> tuple[Cell, ...]:
    return (
        f"{policy.id}.{measure.id}",
        words.region(policy.region),
        pick(policy.title, policy.title_en),
        pick(measure.title, measure.title_en),
        pick(measure.summary, measure.summary_en) or measure.text,
        words.end(measure.end),
        words.instrument(measure.instrument),
        measure.lead,
        words.join(measure.partners),
        "\n".join(measure.targets),
        "\n".join(_steps(measure)),
        "\n".join(map(_figure, measure.figures)),
        "\n".join(map(_document, measure.documents)),
        words.join(measure.themes),
        words.join(measure.keywords),
        measure.deadline,
        words.status(measure.status),
        measure.locator,
    )


def _steps(measure: Measure) -> Iterable[str]:
    for number, step in enumerate(measure.steps, 1):
        who = _("{label}: {value}").format(label=step.actor, value="") if step.actor else ""
        yield f"{number}. {who}{step.action}"


def _figure(figure: Figure) -> str:
    value = " ".join(filter(None, (words.figure(figure), figure.period)))
    return _("{label}: {value}").format(label=figure.indicator, value=value)


def _document(document: Document) -> str:
    facts = (words.role(document.role), document.date, document.issuer)
    return " ".join([f"《{document.title}》", *filter(None, facts)])


def policies(of: Iterable[Policy]) -> Sheet:
    """Every policy, with how many measures it has here."""
    columns = (
        Column("id", N_("id"), "id"),
        Column("title", N_("policy")),
        Column("region", N_("region"), "short"),
        Column("code", N_("region code"), "short"),
        Column("level", N_("level"), "short"),
        Column("issuers", N_("issuers")),
        Column("doc_number", N_("document number"), "short"),
        Column("date", N_("date"), "short"),
        Column("in_force_from", N_("in force from"), "short"),
        Column("in_force_until", N_("in force until"), "short"),
        Column("status", N_("status"), "short"),
        Column("themes", N_("themes")),
        Column("summary", N_("summary")),
        Column("documents", N_("documents")),
        Column("relations", N_("related")),
        Column("source", N_("source")),
        Column("measures", N_("measures"), "number"),
    )
    return Sheet(_("Policies"), columns, [_policy(policy) for policy in of])


def _policy(policy: Policy) -> tuple[Cell, ...]:
    region = policy.region or Region("", "")
    return (
        policy.id,
        pick(policy.title, policy.title_en),
        pick(region.name, region.name_en),
        region.code,
        words.level(policy.level),
        words.join(policy.issuers),
        policy.doc_number,
        policy.date,
        policy.in_force_from,
        policy.in_force_until,
        words.status(policy.status),
        words.join(policy.themes),
        pick(policy.summary, policy.summary_en),
        "\n".join(map(_document, policy.documents)),
        "\n".join(map(_relation, policy.relations)),
        " ".join(filter(None, policy.source or Source())),
        len(policy.measures),
    )


def _relation(relation: Relation) -> str:
    return f"{words.relation(relation.type)} {relation.target}"


def figures(of: Iterable[Policy]) -> Sheet:
    """Every figure with its measure; its value is a number."""
    columns = (
        Column("id", N_("id"), "id"),
        Column("region", N_("region"), "short"),
        Column("title", N_("measure")),
        Column("indicator", N_("indicator")),
        Column("op", N_("how exact"), "short"),
        Column("value", N_("value"), "number"),
        Column("unit", N_("unit"), "short"),
        Column("period", N_("period"), "short"),
        Column("kind", N_("kind"), "short"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            f"{policy.id}.{measure.id}",
            words.region(policy.region),
            pick(measure.title, measure.title_en),
            figure.indicator,
            figure.op,
            figure.value,
            figure.unit,
            figure.period,
            words.kind(figure.kind),
        )
        for policy in of
        for measure in policy.measures
        for figure in measure.figures
    ]
    return Sheet(_("Figures"), columns, rows)


def documents(of: Iterable[Policy]) -> Sheet:
    """Every document, with the record that names it."""
    columns = (
        Column("id", N_("named by"), "id"),
        Column("title", N_("document")),
        Column("role", N_("role"), "short"),
        Column("date", N_("date"), "short"),
        Column("issuer", N_("issuer")),
        Column("status", N_("status"), "short"),
    )
    rows: list[tuple[Cell, ...]] = [
        (full_id, d.title, words.role(d.role), d.date, d.issuer, words.status(d.status))
        for full_id, documents_ in _named(of)
        for d in documents_
    ]
    return Sheet(_("Documents"), columns, rows)


def _named(of: Iterable[Policy]) -> Iterable[tuple[str, tuple[Document, ...]]]:
    for policy in of:
        yield policy.id, policy.documents
        for measure in policy.measures:
            yield f"{policy.id}.{measure.id}", measure.documents
