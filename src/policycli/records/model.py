"""The records of a catalogue: what a policy, a measure, a figure, a document and a problem are.

Names follow the field: GB/T 9704 and gov.cn for documents, GB/T 2260 for regions, ELI for
relations, OECD STIP Compass for instruments. Optional values are empty (``""``, ``()``,
``None``) where a record does not give them. Nothing here reads, searches or prints.
Records are named tuples, since a dozen dataclasses would cost a reading command 6 ms to define.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Generic, Literal, Protocol, TypeVar

from policycli.tuples import NamedTuple

__all__ = [
    "ENDS",
    "RECORDS",
    "Asker",
    "Copy",
    "Document",
    "Entry",
    "Event",
    "Figure",
    "Measure",
    "Policy",
    "Problem",
    "Rating",
    "Record",
    "Region",
    "Relation",
    "Source",
    "Step",
    "from_dict",
    "relations",
    "to_dict",
]


End = Literal["supply", "service", "demand", "environment"]
Status = Literal["in-force", "not-yet", "amended", "repealed", "unknown"]
Role = Literal["issued", "amended", "repealed", "basis", "cited"]
Op = Literal["=", ">", ">=", "<", "<=", "~"]
Kind = Literal["budget", "target", "actual", "growth", "count"]
RelationType = Literal[
    "based_on",
    "applies",
    "amends",
    "repeals",
    "consolidates",
    "corrects",
    "cites",
    "is_part_of",
    "related_to",
    "forwards",
    "interprets",
]


AskerKind = Literal["university", "institute", "enterprise", "researcher", "other"]
State = Literal["received", "assigned", "answered", "rated", "closed", "reopened"]


class Region(NamedTuple):
    """An administrative division.

    Attributes:
        code: Six digits of GB/T 2260; ``429005`` is 潜江 in 湖北 (42).
    """

    code: str
    name: str
    name_en: str = ""


class Source(NamedTuple):
    """Where a record was taken from, so that a reader can check it."""

    title: str = ""
    locator: str = ""
    url: str = ""
    retrieved: str = ""


class Document(NamedTuple):
    """A named paper (《…》) that a policy issued, changed or rests on.

    Attributes:
        title: Without 《》.
        date: As exact as it is known: ``2023``, ``2023-03`` or ``2022-12-31``.
        role: ``issued``, ``amended``, ``repealed``, ``basis`` or ``cited``.
    """

    title: str
    date: str = ""
    issuer: str = ""
    role: Role | Literal[""] = ""
    status: Status | Literal[""] = ""


class Relation(NamedTuple):
    """A link to another policy (by id) or document (by title), typed as in ELI."""

    type: RelationType
    target: str


class Step(NamedTuple):
    """One step of a procedure: who does what."""

    action: str
    actor: str = ""


class Figure(NamedTuple):
    """A number with its indicator, unit and period.

    Attributes:
        value: In ``unit``, as people write it (``3694`` with ``万元``).
        op: ``=``, ``>``, ``>=``, ``<``, ``<=`` or ``~`` (about).
        period: ``2023``, ``2022/`` (since 2022) or ``2023-01/2023-08``.
        kind: ``budget``, ``target``, ``actual``, ``growth`` or ``count``.
    """

    indicator: str
    value: int | float
    unit: str
    op: Op = "="
    period: str = ""
    kind: Kind | Literal[""] = ""
    indicator_en: str = ""


class Measure(NamedTuple):
    """One thing that a policy does or lays down; for a law, one article (条).

    Attributes:
        id: Unique in its policy; the full id is ``<policy>.<measure>``.
        text: The original wording, for laws; ``summary`` is in the catalogue's own words.
        end: ``supply``, ``service``, ``demand`` or ``environment`` (四端).
        instrument: STIP Compass code, such as ``PI033``.
        done: The day on which what had a deadline was done; it is due no more.
    """

    id: str
    title: str
    summary: str = ""
    text: str = ""
    title_en: str = ""
    summary_en: str = ""
    locator: str = ""
    end: End | Literal[""] = ""
    instrument: str = ""
    themes: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    lead: str = ""
    partners: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    figures: tuple[Figure, ...] = ()
    documents: tuple[Document, ...] = ()
    date: str = ""
    deadline: str = ""
    status: Status | Literal[""] = ""
    done: str = ""


class Policy(NamedTuple):
    """One programme, mechanism or document of one region, with its measures.

    Attributes:
        doc_number: 发文字号.
        date: 成文日期, as exact as it is known.
        status: ``in-force``, ``not-yet``, ``amended``, ``repealed`` or ``unknown``.
    """

    id: str
    title: str
    title_en: str = ""
    aliases: tuple[str, ...] = ()
    region: Region | None = None
    level: str = ""
    issuers: tuple[str, ...] = ()
    doc_number: str = ""
    date: str = ""
    in_force_from: str = ""
    in_force_until: str = ""
    status: Status | Literal[""] = ""
    themes: tuple[str, ...] = ()
    summary: str = ""
    summary_en: str = ""
    keywords: tuple[str, ...] = ()
    documents: tuple[Document, ...] = ()
    relations: tuple[Relation, ...] = ()
    source: Source | None = None
    measures: tuple[Measure, ...] = ()


class Asker(NamedTuple):
    """Who met a problem.

    Attributes:
        kind: ``university``, ``institute``, ``enterprise``, ``researcher`` or ``other``.
    """

    kind: AskerKind | Literal[""] = ""
    name: str = ""


class Event(NamedTuple):
    """One step in the handling of a problem.

    Attributes:
        date: The day, ``2026-07-01``.
        state: Of the problem after it.
        by: Who took it.
    """

    date: str
    state: State
    by: str = ""
    note: str = ""


class Rating(NamedTuple):
    """What those served say of the handling, from 1 (bad) to 5 (good)."""

    score: int
    note: str = ""
    date: str = ""


class Copy(NamedTuple):
    """A solution put on file with a supervisory body (纪检监察、巡视、审计)."""

    body: str
    date: str = ""


class Problem(NamedTuple):
    """A problem that somebody met with policies, and how it is handled (问题协调处理).

    Attributes:
        id: Unique among the policies and problems of all catalogues in use.
        about: Ids of measures and policies, or titles of documents.
        bodies: Who settles it; ``lead`` is the one that answers for it.
        due: The day by which it is to be answered.
        state: That of the last of its events.
        copied_to: Supervisory bodies that have the solution on file.
    """

    id: str
    title: str
    received: str
    text: str = ""
    asker: Asker | None = None
    about: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    lead: str = ""
    due: str = ""
    state: State = "received"
    events: tuple[Event, ...] = ()
    answer: str = ""
    documents: tuple[Document, ...] = ()
    rating: Rating | None = None
    copied_to: tuple[Copy, ...] = ()

    @property
    def title_en(self) -> str:
        """None: problems are not translated, but lists ask every record alike."""
        return ""

    @property
    def status(self) -> Literal[""]:
        """None: it is no rule that could hold or not."""
        return ""


Record = Policy | Measure | Problem
"""What has an id, and is found by a search."""


RECORDS = (
    *(Policy, Region, Source, Measure, Step, Figure, Document, Relation),
    *(Problem, Asker, Event, Rating, Copy),
)
"""What a catalogue holds: policies with what is in them, then problems."""

ENDS: tuple[End, ...] = ("supply", "service", "demand", "environment")

R = TypeVar("R")


class HasRecord(Protocol):
    """A policy, measure or problem in its place, whether listed or found."""

    @property
    def id(self) -> str: ...

    @property
    def head(self) -> Policy: ...

    @property
    def record(self) -> Record: ...


class Entry(NamedTuple, Generic[R]):
    """A record in its place: every answer of a catalogue is one.

    Attributes:
        id: Full id of the policy (``guizhou``) or measure (``guizhou.ledger``) it stands in.
        head: The policy it belongs to, without its measures; of a problem, which belongs to none,
            its id and title alone.
        record: The policy, measure, figure, document or problem itself.
    """

    id: str
    head: Policy
    record: R

    @property
    def policy(self) -> str:
        """The id of the policy it belongs to."""
        return self.head.id


_CHANGES: dict[str, RelationType] = {"repealed": "repeals", "amended": "amends"}


def relations(policy: Policy) -> Iterator[tuple[RelationType, str]]:
    """What a policy says of others, by their ids or titles; papers it changed count as well."""
    for relation in policy.relations:
        yield relation.type, relation.target.strip("《》 ")
    for document in policy.documents:
        if document.role in _CHANGES:
            yield _CHANGES[document.role], document.title.strip("《》 ")


_ONE: dict[str, Any] = {"region": Region, "source": Source, "asker": Asker, "rating": Rating}
_MANY: dict[str, Any] = {
    "documents": Document,
    "relations": Relation,
    "steps": Step,
    "figures": Figure,
    "measures": Measure,
    "events": Event,
    "copied_to": Copy,
}


def from_dict(kind: type[R], data: Mapping[str, Any]) -> R:
    """Make a record of ``kind`` from plain data known to be valid (see ``files.validate``)."""
    return kind(**{key: _value(key, value) for key, value in data.items()})


def _value(key: str, value: Any) -> Any:
    if key in _ONE:
        return from_dict(_ONE[key], value)
    if key in _MANY:
        return tuple(from_dict(_MANY[key], item) for item in value)
    return tuple(value) if isinstance(value, list) else value


def to_dict(record: Any) -> dict[str, Any]:
    """Plain data of a record, ready for JSON: empty values are left out."""
    pairs = zip(record._fields, record, strict=True)
    return {name: _plain(value) for name, value in pairs if value not in ("", (), None)}


def _plain(value: Any) -> Any:
    if hasattr(value, "_fields"):
        return to_dict(value)
    return [_plain(item) for item in value] if isinstance(value, tuple) else value
