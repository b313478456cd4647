"""What programs get from every command: the classes of its results, and of what stands beside.

The JSON Schemas in ``docs/schemas`` are made of these, templates are checked against them, and
they are what the functions that make data return. It is loaded by those who read it alone.
"""

from typing import Any, Literal, NamedTuple, NotRequired, TypedDict

from policycli.analysis.diff import Kind as ChangeKind
from policycli.analysis.figures import Total
from policycli.analysis.grouping import Reason
from policycli.analysis.problem_report import Handled
from policycli.analysis.timeline import State as EventState
from policycli.analysis.timeline import What
from policycli.ethics.model import Standing, Verdict
from policycli.finding import Severity
from policycli.records import model
from policycli.records.model import Figure, Measure, Policy, Problem, State
from policycli.review.model import Conclusion, Paper
from policycli.search.answer import How
from policycli.views.listing import Body, Theme
from policycli.views.registered import Registered

__all__ = ["ANSWERS", "Answer", "Row", "of_view"]


Type = Literal["policy", "measure", "problem"]
FaultSeverity = Literal["fault", "warning", "note"]
IndexState = Literal["ready", "built", "memory"]


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


class Validity(TypedDict):
    """From when to when a policy is in force."""

    in_force_from: str
    in_force_until: str


class Since(TypedDict):
    """The day from which changes are new; empty at a first look."""

    since: str


class Mark(TypedDict):
    """Something in a draft to look at."""

    measure: str
    key: str
    item: int | None
    what: str
    words: str


class Imported(TypedDict):
    """A policy that was taken in."""

    file: str
    outcome: str
    id: str
    title: str
    measures: int
    figures: int
    documents: int
    checks: int
    added: int
    conflicts: list[str]
    marked: list[Mark]


class NotImported(TypedDict):
    """A file that was not taken in."""

    file: str
    outcome: str
    error: str


class LeftOut(TypedDict):
    """What of a ledger was not taken in."""

    file: str
    sheet: str
    column: str
    row: int | None
    text: str
    reason: str


class GuessedColumn(TypedDict):
    """A column of a ledger that was taken by likeness."""

    file: str
    sheet: str
    column: str
    key: str


class Ledger(TypedDict):
    """What became of the columns and rows of ledgers."""

    not_taken: list[LeftOut]
    guessed_columns: list[GuessedColumn]


class Fault(TypedDict):
    """A finding in a catalogue."""

    severity: FaultSeverity
    path: str
    line: int
    key: str
    what: str
    rule: str
    message: str


class Rule(TypedDict):
    """What can be found in a catalogue."""

    rule: str
    severity: FaultSeverity
    explanation: str


class Index(TypedDict):
    """The index of the catalogues in use."""

    folder: str | None
    state: IndexState
    size: int


class Used(TypedDict):
    """A catalogue file, and whether it is answered as it is."""

    path: str
    policies: int
    measures: int
    state: str


class Program(TypedDict):
    """What the program stands on."""

    version: str
    catalogues: list[Used]
    index: Index


class Handling(TypedDict):
    """How long a problem has taken."""

    days: int | None
    overdue: bool


class Near(TypedDict):
    """A record that may be about the same."""

    id: str
    type: Type
    title: str
    answer: str
    score: float


class NearOnes(TypedDict):
    """Of a new problem: what may be about the same."""

    near: NotRequired[list[Near]]


class Counted(TypedDict):
    """How many problems are in each state, and how many have no answer."""

    states: dict[str, int]
    unanswered: int


class Report(TypedDict):
    """All problems together, and those that wait."""

    whole: dict[str, Any]
    unanswered: list[str]


class Reviewed(TypedDict):
    """A finding in a draft."""

    id: str
    rule: str
    kind: str
    severity: Severity
    clause: int
    clause_title: str
    basis: str
    basis_title: str
    basis_clause: str
    basis_level: str
    basis_date: str
    relation: str
    draft_words: str
    draft_span: list[int]
    basis_words: str
    basis_span: list[int]
    draft_value: float | None
    basis_value: float | None
    unit: str
    measure: str
    direction: str
    confidence: float
    message: str
    suggestion: str
    explain: NotRequired[Any]


class Review(TypedDict):
    """The draft, its conclusion, and what it was read against."""

    draft: dict[str, Any]
    conclusion: Conclusion
    bases: list[Paper]
    clauses: list[dict[str, Any]]
    coverage: dict[str, int]
    counts: dict[str, int]
    replaces: str
    changes: list[dict[str, Any]]


class Trigger(TypedDict):
    """A rule that asks for a review."""

    code: str
    rule: str
    article: str
    procedure: str
    words: list[str]
    spans: list[list[int]]


class Evidence(TypedDict):
    """Words that were looked at."""

    code: str
    words: str
    span: list[int]
    standing: Standing
    because: str


class Screened(TypedDict):
    """Whether a project needs an ethics review."""

    file: str
    title: str
    verdict: Verdict
    triggers: list[Trigger]
    questions: list[dict[str, Any]]
    evidence: list[Evidence]
    procedures: list[dict[str, str]]
    application: list[str]
    besides: list[dict[str, str]]
    region: list[dict[str, str]]


class NotScreened(TypedDict):
    """A file that could not be screened."""

    file: str
    error: str


Row = tuple[type[Any], ...]
"""Classes that a result has the keys of, taken together."""


class Answer(NamedTuple):
    """What a command answers with.

    Attributes:
        rows: What a result may be.
        extra: What stands beside the results.
    """

    rows: tuple[Row, ...]
    extra: Row = ()


_POLICY: Row = (Policy, InForce)
_MEASURE: Row = (Measure, Placed, Named, InForce)
_PAPER: Row = (model.Document, Placed, PaperIds, InForce)
_PROBLEM: Row = (Problem, Handling)

ANSWERS: dict[str, Answer] = {
    "search": Answer(((Hit, InForce),), (AsOf,)),
    "show": Answer((_POLICY, _MEASURE, _PAPER, (Problem, InForce)), (AsOf,)),
    "list policies": Answer((_POLICY,), (AsOf,)),
    "list measures": Answer((_MEASURE,), (AsOf,)),
    "list themes": Answer(((Theme,),)),
    "list documents": Answer(((model.Document, PaperIds),)),
    "list bodies": Answer(((Body,),)),
    "figures": Answer(((FigureId, Placed, Figure, Base),), (Totals,)),
    "compare": Answer(((Compared,),), (Comparison,)),
    "matrix": Answer(((Line,), (Gap,)), (Axes,)),
    "timeline": Answer(((Event, Due),)),
    "documents": Answer(((model.Document, Placed, PaperIds),)),
    "diff": Answer(((Change,),)),
    "edit": Answer(((Change,), (Problem,))),
    "news": Answer(((Change, Validity),), (Since,)),
    "import": Answer(((Imported,), (NotImported,)), (Ledger,)),
    "validate": Answer(((Fault,), (Rule,))),
    "catalogue": Answer(((Registered,),)),
    "check": Answer(((Reviewed,),), (Review,)),
    "screen": Answer(((Screened,), (NotScreened,))),
    "info": Answer(((Program,),)),
    "problem list": Answer((_PROBLEM,)),
    "problem import": Answer((_PROBLEM,)),
    "problem report": Answer(((Handled, Counted),), (Report,)),
    **{
        f"problem {step}": Answer((_PROBLEM,), (NearOnes,))
        for step in ("add", "assign", "answer", "rate", "copy", "close", "reopen")
    },
}
"""By the command as JSON names it; of ``list`` with the sort of things that it lists."""


def of_view(command: str, query: object) -> Answer:
    """The classes behind a view, by its command and query."""
    return ANSWERS.get(command) or ANSWERS[f"{command} {query}"]
