"""``policy pick``: choose a record on a screen of its own."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import click

from policycli.catalogue import Catalogue
from policycli.cli import options
from policycli.cli.help import Command
from policycli.errors import UsageError
from policycli.extras import missing
from policycli.language import N_, _

__all__ = ["command"]


@contextmanager
def _measured_by_the_terminal() -> Iterator[None]:
    """Let standard output be the terminal, while the screen is drawn on standard error.

    textual asks standard output for the size of the screen, and ``$(policy pick)`` is a pipe.
    """
    kept = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    try:
        yield
    finally:
        os.dup2(kept, sys.stdout.fileno())
        os.close(kept)


@click.command(
    "pick",
    cls=Command,
    help=N_("""\
Choose a record: type, see what fits at every key, and take one.

Enter prints the id. Up and down choose, F2, F3 and F4 narrow by end, region and theme, Ctrl-Y \
copies the citation; TAB goes to the list, where c copies it too and o opens the source. Esc \
leaves, with exit 1 (needs policycli[pick])."""),
    examples=(
        ("policy pick", N_("among everything")),
        ("policy pick 基金 --region 湖北", N_("with a beginning, within filters")),
        ('policy show "$(policy pick)"', N_("what was chosen, in full")),
    ),
)
@click.argument("query", nargs=-1, type=options.text, metavar="[QUERY]...")
@options.filters
@options.catalogue
@options.screen
def command(
    query: tuple[str, ...], filters: Mapping[str, tuple[str, ...]], catalogue: Catalogue
) -> int:
    """Print the id of what was taken; 1 where nothing was."""
    try:
        from policycli.picker.app import Picker
    except ImportError as error:
        sentence = _("the picker needs a library that is not installed: {command}")
        raise missing(sentence, "pick") from error
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError(_("the picker needs a terminal; in scripts use “policy search”"))
    from policycli.picker.finder import Finder

    with _measured_by_the_terminal():
        picker = Picker(Finder(catalogue, filters), " ".join(query))
        taken = picker.run()
    if taken is None:
        return picker.return_code or 1
    click.echo(taken)
    return 0
