"""Ids that come through a pipe: ``policy search 基金 --ids | policy show -``."""

import sys

import click

from policycli.cli.notes import say
from policycli.language import _

__all__ = ["expanded"]


def expanded(ctx: click.Context, values: tuple[str, ...]) -> tuple[str, ...]:
    """Values with the ids of standard input in the place of ``-``.

    Where a pipe holds none there is nothing to do, and the program ends with 1.
    """
    piped = _ids(sys.stdin.buffer.read())
    if not piped:
        say(_("Standard input holds no ids."))
        ctx.exit(1)
    return tuple(id for value in values for id in (piped if value == "-" else (value,)))


def _ids(raw: bytes) -> list[str]:
    """An id a line, or parted by NUL; what follows a tab is of other columns."""
    text = raw.decode("utf-8-sig", "replace")
    lines = text.split("\0") if "\0" in text else text.splitlines()
    ids = (line.partition("\t")[0].strip() for line in lines)
    return list(dict.fromkeys(id for id in ids if id))
