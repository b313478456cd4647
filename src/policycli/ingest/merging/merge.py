"""Draft records into a catalogue that is there already: what people changed in it stays.

Three things are compared, field by field: what the document said when it was last imported (of
which the file keeps digests, see ``state``), what the file says, and what the document says now.
What only the document changed is taken over. Where both changed, the file stays as it is and gets
a ``# check:``; that is a conflict. A ledger that was exported brings the digests of what the
catalogue said then; the file remembers nothing of it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple

import tomli

from policycli.errors import DocumentError
from policycli.files import state
from policycli.files.digests import digest
from policycli.files.validate import read_catalogue
from policycli.ingest.extract.draft import Check, Draft
from policycli.ingest.merging import threeway, toml
from policycli.ingest.merging.records_text import Piece, PolicyPieces, taken_apart
from policycli.ingest.merging.rows import renamed
from policycli.language import N_, _
from policycli.records.model import Policy, Relation

__all__ = ["Done", "How", "merge"]

_TO_A_DAY = 10  # characters of a date that is known to the day
_ALIKE = 0.9  # of the texts of two documents that are one paper
LATER_EDITION = N_("until a later edition in this catalogue begins")
How = Literal["new", "unchanged", "updated", "conflict", "duplicate"]


class Done(NamedTuple):
    """What became of one draft.

    Attributes:
        id: That the policy has in the catalogue.
        added: Measures that are new in it.
        conflicts: Fields that were changed by hand and in the document, as ``p2.text``.
    """

    id: str
    how: How
    added: int = 0
    conflicts: tuple[str, ...] = ()


def merge(
    text: str, drafts: Iterable[Draft], *, force: bool, unchanged: Iterable[str] = ()
) -> tuple[Iterator[str], list[Done]]:
    """Take drafts into a catalogue.

    Args:
        text: Of the catalogue file; empty where there is none.
        drafts: In the order in which new ones are added, editions of one paper from the oldest on.
        force: Whether the document wins where both changed.
        unchanged: Ids of policies whose documents were not read again, since they are as before.

    Returns:
        The new text, in pieces, and what became of every draft.

    Raises:
        DocumentError: Policies stand in a list of another form, where none can be added.
    """
    book = _Book(text, unchanged)
    done = [book.take(draft, force=force) for draft in drafts]
    return book.drained(), done


def _day(policy: Policy) -> str:
    return policy.date if len(policy.date) == _TO_A_DAY else ""


class _Book:
    """A catalogue file that drafts are taken into; of its policies only the heads are read."""

    def __init__(self, text: str, unchanged: Iterable[str]) -> None:
        self._above, pieces = taken_apart(text)
        self._pieces = list(pieces)
        if "policies" in tomli.loads(self._above):
            what = _("its policies are not each under a line [[policies]]; write them so")
            raise DocumentError(what)
        self._policies = [_read(each.head.text) for each in self._pieces]
        self._ids = {policy.id: at for at, policy in enumerate(self._policies)}
        self._numbers = Counter[str]()  # of the policies that would have had the same id
        self._taken = {at for id, at in self._ids.items() if id in set(unchanged)}
        self._texts: dict[int, set[str]] = {}
        self._by_name: dict[str, list[int]] = {}
        self._by_title: dict[str, list[int]] = {}
        for at in range(len(self._pieces)):
            self._remember(at)

    def drained(self) -> Iterator[str]:
        """The file as it is now, in pieces that are let go of one by one: it may be large."""
        yield self._above
        self._pieces.reverse()
        while self._pieces:
            yield self._pieces.pop().joined()

    def take(self, draft: Draft, *, force: bool) -> Done:
        """Add a draft, or merge it with the policy that an earlier import made of it."""
        at = self._place(draft)
        own = "" if at is None else self._policies[at].id
        draft = self._among_editions(draft, own) if draft.exported is None else draft
        if at is None:
            return self._add(draft)
        pieces, id = self._pieces[at], self._policies[at].id
        if at in self._taken:
            self._pieces[at] = _in_file(pieces, draft.file)
            return Done(id, "duplicate")
        self._taken.add(at)
        known = _read(pieces.joined())
        if len(pieces.measures) != len(known.measures):  # [policies.x] or measures = [...]
            return Done(id, "conflict", 0, ("measures",))
        draft = renamed(draft, pieces, known)
        merged, conflicts, added = threeway.merged(pieces, known, draft, force=force)
        if merged == pieces:
            return Done(id, "unchanged")
        self._pieces[at] = merged
        self._texts.pop(at, None)
        self._policies[at] = _read(merged.head.text)
        if state.without_files(merged.head.text) == state.without_files(pieces.head.text) and (
            merged.measures == pieces.measures
        ):
            return Done(id, "unchanged")
        return Done(id, "conflict" if conflicts else "updated", added, conflicts)

    def _place(self, draft: Draft) -> int | None:
        """Where the policy is that this paper was imported as: by what the import remembered.

        Of several the most alike. Two documents of one call are one paper where nearly all is
        the same, say as .docx and as .pdf; the first then counts. Else they are two editions.
        """
        policy = draft.policy
        if draft.exported is not None:
            return self._ids.get(policy.id)
        named = dict.fromkeys(
            at for name in (policy.id, policy.doc_number) for at in self._by_name.get(name, ())
        )
        texts = {digest(measure.text) for measure in policy.measures}
        alike = {
            at: len(texts & self._known_texts(at)) / max(len(texts), 1)
            for at in named
            if _can_be(self._policies[at], policy) and not self._other_edition(at, policy)
        }
        at = max(alike, key=lambda at: alike[at], default=None)
        if at is None or (at in self._taken and alike[at] < _ALIKE):
            return None
        return at

    def _other_edition(self, at: int, policy: Policy) -> bool:
        """Whether a paper is the same with another date, from another file: a law as amended."""
        known, remembered = self._policies[at], state.read(self._pieces[at].head.text)
        if not (_day(known) and _day(policy)) or known.date == policy.date or policy.doc_number:
            return False
        same_file = known.source and policy.source and known.source.locator == policy.source.locator
        imported = remembered.digests.get("date") if remembered else ""
        return not same_file and imported != digest(policy.date)

    def _among_editions(self, draft: Draft, own: str) -> Draft:
        """A draft with what its edition ends, or what ends it: only the newest text is in force.

        It takes the place of the last edition before it. Where a later one is there already, it
        holds until that begins, unless that says itself that it takes its place.

        Args:
            draft: A paper.
            own: The id that it has in the catalogue; empty where it is new.
        """
        policy = draft.policy
        places = self._by_title.get(policy.title, ())
        same = [known for at in places if (known := self._policies[at]).id != own]
        before = [known for known in same if _is_before(known, policy)]
        after = [known for known in same if _is_before(policy, known)]
        ended = any(relation.target == own for known in after for relation in known.relations)
        if before:
            ends = Relation("repeals", max(before, key=_day).id)
            policy = policy._replace(relations=(*policy.relations, ends))
        checks = draft.checks
        if after and not ended and not policy.in_force_until:
            newer = min(after, key=_day)
            until = _eve(newer.in_force_from or newer.date)
            policy = policy._replace(in_force_until=until)
            checks = (*checks, Check("", "in_force_until", -1, LATER_EDITION, newer.id))
        return draft._replace(policy=policy, checks=checks)

    def _known_texts(self, at: int) -> set[str]:
        """Digests of the texts that a policy had when it was last imported."""
        if at not in self._texts:
            states = (state.read(piece.text) for piece in self._pieces[at].measures)
            self._texts[at] = {each.digests.get("text", "") for each in states if each}
        return self._texts[at]

    def _remember(self, at: int) -> None:
        """Let a policy be found by its id, the id it was imported with, its number and title."""
        policy, remembered = self._policies[at], state.read(self._pieces[at].head.text)
        self._ids[policy.id] = at
        self._by_title.setdefault(policy.title, []).append(at)
        names = {policy.id, policy.doc_number, remembered.id if remembered else ""}
        for name in names - {""}:
            self._by_name.setdefault(name, []).append(at)

    def _add(self, draft: Draft) -> Done:
        id = self._free_id(draft.policy.id)
        self._end_with_empty_line()
        head, *measures = _pieces(toml.policy_texts(draft, id))
        self._pieces.append(PolicyPieces(head, measures))
        self._policies.append(draft.policy._replace(id=id, measures=(), documents=()))
        self._taken.add(len(self._policies) - 1)
        self._remember(len(self._policies) - 1)
        return Done(id, "new", len(draft.policy.measures))

    def _free_id(self, wanted: str) -> str:
        """The id that a new policy gets: the one it would have, or that with a number behind."""
        id = wanted
        while id in self._ids:
            self._numbers[wanted] += 1
            id = f"{wanted}-{self._numbers[wanted] + 1}"
        return id

    def _end_with_empty_line(self) -> None:
        last = self._pieces[-1] if self._pieces else None
        piece = (last.measures or [last.head])[-1] if last else Piece(self._above, "")
        ending = (piece.text + piece.tail)[-2:]
        missing = "" if ending in ("", "\n\n") else "\n" * (2 - ending.endswith("\n"))
        if last is None:
            self._above += missing
        elif last.measures:
            last.measures[-1] = piece._replace(tail=piece.tail + missing)
        else:
            self._pieces[-1] = last._replace(head=piece._replace(tail=piece.tail + missing))


def _read(text: str) -> Policy:
    """A policy, or as much of one as stands in a text without faults."""
    return next(iter(read_catalogue(tomli.loads(text), _ignore)))


def _pieces(texts: tuple[str, list[str]]) -> list[Piece]:
    """The head and the measures of a new policy, each with an empty line behind it."""
    head, measures = texts
    return [Piece(text, "\n") for text in (head, *measures)]


def _in_file(pieces: PolicyPieces, file: str) -> PolicyPieces:
    """A policy that stands in one more file."""
    return pieces._replace(head=pieces.head._replace(text=state.with_file(pieces.head.text, file)))


def _can_be(known: Policy, policy: Policy) -> bool:
    """Whether a policy of the catalogue can be this paper: its number says so, or its title."""
    if known.doc_number and policy.doc_number:
        return known.doc_number == policy.doc_number
    return policy.title in (known.title, known.source.title if known.source else "")


def _is_before(known: Policy, policy: Policy) -> bool:
    """Whether one edition of a law came before another; notices are told apart by their numbers."""
    numbers = (each.doc_number for each in (known, policy) if "令第" not in each.doc_number)
    return not any(numbers) and "" < _day(known) < _day(policy)


def _eve(day: str) -> str:
    """The day before one; of what is not known to the day, that itself."""
    if len(day) != _TO_A_DAY:
        return day
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def _ignore(_key: object, _what: object, _rule: object) -> None:
    """Faults are not looked for in what was made of records without any."""
