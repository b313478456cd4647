"""Named papers (《…》), each once for every policy that names it."""

from collections.abc import Iterable, Sequence
from typing import get_args

from policycli.records.model import Document, Entry, Policy, Role
from policycli.text.titles import bare
from policycli.tuples import NamedTuple

__all__ = ["Paper", "named", "papers"]

_ROLES = (*get_args(Role), "")


class Paper(NamedTuple):
    """A document of a policy.

    Attributes:
        head: The policy that names it, or has measures that do.
        document: All that its mentions say of it; of several roles the strongest.
        ids: Of the records that name it.
    """

    head: Policy
    document: Document
    ids: tuple[str, ...]


def papers(mentions: Iterable[Entry[Document]]) -> list[Paper]:
    """Documents in the order of the catalogues, the mentions of a title in a policy as one."""
    found: dict[tuple[str, str], Paper] = {}
    for entry in mentions:
        key = (entry.policy, bare(entry.record.title))
        before = found.get(key, Paper(entry.head, entry.record, ()))
        document = _merged(before.document, entry.record)
        found[key] = Paper(entry.head, document, tuple(dict.fromkeys((*before.ids, entry.id))))
    return list(found.values())


def _merged(one: Document, other: Document) -> Document:
    """What two mentions say together; the more exact date and the stronger role."""
    return one._replace(
        date=max(one.date, other.date, key=len),
        issuer=one.issuer or other.issuer,
        role=min(one.role, other.role, key=_ROLES.index),
        status=one.status or other.status,
    )


def named(found: Sequence[Paper], title: str) -> list[Paper]:
    """The papers with this title; where there are none, those whose title holds it."""
    wanted = bare(title)
    same = [paper for paper in found if bare(paper.document.title) == wanted]
    return same or [paper for paper in found if wanted and wanted in bare(paper.document.title)]
