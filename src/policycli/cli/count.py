"""How many results are wanted: a number from 1 on."""

import click

from policycli.language import _

__all__ = ["Count"]


class Count(click.ParamType[int]):
    """A number of results."""

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
