"""What is wrong or doubtful in catalogue files."""

from collections.abc import Iterable, Sequence
from typing import Any, Literal, NamedTuple

from policycli.errors import Fault
from policycli.language import N_, _
from policycli.views.model import Column, View

__all__ = ["Finding", "findings", "view"]

Severity = Literal["fault", "warning"]

_SEVERITIES = {"fault": N_("fault"), "warning": N_("warning")}


class Finding(NamedTuple):
    """One thing found, and how bad it is."""

    severity: Severity
    fault: Fault


def findings(faults: Iterable[Fault], warnings: Iterable[Fault], *, strict: bool) -> list[Finding]:
    """Faults first, then warnings, which count as faults too where it is ``strict``."""
    found = [Finding("fault", fault) for fault in faults]
    return found + [Finding("fault" if strict else "warning", fault) for fault in warnings]


def _place(finding: Finding) -> str:
    fault = finding.fault
    return f"{fault.path}:{fault.line}" if fault.line else fault.path


_COLUMNS: tuple[Column[Finding], ...] = (
    Column("place", N_("place"), _place, "id"),
    Column("severity", N_("severity"), lambda finding: _(_SEVERITIES[finding.severity]), "short"),
    Column("what", N_("finding"), lambda finding: finding.fault.what),
    Column("key", N_("key"), lambda finding: finding.fault.key, "note"),
    Column("path", N_("file"), lambda finding: finding.fault.path, "detail"),
    Column("line", N_("line"), lambda finding: finding.fault.line, "detail"),
)


def view(paths: Sequence[str], items: Sequence[Finding], limit: int | None) -> View[Finding]:
    """Findings, a line each."""
    return View("validate", list(paths), items[:limit], len(items), _COLUMNS, _data)


def _data(finding: Finding) -> dict[str, Any]:
    return {"severity": finding.severity, **finding.fault._asdict()}
