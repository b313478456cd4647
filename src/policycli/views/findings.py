"""What is wrong or doubtful in catalogue files, and the rules by which it is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from policycli.finding import Finding, Rule
from policycli.language import N_, _
from policycli.views.model import Column, View

if TYPE_CHECKING:
    from policycli.views import file_rows as rows

__all__ = ["rules_view", "view"]

_SEVERITIES = {"error": N_("fault"), "warning": N_("warning"), "note": N_("note")}
_CODES: "dict[str, rows.FaultSeverity]" = {  # scripts know errors of catalogues as faults
    "error": "fault",
    "warning": "warning",
    "note": "note",
}


def _severity(item: Finding | Rule) -> str:
    return _(_SEVERITIES[item.severity])


_COLUMNS: tuple[Column[Finding], ...] = (
    Column("place", N_("place"), lambda finding: finding.place, "id"),
    Column("severity", N_("severity"), _severity, "short"),
    Column("what", N_("finding"), lambda finding: finding.message),
    Column("key", N_("key"), lambda finding: finding.key, "note"),
    Column("path", N_("file"), lambda finding: finding.path, "detail"),
    Column("line", N_("line"), lambda finding: finding.line, "detail"),
    Column("rule", N_("rule"), lambda finding: finding.rule, "short"),
)
_RULE_COLUMNS: tuple[Column[Rule], ...] = (
    Column("rule", N_("rule"), lambda rule: rule.name, "id"),
    Column("severity", N_("severity"), _severity, "short"),
    Column("explanation", N_("explanation"), lambda rule: _(rule.explanation)),
)


def view(paths: Sequence[str], items: Sequence[Finding], limit: int | None) -> View[Finding]:
    """Findings, a line each."""
    return View("validate", list(paths), items[:limit], len(items), _COLUMNS, _data)


def rules_view(items: Sequence[Rule], limit: int | None) -> View[Rule]:
    """Rules, a line each; scripts get the explanations in English."""
    return View("validate", None, items[:limit], len(items), _RULE_COLUMNS, _rule_data)


def _data(finding: Finding) -> "rows.Fault":
    return {
        "severity": _code(finding),
        "path": finding.path,
        "line": finding.line,
        "key": finding.key,
        "what": finding.message,
        "rule": finding.rule,
        "message": finding.message,
    }


def _rule_data(rule: Rule) -> "rows.Rule":
    return {"rule": rule.name, "severity": _code(rule), "explanation": rule.explanation}


def _code(item: Finding | Rule) -> "rows.FaultSeverity":
    return _CODES[item.severity]
