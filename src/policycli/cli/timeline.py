"""``policy timeline``: what happened and what is planned."""

from collections.abc import Mapping
from typing import Any

import click

from policycli.catalogue import Catalogue
from policycli.cli import options
from policycli.cli.help import Command
from policycli.cli.output import Output, say
from policycli.language import N_, _
from policycli.views import timeline

__all__ = ["command"]


@click.command(
    "timeline",
    cls=Command,
    help=N_("""\
List policies, documents, foundings, targets and deadlines by date.

A date that is known by its year alone stands at the beginning of that year, a deadline at its \
end. Foundings are read from summaries, and quoted. Whether what was due came about the records \
do not say."""),
    examples=(
        ("policy timeline", N_("all that has a date")),
        ("policy timeline --region 浙江 --from 2023", N_("one region, from a year on")),
        ("policy timeline --from 2023-03 --to 2023-05", N_("what may lie between two months")),
        ("policy timeline --json | jq '.results[].date'", N_("for scripts")),
    ),
)
@options.option(
    "--from",
    "since",
    type=options.text,
    metavar="DATE",
    default="",
    help=N_("Only what may be on or after this date: 2023, 2023-05 or 2023-05-31."),
)
@options.option(
    "--to",
    "until",
    type=options.text,
    metavar="DATE",
    default="",
    help=N_("Only what may be on or before this date."),
)
@options.chart
@options.filters
@options.limit()
@options.output
@options.catalogue
@options.screen
def command(
    limit: int | None,
    filters: Mapping[str, Any],
    output: Output,
    catalogue: Catalogue,
    **dates: str,
) -> int:
    """Show what has a date."""
    chart = dates.pop("chart")
    events = catalogue.timeline(**dates, **filters)
    picture = timeline.chart(events[:limit]) if chart else None
    if picture:
        return output.draw(picture, chart)
    code = 1 if chart else output.show(timeline.view(events, limit))
    if code:
        say(_("No dated record matches."))
    return code
