"""``policy list``: everything of one sort."""

from collections.abc import Mapping
from typing import Any

import click

from policycli.catalogue import Catalogue
from policycli.cli import options
from policycli.cli.help import Command
from policycli.cli.notes import say
from policycli.cli.output import NOTHING_LEFT, Output
from policycli.language import N_, _
from policycli.views import listing
from policycli.views.model import View

__all__ = ["command"]

_SORTS = {
    "measures": N_("Measures."),
    "themes": N_("Themes, with how many records have each."),
    "documents": N_("Documents, with the records that name each."),
    "bodies": N_("Bodies that issue, lead or take part, with how often."),
}


def _sorts(function: Any) -> Any:
    for name in reversed(_SORTS):
        function = options.option(f"--{name}", is_flag=True, help=_SORTS[name])(function)
    return function


@click.command(
    "list",
    cls=Command,
    help=N_("""\
List policies, or measures, themes, documents or bodies.

Filters narrow every list. Exits with 1 if nothing matches."""),
    examples=(
        ("policy list", N_("all policies")),
        ("policy list --measures --region 湖北", N_("what both cities of a province do")),
        ("policy list --bodies --theme 成果转化", N_("who takes part in a theme")),
        ("policy list --measures -f csv > measures.csv", N_("for a spreadsheet")),
    ),
)
@_sorts
@options.filters
@options.limit()
@options.cited
@options.catalogue
@options.screen
def command(
    limit: int | None,
    filters: Mapping[str, tuple[str, ...]],
    output: Output,
    catalogue: Catalogue,
    **sorts: bool,
) -> int:
    """List what was asked for, and say so where filters leave nothing."""
    view = _view(catalogue, _sort(sorts), filters)
    code = output.show(view._replace(items=view.items[:limit]))
    if code:
        say(_(NOTHING_LEFT))
    return code


def _sort(sorts: Mapping[str, bool]) -> str:
    options.at_most_one(**sorts)
    return next((name for name, asked in sorts.items() if asked), "policies")


def _view(catalogue: Catalogue, sort: str, filters: Mapping[str, tuple[str, ...]]) -> View[Any]:
    chosen = catalogue.select(**filters)
    if sort == "policies":
        return options.dated(listing.policies(chosen.policies), catalogue)
    if sort == "measures":
        return options.dated(listing.measures(chosen.measures), catalogue)
    if sort == "documents":
        return listing.documents(chosen.documents)
    if sort == "themes":
        return listing.themes(chosen.heads, chosen.measures)
    return listing.bodies(chosen.heads, chosen.measures, chosen.documents)
