"""``policy completion``: the script that teaches a shell to complete."""

import click

from policycli.cli import options
from policycli.cli.help import Command
from policycli.language import N_

__all__ = ["command"]


@click.command(
    "completion",
    cls=Command,
    help=N_("""\
Print the script that switches on completion in a shell.

Commands, options, files, ids, the values of filters, and changes of a record (key=value) \
complete; ids by their letters, or by a piece of a title in either language."""),
    examples=(
        ('eval "$(policy completion bash)"', N_("in ~/.bashrc")),
        ('eval "$(policy completion zsh)"', N_("in ~/.zshrc")),
        ("policy completion fish | source", N_("in ~/.config/fish/config.fish")),
        ("policy completion powershell >> $PROFILE", N_("in PowerShell, once")),
    ),
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish", "powershell"]), metavar="SHELL")
@options.screen
def command(shell: str) -> int:
    """Print the script of ``shell``."""
    from click.shell_completion import get_completion_class

    from policycli.cli.group import COMPLETE, policy

    completer = get_completion_class(shell)
    assert completer  # noqa: S101 - click has them all
    click.echo(completer(policy, {}, "policy", COMPLETE).source())
    return 0
