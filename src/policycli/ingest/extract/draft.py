"""A draft: a policy as a document gives it, and what people have to look at."""

from collections.abc import Mapping
from typing import NamedTuple

from policycli.files.state import State
from policycli.records.model import Policy

__all__ = ["Check", "Draft"]


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
