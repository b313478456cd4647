"""Commands and options whose help is translated, has examples, and fits Chinese on a terminal."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import click

from policycli.language import _

__all__ = ["Command", "Formatter", "Group", "Option"]


class Formatter(click.HelpFormatter):
    """Help laid out in terminal cells; click counts characters, and Chinese ones take two."""

    def write_heading(self, heading: str) -> None:
        """Write the name of a section."""
        self.write(" " * self.current_indent + _("{heading}:").format(heading=heading) + "\n")

    def write_text(self, text: str) -> None:
        """Write paragraphs, each wrapped."""
        from policycli.render.wrap import fill

        indent = " " * self.current_indent
        paragraphs = [" ".join(part.split()) for part in text.split("\n\n")]
        wrapped = (fill(part, self.width - self.current_indent) for part in paragraphs)
        self.write("\n\n".join("\n".join(indent + line for line in lines) for lines in wrapped))
        self.write("\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 24, col_spacing: int = 2
    ) -> None:
        """Write terms and what they mean, in two columns."""
        from policycli.render.wrap import width

        rows = list(rows)
        column = min(max(width(term) for term, _meaning in rows), col_max) + col_spacing
        for term, meaning in rows:
            self._write_term(term, meaning, column)

    def _write_term(self, term: str, meaning: str, column: int) -> None:
        from policycli.render.wrap import fill, width

        indent = " " * self.current_indent
        lines = fill(meaning, max(self.width - self.current_indent - column, 20))
        if width(term) > column - 2:
            self.write(f"{indent}{term}\n")
            term = ""
        for line in lines:
            self.write(f"{indent}{term}{' ' * (column - width(term))}{line}".rstrip() + "\n")
            term = ""


class _Context(click.Context):
    formatter_class = Formatter


class Option(click.Option):
    """An option whose help is translated when it is shown.

    Args:
        known: Gives what stands for ``{known}`` in the help, such as the names in a registry.
    """

    def __init__(
        self, *args: Any, known: Callable[[], Iterable[str]] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.known = known

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option as written, and what it does."""
        record, text = super().get_help_record(ctx), self.help or ""
        text = _(text)
        if self.known:
            from policycli.labels import join

            text = text.format(known=join(self.known()))
        return record and (record[0], text)


class Command(click.Command):
    """A command with translated help and examples.

    Args:
        examples: Command lines, each with what it does.
        kinds: A heading and what gives the terms under it, each with its meaning, such as the
            kinds of files in a registry.
    """

    context_class = _Context

    def __init__(
        self,
        *args: Any,
        examples: Sequence[tuple[str, str]] = (),
        kinds: tuple[str, Callable[[], Iterable[tuple[str, str]]]] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.examples = examples
        self.kinds = kinds

    def make_parser(self, ctx: click.Context) -> Any:
        """The parser of click, which takes ``-f`` for a long option first.

        That there is none is a mistake, whose words take it 2 ms to find; so there is one. Both
        tables are click's own: a version without them is 2 ms slower, and no worse.
        """
        parser = super().make_parser(ctx)
        getattr(parser, "_long_opt", {}).update(getattr(parser, "_short_opt", {}))
        return parser

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 - click's signature
        """The first paragraph of the help."""
        text = self.help or ""
        return _(text).split("\n\n")[0]

    def format_help_text(
        self,
        ctx: click.Context,  # noqa: ARG002
        formatter: click.HelpFormatter,
    ) -> None:
        """Write what the command does."""
        text = self.help or ""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_(text))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, and the terms under their heading."""
        super().format_options(ctx, formatter)
        if self.kinds:
            heading, terms = self.kinds
            with formatter.section(_(heading)):
                formatter.write_dl([(term, _(meaning)) for term, meaning in terms()])

    def format_epilog(
        self,
        ctx: click.Context,  # noqa: ARG002
        formatter: click.HelpFormatter,
    ) -> None:
        """Write the examples."""
        if self.examples:
            with formatter.section(_("Examples")):
                rows = [(line, _(meaning)) for line, meaning in self.examples]
                formatter.write_dl(rows, col_max=48)


class Group(Command, click.Group):
    """A command with commands of its own, translated and with examples likewise.

    Without one of them it shows what there is, unless it is to be invoked without them itself.
    """

    def __init__(self, *args: Any, invoke_without_command: bool = False, **kwargs: Any) -> None:
        if not invoke_without_command:
            kwargs["callback"] = click.pass_context(self._alone)
        super().__init__(*args, invoke_without_command=True, **kwargs)

    def overview(self, ctx: click.Context) -> str:
        """What is shown without a command: the help."""
        return ctx.get_help()

    def _alone(self, ctx: click.Context) -> int:
        if ctx.invoked_subcommand is None:
            click.echo(self.overview(ctx))
        return 0
