"""``policy problem export`` and ``import``: the table that people fill in."""

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import click

from policycli.analysis.handling import Said
from policycli.analysis.problems import new_id
from policycli.cli import options
from policycli.cli.files import ending
from policycli.cli.help import Command
from policycli.cli.notes import say
from policycli.cli.opening import Opened
from policycli.cli.options import Sources
from policycli.cli.output import Output
from policycli.cli.problem_options import TO, event, filters, target, today
from policycli.errors import DocumentError
from policycli.exchange.problems import Filled, content, filled, merged, new
from policycli.files.edit import Written, rewrite
from policycli.files.read import records
from policycli.files.write import check_free, write
from policycli.ingest.readers.read import documents
from policycli.labels import join
from policycli.language import N_, _
from policycli.records.ids import alone
from policycli.records.model import Entry, Problem
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
@TO
@event
def import_(file: str, to: str, said: Said, output: Output, sources: Sources) -> int:
    """Write what is new or changed, show it, and count it on standard error."""
    rows = _rows(file)
    opened = options.opened(sources)
    taking = _Taking(opened, said)
    files = taking.by_file(rows, to).items()
    done = [rewrite(path, partial(taking.written, own)) for path, own in files]
    changed = [problem for each in done for problem in each.changed]
    added = [problem for each in done for problem in each.added]
    output.show(problems.listed(list(map(alone, changed + added)), None, "problem import"))
    for sentence in taking.left:
        say(sentence)
    counts = _("Added: {added}, changed: {changed}, not taken: {left}.")
    say(counts.format(added=len(added), changed=len(changed), left=len(taking.left)))
    return 1 if taking.left else 0


def _rows(file: str) -> list[Filled]:
    """What is filled in.

    Raises:
        DocumentError: It is no such table, or has faults; the sentence begins with the file.
    """
    blocks = [block for each in documents(file) for block in each.blocks]
    unknown: list[str] = []
    try:
        rows = filled(blocks, today(), unknown)
    except DocumentError as error:
        raise DocumentError(f"{file}: {error}") from error
    if unknown:
        what = _("unknown columns: {titles}").format(titles=join(unknown))
        say(f"{file}: {what}")
    return rows


class _Taking:
    """What a table does to the catalogues in use.

    Attributes:
        left: A sentence for everything that is not taken.
    """

    def __init__(self, opened: Opened, said: Said) -> None:
        self._known = {entry.id: entry.record for entry in opened.catalogue.problems()}
        self.left: list[str] = []
        self._opened, self._said = opened, said
        self._ids = {*self._known, *(entry.id for entry in opened.catalogue.select().heads)}
        self._asked = set(map(_asked, self._known.values()))

    def by_file(self, rows: Iterable[Filled], to: str) -> dict[str, list[Filled]]:
        """The rows that are to be written, by the file they go into; new ones go ``to`` one."""
        homes = {record.id: path for path in self._opened.own for record in records(path)}
        files: dict[str, list[Filled]] = {}
        for row in rows:
            if path := homes.get(row.problem.id) or self._home(row, to):
                files.setdefault(path, []).append(row)
        return files

    def _home(self, row: Filled, to: str) -> str:
        """Where a row goes whose id no catalogue of one's own has; nowhere where that is told."""
        old = self._known.get(row.problem.id)
        if old:
            if merged(old, row, self._said, []) != old:
                self.left.append(_("{id} is in no catalogue of your own").format(id=old.id))
            return ""
        if row.problem.id in self._ids:
            what = _("there is a record with the id {id} already").format(id=row.problem.id)
            self.left.append(f"{row.place}: {what}")
            return ""
        if not row.problem.id and _asked(row.problem) in self._asked:
            self.left.append(_("{place}: is in the catalogue already").format(place=row.place))
            return ""
        self._asked.add(_asked(row.problem))
        return to or target(self._opened)

    def written(self, rows: Iterable[Filled], there: Mapping[str, object]) -> Written:
        """What rows of a file change and add; ``there`` is what it has by now, by id."""
        changed, added = [], []
        for row in rows:
            old = there.get(row.problem.id)
            if isinstance(old, Problem):
                problem = merged(old, row, self._said, self.left)
                changed += [problem] if problem != old else []
                continue
            problem = new(row, self._said, self.left)
            id = problem.id or new_id(problem.received, {*there, *self._ids})
            self._ids.add(id)
            added.append(problem._replace(id=id))
        return Written(changed, added)


def _asked(problem: Problem) -> tuple[str, str, str]:
    """By what a row without an id is known for one that was taken in before."""
    return problem.title, problem.text, problem.asker.name if problem.asker else ""
