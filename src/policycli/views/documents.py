"""Named papers (《…》), in a list and each by itself."""

from collections.abc import Sequence
from typing import Any

from policycli import labels
from policycli.analysis.documents import Paper
from policycli.language import N_, _, pick
from policycli.views.model import Card, Cell, Column, Fact, Section, View

__all__ = ["card", "data", "view"]

_COLUMNS = (
    Column("title", N_("document")),
    Column("region", N_("region"), "short"),
    Column("role", N_("role"), "short"),
    Column("date", N_("date"), "short"),
    Column("status", N_("status"), "short"),
    Column("ids", N_("named by")),
    Column("issuer", N_("issuer"), "detail"),
    Column("policy", N_("policy"), "detail"),
)


def view(papers: Sequence[Paper], limit: int | None = None) -> View[Paper]:
    """Documents, each once for every policy that names it."""
    return View("documents", None, papers[:limit], len(papers), _COLUMNS, _cells, data)


def _cells(paper: Paper) -> tuple[Cell, ...]:
    document, head = paper.document, paper.head
    return (
        f"《{document.title}》",
        labels.region(head.region),
        labels.role(document.role),
        document.date,
        labels.status(document.status),
        "\n".join(paper.ids),
        document.issuer,
        pick(head.title, head.title_en),
    )


def data(paper: Paper) -> dict[str, Any]:
    """A document with the policy and the records that name it."""
    region = paper.head.region
    return {
        **paper.document._asdict(),
        "policy": paper.head.id,
        "region": region._asdict() if region else None,
        "ids": list(paper.ids),
    }


def card(paper: Paper) -> Card:
    """A document in full."""
    document, head = paper.document, paper.head
    facts = (
        (_("policy"), pick(head.title, head.title_en)),
        (_("region"), labels.region(head.region)),
        (_("role"), labels.role(document.role)),
        (_("date"), document.date),
        (_("issuer"), document.issuer),
        (_("status"), labels.status(document.status)),
    )
    told = tuple(Fact(label, value) for label, value in facts if value)
    rows = tuple((full_id,) for full_id in paper.ids)
    section = Section(_("Named by"), (Column("id", "", "id"),), rows)
    return Card(head.id, f"《{document.title}》", told, (), (section,))
