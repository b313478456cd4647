"""Two states of a catalogue, read from where they are and compared."""

import os

from policycli.analysis.diff import Change, changes
from policycli.files.revisions import read_state

__all__ = ["diff"]


def diff(a: str | os.PathLike[str], b: str | os.PathLike[str]) -> list[Change]:
    """What changed from catalogue ``a`` to catalogue ``b``, by kind and then in their order.

    Args:
        a: A file, a folder, or ``git:REV`` for ``b`` as it was in a revision of its repository.
        b: The same; one of the two has to be a path.

    Raises:
        CatalogueError: Faults of either.
        UsageError: Both are revisions, or git does not know the revision.
    """
    old, new = os.fspath(a), os.fspath(b)
    return changes(read_state(old, new), read_state(new, old))
