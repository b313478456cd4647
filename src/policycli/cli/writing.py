"""Options that say how and where an answer is written, handed on as one ``output``."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, TypeVar

import click

from policycli.cli.output import Output
from policycli.cli.parameters import (
    COLOR,
    NO_PAGER,
    at_most_one,
    complete_path,
    needs,
    option,
    text,
)
from policycli.language import N_
from policycli.render import by_ending, known

__all__ = ["chart", "cited", "formats", "listed", "output", "output_of", "reported"]

F = TypeVar("F", bound=Callable[..., Any])


def _pictures() -> Iterable[str]:
    from policycli.render.chart import ENDINGS

    return ENDINGS


def formats(*, citable: bool = False) -> Callable[[F], Callable[..., int]]:
    """``--format`` and ``--json``, handed on as ``output``, which goes to standard output.

    Args:
        citable: Whether styles of citation are among the formats.
    """

    def names() -> list[str]:
        return [form.name for form in known(citable=citable)]

    def decorate(function: F) -> Callable[..., int]:
        @option(
            "-f",
            "--format",
            "form",
            type=click.Choice(names(), case_sensitive=False),
            metavar="FORMAT",
            known=names,
            help=N_("{known}; else a terminal gets table, a pipe plain."),
        )
        @option("--json", "as_json", is_flag=True, help=N_("The same as --format json."))
        @wraps(function)
        def with_format(*, form: str | None, as_json: bool, **params: Any) -> int:
            meta = click.get_current_context().meta
            chosen = Output(
                "json" if as_json else form or "",
                meta.get(COLOR, "auto"),
                paged=not meta.get(NO_PAGER),
            )
            return function(output=chosen, **params)  # type: ignore[no-any-return]

        return with_format

    return decorate


def _by_template(function: F) -> Callable[..., int]:
    """``--template``, ``--ids`` and ``--null``, handed on within ``output``."""

    @option(
        "--template",
        metavar="TEXT",
        type=text,
        help=N_("A line for each result, such as '{id}\\t{title}'; {region.name} reaches inside."),
    )
    @option("--ids", is_flag=True, help=N_("Ids alone, each once, a line each."))
    @option("-0", "--null", is_flag=True, help=N_("End these lines with NUL, for xargs -0."))
    @wraps(function)
    def with_template(
        *, output: Output, template: str | None, ids: bool, null: bool, **params: Any
    ) -> int:
        if template is None and not ids:
            needs("ids/--template", null=null)
            return function(output=output, **params)  # type: ignore[no-any-return]
        at_most_one(template=template is not None, ids=ids, format=output.form)
        from policycli.render import template as templates

        lines = templates.ids if template is None else templates.parse(template).lines
        form = "ids" if template is None else "template"
        chosen = output._replace(form=form, lines=lines, end="\0" if null else "\n")
        return function(output=chosen, **params)  # type: ignore[no-any-return]

    return with_template


def output_of(
    *own: str, citable: bool = False, listed: bool = False, looked_up: bool = False
) -> Callable[[F], Callable[..., int]]:
    """The same two options, ``--output`` and ``--force``, handed on as ``output``.

    Args:
        own: Endings of files that the command makes itself, beside those of the formats.
        citable: Whether styles of citation are among the formats.
        listed: Whether items can be written by a template, or as ids; with options for it.
        looked_up: Whether the answer is of a catalogue, so that a file can have a manifest.
    """

    def endings() -> list[str]:
        return list(dict.fromkeys([*by_ending(citable=citable), *own]))

    def decorate(function: F) -> Callable[..., int]:
        @option(
            "-o",
            "--output",
            "output_file",
            type=text,
            metavar="FILE",
            default="",
            shell_complete=complete_path,
            known=endings,
            help=N_("Write a file in the format of its ending: {known}."),
        )
        @option("--force", is_flag=True, help=N_("Overwrite the file if it exists."))
        @wraps(function)
        def with_output(*, output: Output, output_file: str, force: bool, **params: Any) -> int:
            chosen = output._replace(path=output_file, force=force, own=own, citable=citable)
            return function(output=chosen, **params)  # type: ignore[no-any-return]

        whole = _by_template(with_output) if listed else with_output
        return formats(citable=citable)(_with_manifest(whole) if looked_up else whole)

    return decorate


def _with_manifest(function: F) -> Callable[..., int]:
    """``--manifest``, handed on within ``output``."""

    @option(
        "--manifest",
        is_flag=True,
        help=N_("Write beside the file how it came about (FILE.manifest.json)."),
    )
    @wraps(function)
    def noted(*, output: Output, manifest: bool, output_file: str, **params: Any) -> int:
        if not output_file:
            needs("output", manifest=manifest)
        chosen = output._replace(manifest=manifest)
        return function(output=chosen, output_file=output_file, **params)  # type: ignore[no-any-return]

    return noted


output = output_of()
reported = output_of(looked_up=True)
listed = output_of(listed=True, looked_up=True)
cited = output_of(citable=True, listed=True, looked_up=True)

chart = option(
    "--chart",
    type=text,
    metavar="FILE",
    default="",
    shell_complete=complete_path,
    known=_pictures,
    help=N_("Draw a picture instead: {known} (needs policycli[charts])."),
)
