"""The steps of ``policy problem``: assign, answer, rate, copy, close, reopen."""

import sys
from collections.abc import Callable
from typing import Any

import click

from policycli.analysis.handling import Said, answered, copied, rated, reopened, taken
from policycli.cli import options
from policycli.cli.help import Command
from policycli.cli.names import meant
from policycli.cli.notes import say
from policycli.cli.opening import Opened
from policycli.cli.options import Sources
from policycli.cli.output import Output
from policycli.cli.problem_options import BODIES, DUE, LEAD, event, one
from policycli.errors import UsageError
from policycli.files.edit import Found, find, update
from policycli.language import N_, _
from policycli.records.ids import alone
from policycli.records.model import Document, Problem
from policycli.text.dates import typed
from policycli.views import problems

__all__ = ["answer", "assign", "close", "copy", "rate", "reopen"]

Make = Callable[[Problem], Problem]
Ids = tuple[str, ...]


def _taken(action: str, ids: Ids, make: Make, output: Output, sources: Sources) -> int:
    """Take a step with problems in their files, and show what they are now.

    Of several, those for which it is not the time are named, and the exit is 1.

    Raises:
        UsageError: One is no problem, or is in a bundled file; or it is not the time for this step
            with the only one.
    """
    opened = options.opened(sources)
    found = [_found(opened, id_) for id_ in ids]
    done = []
    for each in found:
        try:
            done.append(alone(update(each, make, force=output.force)))
        except UsageError as refused:
            if len(found) == 1:
                raise
            say(_("Not taken: {fault}").format(fault=refused))
    if done:
        output.show(problems.changed([action, *(entry.id for entry in done)], done))
    return 1 if len(done) < len(found) else 0


def _found(opened: Opened, name: str) -> Found:
    """Where a problem stands in a file of one's own.

    Raises:
        UsageError: It is no problem, or in no such file.
    """
    entry = meant(opened.catalogue.meant, name, opened.catalogue).entries[0]
    if not isinstance(entry.record, Problem):
        sentence = _("{id} is no problem; “policy problem list” names them")
        raise UsageError(sentence.format(id=entry.id))
    found = find(opened.own, entry.id)
    if found is None:
        raise UsageError(_("{id} is in no catalogue of your own").format(id=entry.id))
    return found


@click.command(
    "assign",
    cls=Command,
    help=N_("""\
Give a problem to the bodies that settle it.

It has to be received, assigned or reopened. Bodies and a day that are not given stay as they \
are."""),
    examples=(
        ("policy problem assign p2026-001 --body 省科技厅 --body 省财政厅", N_("two bodies")),
        ("policy problem assign p2026-001 --due 2026-08-31", N_("another day")),
    ),
)
@one
@BODIES
@LEAD
@DUE
@event
def assign(ids: Ids, body: tuple[str, ...], lead: str, due: str, said: Said, **where: Any) -> int:
    """Set the bodies, and the day."""

    def make(problem: Problem) -> Problem:
        bodies = body or problem.bodies or ((lead,) if lead else ())
        if not bodies:
            raise UsageError(_("nobody is named who settles it: add --body 省科技厅"))
        first = lead or (body[0] if body else problem.lead or bodies[0])
        day = typed(due) if due else problem.due
        return taken(problem, "assign", said, bodies=bodies, lead=first, due=day)

    return _taken("assign", ids, make, **where)


@click.command(
    "answer",
    cls=Command,
    help=N_("""\
Write down how a problem was settled.

It has to be assigned or reopened. With - the answer is read from standard input. An answer that \
it had before stays in its history."""),
    examples=(
        ("policy problem answer p2026-001 按免责清单办理", N_("in a sentence")),
        (
            "policy problem answer p2026-001 - --document 贵州省科技成果转化条例 < 答复.txt",
            N_("from a file, with the paper it rests on"),
        ),
    ),
)
@one
@click.argument("answer", type=options.text, metavar="TEXT|-")
@options.words("--document", "TITLE", N_("A paper that the answer rests on."), several=True)
@event
def answer(ids: Ids, answer: str, document: tuple[str, ...], said: Said, **where: Any) -> int:
    """Set the answer."""
    text = answer
    if answer == "-":
        from policycli.ingest.readers.decode import decode

        text = decode(sys.stdin.buffer.read())
    if not text.strip():
        raise UsageError(_("the answer is empty"))

    def make(problem: Problem) -> Problem:
        named = [Document(title.strip("《》 "), role="basis") for title in document]
        papers = tuple(dict.fromkeys((*problem.documents, *named)))
        return answered(problem, said, text.strip(), documents=papers)

    return _taken("answer", ids, make, **where)


@click.command(
    "rate",
    cls=Command,
    help=N_("""\
Write down what those served say of the handling, from 1 (bad) to 5 (good).

The problem has to be answered."""),
    examples=(("policy problem rate p2026-001 5 --note 答复及时", N_("with why")),),
)
@one
@click.argument("score", type=options.text, metavar="1-5")
@event
def rate(ids: Ids, score: str, said: Said, **where: Any) -> int:
    """Set the rating."""
    if score not in ("1", "2", "3", "4", "5"):
        sentence = _("a rating is a whole number from 1 to 5, not {value}")
        raise UsageError(sentence.format(value=repr(score)))
    return _taken("rate", ids, lambda problem: rated(problem, said, int(score)), **where)


@click.command(
    "copy",
    cls=Command,
    help=N_("""\
Put the solution on file with a supervisory body (纪检监察、巡视、审计).

The problem has to be answered, rated or closed."""),
    examples=(("policy problem copy p2026-001 省纪委监委", N_("to one body")),),
)
@one
@click.argument("body", type=options.text, metavar="BODY")
@event
def copy(ids: Ids, body: str, said: Said, **where: Any) -> int:
    """Add the body."""
    return _taken("copy", ids, lambda problem: copied(problem, said, body), **where)


@click.command(
    "close",
    cls=Command,
    help=N_("""\
Close a problem.

It has to be rated: the handling ends with what those served say of it."""),
    examples=(
        ("policy problem close p2026-001", N_("that is all")),
        ("policy problem list --state rated --ids | policy problem close -", N_("all of these")),
    ),
)
@one
@event
def close(ids: Ids, said: Said, **where: Any) -> int:
    """End the handling."""
    return _taken("close", ids, lambda problem: taken(problem, "close", said), **where)


@click.command(
    "reopen",
    cls=Command,
    help=N_("""\
Take up a problem again.

It has to be answered, rated or closed. Its answer and rating stay in its history."""),
    examples=(("policy problem reopen p2026-001 --note 答复未落实", N_("with why")),),
)
@one
@DUE
@event
def reopen(ids: Ids, due: str, said: Said, **where: Any) -> int:
    """Begin again."""
    day = typed(due) if due else ""

    def make(problem: Problem) -> Problem:
        return reopened(problem, said, due=day)

    return _taken("reopen", ids, make, **where)
