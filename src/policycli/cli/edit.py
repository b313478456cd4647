"""``policy edit``: change one record of one's own."""

from typing import Any

import click

from policycli.analysis.diff import changes
from policycli.cli import options
from policycli.cli.help import Command
from policycli.cli.names import meant
from policycli.cli.notes import say
from policycli.cli.options import Sources
from policycli.cli.output import Output
from policycli.errors import UsageError
from policycli.files.edit import change, find
from policycli.files.typed import parse_changes
from policycli.language import N_, _
from policycli.records.ids import alone, parts
from policycli.records.model import Entry, Problem
from policycli.views import cards
from policycli.views.changes import view

__all__ = ["command"]


@click.command(
    "edit",
    cls=Command,
    help=N_("""\
Change one record of a catalogue of your own.

The file keeps its comments and order, and nothing faulty is written; a read-only file needs \
--force. Write lists as 甲、乙; figures[0].value and source.url reach inside; key= removes a key. \
Without a key the file opens in $EDITOR at the record; if your text has faults, you edit it again, \
discard it, or save it beside the file."""),
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
@click.argument(
    "words",
    nargs=-1,
    type=options.text,
    metavar="[KEY=VALUE]...",
    shell_complete=options.completed_by("change"),
)
@options.output
@options.sources
@options.screen
def command(id_: str, words: tuple[str, ...], output: Output, sources: Sources) -> int:
    """Change the record and show what changed."""
    opened = options.opened(sources)
    full_id = meant(opened.catalogue.meant, id_, opened.catalogue).entries[0].id
    found = find(opened.own, full_id)
    if found is None:
        raise UsageError(_bundled(full_id))
    if not words:
        from policycli.cli.editor import edit

        return edit(found, force=output.force)
    before, after = change(found, parse_changes(found.kind, words), force=output.force)
    if found.kind is Problem:
        entry: Entry[Any] = alone(after)
        return output.show(cards.view([entry], [full_id, *words])._replace(command="edit"))
    made = changes([before], [after])
    output.show(view([full_id, *words], made, None)._replace(command="edit"))
    if not made:
        say(_("Nothing to change."))
    return 0


def _bundled(full_id: str) -> str:
    return _(
        "{id} is in the bundled catalogue, which is not yours to change: copy it with "
        "“policy show {policy} -f jsonl > my.jsonl”, give it an id of its own there, and register "
        "it with “policy catalogue add my.jsonl”"
    ).format(id=full_id, policy=parts(full_id)[0])
