"""From a record to its document in the index."""

import json
import re
from collections.abc import Iterator
from zlib import crc32

import tantivy

from policycli.index import schema
from policycli.index.facets import facets
from policycli.index.fields import FIELDS, Line, lines, pack
from policycli.model import Measure, Policy, to_dict
from policycli.text.alphabet import Alphabet

__all__ = ["documents"]

_LATIN = re.compile("[a-z]+")
_HEAD = 30  # characters of a description that say what it is about
_NATIONAL = "100000"  # GB/T 2260: the country as a whole
_LOCAL = 0.6  # a region's rules beside the nation's, where a question names no region
_GROWTH = 0.1  # a code with a thousand articles is asked about more than one with ten


def documents(
    policy: Policy, file: str, place: int, alphabet: Alphabet
) -> Iterator[tantivy.Document]:
    """The documents of a policy and of each of its measures.

    Args:
        policy: With its measures.
        file: The catalogue file, so that its documents can be replaced together.
        place: Number of the policy in its file; measures are numbered within their policy.
        alphabet: Folds and sounds the words.
    """
    head = policy._replace(measures=())
    authority = _authority(policy)
    records: list[tuple[int, str, Policy | Measure]] = [(place, policy.id, head)]
    records += [(at, f"{policy.id}.{m.id}", m) for at, m in enumerate(policy.measures)]
    for at, full_id, record in records:
        document = tantivy.Document()
        document.add_text("id", full_id)
        document.add_text("policy", policy.id)
        document.add_text("kind", type(record).__name__)
        document.add_text("file", file)
        document.add_integer("place", at)
        document.add_integer("date", _number(policy.date))
        document.add_integer("spot", (crc32(policy.id.encode()) << 20) + at)
        document.add_float("authority", authority)
        _add_words(document, head, record, alphabet)
        yield document


def _add_words(
    document: tantivy.Document, head: Policy, record: Policy | Measure, alphabet: Alphabet
) -> None:
    document.add_bytes("record", json.dumps(to_dict(record), ensure_ascii=False).encode())
    for facet in facets(head, record, alphabet):
        document.add_text("facet", facet)
    folded = [Line(line.code, alphabet.fold(line.text)) for line in lines(head, record)]
    document.add_bytes("lines", pack(folded).encode())
    names = "\n".join(line.text for line in folded if FIELDS[line.code].name)
    every = "\n".join(line.text for line in folded)
    sounds = alphabet.sounds(names)
    document.add_text(schema.NAME.name, names)
    document.add_text(schema.NAME_SKIPS.name, schema.skips(names))
    document.add_text(schema.NAME_SOUNDS.name, sounds)
    document.add_text(schema.SOUND_SKIPS.name, schema.skips(sounds))
    document.add_text(schema.INITIALS.name, alphabet.starts(sounds))
    document.add_text(schema.BODY.name, every)
    document.add_text(schema.BODY_SOUNDS.name, alphabet.sounds(every))
    document.add_text(
        schema.HEAD.name, next((line.text[:_HEAD] for line in folded if line.code in "sx"), "")
    )
    document.add_text(schema.LETTERS.name, "\n".join(_LATIN.findall(every)))


def _number(date: str) -> int:
    """A date as a number that sorts: ``2023-03`` is 20230300, an unknown one 0."""
    return int(date.replace("-", "").ljust(8, "0") or 0)


def _authority(policy: Policy) -> float:
    """How much a policy's word counts beside others that fit as well, about 0.6 to 2."""
    national = policy.region is not None and policy.region.code == _NATIONAL
    size = float(max(1, len(policy.measures)) ** _GROWTH)
    return size if national else _LOCAL * size
