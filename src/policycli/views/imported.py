"""What became of imported documents: a line for every policy, and for every file that failed."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from policycli.ingest.merging.merge import Outcome
from policycli.language import N_, _
from policycli.views.model import Cell, Column, View

__all__ = ["Failure", "Item", "view"]

COLUMNS = (
    Column("id", N_("id"), "id"),
    Column("how", N_("outcome"), "short"),
    Column("title", N_("policy")),
    Column("measures", N_("measures"), "number"),
    Column("figures", N_("figures"), "number"),
    Column("documents", N_("documents"), "number"),
    Column("checks", N_("to check"), "number"),
    Column("note", N_("conflicts"), "note"),
    Column("file", N_("file"), "detail"),
)
_HOWS = {
    "new": N_("new"),
    "unchanged": N_("unchanged"),
    "updated": N_("updated"),
    "conflict": N_("conflict"),
    "duplicate": N_("duplicate"),
    "failed": N_("failed"),
    "skipped": N_("skipped"),
}


class Failure(NamedTuple):
    """A file that was not taken in, and the sentence that says why.

    Attributes:
        how: ``failed``, or ``skipped`` for one of a folder that is no document by its name.
    """

    file: str
    error: str
    how: str = "failed"


Item = tuple[str, Outcome] | Failure
"""A policy with the file it comes from, or a file that failed."""


def view(files: Sequence[str], items: Sequence[Item]) -> View[Item]:
    """Policies in the order of the files, then those files that failed."""
    return View("import", list(files), items, len(items), COLUMNS, _cells, _data)


def _cells(item: Item) -> tuple[Cell, ...]:
    if isinstance(item, Failure):
        why = item.error.removeprefix(f"{item.file}: ")
        return (item.file, _(_HOWS[item.how]), why, "", "", "", "", "", item.file)
    file, outcome = item
    data = _data(item)
    conflicts = ", ".join(outcome.conflicts)
    counts = (data[key] for key in ("measures", "figures", "documents", "checks"))
    how = _(_HOWS[outcome.how])
    return (outcome.id, how, outcome.draft.policy.title, *counts, conflicts, file)


def _data(item: Item) -> dict[str, Any]:
    if isinstance(item, Failure):
        return {"file": item.file, "outcome": item.how, "error": item.error}
    file, outcome = item
    policy = outcome.draft.policy
    named = {d.title for measure in policy.measures for d in measure.documents}
    return {
        "file": file,
        "outcome": outcome.how,
        "id": outcome.id,
        "title": policy.title,
        "measures": len(policy.measures),
        "figures": sum(len(measure.figures) for measure in policy.measures),
        "documents": len(named | {document.title for document in policy.documents}),
        "checks": len(outcome.draft.checks),
        "added": outcome.added,
        "conflicts": list(outcome.conflicts),
    }
