"""``policy show``: policies and measures in full."""

from collections.abc import Mapping, Sequence, Set
from contextlib import suppress
from typing import Any

import click

from policycli.analysis.documents import Paper, bare
from policycli.catalogue import Catalogue
from policycli.cli import options
from policycli.cli.help import Command
from policycli.cli.output import NOTHING_LEFT, Output, say
from policycli.errors import NotFoundError
from policycli.language import N_, _, pick
from policycli.records.model import Entry, Policy
from policycli.views import cards
from policycli.views.cards import Record

__all__ = ["command"]


@click.command(
    "show",
    cls=Command,
    help=N_("""\
Show policies and measures in full.

An ID may be typed loosely, as a region, a title or pinyin, where only one record can be meant; \
otherwise those that can be are listed, and the exit is 2."""),
    examples=(
        ("policy show guizhou", N_("a policy and its measures")),
        ("policy show guizhou.ledger", N_("a measure, with its steps, figures and documents")),
        ("policy show 台账 浙江", N_("several, by what they are called")),
        ("policy show tongling --end supply", N_("with the measures of one end")),
        ("policy show 《产业人才8条》", N_("a document, by its title")),
        ("policy show tongling -f md", N_("for a document")),
    ),
)
@options.names("ID...")
@options.filters
@options.limit()
@options.output
@options.catalogue
@options.screen
def command(
    names: tuple[str, ...],
    limit: int | None,
    filters: Mapping[str, tuple[str, ...]],
    output: Output,
    catalogue: Catalogue,
) -> int:
    """Show one card a name; all names must be clear before any is shown."""
    entries = [entry for name in names for entry in _resolve(catalogue, name)]
    if any(filters.values()):
        entries = _narrowed(catalogue, entries, filters)
    view = cards.view(entries, names, limit, catalogue.links)
    code = output.show(options.dated(view, catalogue))
    if code:
        say(_(NOTHING_LEFT))
    return code


def _narrowed(
    catalogue: Catalogue, entries: Sequence[Entry[Record]], filters: Mapping[str, tuple[str, ...]]
) -> list[Entry[Record]]:
    """The records that pass the filters, policies with the measures that do."""
    passing = catalogue.select(**filters).ids({entry.policy for entry in entries})
    return [_without(entry, passing) for entry in entries if entry.id in passing]


def _without(entry: Entry[Record], passing: Set[str]) -> Entry[Record]:
    """A record without those of its measures that do not pass."""
    policy = entry.record
    if not isinstance(policy, Policy):
        return entry
    measures = tuple(m for m in policy.measures if f"{policy.id}.{m.id}" in passing)
    return entry._replace(record=policy._replace(measures=measures))


def _resolve(catalogue: Catalogue, name: str) -> list[Entry[Record]]:
    """The record meant, or the documents, or the error with the title of every candidate.

    In 《》 a name means documents; without, where they have just this title and no record has.
    """
    found: list[Entry[Any]]
    with suppress(NotFoundError):
        found = [catalogue.get(name.strip().lower())]
        return found
    papers = catalogue.papers(name)
    if "《" in name and papers:
        return [*map(_paper, papers)]
    same = [_paper(paper) for paper in papers if bare(paper.document.title) == bare(name)]
    try:
        found = [catalogue.resolve(name.strip(" 《》"))]
    except NotFoundError as error:
        if same:
            return same
        raise NotFoundError(_with_titles(catalogue, error), error.candidates) from error
    return found if bare(found[0].record.title) == bare(name) or not same else same


def _paper(paper: Paper) -> Entry[Record]:
    return Entry(paper.head.id, paper.head, paper)


def _with_titles(catalogue: Catalogue, error: NotFoundError) -> str:
    """The sentence, and under it the candidates, each with its title."""
    records = [(full_id, catalogue.get(full_id).record) for full_id in error.candidates]
    column = max((len(full_id) for full_id, _record in records), default=0)
    titles = (f"  {at:{column}}  {pick(r.title, r.title_en)}" for at, r in records)
    return "\n".join([str(error), *titles])
