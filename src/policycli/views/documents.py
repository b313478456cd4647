"""Named papers (《…》), in a list and each by itself."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from policycli import labels
from policycli.analysis.documents import Paper
from policycli.language import N_, _
from policycli.text.quotes import quoted
from policycli.views.cells import POLICY, REGION, named, region_data
from policycli.views.model import Card, Cell, Column, Fact, Section, View

if TYPE_CHECKING:
    from policycli.views.citation import Citation

__all__ = ["card", "cite", "data", "view"]

_COLUMNS: tuple[Column[Paper], ...] = (
    Column("title", N_("document"), lambda paper: quoted(paper.document.title)),
    REGION,
    Column("role", N_("role"), lambda paper: labels.role(paper.document.role), "short"),
    Column("date", N_("date"), lambda paper: paper.document.date, "short"),
    Column("status", N_("status"), lambda paper: labels.status(paper.document.status), "short"),
    Column("ids", N_("named by"), lambda paper: "\n".join(paper.ids)),
    Column("issuer", N_("issuer"), lambda paper: paper.document.issuer, "detail"),
    POLICY,
    Column("id", N_("id"), lambda paper: paper.ids[0], "key"),
)
_NAMING = (Column[str]("id", "", str, "id"),)


def view(papers: Sequence[Paper], limit: int | None = None) -> View[Paper]:
    """Documents, each once for every policy that names it."""
    return View("documents", None, papers[:limit], len(papers), _COLUMNS, data, cite=cite)


def cite(paper: Paper) -> "Citation":
    """What is cited for a document; it is loaded where somebody cites."""
    from policycli.views.citation import of_document

    return of_document(paper.document, paper.ids[0])


def data(paper: Paper) -> dict[str, Any]:
    """A document with the policy and the records that name it."""
    return {
        **paper.document._asdict(),
        "policy": paper.head.id,
        "region": region_data(paper.head.region),
        "ids": list(paper.ids),
    }


def card(paper: Paper) -> Card:
    """A document in full."""
    document, head = paper.document, paper.head
    facts: tuple[tuple[str, Cell], ...] = (
        (_("policy"), named(head)),
        (_("region"), labels.region(head.region)),
        (_("role"), labels.role(document.role)),
        (_("date"), document.date),
        (_("issuer"), document.issuer),
        (_("status"), labels.status(document.status)),
    )
    stated = tuple(Fact(label, value) for label, value in facts if value)
    section = Section(_("Named by"), _NAMING, paper.ids)
    return Card(head.id, quoted(document.title), stated, (), (section,))
