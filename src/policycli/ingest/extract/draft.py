"""A draft: a policy as a document gives it, and what people have to look at."""

import json
import zlib
from collections.abc import Mapping
from typing import Any, NamedTuple

from policycli.files.state import State
from policycli.records.model import Policy, from_dict, to_dict

__all__ = ["Check", "Draft", "Packed", "counts", "from_plain", "packed", "to_plain", "unpacked"]


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
        file: The fingerprint of the file that all of it stands in; empty where it has to be read
            again another time.
        rows: Whether the measures are rows of a ledger, whose ids only count them.
    """

    policy: Policy
    checks: tuple[Check, ...] = ()
    exported: Mapping[str, State] | None = None
    file: str = ""
    rows: bool = False


class Packed(NamedTuple):
    """A draft that waits for its catalogue and takes little memory, with what is shown of it.

    Attributes:
        counts: What the policy has, by ``measures``, ``figures`` and ``documents``.
        raw: All of the draft; empty for a policy that is known to be unchanged.
    """

    title: str
    date: str
    counts: Mapping[str, int]
    checks: tuple[Check, ...]
    exported: bool
    raw: bytes

    @property
    def policy(self) -> Policy:
        """The policy as the document gives it."""
        return unpacked(self.raw).policy


def packed(draft: Draft) -> Packed:
    """A draft, made small."""
    raw = json.dumps(to_plain(draft), ensure_ascii=False).encode("utf-8", "surrogatepass")
    policy = draft.policy
    small, exported = zlib.compress(raw, 1), draft.exported is not None
    return Packed(policy.title, policy.date, counts(policy), draft.checks, exported, small)


def unpacked(raw: bytes) -> Draft:
    """The draft that ``packed`` made small."""
    return from_plain(json.loads(zlib.decompress(raw).decode("utf-8", "surrogatepass")))


def counts(policy: Policy) -> dict[str, int]:
    """What a policy has; a document that is named twice counts once."""
    named = {document.title for measure in policy.measures for document in measure.documents}
    return {
        "measures": len(policy.measures),
        "figures": sum(len(measure.figures) for measure in policy.measures),
        "documents": len(named | {document.title for document in policy.documents}),
    }


def to_plain(draft: Draft) -> Any:
    """A draft as plain data, for another process."""
    said = draft.exported
    if said is not None:
        states = {id: [s.id, dict(s.digests), sorted(s.measures)] for id, s in said.items()}
    known = None if said is None else states
    return [to_dict(draft.policy), draft.checks, known, draft.file, draft.rows]


def from_plain(data: Any) -> Draft:
    """The draft that ``to_plain`` made plain."""
    policy, checks, exported, file, rows = data
    if exported is not None:
        exported = {
            id: State(own, digests, frozenset(measures))
            for id, (own, digests, measures) in exported.items()
        }
    checks = tuple(Check(*check) for check in checks)
    return Draft(from_dict(Policy, policy), checks, exported, file, rows)
