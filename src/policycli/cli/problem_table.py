"""``policy problem export`` and ``import``: the table that people fill in."""

import os
from collections.abc import Collection, Iterable, Sequence

import click

from policycli.analysis.handling import Said
from policycli.analysis.problems import new_id
from policycli.cli import options
from policycli.cli.files import ending
from policycli.cli.help import Command
from policycli.cli.options import Sources
from policycli.cli.output import Output, say
from policycli.cli.problem_options import event, filters, target, today, words
from policycli.errors import DocumentError
from policycli.exchange.problems import Filled, content, filled, merged
from policycli.files.edit import add, find, update
from policycli.files.write import check_free, write
from policycli.ingest.readers.read import documents
from policycli.language import N_, _
from policycli.records.ids import alone
from policycli.records.model import Entry, Event, Problem
from policycli.views import problems

__all__ = ["export", "import_"]


@click.command(
    "export",
    cls=Command,
    help=N_("""\
Write problems into a workbook (.xlsx), to be handed on or filled in.

Without problems it is an empty table. Who asked stands in it: mind to whom you give it."""),
    examples=(
        ("policy problem export 问题.xlsx", N_("all of them")),
        ("policy problem export 财政厅.xlsx --body 省财政厅 --state assigned", N_("for one body")),
    ),
)
@options.path("file", metavar="FILE")
@filters
@options.option("--force", is_flag=True, help=N_("Overwrite the file if it exists."))
@options.screen
def export(file: str, found: Sequence[Entry[Problem]], force: bool) -> int:
    """Write the file and say what is in it."""
    ending(file, (".xlsx",))
    check_free(file, force=force)
    title = os.path.splitext(os.path.basename(file))[0]
    write(file, content([entry.record for entry in found], title), force=force)
    say(_("{path} is written; problems: {n}.").format(path=file, n=len(found)))
    return 0


@click.command(
    "import",
    cls=Command,
    help=N_("""\
Take in a table of problems (.xlsx) that people filled in.

Rows without an id are new problems; a row with one changes its problem, where the catalogue was \
not changed meanwhile. An answer or rating that was filled in is a step, and has to be in order. \
What is not taken is named, and the exit is 1."""),
    examples=(
        ("policy problem import 问题.xlsx", N_("what was filled in")),
        ("policy problem import 征集表.xlsx --to 问题.toml", N_("a table of new problems")),
    ),
)
@options.path("file", metavar="FILE")
@words("--to", "FILE", N_("The catalogue it goes into, where several of your own are in use."))
@event
def import_(file: str, to: str, said: Said, output: Output, sources: Sources) -> int:
    """Write what is new or changed, show it, and count it on standard error."""
    rows = _rows(file)
    opened = options.opened(sources)
    known = {entry.id: entry.record for entry in opened.catalogue.problems()}
    taken_ids = {*known, *(entry.id for entry in opened.catalogue.select().heads)}
    done: list[Entry[Problem]] = []
    left: list[str] = []
    added = 0
    for row in rows:
        if row.problem.id in known:
            new = _changed(row, known[row.problem.id], opened.own, said, left)
        elif _is_there(row.problem, known.values()):
            left.append(_("{place}: is in the catalogue already").format(place=row.place))
            continue
        else:
            new = _added(row, to or target(opened), taken_ids, said, left)
            known[new.id] = new
            taken_ids.add(new.id)
            added += 1
        if new:
            done.append(alone(new))
    output.show(problems.listed(done, None)._replace(command="problem import"))
    for sentence in left:
        say(sentence)
    counts = _("Added: {added}, changed: {changed}, not taken: {left}.")
    say(counts.format(added=added, changed=len(done) - added, left=len(left)))
    return 1 if left else 0


def _rows(file: str) -> list[Filled]:
    """What is filled in.

    Raises:
        DocumentError: It is no such table, or has faults; the sentence begins with the file.
    """
    blocks = [block for each in documents(file) for block in each.blocks]
    try:
        return filled(blocks, today())
    except DocumentError as error:
        raise DocumentError(f"{file}: {error}") from error


def _is_there(problem: Problem, known: Iterable[Problem]) -> bool:
    """Whether a row without an id was taken in before."""
    asked = (problem.title, problem.text, problem.asker and problem.asker.name)
    return not problem.id and any(
        asked == (each.title, each.text, each.asker and each.asker.name) for each in known
    )


def _changed(
    row: Filled, old: Problem, own: Sequence[str], said: Said, left: list[str]
) -> Problem | None:
    """The problem of a row, written where the row changes it."""
    if merged(old, row, said, left) == old:
        return None
    found = find(own, old.id)
    if found is None:
        left.append(_("{id} is in no catalogue of your own").format(id=old.id))
        return None
    new: Problem = update(found, lambda problem: merged(problem, row, said, []))
    return new


def _added(row: Filled, path: str, known: Collection[str], said: Said, left: list[str]) -> Problem:
    """The problem of a row, written as one that has just come in."""
    problem = row.problem
    if problem.answer or problem.rating:
        what = _("{place}: a new problem is assigned before it is answered or rated")
        left.append(what.format(place=row.place))
    event = Event(problem.received, "received", said.by, said.note)
    new = problem._replace(answer="", rating=None, events=(event,))

    def make(ids: Collection[str]) -> Problem:
        return new._replace(id=new.id or new_id(new.received, {*ids, *known}))

    return add(path, make)
