"""Which indexes this process answers from as it found them; one that fails is made anew, once.

Imports nothing: the command line stands on it before it knows what it has to do.
"""

import contextlib
import os
from collections.abc import Callable
from typing import TypeVar

__all__ = ["asked_twice", "distrust", "is_damage", "is_trusted", "trust"]

T = TypeVar("T")

_SEAL = "seal.json"  # without it an index is made anew
_trusted: set[str] = set()  # folders


def trust(folder: str) -> None:
    """Answer from the index in a folder as it was found."""
    _trusted.add(folder)


def is_trusted(folder: str) -> bool:
    """Whether it is answered from as it was found."""
    return folder in _trusted


def asked_twice(ask: Callable[[], T], is_foreseen: Callable[[BaseException], bool]) -> T:
    """What ``ask`` gives, if it has to be from indexes made anew.

    Args:
        ask: Asks, and opens what is no longer trusted anew.
        is_foreseen: Whether an error is an answer, and not that of a damaged index.

    Raises:
        BaseException: What ``ask`` raises, the second time if an index was to blame.
    """
    try:
        return ask()
    except BaseException as error:
        if not is_damage(error) or is_foreseen(error) or not distrust():
            raise
    return ask()


def is_damage(error: BaseException) -> bool:
    """Whether an error may come of what was read: panics of compiled code are no Exceptions."""
    return isinstance(error, Exception) or type(error).__name__ == "PanicException"


def distrust() -> bool:
    """Let every index that this process found be made anew; whether there was one."""
    found = bool(_trusted)
    while _trusted:
        with contextlib.suppress(OSError):  # it has gone, or cannot be made anew there
            os.unlink(os.path.join(_trusted.pop(), _SEAL))
    return found
