"""``policy documents``: the named papers of all policies."""

from collections.abc import Mapping
from typing import Any

import click

from policycli.analysis.documents import papers
from policycli.catalogue import Catalogue
from policycli.cli import options
from policycli.cli.help import Command
from policycli.cli.notes import say
from policycli.cli.output import NOTHING_LEFT, Output
from policycli.language import N_, _
from policycli.views import documents

__all__ = ["command"]


@click.command(
    "documents",
    cls=Command,
    help=N_("""\
List named documents (《…》) and the records that name them.

Each has its role, date and state. What several records of a policy name is listed once."""),
    examples=(
        ("policy documents", N_("all of them")),
        ("policy documents --region 浙江", N_("those of a region")),
        ("policy show 《产业人才8条》", N_("one document")),
        ("policy documents -o documents.csv", N_("for a spreadsheet")),
    ),
)
@options.filters
@options.limit()
@options.cited
@options.catalogue
@options.screen
def command(
    limit: int | None, filters: Mapping[str, Any], output: Output, catalogue: Catalogue
) -> int:
    """Show the documents that the records that pass name."""
    code = output.show(documents.view(papers(catalogue.documents(**filters)), limit))
    if code:
        say(_(NOTHING_LEFT))
    return code
