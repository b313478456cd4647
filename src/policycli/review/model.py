"""What a review finds."""

from typing import Literal, NamedTuple

from policycli.review.clauses import Draft
from policycli.review.counterparts import Counterpart

__all__ = ["KINDS", "SEVERITIES", "Basis", "Conclusion", "Finding", "Review", "Severity"]

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")

Conclusion = Literal["consistent", "amend", "conflict"]

KINDS = (
    "figure",
    "deadline",
    "modality",
    "body",
    "scope",
    "condition-added",
    "condition-dropped",
    "term",
    "definition",
    "missing-duty",
    "cites-repealed",
    "cites-wrong-name",
    "cites-wrong-article",
    "cites-not-found",
    "internal",
    "red-line",
)


class Finding(NamedTuple):
    """One difference, contradiction or slip.

    Attributes:
        rule: Which rule found it; a kind, finer where there are several ways.
        clause: 1, 2, 3 … in the draft; 0 for the draft as a whole.
        basis: Full id of the known article; ``#n`` for clause n of the draft.
        relation: ``higher``, ``same-region``, ``sister``, ``self`` or ``line``.
        draft_words: Verbatim; empty where the draft says nothing.
        draft_span: In the clause, from start to before end.
        basis_span: In the basis.
        measure: What is measured.
        direction: ``stricter``, ``laxer``, ``different`` or empty.
        confidence: 0 to 1.
    """

    rule: str
    kind: str
    severity: Severity
    clause: int
    message: str
    clause_title: str = ""
    basis: str = ""
    basis_title: str = ""
    basis_clause: str = ""
    basis_level: str = ""
    basis_date: str = ""
    relation: str = ""
    draft_words: str = ""
    draft_span: tuple[int, int] = (0, 0)
    basis_words: str = ""
    basis_span: tuple[int, int] = (0, 0)
    draft_value: float | None = None
    basis_value: float | None = None
    unit: str = ""
    measure: str = ""
    direction: str = ""
    confidence: float = 0.5
    suggestion: str = ""
    id: str = ""


class Basis(NamedTuple):
    """A paper that the draft was read against.

    Attributes:
        named: Whether the draft names it as its basis.
        clauses: How many clauses have a counterpart in it.
    """

    id: str
    title: str
    level: str
    date: str
    relation: str
    named: bool
    clauses: int


class Review(NamedTuple):
    """What the review of a draft found.

    Attributes:
        counterparts: By the number of the clause, best first.
        coverage: What was looked at, and how much of it.
    """

    draft: Draft
    conclusion: Conclusion
    bases: tuple[Basis, ...]
    counterparts: dict[int, tuple[Counterpart, ...]]
    findings: tuple[Finding, ...]
    coverage: dict[str, int]
    ignored: int = 0

    @property
    def counts(self) -> dict[str, int]:
        """Findings by severity."""
        return {each: sum(f.severity == each for f in self.findings) for each in SEVERITIES}
