"""``policy import``: take documents in as draft records."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence

import click

from policycli.cli import options
from policycli.cli.help import Command
from policycli.cli.notes import say
from policycli.cli.output import Output
from policycli.errors import DocumentError, UsageError
from policycli.exchange.intake import Taken
from policycli.exchange.reading import Order, Read, read, side_by_side
from policycli.files.marks import Mark
from policycli.ingest.extract.ledgers.headings import asked, plain
from policycli.ingest.merging.catalogue import Merged, Outcome, opened, save
from policycli.ingest.readers import kinds, sandbox
from policycli.ingest.readers.folders import document_files
from policycli.language import N_, _, ngettext
from policycli.text.dates import typed
from policycli.views.imported import Failure, Item, left_out, view
from policycli.views.marks import place, why

__all__ = ["command"]

_LEFT = ("unchanged", "duplicate")
_INTERRUPTED = 130
_SCANNED = 2**20  # bytes of a file whose pages may be scanned
_SHOWN = 8  # conflicts of a policy, and marks, that are told; the file marks all of them


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
        ("policy import 台账.xlsx --map 备注=policy.summary", N_("a ledger that an office keeps")),
        ("policy import b.md --date 2023-10 -o my.toml", N_("今年 is then 2023")),
        ("policy import notice.pdf --json", N_("only count")),
    ),
)
@options.path("names", nargs=-1, required=True, type=str, metavar="FILE...")
@options.option(
    "-o",
    "--output",
    "path",
    metavar="CATALOGUE",
    default="",
    shell_complete=options.complete_path,
    help=N_(
        "The .toml file that takes the drafts in, there already or not; else they are printed."
    ),
)
@options.words(
    "--date", "DATE", N_("The date of documents that do not state theirs."), called="written"
)
@options.option(
    "--force",
    is_flag=True,
    help=N_("Where both the document and the catalogue were changed, take the document's word."),
)
@options.words(
    "--map",
    "COLUMN=KEY",
    N_(
        "What a column of a ledger is, where its heading does not say it: 备注=policy.summary; "
        "nothing behind the = leaves it out. May be given several times."
    ),
    called="columns",
    several=True,
)
@options.formats()
@options.screen
def command(
    names: tuple[str, ...],
    path: str,
    written: str,
    force: bool,
    columns: tuple[str, ...],
    output: Output,
) -> int:
    """Read all documents, then write once."""
    keys = dict(map(_named, columns))
    target = opened(path)
    known = {} if force or keys else target.known
    order = Order(typed(written) if written else "", keys, known)
    files, skipped = document_files(names)
    if not files:
        raise DocumentError(_("{path}: no documents in this folder").format(path=names[0]))
    done, stopped = _read_all(files, order, keep=bool(path))
    _check_used(keys, done)
    found = [pair for each in done for pair in each.drafts]
    passed = [Failure(file, f"{file}: {why}", "skipped") for file, why in skipped]
    passed += [bad for each in done for bad in each.failures if bad.how == "skipped"]
    failures = [bad for each in done for bad in each.failures if bad.how == "failed"]
    same = [outcome.id for each in done for outcome in each.unchanged]
    merged = save(target, [draft for _file, draft in found], force=force, unchanged=same)
    items: list[Item] = [*_items(done, merged), *failures, *passed]
    marked = _marks(merged, path)
    ledgers = [pair for each in done for pair in each.taken]
    if path or output.form:
        output.show(
            view(
                names,
                items,
                [(file, left) for file, each in ledgers for left in each.left],
                [(file, guess) for file, each in ledgers for guess in each.guessed],
                marked,
            )
        )
    else:
        sys.stdout.write(merged.text)
    for each in passed:
        say(_("Skipped: {message}").format(message=each.error))
    _tell(failures, merged.outcomes)
    _tell_marks(marked, path)
    for file, document in ledgers:
        _tell_left(file, document)
    for file, draft in found:
        for check in draft.checks if draft.exported else ():
            say(f"{file}: {check.what}")
    if stopped:
        what = _("Interrupted: {n} of {total} files are taken in; import again to go on.")
        say(what.format(n=len(done), total=len(files)))
        return _INTERRUPTED
    return 2 if failures else int(any(each.how == "conflict" for each in merged.outcomes))


def _read_all(files: Sequence[str], order: Order, *, keep: bool) -> tuple[list[Read], bool]:
    """What the files hold, and whether somebody stopped that; what was read by then is kept."""
    done: list[Read] = []
    reading = side_by_side(lambda file: read(file, order), files)
    try:
        for _file in _watched(files):
            done.append(next(reading))  # noqa: PERF401 - an interrupt leaves what is there by then
    except KeyboardInterrupt:
        reading.close()
        sandbox.stop()
        if not (keep and done):
            raise
        return done, True
    return done, False


def _items(done: Iterable[Read], merged: Merged) -> Iterator[tuple[str, Outcome]]:
    """Every policy with its file, in the order of the files."""
    outcomes = iter(merged.outcomes)
    for each in done:
        yield from ((each.file, outcome) for outcome in each.unchanged)
        yield from ((file, next(outcomes)) for file, _draft in each.drafts)


def _named(option: str) -> tuple[str, str]:
    """The plain heading of a column, and the key that it is to have.

    Raises:
        UsageError: There is no =, or no such key.
    """
    column, equals, key = option.rpartition("=")
    if not equals or not plain(column):
        what = _("--map {option}: write a column and its key, such as 备注=policy.summary")
        raise UsageError(what.format(option=option))
    return plain(column), asked(key)


def _check_used(keys: Iterable[str], done: Iterable[Read]) -> None:
    """See that every column that somebody named is one.

    Raises:
        UsageError: No table has it.
    """
    used = {column for each in done for _file, taken in each.taken for column in taken.mapped}
    for column in keys:
        if column not in used:
            raise UsageError(_("--map {column}: no table has such a column").format(column=column))


def _tell_left(file: str, taken: Taken) -> None:
    """Name on standard error what of a ledger was not taken, and what was taken by likeness."""
    for guess in taken.guessed:
        what = _("{file}: sheet {sheet}: column {column} is taken as {key}")
        if not guess.sheet:
            what = _("{file}: column {column} is taken as {key}")
        say(what.format(file=file, **guess._asdict()))
    for left in taken.left:
        say(_("{file}: not taken: {what}").format(file=file, what=left_out(left)))


def _watched(files: Sequence[str]) -> Iterable[str]:
    """The files, with a bar on the terminal where the import of them may take a while."""
    if not sys.stderr.isatty() or (len(files) == 1 and not _takes_long(files[0])):
        return files
    from policycli.render.terminal import progress

    return progress(files, sys.stderr)


def _takes_long(file: str) -> bool:
    """Whether a file may be one of scanned pages: they are large, unlike words."""
    kind = kinds.by_ending(file)
    is_picture = isinstance(kind, kinds.Reader) and kind.slow
    return is_picture or (os.path.isfile(file) and os.path.getsize(file) > _SCANNED)


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


def _marks(merged: Merged, path: str) -> list[Mark]:
    """The marks in the records that were written, where they stand in the catalogue."""
    written = [each for each in merged.outcomes if each.how not in _LEFT]
    ids = {each.id for each in written if each.draft.checks or each.conflicts}
    found = merged.marks(path or "-") if ids else ()
    return [mark for mark in found if mark.id.partition(".")[0] in ids]


def _tell_marks(marked: Sequence[Mark], path: str) -> None:
    """The first places that are marked, each with the words that it was read from."""
    for mark in marked[:_SHOWN]:
        words = f" (“{mark.words}”)" if mark.words else ""
        say(f"  {place(mark)}: {mark.field}: {why(mark)}{words}")
    if len(marked) > _SHOWN:
        more = _("“policy validate {path} --checks” lists all").format(path=path) if path else ""
        say(f"  … {more}".rstrip())
    if marked:
        what = ngettext(
            "{n} place is marked “# check:”; look at it.",
            "{n} places are marked “# check:”; look at them.",
            len(marked),
        )
        say(what.format(n=len(marked)))
