"""``policy help``: the help of a command, as its ``--help`` shows it."""

import click

from policycli.cli import options
from policycli.cli.help import Command
from policycli.language import N_

__all__ = ["command"]


def _skill(_ctx: click.Context) -> str:
    from policycli.cli.skill import lines

    return "\n".join(lines())


@click.command(
    "help",
    cls=Command,
    help=N_("Explain a command, as COMMAND --help does."),
    examples=(
        ("policy help search", N_("how to search")),
        ("policy help catalogue add", N_("a command inside another")),
        ("policy help", N_("all commands and the options that they share")),
        ("policy help --skill > SKILL.md", N_("what an assistant with a shell has to know")),
    ),
)
@click.argument(
    "names", nargs=-1, type=options.text, metavar="[COMMAND]...", shell_complete=options.commands
)
@options.notice(
    "--skill", say=_skill, help=N_("Show what assistants with a shell have to know, as a SKILL.md.")
)
@options.screen
@click.pass_context
def command(ctx: click.Context, names: tuple[str, ...]) -> int:
    """Show the help of the command that the names lead to."""
    found: click.Context | None = ctx.parent
    assert found is not None  # noqa: S101 - it is a command of the program
    for name in names:
        inner = found.command
        known = inner.list_commands(found) if isinstance(inner, click.Group) else []
        if not isinstance(inner, click.Group) or name not in known:
            raise click.NoSuchCommand(name, possibilities=known, ctx=found)
        named = inner.get_command(found, name)
        assert named is not None  # noqa: S101 - it is listed
        found = named.context_class(named, parent=found, info_name=name)
    click.echo(found.get_help())
    return 0
