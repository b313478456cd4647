"""One policy of a catalogue and its draft, compared three ways: then, in the file, and now."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import tomlkit
from tomlkit.items import Table

from policycli.files import state
from policycli.files.digests import digests, plain
from policycli.files.marks import CHECK
from policycli.files.state import State
from policycli.ingest.extract.draft import Draft
from policycli.ingest.merging import toml
from policycli.ingest.merging.records_text import Piece, PolicyPieces
from policycli.language import N_, _, both
from policycli.records.model import Policy

__all__ = ["merged"]

_GONE = N_("no longer in the document")


class _Record(NamedTuple):
    """A record while it is merged: its piece of the file, and the conflicts in it."""

    piece: Piece
    conflicts: tuple[str, ...]


class _Baseline:
    """What a document, or an exported ledger, said when it was last imported or written."""

    def __init__(self, draft: Draft) -> None:
        self._exported = draft.exported
        self.is_stored = draft.exported is None  # in the file, for the next import
        self._file = draft.file
        self.ignored_fields = state.NOT_COMPARED if self.is_stored else ()

    def state(self, piece: Piece, id: str) -> State | None:
        """What is remembered of the record of a piece; ``id`` is that of a measure, or empty."""
        if self._exported is None:
            return state.read(piece.text)
        return self._exported.get(id)

    def line(self, remembered: State | None, data: Mapping[str, Any], *, head: bool) -> str:
        """What is to be remembered of a record: what the document says now, and in which file."""
        id, files = (remembered.id, remembered.files) if remembered else (data["id"], ())
        new = state.line(id, data)
        same = remembered and remembered._replace(files=()) == state.read(f"# {new}")
        if self._file and self._file not in files:
            files = (self._file,)
        elif not self._file and not same:
            files = ()
        return state.line(id, data, files=files) if head else new

    def document_id(self, piece: Piece, own: str) -> str:
        """The id by which the document knows a measure that has the id ``own`` in the file."""
        remembered = None if self._exported is not None else state.read(piece.text)
        return remembered.id if remembered else own

    def dropped(self, piece: Piece, id: str, head: State | None) -> bool:
        """Whether the document had a measure that it has no more, which is not yet marked."""
        if self._exported is None:
            remembered = state.read(piece.text)
            return remembered is not None and remembered != state.dropped(id)
        marked = any(f"# {CHECK}{said}" in piece.text for said in both(_GONE))
        return head is not None and id in head.measures and not marked

    def known_measures(self, head: State | None) -> frozenset[str]:
        """The measures that were there before: where the file lacks one, people took it out."""
        if self._exported is not None:
            return frozenset(self._exported)
        return head.measures if head else frozenset()


def merged(
    pieces: PolicyPieces, known: Policy, draft: Draft, *, force: bool
) -> tuple[PolicyPieces, tuple[str, ...], int]:
    """The pieces with the draft in them, the conflicts, and how many measures were added."""
    before, now = plain(known), plain(draft.policy)
    new = {measure["id"]: measure for measure in now.get("measures", ())}
    baseline = _Baseline(draft)
    remembered = baseline.state(pieces.head, "")
    notes = toml.notes_by_record(draft.checks)
    merging = _Merging(baseline, notes, force)
    head = merging.record(pieces.head, before, now, "")
    records: dict[str, _Record] = {}
    for piece, data in zip(pieces.measures, before.get("measures", ()), strict=True):
        id = baseline.document_id(piece, data["id"])
        if id in new:
            records[id] = merging.record(piece, data, new[id], id)
        else:
            records[id] = merging.missing(piece, id, remembered)
    known_before = baseline.known_measures(remembered)
    added = [id for id in new if id not in records and id not in known_before]
    texts = {id: toml.measure_text(new[id], notes.get(id, {}), draft) for id in added}
    measures = list(_in_order(records, new, texts))
    conflicts = (*head.conflicts, *(c for record in records.values() for c in record.conflicts))
    return PolicyPieces(head.piece, measures), conflicts, len(added)


class _Merging(NamedTuple):
    """How the records of one draft are merged."""

    baseline: _Baseline
    notes: Mapping[str, toml.Notes]
    force: bool

    def record(
        self, piece: Piece, before: Mapping[str, Any], now: Mapping[str, Any], id: str
    ) -> _Record:
        """One record, field by field; ``id`` is that of a measure, or empty."""
        remembered = self.baseline.state(piece, id)
        known = remembered.digests if remembered else {}
        said = digests(now, self.baseline.ignored_fields)
        updates, conflicts = _compared(known, digests(before), said, force=self.force)
        text = piece.text
        if updates or conflicts:
            text = _edited(text, now, updates, conflicts, self.notes.get(id, {}))
        if self.baseline.is_stored:
            line = self.baseline.line(remembered, now, head=not id)
            text = text if remembered == state.read(f"# {line}") else state.replaced(text, line)
        named = tuple(f"{id}.{key}" if id else key for key in conflicts)
        return _Record(piece._replace(text=text), named)

    def missing(self, piece: Piece, id: str, head: State | None) -> _Record:
        """A measure of the file that the document has no more: it stays, and is marked."""
        if not self.baseline.dropped(piece, id, head):
            return _Record(piece, ())
        text = piece.text
        if self.baseline.is_stored:
            text = state.replaced(text, state.dropped_line(id))
        header, _newline, rest = text.partition("\n")
        marked = f"{header}\n# {CHECK}{_(_GONE)}\n{rest}"
        return _Record(piece._replace(text=marked), (id,))


def _in_order(
    records: Mapping[str, _Record], new: Iterable[str], added: Mapping[str, str]
) -> Iterator[Piece]:
    """The measures of the file in its order, new ones behind those that they follow.

    Args:
        records: Those of the file, merged, by their ids in the document.
        new: The ids of the document, in its order.
        added: The texts of those that the file lacks.
    """
    behind: dict[str, list[Piece]] = {}
    follows = ""
    for id in new:
        if id in records:
            follows = id
        elif id in added:
            behind.setdefault(follows, []).append(Piece(added[id], "\n"))
    yield from behind.get("", ())
    for id, record in records.items():
        following = behind.get(id, ())
        yield record.piece._replace(tail=record.piece.tail or "\n" * bool(following))
        yield from following


def _compared(
    known: Mapping[str, str], file: Mapping[str, str], document: Mapping[str, str], *, force: bool
) -> tuple[list[str], tuple[str, ...]]:
    """The fields to take over from the document, and those that both changed; by digests."""
    updates: list[str] = []
    conflicts: list[str] = []
    for key in dict.fromkeys((*document, *known)):
        then, here, now = (said.get(key, "") for said in (known, file, document))
        if now not in (here, then):
            (updates if force or here == then else conflicts).append(key)
    return updates, tuple(conflicts)


def _edited(
    text: str,
    now: Mapping[str, Any],
    updates: Iterable[str],
    conflicts: Iterable[str],
    notes: toml.Notes,
) -> str:
    """The text of a record with other values; comments and order stay."""
    document = tomlkit.parse(text)
    table = _table(document)
    for key in updates:
        toml.changed(table, key, now.get(key), notes)
    for key in conflicts:
        toml.doubted(table, key, now.get(key))
    return tomlkit.dumps(document)


def _table(document: Any) -> Table:
    """The only record of a document that is one piece of a catalogue."""
    policies = document["policies"]
    record: Table = policies["measures"][0] if isinstance(policies, Table) else policies[0]
    return record
