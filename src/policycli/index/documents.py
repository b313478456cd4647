"""From a record to its document in the index."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby

import tantivy

from policycli.index import schema
from policycli.index.facets import facets
from policycli.index.fields import FIELDS, Line, lines
from policycli.model import Measure, Policy, to_dict
from policycli.text.alphabet import Alphabet

__all__ = ["documents"]

_FORCE = {"宪法": 1.0, "法律": 1.0, "司法解释": 0.9, "行政法规": 0.8}  # legal force, highest first


def documents(policy: Policy, file: str, place: int, alphabet: Alphabet) -> Iterator[tantivy.Document]:
    """The documents of a policy and of each of its measures.

    Args:
        file: The catalogue file, so that its documents can be replaced together.
        place: Number of the policy in its file; measures are numbered within their policy.
    """
    head = policy._replace(measures=())
    records = [(place, policy.id, head)]
    records += [(at, f"{policy.id}.{m.id}", m) for at, m in enumerate(policy.measures)]
    authority = _authority(policy)
    for at, full_id, record in records:
        document = _words(head, record, alphabet)
        document.add_text("id", full_id)
        document.add_text("policy", policy.id)
        document.add_text("kind", "policy" if record is head else "measure")
        document.add_text("file", file)
        document.add_integer("place", at)
        document.add_integer("date", _number(policy.date))
        document.add_float("authority", authority)
        yield document
