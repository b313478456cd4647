"""``policy edit``: change one record of one's own."""

import os
import shlex
import subprocess
from collections.abc import Sequence

import click

from policycli.analysis.diff import changes
from policycli.cli import options
from policycli.cli.help import Command
from policycli.cli.opening import Opened
from policycli.cli.options import Sources
from policycli.cli.output import Output, say
from policycli.errors import UsageError
from policycli.files import members
from policycli.files.edit import Found, change, find, parse_changes
from policycli.files.read import read
from policycli.language import N_, _
from policycli.views.changes import view

__all__ = ["command"]

_AT_LINE = {"code": ("--goto", "{file}:{line}"), "subl": ("{file}:{line}",)}
_AT_LINE |= dict.fromkeys(("codium", "cursor"), _AT_LINE["code"])
_AT_LINE |= dict.fromkeys(("hx", "helix", "zed"), _AT_LINE["subl"])
_AT_LINE |= dict.fromkeys(
    (
        "vi",
        "vim",
        "nvim",
        "gvim",
        "nano",
        "micro",
        "emacs",
        "emacsclient",
        "kak",
        "joe",
        "mg",
        "ne",
    ),
    ("+{line}", "{file}"),
)


@click.command(
    "edit",
    cls=Command,
    help=N_("""\
Change one record of a catalogue of your own.

Remarks and order of the file stay, and nothing is written that would be a fault. Lists are \
甲、乙; figures[0].value and source.url go deeper; key= takes a key away. Without a key the file \
opens in $EDITOR at the record, and is checked afterwards."""),
    examples=(
        ("policy edit my-region status=repealed", N_("one value")),
        ("policy edit my-region.fund lead=省科技厅 deadline=2027", N_("several of a measure")),
        ("policy edit my-region.fund figures[0].value=200", N_("a figure")),
        ("policy edit my-region.fund", N_("in your editor")),
    ),
)
@click.argument(
    "id_", type=options.text, metavar="ID", shell_complete=options.completed_by("record")
)
@click.argument("words", nargs=-1, type=options.text, metavar="[KEY=VALUE]...")
@options.output
@options.sources
@options.screen
def command(id_: str, words: tuple[str, ...], output: Output, sources: Sources) -> int:
    """Change the record and show what changed."""
    opened = options.opened(sources)
    full_id = opened.catalogue.resolve(id_).id
    found = find(_own(opened), full_id)
    if found is None:
        raise UsageError(_bundled(full_id))
    if not words:
        return _in_editor(found)
    before, after = change(found, parse_changes(found, words))
    made = changes([before], [after])
    output.show(view([full_id, *words], made, None)._replace(command="edit"))
    if not made:
        say(_("It says so already."))
    return 0


def _own(opened: Opened) -> list[str]:
    """The files in use without the bundled one, even where it was named; not their copies."""
    bundled, copies = os.path.realpath(members.bundled()), opened.copies
    files = [copies.get(source.path, source.path) for source in opened.catalogue.info().sources]
    return [file for file in files if os.path.realpath(file) != bundled]


def _bundled(full_id: str) -> str:
    return _(
        "{id} is in the bundled catalogue, which is not yours to change: copy it with "
        "“policy show {policy} -f jsonl > my.jsonl”, give it an id of its own there, and register "
        "it with “policy catalogue add my.jsonl”"
    ).format(id=full_id, policy=full_id.partition(".")[0])


def _in_editor(found: Found) -> int:
    """Open the file and see what the user made of it."""
    words = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
    if not words:
        raise UsageError(_("no editor is known: set EDITOR, or write key=value"))
    ended = subprocess.run([*words, *_place(words, found)], check=False).returncode  # noqa: S603
    if ended:
        raise UsageError(_("the editor ended with {code}").format(code=ended))
    list(read(found.path))
    return 0


def _place(words: Sequence[str], found: Found) -> list[str]:
    """The arguments that open the file at the line, as far as the editor can."""
    name = os.path.splitext(os.path.basename(words[0]))[0].lower()
    pattern = _AT_LINE.get(name, ("{file}",))
    return [part.format(file=found.path, line=found.line) for part in pattern]
