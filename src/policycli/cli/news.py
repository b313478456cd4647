"""``policy news``: what is new since the last look, or since a day."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from time import strftime
from typing import TYPE_CHECKING, Any

import click

from policycli.cli import options
from policycli.cli.help import Command
from policycli.cli.notes import say
from policycli.cli.options import Sources
from policycli.cli.output import Output
from policycli.cli.parameters import CATALOGUE
from policycli.errors import CatalogueError
from policycli.language import N_, _
from policycli.views import changes

if TYPE_CHECKING:
    from policycli.analysis.diff import Change
    from policycli.analysis.news import Look
    from policycli.files.seen import Memory
    from policycli.records.model import Policy, Problem
    from policycli.views.model import View

__all__ = ["command"]

_LAST = "last"


@click.command(
    "news",
    cls=Command,
    help=N_("""\
Show what is new since you last looked (立、改、废、释).

It tells also what came into force or expired. The records that you saw are remembered, for each \
catalogue by itself; a first look remembers them and has nothing to compare. --since DATE goes by \
the dates of the records instead and remembers nothing. -o 摘编.docx writes an excerpt with what \
is new alone. With filters it is what is new of policies that fit, or are gone, and nothing is \
remembered. Exits with 0 if nothing is new, else with 1."""),
    examples=(
        ("policy news", N_("since the last look")),
        ("policy news --since 2024-06", N_("by the dates of the records")),
        ("policy news --since 2024 --region 贵州", N_("of one region")),
        ("policy news -o 摘编.docx", N_("an excerpt to send round")),
        ("policy news --json", N_("every field and figure, for scripts")),
    ),
)
@options.option(
    "--since",
    type=options.text,
    metavar="DATE",
    default=_LAST,
    help=N_("What is dated 2024, 2024-06 or 2024-06-30 or later; else “last”, the last look."),
)
@options.filters
@options.output_of(".docx", ".html", listed=True, looked_up=True)
@options.sources
@options.screen
def command(since: str, filters: Mapping[str, Any], output: Output, sources: Sources) -> int:
    """Show what is new, and remember it."""
    opened = cache(lambda: options.opened(sources).catalogue)  # a last look needs none
    if output.manifest:
        click.get_current_context().meta[CATALOGUE] = opened()
    if since != _LAST:
        return _shown(since, opened().news(since, **filters), since, output)
    from policycli.analysis.news import since_last

    today = strftime("%Y-%m-%d")
    is_narrowed = any(filters.values())
    wanted = {entry.id for entry in opened().policies(**filters)} if is_narrowed else None
    looks = list(_looks(sources))
    days = [look.memory.seen.day for look in looks if look.memory.seen]
    code = _shown(since, since_last(looks, today, wanted), min(days, default=""), output)
    sys.stdout.flush()  # what nobody could read is still new next time
    if not is_narrowed:
        _remember(looks, today)
    return code


def _remember(looks: "Sequence[Look]", today: str) -> None:
    for look in looks:
        look.memory.remember(today, look.policies, look.problems)
        if not look.memory.seen:
            sentence = _("{name}: a first look, with nothing to compare; it is remembered.")
            say(sentence.format(name=look.name))


def _looks(sources: Sources) -> "Iterator[Look]":
    """The catalogues in use; of those that are registered, one with a fault is left out."""
    from policycli.files.members import bundled, catalogue_files
    from policycli.files.read import read_whole
    from policycli.files.registered import registered
    from policycli.files.seen import Memory

    if sources.bundled:
        yield _look(_("the bundled catalogue"), Memory("bundled"), read_whole([bundled()]))
    named = [*map(os.path.abspath, sources.named)]
    for path in dict.fromkeys([*registered(), *named]):
        try:
            whole = read_whole(catalogue_files([path]))
        except CatalogueError as error:
            if path in named:
                raise
            say(_("{fault}; it is left out until that is mended").format(fault=error.faults[0]))
        else:
            yield _look(path, Memory(path), whole)


def _look(name: str, memory: "Memory", whole: "Sequence[Policy | Problem]") -> "Look":
    from policycli.analysis.news import Look
    from policycli.records.model import Policy, Problem

    policies = [record for record in whole if isinstance(record, Policy)]
    return Look(name, memory, policies, [each for each in whole if isinstance(each, Problem)])


def _shown(asked: str, found: "Sequence[Change]", since: str, output: Output) -> int:
    if since:
        sentence = _("New since {day}:") if found else _("Nothing is new since {day}.")
        say(sentence.format(day=since))
    view = changes.news(asked, found, since)
    if output.own_ending:
        _excerpt(found, view, output)
    else:
        output.show(view)
    return 1 if found else 0


def _excerpt(found: "Sequence[Change]", view: "View[Change]", output: Output) -> None:
    """Write what is new and still there as a paper or page; its title is the name of the file."""
    from policycli.exchange import content
    from policycli.exchange.excerpt import notes, of_news
    from policycli.records.model import Problem

    policies = of_news(found)
    if policies:
        title = os.path.splitext(os.path.basename(output.path))[0]
        told = [change for change in found if not isinstance(change.record, Problem)]
        paper = content(output.own_ending, policies, title, notes(found))
        output.save(paper, view._replace(items=told))
    elif found:
        say(_("Only problems are new, which an excerpt leaves out: nothing is written."))
