"""The options that commands share, each group of them one decorator that hands on one value."""

import os
from collections.abc import Callable, Sequence
from functools import partial, wraps
from typing import Any, TypeVar

import click
from click.types import StringParamType

from policycli.cli.help import Option
from policycli.cli.output import Output
from policycli.language import LANGUAGES, N_
from policycli.render import FORMATS

__all__ = [
    "catalogue",
    "completed_by",
    "filters",
    "limit",
    "notice",
    "option",
    "output",
    "screen",
    "text",
]

F = TypeVar("F", bound=Callable[..., Any])

option = partial(click.option, cls=Option)

_COLOR = "policycli.color"


def text(value: str) -> str:
    """Words as text, also where their bytes are none in this locale."""
    return value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _all(*decorators: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """One decorator of several, which help lists in the order given here."""

    def decorate(function: Any) -> Any:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return decorate


def notice(*names: str, say: Callable[[click.Context], str], help: str) -> Callable[[Any], Any]:  # noqa: A002
    """An option that says something and ends the program.

    click's own ask gettext for words when they are declared, which costs every call 1 ms.
    """

    def show(ctx: click.Context, _param: click.Parameter, asked: bool) -> None:
        if asked and not ctx.resilient_parsing:
            click.echo(say(ctx))
            ctx.exit()

    return option(*names, is_flag=True, is_eager=True, expose_value=False, callback=show, help=help)


def screen(function: F) -> F:
    """``--lang``, ``--color``, ``--debug``, ``--help``, before and after the command's name."""
    decorate = _all(
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
            "--debug",
            is_flag=True,
            expose_value=False,  # looked up where errors end: main.run
            help=N_("Show the traceback of an error."),
        ),
        notice("-h", "--help", say=click.Context.get_help, help=N_("Show this help.")),
    )
    return decorate(function)  # type: ignore[no-any-return]


def _remember_color(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    if value:
        ctx.meta[_COLOR] = value


def output(function: F) -> Callable[..., int]:
    """``--format`` and ``--json``, handed on as ``output``."""

    @option(
        "-f",
        "--format",
        "form",
        type=click.Choice(FORMATS),
        metavar="FORMAT",
        help=N_(
            "table, plain, json, jsonl, csv, tsv or md; else a terminal gets table, a pipe plain."
        ),
    )
    @option("--json", "as_json", is_flag=True, help=N_("The same as --format json."))
    @wraps(function)
    def with_output(*, form: str | None, as_json: bool, **params: Any) -> int:
        color = click.get_current_context().meta.get(_COLOR, "auto")
        chosen = Output("json" if as_json else form or "", color)
        return function(output=chosen, **params)  # type: ignore[no-any-return]

    return with_output


class _Paths(StringParamType):
    """Paths, several in a variable as in PATH. ``click.Path`` asks gettext for its own name."""

    envvar_list_splitter = os.pathsep


def _complete_path(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> Any:
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def catalogue(function: F) -> Callable[..., int]:
    """``--catalogue`` and ``--no-bundled``, handed on as ``catalogue``, open."""

    @option(
        "--catalogue",
        "paths",
        type=_Paths(),
        metavar="PATH",
        shell_complete=_complete_path,
        multiple=True,
        envvar="POLICY_CATALOGUE",
        help=N_("A catalogue file or folder beside the bundled one; else POLICY_CATALOGUE."),
    )
    @option("--no-bundled", is_flag=True, help=N_("Leave the bundled catalogue out."))
    @wraps(function)
    def with_catalogue(*, paths: Sequence[str], no_bundled: bool, **params: Any) -> int:
        from policycli.catalogue import open_catalogue
        from policycli.cli.progress import Note

        note = Note()
        opened = open_catalogue(*paths, bundled=not no_bundled, report=note.report)
        note.done()
        return function(catalogue=opened, **params)  # type: ignore[no-any-return]

    return with_catalogue


def filters(function: F) -> Callable[..., int]:
    """The seven filters, handed on as ``filters``: a mapping for ``Filters.of``."""
    names = tuple(_FILTERS)

    @wraps(function)
    def with_filters(**params: Any) -> int:
        chosen = {name: params.pop(name) for name in names}
        return function(filters=chosen, **params)  # type: ignore[no-any-return]

    return _all(*(_filter(name) for name in names))(with_filters)  # type: ignore[no-any-return]


_FILTERS = {
    "region": ("NAME", N_("Only this region, by name or code; a province takes in its cities.")),
    "end": ("END", N_("Only this end: supply, service, demand or environment.")),
    "theme": ("THEME", N_("Only this theme.")),
    "instrument": ("CODE", N_("Only this instrument, a STIP Compass code such as PI033.")),
    "level": ("LEVEL", N_("Only this level of government.")),
    "status": ("STATUS", N_("Only this status, such as in-force.")),
    "year": ("YEAR", N_("Only this year.")),
}


def _filter(name: str) -> Callable[[Any], Any]:
    metavar, meaning = _FILTERS[name]
    return option(
        f"--{name}",
        type=text,
        multiple=True,
        metavar=metavar,
        help=meaning,
        shell_complete=completed_by(name),
    )


def completed_by(what: str) -> Callable[..., Any]:
    """Completion by ``cli.complete``, which is loaded when a shell asks."""

    def candidates(ctx: click.Context, _param: click.Parameter, incomplete: str) -> Any:
        from policycli.cli.complete import complete

        return complete(what, ctx, incomplete)

    return candidates


def limit(default: int | None) -> Callable[[Any], Any]:
    """``--limit``."""
    return option(
        "-n",
        "--limit",
        type=click.IntRange(min=1),
        metavar="N",
        default=default,
        help=N_("At most so many results."),
    )
