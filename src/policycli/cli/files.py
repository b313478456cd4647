"""What the name of a file says about what to write."""

import os
from collections.abc import Iterable

from policycli.errors import UsageError
from policycli.language import _

__all__ = ["ending"]


def ending(path: str, known: Iterable[str]) -> str:
    """The ending of a file's name, in small letters.

    Raises:
        UsageError: It is none of those that are known.
    """
    found = os.path.splitext(path)[1].lower()
    if found not in known:
        sentence = _("cannot tell a format from {path}: use one of {known}")
        raise UsageError(sentence.format(path=path, known=", ".join(known)))
    return found
