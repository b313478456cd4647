"""What may be asked of a review."""

from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["BASES", "Options"]

BASES = ("higher", "same", "sister", "all")
_RELATIONS = {
    "": ("higher", "same-region"),
    "higher": ("higher",),
    "same": ("same-region",),
    "sister": ("sister",),
    "all": ("higher", "same-region", "sister"),
}


class Options(NamedTuple):
    """What may be asked of a review.

    Attributes:
        bases: ``higher``, ``same``, ``sister`` or ``all``; empty for higher and same.
        against: Ids of the only papers to read against.
        replaces: Id of the version that the draft takes the place of.
        only: Kinds of findings wanted, or the groups ``cites``, ``differences``; none for all.
        ignore: Rules or kinds that are left out.
        region: Of the draft, by name or code, where its head says otherwise or nothing.
        level: The same.
        date: The same.
    """

    bases: str = ""
    against: Sequence[str] = ()
    replaces: str = ""
    only: Sequence[str] = ()
    ignore: Sequence[str] = ()
    region: str = ""
    level: str = ""
    date: str = ""

    @property
    def relations(self) -> frozenset[str]:
        """The relations of papers that may be a basis."""
        return frozenset(_RELATIONS[self.bases])
