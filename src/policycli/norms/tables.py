"""The tables that the review stands on: ``data/review.toml``, and what a user adds to it.

A user's own ``review.toml`` lies in the folder for configuration; its rows are added to those of
the same table, and a key that both have is the user's.
"""

import os
import re
from functools import cache
from typing import Any

from policycli.files.members import bundled
from policycli.paths import config_dir
from policycli.tuples import NamedTuple

__all__ = ["Tables", "tables"]

FILE = "review.toml"


class Tables(NamedTuple):
    """The tables, ready for use.

    Attributes:
        ranks: Rank of each level, 9 for the constitution.
        equal: What each term is written as in comparisons, and the pattern that finds them.
        renamed: New names of bodies by their old ones, with the pattern that finds the old ones.
        repealed: By the title of a law: what took its place, and since when.
        lines: Red lines, as they stand in the file.
    """

    ranks: dict[str, int]
    equal: tuple[dict[str, str], re.Pattern[str]]
    renamed: tuple[dict[str, str], re.Pattern[str]]
    repealed: dict[str, dict[str, str]]
    lines: tuple[dict[str, Any], ...]
    raw: dict[str, Any]


@cache
def tables() -> Tables:
    """The bundled tables with the user's additions.

    Raises:
        UsageError: A table cannot be read, or is not TOML.
    """
    data = _load(bundled(FILE))
    folder = config_dir()
    own = os.path.join(folder, FILE) if folder else ""
    if own and os.path.exists(own):
        data = _joined(data, _load(own))
    equal = {word: row[0] for row in data["equal"]["rows"] for word in row}
    renamed = data.get("renamed", {})
    return Tables(
        data["ranks"],
        (equal, _any_of(equal)),
        (renamed, _any_of(renamed)),
        data.get("repealed", {}),
        tuple(data.get("lines", ())),
        data,
    )


def _load(path: str) -> dict[str, Any]:
    import tomli

    from policycli.errors import UsageError

    try:
        with open(path, "rb") as file:
            return tomli.load(file)
    except (OSError, tomli.TOMLDecodeError) as error:
        raise UsageError(f"{path}: {error}") from error


def _joined(one: Any, other: Any) -> Any:
    """Tables key by key, lists after each other; of two values the other."""
    if isinstance(one, dict) and isinstance(other, dict):
        shared = {key: _joined(one[key], other[key]) for key in one.keys() & other.keys()}
        return {**one, **other, **shared}
    return [*one, *other] if isinstance(one, list) and isinstance(other, list) else other


def _any_of(words: dict[str, str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")
