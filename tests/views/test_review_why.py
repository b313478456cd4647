"""Why a review found something."""

from policycli.finding import Finding
from policycli.review.explain import Why
from policycli.views.review_why import lines


def test_a_value_of_nothing_is_a_value() -> None:
    """Where the draft allows 0 and the basis 5, both are said."""
    finding = Finding("figure", "", value=0.0, basis_value=5.0, unit="%", measure="比例")
    assert "values: 比例, 0 % beside 5 %" in list(lines(finding, Why()))
