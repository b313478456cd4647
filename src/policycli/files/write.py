"""Writes a file in one step: it is there as a whole, or as it was before."""

import contextlib
import os
import shutil
import tempfile

from policycli.errors import UsageError
from policycli.language import _

__all__ = ["check_free", "write"]


def check_free(path: str, *, force: bool) -> None:
    """See to it that nothing is overwritten that the user wants to keep.

    Raises:
        UsageError: There is a file of this name and ``force`` is false, or it is a folder.
    """
    if os.path.exists(path) and not os.path.isfile(path):
        raise UsageError(_("{path} is no file").format(path=path))
    if os.path.lexists(path) and not force:
        raise UsageError(_("{path} is there already; --force replaces it").format(path=path))


def write(path: str, content: bytes, *, force: bool) -> None:
    """Write ``content``; a file that is overwritten keeps its rights, a link its target.

    Raises:
        UsageError: See ``check_free``.
        OSError: The folder is missing, full or read-only; what was there is there still.
    """
    check_free(path, force=force)
    try:
        _replace(os.path.realpath(path), content)
    except OSError as error:  # it is about the file that was asked for
        raise OSError(error.errno, error.strerror, path) from error


def _replace(path: str, content: bytes) -> None:
    number, new = tempfile.mkstemp(prefix=".policy-", dir=os.path.dirname(path))
    try:
        with open(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(number)
        _take_rights(path, new)
        os.replace(new, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(new)
        raise


def _take_rights(path: str, new: str) -> None:
    """Those of the file that is replaced, else those that a new file has."""
    if os.path.exists(path):
        shutil.copymode(path, new)
        return
    mask = os.umask(0)
    os.umask(mask)
    os.chmod(new, 0o666 & ~mask)
