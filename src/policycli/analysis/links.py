"""Which policy amends, repeals or explains which: relations, with both ends found."""

from collections.abc import Iterable, Iterator

from policycli.index.records import Records
from policycli.records.model import Policy, RelationType, relations
from policycli.tuples import NamedTuple

__all__ = ["Link", "links", "links_of", "repeals"]


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


def links_of(policy: str, records: Records) -> list[Link]:
    """The links of one policy, by its id, to others of a catalogue, and of others to it."""
    own = records.heads([f"called:{policy}"])
    names = [name for head in own for name in (head.id, head.title)]
    near = records.heads([f"{how}:{name}" for how in ("called", "names") for name in names])
    found = links(_with_those_named(near, records))
    return [link for link in found if policy in (link.source.id, link.target.id)]


def repeals(records: Records) -> list[Link]:
    """The links of all policies of a catalogue that repeal another one."""
    every = _with_those_named(records.heads(["links:repeals"]), records)
    return [link for link in links(every) if link.type == "repeals"]


def _with_those_named(heads: Iterable[Policy], records: Records) -> list[Policy]:
    """Policies, each once, and every one that they name."""
    every = list(heads)
    named = {f"called:{name}" for head in every for _type, name in relations(head)}
    return list(dict.fromkeys([*every, *records.heads(named)]))


def _of(head: Policy, known: dict[str, list[Policy]]) -> Iterator[Link]:
    for kind, name in relations(head):
        others = [other for other in known.get(name, ()) if other.id != head.id]
        if len(others) == 1:
            yield Link(kind, head, others[0])
