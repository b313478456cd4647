"""What a document of the index holds to be read, each part checked when it is read."""

import json

import tantivy

from policycli.index.checksums import protected, verified
from policycli.index.fields import Line, pack
from policycli.records.model import R, Record, from_dict, to_dict
from policycli.tuples import NamedTuple

__all__ = ["Name", "lines_of", "name_of", "record_of", "store"]


class Name(NamedTuple):
    """What a record is known by.

    Attributes:
        id: Full.
        policy: The id of its policy; its own, if it is of none.
        kind: The name of its class.
        file: Its catalogue file.
    """

    id: str
    policy: str
    kind: str
    file: str


def store(document: tantivy.Document, name: Name, record: Record, lines: list[Line]) -> None:
    """Put into a document what is read of it; by its name it is found too."""
    for key, value in name._asdict().items():
        document.add_text(key, value)
    plain = json.dumps(to_dict(record), ensure_ascii=False)
    for field, text in (("known", "\0".join(name)), ("record", plain), ("lines", pack(lines))):
        document.add_bytes(field, protected(text.encode()))


def name_of(document: tantivy.Document) -> Name:
    """What the record is known by.

    Raises:
        ValueError: It is not as it was stored; so for the others.
    """
    return Name(*_read(document, "known").split("\0"))


def record_of(kind: type[R], document: tantivy.Document) -> R:
    """The record; nothing else makes one of an index."""
    return from_dict(kind, json.loads(_read(document, "record")))


def lines_of(document: tantivy.Document) -> tuple[str, str]:
    """The codes of its searched lines, and the lines."""
    codes, _, text = _read(document, "lines").partition("\n")
    return codes, text


def _read(document: tantivy.Document, field: str) -> str:
    return verified(document[field][0]).decode()
