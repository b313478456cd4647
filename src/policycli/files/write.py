"""Writes a file in one step: it is there as a whole, or as it was before."""

import contextlib
import os
import shutil
from collections.abc import Callable

from policycli.errors import UsageError
from policycli.files.temporary import new_file
from policycli.language import _

__all__ = ["check_free", "create", "replace", "write"]


def check_free(path: str, *, force: bool) -> None:
    """See to it that nothing is overwritten that the user wants to keep.

    Raises:
        UsageError: There is a file of this name and ``force`` is false, or it is a folder.
    """
    if os.path.exists(path) and not os.path.isfile(path):
        raise UsageError(_("{path} is not a file").format(path=path))
    if os.path.lexists(path) and not force:
        raise _taken(path)


def _taken(path: str) -> UsageError:
    return UsageError(_("{path} already exists; --force overwrites it").format(path=path))


def write(path: str, content: bytes, *, force: bool) -> None:
    """Write ``content``; a file that is overwritten keeps its rights, a link its target.

    What depends on what a file holds is written with ``files.locking.changing`` instead.

    Raises:
        UsageError: See ``check_free``; also where the file came into being only now.
        OSError: The folder is missing, full or read-only; what was there is there still.
    """
    check_free(path, force=force)
    try:
        (replace if force else create)(path, content)
    except FileExistsError as error:
        raise _taken(path) from error


def replace(path: str, content: bytes) -> None:
    """Put ``content`` in the place of a file, there or not.

    Raises:
        OSError: See ``write``.
    """
    _put(path, content, os.replace)


def create(path: str, content: bytes) -> None:
    """Make a file that was not there.

    Raises:
        FileExistsError: Somebody else has made it in this very moment.
        OSError: See ``write``.
    """
    _put(path, content, _link)


def _put(path: str, content: bytes, take_place: Callable[[str, str], None]) -> None:
    try:
        _written(os.path.realpath(path), content, take_place)
    except OSError as error:  # it is about the file that was asked for
        raise OSError(error.errno, error.strerror, path) from error


def _written(path: str, content: bytes, take_place: Callable[[str, str], None]) -> None:
    number, new = new_file(os.path.dirname(path))
    try:
        with open(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(number)
        _take_rights(path, new)
        take_place(new, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(new)
        raise


def _link(new: str, path: str) -> None:
    """Give a whole file its name, unless somebody else has taken it."""
    try:
        os.link(new, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links, as on a stick: take the name first
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        os.replace(new, path)
    else:
        os.unlink(new)


def _take_rights(path: str, new: str) -> None:
    """Those of the file that is replaced, else those that a new file has."""
    if os.path.exists(path):
        shutil.copymode(path, new)
        return
    mask = os.umask(0)
    os.umask(mask)
    os.chmod(new, 0o666 & ~mask)
