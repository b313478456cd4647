"""``policy diff``: what changed between two states of a catalogue."""

import click

from policycli.cli import options
from policycli.cli.help import Command
from policycli.cli.notes import say
from policycli.cli.output import Output
from policycli.language import N_, _
from policycli.views import changes

__all__ = ["command"]


@click.command(
    "diff",
    cls=Command,
    help=N_("""\
Show what changed from OLD to NEW (立、改、废、释).

Of a changed wording it shows the words, and what they come to: figures, deadlines, a duty that \
became a choice, bodies, conditions.

Both are catalogue files or folders; git:REV stands for the other one as it was in that revision \
of its git repository. Exits with 0 if nothing differs, else with 1."""),
    examples=(
        ("policy diff 2023.toml 2024.toml", N_("two files")),
        ("policy diff git:HEAD my.toml", N_("what is not committed yet")),
        ("policy diff git:v1.0 ledger/ -f md", N_("a folder since a tag, for a report")),
        ("policy diff old.toml new.toml --json", N_("every field and figure, for scripts")),
    ),
)
@options.path("old", metavar="OLD")
@options.path("new", metavar="NEW")
@options.limit()
@options.listed
@options.screen
def command(old: str, new: str, limit: int | None, output: Output) -> int:
    """Show the changes, and say so where there are none."""
    from policycli.analysis.states import diff

    found = diff(old, new)
    output.show(changes.view((old, new), found, limit))
    if not found:
        say(_("No differences."))
    return 1 if found else 0
