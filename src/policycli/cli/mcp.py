"""``policy mcp``: the catalogue for assistants."""

import click

from policycli.cli import options
from policycli.cli.help import Command
from policycli.cli.options import Sources
from policycli.extras import missing
from policycli.language import N_, _

__all__ = ["command"]


@click.command(
    "mcp",
    cls=Command,
    help=N_("""\
Serve the catalogue to assistants (Model Context Protocol).

It speaks on standard input and output. Eight tools, all of which only read: coverage, search, \
show, check_citations, check, compare, figures, due. Every answer says what was searched and as \
of when. An assistant starts this command itself; docs/assistants.md shows how to tell it (needs \
policycli[mcp])."""),
    examples=(
        ("policy mcp", N_("what to put into the settings of an assistant")),
        (
            "policy mcp --catalogue laws.jsonl",
            N_("with a catalogue of laws too"),
        ),
    ),
)
@options.sources
@options.screen
def command(sources: Sources) -> int:
    """Serve until the assistant closes standard input."""
    try:
        from policycli.assistants.server import serve
    except ImportError as error:
        sentence = _("assistants need a library that is not installed: {command}")
        raise missing(sentence, "mcp") from error
    options.opened(sources)  # the index is made, and what is wrong is said, before a client waits
    serve(lambda: options.opened(sources).catalogue)
    return 0
