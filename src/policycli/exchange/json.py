"""JSON: the same policies as in a catalogue, in one object."""

import json
from collections.abc import Iterable

from policycli.records.model import Policy, to_dict
from policycli.render.json import SCHEMA

__all__ = ["content"]


def content(policies: Iterable[Policy], title: str) -> bytes:
    """An object with ``schema``, ``title`` and ``policies``, keys as in the records."""
    data = {"schema": SCHEMA, "title": title, "policies": [*map(to_dict, policies)]}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
