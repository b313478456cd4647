"""What the commands of ``policy problem`` share."""

from collections.abc import Callable
from functools import wraps
from time import strftime
from typing import Any, TypeVar

import click

from policycli.analysis.handling import Said
from policycli.catalogue import Catalogue
from policycli.cli import options
from policycli.cli.names import meant
from policycli.errors import UsageError
from policycli.language import N_, _
from policycli.text.dates import typed

__all__ = ["BODIES", "DUE", "LEAD", "about", "day_typed", "event", "one", "today", "words"]

F = TypeVar("F", bound=Callable[..., Any])


def words(name: str, metavar: str, help: str, *, several: bool = False) -> Callable[[F], F]:  # noqa: A002
    """An option that takes words."""
    more: Any = {"multiple": True} if several else {"default": ""}
    return options.option(name, type=options.text, metavar=metavar, help=help, **more)


def one(function: Any) -> Any:
    """The problem that a step is taken with, handed on as ``id_``."""
    argument = click.argument(
        "id_", type=options.text, metavar="ID", shell_complete=options.completed_by("problem")
    )
    return argument(function)


def event(function: F) -> Callable[..., int]:
    """``--date``, ``--by`` and ``--note`` of a step, handed on as ``said``; then all the others."""

    @words("--date", "DATE", N_("The day of this step; else today."))
    @words("--by", "NAME", N_("Who takes this step."))
    @words("--note", "TEXT", N_("What is to be known of it."))
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


BODIES = words(
    "--body", "NAME", N_("A body that settles it; several times for several."), several=True
)
LEAD = words("--lead", "NAME", N_("The body that answers for it; else the first."))
DUE = words("--due", "DATE", N_("The day by which it is to be answered."))


def about(catalogue: Catalogue, name: str) -> str:
    """The id of a record, or the title of a document, by any name of it."""
    entry = meant(catalogue.meant, name, catalogue).entries[0]
    document = getattr(entry.record, "document", None)
    return document.title if document else entry.id
