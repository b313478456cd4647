"""Catalogues in TOML, for people to write: ``[[policies]]``, ``[[problems]]``, ``[synonyms]``."""

from collections.abc import Callable
from typing import TypeVar

import tomli

from policycli.files.encoding import decode
from policycli.files.faults import NOT_TOML, Faults, Key, Note, spell
from policycli.files.formats import Contents
from policycli.files.places import Locate, nearest, places
from policycli.files.validate import read_contents
from policycli.finding import Rule
from policycli.language import _

__all__ = ["locate", "read", "read_whole"]

T = TypeVar("T")


def read(path: str) -> Contents:
    """What a TOML file holds, once all of it is known to be right.

    Raises:
        CatalogueError: Every fault of the file.
        OSError: It cannot be read.
    """
    return read_whole(path, read_contents)


def read_whole(path: str, make: Callable[[dict[str, object], Note], T]) -> T:
    """What ``make`` makes of a TOML file, once all of it is known to be right.

    Args:
        path: The file.
        make: Takes its data, and notes every fault in it.

    Raises:
        CatalogueError: Every fault of the file.
        OSError: It cannot be read.
    """
    faults = Faults(path)
    with open(path, "rb") as file:
        text = decode(file.read(), 1, faults)
    notes: list[tuple[Key, str, Rule]] = []
    made = make(_parse(text, faults), lambda *fault: notes.append(fault))
    if notes:
        lines = places(text)
        for key, what, rule in notes:
            faults.add(key, what, rule, nearest(lines, key))
        raise faults.error()
    return made


def locate(raw: bytes) -> Locate:
    """The lines of a file that could be read."""
    text = raw.decode("utf-8-sig")
    lines, policies = places(text), len(tomli.loads(text).get("policies", ()))

    def at(number: int, key: Key) -> tuple[int, str]:
        within = number - policies
        whole = ("policies", number, *key) if within < 0 else ("problems", within, *key)
        return nearest(lines, whole), spell(whole)

    return at


def _parse(text: str, faults: Faults) -> dict[str, object]:
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        faults.add((), _("not TOML: {why}").format(why=error.msg), NOT_TOML, error.lineno)
        raise faults.error() from error
    except (ValueError, RecursionError) as error:  # beyond the parser's limits
        faults.add((), _("not a catalogue: {why}").format(why=error), NOT_TOML)
        raise faults.error() from error
