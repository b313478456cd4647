"""Registered catalogue files in their last good state, to answer from while one has faults.

They lie in the cache folder under the paths that they have, and may be deleted at any time.
"""

import contextlib
import os
import shutil
from collections.abc import Container

from policycli import paths
from policycli.errors import CatalogueError
from policycli.files.members import catalogue_files

__all__ = ["forget", "keep", "kept", "kept_inside"]


def keep(path: str, state: tuple[int, int]) -> None:
    """Keep a copy of a file that has no faults, unless that was done or it has changed since.

    Args:
        path: Absolute.
        state: Its size, and time of change in nanoseconds, when it was found to have none.
    """
    copy = _copy(path)
    if not copy or _state(copy) == state:
        return
    with contextlib.suppress(OSError):  # then there is none to fall back on, which is said there
        os.makedirs(os.path.dirname(copy), exist_ok=True)
        new = f"{copy}.{os.getpid()}"  # nobody else's; its ending is no catalogue's
        shutil.copy2(path, new)
        if _state(path) == _state(new) == state:
            os.replace(new, copy)
        else:
            os.unlink(new)


def kept(path: str) -> str | None:
    """The copy of a file, last changed when the file was; ``None`` where there is none."""
    copy = _copy(path)
    return copy if copy and os.path.isfile(copy) else None


def kept_inside(path: str) -> dict[str, str]:
    """The copies of a file, or of all that a folder held, by the files that they stand for."""
    copy = _copy(path)
    try:
        copies = catalogue_files([copy]) if copy else []
    except CatalogueError:
        return {}
    return {
        os.path.normpath(os.path.join(path, os.path.relpath(each, copy))): each for each in copies
    }


def forget(path: str, but: Container[str] = ()) -> None:
    """Drop the copies of what a registered file or folder no longer holds.

    Args:
        path: The file or folder.
        but: Files of it whose copies stay.
    """
    for file, copy in kept_inside(path).items():
        if file not in but:
            with contextlib.suppress(OSError):
                os.unlink(copy)


def _copy(path: str) -> str | None:
    """Where the copy of a file is; ``None`` without a cache folder."""
    cache = paths.cache_dir()
    drive, rest = os.path.splitdrive(path)
    inside = os.path.join(drive.strip(":\\/"), rest.lstrip("\\/"))
    return os.path.join(cache, "kept", inside) if cache else None


def _state(path: str) -> tuple[int, int] | None:
    try:
        state = os.stat(path)
    except OSError:
        return None
    return state.st_size, state.st_mtime_ns
