"""``policy info``: what the program stands on."""

import click

from policycli.cli import options
from policycli.cli.help import Command
from policycli.cli.options import Sources
from policycli.cli.output import Output
from policycli.language import N_
from policycli.views import info

__all__ = ["command"]


@click.command(
    "info",
    cls=Command,
    help=N_("""\
Show version, catalogues and index.

The index is made from the catalogues and may be deleted at any time. A registered catalogue with \
faults is “stale” where its last good state answers for it, else “left out”."""),
    examples=(
        ("policy info", N_("which catalogues are in use, and where the index is")),
        ("policy info --json", N_("the same, for a bug report")),
    ),
)
@options.output
@options.sources
@options.screen
def command(output: Output, sources: Sources) -> int:
    """Show what the catalogue stands on."""
    found = options.opened(sources)
    return output.show(info.view(found.catalogue.info(), found.copies, found.left_out))
