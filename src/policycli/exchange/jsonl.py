"""JSON Lines: a catalogue again, one policy a line."""

import json
from collections.abc import Iterable

from policycli.records.model import Policy, to_dict

__all__ = ["content"]


def content(policies: Iterable[Policy], _title: str) -> bytes:
    """The lines of a catalogue; read again they are the same policies."""
    lines = (json.dumps(to_dict(policy), ensure_ascii=False) + "\n" for policy in policies)
    return "".join(lines).encode()
