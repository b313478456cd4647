"""Drafts into a catalogue file, in one step."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

import tomli

from policycli.errors import DocumentError, UsageError
from policycli.files import state
from policycli.files.locking import changing
from policycli.files.marks import CHECK, Mark, marks
from policycli.files.read import read
from policycli.files.validate import read_records
from policycli.ingest.extract.draft import Packed, counts, unpacked
from policycli.ingest.merging.merge import How, merge
from policycli.ingest.merging.records_text import taken_apart
from policycli.ingest.readers import sandbox
from policycli.ingest.readers.sandbox import Task
from policycli.language import _
from policycli.records.model import Policy

__all__ = ["Merged", "Outcome", "Target", "opened", "save", "work"]

_BOM = "\ufeff"
_LARGE = 2**23  # bytes of drafts, or of a catalogue
_ID = re.compile(r'^\s*id\s*=\s*"([^"]*)"', re.MULTILINE)
_POLICY = '[[policies]]\nid = "{id}"\n'
"""What stands around a measure that is looked at alone."""
_TO_A_DAY = 10  # characters of a date that is known to the day


class Outcome(NamedTuple):
    """What became of one draft.

    Attributes:
        id: That the policy has in the catalogue.
        added: Measures that are new in it.
        conflicts: Fields that were changed by hand and in the document, as ``p2.text``.
    """

    id: str
    how: How
    draft: Packed
    added: int = 0
    conflicts: tuple[str, ...] = ()


class Merged(NamedTuple):
    """The new content of a catalogue, and what became of every draft."""

    content: bytes
    outcomes: list[Outcome]

    @property
    def text(self) -> str:
        """The content, as text."""
        return self.content.decode()

    def marks(self, path: str) -> Iterator[Mark]:
        """What is marked in it, record by record, since all of it may be large."""
        above, policies = taken_apart(self.text)
        line = above.count("\n")
        for at, policy in enumerate(policies):
            id = _ID.search(policy.head.text)
            for nth, piece in enumerate((policy.head, *policy.measures), -1):
                text = piece.text + piece.tail
                if CHECK in text:
                    around = _POLICY.format(id=id[1] if id else "") if nth >= 0 else ""
                    yield from _moved(
                        marks(around + text, path), line - around.count("\n"), at, nth
                    )
                line += text.count("\n")


def _moved(found: Iterator[Mark], lines: int, policy: int, measure: int) -> Iterator[Mark]:
    """The marks of one record by their places in the whole catalogue."""
    for mark in found:
        key = mark.key.replace("policies[0]", f"policies[{policy}]", 1)
        key = key.replace("measures[0]", f"measures[{measure}]", 1)
        yield mark._replace(line=mark.line + lines, key=key)


class Target(NamedTuple):
    """The catalogue that drafts go into, as it was read; empty where there is none yet.

    Attributes:
        digest: Of its content; empty where there is none.
        known: By the fingerprint of a file that policies were read from, what they are now.
    """

    path: str
    digest: str = ""
    known: Mapping[str, Sequence[Outcome]] = {}


def opened(path: str) -> Target:
    """Read the catalogue before any document is, so that what is wrong with it is reported first.

    Args:
        path: A ``.toml`` file, there or not; empty for none.

    Raises:
        UsageError: The name ends otherwise, or is that of something else than a file.
        CatalogueError: It has faults: an import would make them worse.
        OSError: It cannot be read, or its folder is not there.
    """
    if not path:
        return Target("")
    if not path.lower().endswith(".toml"):
        what = _("{path}: drafts are written as TOML; name a file that ends in .toml")
        raise UsageError(what.format(path=path))
    if not os.path.exists(path):
        os.stat(os.path.dirname(os.path.realpath(path)))
        return Target(path)
    if not os.path.isfile(path):
        raise UsageError(_("{path} is not a file").format(path=path))
    with open(path, "rb") as file:
        content = file.read()
    digest = _digest(content)
    known = _known(content)
    if known is None:
        for _policy in read(path):
            pass  # its faults come while it is read
    return Target(path, digest, known or {})


def _digest(content: bytes | None) -> str:
    import hashlib

    return "" if content is None else hashlib.sha256(content).hexdigest()


def _known(content: bytes) -> dict[str, list[Outcome]] | None:
    """What is known of the files that policies were read from; ``None`` of what has faults.

    Policies are read one by one, since a catalogue of thousands takes much memory as a whole.
    """
    known: dict[str, list[Outcome]] = {}
    ids: set[str] = set()
    try:
        above, pieces = taken_apart(content.decode("utf-8-sig").replace("\r\n", "\n"))
        _sound(above, ids)
        for each in pieces:
            for policy in _sound(each.joined(), ids):
                remembered = state.read(each.head.text)
                for file in remembered.files if remembered else ():
                    known.setdefault(file, []).append(_unchanged(policy))
    except ValueError:
        return None
    return known


def _sound(text: str, ids: set[str]) -> list[Policy]:
    """The policies of a part of a catalogue; ``ids`` are those of all records so far.

    Raises:
        ValueError: There are faults in it.
    """
    faults: list[object] = []
    records = read_records(tomli.loads(text), lambda key, _what, _rule: faults.append(key))
    if faults or not ids.isdisjoint(own := {record.id for record in records}):
        raise ValueError
    ids |= own
    return [record for record in records if isinstance(record, Policy)]


def _unchanged(policy: Policy) -> Outcome:
    draft = Packed(policy.title, policy.date, counts(policy), (), exported=False, raw=b"")
    return Outcome(policy.id, "unchanged", draft)


def save(
    target: Target, drafts: Sequence[Packed], *, force: bool, unchanged: Sequence[str] = ()
) -> Merged:
    """Merge the drafts with the catalogue, and write it where it changed.

    Args:
        target: As ``opened`` read it; where somebody has changed it since, it is read again.
        drafts: Of all documents of the call.
        force: Whether the document wins where both it and the catalogue were changed.
        unchanged: Ids of policies whose documents were not read again, since they are as before.

    Raises:
        CatalogueError: It has got faults meanwhile.
        ConflictError: Somebody else holds it, or it is read-only.
        DocumentError: Merging takes more than its limits of time and memory.
        OSError: It cannot be written; it is as it was.
    """
    if not drafts:
        return Merged(b"", [])
    if not target.path:
        return _merged(target, b"", drafts, force=force)
    with changing(target.path) as file:
        if _digest(file.content) != target.digest:
            opened(target.path)
        old = file.content or b""
        merged = _merged(target, old, drafts, force=force, unchanged=unchanged)
        if merged.content != old:
            file.replace(merged.content)
    return merged


def _merged(
    target: Target,
    old: bytes,
    drafts: Sequence[Packed],
    *,
    force: bool,
    unchanged: Sequence[str] = (),
) -> Merged:
    """What becomes of the drafts and of the file, worked out where documents are read.

    Drafts hold what others have written, so that merging has limits as reading has.
    """
    order = _by_edition(drafts)
    parts = [old, *(drafts[at].raw for at in order)]
    _let_go(sum(map(len, parts)))
    arguments = {"force": force, "unchanged": unchanged, "sizes": list(map(len, parts))}
    try:
        done, content = sandbox.worked(Task(__name__, arguments), parts)
    except DocumentError as error:
        what = _("{path}: the drafts cannot be taken in: {why}")
        raise DocumentError(what.format(path=target.path or "-", why=error)) from error
    _let_go(len(content))
    found = {
        at: Outcome(id, how, drafts[at], added, tuple(conflicts))
        for at, (id, how, added, conflicts) in zip(order, done, strict=True)
    }
    return Merged(content, [found[at] for at in range(len(drafts))])


def _let_go(size: int) -> None:
    """End the processes that wait for documents, where their memory is wanted for more."""
    if size > _LARGE:
        sandbox.close()


def _by_edition(drafts: Sequence[Packed]) -> list[int]:
    """The order of the drafts, editions of one paper from the oldest on."""
    first: dict[str, int] = {}
    for at, draft in enumerate(drafts):
        first.setdefault(draft.title, at)
    days = [draft.date if len(draft.date) == _TO_A_DAY else "" for draft in drafts]
    return sorted(range(len(drafts)), key=lambda at: (first[drafts[at].title], days[at]))


def work(
    raw: bytes, payload: list[bytes], *, sizes: Sequence[int], force: bool, unchanged: Sequence[str]
) -> Any:
    """What became of each draft, as plain data; the sandbox runs this.

    The ends of lines of the catalogue and its mark stay as they were.

    Args:
        raw: The catalogue and the drafts, which follow each other.
        payload: Gets the new catalogue.
        sizes: How many bytes each of them has.
        force: As for ``save``.
        unchanged: As for ``save``.
    """
    old = raw[: sizes[0]].decode()
    mark, end = _BOM * old.startswith(_BOM), "\r\n" if "\r\n" in old else "\n"
    text = old.removeprefix(_BOM).replace("\r\n", "\n")
    drafts = (unpacked(each) for each in _parts(raw, sizes))
    pieces, done = merge(text, drafts, force=force, unchanged=unchanged)
    payload += (piece.replace("\n", end).encode() for piece in chain((mark,), pieces))
    return done


def _parts(raw: bytes, sizes: Sequence[int]) -> Iterator[bytes]:
    """The drafts behind the catalogue."""
    at = sizes[0]
    for size in sizes[1:]:
        yield raw[at : at + size]
        at += size
