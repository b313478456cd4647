"""The catalogues that the user has registered: a file of their paths, one a line.

Every reading command looks here, so it is a file that takes no parser.
"""

import contextlib
import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from policycli import paths
from policycli.errors import CatalogueError, UsageError
from policycli.language import _

if TYPE_CHECKING:
    from policycli.files.locking import Changed

__all__ = ["in_use", "register", "registered", "unregister"]

_NAME = "catalogues.txt"


def registered() -> list[str]:
    """Absolute paths of files and folders, in the order in which they were registered."""
    folder = paths.config_dir()
    try:
        with open(os.path.join(folder or "", _NAME), "rb") as file:
            return _listed(file.read())
    except OSError:  # most users have none
        return []


def _listed(raw: bytes) -> list[str]:
    return [os.fsdecode(line) for line in raw.splitlines() if line]


def in_use(named: Iterable[str]) -> list[str]:
    """The paths ``named`` on a command line, after those that are registered.

    Raises:
        CatalogueError: Registered paths are no longer there.
    """
    own = registered()
    gone = [path for path in own if not os.path.exists(path)]
    if gone:
        from policycli.files.faults import MISSING_FILE
        from policycli.finding import Finding

        what = _("no such file or folder; “policy catalogue remove” takes it off your list")
        raise CatalogueError([Finding(MISSING_FILE.name, what, path) for path in gone])
    return [*own, *named]


def register(path: str) -> str:
    """Put a path on the list, where it is not on it yet, and return it as it stands there.

    Raises:
        UsageError: The list cannot hold it, or there is no folder for the list.
        OSError: The list cannot be written.
    """
    whole = os.path.abspath(path)
    if len(whole.splitlines()) != 1:
        raise UsageError(_("a path with a line break cannot be registered: rename the file"))
    with _changing() as (own, file):
        if whole not in own:
            _write(file, [*own, whole])
    return whole


def unregister(path: str) -> str:
    """Take a path off the list and return it as it stood there; the file itself stays.

    Raises:
        UsageError: It is not on the list.
        OSError: The list cannot be written.
    """
    with _changing() as (own, file):
        whole = path if path in own else os.path.abspath(path)
        if whole not in own:
            known = ", ".join(own) or "-"
            sentence = _("{path} is not registered; registered are: {known}")
            raise UsageError(sentence.format(path=whole, known=known))
        _write(file, [other for other in own if other != whole])
    return whole


@contextlib.contextmanager
def _changing() -> Iterator[tuple[list[str], "Changed"]]:
    """The list, while nobody else changes it."""
    from policycli.files.locking import changing

    folder = paths.config_dir()
    if folder is None:
        raise UsageError(_("you have no home folder to keep the list in: set XDG_CONFIG_HOME"))
    os.makedirs(folder, exist_ok=True)
    with changing(os.path.join(folder, _NAME)) as file:
        yield _listed(file.content or b""), file


def _write(file: "Changed", own: Iterable[str]) -> None:
    file.replace(b"".join(os.fsencode(path) + b"\n" for path in own))
