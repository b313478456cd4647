"""What became of imported documents: a line for every policy, and for every file that failed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from policycli.files.marks import Mark
from policycli.ingest.extract.draft import Check
from policycli.ingest.extract.ledgers.columns import Left
from policycli.ingest.extract.ledgers.read import Guess
from policycli.ingest.merging.catalogue import Outcome
from policycli.labels import short
from policycli.language import N_, _
from policycli.views import marks
from policycli.views.model import Column, View

if TYPE_CHECKING:
    from policycli.views import file_rows as rows

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
    return Column(key, _COUNTED[key], lambda item: _counts(item).get(key, ""), "number")


def _how(item: Item) -> str:
    return _(_HOWS[item.how if isinstance(item, Failure) else item[1].how])


def _title(item: Item) -> str:
    """The title of a policy, or why its file was not read."""
    if isinstance(item, Failure):
        return item.error.removeprefix(f"{item.file}: ")
    return item[1].draft.title


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


def view(
    files: Sequence[str],
    items: Sequence[Item],
    left: Sequence[tuple[str, Left]] = (),
    guessed: Sequence[tuple[str, Guess]] = (),
    marked: Sequence[Mark] = (),
) -> View[Item]:
    """Policies in the order of the files, then those files that failed.

    Args:
        files: As they were named.
        items: The policies, and the files that were not taken in.
        left: With its file, what of a ledger was not taken in.
        guessed: With its file, what column of one was taken by likeness.
        marked: Where the catalogue is marked now.
    """
    extra = (
        ("not_taken", [{"file": file, **_left(each)} for file, each in left]),
        ("guessed_columns", [{"file": file, **each._asdict()} for file, each in guessed]),
        ("marks", [marks.data(each) for each in marked]),
    )
    return View("import", list(files), items, len(items), _COLUMNS, _data, extra=extra)


def left_out(left: Left) -> str:
    """What of a ledger was not taken in, in one sentence; a text or page has no sheets."""
    where = _("sheet {sheet}").format(sheet=left.sheet) if left.sheet else ""
    if left.column:
        said = _(", column {column}") if where else _("column {column}")
        where += said.format(column=left.column)
    if left.row:
        where += (_(", row {n}") if where else _("row {n}")).format(n=left.row)
    said = f" ({short(left.text)})" if left.text else ""
    return _("{label}: {value}").format(label=where + said, value=_(left.reason))


def _left(left: Left) -> dict[str, Any]:
    return {
        "sheet": left.sheet,
        "column": left.column,
        "row": left.row or None,
        "text": left.text,
        "reason": _(left.reason),
    }


def _data(item: Item) -> "rows.Imported | rows.NotImported":
    if isinstance(item, Failure):
        return {"file": item.file, "outcome": item.how, "error": item.error}
    file, outcome = item
    counts = _counts(item)
    return {
        "file": file,
        "outcome": outcome.how,
        "id": outcome.id,
        "title": outcome.draft.title,
        "measures": counts["measures"],
        "figures": counts["figures"],
        "documents": counts["documents"],
        "checks": counts["checks"],
        "added": outcome.added,
        "conflicts": list(outcome.conflicts),
        "marked": [_marked(check) for check in outcome.draft.checks],
    }


def _counts(item: Item) -> dict[str, int]:
    """What a policy has, by the keys of columns; nothing for a file that failed."""
    if isinstance(item, Failure):
        return {}
    draft = item[1].draft
    return {**draft.counts, "checks": len(draft.checks)}


def _marked(check: Check) -> "rows.Mark":
    return {
        "measure": check.measure,
        "key": check.key,
        "item": check.item if check.item >= 0 else None,
        "what": _(check.what),
        "words": check.words,
    }
