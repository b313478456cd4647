"""``policy validate``: what is wrong with catalogue files."""

from collections.abc import Iterable, Sequence
from typing import Any

import click

from policycli.cli import options
from policycli.cli.help import Command
from policycli.cli.notes import say
from policycli.cli.options import Sources
from policycli.cli.output import Output
from policycli.errors import UsageError
from policycli.files import members
from policycli.files.check import Checked, check, rules
from policycli.files.marks import marks_of
from policycli.finding import Finding
from policycli.language import N_, _, ngettext
from policycli.views import findings, marks

__all__ = ["command"]


def _complete_rule(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> Any:
    """The rules that may be ignored; faults may not."""
    names = (rule.name for rule in rules().values() if rule.severity != "error")
    return [name for name in names if name.startswith(incomplete)]


@click.command(
    "validate",
    cls=Command,
    help=N_("""\
Check catalogue files: every fault with its file, line and key.

Warnings are listed apart; --rules lists the rules, and --checks what an import left to be \
looked at. Exits with 0 if nothing was found, 1 for \
warnings alone, 2 for faults. Without a PATH, all catalogues in use are checked."""),
    examples=(
        ("policy validate my.toml", N_("one file")),
        ("policy validate ledger/ --strict", N_("a folder; warnings are faults too")),
        ("policy validate --ignore no-date", N_("without the warnings of one rule")),
        ("policy validate my.toml --checks", N_("what an import was not sure of")),
        ("policy validate --rules", N_("what is looked for")),
        ("policy validate --json | jq '.results[].line'", N_("for scripts")),
    ),
)
@options.path("paths_", nargs=-1, metavar="[PATH]...")
@options.option("--strict", is_flag=True, help=N_("Treat warnings as faults."))
@options.words(
    "--ignore",
    "RULE",
    N_("Leave out the warnings of this rule."),
    called="ignored",
    several=True,
    by=_complete_rule,
)
@options.option("--rules", "listing", is_flag=True, help=N_("List the rules, and check nothing."))
@options.option(
    "--checks",
    "marked",
    is_flag=True,
    help=N_("List the “# check:” marks that imports left, with the words they were read from."),
)
@options.limit()
@options.output
@options.sources
@options.screen
def command(
    paths_: tuple[str, ...],
    strict: bool,
    ignored: tuple[str, ...],
    listing: bool,
    marked: bool,
    limit: int | None,
    output: Output,
    sources: Sources,
) -> int:
    """Show what was found, and count it on standard error."""
    if listing and marked:
        raise UsageError(_("--rules and --checks list different things: give one of them"))
    if listing:
        return output.show(findings.rules_view(list(rules().values()), limit))
    _check_ignored(ignored)
    named = paths_ or (*([members.bundled()] if sources.bundled else []), *sources.paths)
    files = members.catalogue_files(named)
    if marked:
        left = list(marks_of(files))
        output.show(marks.view(named, left, limit))
        say(_marked(len(files), len(left)))
        return (2 if strict else 1) if left else 0
    found = check(files)
    items = _wanted(found.findings, ignored, strict=strict)
    output.show(findings.view(named, items, limit))
    say(_counts(len(files), found, items))
    return max((2 if item.severity == "error" else 1 for item in items), default=0)


def _marked(files: int, left: int) -> str:
    sentence = ngettext(
        "Files: {files}; {n} place is marked “# check:”.",
        "Files: {files}; {n} places are marked “# check:”.",
        left,
    )
    return sentence.format(files=files, n=left)


def _check_ignored(names: Iterable[str]) -> None:
    """See that there are rules of these names, which may be ignored."""
    for name in names:
        rule = rules().get(name)
        if rule is None:
            raise UsageError(_no_rule(name))
        if rule.severity == "error":
            sentence = _("{rule} is a fault, and what has one cannot be used: mend it instead")
            raise UsageError(sentence.format(rule=name))


def _no_rule(name: str) -> str:
    from rapidfuzz import process

    near = [found for found, _score, _at in process.extract(name, list(rules()), score_cutoff=60)]
    sentence = _("{name} is not a rule; “policy validate --rules” lists them")
    if near:
        sentence = _("{name} is not a rule; did you mean {near}?")
    return sentence.format(name=repr(name), near=", ".join(near))


def _wanted(found: Iterable[Finding], ignored: Sequence[str], *, strict: bool) -> Sequence[Finding]:
    kept = [item for item in found if item.rule not in ignored]
    return [item._replace(severity="error") for item in kept] if strict else kept


def _counts(files: int, found: Checked, items: Sequence[Finding]) -> str:
    faults = sum(item.severity == "error" for item in items)
    sentence = _(
        "Files: {files}, policies: {policies}, measures: {measures}, problems: {problems}; "
        "faults: {faults}, warnings: {warnings}."
    )
    return sentence.format(
        files=files,
        policies=found.policies,
        measures=found.measures,
        problems=found.problems,
        faults=faults,
        warnings=len(items) - faults,
    )
