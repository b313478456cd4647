"""What is wrong or doubtful in catalogue files."""

from collections.abc import Iterable, Sequence
from typing import Any, Literal, NamedTuple

from policycli.errors import Fault
from policycli.language import N_, _
from policycli.views.model import Cell, Column, View

__all__ = ["Finding", "findings", "view"]

Severity = Literal["fault", "warning"]

COLUMNS = (
    Column("place", N_("place"), "id"),
    Column("severity", N_("severity"), "short"),
    Column("what", N_("finding")),
    Column("key", N_("key"), "note"),
    Column("path", N_("file"), "detail"),
    Column("line", N_("line"), "detail"),
)
_SEVERITIES = {"fault": N_("fault"), "warning": N_("warning")}


class Finding(NamedTuple):
    """One thing found, and how bad it is."""

    severity: Severity
    fault: Fault


def findings(faults: Iterable[Fault], warnings: Iterable[Fault], *, strict: bool) -> list[Finding]:
    """Faults first, then warnings, which count as faults too where it is ``strict``."""
    found = [Finding("fault", fault) for fault in faults]
    return found + [Finding("fault" if strict else "warning", fault) for fault in warnings]


def view(paths: Sequence[str], items: Sequence[Finding], limit: int | None) -> View[Finding]:
    """Findings, a line each."""
    return View("validate", list(paths), items[:limit], len(items), COLUMNS, _cells, _data)


def _cells(finding: Finding) -> tuple[Cell, ...]:
    fault = finding.fault
    place = f"{fault.path}:{fault.line}" if fault.line else fault.path
    severity = _(_SEVERITIES[finding.severity])
    return (place, severity, fault.what, fault.key, fault.path, fault.line)


def _data(finding: Finding) -> dict[str, Any]:
    return {"severity": finding.severity, **finding.fault._asdict()}
