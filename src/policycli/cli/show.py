"""``policy show``: policies and measures in full."""

import os
from collections.abc import Mapping, Sequence, Set

import click

from policycli.catalogue import Catalogue
from policycli.cli import options
from policycli.cli.help import Command
from policycli.cli.names import meant
from policycli.cli.notes import say
from policycli.cli.output import NOTHING_LEFT, Output
from policycli.errors import UsageError
from policycli.language import N_, _
from policycli.records.ids import narrowed
from policycli.records.model import Entry, Policy
from policycli.views import cards, passages
from policycli.views.cards import Record
from policycli.views.model import View

__all__ = ["command"]


@click.command(
    "show",
    cls=Command,
    help=N_("""\
Show policies and measures in full.

An ID may be any name of a record: its title, an alias, the region or document number of its \
policy, or a document; with a slip, as pinyin or initials, or as a part that no other name holds. \
A guess is reported. If several records may be meant, they are listed and the exit is 2.

With - ids are read from standard input, one a line; what follows a tab is passed over."""),
    examples=(
        ("policy show guizhou", N_("a policy and its measures")),
        ("policy show guizhou.ledger", N_("a measure, with its steps, figures and documents")),
        ("policy show 政策台账 浙江", N_("several, by what they are called")),
        ("policy show tongling --end supply", N_("with the measures of one end")),
        ("policy show 《产业人才8条》", N_("a document, by its title")),
        ("policy show 数据法第五十六条第二款", N_("a part of a law, by its address")),
        ("policy search 基金 --ids | policy show -", N_("what a search finds, in full")),
        ("policy show tongling -f md", N_("for a document")),
        ("policy show guizhou --copy", N_("a reference, to be pasted")),
    ),
)
@options.names("ID...")
@options.option("--web", is_flag=True, help=N_("Open the web page or file it was taken from."))
@options.option(
    "--copy",
    is_flag=True,
    help=N_("Copy the citation, also by SSH; in the style of -f, else gbt7714."),
)
@options.filters
@options.limit()
@options.cited
@options.catalogue
@options.screen
def command(
    names: tuple[str, ...],
    web: bool,
    copy: bool,
    limit: int | None,
    filters: Mapping[str, tuple[str, ...]],
    output: Output,
    catalogue: Catalogue,
) -> int:
    """Show one card a name; all names must be clear before any is shown."""
    options.at_most_one(web=web, copy=copy)
    found = [meant(catalogue.meant, name, catalogue) for name in names]
    entries = [entry for each in found for entry in each.entries]
    if any(filters.values()):
        entries = _narrowed(catalogue, entries, filters)
    if web and entries:
        return _opened(entries, catalogue)
    view = cards.view(entries, names, limit, catalogue.links)
    if copy:
        return _copied(view, output)
    cited = [(each.entries[0].id, each.address) for each in found if each.address]
    code = output.show(options.dated(passages.mark(view, cited), catalogue))
    if code:
        say(_(NOTHING_LEFT))
    return code


def _opened(entries: Sequence[Entry[Record]], catalogue: Catalogue) -> int:
    """Open what the only record was taken from.

    Raises:
        UsageError: They are several.
    """
    from policycli.cli.web import open_source

    if len(entries) > 1:
        raise UsageError(_("--web opens the source of one record at a time"))
    folders = {os.path.dirname(source.path): None for source in catalogue.info().sources}
    entry = entries[0]
    return open_source(entry.id, entry.head.source, ["", *folders])


def _copied(view: View[Entry[Record]], output: Output) -> int:
    """Show citations, and copy them."""
    from policycli.cli.clipboard import copy

    cited = output._replace(form=output.form or "gbt7714")
    code = cited.show(view)
    if not code:
        copy(cited.text(view))
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
    return entry._replace(record=narrowed(policy, passing))
