"""The catalogues that the user has registered: a file of their paths, one a line.

Every reading command looks here, so it is a file that takes no parser.
"""

import os
from collections.abc import Iterable

from policycli import paths
from policycli.errors import CatalogueError, UsageError
from policycli.language import _

__all__ = ["in_use", "register", "registered", "unregister"]

_NAME = "catalogues.txt"


def registered() -> list[str]:
    """Absolute paths of files and folders, in the order in which they were registered."""
    folder = paths.config_dir()
    try:
        with open(os.path.join(folder or "", _NAME), "rb") as file:
            return [os.fsdecode(line) for line in file.read().splitlines() if line]
    except OSError:  # most users have none
        return []


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
    own = registered()
    if whole not in own:
        _write([*own, whole])
    return whole


def unregister(path: str) -> str:
    """Take a path off the list and return it as it stood there; the file itself stays.

    Raises:
        UsageError: It is not on the list.
        OSError: The list cannot be written.
    """
    own = registered()
    whole = path if path in own else os.path.abspath(path)
    if whole not in own:
        known = ", ".join(own) or "-"
        sentence = _("{path} is not registered; registered are: {known}")
        raise UsageError(sentence.format(path=whole, known=known))
    _write([other for other in own if other != whole])
    return whole


def _write(own: Iterable[str]) -> None:
    from policycli.files.write import write

    folder = paths.config_dir()
    if folder is None:
        raise UsageError(_("you have no home folder to keep the list in: set XDG_CONFIG_HOME"))
    os.makedirs(folder, exist_ok=True)
    lines = b"".join(os.fsencode(path) + b"\n" for path in own)
    write(os.path.join(folder, _NAME), lines, force=True)
