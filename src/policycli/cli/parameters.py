"""What options and arguments are made of: translated help, completion, and what goes together."""

import sys
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

import click

from policycli.cli.help import Option
from policycli.language import _

__all__ = [
    "CATALOGUE",
    "COLOR",
    "NO_PAGER",
    "Count",
    "at_most_one",
    "complete_path",
    "completed_by",
    "needs",
    "notice",
    "option",
    "path",
    "piped",
    "settled",
    "text",
    "together",
    "words",
]

F = TypeVar("F", bound=Callable[..., Any])

CATALOGUE = "policycli.catalogue"
COLOR = "policycli.color"
NO_PAGER = "policycli.no-pager"
"""Where the context of a command has the catalogue it opened, and what else was asked for."""

option = partial(click.option, cls=Option)


def text(value: str) -> str:
    """Words as text, also where their bytes are none in this locale."""
    return value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def words(
    name: str,
    metavar: str,
    help: str,  # noqa: A002
    *,
    called: str = "",
    several: bool = False,
    by: Callable[..., Any] | None = None,
) -> Callable[[F], F]:
    """An option that takes words; empty, or none of several, where it is not given.

    Args:
        name: Of the option.
        metavar: What stands for the words in help.
        help: What it does.
        called: What it is handed on as, where that is not its name.
        several: Whether it may be given several times.
        by: What completes it.
    """
    more: dict[str, Any] = {"multiple": True} if several else {"default": ""}
    names = (name, called) if called else (name,)
    return option(*names, type=text, metavar=metavar, help=help, shell_complete=by, **more)


def together(*decorators: Callable[[Any], Any]) -> Callable[[Any], Any]:
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


def complete_path(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> Any:
    """Completion of files, which the shell does."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def path(name: str, *, type: Any = text, **more: Any) -> Callable[[Any], Any]:  # noqa: A002
    """An argument that is the name of a file, which the shell completes."""
    return click.argument(name, type=type, shell_complete=complete_path, **more)


def completed_by(what: str) -> Callable[..., Any]:
    """Completion by ``cli.complete``, which is loaded when a shell asks."""

    def candidates(ctx: click.Context, _param: click.Parameter, incomplete: str) -> Any:
        from policycli.cli.complete import complete

        return complete(what, ctx, incomplete)

    return candidates


def at_most_one(**asked: object) -> None:
    """Of options that cannot be heeded together.

    Raises:
        click.UsageError: Two of them are asked for.
    """
    chosen = [name for name, value in asked.items() if value]
    if len(chosen) > 1:
        sentence = _("--{one} and --{other} cannot be used together.")
        raise click.UsageError(
            sentence.format(one=chosen[0], other=chosen[1]), click.get_current_context()
        )


def needs(needed: str, **asked: object) -> None:
    """Of options that mean something beside another one alone, which is not there.

    Raises:
        click.UsageError: One of them is asked for.
    """
    for name, value in asked.items():
        if value:
            sentence = _("--{option} needs --{needed}.").format(option=name, needed=needed)
            raise click.UsageError(sentence, click.get_current_context())


def piped(ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The values of a parameter, with the ids of standard input in the place of ``-``."""
    if "-" not in values or ctx.resilient_parsing:
        return values
    from policycli.cli.stdin import expanded

    return expanded(ctx, values)


def settled(name: str) -> Callable[[click.Context, click.Parameter, Any], Any]:
    """A callback that puts what the user has settled in the place of what was not typed."""

    def value(ctx: click.Context, _param: click.Parameter, typed: Any) -> Any:
        if typed or ctx.resilient_parsing or not sys.stdout.isatty():
            return typed if typed != ("",) else ()  # an empty value lifts what is settled
        from policycli.cli.settled import standing_in

        return standing_in(name, typed, ctx.params)

    return value


class Count(click.ParamType[int]):
    """How many results are wanted: a number from 1 on."""

    name = "count"

    def convert(
        self, value: int | str, _param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """The number that was typed.

        Raises:
            UsageError: It is none, or less than 1.
        """
        from policycli.files.settings import count

        found = value if isinstance(value, int) else count(value)
        if found:
            return found
        sentence = _("-n takes a number from 1 on, not {value}: write -n 20")
        raise click.UsageError(sentence.format(value=repr(value)), ctx)
