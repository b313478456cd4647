"""What became of imported documents: a line for every policy, and for every file that failed."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from policycli.ingest.merging.merge import Outcome
from policycli.language import N_, _
from policycli.views.model import Column, View

__all__ = ["Failure", "Item", "view"]

_HOWS = {
    "new": N_("new"),
    "unchanged": N_("unchanged"),
    "updated": N_("updated"),
    "conflict": N_("conflict"),
    "duplicate": N_("duplicate"),
    "failed": N_("failed"),
    "skipped": N_("skipped"),
}


_COUNTED = {
    "measures": N_("measures"),
    "figures": N_("figures"),
    "documents": N_("documents"),
    "checks": N_("to check"),
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


def _count(key: str) -> Column[Item]:
    """How many of something a policy has; nothing for a file that failed."""
    return Column(key, _COUNTED[key], lambda item: _data(item).get(key, ""), "number")


def _how(item: Item) -> str:
    return _(_HOWS[item.how if isinstance(item, Failure) else item[1].how])


def _title(item: Item) -> str:
    """The title of a policy, or why its file was not read."""
    if isinstance(item, Failure):
        return item.error.removeprefix(f"{item.file}: ")
    return item[1].draft.policy.title


def _conflicts(item: Item) -> str:
    return "" if isinstance(item, Failure) else ", ".join(item[1].conflicts)


_COLUMNS: tuple[Column[Item], ...] = (
    Column("id", N_("id"), lambda item: item[0] if isinstance(item, Failure) else item[1].id, "id"),
    Column("how", N_("outcome"), _how, "short"),
    Column("title", N_("policy"), _title),
    *map(_count, _COUNTED),
    Column("note", N_("conflicts"), _conflicts, "note"),
    Column("file", N_("file"), lambda item: item[0], "detail"),
)


def view(files: Sequence[str], items: Sequence[Item]) -> View[Item]:
    """Policies in the order of the files, then those files that failed."""
    return View("import", list(files), items, len(items), _COLUMNS, _data)


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
