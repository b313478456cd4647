"""What an assistant with a shell has to know of this program: a SKILL.md of this very version."""

from collections.abc import Iterator

import click

from policycli import __version__, language
from policycli.cli.group import COMMANDS, policy
from policycli.cli.help import Command

__all__ = ["lines"]

_HEAD = """\
---
name: policycli
description: Look up, compare and check Chinese science-and-technology policy measures and laws \
offline, with the command `policy`. Use it for what a region or law provides, for figures and \
deadlines of policies, to check citations, and to review a draft rule or screen a project for \
ethics review.
---

# policycli {version}

Everything is offline. Add `--json` to any command that answers: one object with `total`, \
`truncated` and `results`; keys are added and never taken away, and `docs/cli.md` lists them.

- Exit 0: found or done. 1: nothing matched, or `check`, `diff`, `news`, `screen`, `validate` and \
`timeline --due` found something. 2: wrong usage or bad data; standard error says in a sentence \
what to do.
- What is not found is not in the catalogues, which says nothing about what exists. `policy \
info` lists them.
- A hit whose `how` is not `exact` is a guess, and `missing` names words that it lacks: read \
it with `policy show ID` before you rely on it.
- Quote figures with `op` (at least, at most, about), unit and period. Cite by the official \
Chinese title and article, and say as of when (`--as-of`).
- `check` and `screen` help people to look. They decide nothing.
"""


def lines() -> Iterator[str]:
    """The file in English: what holds everywhere, then every command with its examples."""
    language.use("en")
    yield from _HEAD.format(version=__version__).splitlines()
    for name in COMMANDS:
        command = policy.get_command(click.Context(policy), name)
        assert isinstance(command, Command)  # noqa: S101 - all of them are
        yield from ("", f"## policy {name}", "", command.get_short_help_str())
        if command.examples:
            yield from ("", "```sh", *map(_example, command.examples), "```")


def _example(example: tuple[str, str]) -> str:
    line, meaning = example
    return f"{line}  # {meaning}"
