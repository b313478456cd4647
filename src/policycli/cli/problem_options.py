"""What the commands of ``policy problem`` share."""

from collections.abc import Callable
from functools import wraps
from time import strftime
from typing import Any, TypeVar

import click

from policycli import labels
from policycli.analysis.handling import Said
from policycli.analysis.problems import Wanted, narrow
from policycli.catalogue import Catalogue
from policycli.cli import options
from policycli.cli.names import meant
from policycli.cli.opening import Opened
from policycli.cli.parameters import piped
from policycli.codes import STATES
from policycli.codes import meant as code_meant
from policycli.errors import UsageError
from policycli.language import N_, _
from policycli.text.dates import typed

__all__ = [
    "BODIES",
    "BY",
    "DUE",
    "LEAD",
    "NOTE",
    "TO",
    "about",
    "day_typed",
    "event",
    "filters",
    "one",
    "target",
    "today",
]

F = TypeVar("F", bound=Callable[..., Any])


def one(function: Any) -> Any:
    """The problem that a step is taken with, or with - those on standard input, as ``ids``."""
    argument = click.argument(
        "ids",
        type=options.text,
        metavar="ID|-",
        shell_complete=options.completed_by("problem"),
        callback=lambda ctx, param, name: piped(ctx, param, (name,)),
    )
    return argument(function)


def event(function: F) -> Callable[..., int]:
    """``--date``, ``--by`` and ``--note`` of a step, handed on as ``said``; then all the others."""

    @options.words("--date", "DATE", N_("The day of this step; else today."))
    @BY
    @NOTE
    @options.output
    @options.sources
    @options.screen
    @wraps(function)
    def with_event(*, date: str, by: str, note: str, **params: Any) -> int:
        said = Said(day_typed(date), by, note)
        return function(said=said, **params)  # type: ignore[no-any-return]

    return with_event


def day_typed(date: str) -> str:
    """The day that was typed, or today.

    Raises:
        UsageError: It is none.
    """
    day = typed(date) if date else today()
    if len(day) < len("2026-07-01"):
        raise UsageError(_("{date} is no day: write 2026-07-01").format(date=repr(date)))
    return day


def today() -> str:
    """The day of the call."""
    return strftime("%Y-%m-%d")


BODIES = options.words(
    "--body", "NAME", N_("A body that settles it; several times for several."), several=True
)
LEAD = options.words("--lead", "NAME", N_("The body that answers for it; else the first."))
BY = options.words("--by", "NAME", N_("Who takes this step."))
NOTE = options.words("--note", "TEXT", N_("What is to be known of it."))
TO = options.words(
    "--to",
    "FILE",
    N_("The catalogue it goes into, where several of your own are in use."),
    by=options.complete_path,
)
DUE = options.words("--due", "DATE", N_("The day by which it is to be answered."))


def about(catalogue: Catalogue, name: str) -> str:
    """The id of a record, or the title of a document, by any name of it."""
    entry = meant(catalogue.meant, name, catalogue).entries[0]
    document = getattr(entry.record, "document", None)
    return document.title if document else entry.id


def target(opened: Opened) -> str:
    """The catalogue of one's own that holds problems, or the only one there is.

    Raises:
        UsageError: There is none, or more than one.
    """
    copies = opened.copies
    sources = opened.catalogue.info().sources
    holding = [copies.get(s.path, s.path) for s in sources if s.problems]
    own = opened.own
    for paths in ([path for path in own if path in holding], own):
        if len(paths) == 1:
            return paths[0]
    if not own:
        raise UsageError(_("no catalogue of your own is in use: name one with --to FILE"))
    sentence = _("several catalogues are in use: name one with --to FILE, of {known}")
    raise UsageError(sentence.format(known=labels.join(own)))


def filters(function: Callable[..., int]) -> Callable[..., int]:
    """The filters of problems; those of the catalogue that pass are handed on as ``found``."""

    @options.option(
        "--state",
        type=options.text,
        multiple=True,
        metavar="STATE",
        shell_complete=options.completed_by("state"),
        help=N_("Only this state, such as assigned."),
    )
    @options.words(
        "--body", "NAME", N_("Only what this body settles, by a part of its name."), several=True
    )
    @options.words(
        "--asker", "NAME", N_("Only from this asker, by a part of the name, or by its kind.")
    )
    @options.words(
        "--about", "ID", N_("Only about this measure, policy or document."), several=True
    )
    @options.option("--overdue", is_flag=True, help=N_("Only what waits beyond its day."))
    @options.words("--from", "DATE", N_("Only what came in on or after this date."))
    @options.words("--to", "DATE", N_("Only what came in on or before this date."))
    @options.catalogue
    @wraps(function)
    def with_filters(*, catalogue: Catalogue, **params: Any) -> int:
        asked = {name: params.pop(name) for name in _FILTERS}
        wanted = _wanted(catalogue, asked)
        found = list(narrow(catalogue.problems(), wanted, today()))
        return function(found=found, **params)

    return with_filters


_FILTERS = ("state", "body", "asker", "about", "overdue", "from", "to")


def _wanted(catalogue: Catalogue, asked: dict[str, Any]) -> Wanted:
    return Wanted(
        tuple(map(_state, asked["state"])),
        asked["body"],
        code_meant("asker", asked["asker"]),
        tuple(about(catalogue, name) for name in asked["about"]),
        asked["overdue"],
        typed(asked["from"]) if asked["from"] else "",
        typed(asked["to"]) if asked["to"] else "",
    )


def _state(word: str) -> str:
    """The state that a word in either language means.

    Raises:
        UsageError: It is none.
    """
    code = code_meant("state", word)
    if code not in STATES:
        known = labels.join(labels.coded("state", each) for each in STATES)
        sentence = _("{value} is no state of a problem; write one of: {known}")
        raise UsageError(sentence.format(value=repr(word), known=known))
    return code
