"""``policy validate``: what is wrong with catalogue files."""

import click

from policycli.cli import options
from policycli.cli.help import Command
from policycli.cli.options import Sources
from policycli.cli.output import Output, say
from policycli.files import members
from policycli.files.check import Review, review
from policycli.language import N_, _
from policycli.views import findings
from policycli.views.findings import Finding

__all__ = ["command"]


@click.command(
    "validate",
    cls=Command,
    help=N_("""\
Check catalogue files, and tell every fault with its file, line and key.

Warnings are told apart: no source, no date, an instrument without a name, a figure without \
period, a document with two titles. Exits with 0 where there is nothing to tell, 1 for warnings \
alone, 2 for faults. Without a PATH, all catalogues in use are checked."""),
    examples=(
        ("policy validate my.toml", N_("one file")),
        ("policy validate ledger/ --strict", N_("a folder; warnings are faults too")),
        ("policy validate --json | jq '.results[].line'", N_("for scripts")),
    ),
)
@click.argument("paths_", nargs=-1, type=options.text, metavar="[PATH]...")
@options.option("--strict", is_flag=True, help=N_("Take warnings for faults."))
@options.limit(None)
@options.output
@options.sources
@options.screen
def command(
    paths_: tuple[str, ...], strict: bool, limit: int | None, output: Output, sources: Sources
) -> int:
    """Show what was found, and count it on standard error."""
    named = paths_ or (*([members.bundled()] if sources.bundled else []), *sources.paths)
    checked = members.catalogue_files(named)
    found = review(checked)
    items = findings.findings(found.faults, found.warnings, strict=strict)
    output.show(findings.view(named, items, limit))
    say(_counts(len(checked), found, items))
    return max((2 if item.severity == "fault" else 1 for item in items), default=0)


def _counts(files_: int, found: Review, items: list[Finding]) -> str:
    faults = sum(item.severity == "fault" for item in items)
    sentence = _(
        "Files: {files}, policies: {policies}, measures: {measures}; "
        "faults: {faults}, warnings: {warnings}."
    )
    return sentence.format(
        files=files_,
        policies=found.policies,
        measures=found.measures,
        faults=faults,
        warnings=len(items) - faults,
    )
