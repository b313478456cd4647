"""The command ``policy``: its commands are loaded when they are named."""

import os
from importlib import import_module
from typing import Any

import click

from policycli import __version__
from policycli.cli.help import Group
from policycli.cli.options import notice, screen
from policycli.language import N_, _

__all__ = ["COMMANDS", "COMPLETE", "GROUPS", "invoke", "policy"]

COMPLETE = "_POLICY_COMPLETE"
GROUPS = {
    N_("Look up"): ("search", "show", "list", "pick"),
    N_("Across policies"): ("figures", "compare", "matrix", "timeline", "documents"),
    N_("Your own"): ("import", "export", "edit", "diff", "news", "validate", "catalogue"),
    N_("Review"): ("check", "screen"),
    N_("Office"): ("problem",),
    N_("Other"): ("info", "config", "mcp", "completion", "help"),
}
"""The commands by their purpose, in the order of help."""

COMMANDS = tuple(name for names in GROUPS.values() for name in names)
_MODULES = {"import": "import_", "help": "help_command"}  # a word of Python, and a module of ours


class _Group(Group):
    """A group whose commands are modules of this package, each with a ``command``."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = _MODULES.get(cmd_name, cmd_name)
        command: click.Command = import_module(f"policycli.cli.{module}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands under what people want, each with what it does."""
        longest = max(map(len, COMMANDS))
        for purpose, names in GROUPS.items():
            found = [(name.ljust(longest), self.get_command(ctx, name)) for name in names]
            rows = [(name, each.get_short_help_str()) for name, each in found if each]
            with formatter.section(_(purpose)):
                formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            raise click.NoSuchCommand(args[0], possibilities=COMMANDS, ctx=ctx)
        return super().resolve_command(ctx, args)

    def overview(self, ctx: click.Context) -> str:
        """What a screen of 24 lines has room for: the commands by their purpose, and examples."""
        text, formatter = self.help or "", ctx.make_formatter()
        self.format_usage(ctx, formatter)
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_(text).split("\n\n")[0])
        with formatter.section(_("Commands")):
            rows = [(_(purpose), "  ".join(names)) for purpose, names in GROUPS.items()]
            formatter.write_dl(rows)
        self.format_epilog(ctx, formatter)
        formatter.write_paragraph()
        formatter.write_text(
            _("“policy help COMMAND” explains one, “policy --help” says what each is for.")
        )
        return formatter.getvalue().rstrip("\n")


@click.group(
    cls=_Group,
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
def policy() -> None:
    """The group of all commands."""


def invoke(args: list[str]) -> int:
    """Run a command line, or answer a shell that wants completions, and return the exit code.

    ``click.Command.main`` would do so too, but turns a closed pipe into an error.
    """
    asked = os.environ.get(COMPLETE)
    if asked:
        from click.shell_completion import shell_complete

        return shell_complete(policy, {}, "policy", COMPLETE, asked)
    try:
        with policy.make_context("policy", args, obj=tuple(args)) as ctx:
            code: Any = policy.invoke(ctx)
    except click.exceptions.Exit as end:
        code = end.exit_code
    return int(code)
