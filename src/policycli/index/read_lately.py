"""Which index was read through whole lately: for a day it is not read through again.

A small file beside the index has the mark of its seal, and its time is that of the reading. Where
it is missing, old, damaged or of another seal, the index is read through.
"""

import contextlib
import os
import time

__all__ = ["NAMES", "is_read", "remember"]

_NAME = "read"
NAMES = (_NAME, f"{_NAME}.new")
_LATELY = 24 * 3600  # seconds


def is_read(folder: str, mark: bytes) -> bool:
    """Whether an index was read through whole within a day.

    Args:
        folder: Of the index.
        mark: Of its seal.
    """
    try:
        with open(os.path.join(folder, _NAME), "rb") as file:
            age = time.time() - os.fstat(file.fileno()).st_mtime
            return 0 <= age < _LATELY and file.read() == mark
    except OSError:  # it was never read, or not since it was sealed
        return False


def remember(folder: str, mark: bytes) -> None:
    """Write down that it was read through now; where that cannot be, it is read again."""
    path = os.path.join(folder, _NAME)
    with contextlib.suppress(OSError):
        with open(f"{path}.new", "wb") as file:
            file.write(mark)
        os.replace(f"{path}.new", path)
