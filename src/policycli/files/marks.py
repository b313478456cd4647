"""The ``# check:`` marks in catalogues: how they are written, and where they still stand.

A mark is a comment behind a value, or on a line of its own where the field is missing. In brackets
and quotes behind it stand the words of the paper that it is about.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from policycli.files.encoding import decode
from policycli.files.faults import UNREADABLE, Faults, Key, fault, spell
from policycli.files.formats import format_of
from policycli.files.places import walked
from policycli.language import _, reason
from policycli.text.brief import brief

__all__ = ["CHECK", "Mark", "comment", "marks", "marks_of"]

CHECK = "check: "
_WORDS = 80  # characters of a paper that a comment quotes
_START = 8  # characters, by which headers and ids are known
_STRING = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'')
_COMMENT = re.compile(rf"#\s*{CHECK}(?P<said>.*)")
_ID = re.compile(r'\s*id\s*=\s*"(?P<id>[^"]*)"')
_QUOTED = re.compile(r"\s*\(“(?P<words>.*?)”\)")
_RECORD = re.compile(r"policies\[\d+\](?:\.measures\[\d+\])?\.?")
_MISSING = re.compile(r"(?P<key>[a-z_]+): (?P<what>.*)")


class Mark(NamedTuple):
    """A place in a catalogue that somebody has to look at.

    Attributes:
        line: From 1.
        id: The full one of the record.
        key: Such as ``policies[2].measures[0].figures[1]``.
        what: Why, in the language in which it was written.
        words: Of the paper, from which the value was read; may be empty.
    """

    path: str
    line: int
    id: str
    key: str
    what: str
    words: str

    @property
    def field(self) -> str:
        """The id of the record with the key in it: ``a.item-1.figures[1]``."""
        return ".".join(filter(None, (self.id, _RECORD.sub("", self.key))))


def comment(what: str, words: str) -> str:
    """What a mark says, as it stands behind ``# check:``."""
    short = brief(" ".join(words.split()), _WORDS)
    return f"{what} (“{short}”)" if short else what


def marks(text: str, path: str) -> Iterator[Mark]:
    """The marks of a catalogue in TOML, in its order."""
    waiting: list[Mark] = []  # of a record whose id has not come yet
    ids: list[str] = []  # of the policy and, in one of its measures, of that
    for number, key, line in walked(text):
        start = line[:_START]  # most lines are long and of no interest
        if "[" in start and line.lstrip().startswith("[") and len(key) == 2 * _depth(key):
            yield from _named(waiting, ids)
            ids = ids[: _depth(key) - 1]
        found = _ID.match(line) if "id" in start else None
        if found:
            ids.append(found["id"])
            yield from _named(waiting, ids)
        if CHECK in line and (said := _COMMENT.search(_STRING.sub('""', line))):
            alone = line.lstrip().startswith("#")
            waiting.append(_mark(path, number, key, said["said"], alone=alone))
            if len(ids) == _depth(key):
                yield from _named(waiting, ids)
    yield from _named(waiting, ids)


def _depth(key: Key) -> int:
    """How many records a key leads into: 1 in a policy, 2 in one of its measures."""
    return 2 if key[2:3] == ("measures",) else 1


def marks_of(files: Iterable[str]) -> Iterator[Mark]:
    """The marks of catalogue files, of those whose format has comments.

    Raises:
        CatalogueError: A file cannot be read, or is not UTF-8.
    """
    for file in files:
        if format_of(file).comments:
            yield from marks(_text(file), file)


def _text(file: str) -> str:
    try:
        with open(file, "rb") as opened:
            return decode(opened.read(), 1, Faults(file))
    except OSError as error:
        what = _("cannot be read: {why}").format(why=reason(error))
        raise fault(UNREADABLE, file, what) from error


def _named(waiting: list[Mark], ids: list[str]) -> Iterator[Mark]:
    """The marks that waited for the id of their record."""
    yield from (mark._replace(id=".".join(ids)) for mark in waiting)
    waiting.clear()


def _mark(path: str, number: int, key: Key, said: str, *, alone: bool) -> Mark:
    """A mark behind a value, or ``alone`` on a line: of the record, or of a key that it lacks."""
    if alone:
        key = key[:4] if key[2:3] == ("measures",) else key[:2]
        if missing := _MISSING.fullmatch(said):
            key, said = (*key, missing["key"]), missing["what"]
    words = "; ".join(dict.fromkeys(found["words"] for found in _QUOTED.finditer(said)))
    return Mark(path, number, "", spell(key), _QUOTED.sub("", said).strip(), words)
