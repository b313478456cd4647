"""``policy matrix``: measures or problems counted by two of their properties."""

from collections.abc import Mapping
from typing import Any

import click

from policycli.analysis.matrix import AXES, Choice, gaps
from policycli.catalogue import Catalogue
from policycli.cli import options
from policycli.cli.help import Command
from policycli.cli.notes import say
from policycli.cli.output import NOTHING_LEFT, Output
from policycli.language import N_, _
from policycli.views import matrix

__all__ = ["command"]


@click.command(
    "matrix",
    cls=Command,
    help=N_("""\
Count measures by region and by end (四端), or problems.

A measure with two themes, years or issuers counts in both. --gaps turns to what is empty. The \
rows body, asker (of what kind) and about, and the columns state and year, count problems."""),
    examples=(
        ("policy matrix", N_("regions and the four ends")),
        ("policy matrix --rows theme --region 湖北", N_("themes, in one province")),
        ("policy matrix --cols kind", N_("which regions name targets and budgets")),
        (
            "policy matrix --gaps --region 贵州 --region 铜陵",
            N_("what one has and the other lacks"),
        ),
        ("policy matrix --rows body --cols state", N_("problems, by who settles them")),
        ("policy matrix -o matrix.csv", N_("for a spreadsheet, with the ids")),
    ),
)
@options.option(
    "--rows",
    type=click.Choice(AXES),
    metavar="ROWS",
    help=N_(
        "Rows: region, theme, instrument or issuer; of problems body, asker or about; else region."
    ),
)
@options.option(
    "--cols",
    type=click.Choice(AXES),
    metavar="COLS",
    help=N_(
        "Columns: end, status, year or kind (of figures); of problems state or year; else end."
    ),
)
@options.option(
    "--gaps",
    "lacking",
    is_flag=True,
    help=N_("List what a row lacks that others have, with their measures."),
)
@options.chart
@options.filters
@options.reported
@options.catalogue
@options.screen
def command(
    rows: Choice,
    cols: Choice,
    lacking: bool,
    filters: Mapping[str, Any],
    output: Output,
    catalogue: Catalogue,
    chart: str,
) -> int:
    """Count, and show the counts or the gaps."""
    options.at_most_one(gaps=lacking, chart=chart)
    counted = catalogue.matrix(rows, cols, **filters)
    view = matrix.gaps(gaps(counted), counted) if lacking else matrix.view(counted)
    code = output.draw(matrix.chart(counted), chart, view) if chart else output.show(view)
    if code:
        say(_("Nothing is missing.") if lacking and counted.lines else _(NOTHING_LEFT))
    return code
