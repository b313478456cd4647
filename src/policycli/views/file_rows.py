"""The same of commands that take in, check and keep: files, drafts, projects, problems."""

from typing import Any, Literal, NotRequired, TypedDict

from policycli.ethics.model import Standing, Verdict
from policycli.finding import Severity
from policycli.review.model import Conclusion, Paper
from policycli.views.rows import Type

FaultSeverity = Literal["fault", "warning", "note"]
IndexState = Literal["ready", "built", "memory"]


class Mark(TypedDict):
    """Something in a draft to look at."""

    measure: str
    key: str
    item: int | None
    what: str
    words: str


class Marked(TypedDict):
    """A ``# check:`` mark in a catalogue."""

    path: str
    line: int
    id: str
    key: str
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
    """What became of the columns and rows of ledgers, and what is marked in the catalogue."""

    not_taken: list[LeftOut]
    guessed_columns: list[GuessedColumn]
    marks: list[Marked]


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
    problems: int
    synonyms: int
    state: str


class Program(TypedDict):
    """What the program stands on."""

    version: str
    catalogues: list[Used]
    index: Index


class Setting(TypedDict):
    """A setting, and who says so."""

    key: str
    value: str
    origin: Literal["command line", "environment", "file", "default"]
    where: str


class ManifestSource(TypedDict):
    """A catalogue file that a written file was made from."""

    path: str
    sha256: str
    policies: int
    measures: int


class Manifest(TypedDict):
    """What stands beside a written file: how it came about."""

    schema: int
    file: str
    sha256: str
    made: str
    program: str
    arguments: list[str]
    query: str | list[str] | None
    as_of: str
    total: int
    written: int
    fingerprint: str
    catalogues: list[ManifestSource]


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
