"""``policy compare``: policies side by side."""

import click

from policycli.analysis.compare import BY, By
from policycli.catalogue import Catalogue
from policycli.cli import options
from policycli.cli.help import Command
from policycli.cli.names import meant
from policycli.cli.notes import say
from policycli.cli.output import Output
from policycli.language import N_, _
from policycli.views import compare

__all__ = ["command"]


@click.command(
    "compare",
    cls=Command,
    help=N_("""\
Set two to six policies side by side.

Measures of the same kind stand in one row, likened by instrument, theme and wording, articles by \
what they say; with it, what they say otherwise: figures, deadlines, who has to and who may, \
bodies and conditions, and who is stricter. Then come the instruments and the figures that \
several policies share. On a narrow terminal the regions of \
a row stand under each other. Exits with 1 where there is nothing to compare."""),
    examples=(
        ("policy compare guizhou tongling", N_("two policies, end by end")),
        ("policy compare 铜陵 潜江 十堰 --by instrument", N_("three cities, by instrument")),
        ("policy compare 铜陵 潜江 --explain", N_("why measures share a row")),
        ("policy compare 铜陵 潜江 -o compare.csv", N_("for a spreadsheet")),
    ),
)
@options.names("ID ID...")
@options.option(
    "--by",
    type=click.Choice(BY),
    metavar="ORDER",
    default="end",
    help=N_("Rows by end, instrument or theme; else by end."),
)
@options.option("--explain", is_flag=True, help=N_("Explain why measures share a row."))
@options.reported
@options.catalogue
@options.screen
def command(
    names: tuple[str, ...], by: By, explain: bool, output: Output, catalogue: Catalogue
) -> int:
    """Compare the policies meant."""
    found = [meant(catalogue.policy_meant, name, catalogue) for name in names]
    policies = [each.entries[0] for each in found]
    code = output.show(compare.view(catalogue.compare(*policies, by=by), explain=explain))
    if code:
        say(_("These policies have no measures to compare."))
    return code
