"""``policy figures``: the numbers of all policies."""

from collections.abc import Mapping
from typing import Any

import click

from policycli import codes, labels
from policycli.catalogue import Catalogue
from policycli.cli import options
from policycli.cli.help import Command
from policycli.cli.notes import say
from policycli.cli.output import Output
from policycli.language import N_, _
from policycli.views import figures

__all__ = ["command"]


def _kind(value: str) -> str:
    """A kind of figures by its code or its name in either language; empty for all."""
    kind = codes.meant("kind", value)
    if value and kind not in codes.KINDS:
        sentence = _("there is no kind {value}; kinds are {known}")
        known = labels.join(codes.chosen("kind", code) for code in codes.KINDS)
        raise click.BadParameter(sentence.format(value=value, known=known))
    return kind


@click.command(
    "figures",
    cls=Command,
    help=N_("""\
List figures, of all measures or of those that fit QUERY.

Values convert within a dimension (万元, 亿元; 名, 位, 人; 家, 个). Totals stand under figures \
that may be added: money set aside for one period, and one indicator of several policies."""),
    examples=(
        ("policy figures 基金", N_("the figures of measures about funds")),
        ("policy figures --unit 亿元 --sort value --plot", N_("all money in one unit, as bars")),
        ("policy figures --min 1亿 --kind budget", N_("money set aside, from 100 million up")),
        ("policy figures --min 三千万元 --max 1亿元", N_("limits may be written in Chinese")),
        ("policy figures --unit 亿元 --chart money.svg", N_("a picture for a report")),
        ("policy figures --template '{id}\\t{value}{unit}'", N_("for scripts")),
        ("policy search 基金 --ids | policy figures --among -", N_("those of what a search finds")),
    ),
)
@click.argument("query", nargs=-1, type=options.text, metavar="[QUERY]...")
@options.words(
    "--unit",
    "UNIT",
    N_("Only what converts to this unit, such as 亿元, and its values in it."),
    by=options.completed_by("unit"),
)
@options.option(
    "--kind",
    type=_kind,
    metavar="KIND",
    default="",
    shell_complete=options.completed_by("kind"),
    help=N_("Only this kind: budget, target, actual, growth or count."),
)
@options.words(
    "--min",
    "VALUE",
    N_("Only from this value on, such as 1亿, 3694万元, 三千万 or 50%."),
    called="minimum",
)
@options.words("--max", "VALUE", N_("Only up to this value."), called="maximum")
@options.option(
    "--sort",
    type=click.Choice(["value"]),
    metavar="value",
    help=N_("Largest first."),
)
@options.option("--plot", is_flag=True, help=N_("Draw bars, each dimension by itself."))
@options.chart
@options.filters
@options.limit()
@options.listed
@options.catalogue
@options.screen
def command(
    query: tuple[str, ...],
    limit: int | None,
    filters: Mapping[str, Any],
    output: Output,
    catalogue: Catalogue,
    **wanted: Any,
) -> int:
    """Show the figures that are wanted."""
    asked, plot, chart = " ".join(query) or None, wanted.pop("plot"), wanted.pop("chart")
    options.at_most_one(plot=plot, chart=chart)
    found = catalogue.figures(asked, **wanted, **filters)
    view = figures.view(found, asked, unit=wanted["unit"], plot=plot, limit=limit)
    if chart:
        code = output.draw(figures.chart(found[:limit], wanted["unit"]), chart, view)
    else:
        code = (output.require_table() if plot else output).show(view)
    if code:
        say(_("No figure matches."))
    return code
