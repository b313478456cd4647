"""What programs get of commands that look up and compare: the classes of results.

Functions that make data return them, and ``views.answers`` says which command has which. They are
loaded by those who read them alone.
"""

from typing import Any, Literal, NotRequired, TypedDict

from policycli.analysis.diff import Kind as ChangeKind
from policycli.analysis.figures import Total
from policycli.analysis.grouping import Reason
from policycli.analysis.timeline import State as EventState
from policycli.analysis.timeline import What
from policycli.records.model import Figure, State
from policycli.search.answer import How

Type = Literal["policy", "measure", "problem"]


class WholeRegion(TypedDict):
    """Where a record holds, with all of its keys."""

    code: str
    name: str
    name_en: str


class Matched(TypedDict):
    """A field that fits a query."""

    field: str
    how: How
    text: str


class Explained(TypedDict):
    """How the score of a field came about."""

    field: str
    wording: str
    score: float
    worth: float
    mistakes: float
    size: int


class Hit(TypedDict):
    """A record that a search found."""

    id: str
    policy: str
    title: str
    title_en: str
    summary: str
    text: str
    region: WholeRegion | None
    end: str
    score: float
    matched: list[Matched]
    how: How
    missing: list[str]
    type: Type
    state: State | Literal[""]
    explain: NotRequired[list[Explained]]


class InForce(TypedDict):
    """With ``--as-of``: whether a record was in force."""

    in_force: NotRequired[Literal["yes", "no", "unknown"]]


class AsOf(TypedDict):
    """With ``--as-of``: the day that was asked for."""

    as_of: NotRequired[str]


class Passage(TypedDict):
    """A part of an article that was named."""

    address: str
    text: str


class Named(TypedDict):
    """A part of an article, where one was named."""

    cited: NotRequired[list[Passage]]


class Placed(TypedDict):
    """Where a measure or a figure belongs."""

    policy: str
    region: WholeRegion | None


class PaperIds(TypedDict):
    """The records that name a document."""

    ids: list[str]


class Base(TypedDict):
    """A figure in the unit that it is compared in."""

    base_value: float
    base_unit: str


class Totals(TypedDict):
    """What figures come to."""

    totals: list[Total]


class Side(TypedDict):
    """A measure of a policy."""

    id: str
    title: str
    title_en: str


class FigureId(TypedDict):
    """The measure that a figure stands in."""

    id: str


class Difference(TypedDict):
    """What two wordings say otherwise; pairs have the first side's part first."""

    kind: Literal["figure", "deadline", "modality", "body", "condition"]
    measure: str
    said: list[str]
    norms: list[str]
    values: list[float | None]
    unit: str
    stricter: Literal["", "first", "second"]
    confidence: float


class ComparedDifference(Difference):
    """What two measures of a row say otherwise, with their ids."""

    ids: list[str]


class Compared(TypedDict):
    """A row of a comparison; ``sides`` has measures or figures, by the id of the policy."""

    part: Literal["measures", "instruments", "figures"]
    group: str
    theme: str
    instrument: str
    indicator: str
    only: str
    sides: dict[str, list[Any]]
    reasons: list[Reason]
    differences: list[ComparedDifference]


class ComparedPolicy(TypedDict):
    """A policy of a comparison."""

    id: str
    title: str
    title_en: str
    region: WholeRegion | None


class Comparison(TypedDict):
    """What was compared and in which order."""

    by: str
    policies: list[ComparedPolicy]


class Cell(TypedDict):
    """The measures of a row in a column."""

    col: str
    count: int
    ids: list[str]


class Line(TypedDict):
    """A row of a matrix."""

    row: str
    name: str
    total: int
    cells: list[Cell]


class Other(Side):
    """A measure that others have."""

    policy: str


class Gap(TypedDict):
    """What a row of a matrix lacks."""

    row: str
    name: str
    lacks: str
    others: list[Other]


class Axes(TypedDict):
    """What the rows and columns of a matrix are."""

    rows: str
    cols: str


class Event(TypedDict):
    """Something that has a date."""

    date: str
    what: What
    state: EventState
    policy: str
    region: WholeRegion | None
    title: str
    title_en: str
    role: str
    quote: str
    ids: list[str]
    done: str


class Due(TypedDict):
    """With ``--due``: when and for whom."""

    bodies: NotRequired[list[str]]
    day: NotRequired[str]
    left: NotRequired[int]


class Words(TypedDict):
    """Words that others took the place of."""

    old: str
    new: str


class ChangedField(TypedDict):
    """A key that says something else."""

    field: str
    old: Any
    new: Any
    words: list[Words]
    differences: list[Difference]


class MovedFigure(TypedDict):
    """A figure that came, went or changed."""

    old: Figure | None
    new: Figure | None
    difference: float | None


class Change(TypedDict):
    """What happened to one record."""

    kind: ChangeKind
    id: str
    policy: str
    title: str
    title_en: str
    by: list[str]
    measures: list[str]
    fields: list[ChangedField]
    figures: list[MovedFigure]
    was: str


class Validity(TypedDict):
    """From when to when a policy is in force."""

    in_force_from: str
    in_force_until: str


class Since(TypedDict):
    """The day from which changes are new; empty at a first look."""

    since: str
