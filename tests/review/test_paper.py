"""The paper that a reviewer signs."""

from policycli import language
from policycli.views.review_paper import parts
from tests.review.conftest import Reviewed


def test_a_finding_without_other_words_names_what_it_rests_on(reviewed: Reviewed) -> None:
    """A red line has no wording of a law beside it, but a source."""
    language.use("zh")
    review = reviewed("逾期不报送的，由市水务局处两千元罚款。", only=("red-line",))
    tables = [part.rows for part in parts(review, "warning", ["laws"]) if part.rows]
    (row,) = next(rows for rows in tables if rows[0][0] == "编号")[1:]

    assert row[3] == "行政处罚法第十六条"
