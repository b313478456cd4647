"""``policy problem add``: takes in a problem."""

import os
import sys
from collections.abc import Collection, Sequence
from typing import Any

import click

from policycli import labels
from policycli.analysis.problems import askers_kind, new_id
from policycli.catalogue import Catalogue
from policycli.cli import options
from policycli.cli.help import Command
from policycli.cli.notes import say
from policycli.cli.opening import Opened
from policycli.cli.options import Sources
from policycli.cli.output import Output
from policycli.cli.problem_options import BODIES, BY, DUE, LEAD, NOTE, TO, about, day_typed, target
from policycli.codes import ASKERS, meant
from policycli.errors import UsageError
from policycli.files.edit import add as written
from policycli.ingest.extract.letter import Letter, read
from policycli.language import N_, _
from policycli.records.ids import alone
from policycli.records.model import Asker, Event, Problem
from policycli.search.answer import Hit
from policycli.text.dates import typed
from policycli.views import problems

__all__ = ["add"]

_NEAR = 5  # records that are proposed for a new problem


@click.command(
    "add",
    cls=Command,
    help=N_("""\
Take in a problem.

TITLE is a few words. With - a letter or mail is read from standard input: Subject, From and \
Date, or 标题、来信人、单位、日期, each on a line before the text. Measures and earlier problems \
that are near are proposed, and written only with --about."""),
    examples=(
        ("policy problem add 成果作价入股不敢转 --asker 贵州大学", N_("in a few words")),
        ("policy problem add - --about guizhou.ledger < 来信.txt", N_("from a letter")),
        ("policy problem add 台账查不到 --to 问题.toml", N_("into this catalogue")),
    ),
)
@click.argument("title", type=options.text, metavar="TITLE|-")
@options.words("--text", "TEXT", N_("The problem in the words of who met it."))
@options.words("--asker", "NAME", N_("Who met it."))
@options.words(
    "--asker-kind", "KIND", N_("university, institute, enterprise, researcher or other.")
)
@options.words(
    "--received", "DATE", N_("The day on which it came in; else that of the letter, or today.")
)
@options.words("--about", "ID", N_("A measure, policy or document that it is about."), several=True)
@BODIES
@LEAD
@DUE
@options.words("--id", "ID", N_("Its id; else the next of its year, as in p2026-001."))
@TO
@BY
@NOTE
@options.output
@options.sources
@options.screen
def add(title: str, to: str, output: Output, sources: Sources, **said: Any) -> int:
    """Write the problem, show it, and propose what is near."""
    letter = _letter(title)
    opened = options.opened(sources)
    catalogue = opened.catalogue
    path = to or target(opened)
    problem = _received(letter, catalogue, said)
    near = _nearest(catalogue, problem)
    known = {entry.id for entry in catalogue.problems()} | {e.id for e in catalogue.select().heads}
    if problem.id in known:
        raise UsageError(_("there is a record with the id {id} already").format(id=problem.id))

    def make(ids: Collection[str]) -> Problem:
        return (
            problem if problem.id else problem._replace(id=new_id(problem.received, {*ids, *known}))
        )

    new = written(path, make)
    output.show(problems.changed(["add", new.id], [alone(new)], near))
    _propose(near, path, opened)
    return 0


def _letter(title: str) -> Letter:
    """The letter on standard input, or one that has a title alone."""
    if title != "-":
        return Letter(title, "")
    return read(sys.stdin.buffer.read())


def _received(letter: Letter, catalogue: Catalogue, said: dict[str, Any]) -> Problem:
    """The problem as it came in: what was said on the command line goes before the letter."""
    day = day_typed(said["received"] or letter.date)
    bodies = tuple(said["body"])
    return Problem(
        said["id"],
        letter.title,
        day,
        said["text"] or letter.text,
        _asker(said["asker"] or letter.sender, said["asker_kind"]),
        tuple(about(catalogue, name) for name in said["about"]),
        bodies,
        said["lead"] or next(iter(bodies), ""),
        typed(said["due"]) if said["due"] else "",
        events=(Event(day, "received", said["by"], said["note"]),),
    )


def _asker(name: str, kind: str) -> Asker | None:
    """Who asked; of which sort, a name such as 贵州大学 says itself."""
    code: Any = meant("asker", kind) if kind else askers_kind(name)
    if code and code not in ASKERS:
        known = labels.join(labels.coded("asker", each) for each in ASKERS)
        sentence = _("{value} is no kind of asker; write one of: {known}")
        raise UsageError(sentence.format(value=repr(kind), known=known))
    if code and not kind:
        say(_("{name}: taken as {taken}").format(name=name, taken=labels.coded("asker", code)))
    return Asker(code, name) if name or code else None


def _nearest(catalogue: Catalogue, problem: Problem) -> list[Hit]:
    """The measures and earlier problems that may be about the same."""
    hits = catalogue.nearest(f"{problem.title}。{problem.text}", _NEAR)
    return [hit for hit in hits if hit.id not in problem.about]


def _propose(near: Sequence[Hit], path: str, opened: Opened) -> None:
    if near:
        say(_("This may be about, or answered by:"))
        say(problems.near_lines(near))
    used = [os.path.realpath(file) for file in opened.own]
    if os.path.realpath(path) not in used:
        sentence = _("{path} is written; “policy catalogue add {path}” puts it to use.")
        say(sentence.format(path=path))
