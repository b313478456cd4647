"""Answers that go to a file, which is there as a whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

from policycli.errors import UsageError
from policycli.language import _

__all__ = ["check", "ending", "replacing"]


def ending(path: str, known: tuple[str, ...]) -> str:
    """The ending of a file's name, in small letters.

    Raises:
        UsageError: It is none of those that are known.
    """
    found = os.path.splitext(path)[1].lower()
    if found not in known:
        sentence = _("{path} ends in none of {known}, which say what to write")
        raise UsageError(sentence.format(path=path, known=", ".join(known)))
    return found


def check(path: str, *, force: bool) -> None:
    """Make sure that a file may be written.

    Raises:
        UsageError: It is there and may not be replaced, or is no file.
    """
    if os.path.exists(path) and not os.path.isfile(path):
        raise UsageError(_("{path} is no file").format(path=path))
    if os.path.exists(path) and not force:
        raise UsageError(_("{path} is there already; --force replaces it").format(path=path))


@contextmanager
def replacing(path: str) -> Iterator[BinaryIO]:
    """A file that takes the place of ``path`` when it is complete, and leaves nothing if not."""
    target = os.path.realpath(path)
    temporary = f"{target}.{os.getpid()}.tmp"
    try:
        with open(temporary, "xb") as file:
            yield file
        os.replace(temporary, target)
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from error
    finally:
        with suppress(OSError):
            os.unlink(temporary)
