"""Which policy amends, repeals or explains which: relations, with both ends found."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from policycli.model import Policy, RelationType

__all__ = ["Link", "links"]

_ROLES: dict[str, RelationType] = {"repealed": "repeals", "amended": "amends"}


class Link(NamedTuple):
    """One policy's relation to another.

    Attributes:
        source: The policy that says so, without its measures.
        target: The policy that it is said of, without its measures.
    """

    type: RelationType
    source: Policy
    target: Policy


def links(heads: Iterable[Policy]) -> list[Link]:
    """Every relation whose target is one of ``heads``, by id or by title; each once.

    A document that a policy repealed or amended counts as well. A title that several policies
    have, such as a law and its earlier version, is a link only where one of them is left beside
    the policy that names it.
    """
    every = list(heads)
    known: dict[str, list[Policy]] = {}
    for head in every:
        known.setdefault(head.id, []).append(head)
        known.setdefault(head.title, []).append(head)
    found = (link for head in every for link in _of(head, known))
    return list(dict.fromkeys(found))


def _of(head: Policy, known: dict[str, list[Policy]]) -> Iterator[Link]:
    for kind, name in _named(head):
        others = [other for other in known.get(name.strip("《》 "), ()) if other.id != head.id]
        if len(others) == 1:
            yield Link(kind, head, others[0])


def _named(head: Policy) -> Iterator[tuple[RelationType, str]]:
    for relation in head.relations:
        yield relation.type, relation.target
    for document in head.documents:
        if document.role in _ROLES:
            yield _ROLES[document.role], document.title
