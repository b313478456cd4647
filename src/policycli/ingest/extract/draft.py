"""A draft: a policy as a document gives it, and what people have to look at."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from policycli.files.state import State
from policycli.records.model import Policy, from_dict, to_dict

__all__ = ["Check", "Draft", "from_plain", "to_plain"]


class Check(NamedTuple):
    """Something for people to look at.

    Attributes:
        measure: Its id; empty where it is about the policy itself.
        key: Of the field, as ``date`` or ``figures``.
        item: Of a list, from 0; -1 for the field as a whole.
        what: In English, to be translated.
        words: Of the paper, that it is about; empty where it is about what the paper lacks.
    """

    measure: str
    key: str
    item: int
    what: str
    words: str = ""


class Draft(NamedTuple):
    """A policy as a document gives it, and what is uncertain about it.

    Attributes:
        exported: Of a policy that an export wrote, under its own id: what the catalogue said then,
            by the id of the measure, ``""`` for the policy itself. ``None`` for any other paper.
    """

    policy: Policy
    checks: tuple[Check, ...] = ()
    exported: Mapping[str, State] | None = None


def to_plain(draft: Draft) -> Any:
    """A draft as plain data, for another process."""
    said = draft.exported
    if said is not None:
        states = {id: [s.id, dict(s.digests), sorted(s.measures)] for id, s in said.items()}
    return [to_dict(draft.policy), draft.checks, None if said is None else states]


def from_plain(data: Any) -> Draft:
    """The draft that ``to_plain`` made plain."""
    policy, checks, exported = data
    if exported is not None:
        exported = {
            id: State(own, digests, frozenset(measures))
            for id, (own, digests, measures) in exported.items()
        }
    return Draft(from_dict(Policy, policy), tuple(Check(*check) for check in checks), exported)
