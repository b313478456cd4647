"""What several rules find is said once."""

from policycli.finding import Basis, Finding, Severity
from policycli.review.once import once


def _finding(
    rule: str, kind: str, severity: Severity, span: tuple[int, int], article: str = "law.a1"
) -> Finding:
    return Finding(
        rule=rule,
        kind=kind,
        severity=severity,
        message="",
        clause=1,
        span=span,
        basis=Basis(article, span=span),
    )


ADDED = _finding("sanction-added", "scope", "warning", (0, 40))
MISSING = _finding("missing-duty", "missing-duty", "warning", (41, 60))


def test_an_added_sanction_leaves_out_that_words_are_added() -> None:
    """Of the same norm of the same article, and no other."""
    words = _finding("scope", "scope", "note", (0, 40))
    elsewhere = words._replace(basis=Basis("law.a2", span=(0, 40)))

    assert once([ADDED, words, elsewhere]) == [ADDED, elsewhere]


def test_a_sanction_in_words_that_are_missing_is_not_missed_again() -> None:
    """Where the sentence that has it is missing as a whole; another one is told."""
    inside = _finding("sanction-left-out", "scope", "note", (41, 60))
    before = _finding("sanction-left-out", "scope", "note", (0, 20))

    assert once([MISSING, inside, before]) == [MISSING, before]


def test_other_words_are_told_where_no_more_is_known() -> None:
    """A note on words stands beside a warning on words."""
    both = [_finding("scope", "scope", each, (0, 9)) for each in ("warning", "note")]

    assert once(both) == both
