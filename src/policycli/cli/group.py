"""The command ``policy``: its commands are loaded when they are named."""

import os
from importlib import import_module
from typing import Any

import click

from policycli import __version__
from policycli.cli.help import Command
from policycli.cli.options import notice, screen
from policycli.language import N_

__all__ = ["COMMANDS", "COMPLETE", "invoke", "policy"]

COMPLETE = "_POLICY_COMPLETE"
COMMANDS = (
    "search",
    "show",
    "list",
    "figures",
    "compare",
    "matrix",
    "timeline",
    "documents",
    "import",
    "export",
    "edit",
    "diff",
    "validate",
    "catalogue",
    "info",
    "completion",
)  # in the order of help
_MODULES = {"import": "import_"}  # import is a word of Python itself


class _Group(Command, click.Group):
    """A group whose commands are modules of this package, each with a ``command``."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = _MODULES.get(cmd_name, cmd_name)
        command: click.Command = import_module(f"policycli.cli.{module}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            raise click.NoSuchCommand(args[0], possibilities=COMMANDS, ctx=ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Group,
    invoke_without_command=True,
    help=N_("""\
Look up Chinese science-and-technology policy measures.

Words may be Chinese, even with a wrong character, pinyin, initials or English."""),
    examples=(
        ("policy search 成果转化", N_("measures about turning research into products")),
        ("policy show guizhou.ledger", N_("one measure in full")),
        ("policy list --region 浙江", N_("the policies of a region")),
    ),
)
@notice("--version", say=lambda _ctx: f"policy {__version__}", help=N_("Show the version."))
@screen
@click.pass_context
def policy(ctx: click.Context) -> int:
    """Without a command, show what there is."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
    return 0


def invoke(args: list[str]) -> int:
    """Run a command line, or answer a shell that wants completions, and return the exit code.

    ``click.Command.main`` would do so too, but turns a closed pipe into an error.
    """
    asked = os.environ.get(COMPLETE)
    if asked:
        from click.shell_completion import shell_complete

        return shell_complete(policy, {}, "policy", COMPLETE, asked)
    try:
        with policy.make_context("policy", args) as ctx:
            code: Any = policy.invoke(ctx)
    except click.exceptions.Exit as end:
        code = end.exit_code
    return int(code)
