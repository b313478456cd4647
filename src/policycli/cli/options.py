"""The options that commands share, each group of them one decorator that hands on one value."""

import os
from collections.abc import Callable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.types import StringParamType

from policycli.cli.notes import say
from policycli.cli.parameters import (
    CATALOGUE,
    COLOR,
    NO_PAGER,
    Count,
    at_most_one,
    complete_path,
    completed_by,
    needs,
    notice,
    option,
    path,
    piped,
    settled,
    text,
    together,
    words,
)
from policycli.cli.writing import (
    chart,
    cited,
    formats,
    listed,
    output,
    output_of,
    reported,
)
from policycli.language import LANGUAGES, N_
from policycli.tuples import NamedTuple

if TYPE_CHECKING:
    from policycli.catalogue import Catalogue
    from policycli.cli.opening import Opened
    from policycli.views.model import View

__all__ = [
    "Sources",
    "at_most_one",
    "catalogue",
    "chart",
    "cited",
    "commands",
    "complete_path",
    "completed_by",
    "dated",
    "filters",
    "formats",
    "limit",
    "listed",
    "names",
    "needs",
    "notice",
    "opened",
    "option",
    "output",
    "output_of",
    "path",
    "piped",
    "reported",
    "screen",
    "sources",
    "text",
    "words",
]

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")


def screen(function: F) -> F:
    """``--lang``, ``--color``, ``--debug``, ``--help``, before and after the command's name."""
    decorate = together(
        option(
            "--lang",
            type=click.Choice(LANGUAGES),
            metavar="|".join(LANGUAGES),
            expose_value=False,  # looked up before anything is parsed: language.choose
            help=N_("Language of the screen; else POLICY_LANG, else the locale."),
        ),
        option(
            "--color",
            type=click.Choice(["auto", "always", "never"]),
            metavar="WHEN",
            expose_value=False,
            callback=_remember_color,
            help=N_("Colour: auto (heeds NO_COLOR and CLICOLOR_FORCE), always or never."),
        ),
        option(
            "--no-pager",
            is_flag=True,
            expose_value=False,
            callback=_remember_no_pager,
            help=N_("Print what is longer than the screen without a pager."),
        ),
        option(
            "--debug",
            is_flag=True,
            expose_value=False,  # looked up where errors end: main.run
            help=N_("Show the traceback of an error."),
        ),
        notice("-h", "--help", say=click.Context.get_help, help=N_("Show this help.")),
    )
    return decorate(function)  # type: ignore[no-any-return]


def _remember_no_pager(ctx: click.Context, _param: click.Parameter, asked: bool) -> None:
    if asked:
        ctx.meta[NO_PAGER] = True


def _remember_color(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    if value:
        ctx.meta[COLOR] = value


class _Paths(StringParamType):
    """Paths, several in a variable as in PATH. ``click.Path`` asks gettext for its own name."""

    envvar_list_splitter = os.pathsep


class Sources(NamedTuple):
    """The catalogues that a command line names, not yet read."""

    named: tuple[str, ...]
    bundled: bool

    @property
    def paths(self) -> list[str]:
        """Those that are registered, then those that are named.

        Raises:
            CatalogueError: Registered ones are no longer there.
        """
        from policycli.files.registered import in_use

        return in_use(self.named)


def sources(function: F) -> Callable[..., int]:
    """``--catalogue`` and ``--no-bundled``, handed on as ``sources``."""

    @option(
        "--catalogue",
        "paths",
        type=_Paths(),
        metavar="PATH",
        shell_complete=complete_path,
        multiple=True,
        envvar="POLICY_CATALOGUE",
        help=N_("A catalogue file or folder beside the bundled one; else POLICY_CATALOGUE."),
    )
    @option("--no-bundled", is_flag=True, help=N_("Leave the bundled catalogue out."))
    @wraps(function)
    def with_sources(*, paths: Sequence[str], no_bundled: bool, **params: Any) -> int:
        chosen = Sources(tuple(paths), not no_bundled)
        return function(sources=chosen, **params)  # type: ignore[no-any-return]

    return with_sources


def catalogue(function: F) -> Callable[..., int]:
    """The same two options and ``--as-of``, handed on as ``catalogue``, open."""

    @option(
        "--as-of",
        "day",
        type=text,
        metavar="DATE",
        help=N_("Leave out what was certainly not in force on this day, month or year."),
    )
    @sources
    @wraps(function)
    def with_catalogue(*, sources: Sources, day: str | None, **params: Any) -> int:
        whole = opened(sources).catalogue
        chosen = whole if day is None else whole.as_of(day)
        click.get_current_context().meta[CATALOGUE] = chosen
        return function(catalogue=chosen, **params)  # type: ignore[no-any-return]

    return with_catalogue


def opened(sources: Sources) -> "Opened":
    """The catalogues of a command line, with a note to whoever waits for their index.

    What is not answered as it is gets a line on standard error.
    """
    from policycli.cli import opening
    from policycli.cli.progress import Note
    from policycli.files.registered import registered

    note = Note()
    try:
        found = opening.opened(
            registered(), sources.named, bundled=sources.bundled, report=note.report
        )
    finally:
        note.done()
    for each in found.notes:
        say(each)
    return found


def dated(view: "View[T]", catalogue: "Catalogue") -> "View[T]":
    """The view with whether each record was in force, where ``--as-of`` asked for that."""
    if not catalogue.day:
        return view
    from policycli.views.in_force import mark

    return mark(view, catalogue.day, catalogue.in_force)


def filters(function: F) -> Callable[..., int]:
    """The filters, handed on as ``filters``: a mapping for ``Filters.of``."""
    names = tuple(_FILTERS)

    @wraps(function)
    def with_filters(**params: Any) -> int:
        chosen = {name: params.pop(name) for name in names}
        return function(filters=chosen, **params)  # type: ignore[no-any-return]

    return together(*(_filter(name) for name in names))(with_filters)  # type: ignore[no-any-return]


_FILTERS = {
    "region": ("NAME", N_("Only this region, by name or code; a province takes in its cities.")),
    "end": ("END", N_("Only this end: supply, service, demand or environment.")),
    "theme": ("THEME", N_("Only this theme.")),
    "instrument": ("CODE", N_("Only this instrument, a STIP Compass code such as PI033.")),
    "level": ("LEVEL", N_("Only this level of government.")),
    "status": ("STATUS", N_("Only this status, such as in-force.")),
    "year": ("YEAR", N_("Only this year.")),
    "among": ("ID", N_("Only these records and measures of these policies; - reads ids.")),
}


def _filter(name: str) -> Callable[[Any], Any]:
    metavar, meaning = _FILTERS[name]
    return option(
        f"--{name}",
        type=text,
        multiple=True,
        metavar=metavar,
        help=meaning,
        callback={"among": piped, "region": settled("region")}.get(name),
        shell_complete=completed_by("record" if name == "among" else name),
    )


def names(metavar: str) -> Callable[[Any], Any]:
    """Records by their ids, typed loosely, handed on as ``names``."""
    return click.argument(
        "names",
        nargs=-1,
        required=True,
        type=text,
        metavar=metavar,
        callback=piped,
        shell_complete=completed_by("record"),
    )


def limit(help: str = N_("Show at most N results.")) -> Callable[[Any], Any]:  # noqa: A002
    """``--limit``; where it is not given, what is settled for a screen, else no limit."""
    return option("-n", "--limit", type=Count(), metavar="N", callback=settled("limit"), help=help)


def commands(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Completion of the names of commands."""
    group = ctx.find_root().command
    known = group.list_commands(ctx) if isinstance(group, click.Group) else []
    return [name for name in known if name.startswith(incomplete)]
