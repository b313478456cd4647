"""``policy screen``: whether a research project needs an ethics review."""

import os
from typing import Any

import click

from policycli.cli import options
from policycli.cli.failures import system_error
from policycli.cli.help import Command
from policycli.cli.notes import say
from policycli.cli.output import Output
from policycli.errors import DocumentError
from policycli.ethics.rules import rules
from policycli.ethics.screen import region_code, screen
from policycli.exchange import report
from policycli.ingest.readers.folders import document_files
from policycli.language import N_, _
from policycli.views import screening as views

__all__ = ["command"]


def _complete_region(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    from policycli.codes import wordings

    codes = dict.fromkeys(route.region for route in rules().book.routes)
    names = (name for code in codes for name in wordings("region", code))
    return [name for name in names if name.lower().startswith(incomplete.lower())]


@click.command(
    "screen",
    cls=Command,
    help=N_("""\
Say whether a project needs an ethics review, and of which kind.

It says why, too. FILE is the description of a project in Chinese (.docx, .pdf, .txt …), a folder \
of them, or - for standard input. It is held against 科技伦理审查办法（试行）; docs/screen.md \
tells how, and what it cannot see. Exits with 0 where nothing was found, 1 where a review is \
needed or something has to be clarified, 2 for bad input. A committee decides; this only helps it \
to look."""),
    examples=(
        ("policy screen 申报书.docx", N_("one project")),
        ("policy screen - < project.txt", N_("what another program writes")),
        ("policy screen projects/ -f csv", N_("a table of all projects of a folder")),
        ("policy screen 申报书.docx --region 浙江", N_("with the way of review in a region")),
        ("policy screen projects/ -o 建议.docx", N_("a paper to sign: .docx, .html or .md")),
        ("policy screen a.txt --rules ours.toml", N_("with rules and words of one's own")),
    ),
)
@options.path("names", nargs=-1, required=True, metavar="FILE...")
@options.words(
    "--region", "NAME", N_("Tell the way of review in this region besides."), by=_complete_region
)
@options.words(
    "--rules",
    "FILE",
    N_("A .toml file of rules and words beside the bundled ones."),
    called="rule_files",
    several=True,
    by=options.complete_path,
)
@options.output_of(*report.ENDINGS)
@options.screen
def command(
    names: tuple[str, ...], region: str, rule_files: tuple[str, ...], output: Output
) -> int:
    """Screen all files, then show what was found."""
    region_code(region, rules(*rule_files))  # said before anything is read
    output.require_place()
    files, skipped = document_files(names)
    if not files:
        raise DocumentError(_("{path}: no documents in this folder").format(path=names[0]))
    items = [_screened(file, rule_files=rule_files, region=region) for file in files]
    failures = [item for item in items if isinstance(item, views.Failure)]
    if len(failures) == len(items) == 1:
        raise DocumentError(failures[0].error)
    for file, why in skipped:
        say(_("Skipped: {message}").format(message=f"{file}: {why}"))
    for failure in failures:
        say(_("Error: {message}").format(message=failure.error))
    screenings = [item for item in items if not isinstance(item, views.Failure)]
    if output.own_ending and screenings:
        output.save(report.content(output.own_ending, screenings))
    elif not output.own_ending:
        output.show(views.view(names, items))
    return 2 if failures else int(any(_verdict(item) != "none" for item in items))


def _screened(file: str, **asked: Any) -> views.Item:
    try:
        return screen(file, **asked) if os.path.exists(file) or file == "-" else _missing(file)
    except DocumentError as error:
        return views.Failure(file, str(error))
    except OSError as error:
        return views.Failure(file, system_error(error))


def _missing(file: str) -> views.Failure:
    return views.Failure(file, f"{file}: " + _("no such file or folder"))


def _verdict(item: views.Item) -> str:
    return "" if isinstance(item, views.Failure) else item.verdict
