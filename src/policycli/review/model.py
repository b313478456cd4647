"""What a review finds."""

from typing import Literal, NamedTuple

from policycli.finding import Finding, Severity
from policycli.norms.articles import Counterpart
from policycli.records.model import Policy
from policycli.review.clauses import Draft
from policycli.review.replaced import Change

__all__ = ["KINDS", "SEVERITIES", "Conclusion", "Paper", "Review"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")

Conclusion = Literal["consistent", "amend", "conflict", "unchecked"]

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


class Paper(NamedTuple):
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
        only: The kinds and rules that alone were asked for, if any.
        replaces: Head of the version that the draft takes the place of.
        changes: What it changes in it.
    """

    draft: Draft
    conclusion: Conclusion
    bases: tuple[Paper, ...]
    counterparts: dict[int, tuple[Counterpart, ...]]
    findings: tuple[Finding, ...]
    coverage: dict[str, int]
    only: tuple[str, ...] = ()
    replaces: Policy | None = None
    changes: tuple[Change, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """Findings by severity."""
        return {each: sum(f.severity == each for f in self.findings) for each in SEVERITIES}
