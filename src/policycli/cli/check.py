"""``policy check``: a draft against everything known."""

import os
from typing import TYPE_CHECKING, Any

import click

from policycli.cli import options
from policycli.cli.help import Command
from policycli.cli.notes import say
from policycli.cli.output import Output
from policycli.errors import UsageError
from policycli.exchange.opinion import FORMATS, Writer, commenter, writer
from policycli.files.members import bundled
from policycli.language import N_, _
from policycli.review.options import BASES
from policycli.views import review as views
from policycli.views.review_labels import CONCLUSIONS, looked_at

if TYPE_CHECKING:
    from policycli.catalogue import Catalogue

__all__ = ["command"]

_SEVERITIES = ("error", "warning", "note")


@click.command(
    "check",
    cls=Command,
    kinds=(N_("Files"), lambda: ((form.ending, form.use) for form in FORMATS)),
    help=N_("""\
Review a draft against what already holds.

It tells where the draft differs from, contradicts or leaves out what holds. DRAFT is a paper \
(.docx, .pdf, .html, .txt, .md), the id of a policy, or - for standard input. It is read clause \
by clause against the catalogues in use: figures, deadlines, duties, bodies, conditions, \
citations, red lines, and what does not fit within it. Exits with 0 where nothing was found, 1 \
for findings, 2 for bad input. People decide; this only helps them to look."""),
    examples=(
        ("policy check draft.docx --catalogue laws.jsonl", N_("against a catalogue of laws")),
        ("policy check draft.docx --severity note", N_("notes too")),
        ("policy check my-rule --replaces old-rule", N_("a new version; the old one is no basis")),
        ("policy check draft.docx --explain", N_("why each was found")),
        ("policy check --only cites - < answer.txt", N_("only the citations of any text")),
        ("policy check draft.docx -o 评价意见.docx", N_("a paper to sign: .docx; .xlsx to answer")),
        ("policy check draft.docx -o 批注.docx --comments", N_("the draft, with comments in it")),
        ("policy check draft.docx --json", N_("for scripts")),
    ),
)
@options.path("draft", metavar="DRAFT")
@options.option(
    "--bases",
    type=click.Choice(BASES),
    metavar="WHICH",
    help=N_("higher, same (region), sister (regions) or all; else higher and same."),
)
@options.words("--against", "ID", N_("Read it against these papers only."), several=True)
@options.words(
    "--replaces",
    "ID",
    N_("The version whose place it takes: no basis; what changes in it is shown."),
)
@options.words(
    "--only",
    "KIND",
    N_("Only findings of this kind, such as figure, cites or red-line."),
    several=True,
)
@options.words("--ignore", "RULE", N_("Leave out findings of this rule or kind."), several=True)
@options.option(
    "--severity",
    type=click.Choice(_SEVERITIES),
    metavar="LEAST",
    default="warning",
    help=N_("Show errors, warnings (error, warning) or notes too (note)."),
)
@options.words("--region", "NAME", N_("Region of the draft, where its head does not say it."))
@options.words("--level", "LEVEL", N_("Level of the draft, such as 地方性法规 or 规范性文件."))
@options.words("--date", "DATE", N_("Date of the draft."))
@options.option(
    "--explain",
    is_flag=True,
    help=N_("Say why of each finding: rule, norms compared, what else was considered."),
)
@options.option(
    "--comments",
    is_flag=True,
    help=N_("With a .docx draft and -o: write that draft, a comment at each place."),
)
@options.limit()
@options.output_of(*(form.ending for form in FORMATS))
@options.catalogue
@options.screen
def command(
    draft: str,
    bases: str | None,
    severity: str,
    limit: int | None,
    explain: bool,
    comments: bool,
    output: Output,
    catalogue: "Catalogue",
    **asked: Any,
) -> int:
    """Show what was found, and say on standard error what it comes to and what was looked at."""
    from policycli.review.front import check

    made = _file(draft, output, comments=comments)
    found = check(draft, catalogue, bases=bases or "", **asked)
    say(_("The draft is {conclusion}.").format(conclusion=_(CONCLUSIONS[found.conclusion])))
    if made is not None:
        names = [_name(source.path) for source in catalogue.info().sources]
        output.save(made(found, severity, names))
    else:
        output.show(views.view(found, severity, limit, explain=explain))
    say(looked_at(found))
    return int(bool(views.shown(found, severity)))


def _file(draft: str, output: Output, *, comments: bool) -> Writer | None:
    """What makes the file that is asked for; ``None`` where the answer is no such file.

    Raises:
        UsageError: It cannot be written; that is said before the review, which takes its time.
    """
    if comments:
        _require_word(draft, output)
    output.require_place()
    if comments:
        return commenter()
    return writer(output.own_ending) if output.own_ending else None


def _require_word(draft: str, output: Output) -> None:
    """Comments stand in a Word document alone.

    Raises:
        UsageError: The draft is none, or none is to be written.
    """
    if not draft.lower().endswith(".docx") or output.own_ending != ".docx":
        raise UsageError(_("--comments needs a draft in .docx, and -o with a name in .docx"))


def _name(path: str) -> str:
    """What a paper calls a catalogue."""
    return _("the bundled catalogue") if path == bundled() else os.path.basename(path)
