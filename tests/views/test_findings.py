"""Findings and rules."""

import pytest

from policycli import language
from policycli.finding import Rule
from policycli.views import findings
from tests.views.making import rows

RULE = Rule("no-source", "error", "A policy names no source.")


@pytest.mark.parametrize(("lang", "severity"), [("zh", "错误"), ("en", "fault")])
def test_rules_are_explained_to_readers_and_named_to_programs(lang: str, severity: str) -> None:
    """The severity of catalogues' errors is called fault; explanations for programs are English."""
    language.use(lang)
    shown = findings.rules_view([RULE], None)
    assert rows(shown)[0]["severity"] == severity
    assert shown.data(RULE) == {
        "rule": "no-source",
        "severity": "fault",
        "explanation": "A policy names no source.",
    }
