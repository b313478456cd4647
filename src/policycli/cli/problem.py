"""``policy problem``: problems that people meet with policies, from their receipt to their end."""

from typing import Any

import click

from policycli import labels
from policycli.analysis.problems import Wanted, narrow
from policycli.catalogue import Catalogue
from policycli.cli import options
from policycli.cli.help import Command, Group
from policycli.cli.output import Output, say
from policycli.cli.problem_add import add
from policycli.cli.problem_options import about, today, words
from policycli.cli.problem_steps import answer, assign, close, copy, rate, reopen
from policycli.codes import STATES, meant
from policycli.errors import UsageError
from policycli.language import N_, _
from policycli.text.dates import typed
from policycli.views import problems

__all__ = ["command"]


@click.group(
    "problem",
    cls=Group,
    invoke_without_command=True,
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
    ),
)
@options.screen
@click.pass_context
def command(ctx: click.Context) -> int:
    """Without a command, show what there is."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
    return 0


for _step in (add, assign, answer, rate, copy, close, reopen):
    command.add_command(_step)


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
@options.option(
    "--state",
    type=options.text,
    multiple=True,
    metavar="STATE",
    shell_complete=options.completed_by("state"),
    help=N_("Only this state, such as assigned."),
)
@words("--body", "NAME", N_("Only what this body settles; a part of its name does."), several=True)
@words("--asker", "NAME", N_("Only from this asker, by a part of the name, or by its kind."))
@words("--about", "ID", N_("Only about this measure, policy or document."), several=True)
@options.option("--overdue", is_flag=True, help=N_("Only what waits beyond its day."))
@words("--from", "DATE", N_("Only what came in on or after this date."))
@words("--to", "DATE", N_("Only what came in on or before this date."))
@options.limit()
@options.output
@options.catalogue
@options.screen
def list_(limit: int | None, output: Output, catalogue: Catalogue, **asked: Any) -> int:
    """Show what passes."""
    wanted = Wanted(
        tuple(map(_state, asked["state"])),
        asked["body"],
        meant("asker", asked["asker"]),
        tuple(about(catalogue, name) for name in asked["about"]),
        asked["overdue"],
        typed(asked["from"]) if asked["from"] else "",
        typed(asked["to"]) if asked["to"] else "",
    )
    found = list(narrow(catalogue.problems(), wanted, today()))
    code = output.show(problems.listed(found, limit))
    if code:
        say(_("No problem passes these filters."))
    return code


def _state(word: str) -> str:
    """The state that a word in either language means.

    Raises:
        UsageError: It is none.
    """
    code = meant("state", word)
    if code not in STATES:
        known = labels.join(labels.coded("state", each) for each in STATES)
        sentence = _("{value} is no state of a problem; write one of: {known}")
        raise UsageError(sentence.format(value=repr(word), known=known))
    return code
