"""A column of a table, and what rules do with several of them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from policycli.ingest.extract.ledgers.headings import ADDS, Heading

__all__ = ["WORDED", "Asked", "Column", "become", "has", "instead"]

Asked = Mapping[str, str]
"""Keys by the plain titles of columns, as somebody named them."""

WORDED = ("measure.text", "measure.title", "measure.summary", "policy.summary")


class Column(NamedTuple):
    """A column of a table: where it stands, what it is called, and what it holds."""

    at: int
    title: str
    known: Heading

    @property
    def key(self) -> str:
        """As ``policy.date``."""
        return self.known.key


def has(found: Sequence[Column], *keys: str) -> bool:
    """Whether a column has one of the keys."""
    return any(column.key in keys for column in found)


def become(found: Sequence[Column], old: str, new: str, rank: int = 0) -> list[Column]:
    """The columns, those of one key with another one."""
    known = Heading(new, rank, adds=rank >= ADDS)
    return [c._replace(known=known) if c.key == old else c for c in found]


def instead(found: Sequence[Column], these: Sequence[Column], known: Heading) -> list[Column]:
    """The columns, some of them as something else."""
    return [c._replace(known=known) if c in these else c for c in found]
