"""``policy import``: take documents in as draft records."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence

import click

from policycli.cli import options
from policycli.cli.failures import system_error
from policycli.cli.help import Command
from policycli.cli.output import Output, say
from policycli.errors import DocumentError
from policycli.exchange.intake import taken
from policycli.ingest.extract.draft import Draft
from policycli.ingest.merging.catalogue import opened, save
from policycli.ingest.merging.merge import Outcome
from policycli.ingest.readers import kinds
from policycli.ingest.readers.folders import document_files
from policycli.language import N_, _, ngettext
from policycli.text.dates import typed
from policycli.views.imported import Failure, Item, view

__all__ = ["command"]

_LEFT = ("unchanged", "duplicate")
_SHOWN = 8  # conflicts of a policy that are told by name; the file marks all of them


@click.command(
    "import",
    cls=Command,
    kinds=(N_("Documents"), lambda: ((" ".join(r.endings), r.reads) for r in kinds.READERS)),
    help=N_("""\
Take in documents as draft records, and ledgers.

Finds title, issuers, number, dates, place, measures with their wording, figures and named \
documents, and marks what is uncertain with “# check:”. A workbook, and a paper that export wrote, \
come back under the ids they have. A folder or an archive stands for the documents in it, - for \
standard input. \
Importing again keeps what was changed by hand; where the document has \
changed too, that is a conflict, and the exit is 1. Files that cannot be read are told, and the \
exit is 2. A file is read as what is in it, whatever its name."""),
    examples=(
        ("policy import notice.docx", N_("print the drafts")),
        ("policy import notice.docx -o my.toml", N_("add them to a catalogue")),
        ("policy import papers/ -o my.toml", N_("all documents of a folder")),
        ("policy import 台账.xlsx -o my.toml", N_("what was changed in an exported ledger")),
        ("policy import b.md --date 2023-10 -o my.toml", N_("今年 is then 2023")),
        ("policy import notice.pdf --json", N_("only count")),
    ),
)
@click.argument("names", nargs=-1, required=True, metavar="FILE...")
@options.option(
    "-o",
    "--output",
    "path",
    metavar="CATALOGUE",
    default="",
    help=N_(
        "The .toml file that takes the drafts in, there already or not; else they are printed."
    ),
)
@options.option(
    "--date",
    "written",
    type=options.text,
    metavar="DATE",
    default="",
    help=N_("The date of documents that do not state theirs."),
)
@options.option(
    "--force",
    is_flag=True,
    help=N_("Where both the document and the catalogue were changed, take the document's word."),
)
@options.formats
@options.screen
def command(names: tuple[str, ...], path: str, written: str, force: bool, output: Output) -> int:
    """Read all documents, then write once."""
    written = typed(written) if written else ""
    target = opened(path)
    files, skipped = document_files(names)
    if not files:
        raise DocumentError(_("{path}: no documents in this folder").format(path=names[0]))
    bar = any(map(os.path.isdir, names))
    read = [each for file in _watched(files, bar=bar) for each in _read(file, written)]
    found = [each for each in read if not isinstance(each, Failure)]
    failures = [each for each in read if isinstance(each, Failure) and each.how == "failed"]
    passed = [Failure(file, f"{file}: {why}", "skipped") for file, why in skipped]
    passed += [each for each in read if isinstance(each, Failure) and each.how == "skipped"]
    merged = save(target, [draft for _file, draft in found], force=force)
    pairs = zip((file for file, _draft in found), merged.outcomes, strict=True)
    items: list[Item] = [*pairs, *failures, *passed]
    if path or output.form:
        output.show(view(names, items))
    else:
        sys.stdout.write(merged.text)
    for each in passed:
        say(_("Skipped: {message}").format(message=each.error))
    _tell(failures, merged.outcomes)
    for file, draft in found:
        for check in draft.checks if draft.exported is not None else ():
            say(f"{file}: {check.what}")
    return 2 if failures else int(any(each.how == "conflict" for each in merged.outcomes))


def _read(file: str, written: str) -> Iterator[tuple[str, Draft] | Failure]:
    """The drafts of a file and of the documents inside it, each with its path, or why not."""
    try:
        for document, drafts in taken(file, written):
            yield from ((document.path, draft) for draft in drafts)
            if document.error:
                how = "skipped" if document.skipped else "failed"
                yield Failure(document.path, document.error, how)
    except (DocumentError, OSError) as error:
        yield Failure(file, _sentence(error))


def _sentence(error: Exception) -> str:
    if isinstance(error, OSError):
        return system_error(error)
    return str(error)


def _watched(files: Sequence[str], *, bar: bool) -> Iterable[str]:
    """The files, with a bar on the terminal that tells how far the import of a folder is."""
    if not (bar and sys.stderr.isatty()):
        return files
    from policycli.render.terminal import progress

    return progress(files, sys.stderr)


def _tell(failures: Sequence[Failure], outcomes: Sequence[Outcome]) -> None:
    """Tell on standard error what people have to do."""
    for failure in failures:
        say(_("Error: {message}").format(message=failure.error))
    for outcome in outcomes:
        if outcome.conflicts:
            said = _("{id}: catalogue and document both changed, and the catalogue stays: {keys}")
            more = ["…"] * (len(outcome.conflicts) > _SHOWN)
            keys = ", ".join([*outcome.conflicts[:_SHOWN], *more])
            say(said.format(id=outcome.id, keys=keys))
    written = [outcome for outcome in outcomes if outcome.how not in _LEFT]
    checks = sum(len(outcome.draft.checks) for outcome in written)
    if checks:
        what = ngettext(
            "{n} place is marked “# check:”; look at it.",
            "{n} places are marked “# check:”; look at them.",
            checks,
        )
        say(what.format(n=checks))
