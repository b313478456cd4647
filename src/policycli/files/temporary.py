"""Names of what is on its way: a killed process leaves them behind, and the next one sweeps.

They begin with a dot and hold the number of their process, so that no folder takes them for
catalogues, and nothing is swept that somebody still works on.
"""

import contextlib
import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator

__all__ = ["new_file", "new_folder"]

_NAME = re.compile(r"\.policy-([0-9]+)-[a-z0-9_]{8}")
_OLD = 24 * 3600  # seconds; the number of a process on another machine of the network says nothing


def new_file(folder: str) -> tuple[int, str]:
    """An open file of this process in ``folder``, and its path.

    Raises:
        OSError: The folder is missing, full or read-only.
    """
    _sweep(folder)
    return tempfile.mkstemp(prefix=_prefix(), dir=folder)


@contextlib.contextmanager
def new_folder() -> Iterator[str]:
    """A folder among the system's temporary ones, which goes away with everything in it."""
    _sweep(tempfile.gettempdir())
    with tempfile.TemporaryDirectory(prefix=_prefix()) as folder:
        yield folder


def _prefix() -> str:
    return f".policy-{os.getpid()}-"


def _sweep(folder: str) -> None:
    """Remove what killed processes have left in ``folder`` a day ago or longer."""
    with contextlib.suppress(OSError):
        for name in os.listdir(folder):
            found = _NAME.fullmatch(name)
            if found and _is_left(os.path.join(folder, name), int(found[1])):
                _remove(os.path.join(folder, name))


def _is_left(path: str, process: int) -> bool:
    try:
        return time.time() - os.lstat(path).st_mtime > _OLD and not _is_running(process)
    except OSError:  # somebody else has swept it
        return False


def _is_running(process: int) -> bool:
    if os.name == "nt":  # there a signal of 0 would end it
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # it is another user's
        return True
    return True


def _remove(path: str) -> None:
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path, ignore_errors=True)
        return
    with contextlib.suppress(OSError):
        os.unlink(path)
