"""``policy show``: policies and measures in full."""

import click

from policycli.catalogue import Catalogue
from policycli.cli import options
from policycli.cli.help import Command
from policycli.cli.output import Output
from policycli.errors import NotFoundError
from policycli.language import N_, pick
from policycli.model import Entry, Measure, Policy
from policycli.views import cards

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
        ("policy show tongling -f md", N_("for a document")),
    ),
)
@click.argument(
    "names",
    nargs=-1,
    required=True,
    type=options.text,
    metavar="ID...",
    shell_complete=options.completed_by("record"),
)
@options.output
@options.catalogue
@options.screen
def command(names: tuple[str, ...], output: Output, catalogue: Catalogue) -> int:
    """Show one card a name; all names must be clear before any is shown."""
    entries = [_resolve(catalogue, name) for name in names]
    return output.show(cards.view(entries, names))


def _resolve(catalogue: Catalogue, name: str) -> Entry[Policy | Measure]:
    """The record meant, or the error with the title of every candidate."""
    try:
        return catalogue.resolve(name)
    except NotFoundError as error:
        lines = [str(error), *(_candidate(catalogue, id) for id in error.candidates)]
        raise NotFoundError("\n".join(lines), error.candidates) from error


def _candidate(catalogue: Catalogue, full_id: str) -> str:
    record = catalogue.get(full_id).record
    return f"  {full_id}  {pick(record.title, record.title_en)}"
