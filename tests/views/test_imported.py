"""What became of imported documents."""

import pytest

from policycli import language
from policycli.ingest.extract.draft import Check, Draft, packed
from policycli.ingest.merging.catalogue import Outcome
from policycli.views.imported import Failure, view
from tests.views.making import EAST, FUND, LEDGER, RULES, rows

DRAFT = Draft(EAST._replace(measures=(FUND, LEDGER), documents=(RULES,)))
TAKEN = ("a.docx", Outcome("east", "conflict", packed(DRAFT), 1, ("p1.text", "title")))
FAILED = Failure("b.pdf", "b.pdf: is locked")
SKIPPED = Failure("c.zip", "c.zip: is not a document", "skipped")


@pytest.mark.parametrize(
    ("lang", "words"),
    [("zh", ["有冲突", "失败", "已跳过"]), ("en", ["conflict", "failed", "skipped"])],
)
def test_each_policy_and_each_failure_has_a_line(lang: str, words: list[str]) -> None:
    """A failure says why where a policy has its title, and counts nothing."""
    language.use(lang)
    taken, failed, skipped = rows(view(["x"], [TAKEN, FAILED, SKIPPED]))
    assert [taken["how"], failed["how"], skipped["how"]] == words
    assert (taken["id"], taken["note"], taken["file"]) == ("east", "p1.text, title", "a.docx")
    assert (failed["id"], failed["title"], failed["measures"]) == ("b.pdf", "is locked", "")


def test_a_document_named_twice_counts_once() -> None:
    """Measures and figures are counted as they are, documents by their titles."""
    (taken,) = rows(view(["x"], [TAKEN]))
    counts = [taken[key] for key in ("measures", "figures", "documents", "checks")]
    assert counts == [2, 1, 1, 0]


def test_data_of_a_failure_is_its_sentence() -> None:
    """Programs get the file and the outcome as a code."""
    shown = view(["x"], [SKIPPED])
    assert shown.data(SKIPPED) == {
        "file": "c.zip",
        "outcome": "skipped",
        "error": "c.zip: is not a document",
    }


def test_what_is_to_be_checked_is_counted() -> None:
    """Each doubtful place of a draft counts."""
    checks = (Check("", "date", -1, "which year?"), Check("fund", "figures", 0, "of what?"))
    (row,) = rows(
        view(["x"], [("a", Outcome("east", "new", packed(DRAFT._replace(checks=checks))))])
    )
    assert row["checks"] == 2
