"""``policy catalogue``: the catalogues that are used without being named."""

import os
from collections.abc import Iterable

import click

from policycli.cli import options
from policycli.cli.help import Command, Group
from policycli.cli.notes import say
from policycli.cli.opening import Stale, keep_states
from policycli.cli.options import Sources
from policycli.cli.output import Output
from policycli.errors import CatalogueError, UsageError
from policycli.files.kept import forget
from policycli.files.members import catalogue_files
from policycli.files.registered import register, registered, unregister
from policycli.files.template import template
from policycli.files.write import write
from policycli.language import N_, _
from policycli.views.registered import Registered, view

__all__ = ["command"]


@click.group(
    "catalogue",
    cls=Group,
    help=N_("""\
Register catalogues of your own, or begin one.

A registered file or folder is used by every command, beside the bundled catalogue and those of \
--catalogue."""),
    examples=(
        ("policy catalogue init my.toml", N_("begin a catalogue")),
        ("policy catalogue add my.toml", N_("use it from now on")),
        ("policy catalogue list", N_("what is registered")),
        ("policy catalogue remove my.toml", N_("stop using it; the file stays")),
    ),
)
@options.screen
def command() -> None:
    """The group: what there is, without a command."""


@command.command(
    "add",
    cls=Command,
    help=N_("""\
Use a catalogue file or folder from now on.

It is checked first, together with those already in use; one with faults is not registered."""),
    examples=(
        ("policy catalogue add my.toml", N_("one file")),
        ("policy catalogue add ledger/", N_("a folder, with what will be put into it later")),
    ),
)
@click.argument("named", type=click.Path(), metavar="PATH")
@options.output
@options.screen
def add(named: str, output: Output) -> int:
    """Register a path and build its index."""
    catalogue_files([named])
    found = options.opened(Sources((named,), bundled=True))
    path = register(named)
    files = catalogue_files([path])
    keep_states([path], {file: file for file in files}, found.catalogue)
    return output.show(view(named, [Registered(path, "ready", len(files))]))


@command.command(
    "list",
    cls=Command,
    help=N_("List the registered catalogues. Exits with 1 where there are none."),
    examples=(
        ("policy catalogue list", N_("paths, and whether they can be used")),
        ("policy catalogue list --json", N_("for scripts")),
    ),
)
@options.output
@options.screen
def list_(output: Output) -> int:
    """Show the list."""
    own = registered()
    stale = options.opened(Sources((), bundled=True)).stale if own else ()
    code = output.show(view(None, [_state(path, stale) for path in own]))
    if code:
        say(_("No catalogue is registered; “policy catalogue add PATH” registers one."))
    return code


@command.command(
    "remove",
    cls=Command,
    help=N_("Remove a file or folder from the list. The file itself is not touched."),
    examples=(("policy catalogue remove my.toml", N_("stop using it")),),
)
@click.argument("named", type=click.Path(), metavar="PATH")
@options.output
@options.screen
def remove(named: str, output: Output) -> int:
    """Forget a path."""
    path = unregister(named)
    forget(path)
    return output.show(view(named, [Registered(path, "removed", 0)]))


@command.command(
    "init",
    cls=Command,
    help=N_("""\
Begin a catalogue: a file with one record of every kind, and remarks on what to write.

Without FILE it is policies.toml in the current folder."""),
    examples=(
        ("policy catalogue init", N_("policies.toml in the current folder")),
        ("policy catalogue init my.toml --lang zh", N_("with remarks in Chinese")),
    ),
)
@click.argument("file", default="policies.toml", type=click.Path(), metavar="[FILE]")
@options.option("--force", is_flag=True, help=N_("Overwrite an existing file."))
@options.screen
def init(file: str, force: bool) -> int:
    """Write the template."""
    if not file.lower().endswith(".toml"):
        raise UsageError(_("{path}: the name has to end in .toml").format(path=file))
    write(file, template(), force=force)
    sentence = _("Wrote {path}; change it, then register it with “policy catalogue add {path}”.")
    say(sentence.format(path=file))
    return 0


def _state(path: str, stale: Iterable[Stale]) -> Registered:
    inside = os.path.join(path, "")
    faults = [str(each.fault) for each in stale if f"{each.path}{os.sep}".startswith(inside)]
    try:
        files = len(catalogue_files([path]))
    except CatalogueError as error:
        return Registered(path, "missing", 0, error.faults[0].message)
    return Registered(path, "faulty" if faults else "ready", files, "; ".join(faults))
