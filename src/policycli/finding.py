"""Findings: the one record of everything that is found wrong, in a catalogue or in a draft.

Each is an instance of a rule, which has a name that scripts can lean on.
"""

from collections.abc import Callable
from typing import Any, Literal, TypeVar

from policycli.tuples import NamedTuple

__all__ = ["Basis", "Finding", "Rule", "Rules", "Severity"]

Severity = Literal["error", "warning", "note"]

T = TypeVar("T", bound=Callable[..., Any])


class Rule(NamedTuple):
    """What can be found.

    Attributes:
        name: In small letters with hyphens, such as ``no-source``; it never changes.
        severity: An error makes what has it unusable or wrong, a warning is to be looked at, a
            note is worth knowing.
        explanation: One sentence, to be translated where it is shown.
        check: What looks for it, a function or a class with ``__call__`` that is made anew for
            every run; ``None`` where it comes up while a file is read.
    """

    name: str
    severity: Severity
    explanation: str
    check: Callable[..., Any] | None = None


class Rules(dict[str, Rule]):
    """The rules of one command by their names, in the order in which they were registered."""

    def add(
        self,
        name: str,
        severity: Severity,
        explanation: str,
        check: Callable[..., Any] | None = None,
    ) -> Rule:
        """Register a rule.

        Raises:
            ValueError: There is one of this name.
        """
        if name in self:
            raise ValueError(f"two rules are called {name}")
        self[name] = Rule(name, severity, explanation, check)
        return self[name]

    def finding(self, name: str, severity: Severity, explanation: str) -> Callable[[T], T]:
        """Register what is decorated as the check of a rule."""

        def register(check: T) -> T:
            self.add(name, severity, explanation, check)
            return check

        return register


class Basis(NamedTuple):
    """What a finding in a draft rests on: a passage of a record, or of the draft itself.

    Attributes:
        id: Full id of the record; ``#3`` for clause 3 of the draft.
        relation: To the draft: ``higher``, ``same-region``, ``sister``, ``self`` or ``line``.
        words: Verbatim.
        span: Where they stand in the text of the record, ``[start, end)`` in characters.
    """

    id: str
    title: str = ""
    clause: str = ""
    level: str = ""
    date: str = ""
    relation: str = ""
    words: str = ""
    span: tuple[int, int] = (0, 0)


class Finding(NamedTuple):
    """One thing found wrong or doubtful.

    In a catalogue it stands at ``path``, ``line`` and ``key``; in a draft at ``clause``.

    Attributes:
        rule: Name of its rule.
        message: What is wrong and what is expected, one clause in the language of the screen.
        path: The file, as it was named.
        line: From 1; 0 where it cannot be known.
        key: Such as ``policies[2].measures[0].figures[1].value``; may be empty.
        clause: Number in the draft, from 1; 0 where it is about a catalogue.
        clause_title: As it is marked, such as 第三条.
        kind: What it is about, such as ``figure`` or ``deadline``.
        words: Those of the draft, verbatim; ``span`` is where they stand in the clause.
        basis: What it rests on.
        differs: The words that make the difference, of the draft and of the basis; either is empty
            where only the other has some.
        value: What the draft's figure comes to in ``unit``; ``None`` where it is about no figure.
        basis_value: The same of the basis.
        unit: In which both are compared.
        measure: What is measured.
        direction: ``stricter``, ``laxer`` or ``different`` than the basis; empty where that is no
            question.
        confidence: From 0 to 1.
        suggestion: What to write instead, or to do.
        id: Of the finding in its report.
    """

    rule: str
    message: str
    path: str = ""
    line: int = 0
    key: str = ""
    severity: Severity = "error"
    clause: int = 0
    clause_title: str = ""
    kind: str = ""
    words: str = ""
    span: tuple[int, int] = (0, 0)
    basis: Basis | None = None
    differs: tuple[str, str] = ("", "")
    value: float | None = None
    basis_value: float | None = None
    unit: str = ""
    measure: str = ""
    direction: str = ""
    confidence: float = 1.0
    suggestion: str = ""
    id: str = ""

    @property
    def place(self) -> str:
        """File and line, as compilers have it."""
        return f"{self.path}:{self.line}" if self.line else self.path

    def __str__(self) -> str:
        return ": ".join(part for part in (self.place, self.key, self.message) if part)
