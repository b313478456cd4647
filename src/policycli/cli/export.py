"""``policy export``: policies as a file to hand on."""

import os
from collections.abc import Mapping

import click

from policycli.catalogue import Catalogue
from policycli.cli import options
from policycli.cli.files import ending
from policycli.cli.help import Command
from policycli.cli.notes import say
from policycli.cli.output import NOTHING_LEFT, Output
from policycli.errors import UsageError
from policycli.exchange import FORMATS, by_ending, content, empty_ledger
from policycli.exchange.excerpt import excerpt, newer
from policycli.files.write import check_free, write
from policycli.language import N_, _
from policycli.records.model import Policy
from policycli.text.dates import typed

__all__ = ["command"]


@click.command(
    "export",
    cls=Command,
    kinds=(N_("Files"), lambda: ((form.ending, form.use) for form in FORMATS)),
    help=N_("""\
Write policies to a file to hand on: a workbook, paper or page.

Its ending says what the file will be. The name of the file is its title. QUERY and filters make \
an excerpt."""),
    examples=(
        ("policy export 台账.xlsx", N_("everything, as a workbook")),
        ("policy export 湖北.docx --region 湖北", N_("an excerpt, as a paper")),
        ("policy export 财政厅.html 财政厅", N_("what a search finds, as a page")),
        ("policy export --template 台账.xlsx", N_("an empty ledger to fill in")),
        ("policy export new.toml --since 2023-06", N_("what is new, as a catalogue")),
    ),
)
@options.path("file", metavar="FILE")
@click.argument("query", nargs=-1, type=options.text, metavar="[QUERY]...")
@options.filters
@options.words(
    "--since", "DATE", N_("Only policies of this date or later; those without a date are left out.")
)
@options.option(
    "--template",
    "empty",
    is_flag=True,
    help=N_("An empty ledger (.xlsx) to fill in, with drop-downs and a sheet that explains it."),
)
@options.option("--force", is_flag=True, help=N_("Overwrite the file if it exists."))
@options.option(
    "--manifest",
    is_flag=True,
    help=N_("Write beside the file how it came about (FILE.manifest.json)."),
)
@options.catalogue
@options.screen
def command(
    file: str,
    query: tuple[str, ...],
    since: str,
    empty: bool,
    force: bool,
    manifest: bool,
    filters: Mapping[str, tuple[str, ...]],
    catalogue: Catalogue,
) -> int:
    """Write the file and say what is in it."""
    form = ending(file, by_ending())
    check_free(file, force=force)
    if empty:
        options.at_most_one(template=True, manifest=manifest, since=since, **filters)
        return _write_template(file, form, force=force)
    policies = newer(_chosen(catalogue, " ".join(query), filters), typed(since) if since else "")
    if not policies:
        say(_(NOTHING_LEFT))
        return 1
    title = os.path.splitext(os.path.basename(file))[0]
    made = Output("", "", file, force, manifest=manifest)
    made.check_manifest()
    write(file, content(form, policies, title), force=force)
    _tell(file, policies)
    made.add_manifest(" ".join(query) or None, len(policies), len(policies))
    return 0


def _write_template(file: str, form: str, *, force: bool) -> int:
    """Write the empty ledger.

    Raises:
        UsageError: The file is to be of another kind.
    """
    if form != ".xlsx":
        raise UsageError(_("{path}: a ledger to fill in ends in .xlsx").format(path=file))
    write(file, empty_ledger(), force=force)
    what = _("Wrote {path}; fill it in, then: policy import {path} -o my.toml")
    say(what.format(path=file))
    return 0


def _chosen(
    catalogue: Catalogue, query: str, filters: Mapping[str, tuple[str, ...]]
) -> list[Policy]:
    """Everything, or what the query finds and the filters let through."""
    chosen = catalogue.select(query, **filters)
    policies = [entry.record for entry in chosen.policies]
    return excerpt(policies, chosen.ids(policy.id for policy in policies))


def _tell(file: str, policies: list[Policy]) -> None:
    measures = sum(len(policy.measures) for policy in policies)
    sentence = _("Wrote {path}; policies: {policies}, measures: {measures}.")
    say(sentence.format(path=file, policies=len(policies), measures=measures))
