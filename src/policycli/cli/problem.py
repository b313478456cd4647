"""``policy problem``: problems that people meet with policies, from their receipt to their end."""

from collections.abc import Sequence

import click

from policycli.cli import options
from policycli.cli.help import Command, Group
from policycli.cli.notes import say
from policycli.cli.output import Output
from policycli.cli.problem_add import add
from policycli.cli.problem_options import filters
from policycli.cli.problem_report import report
from policycli.cli.problem_steps import answer, assign, close, copy, rate, reopen
from policycli.cli.problem_table import export, import_
from policycli.language import N_, _
from policycli.records.model import Entry, Problem
from policycli.views import problems

__all__ = ["command"]


@click.group(
    "problem",
    cls=Group,
    help=N_("""\
Handle problems: collect, settle, rate, report.

A problem is received, assigned to bodies, answered, rated by those served, and closed; it may be \
reopened. Each step writes one event into its catalogue, and what is out of order is refused."""),
    examples=(
        ("policy problem add 成果作价入股不敢转 --asker 贵州大学", N_("a new problem")),
        ("policy problem add - < 来信.txt", N_("from a letter or mail")),
        ("policy problem assign p2026-001 --body 省科技厅 --due 2026-07-31", N_("who settles it")),
        ("policy problem answer p2026-001 按免责清单办理", N_("how it was settled")),
        ("policy problem rate p2026-001 5", N_("what those served say")),
        ("policy problem list --overdue", N_("what waits for too long")),
        ("policy problem export 问题.xlsx", N_("a table that people fill in; import takes it in")),
    ),
)
@options.screen
def command() -> None:
    """The group: what there is, without a command."""


for _part in (add, assign, answer, rate, copy, close, reopen, export, import_, report):
    command.add_command(_part)


@command.command(
    "list",
    cls=Command,
    help=N_("List problems. Exits with 1 where nothing is left."),
    examples=(
        ("policy problem list", N_("all of them")),
        (
            "policy problem list --state assigned --body 省财政厅",
            N_("what a body has on its table"),
        ),
        ("policy problem list --overdue -f csv > 逾期.csv", N_("for a spreadsheet")),
        ("policy problem list --about guizhou", N_("about a policy and its measures")),
        ("policy problem list --from 2026-07 --to 2026-09", N_("received in a quarter")),
    ),
)
@filters
@options.limit()
@options.listed
@options.screen
def list_(limit: int | None, output: Output, found: Sequence[Entry[Problem]]) -> int:
    """Show what passes."""
    code = output.show(problems.listed(found, limit))
    if code:
        say(_("No problem passes these filters."))
    return code
