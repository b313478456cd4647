"""``policy problem report``: how problems were handled, for a 通报."""

from collections.abc import Sequence

import click

from policycli.analysis.handling import OPEN
from policycli.analysis.problem_report import by_body, handled
from policycli.cli import options
from policycli.cli.help import Command
from policycli.cli.notes import say
from policycli.cli.output import Output
from policycli.cli.problem_options import filters, today
from policycli.exchange import report as papers
from policycli.exchange.xlsx import plain_table
from policycli.language import N_, _
from policycli.records.model import Entry, Problem
from policycli.views import problem_report

__all__ = ["report"]


@click.command(
    "report",
    cls=Command,
    help=N_("""\
Report how problems were handled, body by body: received, settled, days, overdue, ratings.

The time is that of their receipt. -o 通报.docx writes a paper. A problem of several bodies counts \
for each. Exits with 1 where there is none."""),
    examples=(
        ("policy problem report --from 2026-07 --to 2026-09", N_("a quarter")),
        ("policy problem report --from 2026 -o 通报.docx", N_("a paper to send round")),
        ("policy problem report --chart 办理.svg", N_("a picture")),
    ),
)
@filters
@options.chart
@options.output_of(".docx", ".xlsx", ".html", looked_up=True)
@options.screen
def report(found: Sequence[Entry[Problem]], chart: str, output: Output) -> int:
    """Show the report, write it, or draw it."""
    if not found:
        say(_("No problem passes these filters."))
        return 1
    problems = [entry.record for entry in found]
    whole, lines = handled(problems, today()), by_body(problems, today())
    waiting = [entry for entry in found if entry.record.state in OPEN]
    view = problem_report.view(whole, lines, waiting)
    if chart:
        return output.draw(problem_report.chart(lines), chart, view)
    if not output.own_ending:
        return output.show(view)
    asked = click.get_current_context().params
    title = problem_report.title(asked.get("from", ""), asked.get("to", ""))
    if output.own_ending == ".xlsx":
        output.save(plain_table(title, problem_report.BODIES, lines), view)
    else:
        content = list(problem_report.parts(whole, lines, waiting))
        output.save(papers.paper(title, content, output.own_ending), view)
    return 0
